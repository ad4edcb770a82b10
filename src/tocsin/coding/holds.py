"""Holds: a place with who is said to have, gain or lose it, before it becomes a record."""

from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.relations import find_base
from tocsin.records.coding import Change

SURE = 0.68


@dataclass(frozen=True)
class Hold:
    """A place, who is said to have, gain or lose it, the words that say so, and what in them did."""

    place: str
    holder: Who
    change: Change
    token: Token
    why: str
    certainty: float = SURE


def is_over(verb: Token) -> bool:
    """Whether a holding is told to have ended: "which X had held since", "X held it until"."""
    until = any(t.lower_ in ("until", "till") for c in verb.children for t in (c, *c.children))
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" and c.tag_ == "VBD" for c in verb.children)
    lasting = find_base(verb) != "occupy" or any(
        c.lower_ in ("since", "for") for t in verb.children for c in t.children
    )
    return (until and verb.tag_ in ("VBD", "VBN")) or (perfect and verb.dep_ == "acl:relcl" and lasting)

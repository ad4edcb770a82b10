"""Echoes: clauses that take up what was told just before, the same ("so did Egypt") or its denial ("Egypt did not")."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.relations import SUBJECTS, has_subject

OPENERS = frozenset({"so", "neither", "nor", "as"})
OWN = frozenset({"advmod", "punct", "mark", "cc", "discourse", "parataxis", "obl:unmarked"})


@dataclass(frozen=True)
class Echo:
    """The verb of an echo, who takes up what was told, and whether they do the same or not."""

    verb: Token
    subject: Token
    same: bool


@cache
def load_echoes() -> frozenset[tuple[str, str]]:
    """Verbs with the word that makes them an echo: "do" with "same", "follow" with "suit"."""
    return frozenset((row.split("/")[0], row.split("/")[1]) for row in load_table("cues_positions")["echoes"].split())


def find_echo(verb: Token) -> Echo | None:
    """The echo that a verb or auxiliary is with its subject; None where it says anything of its own."""
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "aux:pass"):
        return None
    if verb.dep_ == "cop":
        return _find_as_did(verb)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None) or _find_inverted(verb)
    if subject is None:
        return None
    if any((verb.lemma_, c.lower_) in load_echoes() for c in verb.children if c.i > verb.i):
        return Echo(verb, subject, same=True)
    if verb.pos_ != "AUX" and verb.lemma_ not in ("do", "have"):
        return None
    opener = next((c for c in verb.children if c.lower_ in OPENERS and c.i < verb.i < subject.i), None)
    if opener is not None and not _has_more(verb, subject):
        return Echo(verb, subject, same=True)
    denied = any(c.lower_ in ("not", "n't", "n’t") for c in verb.sent if c.i == verb.i + 1 or c.head.i == verb.i < c.i)
    return Echo(verb, subject, same=False) if denied and not _has_more(verb, subject) else None


def _find_as_did(verb: Token) -> Echo | None:
    """ "As did Gabon", of which the tree makes a name with a copula."""
    name = verb.head
    between = [c for c in name.children if c.i < name.i and c.dep_ not in ("punct", "det", "amod", "compound", "cc")]
    opened = [c.lower_ for c in between if c.i < verb.i]
    stands = verb.lemma_ in ("do", "have") and name.i > verb.i and len(between) == len(opened) + 1
    return Echo(verb, name, same=True) if stands and opened and set(opened) <= OPENERS else None


def _find_inverted(verb: Token) -> Token | None:
    """The subject behind "so did", which some trees take for an object."""
    opened = not verb.is_sent_start and verb.nbor(-1).lower_ in OPENERS
    return next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None) if opened else None


def _has_more(verb: Token, subject: Token) -> bool:
    """Whether a verb has a complement of its own."""
    return any(c.dep_ not in (*OWN, *SUBJECTS) and c != subject for c in verb.children) or (
        verb.dep_ == "conj" and verb.tag_ == "VB" and not has_subject(verb)
    )

"""Menaces: a threat as it is read, and the words of its two halves."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.clauses import cover, list_subtree
from tocsin.coding.phrases import write_words

LONGEST = 220


@dataclass(frozen=True)
class Menace:
    """Who threatens whom with what if what; the token that carries it, how sure, and by which rule."""

    cue: Token
    by: tuple[Who, ...]
    to: str | None
    condition: str | None
    consequence: str | None
    certainty: float
    why: str


def join_words(tokens: Iterable[Token]) -> str | None:
    """The text from the first to the last of the tokens, white space made one; None for none or too many."""
    listed = sorted(tokens, key=lambda t: t.i)
    if not listed:
        return None
    start, end = cover(listed)
    words = " ".join(write_words(listed[0].doc, start, end).split()).strip(' ,;:"“”')
    return words if 0 < len(words) <= LONGEST else None


def write_consequence(verb: Token, tie: Token | None) -> str | None:
    """The words of the clause of `verb` without what it hangs on and who reports it: the unbroken stretch around it."""
    left_out = {t.i for t in tie.subtree} if tie is not None else set()
    reported: tuple[str, ...] = ("parataxis", "mark", "punct", "acl:relcl", "cc")
    if verb.dep_ in ("ROOT", "parataxis"):
        reported = (*reported, "ccomp")
    kept = [t for t in list_subtree(verb, reported) if t.i not in left_out]
    if not kept:
        return None
    before = [t for t in kept if t.i <= verb.i]
    after = [t for t in kept if t.i > verb.i]
    return join_words([*take_unbroken(reversed(before)), *take_unbroken([verb, *after])])


def take_unbroken(tokens: Iterable[Token]) -> list[Token]:
    """Tokens as long as no more than two are left out between them."""
    kept: list[Token] = []
    for token in tokens:
        if kept and abs(token.i - kept[-1].i) > 3:
            break
        kept.append(token)
    return kept

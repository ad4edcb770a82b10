"""Nested stances: a cue of stance that is what another is about ("refused to back the sanctions") is one stance."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tocsin.coding.clauses import is_negated
from tocsin.coding.proposals import load_words
from tocsin.coding.turns import TURNED, Stance


def join_nested(found: Iterable[Stance]) -> Iterator[Stance]:
    """The stances of a sentence, each inner one taken up by the one that is about it."""
    stances = list(found)
    taken: set[int] = set()
    joined: list[Stance] = []
    for outer in stances:
        taken.update(s.cue.i for s in stances if is_asked(outer, s))
        inner = find_inner(outer, stances)
        if inner is not None:
            taken.add(inner.cue.i)
            outer = join(outer, inner)
        joined.append(outer)
    return (s for s, own in zip(joined, stances, strict=True) if own.cue.i not in taken)


def is_asked(outer: Stance, inner: Stance) -> bool:
    """Whether a cue is a further infinitive of what is asked of another: "asked them to stay and abstain"."""
    if outer.proposal.pos_ != "VERB" or outer.proposal.tag_ != "VB" or inner.cue.tag_ != "VB" or outer.cue.tag_ == "VB":
        return False
    token = inner.cue
    while token.dep_ in ("conj", "xcomp", "advcl", "ccomp") and token.tag_ == "VB" and token.i > outer.proposal.i:
        token = token.head
        if token.i == outer.proposal.i:
            return not {w.name for w in inner.holders} & {w.name for w in outer.holders}
    return False


def find_inner(outer: Stance, stances: Iterable[Stance]) -> Stance | None:
    """The stance whose cue is what the outer one is about."""
    if outer.proposal.i == outer.cue.i or outer.last:
        return None
    return next((s for s in stances if s.cue.i == outer.proposal.i and s is not outer and not s.last), None)


def join(outer: Stance, inner: Stance) -> Stance:
    """The outer stance on what the inner is about, where the inner cue is an attitude and no act of its own."""
    if inner.cue.lemma_.lower() not in load_words("attitudes") or inner.proposal.i == inner.cue.i:
        return outer
    if outer.cue.lemma_ == "vote" and inner.cue.lemma_ in load_words("asking"):
        # What is voted for is the text that asks, whatever it asks an end of.
        return replace(outer, proposal=inner.proposal, why=f"{outer.why}, {inner.why}")
    towards = TURNED.get(outer.stance, outer.stance) if is_negated(inner.cue) else outer.stance
    stance = combine(towards, inner.stance)
    return replace(outer, stance=stance, proposal=inner.proposal, why=f"{outer.why}, {inner.why}")


def combine(outer: str, inner: str) -> str:
    """What an attitude to an attitude comes to: against being against is for, open to being for is open."""
    if outer == "support":
        return inner
    if outer == "oppose":
        return TURNED.get(inner, inner)
    return outer

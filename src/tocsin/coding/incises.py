"""Incises: who speaks, told in the midst of a quotation without marks around: "It is over, says Ana Ruiz, for now"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from tocsin.coding.clauses import SUBJECTS
from tocsin.coding.quotations import Quotation
from tocsin.coding.speech import load_forces

FINITE = ("VBZ", "VBD", "VBP")
OPENS = frozenset({",", "?", "!", "-", "–", "—"})


def part_at_incises(doc: Doc, quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, each without what tells in its midst who speaks; one so broken is one for each part."""
    return tuple(part for quotation in quotations for part in _part(doc, quotation))


def _part(doc: Doc, quotation: Quotation) -> Iterator[Quotation]:
    verb = next((t for t in doc[quotation.first + 2 : quotation.last - 1] if _is_incise(t)), None)
    if verb is None:
        yield quotation
        return
    said = verb.nbor(-1)
    yield Quotation(quotation.start, said.idx + len(said.text), quotation.first, verb.i)
    after = _find_end(verb, quotation)
    words = [t for t in doc[after : quotation.last] if t.is_alpha]
    if words:
        yield from _part(doc, Quotation(words[0].idx, quotation.end, words[0].i, quotation.last))


def _is_incise(verb: Token) -> bool:
    """Whether a verb of saying follows a mark and goes before a speaker with a name or an article."""
    if verb.lemma_.lower() not in load_forces() or verb.tag_ not in FINITE or verb.nbor(-1).text not in OPENS:
        return False
    if any(c.i < verb.i and (c.dep_ in SUBJECTS or c.dep_ in ("cc", "mark", "aux")) for c in verb.children):
        return False
    speaker = _find_speaker(verb)
    return speaker is not None and speaker.left_edge.i == verb.i + 1


def _find_speaker(verb: Token) -> Token | None:
    behind = (c for c in verb.children if c.i > verb.i and c.dep_ in (*SUBJECTS, "obj"))
    return next((c for c in behind if c.pos_ == "PROPN" or (c.pos_ == "NOUN" and _has_article(c))), None)


def _has_article(noun: Token) -> bool:
    return any(c.dep_ in ("det", "nmod:poss") for c in noun.children)


def _find_end(verb: Token, quotation: Quotation) -> int:
    """The word behind an incise: after its speaker's phrase, or after its sentence where nothing of it is left."""
    speaker = _find_speaker(verb)
    end = max(t.i for t in (speaker or verb).subtree) + 1
    rest = [t for t in verb.doc[end : verb.sent.end] if t.is_alpha]
    opens = end < verb.sent.end and verb.doc[end].text in (",", ":", "–", "—", "-")
    return min(end if rest and opens else verb.sent.end, quotation.last)

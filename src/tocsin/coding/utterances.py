"""Utterances: statement records, one for each who speaks, with whom they address and on which day."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import cover
from tocsin.coding.dates import find_when, resolve_date
from tocsin.coding.included import list_included
from tocsin.coding.speech import find_verb_words, load_cues
from tocsin.records.coding import Statement, name_record
from tocsin.records.frozen import Span, take_span


def cover_loosely(article: Article, tokens: Sequence[Token], anchor: int) -> Span:
    start = min(t.idx for t in tokens)
    end = max(t.idx + len(t.text) for t in tokens)
    return take_span(article.document.text, start, end)


def cover_words(article: Article, tokens: Iterable[Token]) -> Span:
    start, end = cover(sorted(tokens, key=lambda t: t.i))
    return take_span(article.document.text, start, end)


def write_spoken(
    article: Article,
    speaker: Token,
    cue: Token | None,
    direct: bool,
    evidence: Span,
    content: Span,
    certainty: float,
    why: str,
) -> Iterator[Statement]:
    whos = list(article.cast.who_speaks(speaker))
    whos += [who for who in list_included(article, speaker) if who not in whos]
    yield from write_statements(article, whos, cue, direct, evidence, content, certainty, why)


def write_statements(
    article: Article,
    whos: Sequence[Who],
    cue: Token | None,
    direct: bool,
    evidence: Span,
    content: Span,
    certainty: float,
    why: str,
) -> Iterator[Statement]:
    addressee = _find_addressee(article, cue) if cue is not None else None
    said_on = resolve_date(find_when(cue), article.published) if cue is not None else None
    for who in whos:
        yield Statement(
            id=name_record("statement", article.document.id, evidence, who.name, direct, content.start, content.end),
            document=article.document.id, evidence=evidence, certainty=certainty, why=why, speaker=who.name,
            on_behalf_of=who.acts_for, addressee=addressee, direct=direct, content=content, said_on=said_on,
        )  # fmt: skip


def _find_addressee(article: Article, cue: Token) -> str | None:
    """Who is spoken to: the object of tell and urge, or "to X"."""
    for child in cue.children:
        addressed = child.dep_ in ("iobj", "obj") and find_verb_words(cue) is not None
        to = child.dep_.startswith("obl") and any(c.lower_ == "to" and c.dep_ == "case" for c in child.children)
        if (addressed or to) and child.lemma_.lower() not in load_cues("hearers"):
            whos = article.cast.who(child)
            if whos:
                return whos[0].name
    return None

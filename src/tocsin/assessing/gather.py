"""Gather the evidence: every quotation that a record rests on, numbered in the order of the text, with its context."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.records.coding import Coded, Coding
from tocsin.records.document import Document
from tocsin.records.frozen import Span
from tocsin.records.situation import Evidence, Source

CONTEXT = 200
LEAST_CONTEXT = 160
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Gathered:
    """The sources, the evidence, and the number of each place in it."""

    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...]
    numbers: dict[Place, str]

    def cite_date(self, document: Document | None) -> tuple[str, ...]:
        """The evidence of the words that date a document; empty where it was dated otherwise."""
        if document is None or document.published_evidence is None:
            return ()
        return (self.numbers[place_span(document.id, document.published_evidence)],)

    def cite(self, records: Iterable[Coded]) -> tuple[str, ...]:
        """The evidence of some records, each once, in the order of the text."""
        found = {self.numbers[place_record(r)] for r in records if place_record(r) in self.numbers}
        return tuple(sorted(found, key=lambda e: int(e[1:])))


def gather_evidence(coding: Coding) -> Gathered:
    """Sources and numbered evidence, the words that date an article included; a mere mention gets no number."""
    order = {d.id: n for n, d in enumerate(coding.documents)}
    texts = {d.id: d.text for d in coding.documents}
    resting: dict[Place, list[str]] = {}
    spans: dict[Place, Span] = {}
    for record in coding.records:
        if record.kind != "actor":
            resting.setdefault(place_record(record), []).append(record.id)
            spans[place_record(record)] = record.evidence
    for document in coding.documents:
        if document.published_evidence is not None:
            resting.setdefault(place_span(document.id, document.published_evidence), [])
            spans[place_span(document.id, document.published_evidence)] = document.published_evidence
    places = sorted(resting, key=lambda p: (order[p[0]], p[1], p[2]))
    numbers = {place: f"e{n}" for n, place in enumerate(places, 1)}
    evidence = tuple(quote_place(p, numbers[p], spans[p], texts[p[0]], resting[p]) for p in places)
    return Gathered(tuple(describe_source(d) for d in coding.documents), evidence, numbers)


def place_record(record: Coded) -> Place:
    return place_span(record.document, record.evidence)


def place_span(document: str, span: Span) -> Place:
    return document, span.start, span.end


def quote_place(place: Place, number: str, span: Span, text: str, records: list[str]) -> Evidence:
    return Evidence(
        id=number,
        document=place[0],
        start=span.start,
        end=span.end,
        quote=span.quote,
        before=take_before(text, span.start),
        after=take_after(text, span.end),
        records=tuple(records),
    )


def take_before(text: str, start: int) -> str:
    """Up to CONTEXT characters before `start`, cut between words."""
    words = text[max(0, start - CONTEXT) : start]
    if start <= CONTEXT:
        return words
    border = re.search(r"\s", words[: CONTEXT - LEAST_CONTEXT])
    return words[border.end() :] if border else words


def take_after(text: str, end: int) -> str:
    """Up to CONTEXT characters after `end`, cut between words."""
    words = text[end : end + CONTEXT]
    if end + CONTEXT >= len(text):
        return words
    border = words.rfind(" ", LEAST_CONTEXT)
    return words[:border] if border > 0 else words


def describe_source(document: Document) -> Source:
    return Source(
        id=document.id,
        title=document.title,
        source=document.source,
        address=document.address,
        published=document.published,
        published_from=document.published_from,
        words=len(document.text.split()),
    )

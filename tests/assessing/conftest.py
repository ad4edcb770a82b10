"""Small codings built by hand on sentences of our own."""

from collections.abc import Callable
from typing import Any

import pytest

from tocsin.records.coding import (
    Actor,
    Coding,
    Commitment,
    Control,
    Event,
    Issue,
    Position,
    Resource,
    Statement,
    Threat,
    name_record,
)
from tocsin.records.document import Document, name_document
from tocsin.records.frozen import Span

KINDS = {
    "actor": Actor, "issue": Issue, "statement": Statement, "position": Position, "event": Event,
    "commitment": Commitment, "threat": Threat, "control": Control, "resource": Resource,
}  # fmt: skip


class Writer:
    """Writes the coding of one or more texts, a record at a time; a record's words are looked up in the last text."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.records: list[Any] = []

    def read(self, text: str, published: str | None = "2024-02-28", **rest: Any) -> None:
        fields = {"title": None, "source": "a.txt", "published": published, **rest}
        self.documents.append(Document(id=name_document(text), text=text, **fields))

    def add(self, kind: str, words: str, certainty: float = 0.8, **fields: Any) -> str:
        document = self.documents[-1]
        start = document.text.index(words)
        span = Span(start=start, end=start + len(words), quote=words)
        if kind == "statement":
            fields = {"content": span, "direct": False, **fields}
        name = name_record(kind, document.id, span, *fields.values())
        self.records.append(KINDS[kind](id=name, document=document.id, evidence=span, certainty=certainty, **fields))
        return name

    def stand(self, words: str, actor: str, issue: str, stance: str, **fields: Any) -> str:
        return self.add("position", words, actor=actor, issue=issue, stance=stance, **fields)

    def done(self) -> Coding:
        return Coding(documents=tuple(self.documents), records=tuple(self.records))


@pytest.fixture
def write() -> Callable[[], Writer]:
    return Writer

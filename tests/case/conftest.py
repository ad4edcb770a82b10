"""An invented harbour dispute, coded by hand, in a case of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tocsin.case.store import Case, add_article, create_case
from tocsin.records.coding import Actor, AnyRecord, Coding, Issue, Position, Statement, Threat, name_record
from tocsin.records.document import Document, name_document
from tocsin.records.frozen import Span

SENTENCES = (
    "Aldania wants the harbour of Port Selm closed 😀 to foreign warships.",
    "Borsk is against closing the harbour.",
    "If the harbour is closed, Borsk will recall its grain ships, its envoy Mira Oss warned.",
)


def write_document(extra: str = "") -> Document:
    text = " ".join([*SENTENCES, extra]).strip()
    return Document(id=name_document(text), title="A harbour", source="harbour.txt", published="2031-05-03", text=text)


def find_span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start=start, end=start + len(words), quote=words)


def code_by_hand(document: Document) -> Coding:
    first, second, third = (find_span(document, s) for s in SENTENCES)
    plain = {"document": document.id, "certainty": 0.7, "why": "by hand"}
    named = find_span(document, "Aldania")
    actor = Actor(id=name_record("actor", document.id, named), evidence=named, name="Aldania", type="state", **plain)
    issue = Issue(id=name_record("issue", document.id, first), evidence=first, proposal="close the harbour", **plain)
    said = Statement(
        id=name_record("statement", document.id, third), evidence=third, speaker="Mira Oss", on_behalf_of="Borsk",
        direct=False, content=find_span(document, "If the harbour is closed, Borsk will recall its grain ships"),
        **plain,
    )  # fmt: skip
    wants = Position(
        id=name_record("position", document.id, first), evidence=first, actor="Aldania", issue=issue.id,
        stance="support", **plain,
    )  # fmt: skip
    refuses = Position(
        id=name_record("position", document.id, second), evidence=second, actor="Borsk", issue=issue.id,
        stance="oppose", statement=said.id, **plain,
    )  # fmt: skip
    threat = Threat(
        id=name_record("threat", document.id, third), evidence=third, by="Borsk", to="Aldania",
        condition="the harbour is closed", consequence="recall its grain ships", **plain,
    )  # fmt: skip
    return Coding(documents=(document,), records=(actor, issue, said, wants, refuses, threat))


@pytest.fixture(scope="session")
def harbour() -> Coding:
    return code_by_hand(write_document())


@pytest.fixture
def case(harbour: Coding, tmp_path: Path) -> Iterator[Case]:
    with create_case(tmp_path / "harbour.case") as made:
        add_article(made, harbour.documents[0], harbour.records, "hand")
        yield made


@pytest.fixture(scope="session")
def code_another() -> Callable[[str], Coding]:
    return lambda extra: code_by_hand(write_document(extra))


def find_kind(coding: Coding, kind: str) -> AnyRecord:
    found: AnyRecord = coding.of_kind(kind)[0]
    return found


@pytest.fixture(scope="session")
def of_kind() -> Callable[[Coding, str], AnyRecord]:
    return find_kind

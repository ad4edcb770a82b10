"""Sparing: one sentence that cannot be read costs its own records and no others."""

from collections.abc import Iterator

import pytest
from spacy.tokens import Token

from tocsin.coding import commitments, control, resources, threats
from tocsin.coding.article import Article
from tocsin.coding.code import code_documents
from tocsin.records.coding import Coding
from tocsin.records.document import Document, name_document

TEXT = (
    "Chile threatened to expel Peruvian diplomats. Peru threatened to close the border. "
    "The Taliban seized Kunduz. Ethiopia has recaptured Lalibela. "
    "Sri Lanka lacks fuel. Haiti lacks water. "
    "Croatia is a member of the European Union. Finland is a member of NATO."
)


@pytest.mark.parametrize(
    ("module", "reader", "kind", "word"),
    [
        (threats, "list_announced", "threat", "Peruvian"),
        (control, "list_holds", "control", "Kunduz"),
        (resources, "list_supplies", "resource", "fuel"),
        (commitments, "list_memberships", "commitment", "Croatia"),
    ],
)
def test_a_sentence_that_fails_is_the_only_one_lost(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, module: object, reader: str, kind: str, word: str
) -> None:
    read = getattr(module, reader)

    def fail_on_word(article: Article, token: Token) -> Iterator[object]:
        if token.text != "." and word in token.sent.text:
            raise ValueError(word)
        yield from read(article, token)

    whole = [r for r in code().records if r.kind == kind]
    monkeypatch.setattr(module, reader, fail_on_word)
    spared = [r for r in code().records if r.kind == kind]
    assert len(whole) == 2
    assert [r for r in whole if word not in r.evidence.quote] == spared
    assert caplog.text.count("a sentence could not be read") == 1


def code() -> Coding:
    return code_documents([Document(id=name_document(TEXT), source="test", text=TEXT)])

"""Clauses: who does what to whom, under which condition, denied or not."""

import pytest
from spacy.tokens import Doc, Token

from tocsin.coding.clauses import (
    find_condition,
    find_modals,
    find_objects,
    find_obliques,
    find_subjects,
    is_conditional,
    is_in_condition,
    is_negated,
    list_conjuncts,
    phrase_of,
    take_clause,
)
from tocsin.language.parse import parse


def read(text: str, word: str) -> tuple[Doc, Token]:
    doc = parse([text])[0]
    return doc, next(t for t in doc if t.text == word)


SUBJECTS = [
    ("Peru closed the port.", "closed", ["Peru"]),
    ("The port was closed by Peru.", "closed", ["Peru"]),
    ("The port was closed.", "closed", []),
    ("Peru closed the port and burned the boats.", "burned", ["Peru"]),
    ("Peru wants to close the port.", "close", ["Peru"]),
    ("Peru urged Chile to leave.", "leave", ["Chile"]),
    ("Peru promised Chile to leave.", "leave", ["Peru"]),
    ("Rebels who hold the town fired.", "hold", ["Rebels"]),
    ("Peru left, citing the war.", "citing", ["Peru"]),
    ("Sanctions imposed by Canada hurt.", "imposed", ["Canada"]),
]


@pytest.mark.parametrize(("text", "verb", "names"), SUBJECTS)
def test_the_doer_of_a_verb(text: str, verb: str, names: list[str]) -> None:
    assert [t.text for t in find_subjects(read(text, verb)[1])] == names


OBJECTS = [
    ("Peru closed the port.", "closed", ["port"]),
    ("The port was closed by Peru.", "closed", ["port"]),
    ("The town that rebels hold is empty.", "hold", ["town"]),
    ("Peru left.", "left", []),
]


@pytest.mark.parametrize(("text", "verb", "names"), OBJECTS)
def test_what_undergoes_a_verb(text: str, verb: str, names: list[str]) -> None:
    assert [t.text for t in find_objects(read(text, verb)[1])] == names


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Peru did not sign.", "sign", True),
        ("Peru never signed.", "signed", True),
        ("Peru won't sign.", "sign", True),
        ("Peru no longer trades.", "trades", True),
        ("Peru signed.", "signed", False),
        ("Peru refused to sign.", "sign", False),
    ],
)
def test_what_is_denied(text: str, verb: str, expected: bool) -> None:
    assert is_negated(read(text, verb)[1]) is expected


@pytest.mark.parametrize(
    ("text", "verb", "condition"),
    [
        ("If Peru attacks, Chile will respond.", "respond", "attacks"),
        ("Chile will respond unless Peru withdraws.", "respond", "withdraws"),
        ("Chile will respond should Peru attack.", "respond", "attack"),
        ("Chile will respond tomorrow.", "respond", None),
    ],
)
def test_the_condition_of_an_act(text: str, verb: str, condition: str | None) -> None:
    _, token = read(text, verb)
    found = find_condition(token)
    assert (found.text if found is not None else None) == condition
    assert is_conditional(token) is (condition is not None)
    if found is not None:
        assert is_in_condition(found)


def test_modals_obliques_lists_and_phrases() -> None:
    doc, token = read("Peru, Chile and Bolivia must vote against the treaty of friendship on Monday.", "vote")
    assert find_modals(token) == ("must",)
    assert [t.text for t in find_obliques(token, "against")] == ["treaty"]
    assert [t.text for t in list_conjuncts(doc[0])] == ["Peru", "Chile", "Bolivia"]
    assert phrase_of(find_obliques(token, "against")[0]) == "the treaty of friendship"


def test_a_clause_is_a_stretch_of_the_text() -> None:
    doc, token = read("Peru said that the port was closed.", "closed")
    start, end = take_clause(token)
    assert doc.text[start:end] == "that the port was closed"

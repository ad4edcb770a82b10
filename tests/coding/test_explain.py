"""A record explained: the sentence around its words, the words that fired its rule, its certainty in words."""

import json

import pytest

from tocsin.coding.code import code_documents
from tocsin.coding.explain import explain_record, find_fired, find_record, is_form
from tocsin.errors import InputError
from tocsin.records.coding import Coding
from tocsin.records.document import Document, name_document
from tocsin.records.frozen import take_span
from tocsin.telling import mark_sentence, write_explanation, write_explanation_as_json

TEXT = (
    "NAIROBI — Kenya will keep its border shut.\n\nUganda urged Kenya to lift the blockade. Its foreign minister "
    "warned that Uganda would expel Kenyan diplomats if the blockade went on. Tanzania is a member of the East "
    "African Community.\n"
)


@pytest.fixture(scope="module")
def coding() -> Coding:
    return code_documents([Document(id=name_document(TEXT), source="border.txt", text=TEXT, published="2026-05-04")])


def test_every_record_is_explained_within_its_sentence(coding: Coding) -> None:
    assert {r.kind for r in coding.records} >= {"actor", "statement", "position", "commitment"}
    for record in coding.records:
        explained = explain_record(coding, record.id)
        sentence, evidence = explained.sentence, record.evidence
        assert TEXT[sentence.start : sentence.end] == sentence.quote
        assert sentence.start <= evidence.start < evidence.end <= sentence.end
        assert all(evidence.start <= span.start < span.end <= evidence.end for span in explained.fired)
        assert mark_sentence(explained).replace("*", "").replace("[[", "").replace("]]", "") == " ".join(
            sentence.quote.split()
        )


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(coding: Coding) -> None:
    commitment = coding.commitments[0]
    assert find_record(coding, commitment.id[:8]) == commitment
    with pytest.raises(InputError, match="records begin so: act-"):
        find_record(coding, "act")
    with pytest.raises(InputError, match="no record of this coding"):
        find_record(coding, "zzz")


@pytest.mark.parametrize(
    ("why", "quote", "fired"),
    [
        ("verb: warn (warned)", "it warned of war", ["warned"]),
        ("conditional threat: 'war' said by Russia", "that would mean war, Russia said", ["war"]),
        ("support by urge: lift it", "Uganda urged Kenya to lift it", ["urged", "lift"]),
        ("resource: shortages + shells", "severe shortages of shells", ["shortages", "shells"]),
        ("report, clause: 'said'", "it asserted that", []),
    ],
)  # fmt: skip
def test_the_words_that_fired_a_rule(why: str, quote: str, fired: list[str]) -> None:
    assert [span.quote for span in find_fired(quote, take_span(quote, 0, len(quote)), why)] == fired


@pytest.mark.parametrize(
    ("word", "form", "expected"),
    [("urged", "urge", True), ("denied", "deny", True), ("cuts", "cut", True), ("cutting-edge", "cut", False),
     ("senate", "send", False)],
)  # fmt: skip
def test_inflected_forms(word: str, form: str, expected: bool) -> None:
    assert is_form(word, form) is expected


def test_the_explanation_in_words_and_as_json(coding: Coding) -> None:
    explained = explain_record(coding, coding.commitments[0].id)
    words = write_explanation(explained)
    assert "in border.txt, 2026-05-04" in words
    assert "tie        membership" in words
    assert "[[Tanzania is a *member*" in words
    assert "fired by   'member'" in words
    row = json.loads(write_explanation_as_json(explained))
    assert row["record"]["id"] == explained.record.id
    assert [span["quote"] for span in row["fired"]] == ["member"]
    assert row["certainty"] == explained.record.certainty

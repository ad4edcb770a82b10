"""Code: any text in, no exception, everything grounded, the same records every time."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.coding.code import code_documents
from tocsin.coding.quotations import find_quotations
from tocsin.language.parse import parse
from tocsin.records.coding import Coding, list_spans
from tocsin.records.document import Document, name_document

PIECES = [
    "Peru",
    "said",
    "that",
    '"',
    "“",
    "”",
    "'",
    "’s",
    "the president",
    ",",
    ".",
    ":",
    ";",
    "—",
    "\n\n",
    "if",
    "will attack",
    "Chile",
    "and",
    "according to",
    "@handle",
    "https://t.co/x",
    "he",
    "they",
    "of",
    "not",
    "NATO",
    "(",
    ")",
    "1914",
    "😀",
    "on Monday",
    "troops",
    "U.S.",
    "Mr.",
    "…",
    "\u200b",
    "WAR",
    "told",
    "accused",
    "by",
]


def code(text: str) -> Coding:
    return code_documents([Document(id=name_document(text), source="test", text=text)])


def check_grounding(text: str, coding: Coding) -> None:
    for record in coding.records:
        for span in list_spans(record):
            assert text[span.start : span.end] == span.quote


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_any_words_in_any_order_give_grounded_records(pieces: list[str]) -> None:
    text = " ".join(pieces)
    check_grounding(text, code(text))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=80))
def test_any_text_gives_grounded_records(text: str) -> None:
    check_grounding(text, code(text))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab \"'“”‘’«».,\ns", max_size=60))
def test_quotations_do_not_overlap_and_lie_in_the_text(text: str) -> None:
    found = find_quotations(parse([text])[0])
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [" ", '"', "said", "According to", '" said "', "He said " * 40, "Peru: " * 30, "(" * 200, "The envoy of " * 200],
)
def test_odd_texts_do_not_raise(text: str, caplog: pytest.LogCaptureFixture) -> None:
    code(text)
    assert not caplog.records


def test_two_runs_give_the_same_records() -> None:
    text = 'Peru accused Chile of an attack. "We did nothing," Chile said.'
    assert code(text).model_dump_json() == code(text).model_dump_json()


def test_one_document_does_not_change_another() -> None:
    texts = ["Peru said that it would leave.", "It said that Chile would stay."]
    documents = [Document(id=name_document(t), source="test", text=t) for t in texts]
    together = code_documents(documents)
    apart = [r for d in documents for r in code_documents([d]).records]
    assert [r.id for r in together.records] == [r.id for r in apart]


def test_renaming_a_state_renames_its_records_and_nothing_else() -> None:
    text = 'Peru accused Chile of sending troops. "It must stop," the Peruvian president said.'
    other = text.replace("Peruvian", "Kenyan").replace("Peru", "Kenya")
    speakers = [s.speaker for s in code(text).statements]
    assert [s.speaker.replace("Kenya", "Peru") for s in code(other).statements] == speakers

"""Phrases: tokens and words between character offsets, whatever the offsets."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from tocsin.coding.phrases import tokens_between, write_words

TEXT = "Kenya  said:\n“We won't wait.” Haiti’s council (the CPT) agreed 👍🏽 at once."
DOC = English().tokenizer(TEXT)
OFFSETS = st.integers(0, len(TEXT))


@given(OFFSETS, OFFSETS)
def test_tokens_between_offsets_are_those_that_lie_whole_between_them(start: int, end: int) -> None:
    whole = [t.i for t in DOC if t.idx >= start and t.idx + len(t.text) <= end]
    assert [t.i for t in tokens_between(DOC, start, end)] == whole


@given(st.integers(0, len(DOC) - 1), st.integers(0, len(DOC) - 1))
def test_words_between_tokens_are_the_text(first: int, last: int) -> None:
    start, end = DOC[first].idx, DOC[last].idx + len(DOC[last].text)
    assert write_words(DOC, start, end) == (TEXT[start:end] if start < end else "")

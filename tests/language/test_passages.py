"""Passages end where no sentence reaches over; windows cover them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.layout import find_layout
from tocsin.language.passages import LONGEST_WINDOW, cut_passages, cut_windows
from tocsin.language.tokens import tokenize

WRAPPED = """The ministers of the four states met in the capital on Tuesday to discuss the
terms of the agreement, and the President of the host state said that he hoped
for a signature before the end of the month, while the delegations of the other
States kept their doubts to themselves until the evening.

They left."""


def cut(text):
    tokens = tokenize(text)
    return ["".join(tokens.words[a:b]).strip() for a, b in cut_passages(tokens, find_layout(tokens))]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("They met.\nThey left.", ["Theymet.", "Theyleft."]),
        ("They met\n\nthey left.", ["Theymet", "theyleft."]),
        ("They met and\nleft.", ["Theymetand\nleft."]),
        ("A headline\nThey left.", ["Aheadline", "Theyleft."]),
        ("They met.\n— The Post (@post) May 1, 2024", ["Theymet.", "—ThePost(@post)May1,2024"]),
        ("", []),
    ],
)
def test_passages_end_at_breaks(text, passages):
    assert cut(text) == passages


def test_lines_of_one_width_are_no_paragraphs():
    assert len(cut(WRAPPED)) == 2


@given(st.text(max_size=60))
def test_passages_cover_every_token_once(text):
    tokens = tokenize(text)
    passages = cut_passages(tokens, find_layout(tokens))
    assert [i for first, end in passages for i in range(first, end)] == list(range(len(tokens.words)))


@given(st.lists(st.sampled_from(["word", ".", ",", "”"]), max_size=400))
def test_windows_cover_every_word_once_and_are_short(words):
    windows = list(cut_windows(words))
    assert [i for first, end in windows for i in range(first, end)] == list(range(len(words)))
    assert all(0 < end - first <= LONGEST_WINDOW for first, end in windows)


def test_a_window_ends_after_a_stop_where_one_fits():
    words = ["word"] * 60 + ["."] + ["word"] * 80
    assert list(cut_windows(words)) == [(0, 61), (61, 141)]

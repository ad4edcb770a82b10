"""Tokens rebuild the text, and cut it where the treebanks do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.language.tokens import tokenize


@settings(deadline=None)
@given(st.text(max_size=200))
def test_words_and_spaces_rebuild_any_text(text):
    tokens = tokenize(text)
    assert "".join(word + " " * space for word, space in zip(tokens.words, tokens.spaces, strict=True)) == text
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        assert text[start : start + len(word)] == word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("defeat.https://t.co/abc", ["defeat", ".", "https://t.co/abc"]),
        ("(www.a.org).", ["(", "www.a.org", ")", "."]),
        ("a non-NATO country", ["a", "non-NATO", "country"]),
        ("long-range arms", ["long", "-", "range", "arms"]),
        ("pro-Russian and US-led", ["pro-Russian", "and", "US", "-", "led"]),
        ("Russia’s; they don’t", ["Russia", "’s", ";", "they", "do", "n’t"]),
        ("Lt. Gen. Smith of the U.S. Army", ["Lt.", "Gen.", "Smith", "of", "the", "U.S.", "Army"]),
        ("What?! No!!!", ["What", "?!", "No", "!!!"]),
        ("in 2020.", ["in", "2020", "."]),
        ("1. First\n2. Second", ["1.", "First", "\n", "2.", "Second"]),
        ("cut [...] here", ["cut", "[...]", "here"]),
    ],
)
def test_cuts(text, words):
    assert tokenize(text).words == words

"""Furniture is set aside, names in a sentence are not."""

import pytest

from tocsin.language.layout import find_layout
from tocsin.language.tokens import tokenize


def keep(text):
    tokens = tokenize(text)
    layout = find_layout(tokens)
    return [word for word, aside in zip(tokens.words, layout.aside, strict=True) if not aside and not word.isspace()]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He left. https://t.co/IZ26NzJTw4", ["He", "left", "."]),
        ("He left.https://t.co/IZ26NzJTw4", ["He", "left", "."]),
        ("He left. pic.twitter.com/Ab12", ["He", "left", "."]),
        ("He met @EmmanuelMacron today.", ["He", "met", "@EmmanuelMacron", "today", "."]),
        ("Leaders met in #Kyiv today.", ["Leaders", "met", "in", "Kyiv", "today", "."]),
        ("Leaders met. #Kyiv #Ukraine", ["Leaders", "met", "."]),
        ("@a_b @c Leaders met.", ["Leaders", "met", "."]),
        ("(CNN) — Leaders met.", ["Leaders", "met", "."]),
        ("KYIV, Feb 28 (Reuters) - Leaders met.", ["Leaders", "met", "."]),
        ("WASHINGTON — Leaders met.", ["Leaders", "met", "."]),
        ("• Leaders met.", ["Leaders", "met", "."]),
        ("🙂 Leaders met 🇺🇦.", ["Leaders", "met", "."]),
        ("Leaders (NATO) met.", ["Leaders", "(", "NATO", ")", "met", "."]),
        ("NATO — an alliance — met.", ["NATO", "—", "an", "alliance", "—", "met", "."]),
        ("— The Post (@Post) February 28, 2024", []),
    ],
)
def test_only_the_sentence_is_read(text, read):
    assert keep(text) == read


KNOWN = {"South Korea": "LOC", "Cairo": "LOC", "Lima": "LOC", "Sudan": "LOC", "North Korea": "LOC", "NATO": "ORG"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("PAJU, South Korea North Korea shut the gate.", "North"),
        ("CAIRO Sudan shut the gate.", "Sudan"),
        ("LIMA/CAIRO Sudan shut the gate.", "Sudan"),
        ("Basel / Port Louis, 3 May 2021 – Envoys met.", "Envoys"),
        ("LIMA, Jan 31 (Wire services) - Envoys met.", "Envoys"),
        ("NATO Leaders met.", "NATO"),
        ("LIMA, Cairo and Basel agreed.", "LIMA"),
        ("Sudan, North Korea and others met.", "Sudan"),
        ("Envoys met on 3 May 2021 - Easter - in Lima.", "Envoys"),
    ],
)
def test_a_dateline_is_not_read_with_its_sentence(text, first):
    tokens = tokenize(text)
    layout = find_layout(tokens, KNOWN)
    assert next(word for word, aside in zip(tokens.words, layout.aside, strict=True) if not aside) == first


def test_a_signature_stands_alone():
    tokens = tokenize("They met.\n— The Post (@Post) May 1, 2024\nThen they left.")
    layout = find_layout(tokens)
    alone = [word for word, number in zip(tokens.words, layout.alone, strict=True) if number]
    assert alone == ["—", "The", "Post", "(", "@Post", ")", "May", "1", ",", "2024"]

"""Bytes to text: what is a text is kept to the letter, what is none is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import InputError
from tocsin.reading.text import MOST_BYTES, decode_text

WORDS = "The premier’s reply — “no” — came at noon.\r\n\r\n\tCafé, 北京, 😀.\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_unicode_encoding_gives_the_same_text_with_its_line_ends(encoding: str) -> None:
    assert decode_text(WORDS.encode(encoding), "x") == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_utf16_is_known_by_its_mark(encoding: str) -> None:
    assert decode_text(("\ufeff" + WORDS).encode(encoding), "x") == WORDS


def test_windows_quotation_marks_are_read() -> None:
    assert decode_text("The premier’s “no” to Orbán".encode("cp1252"), "x") == "The premier’s “no” to Orbán"


BAD = [
    (b"", "it is empty"),
    (b" \n\t\r\n", "it is empty"),
    ("\ufeff".encode(), "it is empty"),
    (b"12:30 -- 14.15", "it holds no word"),
    (bytes(range(256)), "it is a binary file"),
    (b"\x00\x01\x02", "it is a binary file"),
    (b"The text\x00 goes on", "it is a binary file"),
    (b"\x01\x02\x03\x04 abc", "it is a binary file"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "it is a binary file"),
    (b"%PDF-1.7 plain", "it is a PDF"),
    (b"PK\x03\x04word/document.xml", "an archive or an office document"),
    (b"{\\rtf1 The premier}", "rich text"),
    ("Президент сказал нет".encode("cp1251"), "it is no UTF-8 text (byte 0 is wrong)"),
    (b"\xff\xfea", "it says that it is UTF-16"),
    (b"word " * 1_000_000, "it holds 5.0 MB, and an article must stay below 5 MB"),
]


@pytest.mark.parametrize(("content", "words"), BAD, ids=[row[1] + str(n) for n, row in enumerate(BAD)])
def test_what_is_no_text_is_told(content: bytes, words: str) -> None:
    with pytest.raises(InputError) as told:
        decode_text(content, "a.txt")
    assert told.value.where == "a.txt"
    assert words in told.value.what
    assert told.value.mend


def test_just_below_the_limit_is_read() -> None:
    assert len(decode_text(b"w" * (MOST_BYTES - 1), "x")) == MOST_BYTES - 1


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_an_error(content: bytes) -> None:
    try:
        text = decode_text(content, "x")
    except InputError:
        return
    assert any(map(str.isalpha, text))


@settings(deadline=None)
@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), min_size=1))
def test_a_text_is_kept_to_the_letter(text: str) -> None:
    assert decode_text(("A " + text).encode(), "x") == "A " + text

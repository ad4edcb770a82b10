"""Bytes of a text file to its text, which stays as it is: spacing, line ends, links and embedded posts included."""

import codecs

from tocsin.errors import InputError

MOST_BYTES = 5_000_000

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHER_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"PK\x03\x04", "an archive or an office document"),
)
BREAKS = "\t\n\v\f\r\x85"


def decode_text(content: bytes, where: str) -> str:
    """The text of a text file: UTF-8, UTF-16 or UTF-32 by its byte order mark, else Windows-1252.

    Raises InputError where the file is too long, empty, binary, or in an encoding that cannot be told.
    """
    check_size(len(content), where)
    for start, kind in OTHER_KINDS:
        if content.startswith(start):
            raise InputError(where, f"it is {kind}, not a text", "Save its text as .txt and read that")
    text = decode_marked(content, where)
    check_text(text, where)
    return text


def check_size(size: int, where: str) -> None:
    """Raises InputError for `size` bytes of 5 MB or more."""
    if size >= MOST_BYTES:
        raise InputError(
            where,
            f"it holds {size / 1e6:.1f} MB, and an article must stay below {MOST_BYTES / 1e6:.0f} MB",
            "Split it into single articles",
        )


def decode_marked(content: bytes, where: str) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                what = f"it says that it is {encoding.upper().removesuffix('-SIG')}, and byte {error.start} is not"
                raise InputError(where, what, "Save it again as UTF-8") from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return decode_western(content, error.start, where)


def decode_western(content: bytes, wrong: int, where: str) -> str:
    """The text as Windows-1252, where that leaves mostly plain letters as English has them."""
    high = sum(byte > 127 for byte in content)
    if b"\0" in content:
        raise describe_binary(where)
    if high > len(content) / 5:
        raise InputError(where, f"it is no UTF-8 text (byte {wrong} is wrong)", "Save it again as UTF-8")
    return content.decode("cp1252", errors="replace")


def check_text(text: str, where: str) -> None:
    """Raises InputError for a text that is empty, holds no letter, or is full of control characters."""
    if not text.strip():
        raise InputError(where, "it is empty", "Give an article with words in it")
    controls = sum(c < " " or "\x7f" <= c < "\xa0" for c in text) - sum(map(text.count, BREAKS))
    if "\0" in text or controls > len(text) / 50:
        raise describe_binary(where)
    if not any(map(str.isalpha, text)):
        raise InputError(where, "it holds no word", "Give an article with words in it")


def describe_binary(where: str) -> InputError:
    return InputError(where, "it is a binary file, not a text", "Give a .txt, .md or .html file")

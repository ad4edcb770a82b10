"""Words: a line of text whose pieces may lead somewhere, from which both writers write the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Colour = Literal["blue", "sky", "orange", "grey", "vermilion", "purple", "green", "ink"]
Mark = Literal["", "strong", "soft", "quoted", "cite", "reported", "coder", "model"] | Colour
Voice = Literal["reported", "coder", "model"]
COLOURS: tuple[Colour, ...] = get_args(Colour)
TAGS: dict[Voice, str] = {"reported": "reported", "coder": "coder’s judgement", "model": "model"}
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Piece:
    """Some text; `to` is the id of a place in the briefing, or an http(s) address."""

    text: str
    to: str | None = None
    mark: Mark = ""


Words = tuple[Piece, ...]


def say(*parts: "str | Piece | Words") -> Words:
    """One line from texts, pieces and lines."""
    pieces: list[Piece] = []
    for part in parts:
        if isinstance(part, str):
            pieces.append(Piece(part))
        elif isinstance(part, Piece):
            pieces.append(part)
        else:
            pieces += part
    return tuple(p for p in pieces if p.text)


def link(text: str, to: str | None) -> Piece:
    return Piece(text, to)


def stress(text: str, to: str | None = None) -> Piece:
    return Piece(text, to, "strong")


def soften(text: str) -> Piece:
    return Piece(text, None, "soft")


def soften_words(words: Words) -> Words:
    """A line in soft print, its links as they are."""
    return tuple(p if p.to or p.mark else soften(p.text) for p in words)


def quote(text: str) -> Piece:
    """Text of an article, in quotation marks unless it begins with its own."""
    return Piece(text if text.startswith(("“", '"')) else f"“{text}”", None, "quoted")


def tag(voice: Voice) -> Piece:
    """A label that says whose words stand there: a source's, the coder's or the model's."""
    return Piece(TAGS[voice], None, voice)


def key(colour: Colour) -> Piece:
    """A small square in a colour of the charts."""
    return Piece("■", None, colour)


def read_plain(words: Iterable[Piece]) -> str:
    """A line without its links and marks."""
    return "".join(p.text for p in words)


def join(lines: Sequence[Words], between: str = ", ", last: str | None = None) -> Words:
    """Several lines as one, with `last` before the last of them where it is given."""
    joined: list[Piece] = []
    for number, line in enumerate(lines):
        if number:
            joined.append(Piece(last if last is not None and number == len(lines) - 1 else between))
        joined += line
    return tuple(joined)


def list_names(names: Sequence[str], limit: int = 100) -> str:
    """'A', 'A and B', 'A, B and C', or 'A, B and 5 more'."""
    shown = list(names) if len(names) <= limit else [*names[: limit - 1], f"{len(names) - limit + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def tidy(text: str) -> str:
    """Text of an article in one line, without characters that a page cannot hold."""
    return " ".join(UNPRINTABLE.sub("\ufffd", text).split())


def drop_if(condition: str) -> str:
    """A condition in one line without its own 'if'."""
    return re.sub(r"^if ", "", tidy(condition), flags=re.IGNORECASE)


def shorten(text: str, length: int) -> str:
    """Text of at most `length` characters, cut between words, with an ellipsis where it was cut."""
    text = tidy(text)
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    border = cut.rfind(" ")
    return (cut[:border] if border > length // 2 else cut).rstrip(" ,;:.–-") + "…"


def capitalise(text: str) -> str:
    """The text with a capital first letter, the rest as it was."""
    return text[:1].upper() + text[1:]


def count(number: int, noun: str, plural: str | None = None) -> str:
    """'1 article', '3 articles'."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}".replace(",", " ")

"""Text furniture: links, handles, hashtags, datelines, bullets, emoji and post signatures, set aside before reading.

A token that is set aside stays in the document, so that no offset moves, but the network never sees it.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.language.tokens import Tokens

_LINK = re.compile(r"https?://|www\.|pic\.twitter\.com/", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:^|(?<=\s))[—–-]\s?[^\n—–]{1,60}?\(@\w+\)(?:\s+[A-Z][a-z]+\.? \d{1,2}, \d{4})?", re.MULTILINE
)
_DATELINE = re.compile(
    r"^[ \t]*(?:[A-Z][\w.’'-]*(?:[ ,/]+[\w.’'-]+){0,6}[ ,]*)?"
    r"\((?:CNN|AP|AFP|dpa|[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})\)[ \t]*(?:--|[-–—:])[ \t]*",
    re.MULTILINE,
)
_CITY_LINE = re.compile(
    r"^[ \t]*[A-Z]{3,}[A-Z ./’'-]*(?:, [A-Z][\w.]+(?: \d{1,2})?){0,2} ?(?:--|[–—])[ \t]+(?=[A-Z“\"])", re.MULTILINE
)
_BULLET = re.compile(r"^[ \t]*(?:[•·▪◦*‣●■►→>]+|[-–—](?=\s))[ \t]*", re.MULTILINE)
_REPLIES = re.compile(r"^(?:[ \t]*@\w+)+(?=[ \t]+@|[ \t]*[:,]|[ \t]+[A-Z]|[ \t]*$)", re.MULTILINE)
_CLOSING_TAGS = re.compile(r"(?:[ \t]+[#@]\w+)*[ \t]+#\w+[ \t]*$", re.MULTILINE)
_AFTER_STOP = re.compile(r"(?<=[.!?…])(?:[ \t]+[#@]\w+)+[ \t]*$", re.MULTILINE)
_PARENTHESIS = re.compile(r"\(@\w+\)")

_PATTERNS = (_DATELINE, _CITY_LINE, _BULLET, _REPLIES, _CLOSING_TAGS, _AFTER_STOP, _PARENTHESIS)


@dataclass(frozen=True)
class Layout:
    """What is furniture, token by token: `aside` is not read, `alone` is a passage that stands as its own sentence."""

    aside: tuple[bool, ...]
    alone: tuple[int, ...]


def find_layout(tokens: Tokens) -> Layout:
    """Marks the furniture; `alone[i]` counts from 1 the signature that token i belongs to, 0 for none."""
    aside = [_is_furniture(word) for word in tokens.words]
    alone = [0] * len(aside)
    for start, end in _find_spans(tokens.text):
        for i in _find_tokens(tokens.starts, start, end):
            aside[i] = True
    for number, match in enumerate(_SIGNATURE.finditer(tokens.text), start=1):
        for i in _find_tokens(tokens.starts, match.start(), match.end()):
            aside[i], alone[i] = True, number
    for i, word in enumerate(tokens.words):
        if word == "#" and not tokens.spaces[i]:
            aside[i] = True
    return Layout(tuple(aside), tuple(alone))


def _find_spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.span()


def _find_tokens(starts: list[int], start: int, end: int) -> range:
    """Numbers of the tokens that start in `start` to `end`."""
    return range(bisect_left(starts, start), bisect_left(starts, end))


def _is_furniture(word: str) -> bool:
    """Links, emoji and marks that no sentence is made of."""
    if word.isascii():
        return bool(_LINK.match(word))
    return all(unicodedata.category(c) in ("So", "Sk", "Cf", "Mn", "Co", "Cc", "Cs", "Cn") for c in word)

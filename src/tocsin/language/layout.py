"""Text furniture: links, handles, hashtags, datelines, bullets, emoji and post signatures, set aside before reading.

A token that is set aside stays in the document, so that no offset moves, but the network never sees it.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
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
    r"^[ \t]*[A-Z]{3,}[A-Z ./’'-]*(?:, [A-Z][\w.]+(?: \d{1,2})?){0,2}(?: ?(?:--|[–—])| -)[ \t]+(?=[A-Z“\"])",
    re.MULTILINE,
)
_PLACE = r"[A-Z][\w.’'-]*(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]*){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY_LINE = re.compile(
    rf"^[ \t]*{_PLACE}(?: ?/ ?{_PLACE}| and {_PLACE}|, {_PLACE}){{0,3}},? \(?(?:[A-Z][a-z]+day,? )?"
    rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?\)?(?: \([A-Z][^()\n]{{1,40}}\))? ?(?:--|[-–—:])[ \t]+"
    r"(?=[A-Z“‘\"'])",
    re.MULTILINE,
)
_CITY = re.compile(
    r"^[ \t]*(?P<city>[A-Z][A-Z.’'-]{2,}(?:[ /-][A-Z]{2,}){0,3})(?P<comma>,)? (?=[A-Z][a-z’']|U\.)", re.MULTILINE
)
_BULLET = re.compile(r"^[ \t]*(?:[•·▪◦*‣●■►→>]+|[-–—](?=\s))[ \t]*", re.MULTILINE)
_REPLIES = re.compile(r"^(?:[ \t]*@\w+)+(?=[ \t]+@|[ \t]*[:,]|[ \t]+[A-Z]|[ \t]*$)", re.MULTILINE)
_CLOSING_TAGS = re.compile(r"(?:[ \t]+[#@]\w+)*[ \t]+#\w+[ \t]*$", re.MULTILINE)
_AFTER_STOP = re.compile(r"(?<=[.!?…])(?:[ \t]+[#@]\w+)+[ \t]*$", re.MULTILINE)
_PARENTHESIS = re.compile(r"\(@\w+\)")

_PATTERNS = (_DATELINE, _CITY_LINE, _DAY_LINE, _BULLET, _REPLIES, _CLOSING_TAGS, _AFTER_STOP, _PARENTHESIS)

LONGEST_NAME = 6


@dataclass(frozen=True)
class Layout:
    """What is furniture, token by token: `aside` is not read, `alone` is a passage that stands as its own sentence."""

    aside: tuple[bool, ...]
    alone: tuple[int, ...]


def find_layout(tokens: Tokens, known: Mapping[str, str] | None = None) -> Layout:
    """Marks the furniture; `alone[i]` counts from 1 the signature that token i belongs to, 0 for none.

    `known` gives the type (LOC and others) of names: where a dateline without a dash ends, only the names can tell.
    """
    aside = [_is_furniture(word) for word in tokens.words]
    alone = [0] * len(aside)
    for start, end in (*_find_spans(tokens.text), *_find_bare_datelines(tokens.text, known or {})):
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


def _find_bare_datelines(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Datelines that run on into their sentence: "CAIRO Sudan said", "PAJU, South Korea North Korea said"."""
    for match in _CITY.finditer(text):
        words = text[match.end() : text.find("\n", match.end()) % (len(text) + 1)].split()[:LONGEST_NAME]
        size = _measure_state(words, known) if match["comma"] else 0
        cities = [known.get(city.title(), known.get(city)) for city in match["city"].split("/")]
        is_city = bool(size) or (not match["comma"] and "LOC" in cities)
        if is_city and known.get(match["city"]) != "ORG":
            yield match.start(), match.end() + sum(len(word) + 1 for word in words[:size])


def _measure_state(words: Sequence[str], known: Mapping[str, str]) -> int:
    """How many words name the state of a dateline, where a sentence begins right behind them; 0 for none."""
    sizes = range(min(len(words) - 1, 4), 0, -1)
    return next((n for n in sizes if known.get(" ".join(words[:n])) == "LOC" and words[n][:1].isupper()), 0)


def _find_tokens(starts: list[int], start: int, end: int) -> range:
    """Numbers of the tokens that start in `start` to `end`."""
    return range(bisect_left(starts, start), bisect_left(starts, end))


def _is_furniture(word: str) -> bool:
    """Links, emoji and marks that no sentence is made of."""
    if word.isascii():
        return bool(_LINK.match(word))
    return all(unicodedata.category(c) in ("So", "Sk", "Cf", "Mn", "Co", "Cc", "Cs", "Cn") for c in word)

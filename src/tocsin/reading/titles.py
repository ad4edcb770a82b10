"""The title of a text that has no markup to say it."""

import re

from tocsin.reading.dates import find_published

HEADING = re.compile(r"^# +(.+?)[ #]*$", re.MULTILINE)
LINES_TRIED = 3
FEWEST_WORDS, MOST_WORDS = 4, 20
MENU = re.compile(r"[»|>]|https?://|@")


def find_title(text: str, *, markdown: bool = False) -> str | None:
    """The first heading of a Markdown text; else the first of its first lines that reads as a headline.

    A headline is a short line without a full stop, before a longer one; a menu or a dateline is none.
    """
    if markdown and (heading := HEADING.search(text)):
        return heading[1].strip()
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()]
    for line, rest in zip(lines[:LINES_TRIED], (lines[n + 1 :] for n in range(LINES_TRIED)), strict=False):
        if is_headline(line) and any(len(other) > len(line) for other in rest):
            return line
    return None


def is_headline(line: str) -> bool:
    words = line.split()
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or line[-1] in ".,;:":
        return False
    return not MENU.search(line) and find_published(line) is None

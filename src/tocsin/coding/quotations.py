"""Quotations: the stretches of a text between quotation marks; one bad mark never empties a document."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from tocsin.coding.sparing import find_word, read_each

CLOSERS = {'"': '"', "“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'", "＂": "＂", "「": "」"}
OPENERS = frozenset(CLOSERS)
SINGLE = frozenset("‘'")
MARKS = frozenset("\"“”„«»‘’'＂「」")
BEFORE_OPENING = frozenset("([{—–-:/…>*")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/<*")
PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Quotation:
    """Quoted words: offsets of the words without their marks, and the tokens from mark to mark."""

    start: int
    end: int
    first: int
    last: int

    def holds(self, index: int) -> bool:
        """Whether the token with this index stands between the marks."""
        return self.first <= index < self.last


def find_quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The outermost quotations of `doc` in order; a quotation over several paragraphs is one a paragraph.

    **Holds** they do not overlap, and each holds a letter or a digit.
    """
    starts, text = [token.idx for token in doc], doc.text
    found = []
    paragraphs = list(PARAGRAPH.finditer(text))
    openings = [paragraph.group().lstrip()[:1] for paragraph in paragraphs[1:]]
    told = zip(paragraphs, [*openings, ""], strict=False)
    for start, end in read_each(
        told, lambda p: _pair_in_paragraph(text, p[0].start(), p[0].end(), p[1]), lambda p: find_word(doc, p[0].start())
    ):
        words = text[start:end]
        inner_start, inner_end = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
        first = max(bisect_right(starts, start - 1) - 1, 0)
        last = bisect_left(starts, min(end + 1, len(text)))
        found.append(Quotation(inner_start, inner_end, first, last))
    return tuple(found)


def _pair_in_paragraph(text: str, start: int, end: int, follows: str) -> Iterator[tuple[int, int]]:
    """Offsets of quoted words in a paragraph, marks left out; `follows` is the mark that opens the next one."""
    opened = -1
    at = start
    while at < end:
        mark = text[at]
        if mark not in MARKS or text[at : at + 2] == "''" or text[max(at - 1, start) : at + 1] == "''":
            at += 1
            continue
        if opened < 0:
            if mark in OPENERS and _opens(text, at, start, end) and (mark not in SINGLE or _find_single(text, at, end)):
                opened = at
        elif mark in CLOSERS[text[opened]] and _closes(text, at, end, text[opened]):
            if any(c.isalnum() for c in text[opened + 1 : at]):
                yield opened + 1, at
            opened = -1
        elif mark == text[opened] and mark not in SINGLE and _opens(text, at, start, end):
            opened = at
        at += 1
    if opened >= 0 and text[opened] not in SINGLE and _runs_on(text, opened, start, follows):
        yield opened + 1, end


def _opens(text: str, at: int, start: int, end: int) -> bool:
    before, after = text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    if after.isspace():
        return False
    if text[at] in "“„«「":
        return True
    return before.isspace() or before in BEFORE_OPENING or (before in MARKS and before != text[at])


def _closes(text: str, at: int, end: int, opener: str) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    if text[at] in "”»」":
        return True
    if opener in SINGLE:
        return not after.isalnum() and not text[at - 1].isspace() and not _is_possessive(text, at, end)
    return not after.isalnum() or not text[at - 1].isspace()


def _is_possessive(text: str, at: int, end: int) -> bool:
    """Whether a single mark after an s is an apostrophe ("the generals' plan"), since a closing mark comes later."""
    if text[at - 1] != "s" or text[at + 1 : at + 2] != " ":
        return False
    later = text.find(text[at], at + 1, end)
    return later > 0 and not text[later + 1 : later + 2].isalnum()


def _find_single(text: str, at: int, end: int) -> bool:
    """Whether a single opening mark has a closing one in its paragraph and is no apostrophe ("'90s", "'em")."""
    if text[at + 1 : at + 2].isdigit() and text[at + 3 : at + 4] == "s":
        return False
    closer = CLOSERS[text[at]]
    place = text.find(closer, at + 2, end)
    while place > 0:
        if _closes(text, place, end, text[at]):
            return True
        place = text.find(closer, place + 1, end)
    return False


def _runs_on(text: str, opened: int, start: int, follows: str) -> bool:
    """Whether a quotation without an end goes on in the next paragraph, or is the whole of this one."""
    return (bool(follows) and follows == text[opened]) or not text[start:opened].strip()

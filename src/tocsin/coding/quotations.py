"""Quotations: the stretches of a text between quotation marks; one bad mark never empties a document."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from tocsin.coding.sparing import find_word, read_each

CLOSERS = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "‘": "’'", "'": "'", "＂": "＂", "「": "」"}
OPENERS = frozenset(CLOSERS)
SINGLE = frozenset("‘'")
MARKS = frozenset("\"“”„«»‘’'＂「」")
BEFORE_OPENING = frozenset("([{—–-:/…>*")
PARAGRAPH = re.compile(r"[^\n]+")
# Pairs of marks typed with two signs or with a grave accent, as agencies and typesetters do: ``...'', <<...>>, `...'.
TYPED = (("``", " “", "''", "” "), ("<<", " “", ">>", "” "))
# How far behind the end of a line a quotation that has no mark there may end.
REACH = 1500
LONGEST = 6000  # of paragraphs joined, so that a text of many open marks costs no more a line
GRAVE = re.compile(r"`(?=\w)")


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
    starts, text = [token.idx for token in doc], write_marks(doc.text)
    found = []
    paragraphs = join_paragraphs(text)
    openings = [text[start:end].lstrip()[:1] for start, end in paragraphs[1:]]
    told = zip(paragraphs, [*openings, ""], strict=False)
    for start, end in read_each(
        told, lambda p: _pair_in_paragraph(text, *p[0], p[1]), lambda p: find_word(doc, p[0][0])
    ):
        words = text[start:end]
        inner_start, inner_end = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
        first = max(bisect_right(starts, start - 1) - 1, 0)
        first -= int(first > 0 and doc[first].text == doc[first - 1].text == "`")
        last = bisect_left(starts, min(end + 1, len(text)))
        found.append(Quotation(inner_start, inner_end, first, last))
    return tuple(found)


def write_marks(text: str) -> str:
    """The text with marks of two signs written as one and a space, as long as it was."""
    for opener, opening, closer, closing in TYPED:
        if opener in text:
            text = text.replace(opener, opening).replace(closer, closing)
    return GRAVE.sub("‘", text)


def join_paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs; one within whose quotation the line ends goes on to where the quotation ends."""
    joined: list[tuple[int, int]] = []
    for line in PARAGRAPH.finditer(text):
        start, end = line.span()
        if joined and start - joined[-1][0] < LONGEST and _is_inside(text, *joined[-1], start):
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _is_inside(text: str, start: int, end: int, follows: int) -> bool:
    """Whether what follows a paragraph goes on with its last quotation, without a mark of its own, and ends it."""
    opened = _pair(text, start, end)[1]
    if opened < 0 or text[opened] in SINGLE or text[follows : follows + REACH].lstrip()[:1] in MARKS:
        return False
    reach = min(follows + REACH, len(text))
    at = next((i for i in range(follows, reach) if text[i] in MARKS - SINGLE), None)
    if at is None or text[at] not in CLOSERS[text[opened]]:
        return False
    return not text[at - 1].isspace() and _closes(text, at, reach, text[opened])


def _pair_in_paragraph(text: str, start: int, end: int, follows: str) -> Iterator[tuple[int, int]]:
    """Offsets of quoted words in a paragraph, marks left out; `follows` is the mark that opens the next one."""
    pairs, opened = _pair(text, start, end)
    yield from pairs
    if opened >= 0 and text[opened] not in SINGLE and _runs_on(text, opened, start, follows):
        yield opened + 1, end


def _pair(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """Offsets of the quoted words from `start` to `end`, and the place of a mark that is left open there, or -1."""
    pairs = []
    opened = -1
    for at in range(start, end):
        mark = text[at]
        if mark not in MARKS or text[at : at + 2] == "''" or text[max(at - 1, start) : at + 1] == "''":
            continue
        if opened < 0:
            if mark in OPENERS and _opens(text, at, start, end) and (mark not in SINGLE or _find_single(text, at, end)):
                opened = at
        elif mark in CLOSERS[text[opened]] and _closes(text, at, end, text[opened]) and not _is_inner(text, at, opened):
            if any(c.isalnum() for c in text[opened + 1 : at]):
                pairs.append((opened + 1, at))
            opened = -1
        elif mark == text[opened] and mark not in SINGLE and _opens(text, at, start, end):
            opened = at
    return pairs, opened


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


def _is_inner(text: str, at: int, opened: int) -> bool:
    """Whether a straight mark stands within curly ones, since the curly closing one comes before another opens.

    One that closes words, with none open, ends the quotation: "“Let us go," he said. "We are late.”" is two.
    """
    if text[opened] == "“" and text[at - 1] in ",.!?" and text.count('"', opened, at) % 2 == 0:
        return False
    ends, opens = text.find("”", at, at + REACH), text.find("“", at, at + REACH)
    return text[opened] == "“" and text[at] == '"' and ends > 0 and (opens < 0 or ends < opens)


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
    places = (place for place in range(at + 2, end) if text[place] in CLOSERS[text[at]])
    return any(_closes(text, place, end, text[at]) for place in places)


def _runs_on(text: str, opened: int, start: int, follows: str) -> bool:
    """Whether a quotation without an end goes on in the next paragraph, or is the whole of this one."""
    return (bool(follows) and follows == text[opened]) or not text[start:opened].strip()

"""Where sentences start: paragraph breaks always, and stops by rule."""

import re
from itertools import pairwise
from statistics import median

from spacy.tokens import Doc

from tocsin.language.layout import Layout

LONGEST = 200

CLOSERS = frozenset("\"'”’)]»") | {"''"}
OPENERS = frozenset('"“‘([«—–-') | {"``"}
STOPS = frozenset({".", "!", "?", "…", "..", "...", "....", "?!", "!?", "!!", "??", "!!!", "???", "。"})
_STARTERS = frozenset(
    "The This That These Those It Its He She They We I You In On At But And If When While After Before However "
    "Meanwhile There His Her Their Our A An As For Since Some Many Both Last Under By With Although Despite".split()
)
_ENDABLE = frozenset(
    {"U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "U.S.A.", "U.A.E.", "a.m.", "p.m.", "etc.", "Inc.", "Co."}
)
_INITIALS = re.compile(r"^(?:[A-Za-z]\.)+$")


def split_sentences(doc: Doc, layout: Layout) -> list[bool]:
    """Which tokens start a sentence: true at the first token, after a paragraph break, after a stop.

    Quotes and brackets that close after a stop stay with it, furniture and spaces stay with what they follow, and no
    sentence is longer than `LONGEST` tokens.
    """
    starts = [False] * len(doc)
    if not len(doc):
        return starts
    starts[0] = True
    wrapped = _is_wrapped(doc.text)
    words = [i for i, token in enumerate(doc) if not token.is_space and not layout.aside[i]]
    for previous, current in pairwise(words):
        if _breaks_paragraph(doc, previous, current, wrapped) or _ends_at(doc, words, previous, current):
            starts[_place_start(doc, layout, previous, current)] = True
    _set_alone(starts, layout)
    _cut_long(starts, doc)
    return starts


def _place_start(doc: Doc, layout: Layout, previous: int, current: int) -> int:
    """Where between two words the sentence starts: after the last paragraph break, or at the second word."""
    start = current
    for i in range(current - 1, previous, -1):
        if doc[i].is_space and "\n" in doc[i].text:
            break
        if layout.aside[i] and not layout.alone[i] and doc[i].text[0] not in "hw#@":
            start = i
    return start if start != current or not _has_break(doc, previous, current) else _after_break(doc, previous, current)


def _has_break(doc: Doc, previous: int, current: int) -> bool:
    return any("\n" in doc[i].text for i in range(previous + 1, current))


def _after_break(doc: Doc, previous: int, current: int) -> int:
    return max(i for i in range(previous + 1, current) if "\n" in doc[i].text) + 1


def _breaks_paragraph(doc: Doc, previous: int, current: int, wrapped: bool) -> bool:
    breaks = sum(doc[i].text.count("\n") for i in range(previous + 1, current) if doc[i].is_space)
    if not breaks:
        return False
    return breaks > 1 or not (wrapped or (doc[current].text[0].islower() and doc[previous].text not in STOPS))


def _is_wrapped(text: str) -> bool:
    """Lines broken at a fixed width: most single line ends have no stop before them, and lines are alike in length."""
    lines = [line for line in re.split(r"\n", text) if line.strip()]
    if len(lines) < 4:
        return False
    lengths = [len(line) for line in lines]
    unstopped = sum(line.rstrip()[-1] not in ".!?:…”\"'’)" for line in lines)
    return unstopped > 0.6 * len(lines) and max(lengths) <= 110 and median(lengths) >= 45


def _ends_at(doc: Doc, words: list[int], previous: int, current: int) -> bool:
    """Whether a sentence ends with the token `previous`, its closing quotes looked through."""
    if doc[current].text in CLOSERS and not doc[previous].whitespace_:
        return False
    last = previous
    while last > 0 and doc[last].text in CLOSERS and not doc[last - 1].whitespace_:
        last -= 1
    stop, following = doc[last].text, doc[current].text
    if stop in STOPS:
        return _opens(following) and not (last != previous and stop in "?!…" and following[0].islower())
    if stop.endswith(".") and len(stop) > 1 and (stop in _ENDABLE or _INITIALS.match(stop)):
        return following in _STARTERS and len(stop) > 2
    return False


def _opens(word: str) -> bool:
    return word in OPENERS or word[0].isupper() or word[0].isdigit() or word[0] in "@#“\"‘'$€£" or not word[0].isascii()


def _set_alone(starts: list[bool], layout: Layout) -> None:
    """A signature is its own sentence."""
    for i in range(1, len(starts)):
        if layout.alone[i] != layout.alone[i - 1]:
            starts[i] = True


def _cut_long(starts: list[bool], doc: Doc) -> None:
    """Cuts a sentence that is longer than the network reads, at a semicolon, a comma or anywhere."""
    begin = 0
    for i in range(1, len(starts)):
        if starts[i]:
            begin = i
        elif i - begin >= LONGEST or (i - begin >= LONGEST * 3 // 4 and doc[i - 1].text in ";,:"):
            starts[i], begin = True, i

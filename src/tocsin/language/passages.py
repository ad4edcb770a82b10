"""Text cut where it surely breaks, and into windows that the network reads whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from tocsin.language.layout import Layout
from tocsin.language.tokens import Tokens

LONGEST_WINDOW = 110
STOPS = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "??", "!!!", "???", "。"})
FULL_STOPS = frozenset({".", "!", "?", "?!", "!!", "??", "!!!", "???"})
CLOSERS = frozenset("”’)]»")
OPENERS = frozenset("“‘«")
PAUSES = frozenset({";", ",", ":", "—", "–"})


def cut_passages(tokens: Tokens, layout: Layout) -> list[tuple[int, int]]:
    """Runs of tokens `(first, end)` that cover the document; no sentence reaches over their borders.

    Paragraph breaks and the signatures of embedded posts are borders.
    """
    if not tokens.words:
        return []
    wrapped = _is_wrapped(tokens.text)
    words = [i for i, word in enumerate(tokens.words) if not word.isspace()]
    borders = {0, len(tokens.words)}
    for previous, following in pairwise(words):
        parted = following - previous > 1 and _breaks_paragraph(tokens.words, previous, following, wrapped)
        if parted or layout.alone[previous] != layout.alone[following]:
            borders.add(following)
    return list(pairwise(sorted(borders)))


def _breaks_paragraph(words: Sequence[str], previous: int, following: int, wrapped: bool) -> bool:
    """Whether a paragraph ends between two words: at an empty line, or at a line's end that is no wrapping."""
    breaks = "".join(words[previous + 1 : following]).count("\n")
    if breaks == 1:
        runs_on = words[following][0].islower() and words[previous] not in STOPS
        return not (wrapped or runs_on)
    return breaks > 1


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken at a fixed width: those that another follows are alike in length, few with a stop."""
    followed = [line.rstrip() for line, after in pairwise(text.split("\n")) if line.strip() and after.strip()]
    if len(followed) < 3:
        return False
    lengths = [len(line) for line in followed]
    unstopped = sum(not re.search(r"[.!?:…][\"'”’)]*$", line) for line in followed)
    return unstopped > 0.6 * len(followed) and max(lengths) <= 110 and median(lengths) >= 45


def cut_windows(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Windows `(first, end)` that cover the words of a passage, `LONGEST_WINDOW` words at most.

    A passage is cut where a sentence surely ends; whether one ends elsewhere is for the network to say, which parses a
    sentence better alone than among its neighbours. What is still too long is cut after a pause, or else anywhere.
    """
    ends = [i for i in range(1, len(words)) if _surely_ends(words, i)]
    for first, end in pairwise([0, *ends, len(words)] if words else []):
        while end - first > LONGEST_WINDOW:
            cut = _find_cut(words, first, STOPS) or _find_cut(words, first, PAUSES) or first + LONGEST_WINDOW
            yield first, cut
            first = cut
        yield first, end


def _surely_ends(words: Sequence[str], following: int) -> bool:
    """Whether a sentence ends before the word `following`: a stop, quotes that close, and a capital or quote after it.

    A question that closes with its quotes may go on ("?" he asked), and dots may be a pause.
    """
    last = following - 1
    while last > 0 and words[last] in CLOSERS:
        last -= 1
    word = words[following]
    opens = word[0].isupper() or (word[0] in OPENERS and last == following - 1)
    return opens and words[last] in (FULL_STOPS if last == following - 1 else {"."})


def _find_cut(words: Sequence[str], first: int, marks: frozenset[str]) -> int:
    """The place after the last of `marks` in the latter part of the window, or 0."""
    for i in range(first + LONGEST_WINDOW - 2, first + LONGEST_WINDOW // 4, -1):
        if words[i] in marks:
            return i + 2 if words[i + 1] in CLOSERS else i + 1
    return 0

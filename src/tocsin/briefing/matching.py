"""Matching two situations: which issue, threat or question of one is which of the other, by its words."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
SAME = 0.6
STOP = frozenset("the and of to with for in on by that will be its it an at as from into if is are".split())


def match_words(ours: Sequence[T], theirs: Sequence[T], words: Callable[[T], str], kind: Callable[[T], Hashable]
                ) -> list[tuple[T, T]]:  # fmt: skip
    """Pairs of the same `kind`, one to one, whose words are the same or share most of what they hold; best first.

    The measure is Dice's coefficient of the two sets of content words, at least SAME.

    **Holds** a list matched with itself pairs each item with itself where no two have the same words.
    """
    scored = [
        (-compare_words(words(a), words(b)), m, n)
        for m, a in enumerate(ours)
        for n, b in enumerate(theirs)
        if kind(a) == kind(b)
    ]
    pairs: list[tuple[int, int]] = []
    for score, m, n in sorted(scored):
        if -score >= SAME and all(m != a and n != b for a, b in pairs):
            pairs.append((m, n))
    return [(ours[m], theirs[n]) for m, n in sorted(pairs)]


def compare_words(one: str, other: str) -> float:
    """Dice's coefficient of the content words of two lines, just over 1 where the lines are the same."""
    if one == other:
        return 1.01
    a, b = split_content(one), split_content(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def split_content(line: str) -> frozenset[str]:
    """The words of a line without those that hold no content, the plural s taken off."""
    found: Iterable[str] = re.findall(r"\w+", line.lower())
    kept = (w for w in found if w not in STOP and len(w) > 1)
    return frozenset(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in kept)

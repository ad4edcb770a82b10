"""Counts in a sentence: how many of whom were killed, hurt or taken, and whether two counts can both be so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.assessing.words import find_stem, list_words

SPELLED = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
BOUND = r"(?P<bound>at least|more than|over|up to|at most|fewer than|less than|nearly|almost|about|around|some)?\s*"
NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?|" + "|".join(SPELLED) + r")"
COUNTED = re.compile(rf"\b{BOUND}\b{NUMBER}\s+(?P<noun>(?:[a-z]+\s+){{0,2}}[a-z]+)", re.IGNORECASE)
AT_LEAST = ("at least", "more than", "over")
AT_MOST = ("up to", "at most", "fewer than", "less than")
ROUND = 0.1
NEAR = 60


@dataclass(frozen=True)
class Count:
    """A number of people or things to whom something was done; `low` and `high` are what the words allow."""

    low: float
    high: float
    noun: str
    harm: str
    words: str


def find_counts(sentence: str) -> Iterator[Count]:
    """The counts of a sentence that stand beside a word of harm: "at least 12 soldiers were killed"."""
    for match in COUNTED.finditer(sentence):
        harm = find_harm(sentence, match.start(), match.end())
        words = match["noun"].split()
        place = next((i for i, word in enumerate(words) if find_stem(word) in list_words("harmed")), None)
        if harm is not None and place is not None:
            low, high = find_bounds(read_number(match["number"]), (match["bound"] or "").lower())
            told = " ".join([*match.group()[: match.start("noun") - match.start()].split(), *words[: place + 1]])
            yield Count(low, high, find_stem(words[place]), harm, told)


def find_harm(sentence: str, start: int, end: int) -> str | None:
    """The harm told nearest to the characters from `start` to `end`, as one form; None where none is near."""
    near: list[tuple[int, str]] = []
    for word in re.finditer(r"[a-z]+", sentence, re.IGNORECASE):
        distance = max(start - word.end(), word.start() - end, 0)
        if distance <= NEAR and (stem := find_stem(word.group())) in list_words("harm"):
            near.append((distance, stem))
    return min(near)[1] if near else None


def read_number(words: str) -> float:
    return float(SPELLED[words.lower()]) if words.lower() in SPELLED else float(words.replace(",", ""))


def find_bounds(number: float, bound: str) -> tuple[float, float]:
    """What a number with its bound allows: "at least 12" from 12 up, "about 12" a tenth to either side."""
    if bound in AT_LEAST:
        return number, float("inf")
    if bound in AT_MOST:
        return 0.0, number
    slack = ROUND * number if bound else 0.0
    return number - slack, number + slack


def conflict(one: Count, other: Count) -> bool:
    """Whether two counts of the same noun and harm cannot both be so."""
    return (one.noun, one.harm) == (other.noun, other.harm) and (one.high < other.low or other.high < one.low)

"""Repeats: what a text tells twice is coded once, at its first full telling."""

from collections.abc import Iterable, Sequence

from tocsin.records.coding import AnyRecord, Statement

MINOR = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "for",
        "and",
        "that",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "it",
        "its",
        "this",
        "will",
        "would",
        "has",
        "have",
        "had",
        "with",
        "by",
        "at",
        "as",
    ]
)
SAME = 0.8
SHORTEST = 4
LONGEST_HEADLINE = 140


def find_headline(text: str) -> int:
    """Where the headline ends: the first line, if it is short, has no full stop and more follows; else 0."""
    stripped = text.lstrip()
    line = stripped.split("\n", 1)[0].rstrip()
    is_head = len(line) < LONGEST_HEADLINE and line[-1:] not in tuple('.!?"”') and len(stripped) > 2 * len(line)
    return len(text) - len(stripped) + len(line) if is_head else 0


def drop_repeats(records: Sequence[AnyRecord], headline: int = 0) -> list[AnyRecord]:
    """Records without statements that one speaker makes twice in nearly the same words, or in the headline and below.

    The first telling is kept, the headline's (up to the offset `headline`) is not.
    """
    told = [r for r in records if isinstance(r, Statement)]
    heads = {
        id(r)
        for r in told
        if r.evidence.end <= headline and any(o.speaker == r.speaker and o.evidence.start > headline for o in told)
    }
    kept: list[AnyRecord] = []
    said: dict[tuple[str, bool], list[frozenset[str]]] = {}
    for record in records:
        if id(record) in heads:
            continue
        if isinstance(record, Statement):
            words = take_words(record.content.quote)
            before = said.setdefault((record.speaker, record.direct), [])
            if len(words) >= SHORTEST and any(share_words(words, other) >= SAME for other in before):
                continue
            before.append(words)
        kept.append(record)
    return kept


def take_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, in lower case."""
    return frozenset(
        w for w in (word.strip(".,;:!?\"'“”‘’()").lower() for word in text.split()) if w and w not in MINOR
    )


def share_words(words: Iterable[str], other: Iterable[str]) -> float:
    """The share of the smaller set of words that the other one has too, 0 to 1, where they are alike in size."""
    first, second = frozenset(words), frozenset(other)
    smaller, larger = sorted((len(first), len(second)))
    return len(first & second) / larger if smaller else 0.0

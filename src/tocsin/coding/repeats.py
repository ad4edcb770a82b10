"""Repeats: what a text tells twice is coded once, at its first full telling."""

from collections.abc import Iterable, Sequence

from tocsin.records.coding import AnyRecord, Statement

MINOR = frozenset("the a an of to in on for and that is are was were be been it its this will would has have had with by at as".split())
SAME = 0.8
SHORTEST = 4


def drop_repeats(records: Sequence[AnyRecord]) -> list[AnyRecord]:
    """Records without statements that one speaker makes twice in nearly the same words; the first one is kept."""
    kept: list[AnyRecord] = []
    said: dict[tuple[str, bool], list[frozenset[str]]] = {}
    for record in records:
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
    return frozenset(w for w in (word.strip(".,;:!?\"'“”‘’()").lower() for word in text.split()) if w and w not in MINOR)


def share_words(words: Iterable[str], other: Iterable[str]) -> float:
    """The share of the smaller set of words that the other one has too, 0 to 1, where they are alike in size."""
    first, second = frozenset(words), frozenset(other)
    smaller, larger = sorted((len(first), len(second)))
    return len(first & second) / larger if smaller else 0.0

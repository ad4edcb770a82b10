"""Copies: what an article repeats from another one in the same words counts once, with both as sources."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tocsin.records.coding import AnyRecord, Coding, Issue, Position
from tocsin.records.disagreement import Copy
from tocsin.records.document import Document

WORDS = 5
ALIKE = 0.5
REPEATED = 0.8
FEWEST_WORDS = 8
SHORTEST = 20
Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Reading:
    """A document with its sequences of five words, and what of them earlier documents have."""

    document: Document
    shingles: Shingles
    copy: Copy | None
    earlier: tuple[str, ...]


def set_copies_aside(coding: Coding) -> tuple[Coding, tuple[Copy, ...]]:
    """The coding without the records that a copy repeats from an earlier document, and the copies.

    Earlier is the document that was published first, of undated ones and of a day the one that was given first. What
    an article adds to the copied words stays, and so does every document.

    **Holds** a document given twice, whatever its title, changes no record that is kept.
    """
    readings = {reading.document.id: reading for reading in read_documents(coding.documents)}
    shingles = {name: reading.shingles for name, reading in readings.items()}
    kept = [r for r in coding.records if not is_repeated(r, readings[r.document], shingles)]
    used = {r.issue for r in kept if isinstance(r, Position)}
    words = {r.id for r in kept if isinstance(r, Issue)}
    issues = [r for r in coding.records if isinstance(r, Issue) and r.id in used - words]
    copies = tuple(reading.copy for reading in readings.values() if reading.copy is not None)
    if len(kept) == len(coding.records):
        return coding, copies
    ids = {r.id for r in (*kept, *issues)}
    return coding.model_copy(update={"records": tuple(r for r in coding.records if r.id in ids)}), copies


def read_documents(documents: Sequence[Document]) -> Iterator[Reading]:
    """Each document, the earliest first, with the earlier one that it is most alike where they are copies.

    Shared sequences are counted over an index of them, so that time grows with the words and with what is shared.
    """
    holders: dict[tuple[str, ...], list[str]] = {}
    sizes: dict[str, int] = {}
    for document in sorted(documents, key=lambda d: d.published or "9"):
        shingles = make_shingles(document.text)
        shared = Counter(name for shingle in shingles for name in holders.get(shingle, ()))
        alike = {name: count / min(len(shingles), sizes[name]) for name, count in shared.items()}
        most = max(alike, key=lambda name: alike[name], default=None)
        copied = most is not None and alike[most] >= ALIKE and min(len(shingles), sizes[most]) >= SHORTEST
        copy = Copy(document=document.id, of=most, alike=round(alike[most], 3)) if copied and most else None
        yield Reading(document, shingles, copy, tuple(shared))
        sizes[document.id] = len(shingles)
        for shingle in shingles:
            holders.setdefault(shingle, []).append(document.id)


def make_shingles(text: str) -> Shingles:
    """All sequences of five words of a text, case and punctuation left out; a shorter text is one sequence."""
    words = split_words(text)
    return frozenset(tuple(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1)) if words)


def split_words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def is_repeated(record: AnyRecord, reading: Reading, shingles: dict[str, Shingles]) -> bool:
    """Whether an earlier document has a record's words: nearly all where this is its copy, else all of a sentence."""
    if record.kind == "actor" or not reading.earlier:
        return False
    own, words = make_shingles(record.evidence.quote), len(split_words(record.evidence.quote))
    if reading.copy is not None and words >= WORDS and share_in(own, shingles[reading.copy.of]) >= REPEATED:
        return True
    return words >= FEWEST_WORDS and any(own <= shingles[name] for name in reading.earlier)


def share_in(own: Iterable[tuple[str, ...]], other: Shingles) -> float:
    found = [shingle in other for shingle in own]
    return sum(found) / max(1, len(found))

"""The text of an article cut where marks begin and end; offsets are code points, as everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tocsin.workbench.shown import Shown

ORDER = ("proposed", "edited", "added", "accepted")


@dataclass(frozen=True)
class Piece:
    """Some characters from `start` on, with the ids of the records that rest on them."""

    start: int
    text: str
    records: tuple[str, ...]
    status: str
    current: bool


def cut_text(text: str, shown: Sequence[Shown], current: str | None) -> list[Piece]:
    """**Holds** the pieces in their order are the text, and each lies within or outside of each mark."""
    marked = [s for s in shown if s.status != "rejected" or s.record.id == current]
    borders = {0, len(text)}
    for s in marked:
        borders |= {s.record.evidence.start, s.record.evidence.end}
    cuts = sorted(borders)
    starts = sorted(marked, key=lambda s: s.record.evidence.start)
    pieces: list[Piece] = []
    active: list[Shown] = []
    upcoming = 0
    for start, end in pairwise(cuts):
        while upcoming < len(starts) and starts[upcoming].record.evidence.start <= start:
            active.append(starts[upcoming])
            upcoming += 1
        active = [s for s in active if s.record.evidence.end > start]
        pieces.append(make_piece(text, start, end, active, current))
    return pieces


def make_piece(text: str, start: int, end: int, active: Sequence[Shown], current: str | None) -> Piece:
    """A piece shows the status that most needs eyes; the record in hand comes first among its records."""
    ids = sorted((s.record.id for s in active), key=lambda id: id != current)
    found = {s.status for s in active}
    status = next((word for word in ORDER if word in found), "rejected" if found else "")
    return Piece(start, text[start:end], tuple(ids), status, current in ids)

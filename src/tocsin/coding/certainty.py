"""Certainties: what a rule says of itself is set against how often records like it were right."""

from collections.abc import Iterable

from tocsin.codebook.reliability import take_certainty
from tocsin.records.coding import AnyRecord


def calibrate(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """The records with the chance that they are right as their certainty; nothing else of them changes."""
    return [r.model_copy(update={"certainty": take_certainty(r.kind, r.why, r.certainty)}) for r in records]

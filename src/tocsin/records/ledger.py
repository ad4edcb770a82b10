"""Ledger: forecasts kept before the outcome is known, and what became of them; one JSON line an entry."""

import json
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from tocsin.records.forecast import Asked
from tocsin.records.frozen import IsoDate, Record, Share, hash_words

START = "0" * 16


class Entry(Record):
    """What every line has: the hash of the line before it, so that no line can be changed or left out unseen."""

    format: Literal["tocsin/ledger/1"] = "tocsin/ledger/1"
    previous: str = START


class KeptQuestion(Entry):
    """One question of a forecast with its chance, and what baselines would have said."""

    kind: Literal["question"] = "question"
    id: str
    label: str
    asked: Asked
    text: str
    resolved_by: str
    made_on: IsoDate | None
    deadline: IsoDate | None
    weeks: int
    chance: Share
    low: Share
    high: Share
    climatology: Share | None = Field(description="chance by past cases alone; null where no rate is published")
    persistence: Share = Field(description="chance where everything goes on as it does")
    situation_hash: str
    models_hash: str
    version: str
    seed: int
    draws: int


class KeptLine(Entry):
    """Where an issue would settle, 0 to 100: the chances of the 101 whole points."""

    kind: Literal["line"] = "line"
    id: str
    label: str
    made_on: IsoDate | None
    masses: tuple[float, ...] = Field(min_length=101, max_length=101)
    situation_hash: str
    version: str


class Resolution(Entry):
    """What became of a question: `outcome` 1 or 0, or a point from 0 to 100 of a line; null where it cannot be told."""

    kind: Literal["resolution"] = "resolution"
    id: str = Field(description="id of the question or line")
    outcome: float | None = Field(ge=0, le=100)
    on: IsoDate
    source: str = Field(min_length=1, description="where the outcome can be read")


AnyEntry = Annotated[KeptQuestion | KeptLine | Resolution, Field(discriminator="kind")]
ENTRIES: TypeAdapter[KeptQuestion | KeptLine | Resolution] = TypeAdapter(AnyEntry)


def write_entry(entry: Entry) -> str:
    """One line of a ledger."""
    return entry.model_dump_json()


def hash_entry(line: str) -> str:
    """The hash that the next line names."""
    return hash_words(line.strip(), length=16)


def chain_entries(entries: Iterable[Entry], last: str) -> list[str]:
    """The lines of some entries after the line `last` (empty at the start), each with the hash of the one before."""
    lines: list[str] = []
    previous = hash_entry(last) if last else START
    for entry in entries:
        lines.append(write_entry(entry.model_copy(update={"previous": previous})))
        previous = hash_entry(lines[-1])
    return lines


def check_chain(lines: Sequence[str]) -> int | None:
    """The number, from 1, of the first line that does not name the line before it; None where the chain is whole."""
    previous = START
    for number, line in enumerate(lines, 1):
        value: Any = json.loads(line)
        if value.get("previous") != previous:
            return number
        previous = hash_entry(line)
    return None

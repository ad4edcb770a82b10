"""The age of the codebook: each table with its rows, until when it is known, and where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tocsin.codebook.tables import FOLDER, load_table

MADE_OF_LINES = ("holders", "figures", "groups", "outlets", "spells")
ABOUT = frozenset(
    {"source", "as_of", "year", "years", "name", "world", "figures_known_to", "said_cases", "seen_weight", "spread"}
)


@dataclass(frozen=True, slots=True)
class TableAge:
    """A table: how many rows, the oldest and the newest day, month or year until which rows are known, its sources.

    `known_from` and `known_to` are null for tables of words, which do not age, and equal where rows are of one age.
    """

    name: str
    rows: int
    known_from: str | None
    known_to: str | None
    source: str
    row_sources: tuple[str, ...]


def describe_tables() -> tuple[TableAge, ...]:
    """Every table of the codebook, by name."""
    return tuple(describe_table(path.stem) for path in sorted(FOLDER.glob("*.toml")))


def describe_table(name: str) -> TableAge:
    """One table; the figures of a table are those of a year where no day is named."""
    table = load_table(name)
    days = sorted({str(value) for value in list_values(table, ("as_of", "known_to", "figures_known_to"))})
    if "year" in table:
        days = [str(table["year"])]
    sources = {str(source) for source in list_values(table, ("source",))} - {table["source"]}
    return TableAge(
        name=name,
        rows=count_rows(table),
        known_from=days[0] if days else None,
        known_to=days[-1] if days else None,
        source=table["source"],
        row_sources=tuple(sorted(sources)),
    )


def list_values(value: Any, keys: tuple[str, ...]) -> Iterator[Any]:
    """The values under some keys, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys and not isinstance(inner, dict):
                yield inner
            yield from list_values(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from list_values(inner, keys)


def count_rows(table: dict[str, Any]) -> int:
    """The rows of a table, whatever about it is said beside them left out; a list of words has a row for each word."""
    return sum(count_part(key, part) for key, part in table.items() if key not in ABOUT)


def count_part(key: str, part: Any) -> int:
    """The rows in one part of a table: lines, words, names with a value, or rows, where an office has one a holder."""
    if isinstance(part, dict):
        return count_rows(part)
    if isinstance(part, list):
        return sum(count_part("holders", row["holders"]) if is_office(row) else 1 for row in part)
    if isinstance(part, str):
        return len([line for line in part.split("\n") if line] if key in MADE_OF_LINES else part.split())
    return 1


def is_office(row: Any) -> bool:
    return isinstance(row, dict) and "holders" in row

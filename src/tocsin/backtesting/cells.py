"""Rows and numbers of a table, with errors that name the line."""

import csv
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from tocsin.errors import InputError

MISSING = frozenset({"", "NA", "na", "."})


@dataclass(frozen=True)
class Row:
    """The cells of a row by column, and its line in the file."""

    line: int
    cells: dict[str, str]


def read_columns(path: Path) -> list[str]:
    """The names in the first line of a table, in lower case."""
    with open_table(path) as lines:
        return [name.strip().lower() for name in next(csv.reader(lines), [])]


def read_rows(path: Path, needed: Sequence[str] = ()) -> list[Row]:
    """The rows of a table that are not empty. Raises InputError where a needed column or a whole cell is missing."""
    with open_table(path) as lines:
        reader = csv.reader(lines)
        columns = [name.strip().lower() for name in next(reader, [])]
        lost = [name for name in needed if name not in columns]
        if lost:
            raise InputError(
                path.name, f"the column '{lost[0]}' is missing", f"The first line must name {list(needed)}"
            )
        rows = []
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(columns):
                what = f"{len(cells)} cells where the first line names {len(columns)} columns"
                raise InputError(f"{path.name}, line {reader.line_num}", what, "Write one cell for each column")
            rows.append(Row(reader.line_num, {c: cell.strip() for c, cell in zip(columns, cells, strict=True)}))
    if not rows:
        raise InputError(path.name, "holds no rows", "Give a table with a first line of names and a row for each case")
    return rows


def open_table(path: Path) -> TextIO:
    """The table as text; InputError where there is none."""
    try:
        return path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise InputError(str(path), "cannot be read", "Give the path of a CSV table") from error


def read_number(path: Path, row: Row, column: str, low: float | None, high: float | None) -> float | None:
    """The number in a cell, None where it is missing. Raises InputError for anything else or out of bounds."""
    cell = row.cells[column]
    if cell in MISSING:
        return None
    where = f"{path.name}, line {row.line}"
    try:
        number = float(cell)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise InputError(where, f"'{cell}' in column '{column}' is no number", "Write a number, or leave it empty")
    if (low is not None and number < low) or (high is not None and number > high):
        bounds = f"at least {low:g}" if high is None else f"from {low:g} to {high:g}"
        raise InputError(where, f"{number:g} in column '{column}' is out of bounds", f"It must be {bounds}")
    return number


def find_twice(path: Path, named: Iterable[tuple[Row, str]], what: str) -> None:
    """Raise InputError where a name comes twice."""
    seen: dict[str, int] = {}
    for row, name in named:
        if name in seen:
            clash = f"the {what} '{name}' is in line {seen[name]} already"
            raise InputError(f"{path.name}, line {row.line}", clash, "Give each one row, or another name")
        seen[name] = row.line

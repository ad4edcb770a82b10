"""Rows and numbers of a table, with errors that name the line."""

import csv
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tocsin.errors import InputError

MISSING = frozenset({"", "NA", "na", "."})


@dataclass(frozen=True)
class Row:
    """The cells of a row by column, and its line in the file."""

    line: int
    cells: dict[str, str]


def read_columns(path: Path) -> list[str]:
    """The names in the first line of a table, in lower case."""
    return next(parse_lines(path), (1, []))[1]


def read_rows(path: Path, needed: Sequence[str] = ()) -> list[Row]:
    """The rows of a table that are not empty. Raises InputError where a needed column or a whole cell is missing."""
    lines = parse_lines(path)
    columns = next(lines, (1, []))[1]
    lost = [name for name in needed if name not in columns]
    if lost:
        raise InputError(path.name, f"the column '{lost[0]}' is missing", f"The first line must name {list(needed)}")
    rows = []
    for line, cells in lines:
        if len(cells) != len(columns):
            what = f"{len(cells)} cells where the first line names {len(columns)} columns"
            raise InputError(f"{path.name}, line {line}", what, "Write one cell for each column")
        rows.append(Row(line, dict(zip(columns, cells, strict=True))))
    if not rows:
        raise InputError(path.name, "holds no rows", "Give a table with a first line of names and a row for each case")
    return rows


def parse_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lines of a table that are not empty, with their numbers: first the names in lower case, then the cells."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""))
    names = True
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield reader.line_num, [cell.lower() for cell in stripped] if names else stripped
                names = False
    except csv.Error as error:
        raise InputError(f"{path.name}, line {reader.line_num}", f"is no CSV: {error}", "Save it as CSV") from error


def read_text(path: Path) -> str:
    """The text of a file; InputError where there is none."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(str(path), "cannot be read", "Give the path of a CSV table") from error
    except ValueError as error:
        raise InputError(path.name, "is not UTF-8 text", "Save the table as CSV in UTF-8") from error


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

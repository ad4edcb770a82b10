"""The plain long format: one row for each actor on each issue."""

from itertools import groupby
from pathlib import Path

import numpy as np

from tocsin.backtesting.cells import Row, find_twice, read_number, read_rows
from tocsin.backtesting.past import PastIssue, PastTable
from tocsin.errors import InputError

NEEDED = ("dossier", "issue", "actor", "position", "outcome")
MAJORITY = 2 / 3
RULES = (
    "long format: one row an actor; without a column for it, every salience is 50 and every capability 1; a majority "
    "is two thirds of the capability; the setter is the strongest actor"
)


def is_long_table(columns: list[str]) -> bool:
    return set(NEEDED) <= set(columns)


def read_long_table(path: Path) -> PastTable:
    """The issues of a table with the columns dossier, issue, actor, position and outcome (0 to 100), and perhaps
    salience (0 to 100), capability (from 0) and reference (0 to 100).

    Rows of one issue stand together and give one outcome and one reference. Issues without an outcome are left out.
    """
    rows = read_rows(path, NEEDED)
    issues, left_out, seen = [], [], set()
    for key, group in groupby(rows, key=lambda r: (r.cells["dossier"], r.cells["issue"])):
        members = list(group)
        where = f"{path.name}, line {members[0].line}"
        if not all(key):
            raise InputError(where, "dossier or issue is empty", "Name both in every row")
        if key in seen:
            raise InputError(where, f"issue '{key[1]}' stands apart from its other rows", "Put its rows together")
        seen.add(key)
        issue = read_members(path, members)
        if isinstance(issue, str):
            left_out.append(issue)
        else:
            issues.append(issue)
    return PastTable(tuple(issues), tuple(left_out), RULES)


def read_members(path: Path, rows: list[Row]) -> PastIssue | str:
    """The rows of one issue, or why it is left out."""
    first = rows[0]
    dossier, name = first.cells["dossier"], first.cells["issue"]
    where = f"{path.name}, line {first.line}"
    find_twice(path, ((r, r.cells["actor"]) for r in rows), "actor")
    positions = [read_needed(path, r, "position", 0, 100) for r in rows]
    salience = [read_optional(path, r, "salience", 100, 50.0) for r in rows]
    capability = [read_optional(path, r, "capability", None, 1.0) for r in rows]
    outcome, reference = (read_shared(path, rows, column) for column in ("outcome", "reference"))
    if len(rows) < 2:
        raise InputError(where, f"issue '{name}' has one actor", "Give at least two")
    for what, values in (("salience", salience), ("capability", capability)):
        if max(values) == 0:
            raise InputError(where, f"every {what} of issue '{name}' is 0", "Give at least one actor some")
    if outcome is None:
        return f"line {first.line}, {name}: no outcome"
    weighs = np.array(capability)
    return PastIssue(
        dossier=dossier,
        name=name,
        actors=tuple(r.cells["actor"] for r in rows),
        positions=np.array(positions),
        salience=np.clip(salience, 1.0, 100.0),
        capability=np.maximum(weighs, 1e-6 * weighs.max()),
        votes=weighs,
        quota=weighs.sum() * MAJORITY,
        setter=int(np.argmax(weighs)),
        reference=np.nan if reference is None else reference,
        outcome=outcome,
    )


def read_needed(path: Path, row: Row, column: str, low: float, high: float) -> float:
    number = read_number(path, row, column, low, high)
    if number is None:
        what = f"the {column} of '{row.cells['actor']}' is missing"
        raise InputError(f"{path.name}, line {row.line}", what, "Give it, or leave the row out")
    return number


def read_optional(path: Path, row: Row, column: str, high: float | None, default: float) -> float:
    """A number of a column that a table need not have; where it has it, the cell is needed."""
    if column not in row.cells:
        return default
    number = read_number(path, row, column, 0, high)
    if number is None:
        what = f"the {column} of '{row.cells['actor']}' is missing"
        raise InputError(f"{path.name}, line {row.line}", what, "Give it, or leave the column out")
    return number


def read_shared(path: Path, rows: list[Row], column: str) -> float | None:
    """The one number that all rows of an issue give, None where none does."""
    found: float | None = None
    for row in rows:
        number = read_number(path, row, column, 0, 100) if column in row.cells else None
        if number is not None and found is not None and number != found:
            what = f"the {column} is {number:g}, above it is {found:g}"
            raise InputError(f"{path.name}, line {row.line}", what, "Give one for the whole issue")
        found = number if found is None else found
    return found

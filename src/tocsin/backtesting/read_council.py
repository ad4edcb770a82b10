"""The DEU II format: one row an issue, a column for each actor's position (p...) and salience (s...)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tocsin.backtesting.cells import Row, find_twice, read_number, read_rows
from tocsin.backtesting.past import PastIssue, PastTable
from tocsin.errors import InputError

INSTITUTIONS = ("com", "ep")
OLD = ("at", "be", "dk", "fi", "fr", "de", "el", "ie", "it", "lu", "nl", "pt", "es", "se", "uk")
LATE = ("bu", "cy", "cz", "ee", "hu", "lv", "lt", "mt", "pl", "ro", "si", "sk")
ACTORS = (*INSTITUTIONS, *sorted((*OLD, *LATE)))
KEYS = ("prnr", "isnr", "out")
FEWEST = 3
MAJORITY = 0.7
RULES = (
    "DEU II format: actors without a position left out; missing salience is the mean of the issue; salience from 1 to "
    "100; at least 3 actors; {capability}"
)


@dataclass(frozen=True)
class Council:
    """Votes of the member states and the quota, before and after the enlargement of 2004, and which dossiers came
    after it."""

    old: Mapping[str, float]
    late: Mapping[str, float]
    quotas: tuple[float, float]
    after: Mapping[str, bool]

    def share(self, late: bool) -> float:
        """The share of all votes that a qualified majority needs."""
        return self.quotas[late] / sum((self.late if late else self.old).values())


def is_council_table(columns: list[str]) -> bool:
    """Whether a table has the columns of DEU II."""
    return set(KEYS) <= set(columns) and {"pcom", "scom"} <= set(columns)


def read_council_table(path: Path, folder: Path | None) -> PastTable:
    """The issues of a table in the DEU II format.

    `folder` holds council_weights_EU15.csv and council_weights_EU27.csv (columns abbr, weights), and perhaps a
    *membership.csv (prnr, post04); Commission and Parliament weigh as much as the largest member. Without a folder
    all actors weigh the same. A dossier that no membership file names is taken as late if a new member has a
    position in it.
    """
    rows = read_rows(path, KEYS)
    for row in rows:
        for key in KEYS[:2]:
            if not row.cells[key]:
                raise InputError(
                    f"{path.name}, line {row.line}", f"the cell '{key}' is empty", "Name dossier and issue"
                )
    find_twice(path, ((r, r.cells["isnr"]) for r in rows), "issue")
    council = read_council(folder) if folder is not None else None
    late = find_late(rows, council)
    issues, left_out = [], []
    for row in rows:
        issue = read_issue(path, row, council, late)
        if isinstance(issue, str):
            left_out.append(issue)
        else:
            issues.append(issue)
    capability = "votes in the Council as capability" if council else "no votes given, so all actors weigh the same"
    return PastTable(tuple(issues), tuple(left_out), RULES.format(capability=capability))


def read_issue(path: Path, row: Row, council: Council | None, late: Mapping[str, bool]) -> PastIssue | str:
    """One row as an issue, or why it is left out."""
    name, dossier = row.cells["isnr"], row.cells["prnr"]
    members = ACTORS if council is None else list_members(council, late[dossier])
    positions = {a: read_number(path, row, f"p{a}", 0, 100) for a in members if f"p{a}" in row.cells}
    known = {a: p for a, p in positions.items() if p is not None}
    outcome = read_number(path, row, "out", 0, 100)
    reference = read_number(path, row, "rp", 0, 100) if "rp" in row.cells else None
    salience = {a: read_number(path, row, f"s{a}", 0, 100) for a in known if f"s{a}" in row.cells}
    if outcome is None:
        return f"line {row.line}, {name}: no outcome"
    if len(known) < FEWEST:
        return f"line {row.line}, {name}: {len(known)} actors with a position"
    told = [s for s in salience.values() if s is not None]
    if told and max(told) == 0:
        raise InputError(f"{path.name}, line {row.line}", "every salience is 0", "Give at least one actor some")
    typical = float(np.mean(told)) if told else 50.0
    cares = [typical if (s := salience.get(a)) is None else s for a in known]
    weighs = {} if council is None else weigh_members(council, late[dossier])
    capability = np.array([weighs.get(a, 1.0) for a in known])
    votes = np.where([a in INSTITUTIONS for a in known], 0.0, capability)
    return PastIssue(
        dossier=dossier,
        name=name,
        actors=tuple(known),
        positions=np.array(list(known.values())),
        salience=np.clip(cares, 1.0, 100.0),
        capability=capability,
        votes=votes,
        quota=votes.sum() * (MAJORITY if council is None else council.share(late[dossier])),
        setter=list(known).index("com") if "com" in known else None,
        reference=np.nan if reference is None else reference,
        outcome=outcome,
    )


def list_members(council: Council, late: bool) -> tuple[str, ...]:
    return (*INSTITUTIONS, *sorted(council.late if late else council.old))


def weigh_members(council: Council, late: bool) -> dict[str, float]:
    """Votes of the members, and of the institutions as many as the largest member has."""
    votes = dict(council.late if late else council.old)
    most = max(votes.values())
    return {**votes, **dict.fromkeys(INSTITUTIONS, most)}


def find_late(rows: list[Row], council: Council | None) -> dict[str, bool]:
    """Which dossiers were decided by the enlarged Council."""
    seen: dict[str, bool] = {}
    for row in rows:
        new = any(row.cells.get(f"p{a}", "") not in ("", "NA") for a in LATE)
        seen[row.cells["prnr"]] = seen.get(row.cells["prnr"], False) or new
    return {d: council.after.get(d, late) if council else late for d, late in seen.items()}


def read_council(folder: Path) -> Council:
    """The votes, and which dossiers came late, from the files of a folder."""
    if not folder.is_dir():
        raise InputError(str(folder), "is no folder", "Give the folder with council_weights_EU15.csv and _EU27.csv")
    old, late = (read_votes(folder / f"council_weights_EU{size}.csv") for size in (15, 27))
    after: dict[str, bool] = {}
    for path in sorted(folder.glob("*membership.csv")):
        rows = read_rows(path, needed=("prnr", "post04"))
        after.update({r.cells["prnr"]: r.cells["post04"] == "1" for r in rows})
    return Council(old[0], late[0], (old[1], late[1]), after)


def read_votes(path: Path) -> tuple[dict[str, float], float]:
    """Votes by two-letter abbreviation, and the quota."""
    votes: dict[str, float] = {}
    quota = 0.0
    for row in read_rows(path, needed=("abbr", "weights", "quota")):
        cast, needed = (read_number(path, row, column, 0, None) for column in ("weights", "quota"))
        if cast is None or needed is None:
            raise InputError(f"{path.name}, line {row.line}", "votes or quota are missing", "Fill in both columns")
        votes[row.cells["abbr"].lower()], quota = cast, needed
    return votes, quota

"""Score every model of collective choice on a table of past issues."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tocsin.backtesting.calibration import CalibrationBin, calibrate
from tocsin.backtesting.cells import read_columns
from tocsin.backtesting.past import PastTable
from tocsin.backtesting.points import COMPROMISE, forecast_points
from tocsin.backtesting.read_council import is_council_table, read_council_table
from tocsin.backtesting.read_long import NEEDED, is_long_table, read_long_table
from tocsin.backtesting.score import PointScore, ShapeScore, compare, score_points
from tocsin.backtesting.shapes import LAW, POOL, RESIDUALS, forecast_shapes
from tocsin.errors import InputError, NothingFound
from tocsin.models.predictive import find_hit, find_point, score_crps

FEWEST_DOSSIERS = 3


@dataclass(frozen=True)
class Backtest:
    """What a table of past issues says of every model: points by error, distributions by CRPS, best first."""

    table: str
    rules: str
    issues: int
    dossiers: int
    left_out: tuple[str, ...]
    points: tuple[PointScore, ...]
    shapes: tuple[ShapeScore, ...]
    calibration: tuple[CalibrationBin, ...]
    weights: dict[str, float]
    law: dict[str, float]

    def to_json(self, version: str) -> dict[str, Any]:
        """The whole of it as plain values."""
        return {"format": "tocsin/backtest/1", "version": version, **asdict(self)}


def run_backtest(path: Path, weights: Path | None = None) -> Backtest:
    """Every model on the table at `path`, in the DEU II or the long format; `weights` is the folder of Council votes.

    Raises InputError, naming the line, for a table that cannot be used; NothingFound where too little can be scored.
    """
    return score_table(read_table(path, weights), path.name)


def read_table(path: Path, weights: Path | None) -> PastTable:
    """The table in whichever of the two formats its first line shows."""
    columns = read_columns(path)
    if is_council_table(columns):
        return read_council_table(path, weights)
    if is_long_table(columns):
        return read_long_table(path)
    lost = next(name for name in NEEDED if name not in columns)
    what = f"the first line has no column '{lost}' and is not that of DEU II"
    raise InputError(path.name, what, f"Name the columns {', '.join(NEEDED)}, or use the DEU II file as published")


def score_table(table: PastTable, name: str) -> Backtest:
    """All scores of a table that was read."""
    issues = table.issues
    outcomes, dossiers = np.array([i.outcome for i in issues]), np.array([i.dossier for i in issues])
    number = len(set(dossiers))
    if number < FEWEST_DOSSIERS:
        what = f"{number} dossiers with an outcome are too few to fit on some and score on others"
        raise NothingFound(name, what, f"Give at least {FEWEST_DOSSIERS}")
    points = forecast_points(issues)
    shapes = forecast_shapes(issues)
    base = score_crps(shapes.masses[RESIDUALS], outcomes)
    for label in (LAW, POOL):
        points[f"{label}, median"] = find_point(shapes.masses[label])
        points[f"{label}, point most likely near"] = find_hit(shapes.masses[label])
    scored = [score_points(n, p, outcomes, points[COMPROMISE], dossiers) for n, p in points.items() if any(p == p)]
    formed = []
    for label, masses in shapes.masses.items():
        crps = score_crps(masses, outcomes)
        median, hit = np.abs(find_point(masses) - outcomes), np.abs(find_hit(masses) - outcomes) <= 10
        against = compare(crps, base, dossiers)
        formed.append(ShapeScore(label, float(crps.mean()), against, float(median.mean()), float(hit.mean())))
    return Backtest(
        table=name,
        rules=table.rules,
        issues=len(issues),
        dossiers=number,
        left_out=table.left_out,
        points=tuple(sorted(scored, key=lambda s: (s.mae, s.name))),
        shapes=tuple(sorted(formed, key=lambda s: (s.crps, s.name))),
        calibration=tuple(calibrate(shapes.masses[POOL], outcomes, dossiers)),
        weights=shapes.weights,
        law=asdict(shapes.law),
    )

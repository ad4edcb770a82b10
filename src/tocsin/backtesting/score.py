"""Scores of forecasts, and differences between them with intervals from whole dossiers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
HIT = 10.0


@dataclass(frozen=True)
class Difference:
    """A mean difference with its 95 % interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class PointScore:
    """How a model's points did: mean absolute and root mean squared error, share of hits within 10, and the
    difference of the absolute error to the compromise's on the same issues."""

    name: str
    issues: int
    mae: float
    rmse: float
    hits: float
    against: Difference


@dataclass(frozen=True)
class ShapeScore:
    """How a distribution did: mean CRPS, its difference to that of the mean with residuals, and its two points."""

    name: str
    crps: float
    against: Difference
    median_mae: float
    hits: float


def score_points(name: str, points: Array, outcomes: Array, baseline: Array, dossiers: Array) -> PointScore:
    """The scores on the issues where the model says something; all arguments have one entry per issue."""
    told = ~np.isnan(points)
    error = np.abs(points - outcomes)[told]
    return PointScore(
        name=name,
        issues=int(told.sum()),
        mae=float(error.mean()),
        rmse=float(np.sqrt((error**2).mean())),
        hits=float((error <= HIT).mean()),
        against=compare(error, np.abs(baseline - outcomes)[told], dossiers[told]),
    )


def compare(ours: Array, theirs: Array, dossiers: Array, draws: int = 10_000, seed: int = 7) -> Difference:
    """The mean of ours - theirs over issues, with a 95 % interval by bootstrap of whole dossiers.

    **Source** cluster bootstrap: Davison & Hinkley 1997, Bootstrap Methods and their Application, 3.8.
    """
    gap = ours - theirs
    number = np.unique(dossiers, return_inverse=True)[1]
    sums, sizes = np.bincount(number, weights=gap), np.bincount(number)
    random = np.random.default_rng(seed)
    drawn = random.multinomial(sizes.size, np.full(sizes.size, 1 / sizes.size), size=draws)
    means = (drawn @ sums) / (drawn @ sizes)
    low, high = np.quantile(means, [0.025, 0.975])
    return Difference(float(gap.mean()), float(low), float(high))

"""Calibration: how often outcomes lie below a threshold, where a distribution says how likely that is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
THRESHOLDS = np.arange(5, 100, 10)
BINS = 10


@dataclass(frozen=True)
class CalibrationBin:
    """Forecasts of about the same chance: their mean, how often it came so with a 95 % interval, how many."""

    forecast: float
    observed: float
    low: float
    high: float
    forecasts: int


def calibrate(
    masses: Array, outcomes: Array, dossiers: Array, draws: int = 2000, seed: int = 7
) -> list[CalibrationBin]:
    """Chances that the outcome lies at most at 5, 15, ..., 95, in ten bins, with intervals from whole dossiers.

    `masses` is issues x points. **Source** reliability diagrams: Murphy & Winkler 1977, Applied Statistics 26:41.
    """
    chances = np.cumsum(masses, axis=1)[:, THRESHOLDS]
    below = outcomes[:, None] <= THRESHOLDS
    number = np.unique(dossiers, return_inverse=True)[1]
    place = np.minimum((chances * BINS).astype(np.intp), BINS - 1)
    weights = np.random.default_rng(seed).multinomial(
        number.max() + 1, np.full(number.max() + 1, 1 / (number.max() + 1)), size=draws
    )
    found = []
    for bin_ in range(BINS):
        mine = place == bin_
        if not mine.any():
            continue
        counts = np.bincount(number, weights=mine.sum(axis=1))
        hits = np.bincount(number, weights=(mine & below).sum(axis=1))
        drawn = weights @ counts
        shares = (weights @ hits)[drawn > 0] / drawn[drawn > 0]
        low, high = np.quantile(shares, [0.025, 0.975])
        found.append(
            CalibrationBin(
                float(chances[mine].mean()), float(below[mine].mean()), float(low), float(high), int(mine.sum())
            )
        )
    return found

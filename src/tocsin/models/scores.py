"""Scores of forecasts once the outcome is known; smaller is better."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
FLOOR = 1e-3


def find_brier(chances: Array, happened: Array) -> Array:
    """The squared distance of a chance from what happened (1 or 0).

    **Source** Brier 1950, Monthly Weather Review 78:1.
    **Holds** a constant forecast at the base rate q scores q (1 - q) on average.
    """
    return np.asarray((chances - happened) ** 2, dtype=np.float64)


def find_log_score(chances: Array, happened: Array) -> Array:
    """Minus the logarithm of the chance given to what happened, chances kept FLOOR off 0 and 1.

    **Source** Good 1952, Journal of the Royal Statistical Society B 14:107.
    """
    kept = np.clip(chances, FLOOR, 1 - FLOOR)
    return np.asarray(-np.log(np.where(happened > 0.5, kept, 1 - kept)), dtype=np.float64)


def find_crps(masses: Array, outcome: float) -> float:
    """The continuous ranked probability score of chances of the whole points from 0 (first) upwards, in points.

    **Source** Matheson & Winkler 1976, Management Science 22:1087.
    **Holds** all the mass on one point scores its distance from the outcome; on two points it is Brier's score.
    """
    reached = np.cumsum(masses)[:-1]
    return float(((reached - (np.arange(reached.size) >= outcome)) ** 2).sum())


def bin_calibration(chances: Array, happened: Array, bins: int = 5) -> list[tuple[float, float, int]]:
    """For each of `bins` equal bins that is not empty: mean chance, share that happened, number."""
    chosen = np.minimum((chances * bins).astype(np.intp), bins - 1)
    return [
        (float(chances[chosen == b].mean()), float(happened[chosen == b].mean()), int((chosen == b).sum()))
        for b in range(bins)
        if (chosen == b).any()
    ]

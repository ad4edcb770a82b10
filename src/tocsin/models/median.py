"""The weighted median: what wins against every other point when votes grow with distance."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def find_median(positions: Array, weights: Array) -> Array:
    """The weighted median of `positions` (actors x draws) with `weights` (same shape), one a draw.

    The smallest position at which half of the weight is reached; where it is reached exactly, the middle between it
    and the next position that has weight.

    **Source** Black 1948, Journal of Political Economy 56:23.
    **Holds** at most half of the weight lies on either side; an actor with more than half of the weight decides
    alone; mirroring the line mirrors the answer.
    """
    order = np.argsort(positions, axis=0, kind="stable")
    placed = np.take_along_axis(positions, order, axis=0)
    reached = np.cumsum(np.take_along_axis(weights, order, axis=0), axis=0)
    half = reached[-1] / 2
    slack = 1e-12 * reached[-1]
    low = np.argmax(reached >= half - slack, axis=0)
    high = np.argmax(reached > half + slack, axis=0)
    draws = np.arange(positions.shape[1])
    return np.asarray((placed[low, draws] + placed[high, draws]) / 2, dtype=np.float64)

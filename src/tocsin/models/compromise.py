"""The compromise: the weighted mean of what the parties want, what moves it, and how far outcomes fall from it."""

from math import erf

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
POINTS = 101


def find_compromise(positions: Array, weights: Array) -> Array:
    """The weighted mean of `positions` (actors x draws, 0 to 100) with `weights` (same shape, not all 0 in a draw).

    Returns one point per draw.

    **Source** Van den Bos 1991; Achen 2006, in Thomson et al., The European Union Decides, ch. 4: close to the
    asymmetric Nash solution when disagreement is far worse for all.
    **Holds** an actor with all the weight decides alone; more weight to one end never moves the mean away from it;
    the order of the actors changes nothing.
    """
    mean = (positions * weights).sum(axis=0) / weights.sum(axis=0)
    return np.asarray(np.clip(mean, positions.min(axis=0), positions.max(axis=0)), dtype=np.float64)


def find_levers(positions: Array, weights: Array) -> tuple[Array, Array]:
    """How the mean moves with each actor's position and weight: its exact derivatives (both actors x draws).

    The first is w_i / W, points per point; the second (x_i - y) / W, points per unit of weight.

    **Holds** the levers of positions sum to 1; those of weights, weighted, to 0.
    """
    whole = weights.sum(axis=0)
    return weights / whole, (positions - find_compromise(positions, weights)) / whole


def spread_outcome(mean: Array, absolute_error: Array, layers: int = 9) -> Array:
    """Masses (points), over all draws of `mean`, with normal noise of the given mean absolute error (draws).

    Noise that leaves the line rests on its end. The error enters by `layers` of its quantiles.

    **Holds** the masses are never negative and sum to 1; a larger error never raises the mass within the mean's point.
    """
    held = np.bincount(np.rint(mean).astype(np.intp), minlength=POINTS) / mean.size
    shares = (np.arange(layers) + 0.5) / layers
    masses = np.zeros(POINTS)
    for error in np.quantile(absolute_error, shares):
        masses += held @ make_kernel(float(error)) / layers
    return masses


def make_kernel(absolute_error: float) -> Array:
    """Row m: the chances of the points 0 to 100 when the mean is m and the mean absolute error as given."""
    if absolute_error <= 1e-6:
        return np.eye(POINTS)
    scale = absolute_error * np.sqrt(np.pi)
    below = np.array([(1 + erf((step + 0.5) / scale)) / 2 for step in range(-POINTS + 1, POINTS)])
    points = np.arange(POINTS)
    reached = below[points[None, :] - points[:, None] + POINTS - 1]
    reached[:, -1] = 1.0
    return np.diff(reached, axis=1, prepend=0.0)

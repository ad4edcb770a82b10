"""The compromise: the weighted mean of what the parties want, and what moves it."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


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

"""Bargaining against a threat point: the solutions of Nash and of Kalai and Smorodinsky, and when there is none."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Loss = Literal["linear", "quadratic"]
STEPS = 60


def find_zone(positions: Array, threat: Array) -> tuple[Array, Array]:
    """The zone of agreement of each draw: between which points all (actors x draws) gain over `threat` (draws).

    Both ends are NaN where no point does: that is an answer, not an error.

    **Holds** the same for every loss that grows with distance alone.
    """
    above, below = (positions > threat).all(axis=0), (positions < threat).all(axis=0)
    low = np.where(above, threat, 2 * positions.max(axis=0) - threat)
    high = np.where(above, 2 * positions.min(axis=0) - threat, threat)
    some = above | below
    return np.where(some, low, np.nan), np.where(some, high, np.nan)


def bargain_nash(positions: Array, weights: Array, threat: Array, loss: Loss = "linear") -> Array:
    """The point (draws) that maximises sum_i w_i log(u_i(y) - u_i(threat)); NaN without a zone of agreement.

    `positions` and `weights` are actors x draws on one scale, u_i falls with the distance or its square.

    **Source** Nash 1950, Econometrica 18:155; weights: Kalai 1977, International Journal of Game Theory 6:129.
    **Holds** inside the zone of agreement; two with equal weight and opposite linear losses split the zone's middle;
    shifting and stretching the scale shift and stretch the answer.
    """
    low, high = find_zone(positions, threat)
    for _ in range(STEPS):
        middle = (low + high) / 2
        rising = find_slope(positions, weights, threat, middle, loss) > 0
        low, high = np.where(rising, middle, low), np.where(rising, high, middle)
    return np.asarray((low + high) / 2, dtype=np.float64)


def find_slope(positions: Array, weights: Array, threat: Array, point: Array, loss: Loss) -> Array:
    """The derivative of the log Nash product at `point` (draws)."""
    gain = find_gain(positions, threat, point, loss)
    towards = np.sign(positions - point) if loss == "linear" else 2 * (positions - point)
    return np.asarray((weights * towards / np.maximum(gain, 1e-300)).sum(axis=0), dtype=np.float64)


def find_gain(positions: Array, threat: Array, point: Array, loss: Loss) -> Array:
    """What each actor gains at `point` over `threat` (actors x draws)."""
    power = 1 if loss == "linear" else 2
    return np.asarray(np.abs(positions - threat) ** power - np.abs(positions - point) ** power, dtype=np.float64)


def bargain_shares(positions: Array, threat: Array, loss: Loss = "linear") -> Array:
    """The point (draws) at which the least of all gains is largest, each as a share of the most that the actor could
    gain inside the zone of agreement; NaN without one.

    **Source** Kalai & Smorodinsky 1975, Econometrica 43:513.
    **Holds** inside the zone of agreement; for two the shares are equal, unless both are whole.
    """
    low, high = find_zone(positions, threat)
    best = np.clip(positions, np.fmin(low, high), np.fmax(low, high))
    most = np.maximum(find_gain(positions, threat, best, loss), 1e-300)
    golden = (np.sqrt(5) - 1) / 2
    for _ in range(STEPS + 20):
        one, two = high - golden * (high - low), low + golden * (high - low)
        left = (find_gain(positions, threat, one, loss) / most).min(axis=0)
        right = (find_gain(positions, threat, two, loss) / most).min(axis=0)
        low, high = np.where(left < right, one, low), np.where(left < right, high, two)
    return np.asarray((low + high) / 2, dtype=np.float64)

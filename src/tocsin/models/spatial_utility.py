"""Distance, utility and attitude to risk in the spatial model of politics."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
RiskRange = Literal["middle", "averse", "whole"]


def find_distances(positions: Array, salience: Array) -> Array:
    """How far the position of each actor j is from that of each i, in i's eyes (i x j x draws).

    d_ij = sqrt(sum_k s_ik^2 (x_ik - x_jk)^2 / sum_k s_ik^2); both arguments are actors x dimensions x draws.
    """
    weight = salience**2
    squares = np.zeros((positions.shape[0], positions.shape[0], positions.shape[2]))
    for k in range(positions.shape[1]):
        squares += weight[:, None, k] * (positions[:, None, k] - positions[None, :, k]) ** 2
    whole = weight.sum(axis=1)
    return np.asarray(np.sqrt(squares / np.maximum(whole, 1e-300)[:, None]), dtype=np.float64)


def find_utility(distance: Array, risk: Array | float) -> Array:
    """(1 - d)(1 + d R), and beyond a distance of 1 with the slope there: (1 - d)(1 + R).

    **Holds** 1 at no distance, 0 at distance 1; less with more distance for R from -1 to 1.
    """
    return np.asarray((1 - distance) * (1 + np.minimum(distance, 1.0) * risk), dtype=np.float64)


def find_risk(chances: Array, risk_range: RiskRange = "middle") -> Array:
    """The attitude to risk of each actor (actors x draws) from the chance that its position wins.

    The likelier to win, the more averse: from -1/2 to 1 ("middle"), 0 to 1 ("averse") or -1 to 1 ("whole").

    **Source** KTAB, Model::bigRfromProb.
    """
    least, most = chances.min(axis=0), chances.max(axis=0)
    width = most - least
    share = np.divide(chances - least, width, out=np.zeros_like(chances), where=width > 0)
    if risk_range == "averse":
        return np.asarray(share, dtype=np.float64)
    spread = 1.5 if risk_range == "middle" else 2.0
    return np.where(width > 0, 1 - spread * (1 - share), 0.0)

"""The odds of a decided battle from the strengths of both sides."""

import numpy as np
from numpy.typing import NDArray

from tocsin.models.choice import tilt_rate

Array = NDArray[np.float64]


def find_odds(
    equal_chance: Array | float, slope: Array | float, attacker: Array | float, defender: Array | float
) -> Array:
    """The chance that the attacker wins: A^m e^a / (A^m e^a + D^m).

    `equal_chance` is its chance between equal strengths (expit of a), `slope` is m, `attacker` and `defender` are
    strengths in one unit.

    **Source** logit fit to 614 decided land battles of CDB90, 1600-1973: a = .405 (.098), m = .478 (.125).
    **Holds** equal strengths give `equal_chance`; rescaling both strengths changes nothing; more of one's own
    strength never lowers one's own chance while m is not negative.
    """
    ratio = np.log(np.maximum(attacker, 1e-9)) - np.log(np.maximum(defender, 1e-9))
    return tilt_rate(equal_chance, ratio, slope)

"""Choices calibrated to a base rate."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def find_logit(chance: Array | float) -> Array:
    """The log odds of a chance strictly between 0 and 1."""
    share = np.clip(np.asarray(chance, dtype=np.float64), 1e-12, 1 - 1e-12)
    return np.asarray(np.log(share / (1 - share)), dtype=np.float64)


def find_share(logit: Array | float) -> Array:
    """The chance of log odds."""
    return np.asarray(1 / (1 + np.exp(-np.asarray(logit, dtype=np.float64))), dtype=np.float64)


def tilt_rate(base_rate: Array | float, tilt: Array | float, precision: Array | float = 1.0) -> Array:
    """The chance of a choice: the base rate, moved by `precision` times `tilt` in log odds.

    `tilt` is beta.(x - xbar), zero at the covariates of the cases that the rate comes from.

    **Source** agent-logit choice, McKelvey & Palfrey 1998, Experimental Economics 1:9, with its intercept calibrated.
    **Holds** without tilt the chance equals the base rate, for every precision, 0 included.
    """
    return find_share(find_logit(base_rate) + np.asarray(precision) * np.asarray(tilt))

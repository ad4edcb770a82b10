"""When something happens: competing events with constant hazards."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def find_hazard(weekly_chance: Array | float) -> Array:
    """The constant hazard per week behind a chance per week."""
    return np.asarray(-np.log1p(-np.clip(np.asarray(weekly_chance, dtype=np.float64), 0.0, 1 - 1e-12)))


def find_ended(hazard: Array | float, weeks: Array | float) -> Array:
    """The chance that an event with this hazard per week has come within `weeks`.

    **Holds** splitting the time changes nothing: 1 - ended(a + b) = (1 - ended(a)) (1 - ended(b)).
    """
    return np.asarray(-np.expm1(-np.asarray(hazard, dtype=np.float64) * np.asarray(weeks, dtype=np.float64)))


def find_both(first: Array | float, second: Array | float | None, weeks: Array | float) -> Array:
    """The chance that one event, and after it another that only then begins to wait, have both come within `weeks`.

    Hazards per week; `second` is None where it comes at once.

    **Source** hypoexponential distribution, Ross 2019, Introduction to Probability Models, section 5.2.4.
    **Holds** never more than the chance of the first alone; the order of the two changes nothing.
    """
    if second is None:
        return find_ended(first, weeks)
    one, two = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    two = np.where(np.abs(one - two) < 1e-9, two + 1e-6, two)
    late = (two * np.exp(-one * weeks) - one * np.exp(-two * weeks)) / (two - one)
    return np.asarray(np.clip(1 - late, 0.0, 1.0), dtype=np.float64)


def find_first(hazards: Array, weeks: float) -> Array:
    """The chance that each of several competing events (events x draws, per week) comes first, and within `weeks`.

    **Source** competing exponential risks, e.g. Cox & Oakes 1984, Analysis of Survival Data, ch. 9.
    **Holds** the chances sum to that of any event; each is its hazard's share of it.
    """
    total = hazards.sum(axis=0)
    shares = np.divide(hazards, total, out=np.zeros_like(hazards), where=total > 0)
    return np.asarray(shares * find_ended(total, weeks), dtype=np.float64)

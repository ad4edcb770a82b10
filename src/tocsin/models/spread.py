"""Draws by inversion: the same uniform gives more where the range moves up, so that worlds stay comparable."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
CELLS = 2048


def invert_beta(uniform: Array, successes: float, failures: float) -> Array:
    """Beta(successes, failures) at the given quantiles, each 0 to 1, by a table of its distribution function.

    The table runs over the angle t with x = sin(t)^2, which takes the poles at 0 and 1 away for parameters from 1/2.

    **Holds** increasing in `uniform`; mean successes / (successes + failures).
    """
    edges = np.linspace(0.0, np.pi / 2, CELLS + 1)
    angle = (edges[1:] + edges[:-1]) / 2
    log_density = (2 * successes - 1) * np.log(np.sin(angle)) + (2 * failures - 1) * np.log(np.cos(angle))
    mass = np.exp(log_density - log_density.max())
    reached = np.concatenate([[0.0], np.cumsum(mass)]) / mass.sum()
    drawn = np.sin(np.interp(uniform, reached, edges)) ** 2
    return np.asarray(drawn, dtype=np.float64)


def invert_binomial(uniform: Array, cases: int, chance: Array, least: int = 0) -> Array:
    """How many of `cases` succeed with `chance` each (same shape as `uniform`), given that at least `least` do.

    **Holds** increasing in `uniform` and in `chance`; without `least` the mean is cases times chance.
    """
    share = np.clip(chance, 1e-9, 1 - 1e-9)
    mass = (1 - share) ** cases
    masses = [mass]
    for count in range(1, cases + 1):
        mass = mass * share / (1 - share) * (cases - count + 1) / count
        masses.append(mass)
    reached = np.cumsum(masses, axis=0)
    before = reached[least - 1] if least else np.zeros_like(share)
    target = before + uniform * (reached[-1] - before)
    return np.asarray(np.clip((reached <= target).sum(axis=0), least, cases), dtype=np.float64)


def invert_pert(uniform: Array, low: float, likely: float, high: float) -> Array:
    """A PERT distribution from `low` to `high` with mode `likely`, at the given quantiles.

    **Source** Malcolm, Roseboom, Clark & Fazar 1959, Operations Research 7:646: Beta with mean
    (low + 4 likely + high) / 6.
    **Holds** within low and high; all values equal where low equals high.
    """
    width = high - low
    if width <= 0:
        return np.full_like(uniform, likely)
    rise, fall = 1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width
    return low + width * invert_beta(uniform, rise, fall)

"""What an answer rests on: the share of its variance that each quantity carries."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_uniform
from tocsin.forecasting.question import Answer
from tocsin.records.forecast import Driver, Rival
from tocsin.records.quantity import Quantity

Array = NDArray[np.float64]
BINS = 24
SHOWN = 5


def find_shares(
    worlds: Worlds, answer: Answer, chances: Array | None, quantities: Mapping[str, Quantity]
) -> dict[str, float]:
    """The share of the answer's variance that each of its quantities carries alone, most first; they sum to 1.

    **Source** first-order sensitivity, Var(E(y | x)) / Var(y), by bins of x: Sobol 1993; Saltelli et al. 2008.
    """
    if chances is None or chances.size < 10 * BINS or np.ptp(chances) < 1e-12:
        return {}
    effects: dict[str, float] = {}
    for path in dict.fromkeys(answer.paths):
        if path in quantities and quantities[path].low < quantities[path].high:
            effects[path] = find_effect(draw_uniform(worlds, path), chances)
    whole = sum(effects.values())
    if whole <= 0:
        return {}
    ranked = sorted(effects.items(), key=lambda item: (-item[1], item[0]))
    return {path: effect / whole for path, effect in ranked if effect > 0}


def find_effect(uniform: Array, values: Array) -> float:
    """Var(E(values | uniform)) / Var(values) over equal bins, less what chance alone would give."""
    bins = np.minimum((uniform * BINS).astype(np.intp), BINS - 1)
    counts = np.bincount(bins, minlength=BINS)
    means = np.bincount(bins, weights=values, minlength=BINS) / np.maximum(counts, 1)
    between = float((counts * (means - values.mean()) ** 2).sum()) / values.size
    share = between / float(values.var())
    by_chance = (BINS - 1) / (values.size - 1)
    return max(0.0, share - 2 * by_chance)


def list_drivers(
    worlds: Worlds, shares: Mapping[str, float], chances: Array | None, quantities: Mapping[str, Quantity]
) -> tuple[Driver, ...]:
    """The quantities that carry most, with where each of them comes from."""
    return tuple(
        Driver(
            path=path,
            variance_share=round(share, 6),
            origin=quantities[path].origin,
            because=quantities[path].because,
            source=quantities[path].source,
            evidence=quantities[path].evidence,
            rivals=() if chances is None else split_rivals(quantities[path], draw_uniform(worlds, path), chances),
        )
        for path, share in list(shares.items())[:SHOWN]
    )


def split_rivals(quantity: Quantity, uniform: Array, chances: Array) -> tuple[Rival, ...]:
    """The chance in the worlds that chose each rival coding."""
    number = len(quantity.rivals)
    chosen = np.minimum((uniform * number).astype(np.intp), number - 1)
    return tuple(
        Rival(because=r.because, source=r.source, chance=round(float(chances[chosen == n].mean()), 6))
        for n, r in enumerate(quantity.rivals)
        if (chosen == n).any()
    )


def find_default_share(shares: Mapping[str, float], quantities: Mapping[str, Quantity]) -> float:
    """The share of the variance on quantities that are defaults of the tool."""
    return round(min(1.0, sum(share for path, share in shares.items() if quantities[path].origin == "default")), 6)

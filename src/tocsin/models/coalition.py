"""The coalition of the willing: who acts without the body, and who follows as the costs are shared."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Coalition:
    """Who `joined` (actors x draws), what it brings together (draws), and whether that is `enough` (draws)."""

    joined: Bools
    strength: Array
    enough: Bools


def grow_coalition(
    benefit: Array, cost: Array, contribution: Array, committed: Bools | None = None, needed: Array | float = 0.0
) -> Coalition:
    """The coalition after all best responses, from those that are `committed` (actors x draws).

    `benefit` (actors x draws) is what the act is worth to an actor, side payments included, `cost` (draws, same unit)
    what the whole act costs; those who join bear it in proportion to their `contribution` (actors x draws, positive).
    Where `needed` contribution is given, the benefit grows in a line until it is reached. An actor joins if its
    benefit reaches its share of the cost among those who have joined and itself.

    **Source** threshold cascade: Granovetter 1978, American Journal of Sociology 83:1420; costs borne in proportion:
    Olson & Zeckhauser 1966, Review of Economics and Statistics 48:266. The order of joining does not matter, since
    every member lowers the others' shares (Topkis 1979, SIAM Journal on Control and Optimization 17:773).
    **Holds** more benefit or commitment never makes the coalition smaller, more cost never larger; without a
    commitment and anyone who would pay the whole cost, nobody joins; who does not gain never joins.
    """
    joined = np.zeros(benefit.shape, dtype=bool) if committed is None else committed.copy()
    for _ in range(benefit.shape[0] + 1):
        others = (contribution * joined).sum(axis=0) - contribution * joined
        together = others + contribution
        reached = np.minimum(together / needed, 1.0) if np.any(np.asarray(needed) > 0) else 1.0
        willing = (benefit > 0) & (benefit * reached >= cost * contribution / together)
        grown = joined | willing
        if (grown == joined).all():
            break
        joined = grown
    strength = np.asarray((contribution * joined).sum(axis=0), dtype=np.float64)
    return Coalition(joined, strength, np.asarray((strength >= needed) & joined.any(axis=0), dtype=bool))


def find_marginal(
    benefit: Array, cost: Array, contribution: Array, committed: Bools | None = None, needed: Array | float = 0.0
) -> Array:
    """How much the chance that the coalition is strong enough falls without each actor (actors), over all draws."""
    whole = grow_coalition(benefit, cost, contribution, committed, needed).enough.mean()
    values = np.empty(benefit.shape[0])
    for n in range(benefit.shape[0]):
        absent = benefit.copy()
        absent[n] = -1.0
        bound = None
        if committed is not None:
            bound = committed.copy()
            bound[n] = False
        values[n] = whole - grow_coalition(absent, cost, contribution, bound, needed).enough.mean()
    return values

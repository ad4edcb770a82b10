"""The coalition of the willing: who acts without the body, and who follows."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


def grow_coalition(positions: Array, capability: Array, alone: Array, enough: float = 50.0) -> Bools:
    """Who joins an act outside the body, actors x draws.

    An actor whose position (actors x draws, 0 to 100) reaches `alone` (draws) starts by itself; the bar falls in a
    line to `enough` as the share of the actors' whole `capability` (actors x draws) that has joined grows to 1.

    **Source** threshold models of collective action: Granovetter 1978, American Journal of Sociology 83:1420.
    **Holds** nobody joins where nobody reaches `alone`; a higher position never makes the coalition smaller; nobody
    below `enough` joins.
    """
    joined = positions >= alone
    total = np.maximum(capability.sum(axis=0), 1e-12)
    for _ in range(positions.shape[0]):
        share = (capability * joined).sum(axis=0) / total
        bar = alone - np.maximum(alone - enough, 0.0) * share
        grown = joined | ((positions >= bar) & joined.any(axis=0))
        if (grown == joined).all():
            break
        joined = grown
    return joined

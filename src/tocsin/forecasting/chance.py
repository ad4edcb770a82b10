"""From the chances in all worlds to one chance with its two ranges."""

import numpy as np
from numpy.typing import NDArray

from tocsin.records.forecast import Chance

Array = NDArray[np.float64]
DIGITS = 6
UNSEEN = 3.0


def sum_up(chances: Array) -> Chance:
    """The mean of the chances given each world's parameters; the spread of the parameters and the noise apart.

    Values keep off 0 and 1 by half a world (Jeffreys), since no finite number of worlds shows that something is
    impossible.

    Where no world shows a chance, the noise reaches up to 3 in the number of worlds (Hanley & Lippman-Hand 1983).

    **Holds** low <= value <= high, noise_low <= value <= noise_high, none of them 0 or 1.
    """
    worlds = chances.size
    value = float(chances.mean())
    error = 1.96 * float(chances.std()) / np.sqrt(worlds)
    low, high = (float(q) for q in np.quantile(chances, [0.05, 0.95]))
    return Chance(
        value=keep_off_ends(value, worlds),
        low=keep_off_ends(min(low, value), worlds),
        high=keep_off_ends(max(high, value), worlds),
        noise_low=keep_off_ends(value - error, worlds),
        noise_high=keep_off_ends(max(value + error, UNSEEN / worlds if value < 1 / worlds else 0.0), worlds),
    )


def keep_off_ends(share: float, worlds: int) -> float:
    floor = 0.5 / (worlds + 1)
    return round(min(max(share, floor), 1 - floor), DIGITS)

"""What a supposition moves: the same worlds with and without it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.question import Answer
from tocsin.records.forecast import Difference

Array = NDArray[np.float64]
DIGITS = 6


def compare_answers(here: Sequence[Answer], there: Sequence[Answer], weeks: float) -> tuple[Difference, ...]:
    """For each question with a chance on both sides: how far it moves, with its own two ranges."""
    others = {a.label: a for a in there}
    return tuple(
        write_difference(answer.label, one - two)
        for answer in here
        if (other := others.get(answer.label)) is not None
        and (one := take_paths(answer, other, weeks)) is not None
        and (two := take_paths(other, answer, weeks)) is not None
    )


def take_paths(answer: Answer, other: Answer, weeks: float) -> Array | None:
    """What happens by path (replicates x worlds); the exact chances of the worlds where both sides have them."""
    if answer.chances is not None and other.chances is not None:
        return answer.chances[None, :]
    if answer.times is not None:
        return (answer.times <= weeks).astype(np.float64)
    return None if answer.chances is None else answer.chances[None, :]


def write_difference(label: str, moved: Array) -> Difference:
    """A difference over the same worlds and the same luck.

    Its noise is that of the paired difference; its range holds 90 % of the worlds' own differences, drawn together
    as far as luck within the worlds has spread them.

    **Source** common random numbers: Glasserman & Yao 1992, Management Science 38:884; variance components as in
    Searle, Casella & McCulloch 1992.
    **Holds** against itself every difference is 0, with ranges of 0.
    """
    replicates, worlds = moved.shape
    own = moved.mean(axis=0)
    value = float(own.mean())
    luck = float(moved.var(axis=0, ddof=1).mean()) / replicates if replicates > 1 else 0.0
    whole = float(own.var())
    shrink = np.sqrt(max(0.0, whole - luck) / whole) if whole > 0 else 0.0
    low, high = (float(q) for q in np.quantile(value + (own - value) * shrink, [0.05, 0.95]))
    error = 1.96 * float(own.std()) / np.sqrt(worlds)
    low, high, noise_low, noise_high = (
        round(v, DIGITS) for v in (min(low, value), max(high, value), value - error, value + error)
    )
    return Difference(
        question=label, value=round(value, DIGITS), low=low, high=high, noise_low=noise_low, noise_high=noise_high
    )

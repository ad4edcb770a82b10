"""From what happens in all worlds to one chance with its two ranges."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from tocsin.forecasting.question import Answer
from tocsin.records.forecast import Chance, Spread

Array = NDArray[np.float64]
DIGITS = 6
UNSEEN = 3.0
LEAST = 1e-9


def sum_up(answer: Answer, weeks: float) -> Chance | None:
    """The chance of an answer within `weeks`; None where the text says too little, or what is given never happens."""
    if answer.given is not None:
        return sum_up_given(answer, weeks, weeks)
    if answer.chances is not None:
        return sum_up_chances(answer.chances)
    return None if answer.times is None else count_up(answer.times <= weeks)


def find_worlds(answer: Answer, weeks: float) -> Array | None:
    """The chance in every world: exact where it is known, else its share of the world's replicates."""
    if answer.given is None and answer.chances is not None:
        return answer.chances
    if answer.times is None:
        return None
    happened = answer.times <= weeks
    return np.asarray((happened if answer.given is None else happened & (answer.given <= weeks)).mean(axis=0))


def sum_up_chances(chances: Array) -> Chance:
    """The mean of the chances given each world's parameters; the spread of the parameters and the noise apart.

    Values keep off 0 and 1 by half a world (Jeffreys), since no finite number of worlds shows that something is
    impossible. Where no world shows a chance, the noise reaches up to 3 in the number of worlds (Hanley &
    Lippman-Hand 1983).

    **Holds** low <= value <= high, noise_low <= value <= noise_high, none of them 0 or 1.
    """
    worlds = chances.size
    value = float(chances.mean())
    low, high = (float(q) for q in np.quantile(chances, [0.05, 0.95]))
    return write_chance(value, low, high, 1.96 * float(chances.std()) / np.sqrt(worlds), worlds, float(chances.var()))


def count_up(happened: NDArray[np.bool_]) -> Chance:
    """The share of paths (replicates x worlds) in which something happens.

    The range holds 90 % of the Beta distribution with the mean of the worlds' chances and their variance, which is the
    variance between worlds less what luck within them adds.

    **Source** one-way analysis of variance, Searle, Casella & McCulloch 1992, Variance Components, ch. 3.
    **Holds** where all worlds have the same chance the range shrinks to it; luck within worlds widens no range.
    """
    mean, deviation, between = weigh_tallies(tally_worlds(happened)[None])
    low, high = spread_share(mean, between)
    error = 1.96 * float(deviation[0]) / np.sqrt(happened.shape[1])
    return write_chance(float(mean[0]), float(low[0]), float(high[0]), error, happened.size, float(between[0]))


def tally_worlds(happened: NDArray[np.bool_]) -> NDArray[np.intp]:
    """How many worlds see something in 0, 1, ... and all of their replicates (replicates x worlds)."""
    return np.bincount(np.count_nonzero(happened, axis=0), minlength=happened.shape[0] + 1)


def weigh_tallies(tallies: NDArray[np.intp]) -> tuple[Array, Array, Array]:
    """Of each tally, the worlds' mean share, the standard deviation of their shares, and the variance of their chances.

    The last is what the shares vary by, less what luck within the worlds adds.
    """
    shares, worlds = np.linspace(0.0, 1.0, tallies.shape[1]), tallies[0].sum()
    mean = tallies @ shares / worlds
    variance = (tallies * (shares - mean[:, None]) ** 2).sum(axis=1) / worlds
    luck = tallies @ (shares * (1 - shares)) / worlds / max(tallies.shape[1] - 2, 1)
    return mean, np.sqrt(variance), np.maximum(variance * worlds / max(worlds - 1, 1) - luck, 0.0)


def spread_share(mean: Array, variance: Array) -> tuple[Array, Array]:
    """The 5 % and 95 % points of the Beta distributions with these means and variances; the mean where it has none."""
    most = mean * (1 - mean)
    varies = (variance > LEAST * most) & (most > 0)
    held = np.where(varies, most, 0.25)
    cases = np.maximum(held / np.minimum(np.where(varies, variance, 0.25), held * 0.999) - 1, 1e-3)
    low, high = (betaincinv(mean * cases, (1 - mean) * cases, point) for point in (0.05, 0.95))
    return np.where(varies, low, mean), np.where(varies, high, mean)


def sum_up_given(answer: Answer, weeks: float, end: float) -> Chance | None:
    """The chance within `weeks` among the paths in which what is given happens by the `end`; None where in none."""
    assert answer.given is not None
    given = answer.given <= end
    if answer.times is None or not given.any():
        return None
    both = (answer.times <= weeks) & given
    cases, hits = given.sum(axis=0).astype(float), both.sum(axis=0).astype(float)
    value = hits.sum() / cases.sum()
    error = np.sqrt(((hits - value * cases) ** 2).sum()) / cases.sum()
    chosen = cases > 0
    shares = hits[chosen] / cases[chosen]
    weight = cases[chosen] / cases.sum()
    luck = float((weight * shares * (1 - shares) / np.maximum(cases[chosen] - 1, 1)).sum())
    between = max(0.0, float((weight * (shares - value) ** 2).sum()) - luck)
    low, high = spread_share(np.array([value]), np.array([between]))
    error = 1.96 * float(error)
    return write_chance(float(value), float(low[0]), float(high[0]), error, int(cases.sum()), between)


def write_chance(value: float, low: float, high: float, error: float, cases: int, between: float) -> Chance:
    """The record of a chance; `between` is the variance of the worlds' chances, the rest of the variance is luck."""
    whole = value * (1 - value)
    return Chance(
        value=keep_off_ends(value, cases),
        low=keep_off_ends(min(low, value), cases),
        high=keep_off_ends(max(high, value), cases),
        noise_low=keep_off_ends(value - error, cases),
        noise_high=keep_off_ends(max(value + error, UNSEEN / cases if value < 1 / cases else 0.0), cases),
        luck_share=round(min(1.0, max(0.0, 1 - between / whole)), DIGITS) if whole > 0 else None,
    )


def keep_off_ends(share: float, cases: int) -> float:
    floor = 0.5 / (cases + 1)
    return round(min(max(share, floor), 1 - floor), DIGITS)


def time_happening(answer: Answer, weeks: float) -> Spread | None:
    """When it happens, in the paths in which it does; None where it happens in none, or no time is known."""
    if answer.times is None or not (answer.times <= weeks).any():
        return None
    low, middle, high = np.quantile(answer.times[answer.times <= weeks], [0.1, 0.5, 0.9])
    return Spread(low=round(float(low), 2), likely=round(float(middle), 2), high=round(float(high), 2), unit="weeks")


def count_number(answer: Answer) -> Spread | None:
    """The amount beside a chance: its mean, and where 90 % of the worlds lie."""
    if answer.number is None:
        return None
    low, high = np.quantile(answer.number, [0.05, 0.95])
    mean = float(answer.number.mean())
    return Spread(low=round(float(low), 2), likely=round(mean, 2), high=round(float(high), 2), unit=answer.unit)

"""How a chance builds up over the weeks, with the range that it has at the end; and how a stock runs."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.chance import spread_share, sum_up_given, tally_worlds, weigh_tallies
from tocsin.forecasting.horizon import choose_weeks
from tocsin.forecasting.question import Answer
from tocsin.records.forecast import Chance
from tocsin.records.series import Series, StockSeries

Array = NDArray[np.float64]
DIGITS = 4
ROUNDING = 1e-9
PAIRS = 4000
POINTS = (0.05, 0.25, 0.5, 0.75, 0.95)


def write_series(answer: Answer, weeks: float, chance: Chance | None) -> Series | None:
    """The chance that it has happened by each week up to `weeks`, whose `chance` it is; None where it has no time.

    Like the chance itself it is computed where it is known exactly given the parameters, else counted in the paths. A
    range that is counted week by week wavers with its noise; it is held to what is true of every world, that what has
    happened by one week has happened by the next.

    **Holds** no column falls; the last point is the chance in four digits; low <= value <= high.
    """
    if chance is None or (answer.times is None and answer.timely is None):
        return None
    marks = choose_weeks(weeks)
    columns = (
        hold_down([*column[:-1], last])
        for column, last in zip(trace(answer, np.array(marks)), (chance.value, chance.low, chance.high), strict=True)
    )
    value, low, high = columns
    return Series(weeks=marks, value=value, low=low, high=high)


def hold_down(column: Sequence[float]) -> tuple[float, ...]:
    """The column, no number above a later one."""
    return round_all(np.minimum.accumulate(np.array(column)[::-1])[::-1])


def round_all(column: Array) -> tuple[float, ...]:
    return tuple(round(float(share), DIGITS) for share in column)


def trace(answer: Answer, weeks: Array) -> tuple[Array, Array, Array]:
    """The chance by each of some weeks with its range, of which the last is the answer's own."""
    if answer.given is not None:
        return trace_given(answer, weeks)
    if answer.chances is not None and answer.timely is not None:
        return trace_exact(answer.chances, answer.timely, weeks)
    assert answer.times is not None
    return count_weekly(answer.times, weeks)


def trace_exact(chances: Array, timely: Callable[[float], Array], weeks: Array) -> tuple[Array, Array, Array]:
    """From the worlds' chances at the end, in proportion to the chance that there was time by each week."""
    end = timely(float(weeks[-1]))
    share = np.divide(chances, end, out=np.zeros_like(chances), where=end > 0)
    reached = [share * timely(float(week)) for week in weeks]
    mean = np.array([row.mean() for row in reached])
    low, high = find_low(reached[::-1])[::-1], -find_low(-row for row in reached)
    return mean, np.minimum(low, mean), np.maximum(high, mean)


def find_low(rows: Iterable[Array]) -> Array:
    """The 5 % point of each row, where no number lies above the one in its place in the row before.

    A row's low numbers then lie among those that are not above the low ones of the row before, so that only these need
    to be put in order: a quarter of the time.

    **Holds** it is numpy's quantile.
    """
    points, bound = [], np.inf
    for row in rows:
        place, rest = divmod(0.05 * (row.size - 1), 1.0)
        first, second = int(place), min(int(place) + 1, row.size - 1)
        least = np.partition(row[row <= bound], (first, second))
        points.append(least[first] + rest * (least[second] - least[first]))
        bound = least[second] + ROUNDING
    return np.array(points)


def count_weekly(times: Array, weeks: Array) -> tuple[Array, Array, Array]:
    """From the times in all paths (replicates x worlds).

    How much worlds differ shows where something happens in two replicates of one. As long as it has done so in few,
    the spread relative to the mean is taken from the first week with enough of them, or from the last.

    **Holds** by the last week, and any with enough of such pairs, the share and its range are those of `count_up`.
    """
    tallies = np.array([tally_worlds(times <= week) for week in weeks])
    mean, _, between = weigh_tallies(tallies)
    pairs = tallies @ (np.arange(tallies.shape[1]) * np.arange(-1, tallies.shape[1] - 1) / 2)
    told = min(int((pairs < PAIRS).sum()), weeks.size - 1)
    if mean[told] > 0:
        between[:told] = between[told] * (mean[:told] / mean[told]) ** 2
    low, high = spread_share(mean, between)
    return mean, np.minimum(low, mean), np.maximum(high, mean)


def trace_given(answer: Answer, weeks: Array) -> tuple[Array, Array, Array]:
    """Among the paths in which what is given comes true by the last of the weeks."""
    found = [sum_up_given(answer, float(week), float(weeks[-1])) for week in weeks]
    value, low, high = (np.array([getattr(c, name) for c in found]) for name in ("value", "low", "high"))
    return value, low, high


def write_stock(levels: Array | None, weeks: float) -> StockSeries | None:
    """The bands of a stock over all paths, at the weeks of a series (weeks x replicates x worlds)."""
    if levels is None:
        return None
    bands = np.quantile(levels.reshape(len(levels), -1), POINTS, axis=1)
    p05, p25, p50, p75, p95 = map(round_all, bands)
    return StockSeries(weeks=choose_weeks(weeks), p05=p05, p25=p25, p50=p50, p75=p75, p95=p95)

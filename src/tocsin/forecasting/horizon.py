"""How far a forecast looks, in weeks and as a date."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

STEPS = 26


@dataclass(frozen=True)
class Horizon:
    """`weeks` from the day of the situation; `deadline` is null where no article is dated."""

    weeks: float
    deadline: str | None
    as_of: str | None = None

    @property
    def words(self) -> str:
        span = "1 week" if self.weeks == 1 else f"{self.weeks:g} weeks"
        return f"by {self.deadline}" if self.deadline else f"within {span} of the article"


def set_horizon(as_of: str | None, weeks: int) -> Horizon:
    """The horizon of a situation of the day `as_of` (YYYY-MM-DD, or None); the calendar's end has no deadline."""
    if as_of is None:
        return Horizon(weeks, None)
    start = date.fromisoformat(as_of)
    if (date.max - start).days < 7 * weeks:
        return Horizon(weeks, None, as_of)
    return Horizon(weeks, (start + timedelta(weeks=weeks)).isoformat(), as_of)


def choose_weeks(weeks: float) -> tuple[float, ...]:
    """Where a series over `weeks` has its points: 0, each of at most 26 equal steps of whole weeks, and the end."""
    step = max(1, math.ceil(weeks / STEPS))
    return (*map(float, range(0, math.ceil(weeks), step)), float(weeks))


def count_weeks(start: str, end: str) -> float:
    """The weeks between two days, below 0 where the second lies before."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days / 7

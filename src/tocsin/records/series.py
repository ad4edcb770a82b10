"""Series: how a chance builds up, and how a stock runs, over the weeks of a forecast."""

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from tocsin.records.frozen import Record, Share
from tocsin.records.rows import make_frame

Weeks = Annotated[float, Field(ge=0)]
Shares = tuple[Share, ...]


class Series(Record):
    """The chance that something has happened by each of `weeks`, counted from the day of the situation, in 4 digits.

    `low` and `high` hold the chance for 90 % of the parameter sets. **Holds** no column ever falls; the last point is
    the chance of the question.
    """

    weeks: tuple[Weeks, ...] = Field(min_length=2)
    value: Shares
    low: Shares
    high: Shares

    @model_validator(mode="after")
    def check_columns(self) -> Self:
        check_lengths(self.weeks, self.value, self.low, self.high)
        if any(list(column) != sorted(column) for column in (self.weeks, self.value, self.low, self.high)):
            raise ValueError("weeks are not in order, or the chance that something has happened by then falls")
        return self

    def to_frame(self) -> Any:
        """One row a week, as a pandas DataFrame; raises InputError where pandas is not installed."""
        return make_frame({"week": self.weeks, "chance": self.value, "low": self.low, "high": self.high})


class StockSeries(Record):
    """A stock as a share of its need in each of `weeks`: the 5, 25, 50, 75 and 95 % points of all paths."""

    weeks: tuple[Weeks, ...] = Field(min_length=2)
    p05: Shares
    p25: Shares
    p50: Shares
    p75: Shares
    p95: Shares

    @model_validator(mode="after")
    def check_columns(self) -> Self:
        check_lengths(self.weeks, self.p05, self.p25, self.p50, self.p75, self.p95)
        if list(self.weeks) != sorted(self.weeks):
            raise ValueError("weeks are not in order")
        return self

    def to_frame(self) -> Any:
        """One row a week, as a pandas DataFrame; raises InputError where pandas is not installed."""
        return make_frame({"week": self.weeks} | {p: getattr(self, p) for p in ("p05", "p25", "p50", "p75", "p95")})


def check_lengths(*columns: tuple[float, ...]) -> None:
    if len({len(column) for column in columns}) > 1:
        raise ValueError(f"columns of one length are wanted, and they have {', '.join(str(len(c)) for c in columns)}")

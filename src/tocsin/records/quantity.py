"""Quantity: the one way a number enters a situation."""

from typing import Literal, Self

from pydantic import Field, model_validator

from tocsin.records.frozen import Record

Origin = Literal["quoted", "base rate", "analyst", "default"]


class Reading(Record):
    """One of several rival readings of a quantity, each with the study that gives it."""

    likely: float
    low: float
    high: float
    because: str
    source: str
    worth_cases: float | None = Field(default=None, gt=0)


class Quantity(Record):
    """A number with its range, its unit, where it comes from and why.

    `low` and `high` are the least and the greatest plausible value, `likely` the single best one. A world draws it
    from a PERT distribution over them (Malcolm et al. 1959, Operations Research 7:646), or, where `worth_cases` n
    is given, from Beta(likely n, (1 - likely) n), low and high being its 5 % and 95 % points.
    Where `rivals` is not empty, a world first chooses one reading, each with equal chance.
    """

    low: float
    likely: float
    high: float
    unit: str
    origin: Origin
    because: str = Field(min_length=1)
    evidence: tuple[str, ...] = Field(default=(), description="ids of the situation's evidence")
    source: str | None = Field(default=None, description="study or table a base rate comes from")
    worth_cases: float | None = Field(default=None, gt=0)
    rivals: tuple[Reading, ...] = ()

    @model_validator(mode="after")
    def check_order(self) -> Self:
        if not self.low <= self.likely <= self.high:
            raise ValueError(f"low {self.low}, likely {self.likely}, high {self.high} are not in this order")
        if self.origin == "quoted" and not self.evidence:
            raise ValueError("a quoted quantity names its evidence")
        return self

    def __str__(self) -> str:
        return f"{self.likely:g} ({self.low:g} to {self.high:g}) {self.unit}, {self.origin}: {self.because}"

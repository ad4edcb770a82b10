"""Look up base rates: what happened in past cases of a kind, each with its definition and source."""

from dataclasses import dataclass
from functools import cache

from tocsin.codebook.tables import load_table
from tocsin.errors import InputError


@dataclass(frozen=True, slots=True)
class BaseRate:
    """A rate: `k` of `n` where counted, `value` in `unit`, `low` and `high` its 95 % interval where it has one."""

    id: str
    quantity: str
    unit: str
    definition: str
    years: str
    source: str
    verified: bool
    basis: str
    k: int | None = None
    n: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    address: str = ""
    note: str = ""
    worth_cases: float | None = None


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Rival codings of one question, carried side by side: a world draws one of them with equal chance.

    Each reading is worth `worth_cases` cases, so that it stands for Beta(likely n, (1 - likely) n).
    """

    id: str
    quantity: str
    rates: tuple[BaseRate, ...]
    worth_cases: float
    note: str


@cache
def load_rates() -> dict[str, BaseRate]:
    """All base rates by id."""
    return {row["id"]: BaseRate(**row) for row in load_table("base_rates")["rate"]}


@cache
def load_ensembles() -> dict[str, Ensemble]:
    """All ensembles by id."""
    rates = load_rates()
    return {
        row["id"]: Ensemble(
            row["id"], row["quantity"], tuple(rates[r] for r in row["rates"]), row["worth_cases"], row["note"]
        )
        for row in load_table("base_rates")["ensemble"]
    }


def base_rate(id: str) -> BaseRate:
    """The base rate with an id; an error where the table has none."""
    if id in load_rates():
        return load_rates()[id]
    raise InputError(f"base rate {id!r}", "no such rate in the codebook", "Name one of codebook/base_rates.toml")


def ensemble(id: str) -> Ensemble:
    """The ensemble with an id; an error where the table has none."""
    if id in load_ensembles():
        return load_ensembles()[id]
    raise InputError(f"ensemble {id!r}", "no such ensemble in the codebook", "Name one of codebook/base_rates.toml")

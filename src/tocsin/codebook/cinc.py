"""Look up the national capability of past years: a state's share of the world's, by the Correlates of War index."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from tocsin.codebook.capability import capability_year, has_capability
from tocsin.codebook.rows import Term
from tocsin.codebook.tables import load_states, load_table, make_term, split_line

MILLION = 1_000_000
MOST_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of days in which a state was in the system under one name, and its index by year (0 to 1)."""

    state: str
    cow: int
    term: Term
    shares: dict[int, float]


@dataclass(frozen=True, slots=True)
class Index:
    """The index of a state in one year, as a share of the world's capability (0 to 1)."""

    state: str
    year: int
    share: float


@cache
def load_spells() -> tuple[Spell, ...]:
    """Every spell of the table, in its order."""
    table = load_table("cinc")
    lines = (line for line in table["spells"].split("\n") if line)
    return tuple(read_spell(line, table["years"]) for line in lines)


def read_spell(line: str, years: list[int]) -> Spell:
    """The spell of a line "name | country number | first day | last day | first year | shares in millionths"."""
    name, cow, first_day, last_day, first_year, told = split_line(line, 6)
    start = years.index(int(first_year))
    shares = {
        year: round(float(share) / MILLION, MOST_DIGITS)
        for year, share in zip(years[start:], told.split(), strict=False)
        if share != "-"
    }
    return Spell(name, int(cow), make_term({"from": first_day, "to": last_day}), shares)


@cache
def index_spells() -> dict[str, tuple[Spell, ...]]:
    """The spells of each state by its name."""
    found: dict[str, tuple[Spell, ...]] = {}
    for spell in load_spells():
        found[spell.state] = (*found.get(spell.state, ()), spell)
    return found


def find_cinc_year(on: date) -> int | None:
    """The last year of the table that is not later than a day; None before its first. One for all states."""
    return max((year for year in load_table("cinc")["years"] if year <= on.year), default=None)


def find_capability_year(on: date | None) -> int | None:
    """The year of the figures that hold for a day, today without one; None before the first."""
    return capability_year() if on is None or has_capability(on) else find_cinc_year(on)


def cinc(state: str, on: date) -> Index | None:
    """The index of a state by canonical name on a day; None where it was not in the system, or not in that year.

    A name of today stands for the one state whose heir it is ("Russia" in 1962: the Soviet Union).
    **Source** Singer, Bremer and Stuckey 1972: the mean of a state's shares of the world's people, people in towns,
    iron and steel, energy, military personnel and military spending.
    **Holds** the index of all states on a day is of one year, and no state has one outside its lifetime.
    """
    year, spell = find_cinc_year(on), find_spell(state, on)
    if year is None or spell is None or year not in spell.shares:
        return None
    return Index(spell.state, year, spell.shares[year])


def find_spell(state: str, on: date) -> Spell | None:
    """The spell of a state on a day, else that of the one former state of the day whose heir it is."""
    own = [s for s in index_spells().get(state, ()) if s.term.holds(on)]
    if own:
        return own[0]
    left = [f.name for f in load_states() if f.now == state]
    inherited = [s for name in left for s in index_spells().get(name, ()) if s.term.holds(on)]
    return inherited[0] if len(inherited) == 1 else None


def cinc_source(year: int) -> str:
    """Name, year and source of the index in one line."""
    table = load_table("cinc")
    return f"{table['name']}, {year}: {table['source']}"


def cinc_spread() -> float:
    """The factor within which two thirds of the shares behind an index lie."""
    return float(load_table("cinc")["spread"])

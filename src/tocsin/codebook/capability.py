"""Look up the capability of states: shares of the world's people, product and military spending, and their mean."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from tocsin.codebook.tables import load_table

COLUMNS = ("population_millions", "product_billions", "spending_billions")


@dataclass(frozen=True, slots=True)
class Capability:
    """Capability of a state in one year, its parts as shares of the world (0 to 1), null where not known.

    `share` is the mean of the three shares, null where one is missing: a gap is no zero.
    **Source** the composite is tocsin's own, in the manner of the Correlates of War CINC index (Singer, Bremer and
    Stuckey 1972), with product in place of iron, energy and towns; each part's source stands in the table.
    """

    state: str
    year: int
    share: float | None
    population_share: float | None
    product_share: float | None
    spending_share: float | None
    source: str


@cache
def load_capability() -> dict[str, Capability]:
    """Capability by state."""
    table = load_table("capability")
    world, year, source = table["world"], table["year"], capability_source()
    found = {}
    for row in table["state"]:
        people, product, spending = (row[key] / world[key] if key in row else None for key in COLUMNS)
        known = [part for part in (people, product, spending) if part is not None]
        share = sum(known) / len(known) if len(known) == len(COLUMNS) else None
        found[row["name"]] = Capability(row["name"], year, share, people, product, spending, source)
    return found


def capability(state: str) -> Capability | None:
    """The capability of a state by canonical name; None where the table lacks it."""
    return load_capability().get(state)


def has_capability(on: date | None) -> bool:
    """Whether the table holds for a day: from the year of its figures on; what was known later says nothing before."""
    return on is None or on.year >= capability_year()


def capability_year() -> int:
    """The year of the table's figures."""
    return int(load_table("capability")["year"])


def capability_source() -> str:
    """Year and sources of the capability table in one line."""
    table = load_table("capability")
    return f"{table['name']}, {table['year']}: {table['source']}"

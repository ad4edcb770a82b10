"""Look up the capability of states: shares of the world's people, product and military spending, and their mean."""

from dataclasses import dataclass
from functools import cache

from tocsin.codebook.tables import load_table

COLUMNS = ("population_millions", "product_billions", "spending_billions")


@dataclass(frozen=True, slots=True)
class Capability:
    """Capability of a state in one year, its parts as shares of the world (0 to 1), null where not known.

    `share` is the mean of the three shares, null where one is missing: a gap is no zero. `cinc` is the published index
    of an earlier year; for a state of which no part is known it is all there is, and `year` and `source` are its own.
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
    cinc: float | None = None


@cache
def load_capability() -> dict[str, Capability]:
    """Capability by state."""
    table = load_table("capability")
    world, year, source, cinc = table["world"], table["year"], capability_source(), table["cinc"]
    index_source = f"{cinc['name']}, {cinc['year']}: {cinc['source']}"
    found = {
        state: Capability(state, cinc["year"], None, None, None, None, index_source, share)
        for state, share in cinc["share"].items()
    }
    for row in table["state"]:
        people, product, spending = (row[key] / world[key] if key in row else None for key in COLUMNS)
        known = [part for part in (people, product, spending) if part is not None]
        share = sum(known) / len(known) if len(known) == len(COLUMNS) else None
        index = cinc["share"].get(row["name"])
        found[row["name"]] = Capability(row["name"], year, share, people, product, spending, source, index)
    return found


def capability(state: str) -> Capability | None:
    """The capability of a state by canonical name; None where the table lacks it."""
    return load_capability().get(state)


def capability_source() -> str:
    """Year and sources of the capability table in one line."""
    table = load_table("capability")
    return f"{table['name']}, {table['year']}: {table['source']}"

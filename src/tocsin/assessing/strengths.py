"""How strong the parties are: shares of the world's capability on the day, all by one index and of one year."""

from datetime import date

from tocsin.assessing.values import take_default, take_row
from tocsin.codebook.capability import Capability
from tocsin.codebook.cinc import Index
from tocsin.codebook.names import (
    capability,
    cinc,
    cinc_source,
    cinc_spread,
    find_capability_year,
    has_capability,
    members,
)
from tocsin.records.quantity import Quantity

UNIT = "share of the world"


def take_capability(state: str, on: date | None) -> Quantity | None:
    """A state's share of the world's capability on a day, today without one; None where the table lacks it.

    **Holds** all that is taken for one day is of one index and one year.
    """
    if on is not None and not has_capability(on):
        found = cinc(state, on)
        return None if found is None else read_index(found)
    composite = capability(state)
    return None if composite is None else read_composite(composite)


def read_composite(found: Capability) -> Quantity | None:
    """The mean of a state's shares of the world, in the range of its parts, which a missing part widens."""
    told = {"people": found.population_share, "product": found.product_share, "military spending": found.spending_share}
    parts = {name: share for name, share in told.items() if share is not None}
    if not parts:
        return None
    slack = 1.0 if len(parts) == len(told) else take_default("slack", "capability")
    missing = "".join(f"; {name} is not in the table" for name in told if name not in parts)
    return Quantity(
        low=round(min(parts.values()) / slack, 6),
        likely=round(sum(parts.values()) / len(parts), 6),
        high=round(min(1.0, max(parts.values()) * slack), 6),
        unit=UNIT,
        origin="base rate",
        because=f"Mean of its shares of {' and '.join(parts)}, which the range holds{missing}.",
        source=found.source,
    )


def read_index(found: Index) -> Quantity:
    """The published index of a past year, in the range within which two thirds of the shares behind an index lie."""
    spread = cinc_spread()
    return Quantity(
        low=round(found.share / spread, 9),
        likely=found.share,
        high=round(min(1.0, found.share * spread), 9),
        unit=UNIT,
        origin="base rate",
        because=(
            f"Composite index of national capability of {found.state} in {found.year}, the last year of the table by "
            f"then; two thirds of the shares behind such an index lie within a factor of {spread:g} of it."
        ),
        source=cinc_source(found.year),
    )


def take_body_capability(body: str, on: date | None) -> Quantity | None:
    """The capability of a body: the sum over its members on the day."""
    names = members(body, on)
    found = [q for member in names if (q := take_capability(member, on)) is not None]
    if not found:
        return None
    low, likely, high = (
        round(min(1.0, sum(getattr(q, field) for q in found)), 6) for field in ("low", "likely", "high")
    )
    counted = f"the {len(names)} members" if len(found) == len(names) else f"{len(found)} of the {len(names)} members"
    return Quantity(
        low=low, likely=likely, high=high, unit=UNIT, origin="base rate",
        because=f"Sum over {counted} that the table of {find_capability_year(on)} has.", source=found[0].source,
    )  # fmt: skip


def take_group_capability() -> Quantity:
    """The capability of a party that stands in no table."""
    return take_row("defaults", "capability", "not listed", UNIT)

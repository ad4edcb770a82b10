"""The ground and the supplies: who holds, gained or lost what, and what is lacking, offered and delivered."""

from collections.abc import Sequence

from tocsin.assessing.cast import Cast
from tocsin.assessing.gather import Gathered
from tocsin.assessing.values import take_stock
from tocsin.records.coding import Coding, Control, Resource
from tocsin.records.situation import AssessedControl, AssessedSupply


def list_control(coding: Coding, cast: Cast, gathered: Gathered) -> tuple[AssessedControl, ...]:
    """Every report of control, with a mark where another report names another holder of the same place."""
    return tuple(
        AssessedControl(
            place=c.place,
            holder=c.holder,
            on_behalf_of=c.on_behalf_of,
            change=c.change,
            when=c.when,
            date=c.date,
            contested=c.change == "contested" or is_contradicted(c, coding.control, cast),
            evidence=gathered.cite([c]),
            records=(c.id,),
        )
        for c in coding.control
    )


def is_contradicted(control: Control, others: Sequence[Control], cast: Cast) -> bool:
    """Whether another side is told to hold or have gained the same place, and neither is told to have lost it."""
    if control.change not in ("holds", "gained") or control.holder is None:
        return False
    same = [o for o in others if o.place.lower() == control.place.lower() and o.holder is not None]
    lost = {cast.side(o.holder, o.on_behalf_of) for o in same if o.change == "lost" and o.holder}
    mine = cast.side(control.holder, control.on_behalf_of)
    rivals = {cast.side(o.holder, o.on_behalf_of) for o in same if o.change in ("holds", "gained") and o.holder}
    return mine not in lost and bool(rivals - {mine} - lost)


def list_supplies(coding: Coding, cast: Cast, gathered: Gathered) -> tuple[AssessedSupply, ...]:
    """Every good once for each actor, status and receiver; one stock for a good that is lacking or needed."""
    told: dict[tuple[object, ...], list[Resource]] = {}
    for resource in coding.resources:
        key = (resource.actor, resource.status, resource.what.lower(), resource.to)
        told.setdefault(key, []).append(resource)
    stocked: set[tuple[str | None, str]] = set()
    supplies = []
    for records in told.values():
        supply = assess_supply(records, cast, gathered)
        good = (supply.actor, supply.what.lower())
        supplies.append(supply if good not in stocked else supply.model_copy(update={"stock": None}))
        if supply.stock is not None:
            stocked.add(good)
    return tuple(supplies)


def assess_supply(records: Sequence[Resource], cast: Cast, gathered: Gathered) -> AssessedSupply:
    first = records[0]
    evidence = gathered.cite(records)
    return AssessedSupply(
        actor=cast.side(first.actor, first.on_behalf_of) if first.actor else None,
        status=first.status,
        what=first.what,
        amount=next((r.amount for r in records if r.amount), None),
        to=first.to,
        stock=take_stock(first.status, first.what, evidence) if first.status in ("need", "shortage") else None,
        certainty=max(r.certainty for r in records),
        evidence=evidence,
        records=tuple(r.id for r in records),
    )

"""Wars: pairs of sides between whom the articles report fighting, and which of them is gaining ground."""

from tocsin.assessing.cast import Cast
from tocsin.assessing.gather import Gathered
from tocsin.assessing.paces import take_battles, take_exponent, take_losses, take_war_end
from tocsin.assessing.places import overlaps
from tocsin.assessing.values import take_attacker_wins, take_force_slope
from tocsin.assessing.words import find_content, list_words
from tocsin.records.coding import Coded, Coding, Control, Event
from tocsin.records.frozen import hash_words
from tocsin.records.situation import War

ATTACKS = 3
Pair = tuple[str, str]


def list_wars(coding: Coding, cast: Cast, gathered: Gathered) -> tuple[War, ...]:
    """Every pair with an invasion, a fight for ground, or several attacks between them."""
    attacks: dict[Pair, list[Event]] = {}
    for event in coding.events:
        for pair in list_pairs(event, cast):
            attacks.setdefault(pair, []).append(event)
    grounds = list_grounds(coding, cast)
    pairs = dict.fromkeys([*attacks, *grounds])
    wars = []
    for pair in pairs:
        events, changes = attacks.get(pair, []), list_changes(pair, coding, cast)
        if pair in grounds or is_war(events, changes):
            wars.append(make_war(pair, events, changes, cast, gathered))
    return tuple(wars)


def list_grounds(coding: Coding, cast: Cast) -> list[Pair]:
    """The pairs of which one gained a place that the other lost or gained too, or did so in the same words."""
    changes = [c for c in coding.control if c.change in ("gained", "lost") and c.holder]
    pairs: dict[Pair, None] = {}
    for one in changes:
        for two in changes:
            sides = [cast.side(c.holder, c.on_behalf_of) for c in (one, two) if c.holder]
            same = one.place.lower() == two.place.lower() or overlaps(one, two)
            if one.change == "gained" and same and sides[0] != sides[1] and all(is_able(s, cast) for s in sides):
                pairs[(min(sides), max(sides))] = None
    return list(pairs)


def is_able(side: str, cast: Cast) -> bool:
    """Whether a side can wage war: no person."""
    return cast.figure(side).type in ("state", "alliance", "group")


def list_pairs(event: Event, cast: Cast) -> list[Pair]:
    """The sides of an attack, in alphabetical order; persons count for their state."""
    if event.type != "ASSAULT" or event.actor is None or event.mode in ("denied", "planned"):
        return []
    by = cast.side(event.actor, event.on_behalf_of)
    targets = (event.target,) if isinstance(event.target, str) else event.target or ()
    sides = dict.fromkeys(cast.side(t) for t in targets if t in cast.figures)
    fits = [s for s in sides if s != by and is_able(s, cast) and is_able(by, cast)]
    return [(min(by, s), max(by, s)) for s in fits]


def is_war(events: list[Event], changes: list[Control]) -> bool:
    """Attacks in which ground changes hands, an invasion or war by name, or at least ATTACKS of them."""
    named = any(find_content(e.action or "") & list_words("fighting") for e in events)
    return bool(changes) or named or len(events) >= ATTACKS


def list_changes(pair: Pair, coding: Coding, cast: Cast) -> list[Control]:
    """The gains and losses of either side."""
    changes = [c for c in coding.control if c.change in ("gained", "lost") and c.holder is not None]
    return [c for c in changes if c.holder is not None and cast.side(c.holder, c.on_behalf_of) in pair]


def make_war(pair: Pair, events: list[Event], changes: list[Control], cast: Cast, gathered: Gathered) -> War:
    records: list[Coded] = [*events, *changes]
    return War(
        id=f"war-{hash_words(*pair)}",
        sides=pair,
        gaining=find_gaining(pair, changes, cast),
        attacker_wins=take_attacker_wins(),
        force_slope=take_force_slope(),
        ends=take_war_end(),
        battles=take_battles(),
        losses=take_losses(),
        exponent=take_exponent(),
        evidence=gathered.cite(records),
    )


def find_gaining(pair: Pair, changes: list[Control], cast: Cast) -> str | None:
    """The side with more gains, the other's losses counted in; a side's gains that it lost again count for neither.

    None where both sides gained alike.
    """
    balance = dict.fromkeys(pair, 0)
    for change in changes:
        assert change.holder is not None
        side = cast.side(change.holder, change.on_behalf_of)
        balance[side] += 1 if change.change == "gained" else -1
    one, two = pair
    if balance[one] == balance[two]:
        return None
    return one if balance[one] > balance[two] else two

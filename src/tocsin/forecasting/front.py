"""Wars that are on and stocks that run short: strengths flow from week to week, places fall, fighting ends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.course import Course, merge_course, never, run_replicates, run_rules
from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.horizon import choose_weeks
from tocsin.forecasting.issues import name_adopted, name_outside
from tocsin.forecasting.menaces import find_pace
from tocsin.models.attrition import find_odds, wear_down
from tocsin.models.clock import find_hazard
from tocsin.models.process import NEVER, Effect, Places, Process, Rule, State
from tocsin.records.paths import name_supply, name_war
from tocsin.records.situation import AssessedSupply, Situation, War

Array = NDArray[np.float64]
LEAST_STRENGTH = 1e-3


@dataclass(frozen=True, eq=False)
class Side:
    """One side of a war: the stock of its force, and those of its supplies."""

    force: str
    supplies: tuple[str, ...]

    def find_supply(self, state: State) -> Array | float:
        """The mean of its stocks as a share of the need, 1 where no shortage is told."""
        if not self.supplies:
            return 1.0
        return np.asarray(np.maximum(np.mean([state.stocks[s] for s in self.supplies], axis=0), LEAST_STRENGTH))

    def find_strength(self, state: State) -> Array:
        return np.asarray(state.stocks[self.force] * self.find_supply(state))


@dataclass(frozen=True, eq=False)
class Fall:
    """The hazard that a place falls: decided battles times the attacker's odds as they stand."""

    battles: Array
    equal: Array
    slope: Array
    attacker: Side
    defender: Side

    def __call__(self, state: State) -> Array:
        odds = find_odds(self.equal, self.slope, self.attacker.find_strength(state), self.defender.find_strength(state))
        return np.asarray(self.battles * odds)


@dataclass(frozen=True, eq=False)
class Wear:
    """How the forces of one war wear each other down, as long as it goes on."""

    ended: str
    one: Side
    two: Side
    losses: Array
    exponent: Array

    def flow(self, state: State, weeks: float) -> None:
        """**Holds** less supply of one side never raises the other's losses."""
        going = ~state.holds(self.ended)
        one, two = state.stocks[self.one.force], state.stocks[self.two.force]
        after = wear_down(
            one,
            two,
            loss_one=self.losses * self.two.find_supply(state),
            loss_two=self.losses * self.one.find_supply(state),
            exponent=self.exponent,
            weeks=weeks,
        )
        state.stocks[self.one.force] = np.where(going, after[0], one)
        state.stocks[self.two.force] = np.where(going, after[1], two)


@dataclass(frozen=True, eq=False)
class Drain:
    """How one stock drifts, and the mark below which its lack binds."""

    stock: str
    drift: Array
    bar: Array
    binds: str

    def flow(self, state: State, now: float, weeks: float) -> None:
        left = np.clip(state.stocks[self.stock] * np.exp(-self.drift * weeks), 0.0, 1.0)
        state.stocks[self.stock] = left
        newly = np.flatnonzero((left < self.bar) & ~state.holds(self.binds))
        state.mark(self.binds, newly, np.full(newly.size, now + weeks))


@dataclass(frozen=True, eq=False)
class Flow:
    """All flows of a situation over a step."""

    wears: tuple[Wear, ...]
    drains: tuple[Drain, ...]

    def __call__(self, state: State, now: float, weeks: float) -> None:
        for wear in self.wears:
            wear.flow(state, weeks)
        for drain in self.drains:
            drain.flow(state, now, weeks)


@dataclass(frozen=True, eq=False)
class Deliver:
    """A delivery closes a share of the gap between a stock and its need."""

    stock: str
    share: Array

    def __call__(self, state: State, paths: Places, now: Array) -> None:
        stock = state.stocks[self.stock]
        stock[paths] += self.share[paths] * (1 - stock[paths])


def run_front(worlds: Worlds, situation: Situation, course: Course, places: Mapping[str, Sequence[str]]) -> Course:
    """The course of wars and stocks, given when issues were adopted; `places` are those under pressure, by war.

    What shares no stock runs apart: a war with the supplies of its sides where places are fought for, each other
    supply by itself, and each end of a war, which hangs on no stock.
    """
    front = Course(course.weeks)
    supplies = unique_supplies(situation)
    pressed = [w for w in situation.wars if places.get(w.id)]
    for war in situation.wars:
        if war not in pressed:
            merge_course(front, run_rules(worlds, tuple(write_end_rules(worlds, war)), course.weeks))
    sides = {side for war in pressed for side in war.sides}
    for supply in supplies:
        if supply.actor not in sides:
            merge_course(front, run_stocks(worlds, situation, course, (), (supply,), places))
    if pressed:
        fought = tuple(s for s in supplies if s.actor in sides)
        merge_course(front, run_stocks(worlds, situation, course, pressed, fought, places))
    return front


def unique_supplies(situation: Situation) -> tuple[AssessedSupply, ...]:
    """The short stocks, one for each name."""
    named = {name_supply(s): s for s in reversed(situation.supplies) if s.stock is not None}
    return tuple(named[name] for name in sorted(named))


def run_stocks(
    worlds: Worlds,
    situation: Situation,
    course: Course,
    wars: Sequence[War],
    supplies: Sequence[AssessedSupply],
    places: Mapping[str, Sequence[str]],
) -> Course:
    """The course of some wars and supplies that may hang together."""
    stocks = {name_stock(s): draw_stock(worlds, s) for s in supplies}
    rules = [rule for s in supplies for rule in write_bind_rules(worlds, s, stocks[name_stock(s)])]
    for war in wars:
        stocks |= {name_force(war, side): np.ones(worlds.draws) for side in war.sides}
        rules += [*write_end_rules(worlds, war), *write_fall_rules(worlds, war, supplies, places[war.id])]
    wears = tuple(w for war in wars for w in list_wears(worlds, war, supplies))
    drains = tuple(d for s in supplies for d in list_drains(worlds, s))
    flow = Flow(wears, drains) if wears or drains else None
    facts = (*(name_ended(w) for w in wars), *(name_binding(s) for s in supplies))
    noted = tuple(name_stock(s) for s in supplies if s.binds is not None and is_measured(s))
    marks = choose_weeks(course.weeks) if noted else ()

    def build(replicate: int) -> Process:
        given = [r for s in supplies for r in write_deliveries(worlds, situation, s, course, replicate)]
        return Process((*rules, *given), stocks=stocks, flow=flow, facts=facts, notes=noted, marks=marks)

    return run_replicates(worlds, build, course.weeks)


def name_stock(supply: AssessedSupply) -> str:
    return f"stock: {name_supply(supply)}"


def name_force(war: War, side: str) -> str:
    return f"force: {war.id}, {side}"


def name_ended(war: War) -> str:
    return f"ended: {war.id}"


def name_fallen(war: War, place: str) -> str:
    return f"fallen: {war.id}, {place}"


def name_binding(supply: AssessedSupply) -> str:
    return f"binds: {name_supply(supply)}"


def is_measured(supply: AssessedSupply) -> bool:
    """Whether any number behind a shortage is more than a default of the tool."""
    numbers = (supply.stock, supply.drift, supply.binds, supply.delivers)
    return any(n is not None and n.origin != "default" for n in numbers)


def draw_stock(worlds: Worlds, supply: AssessedSupply) -> Array:
    assert supply.stock is not None
    return np.clip(draw_quantity(worlds, f"supply: {name_supply(supply)}", supply.stock), 0.0, 1.0)


def take_side(war: War, side: str, supplies: Sequence[AssessedSupply]) -> Side:
    own = dict.fromkeys(name_stock(s) for s in supplies if s.actor == side)
    return Side(name_force(war, side), tuple(sorted(own)))


def write_end_rules(worlds: Worlds, war: War) -> Iterator[Rule]:
    """When the fighting ends."""
    ended = name_ended(war)
    if war.ends is not None:
        hazard = find_hazard(draw_quantity(worlds, f"ends: {name_war(war)}", war.ends))
        yield Rule(f"end: {war.id}", (Effect(sets=(ended,)),), bars=(ended,), hazard=hazard)


def write_fall_rules(
    worlds: Worlds, war: War, supplies: Sequence[AssessedSupply], places: Sequence[str]
) -> Iterator[Rule]:
    """When the gaining side takes a place that the other holds."""
    ended, name = name_ended(war), name_war(war)
    if war.battles is None or war.gaining is None:
        return
    other = war.sides[1] if war.gaining == war.sides[0] else war.sides[0]
    fall = Fall(
        draw_quantity(worlds, f"battles: {name}", war.battles),
        draw_quantity(worlds, f"attacker wins: {name}", war.attacker_wins),
        draw_quantity(worlds, f"force slope: {name}", war.force_slope),
        take_side(war, war.gaining, supplies),
        take_side(war, other, supplies),
    )
    for place in places:
        fallen = name_fallen(war, place)
        yield Rule(f"fall: {war.id}, {place}", (Effect(sets=(fallen,)),), bars=(fallen, ended), hazard=fall)


def list_wears(worlds: Worlds, war: War, supplies: Sequence[AssessedSupply]) -> Iterator[Wear]:
    if war.losses is not None and war.exponent is not None:
        one, two = (take_side(war, side, supplies) for side in war.sides)
        losses = draw_quantity(worlds, f"losses: {name_war(war)}", war.losses)
        exponent = draw_quantity(worlds, f"exponent: {name_war(war)}", war.exponent)
        yield Wear(name_ended(war), one, two, losses, exponent)


def draw_bar(worlds: Worlds, supply: AssessedSupply) -> Array | None:
    if supply.binds is None:
        return None
    return draw_quantity(worlds, f"binds: {name_supply(supply)}", supply.binds)


def list_drains(worlds: Worlds, supply: AssessedSupply) -> Iterator[Drain]:
    bar = draw_bar(worlds, supply)
    if supply.drift is not None and bar is not None:
        drift = draw_quantity(worlds, f"drift: {name_supply(supply)}", supply.drift)
        yield Drain(name_stock(supply), drift, bar, name_binding(supply))


def write_bind_rules(worlds: Worlds, supply: AssessedSupply, stock: Array) -> Iterator[Rule]:
    """A lack that binds already does so at once."""
    bar = draw_bar(worlds, supply)
    if bar is not None:
        fact = name_binding(supply)
        yield Rule(f"short: {fact}", (Effect(sets=(fact,)),), bars=(fact,), delay=np.where(stock < bar, 0.0, NEVER))


def write_deliveries(
    worlds: Worlds, situation: Situation, supply: AssessedSupply, course: Course, replicate: int
) -> Iterator[Rule]:
    """A delivery comes some time after the issue that promises it is adopted, or done without the body."""
    if supply.issue is None or supply.delivers is None:
        return
    name = name_supply(supply)
    agreed, done = f"agreed: {name}", f"delivered: {name}"
    times = course.when(name_adopted(supply.issue), name_outside(supply.issue))
    when = (never(worlds) if times is None else times)[replicate]
    share = draw_quantity(worlds, f"delivers: {name}", supply.delivers)
    pace = find_pace(worlds, situation)
    fill = Effect(sets=(done,), act=Deliver(name_stock(supply), share))
    yield Rule(f"agree: {name}", (Effect(sets=(agreed,)),), bars=(agreed,), delay=when)
    if pace is None:
        yield Rule(f"deliver: {name}", (fill,), needs=(agreed,), bars=(done,), delay=0.0)
    else:
        yield Rule(f"deliver: {name}", (fill,), needs=(agreed,), bars=(done,), hazard=pace)

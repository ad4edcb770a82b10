"""The jump process: facts that rules change, in many paths at once, exact in time while hazards are constant.

A rule waits while its guard holds (all `needs` true, none of `bars`); it then fires at a hazard, or after a delay, and
one of its effects is chosen by chance. Between the steps of a run stocks may flow, and hazards are read anew.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
Places = NDArray[np.intp]
Luck = Callable[[str, int], Array]
NEVER = np.inf


@dataclass(eq=False)
class State:
    """Where every path stands: `facts` by name (facts x paths), when each first came true, and the stocks.

    `noted` holds, of the stocks that a process notes, what there was at each of its marks.
    """

    index: dict[str, int]
    facts: Bools
    first: Array
    stocks: dict[str, Array]
    luck: Luck
    noted: dict[str, list[Array]] = field(default_factory=dict)

    def holds(self, fact: str) -> Bools:
        """Whether a fact is true, by path."""
        return np.asarray(self.facts[self.index[fact]])

    def mark(self, fact: str, paths: Places, now: Array) -> None:
        """Make a fact true in some paths; the time of the first truth is kept."""
        row = self.index[fact]
        self.facts[row, paths] = True
        self.first[row, paths] = np.minimum(self.first[row, paths], now)


Reading = Callable[[State], Array]
Act = Callable[[State, Places, Array], None]


@dataclass(frozen=True, eq=False)
class Effect:
    """What a firing does: facts that become true or false, and an act on the stocks (state, paths, times)."""

    sets: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    act: Act | None = None


@dataclass(frozen=True, eq=False)
class Rule:
    """What may happen. `hazard` per week: one number, one a path, or read from the state at each step.

    With `delay` (weeks, one number or one a path) it fires that long after its guard began to hold instead.
    `chances` (effects x paths, or read from the state) says how likely each effect is; None where there is only one.
    """

    name: str
    effects: tuple[Effect, ...]
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    hazard: float | Array | Reading = 0.0
    delay: float | Array | None = None
    chances: Array | Reading | None = None


@dataclass(frozen=True, eq=False)
class Process:
    """Rules, the facts that are true at the start, stocks, and how these flow over a step (state, start, weeks).

    The stocks in `notes` are noted at the `marks` (whole weeks, or the end of the run).
    """

    rules: tuple[Rule, ...]
    true: frozenset[str] = frozenset()
    stocks: dict[str, Array] = field(default_factory=dict)
    flow: Callable[[State, float, float], None] | None = None
    facts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    marks: tuple[float, ...] = ()

    @property
    def steady(self) -> bool:
        """Whether nothing changes between jumps, so that one step is as exact as many, and nothing is noted."""
        return (
            not self.notes
            and self.flow is None
            and not any(callable(r.hazard) or callable(r.chances) for r in self.rules)
        )


@dataclass(eq=False)
class Clocks:
    """The waiting of every rule (rules x paths): what is left of its exponential time, and when a delay is due."""

    left: Array
    due: Array
    fired: NDArray[np.intp]


def make_luck(seed: int, paths: int) -> Luck:
    """Uniforms by name and occurrence: the same name gives the same numbers whatever else is drawn."""

    def draw(name: str, occurrence: int) -> Array:
        key = int.from_bytes(name.encode(), "big")
        return np.random.default_rng([seed, occurrence, key]).random(paths)

    return draw


def run_process(process: Process, luck: Luck, paths: int, weeks: float, step: float = 1.0) -> State:
    """All paths from 0 to `weeks`; the state at the end, with the time at which each fact first came true.

    Every rule has a clock and a stream of uniforms of its own, so that what one rule does in one path does not depend
    on rules that have nothing to do with it. While hazards are constant the step changes nothing.

    **Source** next reaction method: Gibson & Bruck 2000, J. Phys. Chem. A 104:1876; streams of their own for each
    rule: common reaction path, Rathinam, Sheppard & Khammash 2010, J. Chem. Phys. 132:034103.
    **Holds** splitting the week changes no path; a rule that shares no fact with another leaves it alone.
    """
    state = start_state(process, luck, paths)
    clocks = start_clocks(process.rules, luck, paths)
    now = 0.0
    note_stocks(process, state, now)
    if process.steady:
        step = weeks
    while now < weeks - 1e-9:
        length = min(step, weeks - now)
        if process.rules:
            hazards = read_hazards(process.rules, state)
            pass_step(process.rules, state, clocks, hazards, now, now + length)
        if process.flow is not None:
            process.flow(state, now, length)
        now += length
        note_stocks(process, state, now)
    return state


def note_stocks(process: Process, state: State, now: float) -> None:
    """Keep what there is of the stocks that are noted, if now is one of the marks."""
    if any(abs(now - mark) < 1e-9 for mark in process.marks):
        for name in process.notes:
            state.noted.setdefault(name, []).append(state.stocks[name].astype(np.float32))


def start_state(process: Process, luck: Luck, paths: int) -> State:
    names: dict[str, None] = dict.fromkeys([*sorted(process.true), *process.facts])
    for rule in process.rules:
        names |= dict.fromkeys([*rule.needs, *rule.bars])
        for effect in rule.effects:
            names |= dict.fromkeys([*effect.sets, *effect.clears])
    index = {name: number for number, name in enumerate(names)}
    facts = np.zeros((len(index), paths), dtype=bool)
    first = np.full((len(index), paths), NEVER)
    for name in process.true:
        facts[index[name]] = True
        first[index[name]] = 0.0
    return State(index, facts, first, {name: stock.copy() for name, stock in process.stocks.items()}, luck)


def start_clocks(rules: Sequence[Rule], luck: Luck, paths: int) -> Clocks:
    left = np.full((len(rules), paths), NEVER)
    for row, rule in enumerate(rules):
        if rule.delay is None:
            left[row] = -np.log1p(-luck(f"{rule.name}: when", 0))
    return Clocks(left, np.full((len(rules), paths), NEVER), np.zeros((len(rules), paths), dtype=np.intp))


def read_hazards(rules: Sequence[Rule], state: State) -> list[float | Array]:
    """The hazard of every rule per week, one number or one a path; 0 for rules with a delay."""
    return [0.0 if r.delay is not None else r.hazard(state) if callable(r.hazard) else r.hazard for r in rules]


def pass_step(
    rules: Sequence[Rule], state: State, clocks: Clocks, hazards: Sequence[float | Array], start: float, end: float
) -> None:
    """Every jump between two moments, path by path in the order of time, the paths side by side."""
    paths = pass_quiet(rules, state, clocks, hazards, start, end)
    now = np.full(paths.size, start)
    while paths.size:
        open_ = find_open(rules, state, paths)
        rates = np.array([np.broadcast_to(h[paths] if isinstance(h, np.ndarray) else h, paths.shape) for h in hazards])
        wait = find_wait(rules, clocks, rates, open_, paths, now)
        which = wait.argmin(axis=0)
        soonest = wait[which, np.arange(paths.size)]
        fires = now + soonest <= end
        spent = np.where(fires, soonest, end - now)
        clocks.left[:, paths] -= np.where(open_, rates * spent, 0.0)
        paths, now, which = paths[fires], (now + soonest)[fires], which[fires]
        for row in np.unique(which):
            same = which == row
            fire_rule(rules[row], int(row), state, clocks, paths[same], now[same])


def pass_quiet(
    rules: Sequence[Rule], state: State, clocks: Clocks, hazards: Sequence[float | Array], start: float, end: float
) -> Places:
    """Let the time pass in all paths in which nothing fires; returns the others, untouched."""
    open_ = find_open(rules, state, slice(None))
    fires = np.zeros(open_.shape[1], dtype=bool)
    spends = [hazard * (end - start) for hazard in hazards]
    for row, rule in enumerate(rules):
        if rule.delay is not None:
            due = np.where(open_[row], np.minimum(clocks.due[row], start + rule.delay), NEVER)
            clocks.due[row] = due
            fires |= due <= end
        else:
            fires |= open_[row] & (clocks.left[row] <= spends[row])
    quiet = open_ & ~fires
    for row, rule in enumerate(rules):
        if rule.delay is None:
            np.subtract(clocks.left[row], spends[row], out=clocks.left[row], where=quiet[row])
    return np.flatnonzero(fires)


def find_open(rules: Sequence[Rule], state: State, mine: Places | slice) -> Bools:
    """Whether each rule's guard holds (rules x paths)."""
    facts = state.facts[:, mine]
    open_ = np.ones((len(rules), facts.shape[1]), dtype=bool)
    for row, rule in enumerate(rules):
        for name in rule.needs:
            open_[row] &= facts[state.index[name]]
        for name in rule.bars:
            open_[row] &= ~facts[state.index[name]]
    return open_


def find_wait(rules: Sequence[Rule], clocks: Clocks, rates: Array, open_: Bools, mine: Places, now: Array) -> Array:
    """The time from now to each rule's firing (rules x paths), if no other fires before."""
    wait = np.full(open_.shape, NEVER)
    np.divide(clocks.left[:, mine], rates, out=wait, where=open_ & (rates > 0))
    for row, rule in enumerate(rules):
        if rule.delay is not None:
            length = rule.delay[mine] if isinstance(rule.delay, np.ndarray) else rule.delay
            due = np.where(open_[row], np.minimum(clocks.due[row, mine], now + length), NEVER)
            clocks.due[row, mine] = due
            wait[row] = np.maximum(due - now, 0.0)
    return wait


def fire_rule(rule: Rule, row: int, state: State, clocks: Clocks, paths: Places, now: Array) -> None:
    """One rule fires in some paths: its effect is chosen, its clock starts anew."""
    occurrence = clocks.fired[row, paths]
    clocks.fired[row, paths] += 1
    clocks.due[row, paths] = NEVER
    if rule.delay is None:
        clocks.left[row, paths] = -np.log1p(-draw_luck(state.luck, f"{rule.name}: when", occurrence + 1, paths))
    chosen = choose_effect(rule, state, occurrence, paths)
    for number, effect in enumerate(rule.effects):
        mine = chosen == number
        if mine.any():
            take_effect(effect, state, paths[mine], now[mine])


def choose_effect(rule: Rule, state: State, occurrence: Places, paths: Places) -> Places:
    """Which effect each of some paths gets, by their chances."""
    if rule.chances is None:
        return np.zeros(paths.size, dtype=np.intp)
    chances = (rule.chances(state) if callable(rule.chances) else rule.chances)[:, paths]
    reached = np.cumsum(chances, axis=0)
    luck = draw_luck(state.luck, f"{rule.name}: which", occurrence, paths) * reached[-1]
    return np.asarray((luck >= reached[:-1]).sum(axis=0), dtype=np.intp)


def draw_luck(luck: Luck, name: str, occurrence: Places, paths: Places) -> Array:
    """The uniforms of some paths, each for its own count of earlier firings."""
    drawn = np.empty(paths.size)
    for count in np.unique(occurrence):
        mine = occurrence == count
        drawn[mine] = luck(name, int(count))[paths[mine]]
    return drawn


def take_effect(effect: Effect, state: State, paths: Places, now: Array) -> None:
    for name in effect.clears:
        state.facts[state.index[name], paths] = False
    for name in effect.sets:
        state.mark(name, paths, now)
    if effect.act is not None:
        effect.act(state, paths, now)


def split_rules(rules: Sequence[Rule]) -> list[tuple[Rule, ...]]:
    """The rules in groups that share no fact, in the order of their first rule.

    **Holds** running the groups one by one gives the same paths as running all together.
    """
    groups: list[tuple[set[str], list[Rule]]] = []
    for rule in rules:
        facts = {*rule.needs, *rule.bars, *(f for e in rule.effects for f in (*e.sets, *e.clears))}
        touched = [g for g in groups if g[0] & facts]
        merged = (facts.union(*(g[0] for g in touched)), [r for g in touched for r in g[1]] + [rule])
        groups = [g for g in groups if not any(g is t for t in touched)] + [merged]
    order = {id(rule): number for number, rule in enumerate(rules)}
    ranked = [tuple(sorted(members, key=lambda r: order[id(r)])) for _, members in groups]
    return sorted(ranked, key=lambda members: order[id(members[0])])

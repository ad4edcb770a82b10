"""The course of events: rules run in every world and replicate, each group of rules once for the same numbers."""

import hashlib
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields, is_dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, give_luck, remember
from tocsin.models.process import NEVER, Process, Rule, State, run_process, split_rules

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Course:
    """When each fact first came true, in weeks (replicates x worlds; NEVER where it did not), and the stocks' ends.

    `levels` are stocks over the weeks, where they were noted (marks x replicates x worlds).
    """

    weeks: float
    times: dict[str, Array] = field(default_factory=dict)
    stocks: dict[str, Array] = field(default_factory=dict)
    levels: dict[str, Array] = field(default_factory=dict)

    def when(self, *facts: str) -> Array | None:
        """When the first of some facts came true; None where no rule can make any of them true."""
        known = [self.times[f] for f in facts if f in self.times]
        return np.minimum.reduce(known) if known else None


def run_rules(worlds: Worlds, rules: Sequence[Rule], weeks: float) -> Course:
    """The rules, in groups that share no fact, over `weeks`.

    **Holds** a rule that shares no fact with others changes no byte of their course.
    """
    course = Course(weeks)
    for group in split_rules(rules):
        process = Process(group, stocks=list_counted(worlds, group))
        merge_course(course, run_replicates(worlds, lambda _, p=process: p, weeks))  # type: ignore[misc]
    return course


def list_counted(worlds: Worlds, rules: Sequence[Rule]) -> dict[str, Array]:
    """The stocks that acts of these rules count in, all 0 at the start."""
    acts = [e.act for r in rules for e in r.effects if e.act is not None]
    return {name: np.zeros(worlds.draws) for act in acts if (name := getattr(act, "counts", None)) is not None}


def run_replicates(worlds: Worlds, build: Callable[[int], Process], weeks: float) -> Course:
    """A process in every replicate, which `build` gives by number; the same process is run once only."""

    def run(replicate: int) -> State:
        process = build(replicate)
        luck = give_luck(worlds, replicate)
        state: State = remember(
            worlds, (replicate, weeks, fingerprint(process)), lambda: run_process(process, luck, worlds.draws, weeks)
        )
        return state

    if worlds.workers > 1:
        with ThreadPoolExecutor(worlds.workers) as pool:
            states = list(pool.map(run, range(worlds.replicates)))
    else:
        states = [run(replicate) for replicate in range(worlds.replicates)]
    times = {name: np.array([s.first[s.index[name]] for s in states]) for name in states[0].index}
    stocks = {name: np.array([s.stocks[name] for s in states]) for name in states[0].stocks}
    levels = {name: np.stack([s.noted[name] for s in states], axis=1) for name in states[0].noted}
    return Course(weeks, times, stocks, levels)


def merge_course(whole: Course, part: Course) -> None:
    whole.times.update(part.times)
    whole.stocks.update(part.stocks)
    whole.levels.update(part.levels)


def fingerprint(value: object) -> Hashable:
    """A key that is equal where everything in a process is, the numbers of its arrays included."""
    if isinstance(value, np.ndarray):
        return value.shape, hashlib.blake2b(np.ascontiguousarray(value).data, digest_size=16).digest()
    if isinstance(value, (tuple, list)):
        return tuple(fingerprint(v) for v in value)
    if isinstance(value, dict):
        return tuple((k, fingerprint(v)) for k, v in sorted(value.items()))
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, tuple(fingerprint(getattr(value, f.name)) for f in fields(value))
    assert value is None or isinstance(value, (str, int, float)), f"{value!r} has no fingerprint"
    return value


def never(worlds: Worlds) -> Array:
    """The times of what never happens."""
    return np.full((worlds.replicates, worlds.draws), NEVER)

"""Draw the worlds: one set of parameters each, every quantity from a stream of its own."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tocsin.models.process import Luck
from tocsin.models.spread import invert_beta, invert_pert
from tocsin.records.frozen import hash_words
from tocsin.records.quantity import Quantity, Reading

Array = NDArray[np.float64]


REPLICATES = 4


@dataclass
class Worlds:
    """The worlds of a forecast, and what was drawn in them so far.

    A world is one set of parameters; each is run `replicates` times with luck of its own, so that luck and what is
    not known can be told apart. `workers` run replicates side by side and change nothing else.
    """

    seed: int
    draws: int
    replicates: int = REPLICATES
    workers: int = 1
    uniforms: dict[str, Array] = field(default_factory=dict)
    drawn: dict[tuple[str, int], Array] = field(default_factory=dict)
    kept: list[object] = field(default_factory=list)
    lucks: dict[tuple[str, int, int], Array] = field(default_factory=dict)
    remembered: dict[Hashable, Any] = field(default_factory=dict)


def draw_uniform(worlds: Worlds, path: str) -> Array:
    """One number between 0 and 1 per world, from the stream that `path` names.

    **Holds** what is drawn under one path does not depend on any other path.
    """
    if path not in worlds.uniforms:
        stream = np.random.default_rng([worlds.seed, int(hash_words(path, length=15), 16)])
        worlds.uniforms[path] = stream.random(worlds.draws)
    return worlds.uniforms[path]


def give_luck(worlds: Worlds, replicate: int) -> Luck:
    """The luck of one replicate: uniforms by name and occurrence, each from a stream of its own."""

    def draw(name: str, occurrence: int) -> Array:
        key = (name, occurrence, replicate)
        if key not in worlds.lucks:
            stream = np.random.default_rng(
                [worlds.seed, int(hash_words(name, length=15), 16), occurrence, replicate + 1]
            )
            worlds.lucks[key] = stream.random(worlds.draws)
        return worlds.lucks[key]

    return draw


def remember(worlds: Worlds, key: Hashable, make: Callable[[], Any]) -> Any:
    """What `make` gives, made once for each key in these worlds."""
    if key not in worlds.remembered:
        worlds.remembered[key] = make()
    return worlds.remembered[key]


def draw_quantity(worlds: Worlds, path: str, quantity: Quantity) -> Array:
    """The quantity in every world. **Holds** a range moved up moves no world down."""
    key = (path, id(quantity))
    if key not in worlds.drawn:
        worlds.kept.append(quantity)
        worlds.drawn[key] = spread_quantity(quantity, draw_uniform(worlds, path))
    return worlds.drawn[key]


def spread_quantity(quantity: Quantity, uniform: Array) -> Array:
    """The quantity at the given quantiles; rival readings share the unit interval in equal parts."""
    if not quantity.rivals:
        return spread_reading(quantity, uniform)
    scaled = uniform * len(quantity.rivals)
    chosen = np.minimum(scaled.astype(np.intp), len(quantity.rivals) - 1)
    drawn = np.empty_like(uniform)
    for number, rival in enumerate(quantity.rivals):
        mine = chosen == number
        drawn[mine] = spread_reading(rival, scaled[mine] - number)
    return drawn


def spread_reading(reading: Quantity | Reading, uniform: Array) -> Array:
    """One reading at the given quantiles: Beta where it is worth cases, else PERT."""
    cases = reading.worth_cases
    if cases is not None and 0 < reading.likely < 1:
        return invert_beta(uniform, reading.likely * cases, (1 - reading.likely) * cases)
    return invert_pert(uniform, reading.low, reading.likely, reading.high)

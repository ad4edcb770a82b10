"""What moves an answer: shares of its variance by input, and the cheapest changes that flip a decision."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class VarianceShares:
    """The share of the answer's variance that each input carries `alone`, and with all that it takes part in
    (`in_all`); where they differ, inputs work together."""

    alone: Array
    in_all: Array


def share_variance(
    model: Callable[[Array], Array], low: Array, high: Array, runs: int = 4096, seed: int = 7
) -> VarianceShares:
    """Sobol indices of `model` over independent inputs, each even between `low` and `high` (inputs).

    `model` takes inputs x draws and gives draws; it is run on runs x (inputs + 2) draws at once. Where the answer does
    not vary, nothing is shared.

    **Source** alone: Saltelli et al. 2010, Computer Physics Communications 181:259, table 2 (b); in all: Jansen 1999,
    Computer Physics Communications 117:35.
    **Holds** an input that the model ignores or that does not vary carries nothing; in a sum of inputs each carries
    its own variance.
    """
    random = np.random.default_rng(seed)
    one, two = (low[:, None] + (high - low)[:, None] * random.random((low.size, runs)) for _ in range(2))
    crossed = np.repeat(one[None], low.size, axis=0)
    each = np.arange(low.size)
    crossed[each, each] = two
    answers = model(np.concatenate([one, two, *crossed], axis=1)).reshape(low.size + 2, runs)
    first, second, mixed = answers[0], answers[1], answers[2:]
    variance = float(answers[:2].var())
    if variance <= 1e-18:
        return VarianceShares(np.zeros(low.size), np.zeros(low.size))
    alone = ((second - answers[:2].mean()) * (mixed - first)).mean(axis=1) / variance
    in_all = ((first - mixed) ** 2).mean(axis=1) / (2 * variance)
    return VarianceShares(np.clip(alone, 0.0, 1.0), np.clip(in_all, 0.0, 1.0))


@dataclass(frozen=True)
class Flip:
    """A change that turns a decision: the `actors` that must move, how far in all, and each one's new position."""

    actors: tuple[int, ...]
    distance: float
    positions: tuple[float, ...]


def find_flip(
    positions: Array, votes: Array, quota: float, vetoes: Bools, proposal: float = 100.0, status_quo: float = 0.0
) -> Flip:
    """The least movement of members (actors) that turns whether `proposal` passes against `status_quo`.

    A member accepts from the middle between both on. To adopt, every refusing veto moves to the middle, and of the
    others those whose votes reach the quota at the least distance in all; to block, the nearest veto moves past the
    middle, or those whose votes bring the rest below the quota. Solved exactly over sums of whole votes.

    **Source** the veto player theory of Tsebelis 2002, ch. 2; the least sum is a knapsack (Bellman 1957).
    **Holds** after the moves the decision is turned; no cheaper set of moves turns it.
    """
    towards = 1.0 if proposal >= status_quo else -1.0
    ahead = towards * (positions - (proposal + status_quo) / 2)
    accepts = ahead >= 0
    if votes[accepts].sum() >= quota and accepts[vetoes].all():
        return block_flip(positions, votes, quota, vetoes, ahead, towards)
    bound = vetoes & ~accepts
    free = np.flatnonzero(~accepts & ~vetoes)
    needed = int(np.ceil(quota - votes[accepts | bound].sum() - 1e-9))
    chosen = pick_cheapest(-ahead[free], votes[free].astype(np.intp), needed)
    moving = np.sort(np.concatenate([np.flatnonzero(bound), free[chosen]]))
    return record_flip(moving, positions, ahead, towards, 0.0)


def block_flip(positions: Array, votes: Array, quota: float, vetoes: Bools, ahead: Array, towards: float) -> Flip:
    """The least movement that stops an adopted proposal; those who move end just short of the middle."""
    accepts = np.flatnonzero(ahead >= 0)
    spare = int(np.floor(votes[accepts].sum() - quota + 1e-9)) + 1
    moving = accepts[pick_cheapest(ahead[accepts], votes[accepts].astype(np.intp), spare)]
    holders = np.flatnonzero(vetoes)
    if holders.size:
        nearest = holders[np.argmin(ahead[holders])]
        if not moving.size or ahead[nearest] <= ahead[moving].sum():
            moving = np.array([nearest])
    return record_flip(moving, positions, ahead, towards, 1e-6)


def record_flip(moving: NDArray[np.intp], positions: Array, ahead: Array, towards: float, beyond: float) -> Flip:
    steps = np.abs(ahead[moving]) + beyond
    signs = np.where(ahead[moving] >= 0, -towards, towards)
    placed = positions[moving] + signs * steps
    return Flip(tuple(int(n) for n in moving), float(steps.sum()), tuple(float(p) for p in placed))


def pick_cheapest(costs: Array, votes: NDArray[np.intp], needed: int) -> NDArray[np.intp]:
    """The members with the least sum of `costs` whose `votes` sum to `needed` at least; none where 0 is needed."""
    if needed <= 0:
        return np.zeros(0, dtype=np.intp)
    least = np.full(needed + 1, np.inf)
    least[0] = 0.0
    taken = np.zeros((costs.size, needed + 1), dtype=bool)
    reached = np.arange(needed + 1)
    for n, cost in enumerate(costs):
        before = np.maximum(reached - votes[n], 0)
        with_it = least[before] + cost
        taken[n] = with_it < least
        least = np.where(taken[n], with_it, least)
    chosen, left = [], needed
    for n in range(costs.size - 1, -1, -1):
        if taken[n, left]:
            chosen.append(n)
            left = max(0, left - int(votes[n]))
    return np.array(chosen[::-1], dtype=np.intp)

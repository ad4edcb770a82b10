"""The spatial model of politics: actors challenge, offer and choose, turn by turn, in any number of dimensions."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.models.election import Process, Victory, Votes, elect, tally_support
from tocsin.models.portions import split_draws
from tocsin.models.spatial_challenge import find_challenges
from tocsin.models.spatial_offers import Offers, make_offers, weigh_offers
from tocsin.models.spatial_utility import RiskRange, find_distances, find_risk, find_utility

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
Indices = NDArray[np.intp]
FIRST_SLACK = 1e-4
SAME = 1e-3


@dataclass(frozen=True)
class SpatialRules:
    """The options of the model; the defaults are those of KTAB.

    `risk_range` is where risk attitudes lie; `votes`, `victory` and `process` are those of the election that an
    actor holds among its offers; `stochastic` draws from it instead of taking the most probable offer. The model
    stops when a turn moves less than `still` of the first one, after at least two, or after `most_turns`.
    """

    risk_range: RiskRange = "middle"
    votes: Votes = "proportional"
    victory: Victory = "linear"
    process: Process = "conditional"
    stochastic: bool = False
    still: float = 0.02
    most_turns: int = 100


@dataclass(frozen=True, eq=False)
class SpatialHistory:
    """`positions` (states x actors x dimensions x draws), `chances` of each actor's position to win the election in
    each state (states x actors x draws), `moved` as a share of the first turn's movement (turns x draws), and the
    number of `turns` that each draw took; a draw that has stopped stays."""

    positions: Array
    chances: Array
    moved: Array
    turns: NDArray[np.intp]


def run_spatial(
    positions: Array,
    salience: Array,
    capability: Array,
    rules: SpatialRules | None = None,
    random: np.random.Generator | None = None,
) -> SpatialHistory:
    """The spatial model of politics (SMP) of KTAB.

    `positions` and `salience` are actors x dimensions x draws, from 0 to 100, an actor's saliences summing to at most
    100; `capability` is actors x draws. `random` is needed where the rules are stochastic.

    **Source** Wise, Lester & Efird 2015, Multidimensional Bargaining using KTAB, KAPSARC; the
    program's options and its histories of five data sets.
    **Holds** rescaling capability and mirroring a dimension change or mirror nothing else; nobody leaves the box
    that the positions span.
    """
    rules = rules or SpatialRules()
    if rules.stochastic and random is None:
        raise ValueError("stochastic rules need a random generator")
    actors, _, draws = positions.shape
    scaled = capability / capability.max(axis=0) * 100
    runs = [
        run_portion(positions[..., part] / 100, salience[..., part] / 100, scaled[:, part], rules, random)
        for part in split_draws(draws, actors**3, 2_000_000)
    ]
    return join_histories(runs)


def run_portion(
    positions: Array, salience: Array, capability: Array, rules: SpatialRules, random: np.random.Generator | None
) -> SpatialHistory:
    """The model on draws that fit in the cache; positions and salience from 0 to 1."""
    draws = positions.shape[2]
    states, chances, moved = [positions], list[Array](), list[Array]()
    going, first = np.arange(draws), np.zeros(draws)
    turns = np.zeros(draws, dtype=np.intp)
    while going.size and len(states) <= rules.most_turns:
        now = states[-1]
        present, odds = take_turn(now[..., going], salience[..., going], capability[:, going], rules, random)
        step = np.sqrt(((present - now[..., going]) ** 2).sum(axis=1)).sum(axis=0)
        if len(states) == 1:
            first = step + FIRST_SLACK
        states.append(replace_draws(now, going, present))
        chances.append(replace_draws(chances[-1] if chances else np.zeros(odds.shape), going, odds))
        share = np.zeros(draws)
        share[going] = step / first[going]
        moved.append(share)
        turns[going] += 1
        if len(states) > 2:
            going = going[share[going] >= rules.still]
    chances.append(take_stock(states[-1], salience, capability, rules)[2])
    return SpatialHistory(np.array(states) * 100, np.array(chances), np.array(moved), turns)


def replace_draws(state: Array, draws: NDArray[np.intp], by: Array) -> Array:
    changed = state.copy()
    changed[..., draws] = by
    return changed


def find_standing(positions: Array, capability: Array, distance: Array, risk: Array, rules: SpatialRules) -> Array:
    """The chance of each actor's position to win the election by capability, risk regarded (actors x draws).

    A position nearer than SAME to an option is no option of its own; its holder shows the chance of the last such.
    """
    stands, shown = find_options(positions)
    support = tally_support(find_utility(distance, risk[:, None]), capability, rules.votes)
    chances = elect(support, stands, process=rules.process, victory=rules.victory)
    return np.take_along_axis(chances, shown, axis=0)


def find_options(positions: Array) -> tuple[Bools, Indices]:
    """Which actors' positions are options, and for each actor the last option near its own (actors x draws)."""
    actors, _, draws = positions.shape
    near = np.sqrt(((positions[:, None] - positions[None, :]) ** 2).sum(axis=2)) < SAME
    stands = np.ones((actors, draws), dtype=bool)
    for n in range(1, actors):
        stands[n] = ~(near[n, :n] & stands[:n]).any(axis=0)
    last = (actors - 1) - np.argmax((near & stands[None, :])[:, ::-1], axis=1)
    return stands, last


def take_turn(
    positions: Array, salience: Array, capability: Array, rules: SpatialRules, random: np.random.Generator | None
) -> tuple[Array, Array]:
    """The positions after one turn, and the chances of the present ones in the election."""
    distance, risk, odds = take_stock(positions, salience, capability, rules)
    challenges = find_challenges(distance, risk, salience.sum(axis=1), capability)
    offers = make_offers(positions, salience, challenges)
    if not offers.draw.size:
        return positions, odds
    utility = find_utility(distance, risk[:, None])
    base, gains = weigh_offers(offers, utility, positions, salience, risk)
    return choose_offers(positions, capability, offers, base, gains, rules, random), odds


def take_stock(positions: Array, salience: Array, capability: Array, rules: SpatialRules) -> tuple[Array, Array, Array]:
    """Distances (i x j x draws), attitudes to risk and the chances of the present positions (actors x draws)."""
    distance = find_distances(positions, salience)
    support = tally_support(find_utility(distance, 0.0), capability, rules.votes)
    risk = find_risk(elect(support, process="conditional", victory=rules.victory), rules.risk_range)
    return distance, risk, find_standing(positions, capability, distance, risk, rules)


def choose_offers(
    positions: Array,
    capability: Array,
    offers: Offers,
    base: Array,
    gains: Array,
    rules: SpatialRules,
    random: np.random.Generator | None,
) -> Array:
    """The positions after each actor has held an election among "no change" and the offers that concern it.

    `base` (actors x draws) is what no change is worth to each actor, `gains` (actors x offers) what each offer is.
    """
    after = positions.copy()
    for owners, draws, queue, side in offers.queues():
        utility = np.concatenate([base[:, None, draws], gains[:, queue]], axis=1)
        support = tally_support(utility, capability[:, draws], rules.votes)
        chances = elect(support, process=rules.process, victory=rules.victory)
        if rules.stochastic and random is not None:
            reached = np.cumsum(chances, axis=0)
            taken = (reached < random.random(draws.size) * reached[-1]).sum(axis=0)
        else:
            taken = np.argmax(chances, axis=0)
        moving = taken > 0
        number = np.arange(draws.size)[moving]
        chosen, mine = queue[taken[moving] - 1, number], side[taken[moving] - 1, number]
        after[owners[moving], :, draws[moving]] = offers.positions[mine, :, chosen]
    return after


def join_histories(runs: list[SpatialHistory]) -> SpatialHistory:
    """Histories of portions side by side, the shorter ones resting in their last state."""
    if len(runs) == 1:
        return runs[0]
    longest = max(r.positions.shape[0] for r in runs)

    def rest(states: Array, length: int, last: Array) -> Array:
        return np.concatenate([states, np.repeat(last, length - states.shape[0], axis=0)])

    return SpatialHistory(
        positions=np.concatenate([rest(r.positions, longest, r.positions[-1:]) for r in runs], axis=-1),
        chances=np.concatenate([rest(r.chances, longest, r.chances[-1:]) for r in runs], axis=-1),
        moved=np.concatenate([rest(r.moved, longest - 1, np.zeros_like(r.moved[-1:])) for r in runs], axis=-1),
        turns=np.concatenate([r.turns for r in runs]),
    )

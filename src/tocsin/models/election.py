"""The probabilistic Condorcet election (PCE): every option against every other, with chances by strength of support."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tocsin.models.portions import split_draws

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
Votes = Literal["proportional", "binary", "mixed", "cubic", "half cubic", "asymmetric"]
Victory = Literal["linear", "square", "quartic", "octic", "binary"]
Process = Literal["conditional", "markov", "incentive"]

FLOOR = 1e-8
CERTAIN_LEAD = 1.1
POWERS = {"linear": 1, "square": 2, "quartic": 4, "octic": 8}


def elect_positions(
    positions: Array,
    weights: Array,
    *,
    span: float = 100.0,
    process: Process = "markov",
    votes: Votes = "proportional",
    victory: Victory = "linear",
) -> Array:
    """The chance of each stated position (actors x draws) in a PCE with `weights` (actors x draws) among its holders.

    A voter gains 1 for each `span` by which a position is nearer to its own. A position that several actors hold is
    one option; its chance stands with the first of them, the others have 0.

    **Holds** the chances of a draw sum to 1; rescaling the weights, mirroring the line and reordering the actors
    change or mirror nothing else; an actor with all the weight decides alone.
    """
    chances = np.empty_like(positions)
    actors = positions.shape[0]
    scale = weights.max(axis=0)
    for part in split_draws(positions.shape[1], actors * actors):
        own = positions[:, part]
        utility = 1.0 - np.abs(own[:, None] - own[None, :]) / span
        support = tally_support(utility, weights[:, part] / scale[part], votes)
        chances[:, part] = elect(support, is_first(own), process=process, victory=victory)
    return chances


def is_first(positions: Array) -> Bools:
    """Whether a position (actors x draws) is held by no actor before this one."""
    actors = positions.shape[0]
    first = np.ones(positions.shape, dtype=bool)
    for n in range(1, actors):
        first[n] = (positions[:n] != positions[n]).all(axis=0)
    return first


def tally_support(utility: Array, weights: Array, votes: Votes = "proportional") -> Array:
    """The support for each option against each other (options x options x draws).

    `utility` is actors x options x draws, from 0 to 1; `weights` actors x draws. A voter gives its weight times the
    difference in utility ("proportional"), its sign ("binary"), 0.8 of the one and 0.2 of the other ("mixed"), the
    cube ("cubic"), half of the first and half of the cube ("half cubic"), or counts gains at 2/3 of losses
    ("asymmetric").

    **Source** the voting rules of KTAB (KAPSARC, Model::vote).
    """
    options = utility.shape[1]
    support = np.zeros((options, *utility.shape[1:]))
    weighted = utility * weights[:, None]
    for a in range(options - 1):
        if votes == "proportional":
            lead = weighted[:, a, None] - weighted[:, a + 1 :]
        else:
            lead = cast_votes(utility[:, a, None] - utility[:, a + 1 :], votes) * weights[:, None]
        net = lead.sum(axis=0)
        np.maximum(lead, 0.0, out=lead)
        support[a, a + 1 :] = lead.sum(axis=0)
        support[a + 1 :, a] = np.maximum(support[a, a + 1 :] - net, 0.0)
    return support


def cast_votes(gain: Array, votes: Votes) -> Array:
    """The vote for each gain in utility."""
    sign = np.clip(gain * 1e8, -1.0, 1.0)
    match votes:
        case "binary":
            return np.asarray(sign)
        case "mixed":
            return 0.8 * gain + 0.2 * sign
        case "cubic":
            return np.asarray(gain**3)
        case "half cubic":
            return 0.5 * (gain + gain**3)
        case "asymmetric":
            return np.where(gain > 0, gain * 2 / 3, gain)
        case "proportional":
            return gain


def find_victory(support: Array, victory: Victory = "linear", floor: float = FLOOR) -> Array:
    """The chance that each option beats each other, C(a:b)^m / (C(a:b)^m + C(b:a)^m) with m = 1, 2, 4 or 8.

    "binary" makes a lead of 10 % certain and rises in a line between.

    **Holds** P(a > b) + P(b > a) = 1, and P(a > a) = 1/2.
    """
    one, other = support + floor, np.swapaxes(support, 0, 1) + floor
    if victory == "binary":
        lead = (one / (one + other) * (CERTAIN_LEAD + 1) - 1) / (CERTAIN_LEAD - 1)
        return np.clip(lead, 1e-6, 1 - 1e-6)
    power = POWERS[victory]
    if power == 1:
        return np.asarray(one / (one + other), dtype=np.float64)
    return np.asarray(1 / (1 + (other / one) ** power), dtype=np.float64)


def elect(
    support: Array, stands: Bools | None = None, *, process: Process = "markov", victory: Victory = "linear"
) -> Array:
    """The chance of each option (options x draws) from `support`; options that do not stand (bool) have none.

    "conditional": an option's chance to beat all others, given that one does. "markov": where a walk rests in which
    every option challenges the present one equally often; "incentive": in proportion to C(a:b) P(a > b).

    **Source** Wise, Lester & Efird 2015, Multidimensional Bargaining using KTAB, KAPSARC; the
    limit of its iteration is solved for.
    **Holds** the chances sum to 1; an option without votes against it has the largest.
    """
    wins = find_victory(support, victory)
    if process == "conditional":
        return find_conditional(wins, stands)
    rates = wins
    if process == "incentive":
        urge = (support + FLOOR) * wins
        if stands is not None:
            urge = urge * stands[:, None]
        rates = urge / urge.sum(axis=0) * wins
    if stands is not None:
        rates = np.where(stands[:, None], rates, 0.0)
    return find_resting(rates)


def find_conditional(wins: Array, stands: Bools | None = None) -> Array:
    """The chance of each option (options x draws) to beat all others that stand, given that one does."""
    with np.errstate(divide="ignore"):
        logs = np.log(wins)
    if stands is not None:
        logs = np.where(stands[None, :], logs, 0.0)
    beats = logs.sum(axis=1)
    if stands is not None:
        beats = np.where(stands, beats, -np.inf)
    chances = np.exp(beats - beats.max(axis=0))
    return np.asarray(chances / chances.sum(axis=0), dtype=np.float64)


def find_resting(rates: Array) -> Array:
    """The share of time that a walk spends in each state (states x draws), `rates[a, b]` from b to a.

    The first state must be reachable from every other.

    **Source** Grassmann, Taksar & Heyman 1985, Operations Research 33:1107: elimination without subtraction.
    **Holds** each state's inflow equals its outflow.
    """
    flow = rates.copy()
    states = flow.shape[0]
    leave = np.ones((states, *flow.shape[2:]))
    for k in range(states - 1, 0, -1):
        leave[k] = flow[:k, k].sum(axis=0)
        flow[k, :k] /= leave[k]
        flow[:k, :k] += flow[:k, k][:, None] * flow[k, :k][None, :]
    shares = np.empty_like(leave)
    shares[0] = 1.0
    for k in range(1, states):
        shares[k] = (shares[:k] * flow[k, :k]).sum(axis=0)
    return np.asarray(shares / shares.sum(axis=0), dtype=np.float64)

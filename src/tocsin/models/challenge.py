"""The expected-utility (challenge) model of Bueno de Mesquita, as published and as it was coded."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tocsin.models.median import find_median
from tocsin.models.portions import split_draws

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
Version = Literal["published", "coded"]
TIE = 1e-9


@dataclass(frozen=True)
class ChallengeRules:
    """The variants of the model.

    "published" takes the chances to win, the capitulations and the smallest move among compromises from the paper;
    "coded" is what reproduces the paper's own table: votes by each voter's risk, divided by the votes on all pairs,
    no capitulation, and the compromise that leads to the smallest number. `status_quo` is the chance Q that nothing
    changes without a challenge. `conflict_moves`: whether the loser of a conflict takes the winner's position.
    """

    version: Version = "published"
    status_quo: float = 1.0
    conflict_moves: bool = True


@dataclass(frozen=True, eq=False)
class ChallengeHistory:
    """`positions` (rounds + 1 x actors x draws) and the `risk` exponent of each actor (rounds x actors x draws)."""

    positions: Array
    risk: Array


def run_challenges(
    positions: Array, salience: Array, capability: Array, rounds: int = 1, rules: ChallengeRules | None = None
) -> ChallengeHistory:
    """`rounds` of challenges among actors; every argument is actors x draws, salience from 0 to 1.

    All actors move at once, each to the best offer that it is forced to take. The model need not settle.

    **Source** Scholz, Calbert & Smith 2011, Journal of Theoretical Politics 23:510; Bueno de Mesquita 1997.
    **Holds** rescaling capability and renaming the actors change nothing; nobody leaves the range of the positions;
    where all agree nobody moves.
    """
    rules = rules or ChallengeRules()
    states, risks = np.empty((rounds + 1, *positions.shape)), np.empty((rounds, *positions.shape))
    states[0] = positions
    for part in split_draws(positions.shape[1], positions.shape[0] ** 3):
        width = np.ptp(positions[:, part], axis=0)
        span = np.where(width > 0, width, 1.0)
        strength = capability[:, part] / capability[:, part].max(axis=0)
        for turn in range(rounds):
            now = states[turn][:, part]
            expected, risk = expect_challenges(now, salience[:, part], strength, span, rules)
            states[turn + 1][:, part] = take_offers(now, *expected, rules)
            risks[turn][:, part] = risk
    return ChallengeHistory(states, risks)


def expect_challenges(
    positions: Array, salience: Array, capability: Array, span: Array, rules: ChallengeRules
) -> tuple[tuple[Array, Array], Array]:
    """What i expects of challenging j, and of being challenged by j (both i x j x draws, with i's risk), and risk."""
    weight = salience * capability
    neutral = np.ones_like(positions)
    distance = np.abs(positions[:, None] - positions[None, :]) / span
    offset = np.abs(positions - find_median(positions, weight)) / span
    flat = find_expected(distance, offset, salience, find_success(distance, weight, neutral, rules), neutral, rules)[0]
    risk = find_exponents(flat)
    success = find_success(distance, weight, risk, rules)
    own, others = find_expected(distance, offset, salience, success, risk, rules)
    return (own, others), risk


def find_success(distance: Array, weight: Array, risk: Array, rules: ChallengeRules) -> Array:
    """The chance that i's position beats j's (i x j x draws) by the votes of all actors."""
    actors = distance.shape[0]
    votes, whole = np.zeros_like(distance), np.zeros_like(distance)
    for k in range(actors):
        far = distance[k] ** risk[k] if rules.version == "coded" else distance[k]
        lead = (far[None, :] - far[:, None]) * weight[k]
        votes += np.maximum(lead, 0.0)
        whole += np.abs(lead)
    if rules.version == "coded":
        whole = np.broadcast_to(whole.sum(axis=(0, 1)), whole.shape)
        return np.divide(votes, whole, out=np.zeros_like(votes), where=whole > 0)
    return np.divide(votes, whole, out=np.full_like(votes, 0.5), where=whole > 0)


def find_expected(
    distance: Array, offset: Array, salience: Array, success: Array, risk: Array, rules: ChallengeRules
) -> tuple[Array, Array]:
    """Expected gain of a challenge against the status quo, by the risk exponent of i (both i x j x draws).

    First what i expects from challenging j, then what it expects j to gain from challenging it.
    """
    own = risk[:, None]
    win, lose = 2 - 4 * (0.5 - 0.5 * distance) ** own, 2 - 4 * (0.5 + 0.5 * distance) ** own
    stay = np.broadcast_to(2 - 4 * 0.5**own, distance.shape)
    quo, theirs = stay, stay
    if rules.status_quo < 1:
        quo = blend_status_quo(distance, offset[:, None], own, stay, rules.status_quo)
        theirs = blend_status_quo(distance, offset[None, :], own, stay, rules.status_quo)
    back = np.swapaxes(success, 0, 1)
    contested = salience[None, :] * (success * win + (1 - success) * lose) + (1 - salience[None, :]) * win - quo
    answered = salience[:, None] * (back * win + (1 - back) * lose) + (1 - salience[:, None]) * win - theirs
    return contested, answered


def blend_status_quo(distance: Array, offset: Array, own: Array, stay: Array, chance: float) -> Array:
    """The value of no challenge: things stay with `chance`, else they turn better or worse for the challenger."""
    drift = 0.25 * np.minimum(offset + distance, 2.0)
    better, worse = 2 - 4 * (0.5 - drift) ** own, 2 - 4 * (0.5 + drift) ** own
    return chance * stay + (1 - chance) * np.where(offset < distance, better, worse)


def find_exponents(expected: Array) -> Array:
    """The risk exponent of each actor, from 1/2 to 2, by its security: what all others expect of challenging it.

    **Holds** the most secure actor has 1/2, the least 2.
    """
    each = np.arange(expected.shape[0])
    security = expected.sum(axis=0) - expected[each, each]
    most, least = security.max(axis=0), security.min(axis=0)
    width = most - least
    scale = np.divide(2 * security - most - least, width, out=np.zeros_like(security), where=width > 0)
    return np.asarray((1 - scale / 3) / (1 + scale / 3), dtype=np.float64)


def take_offers(positions: Array, own: Array, others: Array, rules: ChallengeRules) -> Array:
    """Where every actor stands once it has taken the best of the offers that it cannot refuse.

    Of offers that ask the same, it takes that of the challenger that expects most.
    """
    here = np.broadcast_to(positions[:, None], own.shape)
    there = np.broadcast_to(positions[None, :], own.shape)
    size = np.abs(own)
    share = np.divide(size, others, out=np.zeros_like(size), where=others > 0)
    middle = here + (there - here) * np.minimum(share, 1.0)
    each = np.arange(positions.shape[0])
    threatened = others > 0
    threatened[each, each] = False
    conflict = threatened & (own > 0) & (others > own)
    compromise = threatened & (own < 0) & (others > size)
    capitulation = threatened & (own < 0) & (others <= size) & (rules.version == "published")
    if rules.version == "coded":
        rank = (size * here + others * there) / np.where(compromise, size + others, 1.0)
    else:
        rank = np.abs(middle - here)
    taken = positions.copy()
    options = ((capitulation, there, np.abs(there - here)), (compromise, middle, rank))
    for stands, target, order in (*options, (conflict, there if rules.conflict_moves else here, np.abs(there - here))):
        least = np.where(stands, order, np.inf).min(axis=1)[:, None]
        best = np.argmax(np.where(stands & (order <= least + TIE), others, -np.inf), axis=1)[:, None]
        chosen = np.take_along_axis(target, best, axis=1)[:, 0]
        taken = np.where(stands.any(axis=1), chosen, taken)
    return taken

"""Whom an actor challenges in the spatial model of politics, and with what chance to win."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.models.spatial_utility import find_utility

Array = NDArray[np.float64]
PRIMARY_FLOOR = 1e-10
LEAST_GAIN = 1e-5


@dataclass(frozen=True, eq=False)
class Challenges:
    """One entry for each challenge: its draw, who challenges whom, and the challenger's own chance to win."""

    draw: NDArray[np.intp]
    challenger: NDArray[np.intp]
    target: NDArray[np.intp]
    chance: Array


def find_challenges(distance: Array, risk: Array, salience: Array, capability: Array) -> Challenges:
    """The challenge from which each actor expects the largest gain, where it expects one.

    `distance` is i x j x draws; `risk`, `salience` (summed over the dimensions, 0 to 1) and `capability` are
    actors x draws. A challenger credits every other with a risk attitude between its own and theirs.

    **Source** Wise, Lester & Efird 2015, Multidimensional Bargaining using KTAB, KAPSARC (third parties half
    committed).
    """
    actors, draws = risk.shape
    weight = salience * capability
    chance, gain = np.empty((actors, actors, draws)), np.empty((actors, actors, draws))
    for i in range(actors):
        chance[i], gain[i] = expect_gains(i, distance, risk, salience, weight)
    target = np.argmax(gain, axis=1)
    best = np.take_along_axis(gain, target[:, None], axis=1)[:, 0]
    draw, challenger = np.nonzero((best > LEAST_GAIN).T)
    aimed = target[challenger, draw]
    return Challenges(draw, challenger, aimed, chance[challenger, aimed, draw])


def expect_gains(i: int, distance: Array, risk: Array, salience: Array, weight: Array) -> tuple[Array, Array]:
    """Actor i's chance to win against each other, and its gain from a challenge (actors x draws), in its own eyes."""
    credited = (2 * risk[i] + risk) / 3
    utility = find_utility(distance, credited[:, None])
    mine, toward = utility[i], utility[:, i]
    own = PRIMARY_FLOOR + weight[i] * (1 - mine)
    theirs = PRIMARY_FLOOR + weight * (1 - toward)
    ahead, behind = add_third_parties(i, utility, weight, own, theirs)
    chance = ahead / (ahead + behind)
    contest = 2 * chance + 2 * (1 - chance) * mine
    gain = (1 - salience) * 2 + salience * contest - (1 + mine)
    gain[i] = -np.inf
    return chance, gain


def add_third_parties(i: int, utility: Array, weight: Array, own: Array, theirs: Array) -> tuple[Array, Array]:
    """The strength behind i and behind each j (actors x draws) once every third party has taken a side.

    `utility` is n x j x draws in i's eyes. A third party judges its chance to tip the contest by the three alone.
    """
    loss_here, loss_there = (1 - utility[:, i])[:, None], 1 - utility
    lead = (loss_there - loss_here) * weight[:, None]
    tipped = own + np.maximum(lead, 0.0)
    tipped /= own + theirs + np.abs(lead)
    tipped *= loss_here + loss_there
    tipped -= loss_there
    tipped *= weight[:, None]
    tipped[i] = 0.0
    each = np.arange(weight.shape[0])
    tipped[each, each] = 0.0
    net = tipped.sum(axis=0)
    helped = np.maximum(tipped, 0.0, out=tipped).sum(axis=0)
    return own + helped, theirs + np.maximum(helped - net, 0.0)

"""Offers in the spatial model of politics: what the two sides of a challenge would each give."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.models.spatial_challenge import Challenges
from tocsin.models.spatial_utility import find_utility

Array = NDArray[np.float64]
Indices = NDArray[np.intp]
OWN_FLOOR = 1e-6
GRAIN = 1e4


@dataclass(frozen=True, eq=False)
class Offers:
    """One entry for each offer: its draw, its two sides (2 x offers), and where it would move them
    (2 x dimensions x offers)."""

    draw: Indices
    sides: Indices
    positions: Array

    def queues(self) -> Iterator[tuple[Indices, Indices, Indices, Indices]]:
        """The queues of offers that concern one actor in one draw, those of one length together.

        Yields owners and draws (queues), the offers (length x queues), and which side of each the owner is.
        """
        owner, draw = self.sides.ravel(), np.tile(self.draw, 2)
        offer, side = np.tile(np.arange(self.draw.size), 2), np.repeat([0, 1], self.draw.size)
        order = np.lexsort((offer, owner, draw))
        owner, draw, offer, side = owner[order], draw[order], offer[order], side[order]
        starts = np.flatnonzero(np.concatenate([[True], (np.diff(owner) != 0) | (np.diff(draw) != 0)]))
        lengths = np.diff(np.append(starts, owner.size))
        for length in np.unique(lengths):
            start = starts[lengths == length]
            places = start + np.arange(length)[:, None]
            yield owner[start], draw[start], offer[places], side[places]


def make_offers(positions: Array, salience: Array, challenges: Challenges) -> Offers:
    """What challenger and target would each adopt: a mean of both positions by salience and chance, squared.

    Rounded half up to four decimals of the line from 0 to 1.

    **Source** KTAB, the S2P2 interpolation of bargains.
    """
    draw, i, j = challenges.draw, challenges.challenger, challenges.target
    mine, theirs = positions[i, :, draw], positions[j, :, draw]
    chance = challenges.chance[:, None]
    pull = salience[i, :, draw] ** 2 * chance**2
    push = salience[j, :, draw] ** 2 * (1 - chance) ** 2
    whole = pull + push + OWN_FLOOR
    offered = np.array(
        [((pull + OWN_FLOOR) * mine + push * theirs) / whole, (pull * mine + (push + OWN_FLOOR) * theirs) / whole]
    )
    rounded = np.floor(offered * GRAIN + 0.5) / GRAIN
    return Offers(draw, np.array([i, j]), np.ascontiguousarray(np.swapaxes(rounded, 1, 2)))


def weigh_offers(offers: Offers, utility: Array, positions: Array, salience: Array, risk: Array) -> tuple[Array, Array]:
    """The mean utility of all positions to every actor: as they are (actors x draws), and after each offer
    (actors x offers). `utility` is i x j x draws."""
    base = utility.mean(axis=1)
    draw, actors = offers.draw, utility.shape[0]
    weight = salience[:, :, draw] ** 2
    whole = np.maximum(weight.sum(axis=1), 1e-300)
    gains = base[:, draw].copy()
    for side in (0, 1):
        shift = positions[:, :, draw] - offers.positions[side][None]
        distance = np.sqrt((weight * shift**2).sum(axis=1) / whole)
        gains += (find_utility(distance, risk[:, draw]) - utility[:, offers.sides[side], draw]) / actors
    return base, gains

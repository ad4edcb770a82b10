"""The whole distribution of an outcome on a line from 0 to 100, as chances of its 101 whole points.

Outcomes lie on stated positions, or near the compromise, or where outcomes generally lie; no single shape says all.
Every function takes and gives masses: arrays whose last axis is the 101 points.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.models.choice import find_share
from tocsin.models.compromise import POINTS

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
GRID = np.arange(POINTS)


def place_atoms(positions: Array, chances: Array) -> Array:
    """Masses (draws x points) with the `chances` of the stated `positions` (both actors x draws, rounded to points).

    **Source** about two thirds of the outcomes in DEU II lie exactly on a stated position (Thomson et al. 2012,
    Journal of European Public Policy 19:4).
    **Holds** each draw's masses sum to the sum of its chances.
    """
    draws = positions.shape[1]
    places = np.rint(positions).astype(np.intp) + POINTS * np.arange(draws)
    counted = np.bincount(places.ravel(), weights=chances.ravel(), minlength=POINTS * draws)
    return np.asarray(counted.reshape(draws, POINTS), dtype=np.float64)


def spread_residuals(mean: Array, residuals: Array) -> Array:
    """Masses (draws x points) of `mean` (draws) plus each of the `residuals` of past cases, all equally likely.

    What leaves the line rests on its end.
    """
    points = np.clip(np.rint(mean[:, None] + residuals), 0, POINTS - 1).astype(np.intp)
    places = points + POINTS * np.arange(mean.size)[:, None]
    counted = np.bincount(places.ravel(), minlength=POINTS * mean.size) / residuals.size
    return np.asarray(counted.reshape(mean.size, POINTS), dtype=np.float64)


@dataclass(frozen=True)
class Threshold:
    """The law logit P(outcome <= g) = lean + trust logit S(g) + slope (g - 50) / 100.

    S is the chance of the stated positions up to g in a probabilistic Condorcet election, drawn to 1/2 by `doubt`.
    `lean` is 0 where the two ends of the line are exchangeable.
    """

    lean: float
    trust: float
    slope: float
    doubt: float = 0.02


def apply_threshold(law: Threshold, atoms: Array) -> Array:
    """Masses from `atoms` (... x points) by the threshold law.

    **Source** distribution regression: Foresi & Peracchi 1995, Journal of the American Statistical Association
    90:451; Chernozhukov, Fernandez-Val & Melly 2013, Econometrica 81:2205.
    **Holds** the masses are never negative and sum to 1 where trust and slope are not negative; mirroring the atoms
    mirrors the masses where the lean is 0.
    """
    lead, _ = find_terms(atoms, law.doubt)
    reached = find_share(law.lean + law.trust * lead + law.slope * (GRID[:-1] - 49.5) / 100)
    ends = np.zeros((*atoms.shape[:-1], 1))
    return np.asarray(np.diff(reached, axis=-1, prepend=ends, append=ends + 1), dtype=np.float64)


def find_terms(atoms: Array, doubt: float) -> tuple[Array, Array]:
    """The log odds of S at each point below 100, and the place of each point around the middle."""
    reached = np.clip(np.cumsum(atoms, axis=-1)[..., :-1], 0.0, 1.0)
    lead = np.log((reached + doubt) / (1 - reached + doubt))
    return np.asarray(lead), np.asarray(np.broadcast_to((GRID[:-1] - 49.5) / 100, lead.shape), dtype=np.float64)


def fit_threshold(atoms: Array, outcomes: Array, *, lean: bool = True, penalty: float = 1e-3) -> Threshold:
    """The threshold law with the least mean CRPS on past cases: `atoms` (cases x points), `outcomes` (cases).

    Without `lean` the line's two ends are exchangeable. Gauss-Newton steps with a small ridge.
    """
    lead, place = find_terms(atoms, Threshold.doubt)
    columns = [lead.ravel(), place.ravel(), *([np.ones(lead.size)] if lean else [])]
    terms = np.stack(columns, axis=1)
    reached = (GRID[:-1] >= outcomes[:, None]).ravel()
    weights = np.full(terms.shape[1], 0.3)
    ridge = penalty * len(outcomes) * np.eye(terms.shape[1])
    damping = 1.0
    loss = find_loss(terms, reached, weights, ridge)
    for _ in range(60):
        chance = find_share(terms @ weights)
        slopes = terms * (chance * (1 - chance))[:, None]
        pull = slopes.T @ (chance - reached) + ridge @ weights
        step = np.linalg.solve(slopes.T @ slopes + ridge + damping * np.eye(len(weights)), pull)
        tried = find_loss(terms, reached, weights - step, ridge)
        if tried < loss:
            settled = loss - tried < 1e-10 * loss
            weights, loss, damping = weights - step, tried, damping / 4
            if settled:
                break
        else:
            damping *= 8
    return Threshold(float(weights[2]) if lean else 0.0, float(weights[0]), float(weights[1]))


def find_loss(terms: Array, reached: Bools, weights: Array, ridge: Array) -> float:
    error = find_share(terms @ weights) - reached
    return float(error @ error + weights @ ridge @ weights)


def fit_weights(parts: Array, outcomes: Array, pull: float = 3.0) -> Array:
    """The weights, not negative and summing to 1, that give the mixture of `parts` the least mean CRPS.

    `parts` is parts x cases x points. `pull` draws towards equal weights, which few cases rarely beat.

    **Source** linear pools scored by CRPS: Gneiting & Ranjan 2013, Electronic Journal of Statistics 7:1747; towards
    equal weights: Stock & Watson 2004, Journal of Forecasting 23:405.
    **Holds** a part that is always right gets all the weight as `pull` goes to 0; equal weights as it grows.
    """
    number, cases = parts.shape[0], len(outcomes)
    reached = np.cumsum(parts, axis=-1)
    target = outcomes[:, None] <= GRID
    gram = np.einsum("icg,jcg->ij", reached, reached) / cases + pull * np.eye(number)
    pulled = np.einsum("icg,cg->i", reached, target) / cases + pull / number
    return project_simplex(gram, pulled)


def project_simplex(gram: Array, pulled: Array) -> Array:
    """The w with w >= 0 and sum 1 that minimises w gram w - 2 pulled w, by the active set of positive weights."""
    active = np.ones(len(pulled), dtype=bool)
    while True:
        held = np.flatnonzero(active)
        size = held.size
        system = np.ones((size + 1, size + 1))
        system[:size, :size] = gram[np.ix_(held, held)]
        system[size, size] = 0.0
        solved = np.linalg.solve(system, np.append(pulled[held], 1.0))[:size]
        if (solved >= 0).all():
            weights = np.zeros(len(pulled))
            weights[held] = solved
            return weights
        active[held[np.argmin(solved)]] = False


def score_crps(masses: Array, outcomes: Array) -> Array:
    """The continuous ranked probability score of each case (cases x points): sum over g of (F(g) - [g >= y])^2.

    **Source** Gneiting & Raftery 2007, Journal of the American Statistical Association 102:359.
    **Holds** 0 for all mass on a whole outcome; the distance for all mass on another whole point.
    """
    return np.asarray(((np.cumsum(masses, axis=-1) - (outcomes[:, None] <= GRID)) ** 2).sum(axis=-1), dtype=np.float64)


def find_point(masses: Array) -> Array:
    """The median of each distribution: the point forecast for absolute error."""
    return np.asarray(np.argmax(np.cumsum(masses, axis=-1) >= 0.5 - 1e-9, axis=-1), dtype=np.float64)


def find_hit(masses: Array, near: int = 10) -> Array:
    """The point with most mass within `near` points of it: the point forecast where a hit is what counts."""
    sums = np.cumsum(masses, axis=-1)
    upper, lower = np.minimum(GRID + near, POINTS - 1), GRID - near - 1
    within = sums[..., upper] - np.where(lower >= 0, sums[..., np.maximum(lower, 0)], 0.0)
    return np.asarray(np.argmax(np.round(within, 9), axis=-1), dtype=np.float64)


def find_regions(masses: Array, share: float = 0.8, near: int = 0) -> list[tuple[int, int]]:
    """The densest points (of one distribution) that hold `share` of the mass, as runs from low to high.

    A point's density is the mass within `near` points of it; with 0 these are the fewest points that hold the share.

    **Source** highest density regions: Hyndman 1996, The American Statistician 50:120.
    **Holds** the runs hold at least `share`; no point outside them is denser than one inside.
    """
    density = np.convolve(masses, np.ones(2 * near + 1), mode="same")
    order = np.argsort(-np.round(density, 12), kind="stable")
    needed = int(np.argmax(np.cumsum(masses[order]) >= share - 1e-9)) + 1
    points = np.sort(order[:needed])
    breaks = np.flatnonzero(np.diff(points) > 1)
    starts, ends = np.append(0, breaks + 1), np.append(breaks, needed - 1)
    return [(int(points[a]), int(points[b])) for a, b in zip(starts, ends, strict=True)]

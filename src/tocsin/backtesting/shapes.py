"""Every distribution of every past issue, fitted without the dossier that is scored."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.backtesting.past import PastIssue, batch_issues
from tocsin.models.compromise import POINTS, find_compromise
from tocsin.models.election import elect_positions
from tocsin.models.predictive import (
    Threshold,
    apply_threshold,
    fit_threshold,
    fit_weights,
    place_atoms,
    spread_residuals,
)

Array = NDArray[np.float64]
Indices = NDArray[np.intp]
RESIDUALS = "mean with residuals"
MIXTURE = "mixture, learned weights"
LAW = "threshold law"
POOL = "pool of mixture and threshold law"
PARTS = ("PCE Markov", "PCE conditional", RESIDUALS, "climatology")


@dataclass(frozen=True, eq=False)
class Shapes:
    """The masses of every distribution (issues x points), and what a fit on all issues gives."""

    masses: dict[str, Array]
    weights: dict[str, float]
    law: Threshold


def forecast_shapes(issues: tuple[PastIssue, ...]) -> Shapes:
    """Climatology, mean with residuals, their mixture with the election's atoms, the threshold law and the pool.

    Whatever is fitted to score a dossier is fitted on the others alone; within them, the residuals and the
    climatology of each leave its own dossier out too.

    **Holds** changing the outcomes of a dossier changes none of its own distributions.
    """
    outcomes = np.array([i.outcome for i in issues])
    dossier = np.unique([i.dossier for i in issues], return_inverse=True)[1]
    mean, weighted, markov, conditional = place_positions(issues)
    past = count_past(mean, outcomes, dossier)
    masses = {name: np.zeros((len(issues), POINTS)) for name in (RESIDUALS, "climatology", MIXTURE, LAW)}
    for scored in np.unique(dossier):
        own, rest = np.flatnonzero(dossier == scored), np.flatnonzero(dossier != scored)
        near = past.without(rest, dossier, scored)
        weights = fit_weights(np.stack([markov[rest], conditional[rest], *near]), outcomes[rest])
        law = fit_threshold(conditional[rest], outcomes[rest])
        residual, climate = past.without(own, dossier, None)
        masses[RESIDUALS][own], masses["climatology"][own] = residual, climate
        masses[MIXTURE][own] = np.tensordot(weights, np.stack([markov[own], conditional[own], residual, climate]), 1)
        masses[LAW][own] = apply_threshold(law, conditional[own])
    masses |= {"positions by weight": weighted, "PCE Markov": markov, "PCE conditional": conditional}
    masses[POOL] = (masses[MIXTURE] + masses[LAW]) / 2
    whole = fit_weights(np.stack([masses[p] for p in PARTS]), outcomes)
    return Shapes(masses, dict(zip(PARTS, whole.tolist(), strict=True)), fit_threshold(conditional, outcomes))


def place_positions(issues: tuple[PastIssue, ...]) -> tuple[Array, Array, Array, Array]:
    """The compromise (issues), and the stated positions by weight and by both elections (issues x points)."""
    mean = np.zeros(len(issues))
    masses = np.zeros((3, len(issues), POINTS))
    for batch in batch_issues(issues):
        mean[batch.places] = find_compromise(batch.positions, batch.weights)
        shares = batch.weights / batch.weights.sum(axis=0)
        markov = elect_positions(batch.positions, batch.weights, process="markov")
        conditional = elect_positions(batch.positions, batch.weights, process="conditional")
        for n, chances in enumerate((shares, markov, conditional)):
            masses[n, batch.places] = place_atoms(batch.positions, chances)
    return mean, masses[0], masses[1], masses[2]


@dataclass(frozen=True, eq=False)
class PastOutcomes:
    """Counts of past outcomes and of past residuals around each issue's mean, by the dossier they come from:
    dossiers x points, issues x dossiers x points; `sizes` is the number of issues of each dossier."""

    climate: Array
    residuals: Array
    sizes: Array

    def without(self, chosen: Indices, dossier: Indices, also: int | None) -> tuple[Array, Array]:
        """Masses of mean with residuals and of climatology for the `chosen` issues, from all dossiers but their own
        and `also` (issues x points)."""
        left = np.ones((chosen.size, self.sizes.size))
        left[np.arange(chosen.size), dossier[chosen]] = 0.0
        if also is not None:
            left[:, also] = 0.0
        number = np.maximum(left @ self.sizes, 1.0)[:, None]
        residual = np.einsum("cd,cdg->cg", left, self.residuals[chosen]) / number
        return np.asarray(residual), np.asarray(left @ self.climate / number)


def count_past(mean: Array, outcomes: Array, dossier: Indices) -> PastOutcomes:
    """The counts that every fit is made of."""
    sizes = np.bincount(dossier).astype(np.float64)
    climate = np.zeros((sizes.size, POINTS))
    np.add.at(climate, (dossier, np.rint(outcomes).astype(np.intp)), 1.0)
    residuals = np.zeros((mean.size, sizes.size, POINTS))
    for number in range(sizes.size):
        own = (outcomes - mean)[dossier == number]
        residuals[:, number] = spread_residuals(mean, own) * own.size
    return PastOutcomes(climate, residuals, sizes)

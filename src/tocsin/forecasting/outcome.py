"""Where a collective choice would settle: the compromise, and the whole distribution around it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.voices import Voice
from tocsin.models.compromise import POINTS, find_compromise, find_levers, spread_outcome
from tocsin.models.election import elect_positions
from tocsin.models.predictive import (
    Threshold,
    apply_threshold,
    find_hit,
    find_point,
    find_regions,
    place_atoms,
)
from tocsin.models.sensitivity import share_variance
from tocsin.records.forecast import Blocker, Lever, Move, Outcome, Region
from tocsin.records.situation import AssessedIssue

Array = NDArray[np.float64]
SHAPE_WORLDS = 2000
SHARED_BY = 12
RUNS = 64
NEAR = 4
# Fitted on 160 issues of DEU II with both ends of the line exchangeable; 35 % of their outcomes lie on an end, 15 % on
# the middle.
LAW = Threshold(lean=0.0, trust=0.61, slope=2.37)
END, MIDDLE = 0.175, 0.15


def find_outcome(
    worlds: Worlds,
    issue: AssessedIssue,
    voices: list[Voice],
    blockers: tuple[Blocker, ...],
    outside: tuple[Blocker, ...],
    turned_by: tuple[Move, ...] = (),
) -> Outcome | None:
    """The outcome on an issue; None where nobody stands on its line."""
    heard = [v for v in voices if v.decides] or voices
    if not heard:
        return None
    positions = np.array([v.position for v in heard])
    weights = weigh_voices(heard, decided=issue.decision is not None)
    mean = find_compromise(positions, weights)
    error = draw_quantity(worlds, f"line error: {issue.proposal}", issue.line_error)
    masses = form_masses(positions[:, :SHAPE_WORLDS], weights[:, :SHAPE_WORLDS], spread_outcome(mean, error))
    reached = np.cumsum(masses)
    low, high = (float(q) for q in np.quantile(mean, [0.05, 0.95]))
    return Outcome(
        issue=issue.id,
        mean=round(float(mean.mean()), 4),
        mean_low=round(low, 4),
        mean_high=round(high, 4),
        low=float(np.argmax(reached >= 0.1)),
        high=float(np.argmax(reached >= 0.9 - 1e-9)),
        mode=float(find_hit(masses)),
        masses=tuple(round(float(m), 6) for m in masses),
        blockers=blockers,
        actors_outside=outside,
        median=float(find_point(masses)),
        regions=list_regions(masses),
        levers=list_levers(heard, positions, weights),
        turned_by=turned_by,
    )


def form_masses(positions: Array, weights: Array, around: Array) -> Array:
    """The chances of the points 0 to 100, from positions and weights (actors x draws) and the mass around the mean.

    Half is an even mixture of both elections' atoms, the compromise with its error on past issues (`around`) and
    where outcomes generally lie; half is the threshold law.

    **Source** the pool that does best of what was compared on dossiers of DEU II that no fit saw (Thomson et al. 2012,
    JEPP 19:4; docs/models/predictive.md).
    """
    conditional = place_atoms(positions, elect_positions(positions, weights, process="conditional"))
    markov = place_atoms(positions, elect_positions(positions, weights, process="markov"))
    general = np.full(POINTS, (1 - 2 * END - MIDDLE) / (POINTS - 3))
    general[[0, 50, 100]] = END, MIDDLE, END
    mixture = (conditional.mean(axis=0) + markov.mean(axis=0) + around + general) / 4
    return np.asarray((mixture + apply_threshold(LAW, conditional).mean(axis=0)) / 2, dtype=np.float64)


def weigh_voices(voices: list[Voice], decided: bool) -> Array:
    """Capability times salience; where nobody knows who decides, a misread voice counts for nothing."""
    weights = np.array([v.capability * v.salience for v in voices])
    if decided:
        return weights
    heard = weights * np.array([v.right for v in voices])
    return np.where(heard.sum(axis=0) > 0, heard, weights)


def list_regions(masses: Array) -> tuple[Region, ...]:
    """The densest points that hold 80 % of the mass, the heaviest runs of neighbours first."""
    runs = [(low, high, float(masses[low : high + 1].sum())) for low, high in find_regions(masses, near=NEAR)]
    runs.sort(key=lambda run: (-round(run[2], 6), run[0]))
    return tuple(Region(low=low, high=high, chance=round(chance, 6)) for low, high, chance in runs)


def list_levers(voices: Sequence[Voice], positions: Array, weights: Array) -> tuple[Lever, ...]:
    """What each actor's stand does to the mean and to the median of the threshold law, most first."""
    by_position = find_levers(positions, weights)[0].mean(axis=1)
    shares = share_median(voices, weights.mean(axis=1)) if len(voices) <= SHARED_BY else [None] * len(voices)
    levers = [
        Lever(
            actor=v.name,
            mean_per_ten=round(float(10 * lever), 4),
            median_share=None if share is None else round(float(share), 4),
        )
        for v, lever, share in zip(voices, by_position, shares, strict=True)
    ]
    return tuple(sorted(levers, key=lambda lever: (-lever.mean_per_ten, lever.actor)))


def share_median(voices: Sequence[Voice], weights: Array) -> list[float | None]:
    """The share of the median's variance that each voice's range of positions carries, with all it takes part in."""
    low, high = (np.array([float(np.quantile(v.position, q)) for v in voices]) for q in (0.05, 0.95))

    def settle(positions: Array) -> Array:
        chances = elect_positions(positions, np.repeat(weights[:, None], positions.shape[1], axis=1))
        return find_point(apply_threshold(LAW, place_atoms(positions, chances)))

    return list(share_variance(settle, low, high, runs=RUNS).in_all)

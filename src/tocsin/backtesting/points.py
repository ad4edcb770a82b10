"""Every model's point forecast of every past issue."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from tocsin.backtesting.past import Batch, PastIssue, batch_issues
from tocsin.models.challenge import ChallengeRules, run_challenges
from tocsin.models.compromise import find_compromise
from tocsin.models.election import Process, elect_positions
from tocsin.models.median import find_median
from tocsin.models.nash import bargain_nash
from tocsin.models.pivots import find_pivots, find_setter_best
from tocsin.models.spatial import run_spatial

Array = NDArray[np.float64]
COMPROMISE = "compromise (capability x salience mean)"
CONSTANT = "constant (median of the other dossiers)"


def forecast_points(issues: tuple[PastIssue, ...]) -> dict[str, Array]:
    """The forecasts of every model (issues), NaN where a model says nothing."""
    found: dict[str, Array] = {}
    for batch in batch_issues(issues):
        for name, points in run_models(batch).items():
            found.setdefault(name, np.full(len(issues), np.nan))[batch.places] = points
    found[CONSTANT] = find_constant(issues)
    return found


def run_models(batch: Batch) -> Mapping[str, Array]:
    """The forecasts of every model on issues with the same number of actors."""
    return {name: model(batch) for name, model in SIMPLE.items()} | run_dynamics(batch) | run_rules(batch)


def expect_election(batch: Batch, process: Process) -> Array:
    chances = elect_positions(batch.positions, batch.weights, process=process)
    return np.asarray((chances * batch.positions).sum(axis=0))


def pick_winner(batch: Batch) -> Array:
    chances = elect_positions(batch.positions, batch.weights, process="conditional")
    return np.asarray(np.take_along_axis(batch.positions, np.argmax(chances, axis=0)[None], axis=0)[0])


SIMPLE: dict[str, Callable[[Batch], Array]] = {
    COMPROMISE: lambda b: find_compromise(b.positions, b.weights),
    "unweighted mean": lambda b: np.asarray(b.positions.mean(axis=0)),
    "capability mean": lambda b: find_compromise(b.positions, b.capability),
    "salience mean": lambda b: find_compromise(b.positions, b.salience),
    "mid-range": lambda b: np.asarray((b.positions.min(axis=0) + b.positions.max(axis=0)) / 2),
    "median": lambda b: np.asarray(np.median(b.positions, axis=0)),
    "weighted median": lambda b: find_median(b.positions, b.weights),
    "PCE Markov, expected value": lambda b: expect_election(b, "markov"),
    "PCE Markov with incentive, expected value": lambda b: expect_election(b, "incentive"),
    "PCE conditional, expected value": lambda b: expect_election(b, "conditional"),
    "PCE conditional, likeliest position": pick_winner,
    "reference point": lambda b: b.reference,
}


def run_dynamics(batch: Batch) -> dict[str, Array]:
    """The models that move: the spatial model and the challenge model."""
    history = run_spatial(batch.positions[:, None], batch.salience[:, None], batch.capability)
    states = {"1 turn": history.positions[1, :, 0], "last turn": history.positions[-1, :, 0]}
    found = {f"spatial, {when}, mean": find_compromise(state, batch.weights) for when, state in states.items()}
    found["spatial, last turn, median"] = find_median(states["last turn"], batch.weights)
    for version in ("published", "coded"):
        rules = ChallengeRules(version)
        rounds = run_challenges(batch.positions, batch.salience / 100, batch.capability, 3, rules).positions
        found[f"challenge ({version}), round 1, mean"] = find_compromise(rounds[1], batch.weights)
        found[f"challenge ({version}), round 3, median"] = find_median(rounds[3], batch.weights)
    return found


def run_rules(batch: Batch) -> dict[str, Array]:
    """Bargaining and agenda setting against the reference point, which stays where there is no zone of agreement."""
    nash = bargain_nash(batch.positions, batch.weights, batch.reference)
    whole = batch.votes.sum(axis=0)
    found = {"Nash bargaining against the reference point": np.where(np.isnan(nash), batch.reference, nash)}
    for rule, quota in (("qualified majority", batch.quota), ("unanimity", whole)):
        left, right = find_pivots(batch.positions, batch.votes, quota, None)
        best = find_setter_best(batch.setter, left, right, batch.reference)
        found[f"agenda setter, {rule}"] = np.where(whole > 0, best, np.nan)
    return found


def find_constant(issues: tuple[PastIssue, ...]) -> Array:
    """The median outcome of the other dossiers."""
    dossiers, outcomes = np.array([i.dossier for i in issues]), np.array([i.outcome for i in issues])
    others = [outcomes[dossiers != d] for d in dossiers]
    return np.array([np.median(o) if o.size else np.nan for o in others])

"""The distribution of an outcome: its parts, their fits and scores, by hand and by law."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.models import predictive
from tocsin.models.predictive import Threshold

MASSES = st.lists(st.floats(0.001, 1), min_size=101, max_size=101).map(lambda v: np.array(v) / sum(v))
POSITIONS = st.lists(st.integers(0, 100), min_size=2, max_size=6)


def atoms(values: list[int]) -> np.ndarray:
    column = np.array(values, dtype=float)[:, None]
    return predictive.place_atoms(column, np.full(column.shape, 1 / len(values)))


def test_atoms_lie_on_the_stated_positions() -> None:
    masses = predictive.place_atoms(np.array([[10.0, 10.0], [90.0, 20.0]]), np.array([[0.75, 1.0], [0.25, 0.0]]))
    assert masses[0, [10, 90]].tolist() == [0.75, 0.25]
    assert masses[1, 10] == 1.0


def test_residuals_are_equally_likely_and_rest_on_the_ends() -> None:
    masses = predictive.spread_residuals(np.array([95.0]), np.array([-10.0, 0.0, 10.0, 20.0]))
    assert masses[0, [85, 95, 100]].tolist() == [0.25, 0.25, 0.5]


@given(POSITIONS, st.floats(0, 3), st.floats(0, 5), st.floats(-2, 2))
def test_threshold_law_gives_masses(values: list[int], trust: float, slope: float, lean: float) -> None:
    masses = predictive.apply_threshold(Threshold(lean, trust, slope), atoms(values))
    assert masses.sum() == pytest.approx(1.0)
    assert (masses >= -1e-12).all()


@given(POSITIONS, st.floats(0, 3), st.floats(0, 5))
def test_without_lean_mirroring_the_atoms_mirrors_the_masses(values: list[int], trust: float, slope: float) -> None:
    law = Threshold(0.0, trust, slope)
    here = predictive.apply_threshold(law, atoms(values))
    there = predictive.apply_threshold(law, atoms([100 - v for v in values]))
    np.testing.assert_allclose(here, there[:, ::-1], atol=1e-9)


def test_fit_finds_the_law_that_made_the_outcomes() -> None:
    """20,000 outcomes drawn from a law give it back."""
    random = np.random.default_rng(5)
    law = Threshold(0.2, 0.7, 2.0)
    positions = random.integers(0, 101, (3, 20_000)).astype(float)
    cases = predictive.place_atoms(positions, np.full(positions.shape, 1 / 3))
    reached = np.cumsum(predictive.apply_threshold(law, cases), axis=1)
    outcomes = (reached < random.random((20_000, 1))).sum(axis=1).astype(float)
    found = predictive.fit_threshold(cases, outcomes, penalty=0.0)
    assert (found.lean, found.trust, found.slope) == pytest.approx((0.2, 0.7, 2.0), abs=0.06)
    assert predictive.fit_threshold(cases, outcomes, lean=False).lean == 0.0


@given(MASSES, st.integers(0, 100))
@settings(max_examples=30)
def test_score_is_the_integral_over_thresholds(masses: np.ndarray, outcome: int) -> None:
    """CRPS = E|X - y| - E|X - X'| / 2 (Gneiting & Raftery 2007, equation 21)."""
    points = np.arange(101)
    apart = (masses * np.abs(points - outcome)).sum()
    among = (masses[:, None] * masses[None, :] * np.abs(points[:, None] - points[None, :])).sum() / 2
    scored = predictive.score_crps(masses[None, :], np.array([float(outcome)]))[0]
    assert scored == pytest.approx(apart - among, abs=1e-9)


def test_score_of_a_point_is_its_distance() -> None:
    assert predictive.score_crps(np.eye(101)[[30]], np.array([42.0]))[0] == pytest.approx(12)


@given(st.integers(0, 2**16))
@settings(max_examples=30)
def test_weights_of_a_mixture_are_shares_that_no_other_shares_beat(seed: int) -> None:
    random = np.random.default_rng(seed)
    parts = random.dirichlet(np.full(101, 0.1), (3, 12))
    outcomes = random.integers(0, 101, 12).astype(float)
    weights = predictive.fit_weights(parts, outcomes, pull=0.0)
    assert weights.sum() == pytest.approx(1.0)
    assert (weights >= 0).all()

    def score(shares: np.ndarray) -> float:
        return float(predictive.score_crps(np.tensordot(shares, parts, 1), outcomes).mean())

    best = score(weights)
    for other in random.dirichlet(np.ones(3), 40):
        assert best <= score(other) + 1e-9


def test_a_strong_pull_makes_the_weights_equal() -> None:
    random = np.random.default_rng(1)
    parts = random.dirichlet(np.full(101, 0.1), (4, 12))
    weights = predictive.fit_weights(parts, np.full(12, 50.0), pull=1e9)
    np.testing.assert_allclose(weights, 0.25, atol=1e-6)


def test_both_points_of_one_distribution() -> None:
    masses = np.zeros((1, 101))
    masses[0, [0, 60, 62, 100]] = [0.3, 0.25, 0.25, 0.2]
    assert predictive.find_point(masses)[0] == 60
    assert 52 <= predictive.find_hit(masses)[0] <= 70


@given(MASSES, st.floats(0.05, 0.99))
@settings(max_examples=50)
def test_regions_hold_their_share_and_leave_no_denser_point_out(masses: np.ndarray, share: float) -> None:
    regions = predictive.find_regions(masses, share)
    inside = np.zeros(101, dtype=bool)
    for low, high in regions:
        inside[low : high + 1] = True
    assert masses[inside].sum() >= share - 1e-9
    assert masses[inside].min() >= masses[~inside].max(initial=0.0) - 1e-9
    assert all(b[0] > a[1] + 1 for a, b in itertools.pairwise(regions))

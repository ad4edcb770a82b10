"""The spatial model of politics: its options, its stop, and a printed first turn."""

import numpy as np
import pytest

from tocsin.models.spatial import SpatialRules, run_spatial
from tocsin.models.spatial_utility import find_risk, find_utility

RANDOM = np.random.default_rng(11)
POSITIONS, SALIENCE = RANDOM.uniform(0, 100, (6, 2, 5)), RANDOM.uniform(5, 50, (6, 2, 5))
CAPABILITY = RANDOM.uniform(1, 50, (6, 5))


def test_xi_jinping_and_the_state_firms_first_turns() -> None:
    """KTAB's example SOE-Pol-Comp (KAPSARC, MIT): thirteen actors, policy and competition, states 0, 1, 2, 5 of Xi."""
    rows = [
        (100, 30, 24, 20, 48), (60.2, 45, 44.7, 65, 41.3), (35, 30, 28.9, 15, 65.1), (35, 45, 20.6, 45, 49.4),
        (40, 50, 44.7, 65, 47.8), (20, 15, 32, 10, 32), (15, 20, 32, 15, 32), (25, 60, 43.9, 50, 50.1),
        (20, 30, 26.4, 15, 17.6), (35, 45, 35.9, 40, 46.6), (20, 50, 44.7, 50, 47.8), (20, 20, 47.4, 30, 40.6),
        (40, 15, 49, 60, 46),
    ]  # fmt: skip
    table = np.array(rows, dtype=float)[..., None]
    history = run_spatial(table[:, [1, 3]], table[:, [2, 4]], table[:, 0])
    assert history.turns[0] == 27
    policy = history.positions[[0, 1, 2, 3, 4, 5], 0, 0, 0]
    np.testing.assert_allclose(policy, [30.0, 30.0, 30.9, 31.4, 31.4, 34.2], atol=0.05 + 1e-9)
    np.testing.assert_allclose(history.chances[0, :4, 0], [0.0618, 0.0156, 0.0117, 0.4340], atol=5e-5)


@pytest.mark.parametrize(("risk_range", "low"), [("middle", -0.5), ("averse", 0.0), ("whole", -1.0)])
def test_attitudes_to_risk_span_their_range(risk_range: str, low: float) -> None:
    risk = find_risk(np.array([[0.1], [0.3], [0.6]]), risk_range)  # type: ignore[arg-type]
    assert (risk[0, 0], risk[2, 0]) == pytest.approx((low, 1.0))
    assert (find_risk(np.full((3, 1), 1 / 3), risk_range) <= 1).all()  # type: ignore[arg-type]


def test_utility_falls_in_a_line_beyond_the_end() -> None:
    np.testing.assert_allclose(find_utility(np.array([0, 0.5, 1, 1.5]), 0.5), [1, 0.625, 0, -0.75])


@pytest.mark.parametrize(
    "rules",
    [
        SpatialRules(votes="binary"), SpatialRules(votes="half cubic", victory="square"),
        SpatialRules(process="markov"), SpatialRules(process="incentive", risk_range="whole"),
        SpatialRules(victory="binary", risk_range="averse"),
    ],
)  # fmt: skip
def test_every_option_runs_and_stays_in_the_box(rules: SpatialRules) -> None:
    history = run_spatial(POSITIONS, SALIENCE, CAPABILITY, rules)
    low, high = POSITIONS.min(axis=0), POSITIONS.max(axis=0)
    assert (history.positions >= low - 0.01).all()
    assert (history.positions <= high + 0.01).all()
    assert history.positions.shape[0] == history.turns.max() + 1


def test_stochastic_runs_repeat_with_their_seed_and_differ_without() -> None:
    rules = SpatialRules(stochastic=True, most_turns=4)
    runs = [run_spatial(POSITIONS, SALIENCE, CAPABILITY, rules, np.random.default_rng(s)).positions for s in (1, 1, 2)]
    np.testing.assert_array_equal(runs[0], runs[1])
    assert np.abs(runs[0][-1] - runs[2][-1]).max() > 0.01
    with pytest.raises(ValueError, match="random"):
        run_spatial(POSITIONS, SALIENCE, CAPABILITY, rules)


def test_a_draw_that_has_stopped_stays() -> None:
    history = run_spatial(POSITIONS, SALIENCE, CAPABILITY)
    for draw, turns in enumerate(history.turns):
        rest = history.positions[turns:, ..., draw]
        np.testing.assert_array_equal(rest, np.broadcast_to(rest[0], rest.shape))
        assert history.moved[turns - 1, draw] < 0.02 or turns == 100


def test_those_who_agree_do_not_move() -> None:
    same = np.full((3, 1, 1), 40.0)
    history = run_spatial(same, np.full((3, 1, 1), 50.0), np.ones((3, 1)))
    np.testing.assert_array_equal(history.positions, 40.0)

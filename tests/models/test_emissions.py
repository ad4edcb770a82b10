"""The European debate on car emissions (Bueno de Mesquita 1994; Scholz, Calbert & Smith 2011, table 1): ten states,
positions in years, with published and hand-checked answers."""

import numpy as np
import pytest

from tocsin.models.challenge import ChallengeRules, run_challenges
from tocsin.models.compromise import find_compromise, find_levers
from tocsin.models.election import elect_positions
from tocsin.models.median import find_median

STATES = "Netherlands Belgium Luxembourg Germany France Italy UK Ireland Denmark Greece".split()
POSITIONS = np.array([4, 7, 4, 4, 10, 10, 10, 7, 4, 7], dtype=float)[:, None]
SALIENCE = np.array([0.8, 0.4, 0.2, 0.8, 0.6, 0.6, 0.9, 0.1, 1.0, 0.7])[:, None]
CAPABILITY = np.array([0.08, 0.08, 0.03, 0.16, 0.16, 0.16, 0.16, 0.05, 0.05, 0.08])[:, None]
WEIGHTS = SALIENCE * CAPABILITY


def test_mean_and_median_by_hand() -> None:
    assert find_compromise(POSITIONS, WEIGHTS)[0] == pytest.approx(7.389955686853766, abs=1e-12)
    assert find_median(POSITIONS, WEIGHTS)[0] == 7.0


@pytest.mark.parametrize(
    ("process", "expected"), [("conditional", [0.2046, 0.4198, 0.3756]), ("markov", [0.2459, 0.3920, 0.3620])]
)
def test_election_of_4_7_and_10(process: str, expected: list[float]) -> None:
    chances = elect_positions(POSITIONS, WEIGHTS, process=process)  # type: ignore[arg-type]
    np.testing.assert_allclose([chances[x == POSITIONS].sum() for x in (4, 7, 10)], expected, atol=5e-5)


def test_challenges_of_eight_rounds() -> None:
    """Table 2 of Scholz, Calbert & Smith 2011, cut after one digit; round 2 as in the public port (the paper: 9.9)."""
    history = run_challenges(POSITIONS, SALIENCE, CAPABILITY, 8, ChallengeRules("coded"))
    medians = [find_median(p, WEIGHTS)[0] for p in history.positions[1:]]
    means = [find_compromise(p, WEIGHTS)[0] for p in history.positions[1:]]
    np.testing.assert_allclose(medians, [8.4159, 9.6109, 9.9620, 9.9620, 9.9620, 7.4720, 8.8246, 9.6711], atol=5e-5)
    np.testing.assert_allclose(means, [7.4613, 7.5525, 7.5901, 7.3581, 7.3492, 7.4149, 7.5105, 7.5724], atol=5e-5)
    risk = [1.4057, 0.7542, 0.5089, 1.4057, 1.0465, 1.0465, 1.9649, 0.5, 2.0, 1.1121]
    np.testing.assert_allclose(history.risk[0][:, 0], risk, atol=5e-5)


def test_the_model_cycles_and_is_never_said_to_settle() -> None:
    history = run_challenges(POSITIONS, SALIENCE, CAPABILITY, 8, ChallengeRules("coded"))
    medians = [find_median(p, WEIGHTS)[0] for p in history.positions]
    assert medians[5] > medians[6] < medians[7]


def test_levers_of_the_mean_are_its_differences() -> None:
    by_position, by_weight = find_levers(POSITIONS, WEIGHTS)
    for n in range(len(STATES)):
        moved, heavier = POSITIONS.copy(), WEIGHTS.copy()
        moved[n] += 1e-4
        heavier[n] += 1e-7
        start = find_compromise(POSITIONS, WEIGHTS)[0]
        assert by_position[n, 0] == pytest.approx((find_compromise(moved, WEIGHTS)[0] - start) / 1e-4, rel=1e-6)
        assert by_weight[n, 0] == pytest.approx((find_compromise(POSITIONS, heavier)[0] - start) / 1e-7, rel=1e-4)
    assert by_position.sum() == pytest.approx(1.0)
    assert (by_weight * WEIGHTS).sum() == pytest.approx(0.0, abs=1e-12)

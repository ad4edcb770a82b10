"""The probabilistic Condorcet election: closed forms, its options, and where its walks rest."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.models.election import (
    cast_votes,
    elect,
    elect_positions,
    find_resting,
    find_victory,
    is_first,
    tally_support,
)

PROCESSES = ["conditional", "markov", "incentive"]


def column(*values: float) -> np.ndarray:
    return np.array(values, dtype=float)[:, None]


@pytest.mark.parametrize("process", PROCESSES)
def test_two_options_win_by_their_weight(process: str) -> None:
    chances = elect_positions(column(0, 100), column(3, 1), process=process)  # type: ignore[arg-type]
    assert chances[:, 0].tolist() == pytest.approx([0.75, 0.25], abs=1e-6)


@pytest.mark.parametrize("process", PROCESSES)
def test_a_position_held_twice_is_one_option(process: str) -> None:
    chances = elect_positions(column(0, 0, 100), column(1, 1, 2), process=process)  # type: ignore[arg-type]
    assert chances[:, 0].tolist() == pytest.approx([0.5, 0, 0.5], abs=1e-6)
    assert is_first(column(0, 0, 100))[:, 0].tolist() == [True, False, True]


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("proportional", [0.5, -0.5]), ("binary", [1, -1]), ("mixed", [0.6, -0.6]), ("cubic", [0.125, -0.125]),
        ("half cubic", [0.3125, -0.3125]), ("asymmetric", [1 / 3, -0.5]),
    ],
)  # fmt: skip
def test_votes_for_half_a_gain_and_half_a_loss(votes: str, expected: list[float]) -> None:
    assert cast_votes(np.array([0.5, -0.5]), votes).tolist() == pytest.approx(expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("victory", "expected"),
    [("linear", 2 / 3), ("square", 4 / 5), ("quartic", 16 / 17), ("octic", 256 / 257), ("binary", 1 - 1e-6)],
)
def test_chance_with_twice_the_support(victory: str, expected: float) -> None:
    support = np.array([[[0.0], [2.0]], [[1.0], [0.0]]])
    wins = find_victory(support, victory)  # type: ignore[arg-type]
    assert wins[0, 1, 0] == pytest.approx(expected, abs=1e-7)
    assert wins[0, 0, 0] == 0.5


def test_binary_victory_rises_in_a_line_to_a_lead_of_a_tenth() -> None:
    support = np.array([[[0.0], [1.05]], [[1.0], [0.0]]])
    assert find_victory(support, "binary")[0, 1, 0] == pytest.approx((1.05 / 2.05 * 2.1 - 1) / 0.1, abs=1e-6)


@given(st.integers(2, 6), st.integers(0, 2**16), st.sampled_from(["linear", "square", "octic", "binary"]))
@settings(max_examples=60)
def test_chances_sum_to_one_and_victories_are_opposite(options: int, seed: int, victory: str) -> None:
    random = np.random.default_rng(seed)
    support = tally_support(random.random((4, options, 3)), random.random((4, 3)) + 0.1)
    wins = find_victory(support, victory)  # type: ignore[arg-type]
    np.testing.assert_allclose(wins + np.swapaxes(wins, 0, 1), 1.0)
    for process in PROCESSES:
        chances = elect(support, process=process, victory=victory)  # type: ignore[arg-type]
        np.testing.assert_allclose(chances.sum(axis=0), 1.0)
        assert (chances >= 0).all()


@given(st.integers(2, 7), st.integers(0, 2**16))
@settings(max_examples=60)
def test_inflow_equals_outflow_where_a_walk_rests(states: int, seed: int) -> None:
    rates = np.random.default_rng(seed).random((states, states, 2)) + 1e-3
    shares = find_resting(rates)
    flow = rates * shares[None, :]
    np.testing.assert_allclose(flow.sum(axis=0), flow.sum(axis=1), rtol=1e-9)


@given(st.integers(2, 6), st.integers(0, 2**16))
@settings(max_examples=40)
def test_the_markov_election_is_the_limit_of_its_iteration(options: int, seed: int) -> None:
    """q_a = (1/N) sum_b P(a > b) (p_a + p_b), p <- (p + q) / 2, from equal chances."""
    random = np.random.default_rng(seed)
    support = tally_support(random.random((5, options, 1)), random.random((5, 1)) + 0.1)
    wins = find_victory(support)[..., 0]
    chances = np.full(options, 1 / options)
    for _ in range(3000):
        chances = (chances + (wins * (chances[:, None] + chances[None, :])).sum(axis=1) / options) / 2
    np.testing.assert_allclose(elect(support)[:, 0], chances, atol=1e-9)

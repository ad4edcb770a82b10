"""Pivots, gridlock and agenda setting: hand checks, an enumeration of votes, and their laws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.models.pivots import find_needed_moves, find_pivots, find_setter_best, find_winset

BODY = st.lists(st.tuples(st.integers(0, 100), st.integers(1, 9)), min_size=1, max_size=7)


def column(values: list[float]) -> np.ndarray:
    return np.array(values, dtype=float)[:, None]


def test_two_thirds_of_three_by_hand() -> None:
    left, right = find_pivots(column([10, 40, 90]), np.ones((3, 1)), 2)
    assert (left[0], right[0]) == (40, 40)
    left, right = find_pivots(column([10, 40, 90]), np.ones((3, 1)), 3)
    assert (left[0], right[0]) == (10, 90)


def test_a_veto_widens_the_gridlock() -> None:
    vetoes = np.array([False, False, True])
    left, right = find_pivots(column([10, 40, 90]), np.ones((3, 1)), 2, vetoes)
    assert (left[0], right[0]) == (40, 90)


def test_setter_gets_the_reflection_of_the_status_quo_and_no_more() -> None:
    left, right = np.array([40.0]), np.array([60.0])
    assert find_winset(left, right, np.array([10.0])) == (np.array([10.0]), np.array([70.0]))
    assert find_setter_best(np.array([100.0]), left, right, np.array([10.0]))[0] == 70
    assert find_setter_best(np.array([50.0]), left, right, np.array([10.0]))[0] == 50
    assert find_setter_best(np.array([100.0]), left, right, np.array([45.0]))[0] == 45
    assert find_setter_best(np.array([0.0]), left, right, np.array([90.0]))[0] == 30


@given(BODY, st.integers(0, 100), st.floats(0.5, 1))
@settings(max_examples=150)
def test_what_passes_is_what_an_enumeration_of_votes_lets_pass(
    body: list[tuple[int, int]], status_quo: int, share: float
) -> None:
    positions, votes = column([p for p, _ in body]), column([v for _, v in body])
    quota = share * votes.sum() if share > 0.5 else votes.sum() // 2 + 1
    low, high = find_winset(*find_pivots(positions, votes, quota), np.array([float(status_quo)]))
    for point in range(0, 101, 3):
        cast = votes[np.abs(positions - point) <= np.abs(positions - status_quo)].sum()
        inside = low[0] - 1e-9 <= point <= high[0] + 1e-9
        assert inside == (cast >= quota - 1e-9)


@given(BODY, st.integers(0, 100))
@settings(max_examples=100)
def test_unanimity_never_adopts_what_one_member_finds_worse_than_the_status_quo(
    body: list[tuple[int, int]], status_quo: int
) -> None:
    positions, votes = column([p for p, _ in body]), np.ones((len(body), 1))
    left, right = find_pivots(positions, votes, len(body))
    for setter in (0.0, 35.0, 100.0):
        adopted = find_setter_best(np.array([setter]), left, right, np.array([float(status_quo)]))
        assert (np.abs(positions - adopted) <= np.abs(positions - status_quo) + 1e-9).all()


@given(BODY)
@settings(max_examples=100)
def test_a_higher_quota_never_narrows_the_gridlock(body: list[tuple[int, int]]) -> None:
    positions, votes = column([p for p, _ in body]), column([v for _, v in body])
    whole = int(votes.sum())
    widths = [np.subtract(*find_pivots(positions, votes, quota)[::-1])[0] for quota in range(whole // 2 + 1, whole + 1)]
    assert (np.diff(widths) >= 0).all()
    assert widths[-1] == np.ptp(positions)


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100))
def test_a_member_that_moves_as_far_as_needed_accepts_and_with_less_it_does_not(
    position: int, proposal: int, status_quo: int
) -> None:
    move = find_needed_moves(np.array([[float(position)]]), proposal, status_quo)[0, 0]
    towards = 1.0 if proposal >= status_quo else -1.0
    there = position + towards * move
    assert abs(there - proposal) <= abs(there - status_quo) + 1e-9
    if move > 0:
        short = position + towards * move * 0.99
        assert abs(short - proposal) > abs(short - status_quo)


def test_a_dictator_is_both_pivots() -> None:
    left, right = find_pivots(column([10, 40, 90]), column([1, 1, 10]), 7)
    assert left[0] == right[0] == pytest.approx(90)

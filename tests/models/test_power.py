"""Power indices: printed tables, an enumeration of all coalitions, and their laws."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.models.power import find_banzhaf, find_shapley_shubik

VOTES = st.lists(st.integers(0, 9), min_size=1, max_size=6)


def test_council_of_the_six() -> None:
    """Lucas 1983: 12 of 4 4 4 2 2 1; Luxembourg never matters."""
    np.testing.assert_allclose(find_shapley_shubik([4, 4, 4, 2, 2, 1], 12), [7 / 30] * 3 + [0.15] * 2 + [0])
    np.testing.assert_allclose(find_banzhaf([4, 4, 4, 2, 2, 1], 12), [5 / 21] * 3 + [3 / 21] * 2 + [0])


def test_security_council() -> None:
    """Five permanent members of fifteen, nine votes needed, written as 7 and 1 votes with a quota of 39."""
    votes = [7] * 5 + [1] * 10
    shapley, banzhaf = find_shapley_shubik(votes, 39), find_banzhaf(votes, 39)
    assert (shapley[0], shapley[-1]) == pytest.approx((0.19627, 0.00186), abs=5e-6)
    assert (banzhaf[0], banzhaf[-1]) == pytest.approx((0.16693, 0.01654), abs=5e-6)


@given(VOTES, st.integers(1, 30))
@settings(max_examples=60)
def test_both_equal_an_enumeration(votes: list[int], quota: int) -> None:
    members = range(len(votes))
    pivots = np.zeros(len(votes))
    for order in itertools.permutations(members):
        reached = np.cumsum([votes[m] for m in order])
        if reached[-1] >= quota:
            pivots[order[int(np.argmax(reached >= quota))]] += 1
    orders = sum(1 for _ in itertools.permutations(members))
    np.testing.assert_allclose(find_shapley_shubik(votes, quota), pivots / orders, atol=1e-12)
    swings = np.zeros(len(votes))
    for chosen in itertools.product((0, 1), repeat=len(votes)):
        cast = sum(v * c for v, c in zip(votes, chosen, strict=True))
        for m in members:
            swings[m] += chosen[m] == 1 and cast >= quota > cast - votes[m]
    np.testing.assert_allclose(find_banzhaf(votes, quota, absolute=True), swings / 2 ** (len(votes) - 1), atol=1e-12)


@given(VOTES, st.integers(1, 30))
@settings(max_examples=60)
def test_powers_sum_to_one_and_more_votes_never_mean_less_power(votes: list[int], quota: int) -> None:
    for power in (find_shapley_shubik(votes, quota), find_banzhaf(votes, quota)):
        assert power.sum() == pytest.approx(1.0 if sum(votes) >= quota else 0.0)
        ranked = power[np.argsort(votes, kind="stable")]
        assert (np.diff(ranked) >= -1e-12).all()


def test_a_dictator_has_all_power() -> None:
    assert find_shapley_shubik([10, 1, 1], 10).tolist() == [1.0, 0.0, 0.0]


def test_seventy_members_are_counted_in_whole_numbers() -> None:
    np.testing.assert_allclose(find_shapley_shubik([1] * 70, 36), np.full(70, 1 / 70))
    np.testing.assert_allclose(find_banzhaf([1] * 70, 36), np.full(70, 1 / 70))


@pytest.mark.parametrize(("votes", "quota"), [([1, -1], 1), ([1, 2], 0), ([0.5, 1], 1)])
def test_votes_that_cannot_be(votes: list[int], quota: int) -> None:
    with pytest.raises(ValueError, match="whole numbers"):
        find_shapley_shubik(votes, quota)

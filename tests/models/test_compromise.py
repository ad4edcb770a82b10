"""The weighted mean."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from tocsin.models.compromise import find_compromise, spread_outcome

POSITIONS = st.lists(st.floats(0, 100), min_size=2, max_size=6)


def column(values: list[float]) -> np.ndarray:
    return np.array(values, dtype=float)[:, None]


def test_weighted_mean_by_hand() -> None:
    assert find_compromise(column([10, 40, 90]), column([3, 2, 5]))[0] == pytest.approx((30 + 80 + 450) / 10)


@given(POSITIONS, st.randoms())
def test_order_of_the_actors_changes_nothing(values: list[float], random: object) -> None:
    weights = [1.0 + n for n in range(len(values))]
    pairs = list(zip(values, weights, strict=True))
    turned = pairs[::-1]
    one = find_compromise(column([p for p, _ in pairs]), column([w for _, w in pairs]))
    two = find_compromise(column([p for p, _ in turned]), column([w for _, w in turned]))
    np.testing.assert_allclose(one, two)


@given(POSITIONS, st.floats(0.1, 50))
def test_more_weight_to_one_end_never_moves_the_mean_away_from_it(values: list[float], more: float) -> None:
    weights = np.ones((len(values), 1))
    heavier = weights.copy()
    heavier[int(np.argmax(values))] += more
    assert find_compromise(column(values), heavier)[0] >= find_compromise(column(values), weights)[0] - 1e-9


@given(POSITIONS)
def test_a_dictator_decides(values: list[float]) -> None:
    weights = np.full((len(values), 1), 1e-12)
    weights[0] = 1.0
    assert find_compromise(column(values), weights)[0] == pytest.approx(values[0], abs=1e-6)


@given(POSITIONS)
def test_mirroring_the_line_mirrors_the_answer(values: list[float]) -> None:
    weights = column([1.0 + n for n in range(len(values))])
    there = find_compromise(column(values), weights)[0]
    back = find_compromise(column([100 - v for v in values]), weights)[0]
    assert there == pytest.approx(100 - back, abs=1e-9)


@given(st.floats(0, 100), st.floats(0, 40))
def test_spread_sums_to_one(point: float, error: float) -> None:
    masses = spread_outcome(np.full(50, point), np.full(50, error))
    assert masses.sum() == pytest.approx(1.0, abs=1e-9)
    assert (masses >= -1e-12).all()


def test_mean_absolute_error_of_the_spread_is_the_one_given() -> None:
    masses = spread_outcome(np.full(10, 50.0), np.full(10, 8.0))
    assert (masses * np.abs(np.arange(101) - 50)).sum() == pytest.approx(8.0, abs=0.1)
    deviation = 8 * np.sqrt(np.pi / 2)
    assert masses[:41].sum() == pytest.approx(norm.cdf(-9.5 / deviation), abs=1e-9)

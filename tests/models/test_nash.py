"""Bargaining against a threat: closed forms, and the empty zone of agreement as an answer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.models.nash import bargain_nash, bargain_shares, find_zone


def column(*values: float) -> np.ndarray:
    return np.array(values, dtype=float)[:, None]


def test_no_zone_of_agreement_is_an_answer() -> None:
    low, high = find_zone(column(20, 80), np.array([50.0]))
    assert np.isnan(low[0])
    assert np.isnan(high[0])
    assert np.isnan(bargain_nash(column(20, 80), column(1, 1), np.array([50.0]))[0])
    assert np.isnan(bargain_shares(column(20, 80), np.array([50.0]))[0])


def test_quadratic_losses_by_hand() -> None:
    """Ideals 40 and 80, threat 0: the product of the gains y (80 - y) and y (160 - y) is largest where
    4y^2 - 720y + 25600 = 0, at 90 - sqrt(8100 - 6400)."""
    best = 90 - np.sqrt(1700)
    assert bargain_nash(column(40, 80), column(1, 1), np.zeros(1), "quadratic")[0] == pytest.approx(best, abs=1e-6)


@given(st.floats(0, 40), st.floats(60, 100), st.floats(0.1, 10), st.floats(-50, 50))
def test_shifting_and_stretching_the_scale_shift_and_stretch_the_answer(
    one: float, two: float, stretch: float, shift: float
) -> None:
    positions, weights, threat = column(one + 1, two), column(2, 3), np.array([0.0])
    here = bargain_nash(positions, weights, threat)
    there = bargain_nash(positions * stretch + shift, weights, threat * stretch + shift)
    assert there[0] == pytest.approx(here[0] * stretch + shift, abs=1e-6 * max(1, stretch))


def test_kalai_and_smorodinsky_equalise_the_shares() -> None:
    """Ideals 30 and 50, threat 0, linear: between the ideals the gains are 60 - y of 30 and y of 50."""
    point = bargain_shares(column(30, 50), np.zeros(1))[0]
    assert (60 - point) / 30 == pytest.approx(point / 50, abs=1e-6)
    assert point == pytest.approx(37.5, abs=1e-6)


def test_all_weight_is_the_own_ideal_where_it_is_in_the_zone() -> None:
    assert bargain_nash(column(30, 50), column(1e9, 1), np.zeros(1))[0] == pytest.approx(30, abs=1e-3)

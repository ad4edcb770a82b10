"""Calibrated choice, competing hazards and battle odds: closed forms and laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.models.attrition import find_odds
from tocsin.models.choice import tilt_rate
from tocsin.models.clock import find_ended, find_first, find_hazard
from tocsin.models.spread import invert_beta

RATES = st.floats(0.001, 0.5)


@given(st.floats(0.01, 0.99), st.floats(0, 20))
def test_without_tilt_the_chance_is_the_base_rate_for_every_precision(rate: float, precision: float) -> None:
    assert tilt_rate(rate, 0.0, precision) == pytest.approx(rate, abs=1e-9)


def test_tilt_of_one_half() -> None:
    """0.41 tilted by half a unit of log odds: 1 / (1 + 0.59/0.41 e^-0.5)."""
    assert tilt_rate(0.41, 0.5) == pytest.approx(0.5339563072031189, rel=1e-9)


def test_competing_exponentials_of_crises() -> None:
    war, rest = find_first(np.array([[0.0036], [0.0411]]), 52)
    assert war[0] == pytest.approx(0.07265700952571907, rel=1e-9)
    assert war[0] / (war[0] + rest[0]) == pytest.approx(0.0036 / 0.0447, rel=1e-9)
    assert find_ended(0.0447, 1) == pytest.approx(0.043715675898161166, rel=1e-9)


@given(RATES, st.integers(1, 60), st.integers(1, 60))
def test_splitting_the_time_changes_nothing(hazard: float, one: int, two: int) -> None:
    kept = (1 - find_ended(hazard, one)) * (1 - find_ended(hazard, two))
    assert 1 - find_ended(hazard, one + two) == pytest.approx(kept, abs=1e-12)


@given(RATES)
def test_a_weekly_chance_and_its_hazard_are_one(chance: float) -> None:
    assert find_ended(find_hazard(chance), 1) == pytest.approx(chance, rel=1e-9)


@given(st.lists(RATES, min_size=2, max_size=5), st.integers(1, 100))
def test_competing_chances_sum_to_that_of_any(rates: list[float], weeks: int) -> None:
    firsts = find_first(np.array(rates)[:, None], weeks)
    assert firsts.sum() == pytest.approx(float(find_ended(sum(rates), weeks)), rel=1e-9)


@pytest.mark.parametrize(
    ("members", "alpha", "beta", "anyone"),
    [(31, 0.5, 9.5, 0.520528386398455), (31, 2.2, 7.8, 0.9667915281811564), (5, 4.1, 5.9, 0.8820472486263735)],
)
def test_one_shared_reliability_gives_the_beta_binomial(members: int, alpha: float, beta: float, anyone: float) -> None:
    shared = invert_beta((np.arange(200_000) + 0.5) / 200_000, alpha, beta)
    assert (1 - (1 - shared) ** members).mean() == pytest.approx(anyone, abs=2e-3)


@given(st.floats(0.1, 10), st.floats(0.1, 10), st.floats(0.1, 10))
def test_battle_odds_do_not_know_the_unit_of_strength(attacker: float, defender: float, unit: float) -> None:
    one = find_odds(0.6, 0.478, attacker, defender)
    assert one == pytest.approx(float(find_odds(0.6, 0.478, attacker * unit, defender * unit)), abs=1e-9)
    assert find_odds(0.6, 0.478, attacker, attacker) == pytest.approx(0.6, abs=1e-9)

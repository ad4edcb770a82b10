"""The law of attrition against its invariant and closed forms."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.models.attrition import find_invariant, wear_down

CASES = (
    (0.0, 81.8730753077988, 66.67363986136024, 0.048158912173037444),
    (0.175, 82.33071562135143, 66.10197296105783, 0.05374777354580866),
    (0.35, 82.81363661582425, 65.46943788751547, 0.28690681532845447),
    (0.5, 83.24805138129996, 64.87207707194996, 1.2),
    (1.0, 84.83448926009608, 62.412625742164266, 138.0),
)  # fmt: skip


def run(one: float, two: float, exponent: float, parts: int = 10) -> tuple[float, float]:
    a, d = np.asarray(one), np.asarray(two)
    for _ in range(parts):
        a, d = wear_down(a, d, loss_one=0.02, loss_two=0.03, exponent=exponent, weeks=10 / parts)
    return float(a), float(d)


@pytest.mark.parametrize(("exponent", "one", "two", "invariant"), CASES)
def test_ten_weeks_have_their_closed_form(exponent: float, one: float, two: float, invariant: float) -> None:
    assert run(100, 90, exponent) == pytest.approx((one, two), rel=1e-6)
    for pair in ((100.0, 90.0), run(100, 90, exponent)):
        found = find_invariant(np.asarray(pair[0]), np.asarray(pair[1]), 0.02, 0.03, exponent)
        assert float(found) == pytest.approx(invariant, rel=1e-5)


@pytest.mark.parametrize(
    ("exponent", "ratio"), [(0.0, 2 / 3), (0.175, 0.6425303), (0.35, 0.6192678), (0.5, 0.6), (1.0, 0.54)]
)
def test_the_ratio_of_loss_shares_has_exponent_twice_w(exponent: float, ratio: float) -> None:
    """(dA/A) / (dD/D) = (alpha / beta) (D / A)^2w."""
    a, d = wear_down(100.0, 90.0, loss_one=0.02, loss_two=0.03, exponent=exponent, weeks=1e-6)
    assert float((100 - a) / 100 / ((90 - d) / 90)) == pytest.approx(ratio, rel=1e-4)


@given(st.floats(10, 1000), st.floats(10, 1000), st.floats(0, 1), st.floats(0.1, 50))
def test_rescaling_both_forces_rescales_the_result(one: float, two: float, exponent: float, unit: float) -> None:
    plain = wear_down(one, two, loss_one=0.01, loss_two=0.02, exponent=exponent, weeks=1.0)
    scaled = wear_down(one * unit, two * unit, loss_one=0.01, loss_two=0.02, exponent=exponent, weeks=1.0)
    assert float(scaled[0]) == pytest.approx(float(plain[0]) * unit, rel=1e-9)
    assert float(scaled[1]) == pytest.approx(float(plain[1]) * unit, rel=1e-9)


@given(st.floats(0.1, 100), st.floats(0.1, 100), st.floats(0, 1))
def test_forces_never_grow_without_reinforcement_and_never_fall_below_0(
    one: float, two: float, exponent: float
) -> None:
    a, d = wear_down(one, two, loss_one=0.3, loss_two=0.3, exponent=exponent, weeks=1.0)
    assert 0 <= float(a) <= one
    assert 0 <= float(d) <= two
    still = wear_down(one, two, loss_one=0.0, loss_two=0.0, exponent=exponent, weeks=1.0)
    assert (float(still[0]), float(still[1])) == pytest.approx((one, two))

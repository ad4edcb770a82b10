"""Draws by inversion: right quantiles, right means, and never a step down where the range moves up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from tocsin.models.spread import invert_beta, invert_pert

GRID = np.linspace(0.001, 0.999, 999)


@pytest.mark.parametrize(("a", "b"), [(1, 1), (0.5, 9.5), (2.2, 7.8), (7.45, 2.55), (4.37, 95.6), (32, 369)])
def test_beta_quantiles_equal_those_of_scipy(a: float, b: float) -> None:
    np.testing.assert_allclose(invert_beta(GRID, a, b), beta.ppf(GRID, a, b), atol=2e-4)


def test_pert_has_its_mean() -> None:
    drawn = invert_pert((np.arange(20_000) + 0.5) / 20_000, 20, 30, 80)
    assert drawn.mean() == pytest.approx((20 + 4 * 30 + 80) / 6, abs=0.02)
    assert drawn.min() >= 20
    assert drawn.max() <= 80


def test_no_width_is_no_spread() -> None:
    assert (invert_pert(GRID, 40, 40, 40) == 40).all()


@given(st.lists(st.floats(0, 100), min_size=3, max_size=3), st.floats(0, 20))
def test_a_range_moved_up_moves_no_draw_down(ends: list[float], step: float) -> None:
    low, likely, high = sorted(ends)
    before, after = invert_pert(GRID, low, likely, high), invert_pert(GRID, low + step, likely + step, high + step)
    assert (after >= before - 1e-6).all()

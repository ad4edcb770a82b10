"""The coalition of the willing: cascades by hand, and its laws."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.models.coalition import find_marginal, grow_coalition

VALUES = st.lists(st.tuples(st.floats(-20, 60), st.floats(0.5, 5)), min_size=2, max_size=6)


def column(values: list[float]) -> np.ndarray:
    return np.array(values, dtype=float)[:, None]


def split(values: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    return column([b for b, _ in values]), column([c for _, c in values])


def test_nobody_joins_where_nobody_would_pay_the_whole() -> None:
    grown = grow_coalition(column([20, 10, 40]), np.array([45.0]), np.ones((3, 1)))
    assert not grown.joined.any()
    assert not grown.enough[0]


def test_one_that_pays_alone_draws_others_as_the_share_falls() -> None:
    """Cost 30: the first pays alone (40), the second half (16 > 15), the third a third (10 = 10), the fourth not."""
    grown = grow_coalition(column([40, 16, 10, 7]), np.array([30.0]), np.ones((4, 1)))
    assert grown.joined[:, 0].tolist() == [True, True, True, False]
    assert grown.strength[0] == 3


def test_a_commitment_starts_what_nobody_would_start() -> None:
    benefit, cost = column([5, 20, 12]), np.array([35.0])
    committed = np.array([[True], [False], [False]])
    assert grow_coalition(benefit, cost, np.ones((3, 1)), committed).joined.all()


def test_who_brings_much_bears_much() -> None:
    """The small one follows the large one for a tenth of the cost; the large one would not follow the small one."""
    contribution = column([9, 1])
    assert grow_coalition(column([40, 4]), np.array([40.0]), contribution).joined.all()
    assert grow_coalition(column([35, 40]), np.array([40.0]), contribution).joined[:, 0].tolist() == [False, True]


def test_marginal_value_of_the_one_without_whom_it_fails() -> None:
    benefit, contribution = np.array([[40.0] * 4, [25.0] * 4, [1.0] * 4]), np.ones((3, 4))
    values = find_marginal(benefit, np.full(4, 30.0), contribution, needed=2.0)
    assert values.tolist() == [0.0, 0.0, 0.0]
    values = find_marginal(np.array([[80.0] * 4, [25.0] * 4, [1.0] * 4]), np.full(4, 30.0), contribution, needed=2.0)
    assert values.tolist() == [1.0, 1.0, 0.0]


@given(VALUES, st.integers(0, 5), st.floats(0, 30), st.floats(0, 60))
@settings(max_examples=150)
def test_more_benefit_never_makes_the_coalition_smaller_and_more_cost_never_larger(
    values: list[tuple[float, float]], place: int, more: float, cost: float
) -> None:
    benefit, contribution = split(values)
    better = benefit.copy()
    better[place % len(values)] += more
    now = grow_coalition(benefit, np.array([cost]), contribution).joined
    assert (grow_coalition(better, np.array([cost]), contribution).joined >= now).all()
    assert (grow_coalition(benefit, np.array([cost + more]), contribution).joined <= now).all()


@given(VALUES, st.floats(0, 60))
def test_who_does_not_gain_never_joins_and_all_who_joined_gain(values: list[tuple[float, float]], cost: float) -> None:
    benefit, contribution = split(values)
    grown = grow_coalition(benefit, np.array([cost]), contribution)
    share = cost * contribution / np.maximum(grown.strength, 1e-12)
    assert (benefit[grown.joined] > 0).all()
    assert (benefit[grown.joined] >= share[grown.joined] - 1e-9).all()


@given(VALUES, st.floats(0, 60), st.floats(0.01, 100))
def test_rescaling_every_contribution_changes_nobody(
    values: list[tuple[float, float]], cost: float, unit: float
) -> None:
    benefit, contribution = split(values)
    shaken = benefit + 1e-4
    one = grow_coalition(shaken, np.array([cost]), contribution).joined
    two = grow_coalition(shaken, np.array([cost]), contribution * unit).joined
    near = np.isclose(shaken, cost, atol=1e-6).any()
    assert near or (one == two).all()

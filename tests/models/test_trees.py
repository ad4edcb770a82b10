"""Trees of logit choices against closed forms and their limits."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.models.choice import End, Move, choose_option, find_ends, play_tree, tilt_rate

BACK, WAR = End({"A": -0.5, "B": 0.3}), End({"A": -0.8, "B": -0.9})
FIGHT = Move("A", {"back": BACK, "fight": WAR})
CRISIS = Move(
    "A", {"quiet": End({"A": 0, "B": 0}), "demand": Move("B", {"concede": End({"A": 1, "B": -1}), "resist": FIGHT})}
)


def test_precision_0_makes_every_move_as_likely() -> None:
    ends = find_ends(play_tree(CRISIS, {"A": 0.0, "B": 0.0}))
    assert ends["quiet",] == pytest.approx(0.5)
    assert ends["demand", "resist", "fight"] == pytest.approx(0.125)


@pytest.mark.parametrize(
    ("precision", "demand", "resist", "fight", "war"),
    [
        (0.5, 0.5037200658814206, 0.5920527616879425, 0.46257015465625045, 0.13795176809964668),
        (1.0, 0.47020367344918956, 0.6876876695954232, 0.425557483188341, 0.13760540309357377),
        (2.0, 0.3237006389458498, 0.8518992060542027, 0.35434369377420455, 0.09771392943452606),
        (5.0, 0.06071803766868079, 0.9955280415963524, 0.18242552380635632, 0.011026986090283209),
        (20.0, 4.4729359085551466e-05, 0.9999999999945786, 0.002472623156634772, 1.105988490557669e-07),
    ],
)
def test_the_recursion_has_its_closed_form(
    precision: float, demand: float, resist: float, fight: float, war: float
) -> None:
    played = play_tree(CRISIS, {"A": precision, "B": precision})
    assert played.chances["demand"] == pytest.approx(demand, rel=1e-6)
    assert played.after["demand"].chances["resist"] == pytest.approx(resist, rel=1e-6)
    assert played.after["demand"].after["resist"].chances["fight"] == pytest.approx(fight, rel=1e-6)
    assert find_ends(played)["demand", "resist", "fight"] == pytest.approx(war, rel=1e-6)


def test_rising_precision_is_subgame_perfect() -> None:
    ends = find_ends(play_tree(CRISIS, {"A": 500.0, "B": 500.0}))
    assert ends["quiet",] == pytest.approx(1.0, abs=1e-9)


@given(st.floats(0, 30), st.floats(0, 30))
def test_the_ends_of_a_tree_sum_to_1(one: float, two: float) -> None:
    assert sum(find_ends(play_tree(CRISIS, {"A": one, "B": two})).values()) == pytest.approx(1.0)


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=4), st.floats(0, 20), st.floats(-3, 3))
def test_adding_the_same_to_all_values_changes_nothing(values: list[float], precision: float, step: float) -> None:
    options = np.array(values)[:, None]
    np.testing.assert_allclose(choose_option(options, precision), choose_option(options + step, precision), atol=1e-9)


def test_a_tree_of_four_moves_is_too_deep() -> None:
    with pytest.raises(ValueError, match="deeper than 3"):
        play_tree(Move("B", {"go": CRISIS, "stay": End({"A": 0, "B": 0})}), {"A": 1.0, "B": 1.0})


def test_logit_equilibrium_of_the_normal_form_is_a_fixed_point_of_the_same_choice() -> None:
    """Differs from the tree's at the same precision: one trembles over whole plans, the other at each move."""
    ours = np.array([[0.0, 0.0], [1.0, -0.5], [1.0, -0.8]])
    theirs = np.array([[0.0, 0.0], [-1.0, 0.3], [-1.0, -0.9]])
    one, two = np.full(3, 1 / 3), np.full(2, 1 / 2)
    for _ in range(500):
        one = (one + choose_option((ours @ two)[:, None], 1.0)[:, 0]) / 2
        two = (two + choose_option((one @ theirs)[:, None], 1.0)[:, 0]) / 2
    np.testing.assert_allclose(one, [0.3384043, 0.3615955, 0.3000002], atol=1e-6)
    np.testing.assert_allclose(two, [0.37752324, 0.62247676], atol=1e-6)


@pytest.mark.parametrize(
    ("cost", "demand", "war", "worth"),
    [(0.1, 0.6, 1 / 3, 0.5333333333), (0.0, 0.65, 0.5, 0.575), (0.3, 0.5, 0.0, 0.5)],
)
def test_take_it_or_leave_it_with_private_costs(cost: float, demand: float, war: float, worth: float) -> None:
    """Fearon 1995: B's cost is uniform to .3, the odds of war .5; A's best demand among 10,001, by a sure choice."""
    demands = np.linspace(0.5, 0.8, 10_001)
    accepts = np.clip(1 - (demands - 0.5) / 0.3, 0, 1)
    value = accepts * demands + (1 - accepts) * (0.5 - cost)
    chances = choose_option(value[:, None], 1e7)[:, 0]
    assert (chances * demands).sum() == pytest.approx(demand, abs=1e-3)
    assert (chances * (1 - accepts)).sum() == pytest.approx(war, abs=4e-3)
    assert (chances * value).sum() == pytest.approx(worth, abs=1e-6)


def test_with_known_costs_there_is_a_demand_that_both_prefer_to_war() -> None:
    demands = np.linspace(0.0, 1.0, 1001)
    accepts = 1 - demands >= 1 - 0.5 - 0.2
    value = np.where(accepts, demands, 0.5 - 0.1)
    assert value[int(value.argmax())] == pytest.approx(0.7, abs=1e-3)
    assert accepts[int(value.argmax())]


@given(st.floats(0.05, 0.95), st.floats(0, 20))
def test_a_choice_without_covariates_is_its_base_rate(rate: float, precision: float) -> None:
    assert tilt_rate(rate, 0.0, precision) == pytest.approx(rate, abs=1e-9)


def test_the_null_likelihood_of_three_outcomes() -> None:
    """Signorino's wars since 1800, 282 dyads: the log likelihood of the frequencies alone."""
    shares = (0.43971631, 0.29432624, 0.26595745)
    assert 282 * sum(s * math.log(s) for s in shares) == pytest.approx(-302.7275, abs=1e-3)

"""The outcome on a line: its distribution and both its points, who blocks and by how much, and what would turn it."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.forecasting.flips import list_moves
from tocsin.forecasting.forecast import forecast_situation
from tocsin.forecasting.outcome import form_masses
from tocsin.records.forecast import Outcome

NAMES = ("Alba", "Brega", "Corva")


def settle(make: Any, *positions: tuple[float, float, float], **rest: Any) -> Outcome:
    stands = [make["stand"](NAMES[n], *p, n + 1) for n, p in enumerate(positions)]
    issue = make["issue"](stands, make["decision"](NAMES, **rest))
    return forecast_situation(make["situation"]([issue]), version="test", draws=2000).outcomes[0]


def test_points_and_regions_are_those_of_the_masses(make: Any) -> None:
    outcome = settle(make, (80, 90, 100), (0, 5, 10), (80, 85, 90))
    masses = np.array(outcome.masses)
    assert masses.sum() == pytest.approx(1.0, abs=1e-4)
    assert outcome.median == float(np.argmax(np.cumsum(masses) >= 0.5))
    assert sum(r.chance for r in outcome.regions) >= 0.8 - 1e-3
    for region in outcome.regions:
        assert masses[int(region.low) : int(region.high) + 1].sum() == pytest.approx(region.chance, abs=1e-3)
    assert masses[[0, 50, 100]].min() > masses[30]


def test_stated_positions_carry_more_than_the_gap_between_them(make: Any) -> None:
    outcome = settle(make, (90, 90, 90), (10, 10, 10), (90, 90, 90))
    assert outcome.masses[90] > outcome.masses[10] > 5 * outcome.masses[40]


@given(st.lists(st.integers(0, 100), min_size=2, max_size=5))
@settings(max_examples=30, deadline=None)
def test_mirroring_the_line_mirrors_the_distribution(values: list[int]) -> None:
    positions = np.array(values, dtype=float)[:, None]
    weights, around = 1.0 + np.arange(len(values))[:, None], np.full(101, 1 / 101)
    there = form_masses(100 - positions, weights, around)
    np.testing.assert_allclose(form_masses(positions, weights, around), there[::-1], atol=1e-9)


def test_each_blocker_is_told_how_far_it_would_have_to_move(make: Any) -> None:
    outcome = settle(make, (80, 90, 100), (20, 20, 20), (60, 70, 80))
    blocker = next(b for b in outcome.blockers if b.actor == "Brega")
    assert blocker.needs == pytest.approx(30.0)
    assert all(b.actor != "Alba" for b in outcome.blockers)


def test_the_least_moves_turn_a_consensus(make: Any) -> None:
    outcome = settle(make, (80, 90, 100), (20, 20, 20), (60, 70, 80))
    assert [(m.actor, m.start, m.end) for m in outcome.turned_by] == [("Brega", 20.0, 50.0)]
    adopted = settle(make, (80, 90, 100), (55, 55, 55), (60, 70, 80))
    assert [(m.actor, m.start) for m in adopted.turned_by] == [("Brega", 55.0)]
    assert adopted.turned_by[0].end == pytest.approx(50.0, abs=0.01)


def test_silent_members_move_as_one() -> None:
    draws = [np.full(9, 80.0), np.full(9, 30.0)]
    moves = list_moves(["Alba", "5 silent"], draws, [1, 5], [True, True], 0)
    assert [(m.actor, m.end) for m in moves] == [("5 silent", 50.0)]
    majority = list_moves(
        ["Alba", "Brega", "Corva"], [np.full(3, p) for p in (80.0, 40.0, 10.0)], [1] * 3, [False] * 3, 2
    )
    assert [m.actor for m in majority] == ["Brega"]


def test_levers_of_the_mean_add_up(make: Any) -> None:
    outcome = settle(make, (80, 90, 100), (0, 10, 20), (30, 60, 90))
    assert sum(lever.mean_per_ten for lever in outcome.levers) == pytest.approx(10.0, abs=1e-3)
    assert all(lever.median_share is not None for lever in outcome.levers)


def test_a_strong_member_draws_a_weak_one_that_pays_little(make: Any) -> None:
    stands = [
        make["stand"]("Alba", 95, 95, 95, 1),
        make["stand"]("Brega", 60, 60, 60, 2),
        make["stand"]("Corva", 0, 0, 0, 3),
    ]
    issue = make["issue"](stands, make["decision"](NAMES, acts_alone=make["quantity"](90, 90, 90)))
    situation = make["situation"]([issue])
    outside = {}
    for large in (0.002, 0.2):
        actors = tuple(
            a.model_copy(update={"capability": make["quantity"](large if a.name == "Alba" else 0.02)})
            for a in situation.actors
        )
        found = forecast_situation(situation.model_copy(update={"actors": actors}), version="test", draws=500)
        outside[large] = {b.actor for b in found.outcomes[0].actors_outside}
    assert outside == {0.002: {"Alba"}, 0.2: {"Alba", "Brega"}}

"""Stands that turn over before their matter is settled, and refusals that yield to a threat."""

from typing import Any

import pytest

from tocsin.forecasting.forecast import forecast_situation
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

ADOPTED = "adopted: send a fleet"
NOBODY_ACTS = {"acts_alone": None}


def run(situation: Situation, draws: int = 20_000) -> Forecast:
    return forecast_situation(situation, weeks=5000, draws=draws, version="test")


def make_refusal(make: Any, members: tuple[str, ...] = ("Alba",), **rest: Any) -> Any:
    stands = [make["stand"](name, 5, 10, 20, number) for number, name in enumerate(members, 1)]
    return make["issue"](stands, make["decision"](members, **NOBODY_ACTS, **rest))


def test_without_turns_and_yields_no_stand_turns(make: Any) -> None:
    assert run(make["situation"]([make_refusal(make)])).chance(ADOPTED).value == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize(("stand", "expected"), [((5, 10, 20), 0.2), ((80, 90, 95), 0.8)])
def test_a_stand_turns_over_as_often_as_the_situation_says(
    make: Any, stand: tuple[float, float, float], expected: float
) -> None:
    issue = make["issue"]([make["stand"]("Alba", *stand, 1)], make["decision"](("Alba",), **NOBODY_ACTS))
    found = run(make["situation"]([issue], turns=make["quantity"](0.2)))
    assert found.chance(ADOPTED).value == pytest.approx(expected, abs=1e-4)


def test_members_turn_each_by_themselves(make: Any) -> None:
    """Under consensus two that refuse must both turn; that both do is the square, beyond noise."""
    two = make_refusal(make, ("Alba", "Brega"))
    assert run(make["situation"]([two], turns=make["quantity"](0.3))).chance(ADOPTED).value == pytest.approx(
        0.09, abs=1e-3
    )


def threaten(make: Any, issue: Any, **rest: Any) -> Any:
    return make["threat"](issue, **{"met_by": "refusal", "cost": None, **rest})


def test_who_refuses_what_it_is_threatened_over_yields_at_the_rate_of_past_threats(make: Any) -> None:
    issue = make_refusal(make)
    numbers = {"turns": make["quantity"](0.05), "yields": make["quantity"](0.3)}
    free = run(make["situation"]([issue], **numbers)).chance(ADOPTED).value
    pressed = run(make["situation"]([issue], threats=(threaten(make, issue),), **numbers)).chance(ADOPTED).value
    assert (free, pressed) == (pytest.approx(0.05, abs=1e-3), pytest.approx(0.3, abs=1e-3))


@pytest.mark.parametrize("other", [{"met_by": "adoption"}, {"to": "Brega"}])
def test_a_threat_of_another_kind_or_to_another_makes_nobody_yield(make: Any, other: dict[str, Any]) -> None:
    issue = make_refusal(make)
    threat = threaten(make, issue, **other)
    found = run(make["situation"]([issue], threats=(threat,), yields=make["quantity"](0.3)))
    assert found.chance(ADOPTED).value == pytest.approx(0, abs=1e-3)


def test_a_threat_that_is_surer_to_be_one_makes_who_refuses_yield_more(make: Any) -> None:
    issue = make_refusal(make)
    chances = []
    for sure in (0.2, 0.5, 1.0):
        threat = threaten(make, issue).model_copy(update={"certainty": sure})
        found = run(make["situation"]([issue], threats=(threat,), yields=make["quantity"](0.4)))
        chances.append(found.chance(ADOPTED).value)
    assert chances == pytest.approx([0.08, 0.2, 0.4], abs=1e-3)


def test_what_is_under_way_turns_no_more(make: Any) -> None:
    issue = make["issue"](
        [make["stand"]("Alba", 80, 90, 95, 1)], make["decision"](("Alba",), **NOBODY_ACTS, under_way=True)
    )
    assert run(make["situation"]([issue], turns=make["quantity"](0.3))).chance(ADOPTED).value == pytest.approx(
        1, abs=1e-3
    )


def test_turning_is_told_among_the_drivers(make: Any) -> None:
    issue = make_refusal(make)
    found = run(make["situation"]([issue], turns=make["quantity"](0.1, 0.0, 0.3)), draws=2000)
    assert "turns" in {d.path for d in found.question(ADOPTED).drivers}

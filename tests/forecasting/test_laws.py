"""Laws of a forecast: what must change nothing, what must move one way, what must stay as it is."""

import os
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.forecast import forecast_situation
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

MEMBERS = ("Alba", "Brega", "Corva")


def run(situation: Situation, **rest: Any) -> Forecast:
    return forecast_situation(situation, **{"version": "test", "draws": 4000, **rest})


def debate(make: Any, certainty: float = 0.9, **rest: Any) -> Situation:
    stands = [
        make["stand"]("Alba", 40, 60, 90, 1, certainty), make["stand"]("Brega", 0, 10, 70, 2, certainty),
        make["stand"]("Corva", 30, 70, 100, 3, certainty),
    ]  # fmt: skip
    issue = make["issue"](stands, make["decision"](MEMBERS))
    fields: dict[str, Any] = {
        "threats": (make["threat"](issue),), "commitments": (make["pact"](),), "wars": (make["war"](),),
        "supplies": (make["shortage"](),), **rest,
    }  # fmt: skip
    return make["situation"]([issue], **fields)


def test_same_arguments_same_bytes_in_two_processes(make: Any, tmp_path: Any) -> None:
    situation = debate(make)
    path = tmp_path / "situation.json"
    path.write_text(situation.model_dump_json(by_alias=True), encoding="utf-8")
    script = (
        "import sys; from pathlib import Path\n"
        "from tocsin.forecasting.forecast import forecast_situation\n"
        "from tocsin.records.situation import Situation\n"
        "s = Situation.model_validate_json(Path(sys.argv[1]).read_text())\n"
        "print(forecast_situation(s, draws=500, version='test').model_dump_json())"
    )
    outs = {
        subprocess.run(
            [sys.executable, "-c", script, str(path)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outs) == 1


def test_reordering_actors_stands_and_members_changes_no_answer(make: Any) -> None:
    one = debate(make)
    issue = one.issues[0]
    decision = issue.decision.model_copy(update={"members": MEMBERS[::-1]})
    turned = issue.model_copy(update={"stands": issue.stands[::-1], "decision": decision})
    two = one.model_copy(update={"issues": (turned,), "actors": one.actors[::-1]})
    first, second = run(one), run(two)
    assert [q.chance for q in first.questions] == [q.chance for q in second.questions]
    assert first.outcomes == second.outcomes


def test_renaming_an_actor_moves_no_chance_beyond_the_noise(make: Any) -> None:
    one = debate(make)
    two = Situation.model_validate_json(one.model_dump_json(by_alias=True).replace("Brega", "Zarnia"))
    for q, r in zip(run(one, draws=20_000).questions, run(two, draws=20_000).questions, strict=True):
        assert (q.chance is None) == (r.chance is None)
        if q.chance is not None and r.chance is not None:
            error = (q.chance.noise_high - q.chance.noise_low) / 1.96
            assert abs(q.chance.value - r.chance.value) <= 2.5 * error + 1e-4, q.label


def test_an_irrelevant_actor_and_issue_change_nothing_else(make: Any) -> None:
    one = debate(make)
    other = make["issue"]([make["stand"]("Dorn", 0, 50, 100, 5)], make["decision"](("Dorn",)), "build a bridge")
    two = make["situation"](
        [one.issues[0], other], **{k: getattr(one, k) for k in ("threats", "commitments", "wars", "supplies")}
    )
    first = {q.label: q.chance for q in run(one).questions}
    second = {q.label: q.chance for q in run(two).questions}
    assert all(second[label] == chance for label, chance in first.items())


def test_suppose_changes_only_what_depends_on_it(make: Any) -> None:
    one = debate(make)
    two = one.suppose("supply: Alba, shells", likely=0.95, because="resupplied")
    before, after = ({q.label: q.chance for q in run(s).questions} for s in (one, two))
    moved = {label for label in before if before[label] != after[label]}
    assert moved == {"ground gained: Norland against Alba"}
    assert after["ground gained: Norland against Alba"].value < before["ground gained: Norland against Alba"].value


def test_rescaling_every_capability_changes_nothing(make: Any) -> None:
    one = debate(make)
    actors = tuple(
        a.model_copy(update={"capability": make["quantity"](0.2, 0.1, 0.4)}) for a in one.actors if a.capability
    )
    two = one.model_copy(update={"actors": actors})
    assert [q.chance for q in run(one).questions] == [q.chance for q in run(two).questions]
    assert run(one).outcomes[0].mean == pytest.approx(run(two).outcomes[0].mean, abs=1e-3)


def test_more_support_never_lowers_adoption(make: Any) -> None:
    one = debate(make)
    two = one.suppose("position: Brega, send a fleet", likely=70, low=60, high=90, because="it came round")
    label = "adopted: send a fleet"
    assert run(two).chance(label).value > run(one).chance(label).value


def test_unanimity_never_adopts_what_one_member_finds_worse_than_nothing(make: Any) -> None:
    stands = [
        make["stand"]("Alba", 80, 90, 100, 1),
        make["stand"]("Brega", 0, 10, 40, 2),
        make["stand"]("Corva", 80, 90, 99, 3),
    ]
    issue = make["issue"](stands, make["decision"](MEMBERS, "unanimity", acts_alone=None))
    chance = run(make["situation"]([issue])).chance("adopted: send a fleet")
    assert chance.value <= 1 / 4000
    assert chance.value > 0


def test_a_dictator_decides(make: Any) -> None:
    for likely, expected in ((90, 1.0), (10, 0.0)):
        stands = [make["stand"]("Alba", likely, likely, likely, 1), make["stand"]("Brega", 0, 50, 100, 2)]
        decision = make["decision"](("Alba",), "own decision", acts_alone=None, under_way=True)
        chance = run(make["situation"]([make["issue"](stands, decision)])).chance("adopted: send a fleet")
        assert chance.value == pytest.approx(expected, abs=2e-4)


def test_a_longer_time_never_lowers_the_chance_of_adoption(make: Any) -> None:
    chances = [run(debate(make), weeks=weeks).chance("adopted: send a fleet").value for weeks in (1, 4, 26, 104)]
    assert chances == sorted(chances)
    assert len(set(chances)) == 4


def test_no_chance_is_0_or_1_and_ranges_hold_their_value(make: Any) -> None:
    for question in run(debate(make)).questions:
        chance = question.chance
        if chance is not None:
            assert 0 < chance.low <= chance.value <= chance.high < 1
            assert 0 < chance.noise_low <= chance.value <= chance.noise_high < 1


def test_draws_of_one_quantity_do_not_depend_on_the_others(make: Any) -> None:
    quantity = make["quantity"](50, 0, 100)
    alone, crowded = Worlds(7, 100), Worlds(7, 100)
    for n in range(5):
        draw_quantity(crowded, f"other {n}", quantity)
    np.testing.assert_array_equal(draw_quantity(alone, "this", quantity), draw_quantity(crowded, "this", quantity))


def test_rivals_are_drawn_with_equal_chance(make: Any) -> None:
    drawn = draw_quantity(Worlds(3, 60_000), "honoured", make["pact"]().honoured)
    assert drawn.mean() == pytest.approx((0.22 + 0.41 + 0.745) / 3, abs=0.004)

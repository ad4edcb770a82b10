"""What must change nothing, on situations made at random: order, names, units, a stranger, a round trip."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.forecasting import leverage
from tocsin.forecasting.forecast import forecast_situation
from tocsin.forecasting.parts import split_situation
from tocsin.records.forecast import Chance, Forecast
from tocsin.records.situation import AssessedControl, Party, Situation

NAMES = ("Alba", "Brega", "Corva", "Dorn", "Norland")
RULES = ("consensus", "unanimity", "majority", "qualified majority")
ORDERED = ("actors", "issues", "commitments", "threats", "control", "supplies", "wars")
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def run(situation: Situation, draws: int = 600) -> Forecast:
    return forecast_situation(situation, draws=draws, weeks=13, version="test")


def list_chances(forecast: Forecast) -> dict[str, Chance | None]:
    return {q.label: q.chance for q in forecast.questions}


def make_random(make: Any, data: st.DataObject) -> Situation:
    """One or two issues, threats on them, a pact, a war with a place and a shortage that an issue would fill."""
    draw, quantity = data.draw, make["quantity"]
    issues = []
    for number, proposal in enumerate(draw(st.sampled_from([("send a fleet",), ("send a fleet", "send shells")]))):
        stands = [
            make["stand"](name, low, low + 20, low + 40, 3 * number + k + 1, 0.8)
            for k, name in enumerate(NAMES[:3])
            if (low := draw(st.sampled_from([None, 0, 30, 60]))) is not None
        ]
        decision = make["decision"](NAMES[:3], draw(st.sampled_from(RULES)))
        issues.append(make["issue"](stands, decision, proposal))
    threats = tuple(
        make["threat"](issue).model_copy(
            update={
                "id": f"thr-{n}", "by": draw(st.sampled_from(NAMES[3:])),
                "met_by": draw(st.sampled_from(["adoption", "refusal"])), "brings_war": draw(st.booleans()),
                "cost": quantity(10, 0, 30), "consequence": f"harm {n}",
            }
        )
        for n, issue in enumerate(issues)
    )  # fmt: skip
    war = make["war"]().model_copy(
        update={
            "sides": ("Brega", "Dorn"), "gaining": "Dorn", "ends": quantity(0.02, 0.01, 0.03),
            "battles": quantity(0.05, 0.01, 0.1), "losses": quantity(0.01, 0.0, 0.03),
            "exponent": quantity(0.2, 0.1, 0.4),
        }
    )  # fmt: skip
    shortage = make["shortage"]("Brega").model_copy(
        update={
            "drift": quantity(0.02, 0.0, 0.05), "binds": quantity(0.4, 0.3, 0.5), "issue": issues[-1].id,
            "delivers": quantity(0.5, 0.2, 0.8),
        }
    )  # fmt: skip
    fort = AssessedControl(place="Fort", holder="Brega", change="holds", evidence=("e5",), records=("con-1",))
    return make["situation"](
        issues, threats=threats, commitments=(make["pact"](),), wars=(war,), supplies=(shortage,), control=(fort,),
        actors=tuple(Party(name=n, type="state", capability=quantity(0.02, 0.01, 0.04)) for n in NAMES),
        pace=quantity(0.3, 0.1, 0.6), precision=quantity(1, 0, 3), force_slope=quantity(0.5, 0.2, 0.8),
        surprise=quantity(0.01, 0, 0.05), turns=quantity(0.1, 0, 0.3), yields=quantity(0.25, 0.1, 0.5),
    )  # fmt: skip


@given(data=st.data())
@FEW
def test_the_order_of_the_records_changes_no_chance(make: Any, data: st.DataObject) -> None:
    situation = make_random(make, data)
    turned = situation.model_copy(update={name: getattr(situation, name)[::-1] for name in ORDERED})
    assert list_chances(run(situation)) == list_chances(run(turned))


@given(data=st.data())
@FEW
def test_a_stranger_changes_no_chance(make: Any, data: st.DataObject) -> None:
    """An actor, an issue, a threat, a war and a shortage that have nothing to do with the others."""
    situation = make_random(make, data)
    other = make["issue"]([make["stand"]("Zil", 0, 50, 100, 5)], make["decision"](("Zil",)), "build a bridge")
    threat = make["threat"](other).model_copy(update={"id": "thr-9", "by": "Yor", "to": "Zil", "consequence": "a dam"})
    war = make["war"]().model_copy(update={"id": "war-9", "sides": ("Xan", "Yor"), "gaining": "Xan"})
    more = {
        "issues": (*situation.issues, other), "threats": (*situation.threats, threat), "wars": (*situation.wars, war),
        "supplies": (*situation.supplies, make["shortage"]("Zil")),
        "actors": (*situation.actors, *(Party(name=n, type="state") for n in ("Xan", "Yor", "Zil"))),
    }  # fmt: skip
    crowded = list_chances(run(situation.model_copy(update=more)))
    assert all(crowded[label] == chance for label, chance in list_chances(run(situation)).items())


@given(data=st.data())
@FEW
def test_the_unit_of_capability_changes_no_chance(make: Any, data: st.DataObject) -> None:
    situation = make_random(make, data)
    actors = tuple(
        a.model_copy(update={"capability": make["quantity"](0.2, 0.1, 0.4)}) for a in situation.actors if a.capability
    )
    scaled = list_chances(run(situation.model_copy(update={"actors": actors})))
    for label, chance in list_chances(run(situation)).items():
        assert (chance is None) == (scaled[label] is None)
        assert chance is None or chance.value == pytest.approx(scaled[label].value, abs=5e-3)


@given(data=st.data())
@FEW
def test_other_names_change_no_chance_beyond_noise(make: Any, data: st.DataObject) -> None:
    """Names choose the streams, so that other names are another seed: five half-widths of the noise are never left."""
    situation = make_random(make, data)
    written = situation.model_dump_json(by_alias=True)
    for old, new in (("Brega", "Zarnia"), ("Dorn", "Ulm")):
        written = written.replace(old, new)
    renamed = [q.chance for q in run(Situation.model_validate_json(written), 3000).questions]
    own = [q.chance for q in run(situation, 3000).questions]
    key = lambda c: -1.0 if c is None else c.value  # noqa: E731
    for one, two in zip(sorted(own, key=key), sorted(renamed, key=key), strict=True):
        if one is not None and two is not None:
            assert abs(one.value - two.value) <= 2.5 * (one.noise_high - one.noise_low) + 2e-3


@given(data=st.data())
@FEW
def test_a_round_trip_through_the_file_changes_no_byte(make: Any, data: st.DataObject) -> None:
    situation = make_random(make, data)
    again = Situation.model_validate_json(situation.model_dump_json(by_alias=True, indent=1), strict=True)
    assert again == situation
    assert run(again, 200).model_dump_json() == run(situation, 200).model_dump_json()


@given(data=st.data())
@FEW
def test_leverage_in_parts_is_that_of_the_whole(make: Any, data: st.DataObject) -> None:
    situation = make_random(make, data)
    stands = [make["stand"](name, 20, 40 + 10 * n, 80, 2 + 3 * n, 0.9) for n, name in enumerate(NAMES[:3])]
    lone = make["issue"](stands, make["decision"](NAMES[:3], "majority"), "open the port")
    both = situation.model_copy(update={"issues": (lone, *situation.issues)})
    in_parts = run(both)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leverage, "split_situation", lambda whole: [whole])
        whole = run(both)
    assert len(split_situation(both)) > 1
    assert in_parts.leverage == whole.leverage
    assert in_parts.turned == whole.turned
    assert any(move.question == "adopted: open the port" for move in whole.turned)

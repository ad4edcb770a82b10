"""Any part of a coding gives a situation, and any such situation a forecast; both survive their file format."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.assessing.assess import assess_coding
from tocsin.forecasting.draw import spread_quantity
from tocsin.forecasting.forecast import forecast_situation
from tocsin.records.coding import Coding
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

TEXT = (
    "Turkey wants NATO ships in the strait. Greece and Italy are against it, the alliance is discussing it. "
    "If ships come, Russia will mine the harbour. Romania is a member of NATO and would be defended. "
    "Rebels took Kira from Syria, which lacks fuel. Egypt denied that it had invaded Libya. Qatar offers fuel. "
    "Egypt asked Sudan and Libya to sign the accord."
)


def write_all(writer: Any) -> Coding:
    writer.read(TEXT)
    for name, kind in (("Turkey", "state"), ("NATO", "alliance"), ("Rebels", "group"), ("Russia", "state")):
        writer.add("actor", name, name=name, type=kind)
    ships = writer.add("issue", "NATO ships in the strait", proposal="send NATO ships to the strait")
    accord = writer.add("issue", "sign the accord", proposal="sign the accord")
    writer.stand("Turkey wants NATO ships in the strait.", "Turkey", ships, "support")
    for name in ("Greece", "Italy"):
        writer.stand("Greece and Italy are against it", name, ships, "oppose")
    writer.stand("the alliance is discussing it", "NATO", ships, "open")
    threat = "If ships come, Russia will mine the harbour."
    writer.stand(threat, "Russia", ships, "oppose")
    writer.add("threat", threat, by="Russia", to="NATO", condition="ships come", consequence="the harbour is mined")
    writer.add("threat", "will mine the harbour", by=None, consequence="the harbour is mined")
    writer.add("commitment", "Romania is a member of NATO", parties=("Romania", "NATO"), tie="membership")
    writer.add("commitment", "would be defended", parties=("NATO", "Romania"), tie="defence")
    writer.add("event", "Rebels took Kira from Syria", actor="Rebels", type="ASSAULT", target="Syria", action="take")
    writer.add("control", "Rebels took Kira", place="Kira", holder="Rebels", change="gained")
    writer.add("control", "from Syria", place="Kira", holder="Syria", change="lost")
    writer.add("resource", "Syria, which lacks fuel", actor="Syria", status="shortage", what="fuel")
    writer.add("resource", "Qatar offers fuel", actor="Qatar", status="offer", what="fuel")
    writer.add("resource", "fuel", actor=None, status="need", what="fuel")
    words = "Egypt asked Sudan and Libya to sign the accord."
    writer.add("event", words, actor="Egypt", type="REQUEST", target=("Sudan", "Libya"), action="ask")
    writer.add("event", "Egypt denied", actor=None, type="ASSAULT", target="Libya", action="invade", mode="denied")
    writer.stand(words, "Egypt", accord, "support")
    writer.add("statement", "the alliance is discussing it", speaker="NATO")
    return writer.done()


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_part_of_a_coding_goes_through(write: Any, data: st.DataObject) -> None:
    whole = write_all(write())
    kept = data.draw(st.lists(st.sampled_from(range(len(whole.records))), unique=True))
    issues = {r.id for n, r in enumerate(whole.records) if n in kept and r.kind == "issue"}
    records = [whole.records[n] for n in sorted(kept)]
    part = Coding(
        documents=whole.documents, records=tuple(r for r in records if r.kind != "position" or r.issue in issues)
    )
    situation = assess_coding(part)
    assert Situation.model_validate_json(situation.model_dump_json(by_alias=True)) == situation
    forecast = forecast_situation(situation, draws=300, version="test")
    assert Forecast.model_validate_json(forecast.model_dump_json(by_alias=True)) == forecast


def test_the_whole_gives_every_kind_of_question(write: Any) -> None:
    situation = assess_coding(write_all(write()))
    steady = situation.model_copy(update={"turns": None, "yields": None})
    forecast = forecast_situation(steady, draws=2000, version="test")
    asked = {q.asked for q in forecast.questions}
    assert asked == {
        "adopted", "acted outside", "threat triggered", "threat carried out", "commitment invoked",
        "commitment honoured", "ground gained", "war begins", "allies join", "shortage binds", "war ends",
    }  # fmt: skip
    assert forecast.chance("ground gained: Rebels against Syria").value > 0.6
    assert forecast.question("adopted: sign the accord").chance is None
    silent = situation.issues[0].decision.silent_position
    accept = float((spread_quantity(silent, (np.arange(1000) + 0.5) / 1000) >= 50).mean())
    misread, settled = 0.2, 1 - (1 - situation.clock.likely) ** 26
    adopted = forecast.chance("adopted: send NATO ships to the strait").value
    assert adopted == pytest.approx(misread * accept * settled, abs=0.02)

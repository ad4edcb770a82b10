"""The frozen situations: facts before the outcome, answers that are plausible and never certain, scores as they are."""

import json
import re
from pathlib import Path

import pytest

from tocsin.files import load
from tocsin.forecasting.forecast import forecast_situation
from tocsin.forecasting.keeping import keep_forecast
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

HISTORY = Path(__file__).parents[2] / "examples" / "history"
CASES = sorted(path.name.removesuffix(".situation.json") for path in HISTORY.glob("*.situation.json"))
pytestmark = pytest.mark.skipif(not HISTORY.is_dir(), reason="the examples are not beside the tests")


def read(name: str) -> Situation:
    situation = load(HISTORY / f"{name}.situation.json")
    assert isinstance(situation, Situation)
    return situation


def run(name: str) -> Forecast:
    return forecast_situation(read(name), draws=1000, version="test")


def test_there_are_twelve() -> None:
    assert len(CASES) == 12


@pytest.mark.parametrize("name", CASES)
def test_every_stand_and_threat_rests_on_a_sentence_of_the_facts(name: str) -> None:
    situation, facts = read(name), (HISTORY / f"{name}.txt").read_text(encoding="utf-8")
    assert "\nSources\n- " in facts
    for evidence in situation.evidence:
        assert facts[evidence.start : evidence.end] == evidence.quote
    known = {e.id for e in situation.evidence}
    for record in (*(s for i in situation.issues for s in i.stands), *situation.threats, *situation.commitments):
        assert record.evidence and set(record.evidence) <= known


@pytest.mark.parametrize("name", CASES)
def test_no_fact_is_later_than_the_day_of_the_situation(name: str) -> None:
    """No year after that of the situation stands in the facts; the sources below them may be later."""
    facts = (HISTORY / f"{name}.txt").read_text(encoding="utf-8").split("\nSources\n")[0]
    years = [int(y) for y in re.findall(r"\b(1[89]\d\d|20\d\d)\b", facts)]
    assert max(years) <= int(str(read(name).as_of)[:4])


@pytest.mark.parametrize("name", CASES)
def test_answers_are_plausible_and_never_certain(name: str) -> None:
    for question in run(name).questions:
        assert question.chance is not None, question.label
        if question.asked != "acted outside":
            assert 0.001 < question.chance.value < 0.999, question.label


@pytest.mark.parametrize("name", CASES)
def test_every_outcome_answers_a_question_of_the_forecast(name: str) -> None:
    outcomes = json.loads((HISTORY / f"{name}.outcome.json").read_text(encoding="utf-8"))["outcomes"]
    kept = {entry.label for entry in keep_forecast(run(name))}
    told = [o["question"] for o in outcomes]
    assert len(told) == len(set(told)) >= 4
    assert set(told) <= kept
    assert all(o["source"] and re.fullmatch(r"\d{4}-\d\d-\d\d", o["on"]) for o in outcomes)

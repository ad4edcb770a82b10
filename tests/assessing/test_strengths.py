"""Strengths of the parties: of the day of the situation, by one index and of one year."""

import re
from datetime import date
from typing import Any

import pytest

from tocsin.assessing.assess import assess_coding
from tocsin.assessing.strengths import take_body_capability, take_capability
from tocsin.codebook.bodies import members
from tocsin.codebook.tables import load_states
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Party

TODAY = date(2024, 2, 28)
CRISIS = date(1962, 10, 23)
TEXT = (
    "The United States demands it. The Soviet Union and Cuba refuse. NATO backs the demand. The Harbour Front objects."
)


def take(state: str, on: date | None) -> Quantity:
    found = take_capability(state, on)
    assert found is not None
    return found


def assess_parties(write: Any, published: str | None) -> dict[str, Party]:
    writer = write()
    writer.read(TEXT, published)
    issue = writer.add("issue", "demands it", proposal="withdraw the missiles")
    for words, actor, stance in (
        ("The United States demands it.", "United States", "support"),
        ("The Soviet Union and Cuba refuse.", "Soviet Union", "oppose"),
        ("The Soviet Union and Cuba refuse.", "Cuba", "oppose"),
        ("NATO backs the demand.", "NATO", "support"),
        ("The Harbour Front objects.", "Harbour Front", "oppose"),
    ):
        writer.stand(words, actor, issue, stance)
    return {party.name: party for party in assess_coding(writer.done()).actors}


def test_a_situation_of_the_past_has_the_strengths_of_its_day(write: Any) -> None:
    found = assess_parties(write, "1962-10-23")
    union, states = found["Soviet Union"].capability, found["United States"].capability
    assert union is not None and states is not None
    assert (union.likely, states.likely) == (0.1763, 0.2099)
    assert union.origin == "base rate"
    assert "1962" in union.because and "Correlates of War" in str(union.source)
    assert union.low < union.likely < union.high


@pytest.mark.parametrize(
    "published", ["1914-07-24", "1962-10-23", "1990-08-05", "2013-08-31", "2022-02-20", "2024-02-28"]
)
def test_all_parties_of_a_situation_are_measured_by_one_index_of_one_year(write: Any, published: str) -> None:
    parties = assess_parties(write, published).values()
    sources = {p.capability.source for p in parties if p.capability is not None and p.capability.origin == "base rate"}
    assert len(sources) == 1


@pytest.mark.parametrize(
    "on", [date(1816, 1, 1), date(1938, 9, 26), CRISIS, date(2022, 12, 31), date(2023, 1, 1), None]
)
def test_all_states_of_a_day_are_measured_by_one_index_of_one_year(on: date | None) -> None:
    found = [q for state in load_states() if (q := take_capability(state.name, on)) is not None]
    assert found and len({q.source for q in found}) == 1
    assert all(0 <= q.low <= q.likely <= q.high <= 1 for q in found)


def test_a_state_that_was_not_there_has_no_strength_and_a_party_of_no_table_a_default(write: Any) -> None:
    assert take_capability("Ukraine", CRISIS) is None
    assert take_capability("Soviet Union", TODAY) is None
    front = assess_parties(write, "1962-10-23")["Harbour Front"].capability
    assert front is not None and front.origin == "default"


def test_a_body_of_the_past_is_the_sum_of_its_members_of_that_day(write: Any) -> None:
    nato = take_body_capability("NATO", CRISIS)
    assert nato is not None
    names = members("NATO", CRISIS)
    assert len(names) == 15 and "West Germany" in names
    assert nato.likely == pytest.approx(sum(take(name, CRISIS).likely for name in names), abs=1e-5)
    assert "the 15 members" in nato.because and "1962" in nato.because
    found = assess_parties(write, "1962-10-23")["NATO"].capability
    assert found == nato


@pytest.mark.parametrize(
    ("body", "on"),
    [
        ("NATO", date(1982, 4, 5)), ("NATO", date(2022, 2, 20)), ("Warsaw Pact", date(1968, 8, 20)),
        ("European Union", date(1973, 10, 11)), ("European Union", date(1990, 8, 5)),
        ("European Union", date(2014, 3, 6)), ("ECOWAS", date(1990, 8, 5)), ("Arab League", date(1973, 10, 11)),
        ("G7", date(1980, 1, 1)),
    ],
)  # fmt: skip
def test_every_member_of_a_body_of_the_past_is_measured(body: str, on: date) -> None:
    found = take_body_capability(body, on)
    assert found is not None
    assert re.search(r"the \d+ members", found.because), found.because


def test_today_is_measured_by_the_composite_and_so_is_a_situation_without_a_day(write: Any) -> None:
    assert take("Ukraine", None) == take("Ukraine", TODAY) == take("Ukraine", date(2023, 1, 1))
    assert "military spending" in take("Ukraine", TODAY).because
    assert "2022" in take("Ukraine", date(2022, 12, 31)).because
    island = take("Tuvalu", TODAY)
    assert island.source == take("Ukraine", TODAY).source and island.likely < 1e-5

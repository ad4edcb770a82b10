"""Who held what when: terms in order, one holder at a time, no state without a head, no person with two countries."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tocsin.codebook.bodies import members, rule
from tocsin.codebook.people import find_person, load_holders
from tocsin.codebook.resolve import find_known
from tocsin.codebook.rows import Holder
from tocsin.codebook.tables import load_bodies, load_states, load_table, parse_day

HOLDERS = load_holders()
STATES = {state.name: state for state in load_states()}
FIRST = date(2000, 1, 15)
# Two who claimed one office at the same time.
RIVALS = {("Ivory Coast", "president"), ("Madagascar", "president")}
JOINT = "member of the presidency"
# Months without a head in the table: before independence, under occupation, and two captains for half a year each.
GAPS = {
    "East Timor": (date(2000, 1, 1), date(2002, 5, 20)), "Iraq": (date(2003, 4, 10), date(2004, 6, 27)),
    "Libya": (date(2011, 10, 21), date(2011, 11, 23)), "Montenegro": (date(2000, 1, 1), date(2003, 5, 21)),
    "Somalia": (date(2000, 1, 1), date(2000, 8, 26)), "South Sudan": (date(2000, 1, 1), date(2011, 7, 8)),
    "Kosovo": (date(2000, 1, 1), date(2008, 1, 8)), "San Marino": (date(2000, 1, 1), date(2100, 1, 1)),
}  # fmt: skip
# Who led a state and the one that it came from.
HEIRS = {
    "Helmut Kohl", "Eduard Shevardnadze", "Salva Kiir", "Václav Havel", "Slobodan Milošević", "Vojislav Koštunica",
}  # fmt: skip


def list_offices() -> dict[tuple[str | None, str], list[Holder]]:
    found: dict[tuple[str | None, str], list[Holder]] = defaultdict(list)
    for holder in HOLDERS:
        if holder.rank < 2:
            found[holder.acts_for, holder.role].append(holder)
    return found


def test_nobody_holds_an_office_while_another_does() -> None:
    for office, holders in list_offices().items():
        if office in RIVALS or office[1] == JOINT:
            continue
        for before, after in pairwise(holders):
            assert before.term.end is not None, f"{office}: {before.person}"
            assert after.term.start is not None
            assert before.term.end < after.term.start, f"{office}: {before.person}, {after.person}"


@pytest.mark.parametrize("state", [s for s in STATES.values() if s.status == "state"], ids=lambda s: s.name)
def test_every_state_has_a_head_in_every_month_since_2000_but_for_the_gaps_that_are_listed(state) -> None:  # type: ignore[no-untyped-def]
    terms = [h.term for h in HOLDERS if h.acts_for == state.name and h.rank == 0]
    last = parse_day(load_table("leaders")["as_of"], last=True)
    day, gap = FIRST, GAPS.get(state.name)
    while last is not None and day <= last:
        known = any(term.holds(day) for term in terms)
        assert known or (gap is not None and gap[0] <= day <= gap[1]), f"{state.name}: nobody on {day}"
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=15)


def test_nobody_acts_for_two_states_but_for_heirs() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for holder in HOLDERS:
        if holder.acts_for in STATES:
            found[holder.person].add(str(holder.acts_for))
    assert {person for person, states in found.items() if len(states) > 1} == HEIRS


def test_a_full_name_means_one_person_but_for_the_two_bushes() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for holder in HOLDERS:
        for name in (holder.person, *holder.also):
            if " " in name:
                found[name].add(holder.person)
    assert {name for name, people in found.items() if len(people) > 1} == {"George Bush"}


def test_no_term_begins_after_the_day_until_which_the_table_is_known_but_for_elected_successors() -> None:
    for key in ("office", "post"):
        for row in load_table("leaders")[key]:
            known = parse_day(row.get("known_to", load_table("leaders")["as_of"]), last=True)
            starts = [h.term.start for h in list_offices()[row["of"], row["role"]] if h.term.start]
            assert known is not None
            assert max(starts) <= known + timedelta(days=31), f"{row['of']}, {row['role']}"


def test_offices_that_are_not_of_former_states_say_until_when_they_are_known() -> None:
    for key in ("office", "post"):
        for row in load_table("leaders")[key]:
            living = row["of"] not in STATES or STATES[row["of"]].status != "former"
            assert ("known_to" in row) is living, f"{row['of']}, {row['role']}"


def test_no_state_belongs_twice_to_a_body() -> None:
    for body in load_bodies():
        found = defaultdict(list)
        for spell in body.spells:
            for state in spell.states:
                found[state].append(spell.term)
        for state, terms in found.items():
            in_order = sorted(terms, key=lambda term: term.start or date.min)
            for before, after in pairwise(in_order):
                assert before.end is not None and after.start is not None, f"{body.name}: {state}"
                assert before.end < after.start, f"{body.name}: {state}"


@pytest.mark.parametrize("year", range(2000, 2027))
def test_the_security_council_has_five_permanent_and_ten_elected_members(year: int) -> None:
    for day in (date(year, 1, 1), date(year, 12, 31)):
        assert len(members("UN Security Council", day)) == 15
        assert set(rule("UN Security Council").vetoes) <= set(members("UN Security Council", day))


@pytest.mark.parametrize(
    ("words", "on", "person"),
    [
        ("British Prime Minister", date(2026, 8, 1), "Andy Burnham"),
        ("Hungarian Prime Minister", date(2026, 6, 1), "Péter Magyar"),
        ("the Peruvian president", date(2026, 3, 1), "José María Balcázar"),
        ("Iran's supreme leader", date(2026, 4, 1), "Mojtaba Khamenei"),
        ("Bulgarian Prime Minister", date(2013, 6, 15), "Plamen Oresharski"),
        ("Nepal's prime minister", date(2011, 3, 1), "Jhala Nath Khanal"),
        ("Portugal's president", date(2001, 1, 1), "Jorge Sampaio"),
        ("Britain's foreign secretary", date(2003, 3, 20), "Jack Straw"),
        ("the Fijian prime minister", date(2006, 12, 5), "Jona Senilagakali"),
    ],
)
def test_offices_on_their_days(words: str, on: date, person: str) -> None:
    found = find_known(words, on)
    assert (found.name if found else None) == person


@pytest.mark.parametrize("surname", ["Davis", "Friday", "Mitchell", "King", "Note", "Harris", "Browne"])
def test_the_surname_of_a_small_state_s_head_alone_is_nobody_on_the_desk_of_world_news(surname: str) -> None:
    found = find_person(surname, date(2023, 6, 1))
    assert found is None or found.acts_for not in {h.acts_for for h in HOLDERS if not h.alone}


def test_a_small_state_s_head_is_known_by_the_full_name_and_by_the_office() -> None:
    named = find_known("Prime Minister Dickon Mitchell", date(2024, 1, 1))
    held = find_known("Grenada's prime minister", date(2024, 1, 1))
    assert named is not None and held is not None
    assert (named.name, named.acts_for, held.name) == ("Dickon Mitchell", "Grenada", "Dickon Mitchell")

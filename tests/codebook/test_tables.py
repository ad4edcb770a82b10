"""What every table of the codebook promises."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.codebook import bodies, people, tables
from tocsin.codebook.tables import (
    load_bodies,
    load_groups,
    load_outlets,
    load_states,
    load_table,
    parse_day,
)

NAMES = (
    "base_rates", "bodies", "capability", "certainty", "cinc", "communication", "events", "goods", "groups", "leaders",
    "outlets", "relations", "roles", "stances", "states", "wording",
)  # fmt: skip
STATES = load_states()
KNOWN_STATES = {state.name for state in STATES}
ACTORS = KNOWN_STATES | {body.name for body in load_bodies()} | {group.name for group in load_groups()}


def test_every_table_names_its_source() -> None:
    for name in NAMES:
        assert load_table(name)["source"], name


def test_every_state_has_its_own_codes() -> None:
    states = [state for state in STATES if state.status == "state"]
    for codes in ([s.iso for s in STATES], [s.cow for s in states if s.cow], [s.name for s in STATES]):
        assert not [code for code, count in Counter(codes).items() if count > 1]
    assert all(len(s.iso) == 3 and s.iso.isupper() for s in STATES)
    assert [s.name for s in states if s.cow is None] == ["Palestine", "Vatican City"]
    assert len(states) == 197


def test_every_state_has_an_adjective_and_a_capital_or_says_so() -> None:
    assert {s.name for s in STATES if s.status == "state" and not s.capital} == {"San Marino", "Vatican City"}
    assert {s.name for s in STATES if s.status == "state" and not s.adjective} == {
        "Dominica", "Liechtenstein", "New Zealand", "Vatican City",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "iso", "cow"),
    [
        ("United States", "USA", 2), ("United Kingdom", "GBR", 200), ("France", "FRA", 220),
        ("Germany", "DEU", 255),
        ("Russia", "RUS", 365), ("Ukraine", "UKR", 369), ("China", "CHN", 710), ("Taiwan", "TWN", 713),
        ("North Korea", "PRK", 731), ("South Korea", "KOR", 732), ("Iran", "IRN", 630),
        ("Israel", "ISR", 666),
        ("Democratic Republic of the Congo", "COD", 490), ("Republic of the Congo", "COG", 484),
        ("Niger", "NER", 436),
        ("Nigeria", "NGA", 475), ("Kosovo", "XKX", 347), ("South Sudan", "SSD", 626),
        ("Czech Republic", "CZE", 316),
        ("Soviet Union", "SUN", 365), ("Yemen", "YEM", 679), ("Vietnam", "VNM", 816),
        ("Switzerland", "CHE", 225),
    ],
)  # fmt: skip
def test_codes_of_states(name: str, iso: str, cow: int) -> None:
    assert [(s.iso, s.cow) for s in STATES if s.name == name] == [(iso, cow)]


def test_no_name_belongs_to_two_states_unless_the_date_or_the_list_of_ambiguous_names_tells() -> None:
    ambiguous = {row.name for row in tables.load_ambiguous()}
    owners: dict[str, set[str]] = {}
    for state in (s for s in STATES if s.status == "state"):
        for name in (state.name, *state.also, *state.adjective, *state.people, *state.capital, *state.seats):
            owners.setdefault(name, set()).add(state.name)
    assert {name for name, found in owners.items() if len(found) > 1} <= ambiguous


def test_every_member_is_a_state_and_every_spell_begins_before_it_ends() -> None:
    for body in load_bodies():
        for spell in body.spells:
            assert set(spell.states) <= KNOWN_STATES, body.name
            assert spell.term.start is not None, body.name
            assert spell.term.end is None or spell.term.start <= spell.term.end, body.name
        assert set(body.vetoes) <= KNOWN_STATES
        assert body.threshold is None or 0.5 < body.threshold <= 1
        assert body.organ_of is None or body.organ_of in bodies.index_bodies(), body.name


def test_every_defence_pact_names_its_treaty() -> None:
    assert all(body.treaty for body in load_bodies() if body.defence_pact)


def test_every_office_belongs_to_a_known_actor_and_its_terms_are_in_order() -> None:
    for holder in people.load_holders():
        assert holder.acts_for is None or holder.acts_for in ACTORS, holder
        start, end = holder.term.start, holder.term.end
        assert start is None or end is None or start <= end, holder
    for row in (*load_table("leaders")["office"], *load_table("leaders")["post"]):
        starts = [people.parse_holder(text)[0] for text in row["holders"].split("\n") if text]
        assert starts == sorted(starts, key=lambda day: day or date.min), row["role"]


def test_groups_and_outlets_belong_to_known_actors() -> None:
    for group in load_groups():
        assert {group.acts_for, group.based_in} - {None} <= ACTORS, group.name
    for outlet in load_outlets():
        assert {outlet.based_in, outlet.state} - {None} <= KNOWN_STATES, outlet.name


def test_every_state_with_a_capability_is_known() -> None:
    assert {row["name"] for row in load_table("capability")["state"]} <= KNOWN_STATES


def test_no_row_is_told_twice() -> None:
    rates = [row["id"] for row in load_table("base_rates")["rate"]]
    names = (
        [row.name for row in load_bodies()],
        [row.name for row in load_groups()],
        [row.name for row in load_outlets()],
    )
    for found in (*names, rates):
        assert not [name for name, count in Counter(found).items() if count > 1]


def test_groups_have_a_kind_that_records_know() -> None:
    assert {group.kind for group in load_groups()} <= {"group", "organisation", "alliance"}


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31)))
def test_the_first_day_of_a_time_is_never_after_its_last(day: date) -> None:
    for words in (f"{day.year}", f"{day.year}-{day.month:02}", day.isoformat()):
        first, last = parse_day(words), parse_day(words, last=True)
        assert first is not None and last is not None
        assert first <= day <= last

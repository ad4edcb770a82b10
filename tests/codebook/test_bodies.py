"""Who belongs to what on which day, and how it decides."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.codebook.bodies import find_body, is_member, list_bodies_of, list_defence_pacts, members, rule
from tocsin.codebook.tables import load_bodies
from tocsin.errors import InputError


@pytest.mark.parametrize(
    ("body", "on", "count"),
    [
        ("NATO", date(1949, 5, 1), 12), ("NATO", date(1989, 11, 9), 16), ("NATO", date(2003, 1, 1), 19),
        ("NATO", date(2024, 2, 28), 31),
        ("NATO", date(2024, 3, 7), 32), ("EU", date(2003, 1, 1), 15), ("EU", date(2014, 1, 1), 28),
        ("EU", date(2020, 2, 1), 27),
        ("UN Security Council", date(2024, 2, 1), 15), ("UN Security Council", date(2003, 3, 20), 15),
        ("G7", date(2024, 1, 1), 7),
        ("ECOWAS", date(2024, 1, 1), 15), ("ECOWAS", date(2025, 2, 1), 12),
        ("African Union", date(2024, 1, 1), 55),
        ("Arab League", date(2010, 1, 1), 22), ("Arab League", date(2012, 1, 1), 21),
        ("GCC", date(2024, 1, 1), 6),
        ("ASEAN", date(2024, 1, 1), 10), ("CSTO", date(2024, 1, 1), 6), ("BRICS", date(2024, 6, 1), 9),
        ("UN", date(2024, 1, 1), 193),
        ("OPEC", date(2024, 2, 1), 12), ("OPEC", date(2026, 5, 1), 11), ("OECD", date(2024, 1, 1), 38),
        ("OIC", date(2024, 1, 1), 56), ("OIC", date(2026, 1, 1), 57), ("Commonwealth of Nations", date(2024, 1, 1), 56),
        ("European Central Bank", date(2026, 1, 1), 21), ("ASEAN", date(2025, 11, 1), 11),
        ("OSCE", date(2024, 1, 1), 57), ("SCO", date(2024, 8, 1), 10),
        ("Warsaw Pact", date(1980, 1, 1), 7),
    ],
)  # fmt: skip
def test_number_of_members(body: str, on: date, count: int) -> None:
    assert len(members(body, on)) == count


@pytest.mark.parametrize(
    ("state", "body", "on", "expected"),
    [
        ("Sweden", "NATO", date(2024, 3, 6), False), ("Sweden", "NATO", date(2024, 3, 7), True),
        ("Ukraine", "NATO", date(2024, 3, 7), False),
        ("United Kingdom", "European Union", date(2020, 1, 31), True),
        ("United Kingdom", "European Union", date(2020, 2, 1), False),
        ("Niger", "ECOWAS", date(2023, 8, 1), True), ("Niger", "ECOWAS", date(2025, 2, 1), False),
        ("Estonia", "NATO", date(2024, 1, 1), True),
        ("Hungary", "Council of the European Union", date(2022, 5, 30), True),
        ("Russia", "G8", date(2013, 6, 1), True),
    ],
)  # fmt: skip
def test_membership(state: str, body: str, on: date, expected: bool) -> None:
    assert is_member(state, body, on) is expected


def test_rules() -> None:
    assert rule("NATO").rule == "consensus"
    assert rule("NATO").defence_pact
    council = rule("UN Security Council")
    assert (council.rule, len(council.vetoes)) == ("majority with vetoes", 5)
    assert (rule("EU Council").rule, rule("EU Council").threshold) == ("qualified majority", 0.55)
    assert not rule("European Union").defence_pact


def test_a_body_that_is_not_in_the_table_is_an_error() -> None:
    assert find_body("Hanseatic League") is None
    with pytest.raises(InputError, match="no such body"):
        members("Hanseatic League")


def test_defence_pacts_bind_two_states() -> None:
    on = date(2024, 2, 28)
    assert [b.name for b in list_defence_pacts("Estonia", "Poland", on)] == ["NATO"]
    assert [b.name for b in list_defence_pacts("Japan", "United States", on)] == ["US-Japan alliance"]
    assert list_defence_pacts("Ukraine", "Poland", on) == ()
    assert "Weimar Triangle" in {b.name for b in list_bodies_of("Poland", on)}


@given(st.sampled_from(load_bodies()), st.dates(min_value=date(1900, 1, 1), max_value=date(2030, 1, 1)))
def test_members_are_members_once(body, on: date) -> None:  # type: ignore[no-untyped-def]
    found = members(body.name, on)
    assert len(found) == len(set(found))
    assert all(is_member(state, body.name, on) for state in found)

"""National capability of past years: the published figures, whole years, no state outside its lifetime."""

from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.codebook.capability import capability_year
from tocsin.codebook.cinc import cinc, find_capability_year, find_cinc_year, load_spells
from tocsin.codebook.tables import load_states, load_table

STATES = sorted({spell.state for spell in load_spells()})
DAYS = st.dates(min_value=date(1816, 1, 1), max_value=date(2022, 12, 31))


@pytest.mark.parametrize(
    ("state", "on", "year", "share"),
    [
        ("United Kingdom", date(1816, 6, 18), 1816, 0.3366), ("United States", date(1816, 6, 18), 1816, 0.0397),
        ("Germany", date(1914, 7, 24), 1914, 0.1582), ("Austria-Hungary", date(1914, 7, 24), 1914, 0.06823),
        ("Serbia", date(1914, 7, 24), 1914, 0.001885), ("Turkey", date(1914, 7, 24), 1914, 0.01215),
        ("United States", date(1945, 8, 6), 1945, 0.3839), ("North Korea", date(1950, 10, 3), 1950, 0.00267),
        ("Soviet Union", date(1962, 10, 23), 1962, 0.1763), ("United States", date(1962, 10, 23), 1962, 0.2099),
        ("South Vietnam", date(1972, 12, 31), 1971, 0.009096), ("Vietnam", date(1972, 12, 31), 1971, 0.004876),
        ("Argentina", date(1982, 4, 5), 1981, 0.006519), ("United Kingdom", date(1982, 4, 5), 1981, 0.02518),
        ("East Germany", date(1988, 1, 1), 1986, 0.008887), ("West Germany", date(1988, 1, 1), 1986, 0.02606),
        ("Iraq", date(1990, 8, 5), 1990, 0.01262), ("Ukraine", date(2022, 2, 20), 2022, 0.008559),
    ],
)  # fmt: skip
def test_figures_are_those_of_the_source(state: str, on: date, year: int, share: float) -> None:
    found = cinc(state, on)
    assert found is not None
    assert (found.state, found.year, found.share) == (state, year, pytest.approx(share, abs=1e-12))


def test_shares_of_a_year_sum_to_about_one() -> None:
    """The source's own sums run from 1.000 to 1.075, that of 1860."""
    sums: dict[int, float] = defaultdict(float)
    for spell in load_spells():
        for year, share in spell.shares.items():
            sums[year] += share
    assert sorted(sums) == load_table("cinc")["years"]
    assert all(0.999 < total < 1.08 for total in sums.values())
    assert all(abs(total - 1) < 0.02 for year, total in sums.items() if year >= 1945)


def test_no_country_counts_twice_in_a_year() -> None:
    counted: dict[tuple[int, int], int] = defaultdict(int)
    for spell in load_spells():
        for year in spell.shares:
            counted[spell.cow, year] += 1
    assert set(counted.values()) == {1}


@given(st.sampled_from(STATES), DAYS)
def test_no_state_has_an_index_outside_its_lifetime(state: str, on: date) -> None:
    found = cinc(state, on)
    spells = [s for s in load_spells() if found is not None and s.state == found.state]
    assert found is None or any(s.term.holds(on) and found.year in s.shares for s in spells)


@given(DAYS)
def test_the_index_of_all_states_on_a_day_is_of_one_year_that_is_not_later(on: date) -> None:
    years = {found.year for state in STATES if (found := cinc(state, on)) is not None}
    assert years == {find_cinc_year(on)}
    assert max(years) <= on.year and on.year - max(years) <= 4


@pytest.mark.parametrize(
    ("state", "on"),
    [
        ("Soviet Union", date(1914, 7, 24)), ("Soviet Union", date(1992, 1, 1)), ("Ukraine", date(1990, 1, 1)),
        ("Austria-Hungary", date(1919, 1, 1)), ("Yugoslavia", date(2004, 1, 1)), ("South Yemen", date(1991, 1, 1)),
        ("South Vietnam", date(1976, 1, 1)), ("East Germany", date(1991, 1, 1)), ("Poland", date(1914, 7, 24)),
        ("South Korea", date(1940, 1, 1)), ("United States", date(1815, 12, 31)), ("Atlantis", date(1962, 1, 1)),
    ],
)  # fmt: skip
def test_states_that_were_not_there_have_none(state: str, on: date) -> None:
    assert cinc(state, on) is None


def test_a_name_of_today_stands_for_the_one_state_whose_heir_it_is() -> None:
    found, union = cinc("Russia", date(1962, 10, 23)), cinc("Soviet Union", date(1962, 10, 23))
    assert found == union and found is not None and found.state == "Soviet Union"
    assert cinc("Germany", date(1962, 10, 23)) is None
    assert cinc("Germany", date(1990, 10, 2)) is None
    assert cinc("Germany", date(1990, 10, 3)) is not None


def test_spells_have_days_in_order_and_do_not_overlap() -> None:
    for state in STATES:
        terms = [s.term for s in load_spells() if s.state == state]
        ends = [term.end or date.max for term in terms]
        starts = [term.start or date.min for term in terms]
        assert all(start < end for start, end in zip(starts, ends, strict=True)), state
        assert all(end < start for end, start in zip(ends[:-1], starts[1:], strict=True)), state


def test_states_bear_the_names_and_numbers_of_the_table_of_states() -> None:
    known = {(s.name, s.cow) for s in load_states()}
    others = {(s.state, s.cow) for s in load_spells() if (s.state, s.cow) not in known}
    before = {("Prussia", 255), ("Austria", 300), ("Sardinia", 325), ("Yemen", 678), ("Zanzibar", 511)}
    assert before <= others
    assert all(cow in range(240, 338) for _, cow in others - before)


def test_the_year_of_the_figures_is_that_of_today_from_the_year_of_the_composite_on() -> None:
    first = date(capability_year(), 1, 1)
    assert find_capability_year(None) == find_capability_year(first) == capability_year()
    assert find_capability_year(first - timedelta(days=1)) == 2022
    assert find_capability_year(date(1815, 1, 1)) is None

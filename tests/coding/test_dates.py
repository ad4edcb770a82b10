"""Dates: words that say when, and the days they mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.coding.dates import find_when, resolve_date
from tocsin.language.parse import parse

PUBLISHED = date(2022, 10, 12)  # a Wednesday

WORDS = [
    ("on Wednesday", "2022-10-12"),
    ("on Monday", "2022-10-10"),
    ("late on Thursday", "2022-10-06"),
    ("last Wednesday", "2022-10-05"),
    ("next Friday", "2022-10-14"),
    ("yesterday", "2022-10-11"),
    ("tomorrow", "2022-10-13"),
    ("this morning", "2022-10-12"),
    ("last night", "2022-10-11"),
    ("three days ago", "2022-10-09"),
    ("a week ago", "2022-10-05"),
    ("two months ago", "2022-08-01/2022-08-31"),
    ("last week", "2022-10-03/2022-10-09"),
    ("this week", "2022-10-10/2022-10-16"),
    ("next month", "2022-11-01/2022-11-30"),
    ("last year", "2021-01-01/2021-12-31"),
    ("over the weekend", "2022-10-08/2022-10-09"),
    ("on 3 October", "2022-10-03"),
    ("on December 30", "2022-12-30"),
    ("on Sept. 21, 2021", "2021-09-21"),
    ("4 August 1914", "1914-08-04"),
    ("in March", "2022-03-01/2022-03-31"),
    ("in December", "2021-12-01/2021-12-31"),
    ("in February 2020", "2020-02-01/2020-02-29"),
    ("in 1962", "1962-01-01/1962-12-31"),
    ("2022-09-30", "2022-09-30"),
    ("on 31 February", None),
    ("some day", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_words_mean_a_day_or_an_interval(words: str, expected: str | None) -> None:
    assert resolve_date(words, PUBLISHED) == expected


@pytest.mark.parametrize("words", ["on Monday", "yesterday", "on 3 October", "last week", "in March"])
def test_without_a_day_of_publication_relative_words_mean_none(words: str) -> None:
    assert resolve_date(words, None) is None


@given(st.text(max_size=30), st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)))
def test_any_words_give_a_day_an_interval_in_order_or_none(words: str, published: date) -> None:
    found = resolve_date(words, published)
    if found and "/" in found:
        start, end = found.split("/")
        assert date.fromisoformat(start) <= date.fromisoformat(end)
    elif found:
        date.fromisoformat(found)


@given(
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    st.dates(date(1950, 1, 1)),
)
def test_a_weekday_is_within_the_week_before_publication(day: str, published: date) -> None:
    found = date.fromisoformat(resolve_date(f"on {day}", published) or "")
    assert timedelta(0) <= published - found < timedelta(7)


SENTENCES = [
    ("Late on Sunday, the junta announced a truce.", "announced", "Late on Sunday"),
    ("Peru recalled its ambassador on 4 May.", "recalled", "on 4 May"),
    ("The talks began on Monday and will end next week.", "began", "on Monday"),
    ("The talks began on Monday and will end next week.", "end", "next week"),
    ("The minister, who visited Oslo in 2019, resigned.", "resigned", None),
    ("The strike killed nine people two days ago.", "killed", "two days ago"),
    ("Ghana closed the border.", "closed", None),
]


@pytest.mark.parametrize(("sentence", "verb", "expected"), SENTENCES)
def test_a_clause_has_its_own_time_words(sentence: str, verb: str, expected: str | None) -> None:
    token = next(t for t in parse([sentence])[0] if t.text == verb)
    assert find_when(token) == expected

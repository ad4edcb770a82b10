"""The day that a text states as its own, and the days that are merely told."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tocsin.errors import InputError
from tocsin.reading.dates import find_published, read_given_day

STATED = [
    ("Friday, August 21, 2015\n\nThe two armies met.", "2015-08-21", "Friday, August 21, 2015"),
    ("Talks fail\n\nWednesday, 3 May 2031\nThe two sides left.", "2031-05-03", "Wednesday, 3 May 2031"),
    ("Talks fail\nBy Ada Penn | May 3, 2031 10:35 GMT\nText.", "2031-05-03", "May 3, 2031"),
    ("Updated 11:32 AM EST, Wed May 3, 2031\nText.", "2031-05-03", "Wed May 3, 2031"),
    ("Brussels, 12 May 2022\nThe ministers met.", "2022-05-12", "12 May 2022"),
    ("KYIV, Feb. 28, 2022 (Reuters) - Officials said no.", "2022-02-28", "KYIV, Feb. 28, 2022 (Reuters) -"),
    ("LONDON (AP) — Sept. 5th, 2022 — Officials said no.", "2022-09-05", "LONDON (AP) — Sept. 5th, 2022 —"),
    ("Geneva, 4 March 2022 – The council met.", "2022-03-04", "Geneva, 4 March 2022 –"),
    ("Published May 3, 2031\nUpdated May 4, 2031\nText.", "2031-05-03", "Published May 3, 2031"),
    ("2024-02-28\nThe ministers met.", "2024-02-28", "2024-02-28"),
    ("Published: 4 August 2023\nText.", "2023-08-04", "Published: 4 August 2023"),
    ("date: 2023-08-04\ntitle: Talks\n\nText.", "2023-08-04", "date: 2023-08-04"),
    ("Long text.\n" * 200 + "(Published in The Dawn, August 4th, 2023)", "2023-08-04",
     "(Published in The Dawn, August 4th, 2023"),
    ("He refused.https://t.co/a\n— The Post (@the_post) May 3, 2031\nThe end.", "2031-05-03",
     "— The Post (@the_post) May 3, 2031"),
    ("— A (@a) May 3, 2031\n— B (@b) May 5, 2031\n— C (@c) May 4, 2031", "2031-05-05", "— B (@b) May 5, 2031"),
    ("The Post (@the_post) · 3 May 2031", "2031-05-03", "The Post (@the_post) · 3 May 2031"),
    ("Monday, May 8, 2031\n\nHe refused.\n— The Post (@the_post) May 3, 2031", "2031-05-08", "Monday, May 8, 2031"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "words"), STATED, ids=[row[0][:40] for row in STATED])
def test_a_stated_day_is_found_with_its_words(text: str, day: str, words: str) -> None:
    found = find_published(text)
    assert found is not None
    assert (found[0], found[1].quote) == (day, words)
    assert text[found[1].start : found[1].end] == words


TOLD = [
    "On June 25, 1950, North Korean forces crossed the 38th parallel.",
    "June 25, 1950: North Korean forces cross.\nJune 27, 1950: The council votes.",
    "June 25, 1950\nNorth Korean forces cross.\nJune 27, 1950\nThe council votes.",
    "The war began on 24 February 2022 - a day that many remember.",
    "Battle of Stalingrad, 2 February 1943\nThe army gave up.",
    "The chancellor was born on 7 October 1952.",
    "Date of birth: 7 October 1952",
    "KYIV, Feb. 28 (Reuters) - Officials said no.",
    "Wednesday\nThe ministers met in 1938 and in 2031.",
    "February 30, 2031\nThe ministers met.",
    "He wrote to the embassy (@embassy) and left on May 3, 2031.",
    "Published in 1962, the book told of 3 May 1961.",
    "Text goes on. " * 100 + "\nMay 3, 2031\n",
]


@pytest.mark.parametrize("text", TOLD, ids=[text[:40] for text in TOLD])
def test_a_day_that_is_told_is_no_day_of_publication(text: str) -> None:
    assert find_published(text) is None


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("May Feb 3,20 1ABab(@)—-:\n."), max_size=200))
@example("A " * 60 + "! May 3, 2031")
@example("(@a) " * 2000)
@example("A" * 20_000)
def test_any_text_gives_a_span_of_it_or_nothing(text: str) -> None:
    found = find_published(text)
    assert found is None or text[found[1].start : found[1].end] == found[1].quote


def test_a_given_day_is_a_day_of_the_calendar() -> None:
    assert read_given_day("2024-02-29") == "2024-02-29"
    for wrong in ("2023-02-29", "28 February 2024", "20240228", "2024-W09-3", ""):
        with pytest.raises(InputError, match="YYYY-MM-DD"):
            read_given_day(wrong)

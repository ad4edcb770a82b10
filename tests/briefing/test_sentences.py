"""Likelihood words, numbers and names within a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.briefing.sentences import (
    find_likelihood,
    format_date,
    format_percent,
    format_quantity,
    format_range,
    judge_chance,
    name_party,
    name_question,
)
from tocsin.briefing.words import read_plain, shorten, tidy
from tocsin.records.forecast import Forecast
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Situation


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "almost no chance"), (0.044, "almost no chance"), (0.049, "very unlikely"), (0.05, "very unlikely"),
        (0.2, "unlikely"), (0.444, "unlikely"), (0.45, "roughly even chance"), (0.55, "likely"), (0.8, "very likely"),
        (0.95, "almost certain"), (1.0, "almost certain"),
    ],
)  # fmt: skip
def test_likelihood_words_follow_the_directive(value: float, words: str) -> None:
    assert find_likelihood(value) == words


@given(st.floats(min_value=0, max_value=1))
def test_no_percentage_is_0_or_100(share: float) -> None:
    assert format_percent(share) not in ("0%", "100%")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.02, 0.3, "2% to 30%"),
        (0.0001, 0.002, "under 1%"),
        (0.0, 0.07, "under 1% to 7%"),
        (0.9, 0.999, "90% to over 99%"),
    ],
)
def test_ranges(low: float, high: float, words: str) -> None:
    assert format_range(low, high) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2031-05-03", "3 May 2031"), ("2031-05-03/2031-05-07", "3 May 2031 to 7 May 2031"),
        ("2031-05-03/2031-05-03", "3 May 2031"), (None, ""),
    ],
)  # fmt: skip
def test_dates(day: str | None, words: str) -> None:
    assert format_date(day) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("United States", "the United States"),
        ("Japan", "Japan"),
        ("China and United States", "China and the United States"),
        ("Egypt, Czech Republic and Sudan", "Egypt, the Czech Republic and Sudan"),
        ("the officers", "the officers"),
        ("EU", "the EU"),
        ("EU leaders", "EU leaders"),
        ("The Hague Council", "The Hague Council"),
    ],
)
def test_names_take_an_article_where_english_wants_one(name: str, words: str) -> None:
    assert name_party(name) == words


@pytest.mark.parametrize(
    ("unit", "low", "likely", "high", "words"),
    [
        ("points of 100", 10, 20, 40, "20 (10 to 40)"),
        ("chance", 0.051, 0.41, 0.93, "41% (5.1% to 93%)"),
        ("share of the world", 0.0012, 0.0012, 0.0012, "0.12% (taken as given)"),
    ],
)
def test_quantities(unit: str, low: float, likely: float, high: float, words: str) -> None:
    quantity = Quantity(low=low, likely=likely, high=high, unit=unit, origin="default", because="a test")
    assert format_quantity(quantity) == words


SENTENCES = (
    "It is very unlikely (12%, range 4% to 41%) that the Harbour League will adopt "
    "‘close the harbour of Port Selm’ {by}.",
    "There is a roughly even chance (50%, range 17% to 67%) that members of the Harbour League will act on "
    "‘close the harbour of Port Selm’ without its decision {by}.",
    "It is unlikely (30%, range 10% to 53%) that the condition of the threat by Borsk (‘the harbour is closed’) "
    "will be met {by}.",
    "There is almost no chance (3%, range 1% to 35%) that the threat by Borsk (‘recall its grain ships’) "
    "will be triggered and carried out {by}.",
    "It is unlikely (41%, range 14% to 61%) that a given partner would keep the commitment of the Harbour League "
    "once it is invoked.",
    "It is likely (70%, range 23% to 80%) that Borsk will win the next battle with Aldania that is decided {by}.",
    "It is unlikely (40%, range 13% to 60%) that Cestria will lack coal so far that it binds {by}.",
)


def test_each_kind_of_question_has_its_sentence(harbour: Situation, harbour_forecast: Forecast) -> None:
    answered = [q for q in harbour_forecast.questions if q.chance is not None]
    assert tuple(read_plain(judge_chance(q, harbour, None)) for q in answered) == tuple(
        s.format(by="by 1 November 2031") for s in SENTENCES
    )


def test_without_a_date_the_deadline_counts_from_the_article(harbour: Situation, harbour_forecast: Forecast) -> None:
    question = harbour_forecast.questions[0].model_copy(update={"deadline": None})
    assert read_plain(judge_chance(question, harbour, None)).endswith("within 26 weeks of the article.")


def test_names_of_questions_tell_them_apart(harbour: Situation, harbour_forecast: Forecast) -> None:
    names = [name_question(q, harbour) for q in harbour_forecast.questions]
    assert len(set(names)) == len(names)
    assert names[2] == "Decided: send coal to Cestria"
    assert names[6] == "Borsk wins the next battle with Aldania"


@given(st.text(max_size=400), st.integers(min_value=2, max_value=300))
def test_shortened_text_fits_and_begins_as_it_did(text: str, length: int) -> None:
    short = shorten(text, length)
    assert len(short) <= length
    assert tidy(text).startswith(short.removesuffix("…")) or not short.removesuffix("…")


@given(st.text())
def test_tidied_text_holds_nothing_that_a_page_cannot(text: str) -> None:
    tidied = tidy(text)
    assert all(ord(c) >= 32 for c in tidied)
    assert tidied.encode("utf-8").decode("utf-8") == tidied

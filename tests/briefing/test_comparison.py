"""Beside another forecast: what moved, what is told only in one, and that words match words."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.briefing.differences import find_differences
from tocsin.briefing.matching import compare_words, match_words
from tocsin.briefing.write import write_briefing
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("send ground troops to Ukraine", "send Western ground troops to Ukraine", True),
        ("send ground troops to Ukraine", "the sending of troops", False),
        ("close the harbour", "close the harbours", True),
        ("close the harbour", "open the talks", False),
        ("", "", True),
        ("of the", "", False),
    ],
)
def test_wordings_are_matched_by_their_content_words(one: str, other: str, same: bool) -> None:
    assert bool(match_words([one], [other], str, lambda _: 0)) is same


@given(st.lists(st.text(), unique=True, max_size=6))
def test_a_list_matched_with_itself_pairs_each_with_itself(lines: list[str]) -> None:
    assert match_words(lines, lines, str, lambda _: 0) == [(line, line) for line in lines]


@given(st.text(), st.text())
def test_the_measure_is_symmetric(one: str, other: str) -> None:
    assert compare_words(one, other) == compare_words(other, one)


def test_kinds_are_never_mixed() -> None:
    assert match_words(["a b"], ["a b"], str, lambda line: object()) == []


@pytest.fixture(scope="module")
def later(harbour: Situation, harbour_forecast: Forecast, foretell: Callable[..., Forecast]) -> Forecast:
    """A month on: Borsk has come round, its threat is gone, and other words are told."""
    issue = harbour.issues[0]
    turned = issue.stands[1].model_copy(update={"stance": "support"})
    stands = (issue.stands[0], turned, *issue.stands[2:])
    words = harbour.evidence[1].model_copy(update={"quote": "B" * len(harbour.evidence[1].quote)})
    situation = harbour.model_copy(
        update={
            "as_of": "2031-06-03",
            "issues": (issue.model_copy(update={"stands": stands}), *harbour.issues[1:]),
            "threats": (),
            "evidence": (harbour.evidence[0], words, *harbour.evidence[2:]),
        }
    )
    first = harbour_forecast.questions[0]
    assert first.chance is not None
    up = first.model_copy(update={"chance": first.chance.model_copy(update={"value": 0.3})})
    kept = [q for q in harbour_forecast.questions[1:] if q.about != "t1"]
    return foretell(situation, (up, *kept), harbour_forecast.outcomes)


def test_differences_of_a_month(later: Forecast, harbour_forecast: Forecast) -> None:
    found = find_differences(later, harbour_forecast)
    assert [t.id for t in found.gone_threats] == ["t1"]
    assert found.new_threats == found.new_issues == found.gone_issues == ()
    assert found.fresh == {"e2"}
    assert all(now.label == then.label for now, then in found.questions)


def test_nothing_differs_from_itself(harbour_forecast: Forecast) -> None:
    found = find_differences(harbour_forecast, harbour_forecast)
    assert found.fresh == frozenset()
    assert found.new_issues == found.gone_issues == found.new_commitments == found.gone_commitments == ()


def test_what_changed_is_told_with_the_words_of_both(later: Forecast, harbour_forecast: Forecast) -> None:
    briefing = write_briefing(later.situation, later, compared_with=harbour_forecast)
    section = re.search(r'<section id="what-if".*?</section>', briefing.html, re.DOTALL)
    assert section is not None
    text = " ".join(re.sub(r"<[^>]+>", " ", section[0]).split())
    assert "What changed since 3 May 2031" in text
    assert "12% → 30%" in text
    assert "+18.0 points" in text
    assert "against “Borsk and Cestria are against closing the harbour.”" in text
    assert "Threat : Borsk: if the harbour is closed → recall its grain ships." in text
    assert "Told only as of 3 May 2031" in text
    assert {"shifts"} <= {c.name for c in briefing.charts}

"""Certainties of records, and how reliability is measured."""

import sys
from pathlib import Path

import pytest

from tocsin.coding.certainty import calibrate
from tocsin.coding.code import code_documents
from tocsin.records.document import Document, name_document

ROOT = Path(__file__).parent.parent.parent
sys.path.append(str(ROOT / "tools"))
reliability = pytest.importorskip("reliability")
Judged = reliability.Judged

TEXT = (
    "Kenya's president said on Monday that the border would stay shut. "
    "Uganda urged Kenya to lift the blockade and warned that it would expel Kenyan diplomats unless talks began."
)


def code(calibrated: bool):  # type: ignore[no-untyped-def]
    document = Document(id=name_document(TEXT), source="test", text=TEXT)
    return code_documents([document], calibrated=calibrated).records


def test_calibrating_changes_nothing_but_the_certainty() -> None:
    plain, learnt = code(calibrated=False), code(calibrated=True)
    assert len(plain) == len(learnt) > 4
    for before, after in zip(plain, learnt, strict=True):
        assert before.model_copy(update={"certainty": after.certainty}) == after
    assert any(before.certainty != after.certainty for before, after in zip(plain, learnt, strict=True))
    assert tuple(calibrate(plain)) == learnt


def judge(article: str, said: float, right: int, of: int) -> list:  # type: ignore[type-arg]
    return [Judged(article, "event", "rule under test", said, place < right) for place in range(of)]


def test_the_error_is_the_distance_of_certainty_and_share() -> None:
    judged = judge("a", 0.65, 8, 10)
    assert reliability.measure_error([0.65] * 10, judged) == pytest.approx(0.15)
    assert reliability.measure_error([0.8] * 10, judged) == pytest.approx(0)
    assert reliability.measure_brier([1.0] * 10, judged) == pytest.approx(0.2)


def test_what_is_learnt_of_an_article_comes_from_the_others() -> None:
    judged = judge("a", 0.5, 0, 30) + judge("b", 0.5, 30, 30)
    learnt = reliability.leave_out(judged, True)
    assert set(learnt[:30]) == {0.8}
    assert set(learnt[30:]) == {0.2}


def test_learning_mends_a_rule_that_says_too_little() -> None:
    judged = [j for name in "abcdef" for j in judge(name, 0.5, 9, 10)]
    before = reliability.measure_error([j.said for j in judged], judged)
    assert reliability.measure_error(reliability.leave_out(judged, True), judged) < before / 2


def test_the_table_of_an_evaluation_names_both_errors_and_its_bins() -> None:
    words = reliability.write_reliability(judge("a", 0.5, 9, 10) + judge("b", 0.5, 9, 10), False)
    assert "| said by the rules | 0.400 |" in words
    assert "20 records" in words
    assert "The rules were written on these articles" in words

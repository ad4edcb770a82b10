"""The parts of the workbench by themselves: marks, forms, the process beside the page."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.case.store import Case, create_case, open_case
from tocsin.case.summary import list_articles
from tocsin.errors import InputError
from tocsin.records.coding import KINDS, Actor, Position
from tocsin.records.frozen import Span
from tocsin.workbench.articles import clean_name
from tocsin.workbench.calculation import STOPPED, Calculation
from tocsin.workbench.fields import list_fields, read_fields
from tocsin.workbench.marks import cut_text
from tocsin.workbench.pages import write_exactly
from tocsin.workbench.shown import Shown

TEXT = "Aldania 😀 and שלום Borsk\r\nagree, e\u0301 says."


def show_span(start: int, end: int, number: int) -> Shown:
    evidence = Span(start=start, end=end, quote=TEXT[start:end])
    actor = Actor(id=f"act-{number}", document="d", evidence=evidence, certainty=0.5, name="A", type="state")
    return Shown(actor, "proposed", "A", None, None)


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
    lambda pair: (pair[0], min(len(TEXT), sum(pair)))
)


@given(spans=st.lists(SPANS, max_size=8))
def test_pieces_are_the_text_and_lie_within_or_outside_of_each_mark(spans: list[tuple[int, int]]) -> None:
    shown = [show_span(start, end, number) for number, (start, end) in enumerate(spans)]
    pieces = cut_text(TEXT, shown, None)
    assert "".join(p.text for p in pieces) == TEXT
    for s in shown:
        marked = "".join(p.text for p in pieces if s.record.id in p.records)
        assert marked == s.record.evidence.quote
        assert next(p.start for p in pieces if s.record.id in p.records) == s.record.evidence.start


def test_a_form_made_from_a_record_gives_the_record_back() -> None:
    position = Position(
        id="p", document="d", evidence=Span(start=0, end=1, quote="A"), certainty=0.5, actor="Borsk", issue="iss-1",
        stance="conditional", condition="the harbour is closed",
    )  # fmt: skip
    form = {f"field-{f.name}": f.value for f in list_fields("position", position)}
    dumped = position.model_dump(by_alias=True)
    assert {name: dumped[name] for name in read_fields("position", form)} == read_fields("position", form)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_in_which_what_is_needed_is_asked_for(kind: str) -> None:
    fields = list_fields(kind)
    assert fields
    needed = [f for f in fields if f.needed]
    if needed:
        with pytest.raises(InputError, match="this field is empty"):
            read_fields(kind, {})
    for field in fields:
        assert field.form in ("text", "names", "choice", "yes", "issue")
        assert field.value in ("", *field.choices)


def test_names_are_split_and_one_target_is_no_list() -> None:
    form = {"field-type": "ASSAULT", "field-mode": "asserted", "field-target": "Borsk"}
    assert read_fields("event", form)["target"] == "Borsk"
    assert read_fields("event", form | {"field-target": "Borsk; Tarn ;"})["target"] == ["Borsk", "Tarn"]
    assert read_fields("event", form | {"field-target": " ; "})["target"] is None


@pytest.mark.parametrize(("given_name", "name"), [
    ("../../etc/passwd", "passwd"), ("C:\\Users\\a.txt", "a.txt"), ("a\x00b\n.txt", "ab.txt"), ("", "article"),
    ("x" * 500, "x" * 200),
])  # fmt: skip
def test_of_a_file_only_the_name_is_kept(given_name: str, name: str) -> None:
    assert clean_name(given_name) == name


def test_no_character_of_a_text_is_swallowed_by_html() -> None:
    assert write_exactly("a\r\nb\x00<") == "a&#13;\nb\ufffd&lt;"


@pytest.fixture
def empty(tmp_path: Path) -> Case:
    return create_case(tmp_path / "empty.case")


def test_of_jobs_of_one_kind_the_newest_wins(empty: Case) -> None:
    calculation = Calculation(empty.path)
    try:
        for weeks in (1, 2, 3):
            calculation.ask("run", None, weeks=weeks, draws=100, seed=7, suppose=[])
        wait_for(lambda: calculation.finished.get("run", 0) >= 1 and not calculation.is_busy("run"))
        assert calculation.outcomes["run"]["done"]["settings"]["weeks"] == 3
        assert calculation.finished["run"] <= 2
    finally:
        calculation.close()


def test_a_job_is_stopped_and_the_next_one_works(empty: Case) -> None:
    calculation = Calculation(empty.path)
    try:
        calculation.ask("run", None, weeks=1, draws=100, seed=7, suppose=[])
        wait_for(lambda: calculation.progress is not None)
        calculation.stop("run")
        wait_for(lambda: not calculation.is_busy("run"))
        assert calculation.outcomes["run"] == {"error": STOPPED}
        calculation.ask("run", None, weeks=1, draws=100, seed=7, suppose=[])
        wait_for(lambda: calculation.finished.get("run", 0) == 2)
        assert calculation.outcomes["run"]["done"]["rows"] == []
    finally:
        calculation.close()


def test_what_cannot_be_computed_is_told_and_ends_nothing(empty: Case) -> None:
    calculation = Calculation(empty.path)
    try:
        outcome = calculation.ask_and_wait(
            "run", 60, weeks=1, draws=100, seed=7, suppose=[{"path": "none", "likely": 1, "because": "x"}]
        )
        assert outcome is not None and "names no number" in outcome["error"]
    finally:
        calculation.close()


def wait_for(condition: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return
        time.sleep(0.02)
    raise AssertionError("it did not happen")


def test_search_takes_any_words(answered: Path) -> None:
    with open_case(answered, write=False) as case:
        assert list_articles(case, "kremlin NATO")[1] == 1
        assert list_articles(case, "harbour")[1] == 0
        for odd in ('"', "* NEAR(", "a AND OR", "col:x", "^", "\x00", "()" * 50, "' OR 1=1 --"):
            assert list_articles(case, odd)[1] in (0, 1)

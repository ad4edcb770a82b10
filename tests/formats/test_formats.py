"""Every format to text and back, and every mistake in plain words."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.errors import FormatError, TocsinError
from tocsin.formats import format_stage, parse_format, sniff_format
from tocsin.records.coding import Coding
from tocsin.records.document import Document, name_document
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

Stages = tuple[list[Document], Coding, Situation, Forecast]
NAMES = ("tocsin/document/1", "tocsin/coding/1", "tocsin/situation/1", "tocsin/forecast/1")


@pytest.fixture(scope="session")
def stages(documents: list[Document], coding: Coding, situation: Situation, forecast: Forecast) -> Stages:
    return documents, coding, situation, forecast


@pytest.mark.parametrize("number", range(4), ids=NAMES)
def test_a_round_trip_changes_nothing(number: int, stages: Stages) -> None:
    text = format_stage(stages[number])
    assert sniff_format(text) == NAMES[number]
    again = parse_format(text, "x")
    assert again == stages[number]
    assert format_stage(again) == text


def test_an_empty_coding_is_no_list_of_documents(documents: list[Document]) -> None:
    text = format_stage(Coding(documents=tuple(documents), records=()))
    again = parse_format(text, "x")
    assert isinstance(again, Coding)
    assert again.documents == tuple(documents)


def test_every_line_of_a_coding_is_an_object_and_a_threat_has_if_and_then(coding: Coding) -> None:
    lines = [json.loads(line) for line in format_stage(coding).splitlines()]
    assert lines[0] == {"format": "tocsin/coding/1"}
    assert [line["kind"] for line in lines[1:3]] == ["document", "document"]
    assert lines[-1]["if"] == "close the strait"
    assert lines[-1]["then"] == "we will answer"


def test_documents_of_two_files_one_after_the_other_count_once(documents: list[Document]) -> None:
    text = format_stage(documents)
    assert parse_format(text + "\n" + text, "x") == documents


def test_field_order_spacing_and_line_ends_are_free(situation: Situation, documents: list[Document]) -> None:
    turned = dict(reversed(json.loads(format_stage(situation)).items()))
    assert parse_format(json.dumps(turned), "x") == situation
    assert parse_format(json.dumps(turned, indent=8).replace("\n", "\r\n"), "x") == situation
    assert parse_format(format_stage(documents).replace("\n", "\r\n\r\n"), "x") == documents


def set_place(value: Any, path: list[Any], new: Any) -> None:
    for place in path[:-1]:
        value = value[place]
    if new is None:
        del value[path[-1]]
    else:
        value[path[-1]] = new


POSITION = ["issues", 0, "stands", 0, "position"]
SITUATION_MISTAKES: list[tuple[list[Any], Any, str]] = [
    ([*POSITION, "low"], None, "issues[0].stands[0].position.low is missing"),
    ([*POSITION, "lowest"], 3, "issues[0].stands[0].position.lowest is no field of the format"),
    ([*POSITION, "likely"], "5", "issues[0].stands[0].position.likely: here stands '5', a number is wanted"),
    ([*POSITION, "low"], 6.0, "issues[0].stands[0].position: low 6.0, likely 5.0, high 20.0 are not in this order"),
    ([*POSITION, "evidence"], [], "a quoted quantity names its evidence"),
    ([*POSITION, "evidence"], ["e9"], "evidence e9 is not in this situation"),
    (["issues", 0, "stands", 0, "stance"], "against", "and only 'support', 'oppose'"),
    (["issues", 0, "stands", 0, "certainty"], 1.5, "here stands 1.5, at most 1 is wanted"),
    (["as_of"], "May 2031", "as_of: here stands 'May 2031', a day as YYYY-MM-DD is wanted"),
    (["actors"], {}, "actors: here stands a record in { }, a list in [ ] is wanted"),
    (["evidence", 0, "start"], 1.5, "evidence[0].start: here stands 1.5, a whole number is wanted"),
    (["clock"], 7, "clock: here stands 7, a record in { } is wanted"),
    (["title"], True, "title: here stands true, a text in quotation marks is wanted"),
]


@pytest.mark.parametrize(("path", "new", "words"), SITUATION_MISTAKES, ids=[m[2][:50] for m in SITUATION_MISTAKES])
def test_a_mistake_made_by_hand_is_told_with_its_place(
    path: list[Any], new: Any, words: str, situation: Situation
) -> None:
    edited = json.loads(format_stage(situation))
    set_place(edited, path, new)
    with pytest.raises(FormatError) as told:
        parse_format(json.dumps(edited, indent=1), "situation.json")
    assert words in str(told.value)
    assert str(told.value).startswith("situation.json: ")
    assert told.value.mend
    assert "pydantic" not in str(told.value)
    assert "\n" not in str(told.value)


def replace_line(number: int, change: Callable[[dict[str, Any]], Any]) -> Callable[[str], str]:
    def edit(text: str) -> str:
        lines = text.splitlines()
        row = json.loads(lines[number])
        change(row)
        return "\n".join([*lines[:number], json.dumps(row), *lines[number + 1 :]])

    return edit


CODING_MISTAKES: list[tuple[str, Callable[[str], str], str]] = [
    ("offsets", replace_line(5, lambda r: r["evidence"].update(start=r["evidence"]["start"] + 1,
                                                              end=r["evidence"]["end"] + 1)), "record pos-1"),
    ("length", replace_line(5, lambda r: r["evidence"].update(end=999)), "x, line 6: evidence: start"),
    ("document", replace_line(5, lambda r: r.update(document="d0")), "points to document d0, which is not here"),
    ("issue", replace_line(5, lambda r: r.update(issue="iss-9")), "points to issue iss-9"),
    ("twin", replace_line(5, lambda r: r.update(id="iss-1")), "two records have the id iss-1"),
    ("kind", replace_line(5, lambda r: r.update(kind="opinion")), "x, line 6: there is no kind 'opinion'"),
    ("no kind", replace_line(5, lambda r: r.pop("kind")), "x, line 6: there is no kind None"),
    ("text", replace_line(1, lambda r: r.update(text=r["text"] + ".")), "x, line 2: the text is not the one"),
    ("day", replace_line(1, lambda r: r["published_evidence"].update(start=0, end=45)), "line 2: published_evidence"),
    ("version", replace_line(0, lambda r: r.update(format="tocsin/coding/2")), "its format is tocsin/coding/2"),
    ("header", lambda text: text.split("\n", 1)[1], "a line of documents cannot be of the kind 'actor'"),
    ("JSON", lambda text: text.replace('"kind":"issue"', '"kind":"issue', 1), "line 5: broken JSON at column"),
    ("list", lambda text: text + "[]\n", "x, line 9: a record in { } is wanted"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "words"), [m[1:] for m in CODING_MISTAKES], ids=[m[0] for m in CODING_MISTAKES])
def test_a_mistake_in_a_coding_is_told_with_its_line(edit: Callable[[str], str], words: str, coding: Coding) -> None:
    with pytest.raises(FormatError) as told:
        parse_format(edit(format_stage(coding)), "x")
    assert words in str(told.value)
    assert told.value.mend


TEXTS = [
    ("", "it is empty"),
    (" \n", "it is empty"),
    ("{", "broken JSON at line 1, column 2"),
    ('{"a": 1,\n "b" 2}', "broken JSON at line 2, column 6"),
    ("An article.", "broken JSON at line 1, column 1"),
    ("[]", "does not say that it is a file of tocsin"),
    ('{"type": "Feature"}', "does not say that it is a file of tocsin"),
    ('{"kind": "actor"}\n{"kind": "actor"}', "does not say that it is a file of tocsin"),
    ('{"format": "tocsin/situation/2"}', "its format is tocsin/situation/2, and this version of tocsin reads"),
    ('{"format": "tocsin/situation/1", "title": NaN}', "NaN is no number"),
    ('{"format": "tocsin/situation/1", "clock": 1e999}', "1e999 is no number"),
    ('{"format": "tocsin/situation/1", "title": "a", "title": "b"}', "the field 'title' stands twice"),
    (
        '{"format": "tocsin/document/1", "id": "d", "source": "a", "text": "\\ud800"}',
        "broken JSON: unexpected end of hex escape",
    ),
    ("[" * 100_000, "nested too deep"),
]


@pytest.mark.parametrize(("text", "words"), TEXTS, ids=[t[1][:40] for t in TEXTS])
def test_what_is_no_file_of_tocsin_is_told(text: str, words: str) -> None:
    with pytest.raises(FormatError) as told:
        parse_format(text, "x")
    assert words in str(told.value)
    assert told.value.mend


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_of_a_document_survives(text: str) -> None:
    document = Document(id=name_document(text), source="x", text=text)
    assert parse_format(format_stage([document]), "x") == [document]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from([*NAMES, "document", "actor"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["format", "kind", "id"]), inner),
    max_leaves=12,
)


@settings(deadline=None)
@given(JSON, st.sampled_from([*NAMES, None]))
def test_any_json_gives_records_or_an_error_in_words(value: Any, name: str | None) -> None:
    if name and isinstance(value, dict):
        value = {"format": name, **value}
    try:
        parse_format(json.dumps(value), "x")
    except TocsinError as error:
        assert error.what


def list_places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [p for key, v in inner for p in list_places(v, (*path, key))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_forecast_with_any_field_changed_gives_a_record_or_an_error(data: st.DataObject, forecast: Forecast) -> None:
    edited = json.loads(format_stage(forecast))
    set_place(edited, list(data.draw(st.sampled_from(list_places(edited)))), data.draw(JSON))
    try:
        parse_format(json.dumps(edited), "x")
    except TocsinError as error:
        assert error.what

"""The charts: none without figures, rows that keep their distance, ids of their own, the colours of the page."""

import csv
import io
import json
import re
from itertools import pairwise
from typing import Any

import altair as alt
import pytest

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.chance_chart import draw_chances
from tocsin.briefing.draw import dress_svg
from tocsin.briefing.leverage_chart import Bar, Tornado, draw_leverage
from tocsin.briefing.outline import outline_briefing
from tocsin.briefing.places import Places
from tocsin.briefing.position_chart import ROW, draw_position_line
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

NOWHERE = Places({}, {}, {}, {}, {})
CHARTS = {"matrix", "line-i1", "network", "tree", "timeline", "chances", "build-up", "stocks", "leverage",
          "coverage"}  # fmt: skip


def draw_harbour(situation: Situation, name: str = "line") -> Drawing:
    drawing = draw_position_line(situation.issues[0], None, {p.name: p for p in situation.actors}, NOWHERE, name)
    assert drawing is not None
    return drawing


@pytest.fixture(scope="module")
def drawings(harbour: Situation, harbour_forecast: Forecast) -> dict[str, Drawing]:
    return {d.name: d for d in outline_briefing(harbour, harbour_forecast).drawings}


def list_values(drawing: Drawing, mark: str) -> list[list[dict[str, Any]]]:
    """The rows of each layer with this mark."""
    specification = json.loads(drawing.vega_lite)
    layers = [layer for layer in specification["layer"] if layer["mark"]["type"] == mark]
    return [specification["datasets"][layer["data"]["name"]] for layer in layers]


def test_one_stand_is_no_chart(harbour: Situation) -> None:
    assert draw_position_line(harbour.issues[1], None, {}, NOWHERE, "line") is None


def test_no_chance_and_a_single_move_are_no_charts() -> None:
    assert draw_chances([], [], NOWHERE, "chances") is None
    assert draw_leverage([Tornado("a question", None, 0.3, (Bar("e1", "a", 0.3, 0.4),))], "leverage") is None


def test_parties_stand_in_order_of_position_with_area_as_capability(harbour: Situation) -> None:
    (dots,) = list_values(draw_harbour(harbour), "point")
    assert [d["actor"] for d in dots] == ["Borsk", "Cestria", "Dorland", "Aldania"]
    assert [d["capability"] for d in dots] == [None, None, None, 0.41]
    assert dots[3]["area"] == max(d["area"] for d in dots)


def test_25_rows_keep_their_distance(crowd: Situation) -> None:
    drawing = draw_position_line(crowd.issues[0], None, {}, NOWHERE, "line")
    assert drawing is not None
    (dots,) = list_values(drawing, "point")
    heights = [d["y"] for d in dots]
    assert len(heights) == 25
    assert {b - a for a, b in pairwise(heights)} == {ROW}
    assert all(len(line) <= 20 and d["text"].count("\n") <= 1 for d in dots for line in d["text"].split("\n"))


def test_picture_has_title_description_and_only_its_own_ids(harbour: Situation) -> None:
    one, two = draw_harbour(harbour, "one"), draw_harbour(harbour, "two")
    ids = [set(re.findall(r'\bid="([^"]+)"', d.svg)) for d in (one, two)]
    assert not ids[0] & ids[1]
    assert {"one-title", "one-description"} <= ids[0]
    assert "Borsk 0 (oppose)" in one.description
    assert one.svg.replace("one-", "two-") == two.svg


def test_clip_paths_are_renamed_with_what_points_to_them() -> None:
    svg = (
        '<svg a="b" width="10" height="20" viewBox="0 0 10 20"><clipPath id="clip1"/><g clip-path="url(#clip1)"/></svg>'
    )
    dressed = dress_svg(svg, "chart", "A <title>", "B & C")
    assert '<clipPath id="chart-clip1"/><g clip-path="url(#chart-clip1)"/>' in dressed
    assert ">A &lt;title&gt;</title>" in dressed
    assert ">B &amp; C</desc>" in dressed


def test_pictures_take_the_colours_of_the_page(harbour: Situation) -> None:
    svg = draw_harbour(harbour).svg
    assert "currentColor" in svg
    assert "var(--faint)" in svg
    assert not re.search(r"#(1d1f23|676c74|d3d6db|fefefd)", svg)
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_figures_are_those_of_the_chart(harbour_forecast: Forecast) -> None:
    answered = [q for q in harbour_forecast.questions if q.chance is not None]
    drawing = draw_chances(answered, [q.label for q in answered], NOWHERE, "chances")
    assert drawing is not None
    rows = list(csv.DictReader(io.StringIO(drawing.csv)))
    assert [float(r["value"]) for r in rows] == [q.chance.value for q in answered if q.chance]
    assert [r["question"] for r in rows] == [q.label for q in answered]
    shown = next(rows for rows in list_values(drawing, "point"))
    assert [round(r["value"] / 100, 6) for r in shown] == [q.chance.value for q in answered if q.chance]


def test_bars_reach_from_the_chance_to_where_it_moves() -> None:
    bars = (Bar("e1", "one", 0.4, 0.2), Bar("e2", "two", 0.4, 0.95))
    drawing = draw_leverage([Tornado("a question", "q1", 0.4, bars)], "leverage")
    assert drawing is not None
    drawn = {(r["value"], r["without"]) for rows in list_values(drawing, "bar") for r in rows}
    assert drawn == {(40.0, 20.0), (40.0, 95.0)}
    labels = {r["label"] for rows in list_values(drawing, "text") for r in rows if "label" in r}
    assert labels == {"→ 20%", "→ 95%"}


def test_every_chart_is_a_valid_vega_lite_specification(drawings: dict[str, Drawing]) -> None:
    assert set(drawings) == CHARTS
    for drawing in drawings.values():
        specification = json.loads(drawing.vega_lite)
        alt.Chart.from_dict(specification, validate=True)
        assert specification["description"]


def test_no_mark_and_no_text_leaves_its_canvas(drawings: dict[str, Drawing]) -> None:
    for drawing in drawings.values():
        width, height = map(float, re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawing.svg)[0])
        assert width == 400
        for x, y in re.findall(r'transform="translate\(([-\d.]+),([-\d.]+)\)"', drawing.svg):
            assert -1 <= float(x) <= width + 1 and -1 <= float(y) <= height + 1, drawing.name


def test_texts_keep_their_distance(drawings: dict[str, Drawing]) -> None:
    """No two lines of text that begin at the same place across stand less than 9 pixels apart."""
    for drawing in drawings.values():
        lines: dict[tuple[str, str], list[float]] = {}
        for anchor, x, y in re.findall(
            r'<text text-anchor="(\w+)" transform="translate\(([-\d.]+),([-\d.]+)\)"', drawing.svg
        ):
            lines.setdefault((anchor, x), []).append(float(y))
        for heights in lines.values():
            assert all(b - a >= 9 or b == a for a, b in pairwise(sorted(heights))), drawing.name


def test_marks_lead_to_places_of_the_page_only(drawings: dict[str, Drawing]) -> None:
    for name in CHARTS - {"network"}:
        targets = re.findall(r'<a href="([^"]*)" tabindex="-1">', drawings[name].svg)
        assert targets, name
        assert all(re.fullmatch(r"#[a-z]\d+", target) for target in targets), name
        assert drawings[name].svg.count("<a ") == len(targets)

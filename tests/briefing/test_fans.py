"""The fans: which questions they show, on one scale, and sentences that are true of their figures."""

import csv
import io
import json
import re
from itertools import pairwise
from typing import Any

import pytest

from tocsin.briefing.blocks import Drawing, Figure, Paragraph
from tocsin.briefing.build_up import choose_builders, find_pace, picture_build_up, tell_pace
from tocsin.briefing.fan_chart import PLOT, Panel, draw_fans, name_week, place_panels
from tocsin.briefing.places import find_places
from tocsin.briefing.stock_fans import picture_stocks
from tocsin.briefing.words import read_plain
from tocsin.briefing.write import write_briefing
from tocsin.records.forecast import Forecast
from tocsin.records.series import Series
from tocsin.records.situation import Situation

WEEKS = tuple(map(float, range(27)))


def rise(*values: float) -> Series:
    """A series through some values at equal distances."""
    weeks = tuple(26.0 * number / (len(values) - 1) for number in range(len(values)))
    return Series(weeks=weeks, value=values, low=tuple(v / 2 for v in values), high=tuple((1 + v) / 2 for v in values))


def picture(situation: Situation, forecast: Forecast) -> tuple[Figure, str]:
    """The fan of chances and the sentence beneath it."""
    figure, paragraph = picture_build_up(situation, forecast, find_places(situation, forecast))
    assert isinstance(figure, Figure) and isinstance(paragraph, Paragraph)
    return figure, read_plain(paragraph.words)


def change(forecast: Forecast, **series: Series | None) -> Forecast:
    """The forecast with other series for the questions of some kinds."""
    questions = tuple(
        q.model_copy(update={"series": series[q.asked.replace(" ", "_")]}) if q.asked.replace(" ", "_") in series else q
        for q in forecast.questions
    )
    return forecast.model_copy(update={"questions": questions})


def list_rows(drawing: Drawing, mark: str) -> list[list[dict[str, Any]]]:
    specification = json.loads(drawing.vega_lite)
    layers = [layer for layer in specification["layer"] if layer["mark"]["type"] == mark]
    return [specification["datasets"][layer["data"]["name"]] for layer in layers]


def test_headlines_that_can_be_seen_come_first_and_no_more_than_four(
    harbour: Situation, harbour_forecast: Forecast
) -> None:
    kinds = [q.asked for q, _ in choose_builders(harbour, harbour_forecast)]
    assert kinds == ["adopted", "threat carried out", "acted outside", "threat triggered"]
    small = change(harbour_forecast, adopted=rise(0.0, 0.001).model_copy(update={"high": (0.0, 0.01)}))
    kinds = [q.asked for q, _ in choose_builders(harbour, small)]
    assert (kinds[0], kinds[-1]) == ("threat carried out", "shortage binds")


def test_of_two_that_build_up_alike_one_is_shown(harbour: Situation, harbour_forecast: Forecast) -> None:
    same = rise(0.0, 0.1, 0.3)
    alike = change(harbour_forecast, adopted=same, acted_outside=same)
    kinds = [q.asked for q, _ in choose_builders(harbour, alike)]
    assert "adopted" in kinds and "acted outside" not in kinds


def test_own_questions_and_forecasts_without_series_have_no_fan(harbour: Situation, harbour_forecast: Forecast) -> None:
    none = tuple(q.model_copy(update={"series": None, "stock": None}) for q in harbour_forecast.questions)
    own = tuple(q.model_copy(update={"own": True}) for q in harbour_forecast.questions)
    for questions in (none, own):
        forecast = harbour_forecast.model_copy(update={"questions": questions})
        places = find_places(harbour, forecast)
        assert list(picture_build_up(harbour, forecast, places)) == []
        assert list(picture_stocks(harbour, forecast, places)) == []
        assert 'id="build-up-title"' not in write_briefing(harbour, forecast).html


def test_figures_are_the_series_of_the_forecast(harbour: Situation, harbour_forecast: Forecast) -> None:
    figure, _ = picture(harbour, harbour_forecast)
    rows = list(csv.DictReader(io.StringIO(figure.drawing.csv)))
    for question, series in choose_builders(harbour, harbour_forecast):
        mine = [r for r in rows if r["label"] == question.label]
        for name, column in (
            ("week", series.weeks),
            ("chance", series.value),
            ("low", series.low),
            ("high", series.high),
        ):
            assert [float(r[name]) for r in mine] == list(column)


def test_lines_lie_within_their_bands_and_all_panels_share_one_scale(
    harbour: Situation, harbour_forecast: Forecast
) -> None:
    chosen = choose_builders(harbour, harbour_forecast)
    drawing = picture(harbour, harbour_forecast)[0].drawing
    (line,), (band,) = list_rows(drawing, "line"), list_rows(drawing, "area")
    assert len(line) == len(band) == sum(len(s.weeks) for _, s in chosen)
    for point, around in zip(line, band, strict=True):
        assert (point["panel"], point["x"]) == (around["panel"], around["x"])
        assert around["high"] <= point["y"] <= around["low"]
    for number, (_, series) in enumerate(chosen):
        heights = [p["y"] for p in line if p["panel"] == number]
        for start, value in zip(heights, series.value, strict=True):
            assert heights[0] - start == pytest.approx(PLOT * (value - series.value[0]) * 100 / 80, abs=0.11)


def test_one_panel_takes_the_whole_width_and_rows_keep_apart() -> None:
    def make(number: int) -> list[Panel]:
        words = "a question of several lines that must be wrapped before it reaches the panel beside it"
        series = rise(*(0.02 * n for n in range(27)))
        return [Panel(words, WEEKS, series.value, ((series.low, series.high),), None) for _ in range(number)]

    (alone,), (one, two, three) = place_panels(make(1)), place_panels(make(3))
    assert alone.right - alone.left > 2 * (one.right - one.left)
    assert (one.top, one.left) == (two.top, three.left)
    assert one.right < two.left and one.foot < three.head


def test_days_are_told_where_an_article_is_dated() -> None:
    assert name_week(13.0, "2024-02-28", 26.0) == "29 May"
    assert name_week(52.0, "2024-02-28", 104.0) == "Feb 2025"
    assert (name_week(0.0, None, 26.0), name_week(13.0, None, 26.0)) == ("0", "week 13")


@pytest.mark.parametrize(
    ("values", "pace"),
    [
        ((0.0, 0.2, 0.3, 0.35, 0.38), "more in the first half of the time"),
        ((0.0, 0.1, 0.2, 0.3, 0.4), "evenly"),
        ((0.0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4), "more in the second half of the time"),
        ((0.0, 0.1, 0.2, 0.3, 0.4, 0.9), "with a leap at the deadline"),
        ((0.4, 0.4, 0.4, 0.4, 0.4), "at once"),
    ],
)
def test_the_pace_is_true_of_the_series(values: tuple[float, ...], pace: str) -> None:
    assert find_pace(rise(*values)) == pace


@pytest.mark.parametrize("points", [4, 5, 6, 15, 16])
def test_an_even_rise_is_even_whatever_the_number_of_points(points: int) -> None:
    assert find_pace(rise(*(0.4 * n / (points - 1) for n in range(points)))) == "evenly"


def test_a_point_beside_the_middle_is_about_half_way(harbour: Situation, harbour_forecast: Forecast) -> None:
    series = rise(*(0.6 * n / 13 for n in range(14)))
    assert series.weeks[6] == 12.0
    assert (
        "By 26 July 2031, about half-way, the chance" in picture(harbour, change(harbour_forecast, adopted=series))[1]
    )


def test_paces_are_counted() -> None:
    early, even = rise(0.0, 0.3, 0.4, 0.45, 0.5), rise(0.0, 0.1, 0.2, 0.3, 0.4)
    assert tell_pace([even]) == "it rises evenly"
    assert tell_pace([even, even]) == "both chances rise evenly"
    assert tell_pace([early, even, even]) == (
        "of the three chances one rises more in the first half of the time and two rise evenly"
    )


def test_the_sentence_tells_the_likeliest_half_way_and_at_the_end(
    harbour: Situation, harbour_forecast: Forecast
) -> None:
    """Chances that grow as the square root of time: seven tenths of each half-way."""
    _, sentence = picture(harbour, harbour_forecast)
    assert sentence == (
        "By 2 August 2031, half-way, the chance that members of the Harbour League will act on ‘close the harbour of "
        "Port Selm’ without its decision stands at 35% (12% to 47%), and at 50% (17% to 67%) at the end; all four "
        "chances rise more in the first half of the time."
    )
    undated = harbour.model_copy(update={"as_of": None})
    assert picture(undated, harbour_forecast)[1].startswith("Within 13 weeks, half-way, the chance that")


def test_the_last_row_of_the_table_leads_to_what_stands_behind(harbour: Situation, harbour_forecast: Forecast) -> None:
    figure, _ = picture(harbour, harbour_forecast)
    places = find_places(harbour, harbour_forecast)
    assert len(figure.twin.rows) == 27
    assert read_plain(figure.twin.rows[13].cells[0]) == "week 13, 2 August 2031"
    chosen = choose_builders(harbour, harbour_forecast)
    assert [c[0].to for c in figure.twin.rows[-1].cells[1:]] == [places.open_question(q.id) for q, _ in chosen]


def test_stocks_show_their_bands_their_bar_and_where_they_end(harbour: Situation, harbour_forecast: Forecast) -> None:
    binds = harbour.clock.model_copy(update={"likely": 0.5, "high": 0.6, "unit": "share of the need"})
    supply = harbour.supplies[0].model_copy(update={"binds": binds})
    situation = harbour.model_copy(update={"supplies": (supply,)})
    figure, paragraph = picture_stocks(situation, harbour_forecast, find_places(situation, harbour_forecast))
    assert isinstance(figure, Figure) and isinstance(paragraph, Paragraph)
    wide, narrow = list_rows(figure.drawing, "area")
    for outer, inner in zip(wide, narrow, strict=True):
        assert outer["high"] <= inner["high"] <= inner["low"] <= outer["low"]
    assert any("x2" in r and r["y"] == pytest.approx(wide[0]["low"] + PLOT * 0.3 / 0.8, abs=0.2)
               for rows in list_rows(figure.drawing, "rule") for r in rows)  # fmt: skip
    assert read_plain(paragraph.words) == (
        "In the middle of all worlds the stock of coal of Cestria goes from 80% of the need to 47% (16% to 80%) by "
        "1 November 2031, below the 50% at which its lack is taken to bind."
    )


def test_a_stock_whose_supply_is_gone_is_left_out(harbour: Situation, harbour_forecast: Forecast) -> None:
    none = harbour.model_copy(update={"supplies": ()})
    assert list(picture_stocks(none, harbour_forecast, find_places(none, harbour_forecast))) == []


def test_no_panel_is_no_chart() -> None:
    assert draw_fans([], None, "build-up", "title", "told", []) is None


def test_the_picture_tells_screen_readers_both_ends(harbour: Situation, harbour_forecast: Forecast) -> None:
    description = picture(harbour, harbour_forecast)[0].drawing.description
    assert description.count("at the end") == 4
    assert re.search(r"35% \(12% to 47%\) by 2 August 2031, 50% \(17% to 67%\) at the end", description)
    chances = [float(n) for n in re.findall(r"(\d+)% \(", description)]
    assert all(half <= end for half, end in list(pairwise(chances))[::2])

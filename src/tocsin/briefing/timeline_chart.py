"""The timeline: what is told with a date, each on the day or days it is told for; days of publication apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    AS_GIVEN,
    BLUE,
    FAINT,
    GREY,
    INK,
    PAPER,
    SOFT,
    VERMILION,
    WIDTH,
    Datum,
    fit,
    hold,
    link_rows,
    make_canvas,
    place_across,
    point_to,
    scale_down,
    wrap,
    write_text,
)  # fmt: skip
from tocsin.briefing.draw import draw_chart
from tocsin.briefing.sentences import format_date, format_day
from tocsin.briefing.words import list_names

Tone = Literal["cooperation", "conflict", "other", "words"]
SHAPES: dict[Tone, str] = {"cooperation": "circle", "conflict": "diamond", "other": "square", "words": "triangle-up"}
COLOURS: dict[Tone, str] = {"cooperation": BLUE, "conflict": VERMILION, "other": GREY, "words": INK}
MOST, FEWEST = 20, 2
LEFT, RIGHT, TOP, LETTERS = 10, WIDTH - 10, 26, 11


@dataclass(frozen=True)
class Moment:
    """Something told for a day or an interval of days; `certain` is false for what is planned, alleged or denied."""

    first: date
    last: date
    words: str
    tone: Tone
    certain: bool
    place: str | None


def draw_timeline(moments: Sequence[Moment], published: Sequence[date], name: str) -> Drawing | None:
    """The chart of at least two moments on different days; the last MOST of them."""
    shown = sorted(moments, key=lambda m: (m.first, m.last, m.words))[-MOST:]
    if len(shown) < FEWEST or len({(m.first, m.last) for m in shown}) < 2:
        return None
    days = [*(m.first for m in shown), *(m.last for m in shown), *published]
    rows, y = [], float(TOP)
    for moment in shown:
        rows.append(describe_moment(moment, y, min(days), max(days)))
        y = rows[-1]["y"] + 15
    marks = [place_day(day, min(days), max(days)) for day in sorted(set(published))]
    layers = [*draw_axis(min(days), max(days), marks, rows, y), *draw_moments(rows, y)]
    told = "; ".join(f"{tell_days(m)}: {m.words}" for m in shown)
    print_days = (
        f" Published: {list_names([format_date(d.isoformat()) for d in sorted(set(published))], 6)}."
        if published
        else ""
    )
    figures = [{"from": m.first, "to": m.last, "what": m.words, "tone": m.tone, "certain": m.certain} for m in shown]
    return draw_chart(make_canvas(layers, y), name, "What is told, and for which day", f"{told}.{print_days}", figures)


def tell_days(moment: Moment) -> str:
    return format_date(f"{moment.first.isoformat()}/{moment.last.isoformat()}")


def place_day(day: date, first: date, last: date) -> float:
    """The pixel of a day."""
    return round(LEFT + (RIGHT - LEFT) * (day - first).days / max(1, (last - first).days), 1)


def describe_moment(moment: Moment, top: float, first: date, last: date) -> Datum:
    text = wrap(moment.words, fit(RIGHT - LEFT - 76, LETTERS), 2)
    shape, colour = SHAPES[moment.tone], COLOURS[moment.tone]
    days = format_day(moment.first) + ("" if moment.first == moment.last else f" – {format_day(moment.last)}")
    return {
        "text": text, "days": days, "top": top + 6, "y": top + 13 * (1 + text.count("\n")) + 4,
        "x": place_day(moment.first, first, last), "x2": place_day(moment.last, first, last),
        "shape": shape, "edge": colour, "fill": colour if moment.certain else PAPER, "href": point_to(moment.place),
    }  # fmt: skip


def draw_axis(first: date, last: date, published: list[float], rows: list[Datum], height: float) -> list[Any]:
    """The first and the last day, and on each row the days of publication as dashed lines."""
    ends = [{"x": place_day(d, first, last), "y": 8.0, "text": format_day(d), "align": a}
            for d, a in ((first, "left"), (last, "right"))]  # fmt: skip
    layers = [write_text([e], height, align=e["align"], fontSize=10, fill=SOFT) for e in ends]
    if published:
        lines = [{"x": x, "y": r["y"] - 8, "y2": r["y"] + 8} for x in published for r in rows]
        dashed = hold(lines).mark_rule(stroke=SOFT, strokeWidth=1, strokeDash=[2, 3])
        layers.append(dashed.encode(x=place_across(), y=scale_down(height), y2=alt.Y2("y2:Q")))
    return layers


def draw_moments(rows: list[Datum], height: float) -> list[Any]:
    across, down = place_across(), scale_down(height)
    tracks = [{"x": LEFT, "x2": RIGHT, "y": r["y"]} for r in rows]
    heads = [r | {"x": LEFT, "y": r["top"]} for r in rows]
    days = [{"text": r["days"], "y": r["top"]} for r in rows]
    spans = [r for r in rows if r["x"] != r["x2"]]
    layers = [
        hold(tracks).mark_rule(stroke=FAINT, strokeWidth=1).encode(x=across, x2=alt.X2("x2:Q"), y=down),
        write_text(
            [h | {"y": h["y"] + 6.5 * h["text"].count("\n")} for h in heads],
            height,
            align="left",
            fontSize=LETTERS,
            lineHeight=13,
        ),
        write_text(days, height, RIGHT, align="right", fontSize=10, fill=SOFT),
    ]
    if spans:
        line = hold(spans).mark_rule(strokeWidth=4, opacity=0.6)
        layers.append(line.encode(x=across, x2=alt.X2("x2:Q"), y=down, stroke=alt.Stroke("edge:N", **AS_GIVEN)))
    dots = hold(rows).mark_point(size=62, strokeWidth=1.5, opacity=1)
    layers.append(
        dots.encode(
            x=across, y=down, shape=alt.Shape("shape:N", **AS_GIVEN), fill=alt.Fill("fill:N", **AS_GIVEN),
            stroke=alt.Stroke("edge:N", **AS_GIVEN), **link_rows(rows),
        )
    )  # fmt: skip
    return layers

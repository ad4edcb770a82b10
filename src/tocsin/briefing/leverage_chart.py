"""The tornado: for each question its chance, and one bar a sentence to where the chance moves without it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    FAINT,
    INK,
    ORANGE,
    SKY,
    SOFT,
    WIDTH,
    Datum,
    fit,
    hold,
    link_rows,
    make_canvas,
    point_to,
    scale_across,
    scale_down,
    wrap,
    write_text,
)  # fmt: skip
from tocsin.briefing.draw import draw_chart
from tocsin.briefing.sentences import format_percent

LEFT, RIGHT, EDGE = 8, WIDTH - 8, 12
HEAD, LINE, ROW, LETTERS, ROOM = 12, 13, 36, 10.5, 84


@dataclass(frozen=True)
class Bar:
    """A sentence whose loss moves a chance from `value` to `without`."""

    evidence: str
    words: str
    value: float
    without: float


@dataclass(frozen=True)
class Tornado:
    """The bars of one question, the longest first."""

    question: str
    place: str | None
    value: float
    bars: tuple[Bar, ...]


def draw_leverage(tornados: Sequence[Tornado], name: str) -> Drawing | None:
    """The chart of at least two bars; None with fewer."""
    if sum(len(t.bars) for t in tornados) < 2:
        return None
    heads, rows, y = [], [], 4.0
    for tornado in tornados:
        head = describe_question(tornado, y)
        heads.append(head)
        y = head["below"]
        for bar in tornado.bars:
            rows.append(describe_bar(bar, y))
            y += ROW
        y += 10
    height = y - 8
    layers = [*draw_heads(heads, rows, height), *draw_bars(rows, height)]
    told = "; ".join(
        f"{t.question}, {format_percent(t.value)}: "
        + ", ".join(f"{format_percent(b.without)} without [{b.evidence[1:]}] “{b.words}”" for b in t.bars)
        for t in tornados
    )
    figures = [{"question": t.question, "evidence": b.evidence, "chance": b.value, "without": b.without}
               for t in tornados for b in t.bars]  # fmt: skip
    title = "Sentences that move an answer most"
    return draw_chart(make_canvas(layers, height), name, title, f"{told}.", figures)


def describe_question(tornado: Tornado, top: float) -> Datum:
    text = wrap(tornado.question, fit(RIGHT - LEFT - 60, HEAD), 2)
    below = top + 15 * (1 + text.count("\n")) + 2
    return {
        "text": text, "y": top + 7.5 * (1 + text.count("\n")), "below": below, "top": top + 7.5,
        "value": 100 * tornado.value, "percent": format_percent(tornado.value), "href": point_to(tornado.place),
    }  # fmt: skip


def describe_bar(bar: Bar, top: float) -> Datum:
    words = wrap(f"[{bar.evidence[1:]}] “{bar.words}”", fit(RIGHT - LEFT, LETTERS), 1)
    moved = 100 * (bar.without - bar.value)
    label = f"→ {format_percent(bar.without)}"
    return {
        "text": words, "y": top + LINE / 2 + 1, "middle": top + LINE + 9, "value": 100 * bar.value,
        "without": 100 * bar.without, "moved": moved, "label": label, "href": point_to(bar.evidence),
    }  # fmt: skip


def draw_heads(heads: list[Datum], rows: list[Datum], height: float) -> list[Any]:
    """Each question with its chance, over the scale from 0 to 100 %."""
    ends = (LEFT + EDGE, RIGHT - EDGE)
    frame = [{"low": 0, "high": 100, "y": r["middle"]} for r in rows]
    down = scale_down(height)
    numbers = [{"text": h["percent"], "y": h["top"], "href": h["href"]} for h in heads]
    return [
        write_text(heads, height, LEFT, align="left", fontSize=HEAD, fontWeight="bold", lineHeight=15),
        write_text(numbers, height, RIGHT, align="right", fontSize=HEAD, fontWeight="bold"),
        hold(frame).mark_rule(stroke=FAINT).encode(x=scale_across("low", *ends), x2=alt.X2("high:Q"), y=down),
    ]


def draw_bars(rows: list[Datum], height: float) -> list[Any]:
    ends = (LEFT + EDGE, RIGHT - EDGE)
    down = scale_down(height, "middle")
    ticks = [r | {"top": r["middle"] - 8, "foot": r["middle"] + 8} for r in rows]
    layers = [write_text(rows, height, LEFT, align="left", fontSize=LETTERS, fill=SOFT)]
    for colour, side in ((SKY, 1), (ORANGE, -1)):
        shown = [r for r in rows if side * r["moved"] > 0]
        if shown:
            bars = hold(shown).mark_bar(fill=colour, height=11)
            layers.append(
                bars.encode(x=scale_across("without", *ends), x2=alt.X2("value:Q"), y=down, **link_rows(shown))
            )
    tick = hold(ticks).mark_rule(stroke=INK, strokeWidth=1.5)
    layers.append(tick.encode(x=scale_across("value", *ends), y=scale_down(height, "top"), y2=alt.Y2("foot:Q")))
    return [*layers, *write_labels(rows, height)]


def write_labels(rows: list[Datum], height: float) -> list[Any]:
    """Where the chance moves, at the end of the bar that has room for it."""
    layers = []
    for align, gap in (("left", 6), ("right", -6), ("center", 0)):
        shown = [r | {"at": at} for r in rows for side, at in [place_label(r)] if side == align]
        if shown:
            look = {"align": align, "dx": gap, "fontSize": 11, "fontWeight": "bold", "fill": INK, "baseline": "middle"}
            across = scale_across("at", LEFT + EDGE, RIGHT - EDGE)
            layers.append(
                hold(shown).mark_text(**look).encode(
                    x=across, y=scale_down(height, "middle"), text=alt.Text("label:N"), **link_rows(shown)
                )
            )  # fmt: skip
    return layers


def place_label(row: Datum) -> tuple[str, float]:
    """Right of the bar, else left of it, else in its middle: the alignment, and the place on the scale."""
    first, last = sorted((row["value"], row["without"]))
    if last <= ROOM:
        return "left", last
    return ("right", first) if first >= 100 - ROOM else ("center", (first + last) / 2)

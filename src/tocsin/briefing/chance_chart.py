"""The chance of each question: a dot, a thick line for the Monte Carlo error, a thin one for what is not known."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    FAINT,
    INK,
    PURPLE,
    SHADE,
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
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import format_chance, format_percent
from tocsin.records.forecast import Question

LEFT, RIGHT = 10, WIDTH - 12
TOP = 44
LINE = 15
LIKELIHOOD_BANDS = (
    (5, 20, "very\nunlikely"), (20, 45, "unlikely"), (45, 55, "even"), (55, 80, "likely"), (80, 95, "very\nlikely"),
)  # fmt: skip
BOUNDS = (0, 5, 20, 45, 55, 80, 95, 100)


def draw_chances(questions: Sequence[Question], names: Sequence[str], places: Places, name: str) -> Drawing | None:
    """The chart of the questions that have a chance, with what each is called; None where there is none."""
    if not questions:
        return None
    rows: list[Datum] = []
    y = float(TOP)
    for question, words in zip(questions, names, strict=True):
        row = describe_question(question, words, y, places)
        rows.append(row)
        y = row["y"] + 17
    height = y + 2
    layers = [*draw_bands(rows, height), *draw_rows(rows, height)]
    told = "; ".join(
        f"{words}: {format_chance(q.chance)}" for q, words in zip(questions, names, strict=True) if q.chance
    )
    title = "Chances of the model, with what is not known"
    return draw_chart(make_canvas(layers, height), name, title, f"{told}.", list_figures(questions, names))


def describe_question(question: Question, words: str, top: float, places: Places) -> Datum:
    assert question.chance is not None
    chance = question.chance
    text = wrap(words, fit(RIGHT - LEFT - 62, 12), 2)
    lines = 1 + text.count("\n")
    return {
        "text": text,
        "percent": format_percent(chance.value),
        "value": 100 * chance.value,
        "low": 100 * chance.low,
        "high": 100 * chance.high,
        "noise_low": 100 * chance.noise_low,
        "noise_high": 100 * chance.noise_high,
        "top": top + LINE / 2,
        "y": top + LINE * lines + 8,
        "middle": top + LINE * lines / 2,
        "href": point_to(places.open_question(question.id)),
    }


def draw_bands(rows: list[Datum], height: float) -> list[Any]:
    """The likelihood words as bands, every other one shaded, and the words where there is room for them."""
    shaded = [{"low": low, "high": high, "y": TOP - 6, "y2": height} for low, high in ((5, 20), (45, 55), (80, 95))]
    tracks = [{"low": 0, "high": 100, "y": r["y"]} for r in rows]
    words = [
        {"x": (low + high) / 2, "y": 15 - 9 * text.count("\n"), "text": text} for low, high, text in LIKELIHOOD_BANDS
    ]
    across, down = scale_across("x", LEFT, RIGHT), scale_down(height)
    ticks = [{"x": x, "y": TOP - 14, "text": f"{x}%" if x else "0"} for x in BOUNDS if x != 100]
    return [
        hold(shaded).mark_rect(fill=SHADE).encode(
            x=scale_across("low", LEFT, RIGHT), x2=alt.X2("high:Q"), y=down, y2=alt.Y2("y2:Q")
        ),
        hold(tracks).mark_rule(stroke=FAINT, strokeWidth=1).encode(
            x=scale_across("low", LEFT, RIGHT), x2=alt.X2("high:Q"), y=down
        ),
        hold(words).mark_text(fontSize=10.5, fill=SOFT, baseline="middle", lineBreak="\n", lineHeight=11).encode(
            x=across, y=scale_down(height), text=alt.Text("text:N")
        ),
        hold(ticks).mark_text(fontSize=10, fill=SOFT, baseline="middle").encode(
            x=across, y=down, text=alt.Text("text:N")
        ),
    ]  # fmt: skip


def draw_rows(rows: list[Datum], height: float) -> list[Any]:
    down = scale_down(height)
    heads = [{"text": r["text"], "y": r["middle"], "href": r["href"]} for r in rows]
    low = scale_across("low", LEFT, RIGHT)
    numbers = [{"text": r["percent"], "y": r["top"], "href": r["href"]} for r in rows]
    return [
        write_text(heads, height, LEFT, align="left", lineHeight=LINE),
        write_text(numbers, height, RIGHT, align="right", fontWeight="bold"),
        hold(rows).mark_rule(stroke=PURPLE, strokeWidth=2).encode(x=low, x2=alt.X2("high:Q"), y=down),
        hold(rows).mark_rule(stroke=PURPLE, strokeWidth=7).encode(
            x=scale_across("noise_low", LEFT, RIGHT), x2=alt.X2("noise_high:Q"), y=down
        ),
        hold(rows).mark_point(filled=True, shape="circle", size=46, fill=INK, opacity=1).encode(
            x=scale_across("value", LEFT, RIGHT), y=down, **link_rows(rows)
        ),
    ]  # fmt: skip


def list_figures(questions: Sequence[Question], names: Sequence[str]) -> list[Datum]:
    return [
        {"question": words, "label": q.label} | (q.chance.model_dump() if q.chance else {})
        for q, words in zip(questions, names, strict=True)
    ]

"""Chances before and after: a hollow dot, an arrow's line, a full dot, each with its range."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    FAINT,
    INK,
    PAPER,
    PURPLE,
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
from tocsin.briefing.sentences import format_chance, format_percent
from tocsin.records.forecast import Chance

LEFT, RIGHT, TOP, LINE, MOST = 10, WIDTH - 12, 4, 15, 16


@dataclass(frozen=True)
class Shift:
    """A question with its chance before and after."""

    words: str
    before: Chance
    after: Chance
    place: str | None


def draw_shifts(shifts: Sequence[Shift], names: tuple[str, str], name: str) -> Drawing | None:
    """The chart of at least one shift; `names` say what is before and what after."""
    shown = shifts[:MOST]
    if not shown:
        return None
    rows, y = [], float(TOP)
    for shift in shown:
        rows.append(describe_shift(shift, y))
        y = rows[-1]["y"] + 20
    told = "; ".join(f"{s.words}: {format_chance(s.before)}, then {format_chance(s.after)}" for s in shown)
    figures = [
        {"question": s.words} | {f"before_{k}": v for k, v in s.before.model_dump().items()}
        | {f"after_{k}": v for k, v in s.after.model_dump().items()}
        for s in shown
    ]  # fmt: skip
    title = f"Chances that moved: {names[0]} (hollow) to {names[1]} (full)"
    return draw_chart(make_canvas(draw_rows(rows, y), y), name, title, f"{told}.", figures)


def describe_shift(shift: Shift, top: float) -> Datum:
    text = wrap(shift.words, fit(RIGHT - LEFT - 96, 12), 2)
    return {
        "text": text, "top": top + LINE * (1 + text.count("\n")) / 2, "y": top + LINE * (1 + text.count("\n")) + 9,
        "label": f"{format_percent(shift.before.value)} → {format_percent(shift.after.value)}", "line": top + LINE / 2,
        "before": 100 * shift.before.value, "after": 100 * shift.after.value, "href": point_to(shift.place),
        "before_low": 100 * shift.before.low, "before_high": 100 * shift.before.high,
        "after_low": 100 * shift.after.low, "after_high": 100 * shift.after.high,
    }  # fmt: skip


def draw_rows(rows: list[Datum], height: float) -> list[Any]:
    ends = (LEFT, RIGHT)
    tracks = [{"low": 0, "high": 100, "y": r["y"]} for r in rows]
    upper = [r | {"y": r["y"] - 3} for r in rows]
    lower = [r | {"y": r["y"] + 3} for r in rows]
    down = scale_down(height)
    dot = {"shape": "circle", "size": 60, "opacity": 1}
    return [
        write_text([{"text": r["text"], "y": r["top"], "href": r["href"]} for r in rows], height, LEFT, align="left",
                   lineHeight=LINE),
        write_text([{"text": r["label"], "y": r["line"], "href": r["href"]} for r in rows], height, RIGHT,
                   align="right", fontWeight="bold"),
        hold(tracks).mark_rule(stroke=FAINT).encode(x=scale_across("low", *ends), x2=alt.X2("high:Q"), y=down),
        hold(upper).mark_rule(stroke=SOFT, strokeWidth=1.5, strokeDash=[3, 2]).encode(
            x=scale_across("before_low", *ends), x2=alt.X2("before_high:Q"), y=down
        ),
        hold(lower).mark_rule(stroke=PURPLE, strokeWidth=2).encode(
            x=scale_across("after_low", *ends), x2=alt.X2("after_high:Q"), y=down
        ),
        hold(rows).mark_rule(stroke=INK, strokeWidth=1).encode(
            x=scale_across("before", *ends), x2=alt.X2("after:Q"), y=down
        ),
        hold(rows).mark_point(fill=PAPER, stroke=INK, strokeWidth=1.5, **dot).encode(
            x=scale_across("before", *ends), y=down
        ),
        hold(rows).mark_point(fill=INK, stroke=INK, **dot).encode(
            x=scale_across("after", *ends), y=down, **link_rows(rows)
        ),
    ]  # fmt: skip

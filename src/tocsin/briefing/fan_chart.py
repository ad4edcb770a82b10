"""Fans: how a share builds up over the weeks, a line within its bands, in small panels on one scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    FAINT,
    INK,
    PURPLE,
    SOFT,
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
from tocsin.briefing.sentences import MONTHS, format_number, format_percent

Column = tuple[float, ...]
AXIS, GAP, LABEL, LINE, PLOT, FEET, TOP = 30, 12, 39, 14, 88, 36, 4
TOPS = (5, 10, 20, 40, 60, 80, 100)
LONG = 40


@dataclass(frozen=True)
class Panel:
    """Shares over `weeks`: the line, and its bands (low, high), the widest first.

    `bar` is a level to be marked; `place` is what the panel leads to.
    """

    words: str
    weeks: Column
    line: Column
    bands: tuple[tuple[Column, Column], ...]
    place: str | None
    bar: float | None = None


@dataclass(frozen=True)
class Frame:
    """A panel's place on the canvas: its left and right edge, where its words begin, its top and its foot."""

    panel: Panel
    left: float
    right: float
    head: float
    top: float
    scale: float

    @property
    def foot(self) -> float:
        return self.top + PLOT

    def across(self, week: float) -> float:
        return round(self.left + (self.right - self.left) * week / self.panel.weeks[-1], 1)

    def down(self, share: float) -> float:
        return round(self.foot - PLOT * min(100 * share / self.scale, 1.0), 1)


def draw_fans(
    panels: Sequence[Panel], start: str | None, name: str, title: str, told: str, figures: Sequence[Datum]
) -> Drawing | None:
    """The chart of at least one panel; `start` is the day of week 0, `told` says in words what it shows."""
    if not panels:
        return None
    frames = list(place_panels(panels))
    height = frames[-1].foot + FEET - 8
    layers = [*draw_axes(frames, start, height), *draw_bands(frames, height), *draw_lines(frames, height)]
    return draw_chart(make_canvas(layers, height), name, title, told, figures)


def place_panels(panels: Sequence[Panel]) -> Iterator[Frame]:
    """One panel over the whole width, more in two columns; all on the scale that the highest band needs."""
    highest = max(100 * max(high) for p in panels for _, high in p.bands)
    scale = next(top for top in TOPS if top >= min(highest, 100.0))
    columns = min(len(panels), 2)
    width = (WIDTH - AXIS - GAP * (columns - 1)) / columns
    head = float(TOP)
    for first in range(0, len(panels), columns):
        row = panels[first : first + columns]
        lines = max(wrap_words(p, width).count("\n") + 1 for p in row)
        top = head + lines * LINE + 10
        for number, panel in enumerate(row):
            left = AXIS + number * (width + GAP)
            yield Frame(panel, left, left + width - LABEL, head, top, scale)
        head = top + PLOT + FEET


def wrap_words(panel: Panel, width: float) -> str:
    return wrap(panel.words, fit(width, 11.5), 3)


def draw_axes(frames: Sequence[Frame], start: str | None, height: float) -> list[Any]:
    """What each panel shows, its scale in thirds of a line, and its days."""
    scale = frames[0].scale
    levels = (0.0, scale / 2, scale)
    grid = [{"x": f.left, "x2": f.right, "y": f.down(level / 100)} for f in frames for level in levels]
    marks = [
        {"text": f"{format_number(level)}%" if level else "0", "y": f.down(level / 100)}
        for f in frames for level in levels if f.left == AXIS
    ]  # fmt: skip
    heads: list[Datum] = [
        {"text": wrap_words(f.panel, f.right + LABEL - f.left), "x": f.left, "head": f.head,
         "href": point_to(f.panel.place)}
        for f in frames
    ]  # fmt: skip
    heads = [h | {"y": h["head"] + LINE / 2 * (1 + h["text"].count("\n"))} for h in heads]
    days = {"left": 0.0, "center": 0.5, "right": 1.0}
    return [
        hold(grid).mark_rule(stroke=FAINT, strokeWidth=1).encode(
            x=place_across("x"), x2=alt.X2("x2:Q"), y=scale_down(height)
        ),
        write_text(marks, height, AXIS - 5, align="right", fontSize=10, fill=SOFT),
        write_text(heads, height, align="left", fontSize=11.5, lineHeight=LINE),
        *(
            write_text([write_day(f, part, start) for f in frames], height, align=align, fontSize=10, fill=SOFT)
            for align, part in days.items()
        ),
    ]  # fmt: skip


def write_day(frame: Frame, part: float, start: str | None) -> Datum:
    week = frame.panel.weeks[-1] * part
    return {"text": name_week(week, start, frame.panel.weeks[-1]), "x": frame.across(week), "y": frame.foot + 10}


def name_week(week: float, start: str | None, last: float) -> str:
    """'28 Feb', or 'Feb 2024' where the weeks reach far; 'week 13' where no article is dated."""
    if start is None:
        return f"week {week:.3g}" if week else "0"
    day = date.fromisoformat(start) + timedelta(days=round(7 * week))
    month = MONTHS[day.month - 1][:3]
    return f"{month} {day.year}" if last > LONG else f"{day.day} {month}"


def draw_bands(frames: Sequence[Frame], height: float) -> Iterator[Any]:
    """The bands, each over the wider one before it."""
    for depth in range(max(len(f.panel.bands) for f in frames)):
        rows = [
            {"panel": number, "x": f.across(week), "low": f.down(low), "high": f.down(high)}
            for number, f in enumerate(frames) if depth < len(f.panel.bands)
            for week, low, high in zip(f.panel.weeks, *f.panel.bands[depth], strict=True)
        ]  # fmt: skip
        yield (
            hold(rows)
            .mark_area(fill=PURPLE, fillOpacity=0.3, stroke=PURPLE, strokeWidth=0)
            .encode(x=place_across("x"), y=scale_down(height, "low"), y2=alt.Y2("high:Q"), detail="panel:N")
        )


def draw_lines(frames: Sequence[Frame], height: float) -> list[Any]:
    """The line of each panel, the level that it is held against, and where it ends."""
    down = scale_down(height)
    rows = [
        {"panel": number, "x": f.across(week), "y": f.down(share)}
        for number, f in enumerate(frames)
        for week, share in zip(f.panel.weeks, f.panel.line, strict=True)
    ]
    bars = [{"x": f.left, "x2": f.right, "y": f.down(f.panel.bar)} for f in frames if f.panel.bar is not None]
    ends: list[Datum] = [
        {"x": f.right, "y": f.down(f.panel.line[-1]), "href": point_to(f.panel.place),
         "text": format_percent(f.panel.line[-1]).replace("under ", "<").replace("over ", ">")}
        for f in frames
    ]  # fmt: skip
    layers = [
        hold(rows).mark_line(stroke=INK, strokeWidth=1.8).encode(x=place_across("x"), y=down, detail="panel:N"),
        hold(ends).mark_point(filled=True, shape="circle", size=30, fill=INK, opacity=1).encode(
            x=place_across("x"), y=down, **link_rows(ends)
        ),
        write_text([e | {"x": e["x"] + 6} for e in ends], height, align="left", fontWeight="bold"),
    ]  # fmt: skip
    if bars:
        layers.insert(
            0,
            hold(bars).mark_rule(stroke=SOFT, strokeDash=[4, 3]).encode(
                x=place_across("x"), x2=alt.X2("x2:Q"), y=down
            ),
        )  # fmt: skip
    return layers

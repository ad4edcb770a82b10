"""Coverage: for each article, where in its text the quotations stand, and what they were read as."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    AS_GIVEN,
    BLUE,
    FAINT,
    GREEN,
    GREY,
    INK,
    ORANGE,
    PURPLE,
    SKY,
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
from tocsin.briefing.words import count

LANES = ("position", "statement", "event", "threat", "commitment", "control", "supply", "other")
LANE_COLOURS = dict(zip(LANES, (BLUE, INK, GREY, VERMILION, GREEN, ORANGE, SKY, PURPLE), strict=True))
LEFT, RIGHT, LANE, HEAD, LETTERS = 84, WIDTH - 8, 13, 22, 11
FEWEST, MOST = 3, 12


@dataclass(frozen=True)
class Mark:
    """A quotation: where it stands in its article (characters), and the lane it is drawn in."""

    evidence: str
    start: int
    end: int
    lane: str


@dataclass(frozen=True)
class Strip:
    """An article as a strip; `length` in characters reaches to the last words that the briefing holds of it."""

    title: str
    length: int
    marks: tuple[Mark, ...]


def draw_coverage(strips: Sequence[Strip], name: str) -> Drawing | None:
    """The chart of the first MOST articles; None where the quotations are too few to show anything."""
    shown = strips[:MOST]
    if sum(len(s.marks) for s in shown) < FEWEST:
        return None
    longest = max(s.length for s in shown)
    heads, lanes, marks, y = [], [], [], 2.0
    for strip in shown:
        heads.append({"text": wrap(strip.title, fit(RIGHT - 8, LETTERS), 1), "y": y + 8})
        y += HEAD
        until = LEFT + (RIGHT - LEFT) * strip.length / longest
        for lane in (lane for lane in LANES if any(m.lane == lane for m in strip.marks)):
            own = [m for m in strip.marks if m.lane == lane]
            lanes.append({"text": lane, "number": str(len(own)), "x": LEFT, "x2": until, "y": y + LANE / 2})
            marks += [describe_mark(m, longest, y) for m in own]
            y += LANE
        y += 12
    height = y - 8
    layers = draw_strips(heads, lanes, marks, height)
    told = "; ".join(f"{s.title}: {count(len({m.evidence for m in s.marks}), 'quotation')}" for s in shown)
    figures = [{"article": s.title, "evidence": m.evidence, "start": m.start, "end": m.end, "read_as": m.lane}
               for s in shown for m in s.marks]  # fmt: skip
    return draw_chart(make_canvas(layers, height), name, "What of each article was read", f"{told}.", figures)


def describe_mark(mark: Mark, longest: int, top: float) -> Datum:
    scale = (RIGHT - LEFT) / longest
    first = LEFT + scale * mark.start
    return {
        "x": round(first, 1), "x2": round(max(first + 2, LEFT + scale * mark.end), 1), "y": top + 2,
        "y2": top + LANE - 2, "fill": LANE_COLOURS[mark.lane], "href": point_to(mark.evidence),
    }  # fmt: skip


def draw_strips(heads: list[Datum], lanes: list[Datum], marks: list[Datum], height: float) -> list[Any]:
    across, down = place_across(), scale_down(height)
    boxes = hold(marks).mark_rect(opacity=0.85)
    numbers = [lane | {"text": lane["number"]} for lane in lanes]
    return [
        hold(lanes).mark_rule(stroke=FAINT, strokeWidth=1).encode(x=across, x2=alt.X2("x2:Q"), y=down),
        boxes.encode(
            x=across, x2=alt.X2("x2:Q"), y=down, y2=alt.Y2("y2:Q"), fill=alt.Fill("fill:N", **AS_GIVEN),
            **link_rows(marks),
        ),
        write_text(heads, height, 8, align="left", fontSize=LETTERS, fontWeight="bold"),
        write_text([lane | {"x": 8} for lane in lanes], height, align="left", fontSize=10.5, fill=SOFT),
        write_text(numbers, height, LEFT - 6, align="right", fontSize=10.5, fill=SOFT),
    ]  # fmt: skip

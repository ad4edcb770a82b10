"""The position line of an issue: who stands where, how strong, how keen, and where the model sees it settle."""

from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    AS_GIVEN,
    FAINT,
    INK,
    PAPER,
    PURPLE,
    SOFT,
    STANCE_COLOURS,
    WIDTH,
    Datum,
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
from tocsin.briefing.sentences import format_number
from tocsin.briefing.words import count, shorten
from tocsin.records.forecast import Outcome
from tocsin.records.situation import AssessedIssue, Party, Stand

LEFT, RIGHT = 148, WIDTH - 14
ROW = 24
TOP = 14
STRIP = 34
LARGEST, SMALLEST = 300.0, 36.0


def draw_position_line(
    issue: AssessedIssue, outcome: Outcome | None, parties: dict[str, Party], places: Places, name: str
) -> Drawing | None:
    """The chart of an issue with at least two stands; None with fewer, since one dot is no chart."""
    if len(issue.stands) < 2:
        return None
    stands = sorted(issue.stands, key=lambda s: (s.position.likely, s.actor))
    rows = [describe_stand(s, n, parties, places) for n, s in enumerate(stands)]
    scale_areas(rows)
    foot = TOP + ROW * len(rows) + 4
    ends = [wrap(shorten(words, 60), 19, 3) for words in (issue.zero, issue.hundred)]
    below = foot + 22 + 13 * max(1 + e.count("\n") for e in ends)
    height = below + (STRIP + 20 if outcome else 0)
    layers = [*draw_frame(ends, foot, height), *draw_stands(rows, height)]
    if outcome is not None:
        layers += draw_outcome(outcome, below, height, places.quantities.get(id(issue.line_error)))
    title = f"Who stands where: {issue.proposal}"
    return draw_chart(make_canvas(layers, height), name, title, tell_line(issue, rows, outcome), list_figures(rows))


def describe_stand(stand: Stand, number: int, parties: dict[str, Party], places: Places) -> Datum:
    party = find_backer(stand, parties)
    capability = party.capability if party else None
    return {
        "actor": stand.on_behalf_of or stand.actor,
        "text": wrap(stand.on_behalf_of or stand.actor, 20, 2),
        "stance": stand.stance,
        "low": stand.position.low,
        "position": stand.position.likely,
        "high": stand.position.high,
        "salience": stand.salience.likely,
        "capability": capability.likely if capability and capability.origin != "default" else None,
        "y": TOP + ROW * number + ROW / 2,
        "href": point_to(places.open_first(stand.evidence)),
    }


def find_backer(stand: Stand, parties: dict[str, Party]) -> Party | None:
    """The party whose capability is behind a stand: whom it is on behalf of, else the actor."""
    names = (stand.on_behalf_of, stand.actor)
    return next((p for n in names if n and (p := parties.get(n)) and p.capability), None)


def scale_areas(rows: list[Datum]) -> None:
    """Areas in proportion to capability, the largest LARGEST; a small hollow dot where it is not known."""
    largest = max((r["capability"] or 0.0 for r in rows), default=0.0) or 1.0
    for row in rows:
        known = row["capability"] is not None
        row["area"] = max(SMALLEST, LARGEST * row["capability"] / largest) if known else 40.0
        row["fill"] = STANCE_COLOURS[row["stance"]] if known else PAPER
        row["edge"] = INK if known else STANCE_COLOURS[row["stance"]]
        row["ring"] = 0.4 + 2.2 * row["salience"]


def draw_frame(ends: list[str], foot: float, height: float) -> list[Any]:
    """The line from 0 to 100 with the words for its ends."""
    grid = [{"x": x, "y": TOP, "y2": foot} for x in (0, 50, 100)]
    numbers = [{"x": x, "y": foot + 10, "text": str(x)} for x in (0, 50, 100)]
    across = scale_across("x", LEFT, RIGHT)
    rules = hold(grid).mark_rule(stroke=FAINT, strokeWidth=1)
    marks = hold(numbers).mark_text(fontSize=11, fill=SOFT, baseline="middle")
    first, last = ({"y": foot + 24 + 6 * words.count("\n"), "text": words} for words in ends)
    return [
        rules.encode(x=across, y=scale_down(height), y2=alt.Y2("y2:Q")),
        marks.encode(x=across, y=scale_down(height), text=alt.Text("text:N")),
        write_text([first], height, LEFT - 6, fontSize=10.5, lineHeight=12, fill=SOFT, align="left"),
        write_text([last], height, RIGHT + 6, fontSize=10.5, lineHeight=12, fill=SOFT, align="right"),
    ]


def draw_stands(rows: list[Datum], height: float) -> list[Any]:
    across, down = scale_across("position", LEFT, RIGHT), scale_down(height)
    spread = hold(rows).mark_rule(stroke=SOFT, strokeWidth=1.5, opacity=0.8)
    dots = hold(rows).mark_point(filled=False, shape="circle", opacity=1)
    return [
        spread.encode(x=scale_across("low", LEFT, RIGHT), x2=alt.X2("high:Q"), y=down),
        dots.encode(
            x=across, y=down, size=alt.Size("area:Q", **AS_GIVEN), fill=alt.Fill("fill:N", **AS_GIVEN),
            stroke=alt.Stroke("edge:N", **AS_GIVEN), strokeWidth=alt.StrokeWidth("ring:Q", **AS_GIVEN),
            **link_rows(rows),
        ),
        write_text(rows, height, LEFT - 14, align="right", fontSize=11, lineHeight=11),
    ]  # fmt: skip


def draw_outcome(outcome: Outcome, top: float, height: float, place: str | None) -> list[Any]:
    """The strip of where the model's worlds settle, with the mean and its range; it leads to `place`."""
    base = top + STRIP
    most = max(outcome.masses) or 1.0
    heap = [{"point": n, "y": base - STRIP * mass / most, "foot": base} for n, mass in enumerate(outcome.masses)]
    mean = [{"position": outcome.mean, "low": outcome.mean_low, "high": outcome.mean_high, "y": base + 9}]
    wide = [{"low": outcome.low, "high": outcome.high, "y": base + 9}]
    down = scale_down(height)
    low = scale_across("low", LEFT, RIGHT)
    label = [{"y": base - 8, "text": "where the model\nsees it settle", "href": point_to(place)}]
    return [
        hold(heap).mark_area(fill=PURPLE, opacity=0.75, interpolate="step").encode(
            x=scale_across("point", LEFT, RIGHT), y=down, y2=alt.Y2("foot:Q")
        ),
        hold(wide).mark_rule(stroke=PURPLE, strokeWidth=1.5).encode(x=low, x2=alt.X2("high:Q"), y=down),
        hold(mean).mark_rule(stroke=PURPLE, strokeWidth=5).encode(x=low, x2=alt.X2("high:Q"), y=down),
        hold(mean).mark_tick(orient="vertical", thickness=2, height=14, color=INK).encode(
            x=scale_across("position", LEFT, RIGHT), y=down
        ),
        write_text(label, height, LEFT - 14, align="right", fontSize=11, fill=SOFT),
    ]  # fmt: skip


def tell_line(issue: AssessedIssue, rows: list[Datum], outcome: Outcome | None) -> str:
    """What the picture shows, for who does not see it."""
    told = [f"{r['actor']} {format_number(r['position'])} ({r['stance']})" for r in rows[:12]]
    more = f", and {count(len(rows) - 12, 'more stand')}" if len(rows) > 12 else ""
    settles = (
        f" The model's outcome: mean {outcome.mean:.0f}, range {outcome.mean_low:.0f} to {outcome.mean_high:.0f}."
        if outcome
        else ""
    )
    return f"From 0 ({issue.zero}) to 100 ({issue.hundred}): {', '.join(told)}{more}.{settles}"


def list_figures(rows: list[Datum]) -> list[Datum]:
    columns = ("actor", "stance", "low", "position", "high", "salience", "capability")
    return [{column: row[column] for column in columns} for row in rows]

"""The tree of conditions with its chances: elbows from step to step, chances at the right edge."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    SOFT,
    WIDTH,
    Datum,
    fit,
    hold,
    make_canvas,
    place_across,
    point_to,
    scale_down,
    wrap,
    write_text,
)  # fmt: skip
from tocsin.briefing.draw import draw_chart
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import format_percent, format_range, format_share
from tocsin.briefing.tree import Branch, open_branch

LEFT, INDENT = 4, 22
GIVEN, OVERALL = WIDTH - 92, WIDTH - 4
TOP, LETTERS, LINE = 34, 11, 13
MOST = 24
ONCE, IN_ALL = ("once_low", "once", "once_high"), ("low", "chance", "high")


def draw_tree(branches: Sequence[Branch], places: Places, name: str) -> Drawing | None:
    """The chart of a tree; None where nothing grows, and its first MOST steps where it is larger."""
    shown = branches[:MOST]
    if not shown:
        return None
    rows: list[Datum] = []
    y = float(TOP)
    for branch in shown:
        y += 10 if branch.depth == 0 and rows else 0
        rows.append(describe_branch(branch, y, places))
        y = rows[-1]["below"] + 9
    layers = [*draw_elbows(rows, y), *draw_words(rows, y), *draw_chances(rows, y)]
    told = ". ".join(f"{b.words}{': ' + b.told if b.told else ''}" for b in shown)
    figures = [list_figures(b) for b in shown]
    return draw_chart(make_canvas(layers, y), name, "What hangs on what", f"{told}.", figures)


def list_figures(branch: Branch) -> Datum:
    given, chance = branch.given, branch.chance
    once = {"once_low": given.low, "once": given.likely, "once_high": given.high} if given else dict.fromkeys(ONCE)
    all_in = {"low": chance.low, "chance": chance.value, "high": chance.high} if chance else dict.fromkeys(IN_ALL)
    return {"depth": branch.depth, "step": branch.words} | once | all_in


def describe_branch(branch: Branch, top: float, places: Places) -> Datum:
    """A step with the pixels of its text, at most three lines."""
    left = LEFT + INDENT * branch.depth
    room = (OVERALL if branch.depth == 0 else GIVEN - 44) - left
    text = wrap(branch.words, fit(room, LETTERS + (branch.depth == 0)), 3)
    lines = 1 + text.count("\n")
    return {
        "branch": branch, "depth": branch.depth, "text": text, "x": left, "y": top + LINE / 2 + (lines - 1) * LINE / 2,
        "first": top + LINE / 2, "foot": top + LINE * lines, "below": top + LINE * max(lines, 2 if branch.depth else 1),
        "href": point_to(open_branch(branch, places)),
    }  # fmt: skip


def draw_elbows(rows: list[Datum], height: float) -> list[Any]:
    """A line down from each step to those that hang on it, and across to their words."""
    lines: list[Datum] = []
    for number, row in enumerate(rows):
        if row["depth"] == 0:
            continue
        above = next(r for r in reversed(rows[:number]) if r["depth"] < row["depth"])
        x = above["x"] + 6
        lines.append({"x": x, "y": above["foot"] + 2, "x2": x, "y2": row["first"]})
        lines.append({"x": x, "y": row["first"], "x2": row["x"] - 4, "y2": row["first"]})
    if not lines:
        return []
    rule = hold(lines).mark_rule(stroke=SOFT, strokeWidth=1)
    return [rule.encode(x=place_across(), y=scale_down(height), x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"))]


def draw_words(rows: list[Datum], height: float) -> list[Any]:
    plain = [{k: r[k] for k in ("text", "x", "y", "href")} | {"root": r["depth"] == 0} for r in rows]
    roots, steps = [r for r in plain if r["root"]], [r for r in plain if not r["root"]]
    layers = [write_text(roots, height, align="left", fontSize=12, fontWeight="bold", lineHeight=LINE)]
    if steps:
        layers.append(write_text(steps, height, align="left", fontSize=LETTERS, lineHeight=LINE))
    return layers


def draw_chances(rows: list[Datum], height: float) -> list[Any]:
    """Two columns of numbers, each with its range below it."""
    overall, given = [], []
    for row in rows:
        branch: Branch = row["branch"]
        if branch.chance is not None:
            low, high = branch.chance.low, branch.chance.high
            told = {"text": format_percent(branch.chance.value), "small": format_range(low, high)}
            overall.append({"y": row["first"], "href": row["href"]} | told)
        if branch.given is not None:
            ends = f"{format_share(branch.given.low)} to {format_share(branch.given.high)}"
            told = {"text": format_share(branch.given.likely), "small": ends}
            given.append({"y": row["first"], "href": row["href"]} | told)
    layers = []
    heads = [{"y": 12.0, "text": "once the step\nabove has come", "x": GIVEN}] if given else []
    heads += [{"y": 12.0, "text": "in all", "x": OVERALL}] if overall else []
    if heads:
        layers.append(write_text(heads, height, align="right", fontSize=10, lineHeight=11, fill=SOFT))
    for x, numbers in ((OVERALL, overall), (GIVEN, given)):
        if numbers:
            layers.append(write_text(numbers, height, x, align="right", fontWeight="bold"))
            small = [n | {"text": n["small"], "y": n["y"] + 12} for n in numbers]
            layers.append(write_text(small, height, x, align="right", fontSize=9.5, fill=SOFT))
    return layers

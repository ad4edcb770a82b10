"""The matrix of parties and issues: colour and sign for the stance, the number of quotations, a bar where contested."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    AS_GIVEN,
    FAINT,
    INK,
    PAPER,
    SOFT,
    STANCE_COLOURS,
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
from tocsin.briefing.places import Places
from tocsin.briefing.stances import SIGNS, STANCES, name_side
from tocsin.briefing.words import count
from tocsin.records.coding import Stance
from tocsin.records.situation import AssessedIssue, Stand

COLUMNS, ROWS = 8, 40
GUTTER, CELL, GAP = 150, 25, 2
LABEL, LETTERS = 10.5, 11
LIGHT: frozenset[Stance] = frozenset(("conditional", "open"))
DARK = "#14161a"


def draw_matrix(issues: Sequence[AssessedIssue], places: Places, name: str) -> Drawing | None:
    """The chart of the first COLUMNS issues, where some party stands on more than one of them; else None."""
    shown = issues[:COLUMNS]
    stands = {(name_side(s), n): s for n, i in enumerate(shown) for s in i.stands}
    reach = Counter(side for side, _ in stands)
    if len(shown) < 2 or not any(n > 1 for n in reach.values()):
        return None
    sides = sorted(reach, key=lambda side: (-reach[side], side.lower()))[:ROWS]
    heads = label_columns(shown)
    top = heads[-1]["head"] + 6
    height = top + (CELL + GAP) * len(sides)
    names = [{"text": wrap(side, 24, 2), "y": top + find_row(n)} for n, side in enumerate(sides)]
    cells = [describe_cell(stands[side, k], k, top + find_row(n), places) for n, side in enumerate(sides)
             for k in range(len(shown)) if (side, k) in stands]  # fmt: skip
    layers = [*draw_heads(heads, top, height), *draw_cells(cells, height)]
    layers.append(write_text(names, height, GUTTER - 12, align="right", fontSize=LETTERS, lineHeight=12))
    told = "; ".join(
        f"{side}: " + ", ".join(f"{STANCES[stands[side, k].stance]} {i.proposal}" for k, i in enumerate(shown)
                                if (side, k) in stands)
        for side in sides[:12]
    )  # fmt: skip
    more = f"; and {count(len(sides) - 12, 'more party', 'more parties')}" if len(sides) > 12 else ""
    figures = [{"party": c["party"], "issue": shown[c["column"]].proposal, "stance": c["stance"],
                "quotations": c["number"], "contested": c["contested"]} for c in cells]  # fmt: skip
    return draw_chart(make_canvas(layers, height), name, "Parties and issues", f"{told}{more}.", figures)


def find_row(number: int) -> float:
    """The middle of a row, from the top of the first."""
    return (CELL + GAP) * number + CELL / 2


def find_column(number: int) -> float:
    return GUTTER + (CELL + GAP) * number + CELL / 2


def label_columns(issues: Sequence[AssessedIssue]) -> list[Datum]:
    """The names of the columns, each ending above its own; the last column's name stands highest."""
    heads: list[Datum] = []
    head = 4.0
    for number in reversed(range(len(issues))):
        x = find_column(number) + 4
        text = wrap(issues[number].proposal, fit(x, LABEL), 2)
        head += 12 * (1 + text.count("\n")) + 4
        heads.append({"x": x, "line": x - 4, "text": text, "y": head - 6 * (1 + text.count("\n")) - 2, "head": head})
    return heads


def draw_heads(heads: list[Datum], top: float, height: float) -> list[Any]:
    stems = [{"x": h["line"], "y": h["head"], "y2": top} for h in heads]
    rules = hold(stems).mark_rule(stroke=FAINT, strokeWidth=1)
    return [
        rules.encode(x=place_across(), y=scale_down(height), y2=alt.Y2("y2:Q")),
        write_text(heads, height, align="right", fontSize=LABEL, lineHeight=12, fill=SOFT),
    ]


def describe_cell(stand: Stand, column: int, y: float, places: Places) -> Datum:
    x = find_column(column)
    number = len([e for e in stand.evidence if e in places.evidence])
    return {
        "party": name_side(stand), "column": column, "stance": stand.stance, "sign": SIGNS[stand.stance],
        "number": number, "text": str(number) if number > 1 else "", "contested": stand.contested,
        "fill": STANCE_COLOURS[stand.stance], "x": x, "y": y,
        "left": x - CELL / 2, "right": x + CELL / 2, "upper": y - CELL / 2, "lower": y + CELL / 2,
        "href": point_to(places.open_first(stand.evidence)),
    }  # fmt: skip


def draw_cells(cells: list[Datum], height: float) -> list[Any]:
    down = scale_down(height, "upper")
    box = {"x": place_across("left"), "x2": alt.X2("right:Q"), "y": down, "y2": alt.Y2("lower:Q")}
    filled = (
        hold(cells).mark_rect(cornerRadius=3).encode(fill=alt.Fill("fill:N", **AS_GIVEN), **box, **link_rows(cells))
    )
    signs = [c | {"text": c["sign"], "href": None} for c in cells]
    numbers = [c | {"x": c["right"] - 3, "y": c["upper"] + 6, "href": None} for c in cells if c["number"] > 1]
    layers = [filled]
    for colour, own in (
        (DARK, [c for c in signs if c["stance"] in LIGHT]),
        (PAPER, [c for c in signs if c["stance"] not in LIGHT]),
    ):
        if own:
            layers.append(write_text(own, height, align="center", fontSize=15, fontWeight="bold", fill=colour))
    if numbers:
        layers.append(write_text(numbers, height, align="right", fontSize=8, fontWeight="bold", fill=DARK))
    contested = [
        c | {"y2": c["lower"], "y": c["upper"], "x": c["left"], "x2": c["right"]} for c in cells if c["contested"]
    ]
    if contested:
        across = hold(contested).mark_rule(stroke=INK, strokeWidth=1.5)
        layers.append(across.encode(x=place_across("x"), x2=alt.X2("x2:Q"), y=scale_down(height), y2=alt.Y2("y2:Q")))
    return layers

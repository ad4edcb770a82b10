"""How far each answer hangs on a sentence: one bar a sentence, from no move to the left or right."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    FAINT,
    INK,
    ORANGE,
    SKY,
    WIDTH,
    Datum,
    hold,
    make_canvas,
    scale_across,
    scale_down,
    write_text,
)  # fmt: skip
from tocsin.briefing.draw import draw_chart
from tocsin.records.forecast import Leverage

LEFT, RIGHT, TOP, ROW = 10, WIDTH - 12, 4, 58
EDGE = 46


def draw_leverage(moves: Sequence[Leverage], names: Sequence[str], name: str) -> Drawing | None:
    """The chart of at least two moves; `names` are two lines each: the sentence, the question."""
    if len(moves) < 2:
        return None
    height = TOP + ROW * len(moves)
    rows = [
        {"text": text, "y": TOP + ROW * n + 15, "points": 100 * m.moves, "middle": TOP + ROW * n + 43, "zero": 0}
        for n, (m, text) in enumerate(zip(moves, names, strict=True))
    ]
    told = "; ".join(
        f"{text.replace(chr(10), ' ')}: {100 * m.moves:+.1f} points" for m, text in zip(moves, names, strict=True)
    )
    figures = [{"evidence": m.evidence, "question": m.question, "moves": m.moves} for m in moves]
    layers = draw_bars(rows, height)
    return draw_chart(make_canvas(layers, height), name, "Sentences that move an answer most", f"{told}.", figures)


def draw_bars(rows: list[Datum], height: float) -> list[Any]:
    down = scale_down(height, "middle")
    axis = [{"x": 0, "y": r["middle"] - 9, "y2": r["middle"] + 9} for r in rows]
    points = [0.0, *(r["points"] for r in rows)]
    ends = (LEFT + EDGE, RIGHT - EDGE, min(points), max(points))
    layers = [
        hold(axis).mark_rule(stroke=FAINT, strokeWidth=1).encode(
            x=scale_across("x", *ends), y=scale_down(height), y2=alt.Y2("y2:Q")
        ),
        write_text(rows, height, LEFT, align="left", fontSize=11, lineHeight=14, baseline="alphabetic"),
    ]  # fmt: skip
    for colour, side, align, gap in ((SKY, 1, "left", 5), (ORANGE, -1, "right", -5)):
        shown = [r | {"label": f"{r['points']:+.1f}".replace("-", "−")} for r in rows if side * r["points"] >= 0]
        if not shown:
            continue
        across = scale_across("points", *ends)
        layers.append(hold(shown).mark_bar(fill=colour, height=11).encode(x=across, x2=alt.X2("zero:Q"), y=down))
        labels = hold(shown).mark_text(align=align, dx=gap, fontSize=11, fontWeight="bold", fill=INK, baseline="middle")
        layers.append(labels.encode(x=across, y=down, text=alt.Text("label:N")))
    return layers

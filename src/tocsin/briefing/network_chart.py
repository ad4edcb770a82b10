"""The signed network as a ring: solid blue where two parties agree, dashed red where they clash."""

import math
from collections.abc import Sequence
from typing import Any

import altair as alt

from tocsin.briefing.blocks import Drawing
from tocsin.briefing.canvas import (
    AS_GIVEN,
    BLUE,
    GREY,
    INK,
    PAPER,
    VERMILION,
    WIDTH,
    Datum,
    hold,
    make_canvas,
    place_across,
    scale_down,
    wrap,
    write_text,
)  # fmt: skip
from tocsin.briefing.draw import draw_chart
from tocsin.briefing.network import Bond, find_camps, order_camps
from tocsin.briefing.words import count, list_names

MOST_CAMPS, FEWEST_PARTIES = 30, 3
CENTRE, RADIUS, PULL = WIDTH / 2, 84, 0.45
LETTERS, LINE, NAMES, LOWEST = 20, 11.5, 4, 60.0


def draw_network(bonds: Sequence[Bond], name: str) -> Drawing | None:
    """The chart of the bonds between three parties or more, in at most MOST_CAMPS camps; None where all are one."""
    if len({party for bond in bonds for party in bond.pair}) < FEWEST_PARTIES:
        return None
    weights: dict[str, int] = {}
    for bond in bonds:
        for party in bond.pair:
            weights[party] = weights.get(party, 0) + abs(bond.net)
    camps = sorted(find_camps(list(bonds)), key=lambda c: (-sum(weights[p] for p in c), c))[:MOST_CAMPS]
    of = {party: number for number, camp in enumerate(camps) for party in camp}
    shown = [b for b in bonds if b.pair[0] in of and b.pair[1] in of]
    joined = join_camps(shown, of)
    if not joined:
        return None
    nodes, height = place_ring(order_camps(shown, camps))
    lines = draw_bonds(joined, {of[n["camp"][0]]: n for n in nodes}, height)
    title = "Who agrees and who clashes"
    canvas = make_canvas([*lines, *draw_camps(nodes, height)], height)
    return draw_chart(canvas, name, title, tell_network(bonds), list_figures(bonds))


def join_camps(bonds: Sequence[Bond], of: dict[str, int]) -> list[tuple[int, int, int]]:
    """One line for each two camps with a bond: their numbers, and the strongest net bond between their parties."""
    strongest: dict[tuple[int, int], int] = {}
    for bond in bonds:
        a, b = sorted(of[party] for party in bond.pair)
        if a != b and abs(bond.net) >= abs(strongest.get((a, b), 0)):
            strongest[a, b] = bond.net
    return [(a, b, net) for (a, b), net in sorted(strongest.items())]


def place_ring(ring: Sequence[tuple[str, ...]]) -> tuple[list[Datum], float]:
    """The camps on an ellipse, on its two sides below one another, so that no name meets another; and its height."""
    right = ring[: math.ceil(len(ring) / 2)]
    left = list(reversed(ring[len(right) :]))
    labels = {camp: wrap(name_camp(camp), LETTERS, 4) for camp in ring}
    heights = {camp: 10 + LINE * (1 + labels[camp].count("\n")) for camp in ring}
    height = max(LOWEST, *(sum(heights[c] for c in side) for side in (left, right)))
    nodes: list[Datum] = []
    for side, camps in ((1, right), (-1, left)):
        spare = (height - sum(heights[c] for c in camps)) / max(1, len(camps))
        y = 0.0
        for camp in camps:
            y += (heights[camp] + spare) / 2
            rise = 2 * y / height - 1
            x = CENTRE + side * RADIUS * math.sqrt(max(0.0, 1 - rise * rise))
            nodes.append({"camp": camp, "text": labels[camp], "side": side, "size": min(400, 46 + 22 * (len(camp) - 1)),
                          "x": round(x, 1), "y": round(y, 1)})  # fmt: skip
            y += (heights[camp] + spare) / 2
    return nodes, height


def name_camp(camp: tuple[str, ...]) -> str:
    return list_names(camp, NAMES) + (f" ({len(camp)})" if len(camp) > NAMES else "")


def draw_bonds(lines: Sequence[tuple[int, int, int]], nodes: dict[int, Datum], height: float) -> list[Any]:
    """Lines bent towards the centre: agreement below, conflict above it."""
    kinds = ((BLUE, [1, 0], [b for b in lines if b[2] > 0]), (GREY, [1, 3], [b for b in lines if b[2] == 0]),
             (VERMILION, [5, 3], [b for b in lines if b[2] < 0]))  # fmt: skip
    layers = []
    for colour, dash, own in kinds:
        if not own:
            continue
        rows = [row for number, line in enumerate(own) for row in bend(line, number, nodes, height)]
        drawn = hold(rows).mark_line(interpolate="basis", stroke=colour, strokeDash=dash, opacity=0.85)
        layers.append(
            drawn.encode(
                x=place_across(), y=scale_down(height), detail="line:N", order="step:Q",
                strokeWidth=alt.StrokeWidth("width:Q", **AS_GIVEN),
            )
        )  # fmt: skip
    return layers


def bend(line: tuple[int, int, int], number: int, nodes: dict[int, Datum], height: float) -> list[Datum]:
    """The three points of a line."""
    a, b = nodes[line[0]], nodes[line[1]]
    middle = ((a["x"] + b["x"]) / 2, (a["y"] + b["y"]) / 2)
    bent = (middle[0] + PULL * (CENTRE - middle[0]), middle[1] + PULL * (height / 2 - middle[1]))
    points = ((a["x"], a["y"]), bent, (b["x"], b["y"]))
    width = 1.2 + 0.9 * min(3, max(0, abs(line[2]) - 1))
    return [{"line": number, "step": n, "x": round(x, 1), "y": round(y, 1), "width": width}
            for n, (x, y) in enumerate(points)]  # fmt: skip


def draw_camps(nodes: list[Datum], height: float) -> list[Any]:
    plain = [{k: v for k, v in n.items() if k != "camp"} for n in nodes]
    dots = hold(plain).mark_point(filled=True, shape="circle", fill=INK, stroke=PAPER, strokeWidth=1.5, opacity=1)
    layers = [dots.encode(x=place_across(), y=scale_down(height), size=alt.Size("size:Q", **AS_GIVEN))]
    for side, align in ((1, "left"), (-1, "right")):
        own = [n | {"x": n["x"] + side * (6 + math.sqrt(n["size"] / math.pi))} for n in plain if n["side"] == side]
        if own:
            layers.append(write_text(own, height, align=align, fontSize=11, lineHeight=LINE))
    return layers


def tell_network(bonds: Sequence[Bond]) -> str:
    clashes = [f"{b.pair[0]} and {b.pair[1]}" for b in bonds if b.net < 0]
    agreements = [f"{b.pair[0]} and {b.pair[1]}" for b in reversed(bonds) if b.net > 0]
    told = [
        f"{count(len(pairs), 'pair')} {verb}: {', '.join(pairs[:10])}{' and others' if len(pairs) > 10 else ''}."
        for verb, pairs in (("clash", clashes), ("agree", agreements))
        if pairs
    ]
    return " ".join(told)


def list_figures(bonds: Sequence[Bond]) -> list[Datum]:
    return [{"one": b.pair[0], "other": b.pair[1], "agreements": b.agreements, "clashes": b.clashes, "net": b.net}
            for b in bonds]  # fmt: skip

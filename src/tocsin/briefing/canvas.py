"""The canvas of every chart: one view in pixels, so that no chart's layout hangs on the fonts of a machine."""

import textwrap
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

import altair as alt
from altair.utils.schemapi import debug_mode

from tocsin.briefing.words import tidy
from tocsin.records.coding import Stance

WIDTH = 400
FONT = "Helvetica, Arial, sans-serif"
INK, SOFT, FAINT, PAPER, SHADE = "#1d1f23", "#676c74", "#d3d6db", "#fefefd", "#f1f2f4"
BLUE, SKY, GREEN, ORANGE, VERMILION, PURPLE, GREY = (
    "#0072B2", "#56B4E9", "#009E73", "#E69F00", "#D55E00", "#CC79A7", "#8C9199",
)  # fmt: skip
STANCE_COLOURS: dict[Stance, str] = {
    "support": BLUE, "conditional": SKY, "open": ORANGE, "neutral": GREY, "oppose": VERMILION,
}  # fmt: skip
LETTER_SHARE = 0.52
Datum = dict[str, Any]
PIXEL: Any = alt.XValue
AS_GIVEN: Datum = {"scale": None, "legend": None}


def draw_unchecked() -> AbstractContextManager[None]:
    """Within it Altair does not check its parts against its schema: a third of the time, and the tests check them."""
    checking: AbstractContextManager[None] = debug_mode(False)
    return checking


def make_canvas(layers: Sequence[Any], height: float) -> Any:
    """Layers, drawn in pixels, as one chart of WIDTH by `height`."""
    return alt.LayerChart(
        layer=list(layers),
        width=WIDTH,
        height=round(height),
        padding=0,
        autosize=alt.AutoSizeParams(type="none"),
        config=alt.Config(font=FONT, aria=False, background="transparent", view=alt.ViewConfig(stroke=None)),
    )


def scale_across(field: str, left: float, right: float, first: float = 0, last: float = 100) -> Any:
    """The horizontal axis: `first` at the pixel `left`, `last` at the pixel `right`; nothing leaves it."""
    scale = alt.Scale(domain=[first, last], range=[left, right], zero=False, nice=False, clamp=True)
    return alt.X(field, type="quantitative", axis=None, scale=scale)


def place_across(field: str = "x") -> Any:
    """The horizontal axis: pixels from the left."""
    return scale_across(field, 0, WIDTH, 0, WIDTH)


def scale_down(height: float, field: str = "y") -> Any:
    """The vertical axis: pixels from the top."""
    scale = alt.Scale(domain=[0, round(height)], range=[0, round(height)], zero=False, nice=False)
    return alt.Y(field, type="quantitative", axis=None, scale=scale)


def hold(rows: Sequence[Datum]) -> Any:
    return alt.Chart(alt.InlineData(values=list(rows)))


def write_text(rows: Sequence[Datum], height: float, x: float | None = None, **look: Any) -> Any:
    """The `text` of each row at pixel `x`, or at its own, its lines around its own `y`; it leads to its `href`."""
    size = look.get("fontSize", 12)
    settings: Datum = {"fontSize": 12, "fill": INK, "baseline": "middle", "lineBreak": "\n", "lineHeight": size + 2}
    settings |= look
    rows = [r | {"y": r["y"] - settings["lineHeight"] / 2 * r["text"].count("\n")} for r in rows]
    across = place_across() if x is None else PIXEL(x)
    encoded = {"x": across, "y": scale_down(height), "text": alt.Text("text:N")} | link_rows(rows)
    return hold(rows).mark_text(**settings).encode(**encoded)


def link_rows(rows: Sequence[Datum]) -> Datum:
    """The encoding that leads each mark to the place of the briefing in its row's `href`; none where no row has one."""
    return {"href": alt.Href("href:N")} if any(r.get("href") for r in rows) else {}


def point_to(place: str | None) -> str | None:
    """A place of the briefing as the `href` of a mark."""
    return f"#{place}" if place else None


def wrap(text: str, width: int, lines: int) -> str:
    """Text in at most `lines` lines of `width` characters."""
    wrapped = textwrap.wrap(tidy(text), width=width, max_lines=lines, placeholder=" …", break_on_hyphens=False)
    return "\n".join(wrapped)


def fit(pixels: float, size: float) -> int:
    """How many letters of a font of `size` pixels stand in `pixels`, on the average of English text."""
    return max(4, int(pixels / (LETTER_SHARE * size)))

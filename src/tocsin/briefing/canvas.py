"""The canvas of every chart: one view in pixels, so that no chart's layout hangs on the fonts of a machine."""

import textwrap
from collections.abc import Sequence
from typing import Any

import altair as alt

WIDTH = 400
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
INK, SOFT, FAINT, PAPER = "#1d1f23", "#676c74", "#d3d6db", "#fefefd"
BLUE, SKY, GREEN, ORANGE, VERMILION, PURPLE, GREY = (
    "#0072B2", "#56B4E9", "#009E73", "#E69F00", "#D55E00", "#CC79A7", "#8C9199",
)  # fmt: skip
STANCE_COLOURS = {"support": BLUE, "conditional": SKY, "open": ORANGE, "neutral": GREY, "oppose": VERMILION}
Datum = dict[str, Any]
PIXEL: Any = alt.XValue


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


def scale_down(height: float, field: str = "y") -> Any:
    """The vertical axis: pixels from the top."""
    scale = alt.Scale(domain=[0, round(height)], range=[0, round(height)], zero=False, nice=False)
    return alt.Y(field, type="quantitative", axis=None, scale=scale)


def hold(rows: Sequence[Datum]) -> Any:
    return alt.Chart(alt.InlineData(values=list(rows)))


def write_text(rows: Sequence[Datum], height: float, x: float, **look: Any) -> Any:
    """The `text` of each row at pixel `x` and at its own `y`."""
    settings: Datum = {"fontSize": 12, "fill": INK, "baseline": "middle", "lineBreak": "\n"} | look
    return hold(rows).mark_text(**settings).encode(x=PIXEL(x), y=scale_down(height), text=alt.Text("text:N"))


def wrap(text: str, width: int, lines: int) -> str:
    """Text in at most `lines` lines of `width` characters."""
    wrapped = textwrap.wrap(text, width=width, max_lines=lines, placeholder=" …", break_on_hyphens=False)
    return "\n".join(wrapped)

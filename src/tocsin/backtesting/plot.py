"""The calibration of a backtest as a picture."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import altair as alt
import vl_convert

from tocsin.backtesting.calibration import CalibrationBin

SIZE = 360
INK, SOFT, BLUE = "#1d1f23", "#8C9199", "#0072B2"
VEGA_LITE = "6.4"


def draw_calibration(bins: Sequence[CalibrationBin], title: str) -> str:
    """SVG: how often outcomes came to lie below a threshold, against the chance that was given for it.

    **Holds** same bins, same bytes.
    """
    rows = alt.InlineData(values=[asdict(row) for row in bins])
    ends = alt.InlineData(values=[{"forecast": 0, "observed": 0}, {"forecast": 1, "observed": 1}])
    diagonal = alt.Chart(ends).mark_line(stroke=SOFT, strokeDash=[4, 4]).encode(x=across(), y=up("observed"))
    spread = alt.Chart(rows).mark_rule(stroke=BLUE).encode(x=across(), y=up("low"), y2="high:Q")
    dots = (
        alt.Chart(rows)
        .mark_circle(fill=BLUE, opacity=1)
        .encode(
            x=across(), y=up("observed"), size=alt.Size("forecasts:Q", legend=None, scale=alt.Scale(range=[30, 200]))
        )
    )
    chart = alt.layer(diagonal, spread, dots).properties(width=SIZE, height=SIZE, title=title)
    text = json.dumps(chart.to_dict(validate=False), sort_keys=True)
    return vl_convert.vegalite_to_svg(text, vl_version=VEGA_LITE) + "\n"


def across() -> Any:
    return alt.X("forecast:Q", title="chance given that the outcome lies below", scale=alt.Scale(domain=[0, 1]))


def up(field: str) -> Any:
    return alt.Y(f"{field}:Q", title="how often it did (95 %)", scale=alt.Scale(domain=[0, 1]))

"""Briefing: what a reader opens. One HTML file, its Markdown twin, and each chart's specification and figures."""

from typing import Literal

from pydantic import Field

from tocsin.records.frozen import Record


class ChartFile(Record):
    """A chart's Vega-Lite specification (JSON) and its figures (CSV)."""

    name: str
    vega_lite: str
    csv: str


class Briefing(Record):
    """**Holds** same situation and forecast: the same bytes; `html` asks nothing from anywhere."""

    format: Literal["tocsin/briefing/1"] = "tocsin/briefing/1"
    title: str
    bottom_line: tuple[str, ...] = Field(description="at most five sentences, plain text")
    html: str
    markdown: str
    charts: tuple[ChartFile, ...] = ()

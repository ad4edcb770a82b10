"""From a chart's specification to a picture that stands inside a page and takes on its colours."""

import csv
import io
import json
import re
from collections.abc import Sequence
from html import escape
from typing import Any

import vl_convert

from tocsin.briefing import canvas
from tocsin.briefing.blocks import Drawing
from tocsin.briefing.words import tidy

VEGA_LITE = "6.4"
PAGE_COLOURS = {
    canvas.INK: "currentColor",
    canvas.SOFT: "var(--soft)",
    canvas.FAINT: "var(--faint)",
    canvas.PAPER: "var(--paper)",
    canvas.SHADE: "var(--shade)",
    canvas.BLUE: "var(--blue)",
    canvas.SKY: "var(--sky)",
    canvas.ORANGE: "var(--orange)",
    canvas.VERMILION: "var(--vermilion)",
    canvas.PURPLE: "var(--purple)",
    canvas.GREY: "var(--grey)",
    canvas.GREEN: "var(--green)",
}
OWN_PLACE = re.compile(r'<a xlink:href="[^"#]*#([A-Za-z][\w-]*)"[^>]*>')
FOREIGN_PLACE = re.compile(r"<a xlink:href=[^>]*>(.*?)</a>", re.DOTALL)
UNSEEN = re.compile(
    r' (?:aria-[a-z]+|role|class|pointer-events|font-family|stroke-miterlimit)="[^"]*"|<path d="" display="none"/>'
)


def draw_chart(chart: Any, name: str, title: str, description: str, figures: Sequence[dict[str, Any]]) -> Drawing:
    """A chart as a picture with a title and a description, its Vega-Lite specification, and its figures as CSV.

    **Holds** same chart, same bytes; no id of one drawing is one of another with another name; a mark leads to a
    place of the page or nowhere.
    """
    title, description = tidy(title), tidy(description)
    specification = chart.to_dict(validate=False)
    text = json.dumps(specification, ensure_ascii=False, sort_keys=True)
    svg = vl_convert.vegalite_to_svg(text, vl_version=VEGA_LITE)
    specification |= {"title": title, "description": description}
    return Drawing(
        name=name,
        title=title,
        description=description,
        svg=dress_svg(svg, name, title, description),
        vega_lite=json.dumps(specification, ensure_ascii=False, sort_keys=True, indent=1) + "\n",
        csv=write_csv(figures),
    )


def dress_svg(svg: str, name: str, title: str, description: str) -> str:
    """The picture named for screen readers, scaled by the page, in the page's colours, with ids of its own.

    What it shows is told by its title, description and table; its marks are hidden from screen readers, and their
    links are for the mouse.
    """
    found = re.match(r"<svg\b[^>]*?width=\"([\d.]+)\" height=\"([\d.]+)\"[^>]*>", svg)
    assert found is not None
    width, height = found.groups()
    body = svg[found.end() :].removesuffix("</svg>")
    body = re.sub(r'\bid="([^"]+)"', rf'id="{name}-\1"', body)
    body = re.sub(r"url\(#([^)]+)\)", rf"url(#{name}-\1)", body)
    body = UNSEEN.sub("", body)
    body = OWN_PLACE.sub(r'<a href="#\1" tabindex="-1">', body)
    body = FOREIGN_PLACE.sub(r"\1", body)
    for colour, own in PAGE_COLOURS.items():
        body = body.replace(f'"{colour}"', f'"{own}"')
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" '
        f'role="graphics-document" aria-roledescription="chart" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-description">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-description">{escape(description)}</desc>'
    )
    return f'{head}<g aria-hidden="true">{body}</g></svg>'


def write_csv(figures: Sequence[dict[str, Any]]) -> str:
    if not figures:
        return ""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, fieldnames=list(figures[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(figures)
    return stream.getvalue()

"""Write the briefing on a situation and its forecast."""

from tocsin.briefing.canvas import draw_unchecked
from tocsin.briefing.html import write_html
from tocsin.briefing.markdown import write_markdown
from tocsin.briefing.outline import outline_briefing
from tocsin.records.briefing import Briefing, ChartFile
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation


def write_briefing(
    situation: Situation,
    forecast: Forecast,
    *,
    compared_with: Forecast | None = None,
    reviewed: tuple[int, int] | None = None,
) -> Briefing:
    """The briefing as HTML and Markdown, with each chart's specification and figures.

    `compared_with` is another forecast, of this situation or of one with other numbers, to be shown beside it.
    `reviewed` is how many records a person reviewed, out of how many.

    **Holds** same arguments: the same bytes; the page asks nothing from anywhere and is whole without a script; every
    link within it leads to a place in it; text of an article stays text.
    """
    with draw_unchecked():
        outline = outline_briefing(situation, forecast, compared_with, reviewed)
    return Briefing(
        title=outline.title,
        bottom_line=outline.bottom_line,
        html=write_html(outline),
        markdown=write_markdown(outline),
        charts=tuple(ChartFile(name=d.name, vega_lite=d.vega_lite, csv=d.csv) for d in outline.drawings),
    )

"""How measured stocks run over the weeks: their fan, its table, and what it says in one sentence."""

from collections.abc import Iterator

from tocsin.briefing.blocks import Block, Figure, Paragraph
from tocsin.briefing.build_up import MOST, find_day, tabulate_weeks
from tocsin.briefing.fan_chart import Panel, draw_fans
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import format_share, name_party
from tocsin.briefing.words import Piece, Words, key, link, say, tidy
from tocsin.records.forecast import Forecast, Question
from tocsin.records.paths import name_supply
from tocsin.records.series import StockSeries
from tocsin.records.situation import AssessedSupply, Situation

Stock = tuple[Question, StockSeries, AssessedSupply]


def picture_stocks(situation: Situation, forecast: Forecast, places: Places) -> Iterator[Block]:
    """The fan of the stocks whose numbers are more than defaults, with a sentence beneath it."""
    stocks = list_stocks(situation, forecast)[:MOST]
    panels = [
        Panel(name_stock(supply), s.weeks, s.p50, ((s.p05, s.p95), (s.p25, s.p75)), places.open_question(q.id),
              None if supply.binds is None else supply.binds.likely)
        for q, s, supply in stocks
    ]  # fmt: skip
    told = "; ".join(
        f"{name_stock(supply)}: {tell_point(s, 0)}, {tell_point(s, -1)} at the end" for _, s, supply in stocks
    )
    figures = [{"stock": name_stock(supply)} | row for _, s, supply in stocks for row in list_rows(s)]
    drawing = draw_fans(panels, situation.as_of, "stocks", "How the stocks run", f"{told}.", figures)
    if drawing is None:
        return
    caption = say(
        "Line: the middle of all worlds, as a share of the need. ",
        key("purple"),
        "\u00a0Bands: half of the worlds, and 90% of them. Dashed: the share below which the lack is taken to bind.",
    )
    columns = [
        (name_stock(supply), [tell_point(s, n) for n in range(len(s.weeks))], places.open_question(q.id))
        for q, s, supply in stocks
    ]
    what = "The figures of this chart: share of the need by week, the middle of all worlds, and 90% of them."
    table = tabulate_weeks(what, stocks[0][1].weeks, columns, situation.as_of)
    yield Figure(drawing, caption, table, ("model",))
    yield Paragraph(read_stock(stocks[0], situation, places))


def list_stocks(situation: Situation, forecast: Forecast) -> list[Stock]:
    supplies = {name_supply(s): s for s in reversed(situation.supplies)}
    return [
        (q, q.stock, supplies[q.about])
        for q in forecast.questions
        if q.stock is not None and not q.own and q.about in supplies
    ]


def name_stock(supply: AssessedSupply) -> str:
    return f"{tidy(supply.actor or 'an unnamed party')}: {tidy(supply.what)}"


def list_rows(series: StockSeries) -> Iterator[dict[str, float]]:
    columns = ("weeks", "p05", "p25", "p50", "p75", "p95")
    for row in zip(*(getattr(series, column) for column in columns), strict=True):
        yield dict(zip(("week", *columns[1:]), row, strict=True))


def tell_point(series: StockSeries, number: int) -> str:
    middle, low, high = (format_whole(column[number]) for column in (series.p50, series.p05, series.p95))
    return f"{middle} ({low} to {high})" if low != high else middle


def format_whole(share: float) -> str:
    return format_share(round(share, 2))


def read_stock(stock: Stock, situation: Situation, places: Places) -> Words:
    """From where to where the first stock runs, and whether it binds in the middle of the worlds."""
    question, series, supply = stock
    whom = name_party(supply.actor or "an unnamed party")
    end = (
        f"by {find_day(series.weeks[-1], situation.as_of)}" if situation.as_of else f"after {series.weeks[-1]:g} weeks"
    )
    words: list[str | Piece] = [
        f"In the middle of all worlds the stock of {tidy(supply.what)} of {whom} goes from ",
        f"{tell_point(series, 0)} of the need to ",
        link(tell_point(series, -1), places.open_question(question.id)),
        f" {end}",
    ]
    if supply.binds is not None:
        bar, last = supply.binds.likely, series.p50[-1]
        words.append(
            f", {'below' if last < bar else 'above'} the {format_share(bar)} at which its lack is taken to bind"
        )
    return say(*words, ".")

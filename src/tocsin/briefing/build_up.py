"""How the headline chances build up over the weeks: their fan, its table, and what it says in one sentence."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tocsin.briefing.blocks import Block, Figure, Paragraph, Row, Table
from tocsin.briefing.bottom_line import choose_questions
from tocsin.briefing.fan_chart import Panel, draw_fans
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import (
    format_date,
    format_percent,
    format_range,
    name_question,
    tell_clause,
    tell_deadline,
)  # fmt: skip
from tocsin.briefing.words import Words, key, link, list_names, say
from tocsin.records.forecast import Asked, Forecast, Question
from tocsin.records.series import Series
from tocsin.records.situation import Situation

MOST = 4
SEEN = 0.02
ASIDE: tuple[Asked, ...] = ("adopted", "war ends", "place changes hands", "shortage binds", "allies join")
AHEAD, LEAP = 0.05, 0.33
NUMBERS = ("none", "one", "two", "three", "four")


def picture_build_up(situation: Situation, forecast: Forecast, places: Places) -> Iterator[Block]:
    """The fan of chances with a sentence beneath it; nothing where none builds up to what can be seen."""
    chosen = choose_builders(situation, forecast)
    names = [name_question(q, situation) for q, _ in chosen]
    panels = [
        Panel(name, s.weeks, s.value, ((s.low, s.high),), places.open_question(q.id))
        for name, (q, s) in zip(names, chosen, strict=True)
    ]
    told = "; ".join(f"{name}: {tell_half(s, situation)}" for name, (_, s) in zip(names, chosen, strict=True))
    figures = [
        {"question": name, "label": q.label, "week": week, "chance": value, "low": low, "high": high}
        for name, (q, s) in zip(names, chosen, strict=True)
        for week, value, low, high in zip(s.weeks, s.value, s.low, s.high, strict=True)
    ]
    drawing = draw_fans(panels, situation.as_of, "build-up", "How the chances build up", f"{told}.", figures)
    if drawing is None:
        return
    caption = say(
        "Line: the chance that it has happened by then. ",
        key("purple"),
        "\u00a0Band: where that lies in 90% of the parameter sets that the ranges allow. ",
        "All panels have one scale." if len(panels) > 1 else "",
    )
    columns = [
        (name, [tell_point(s, n) for n in range(len(s.weeks))], places.open_question(q.id))
        for name, (q, s) in zip(names, chosen, strict=True)
    ]
    weeks = chosen[0][1].weeks
    table = tabulate_weeks("The figures of this chart: chance and range by week.", weeks, columns, situation.as_of)
    yield Figure(drawing, caption, table, ("model",))
    yield Paragraph(read_fans(chosen, situation, places))


def choose_builders(situation: Situation, forecast: Forecast) -> list[tuple[Question, Series]]:
    """The questions of the bottom line whose chance builds up to what can be seen, then others like them.

    Of two that build up alike only the first is shown.
    """
    others = [q for asked in ASIDE for q in forecast.questions if q.asked == asked]
    chosen: dict[Series, Question] = {}
    for question in (*choose_questions(situation, forecast), *others):
        if question.series is not None and not question.own and question.series.high[-1] >= SEEN:
            chosen.setdefault(question.series, question)
    return [(question, series) for series, question in chosen.items()][:MOST]


def tell_half(series: Series, situation: Situation) -> str:
    """The chance half-way and at the end."""
    half = find_half(series)
    return f"{tell_point(series, half)} {tell_week(series.weeks[half], situation)}, {tell_point(series, -1)} at the end"


def find_half(series: Series) -> int:
    """The point nearest to half of the time."""
    return min(range(len(series.weeks)), key=lambda n: abs(2 * series.weeks[n] - series.weeks[-1]))


def tell_point(series: Series, number: int) -> str:
    return f"{format_percent(series.value[number])} ({format_range(series.low[number], series.high[number])})"


def tell_week(week: float, situation: Situation) -> str:
    """'by 29 May 2024', or 'within 13 weeks'."""
    if situation.as_of is None:
        return f"within {week:g} weeks" if week != 1 else "within a week"
    return f"by {find_day(week, situation.as_of)}"


def find_day(week: float, start: str) -> str:
    return format_date((date.fromisoformat(start) + timedelta(days=round(7 * week))).isoformat())


def tabulate_weeks(
    caption: str, weeks: Sequence[float], columns: Sequence[tuple[str, Sequence[str], str | None]], start: str | None
) -> Table:
    """One row a week of what stands in each column (name, cells, place); the last row leads to the place."""
    rows = tuple(
        Row((
            say(f"week {week:g}", f", {find_day(week, start)}" if start else ""),
            *(say(link(cells[n], place if n == len(weeks) - 1 else None)) for _, cells, place in columns),
        ))
        for n, week in enumerate(weeks)
    )  # fmt: skip
    head = (say("by"), *(say(name) for name, _, _ in columns))
    return Table(caption, head, rows, tuple(range(1, len(head))))


def read_fans(chosen: Sequence[tuple[Question, Series]], situation: Situation, places: Places) -> Words:
    """The likeliest half-way and at the end, and whether the chances rise sooner or later."""
    question, series = max(chosen, key=lambda pair: pair[1].value[-1])
    half = find_half(series)
    where = "half-way" if 2 * series.weeks[half] == series.weeks[-1] else "about half-way"
    place = places.open_question(question.id)
    clause = tell_clause(question, situation).removesuffix(f" {tell_deadline(question)}")
    when = tell_week(series.weeks[half], situation)
    return say(
        f"{when[:1].upper()}{when[1:]}, {where}, the chance that {clause} stands at ",
        link(tell_point(series, half), place),
        ", and at ",
        link(tell_point(series, -1), place),
        f" at the end; {tell_pace([s for _, s in chosen])}.",
    )


def tell_pace(shown: Sequence[Series]) -> str:
    """How many of the chances rise sooner, how many later."""
    paces = [find_pace(s) for s in shown]
    counts = {pace: paces.count(pace) for pace in dict.fromkeys(paces)}
    if len(shown) == 1:
        return f"it rises {paces[0]}"
    if len(counts) == 1:
        return f"{'both' if len(shown) == 2 else f'all {NUMBERS[len(shown)]}'} chances rise {paces[0]}"
    parts = [f"{NUMBERS[number]} {'rises' if number == 1 else 'rise'} {pace}" for pace, number in counts.items()]
    return f"of the {NUMBERS[len(shown)]} chances {list_names(parts)}"


def find_pace(series: Series) -> str:
    """When a chance rises: at once, by a third or more at the deadline, more in one half of the time, or evenly."""
    first, last = series.value[0], series.value[-1]
    if last <= first:
        return "at once"
    if last - series.value[-2] >= LEAP * (last - first) and len(series.weeks) > 4:
        return "with a leap at the deadline"
    half = find_half(series)
    ahead = (series.value[half] - first) / (last - first) - series.weeks[half] / series.weeks[-1]
    if abs(ahead) < AHEAD:
        return "evenly"
    return f"more in the {'first' if ahead > 0 else 'second'} half of the time"

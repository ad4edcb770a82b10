"""Beside another forecast: which chances moved, and why: stands, threats, ties and numbers that differ."""

from collections.abc import Iterator

from tocsin.briefing.blocks import Block, Figure, Heading, Paragraph, Points, Row, Section, Table
from tocsin.briefing.differences import (
    Differences,
    compare_numbers,
    find_differences,
    tabulate_stands,
    tell_gone,
    tell_new,
)  # fmt: skip
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import MODEL_LABEL, format_chance, format_date, name_question
from tocsin.briefing.shift_chart import Shift, draw_shifts
from tocsin.briefing.words import Words, capitalise, count, link, say, shorten, soften, stress, tidy
from tocsin.records.forecast import Forecast, Question
from tocsin.records.situation import Situation

MOVED, NUMBERS, CITED, EXPLAINED = 0.005, 30, 6, 8


def write_comparison(situation: Situation, forecast: Forecast, other: Forecast, places: Places) -> Section:
    """What moved between `other` (before) and `forecast` (after), and what differs between their situations.

    Where both rest on the same words, the section is a what-if: only numbers differ, and stand first.
    """
    differences = find_differences(forecast, other)
    what_if = [e.quote for e in other.situation.evidence] == [e.quote for e in situation.evidence]
    names = ("without the change", "with it") if what_if else name_both(other.situation, situation)
    numbers = tabulate_numbers(situation, other.situation, places, names, every=what_if)
    if what_if:
        blocks: list[Block] = [*numbers, *picture_shifts(differences, forecast, places, names)]
        return Section("what-if", "What if", tuple(blocks), ("model",), MODEL_LABEL)
    blocks = [
        Paragraph(introduce(situation, other.situation, names)),
        *picture_shifts(differences, forecast, places, names),
        *list_differences(differences, situation, other.situation, places, names),
        *numbers,
    ]
    title = f"What changed since {names[0]}"
    return Section("what-if", title, tuple(blocks), ("reported", "coder", "model"), MODEL_LABEL)


def tabulate_numbers(
    situation: Situation, other: Situation, places: Places, names: tuple[str, str], *, every: bool
) -> list[Block]:
    """The numbers that differ, where some do."""
    rows = tuple(compare_numbers(situation, other, places, every=every))
    if not rows:
        return []
    more = f" The first {NUMBERS} of {len(rows)}." if len(rows) > NUMBERS else ""
    head = (say("number"), say(names[0]), say(names[1]))
    return [Table(f"Numbers that differ.{more}", head, rows[:NUMBERS], dense=True)]


def name_both(before: Situation, after: Situation) -> tuple[str, str]:
    """Two situations by their days, or by their titles where the days do not tell them apart."""
    if before.as_of and after.as_of and before.as_of != after.as_of:
        return format_date(before.as_of), format_date(after.as_of)
    one, other = (f"‘{shorten(s.title, 40)}’" for s in (before, after))
    return (one, other) if one != other else ("before", "after")


def introduce(situation: Situation, other: Situation, names: tuple[str, str]) -> Words:
    return say(
        "Compared with ", stress(shorten(other.title, 120)),
        f" ({count(len(other.sources), 'article')}, as of {format_date(other.as_of) or 'no date told'}): first which "
        "chances moved, then what was told differently. ",
        soften(f"Columns: {names[0]}, then {names[1]}. Words of the earlier situation are quoted here in full, since "
               "the evidence below is that of the later one."),
    )  # fmt: skip


def picture_shifts(
    differences: Differences, forecast: Forecast, places: Places, names: tuple[str, str]
) -> Iterator[Block]:
    """The chances that moved, with the words that are new behind them."""
    situation = forecast.situation
    moved = [
        (now, before) for now, before in differences.questions
        if now.chance and before.chance and abs(now.chance.value - before.chance.value) >= MOVED
    ]  # fmt: skip
    moved.sort(key=lambda pair: -abs(pair[0].chance.value - pair[1].chance.value))  # type: ignore[union-attr]
    shifts = [
        Shift(name_question(now, situation), before.chance, now.chance, places.open_question(now.id))
        for now, before in moved
        if now.chance and before.chance
    ]
    drawing = draw_shifts(shifts, names, "shifts")
    if drawing is None:
        yield Paragraph(say("No chance that can be given for both differs by half a percentage point or more."))
    else:
        caption = say(
            f"Hollow dot: {names[0]}; full dot: {names[1]}. Dashed and solid line: the range of each, that is, what is "
            "not known. Where the ranges overlap widely, the shift is small beside what is not known."
        )
        rows = tuple(describe_shift(now, before, differences, places, situation) for now, before in moved)
        head = (say("question"), say(names[0]), say(names[1]), say("difference"), say("words not in the other"))
        twin = Table("Chances that moved.", head, rows, numbers=(1, 2, 3))
        yield Figure(drawing, caption, twin, ("model",))
        if differences.fresh:
            yield Points(tuple(explain_shift(now, differences, places, situation) for now, _ in moved[:EXPLAINED]))
    changed = [
        say(link(name_question(now, situation), places.open_question(now.id)), f": {tell_answer(before)}, then ",
            f"{tell_answer(now)}.")
        for now, before in differences.questions if bool(now.chance) != bool(before.chance)
    ]  # fmt: skip
    if changed:
        yield Points(tuple(changed))


def describe_shift(
    now: Question, before: Question, differences: Differences, places: Places, situation: Situation
) -> Row:
    assert now.chance is not None and before.chance is not None
    points = f"{100 * (now.chance.value - before.chance.value):+.1f} points".replace("-", "−")
    fresh = [e for e in now.evidence if e in differences.fresh][:CITED]
    return Row((
        say(link(name_question(now, situation), places.open_question(now.id))),
        say(format_chance(before.chance)),
        say(link(format_chance(now.chance), places.open_question(now.id))),
        say(points),
        places.cite(fresh),
    ))  # fmt: skip


def explain_shift(now: Question, differences: Differences, places: Places, situation: Situation) -> Words:
    """Why a chance may have moved: the words that are new behind it, and the number that it hangs on most."""
    fresh = [e for e in now.evidence if e in differences.fresh][:CITED]
    told = say("words that the other does not hold", places.cite_after(fresh)) if fresh else say("no new words")
    name = link(name_question(now, situation), places.open_question(now.id))
    if not now.drivers:
        return say(name, ": ", told, ".")
    driver = now.drivers[0]
    return say(name, ": ", told, "; most moved by ", link(tidy(driver.path), places.paths.get(driver.path)), ".")


def tell_answer(question: Question) -> str:
    return format_chance(question.chance) if question.chance else "no chance given"


def list_differences(
    differences: Differences, situation: Situation, other: Situation, places: Places, names: tuple[str, str]
) -> Iterator[Block]:
    """Stands that moved, then what is told only in one of the two."""
    table = tabulate_stands(differences, places, names)
    if table is not None:
        yield Heading(say("Stands that differ"))
        yield table
    new, gone = list(tell_new(differences, situation, places)), list(tell_gone(differences, other))
    for title, points in ((f"Told only {place_name(names[1])}", new), (f"Told only {place_name(names[0])}", gone)):
        if points:
            yield Heading(say(capitalise(title)))
            yield Points(tuple(points))


def place_name(name: str) -> str:
    """'in ‘A title’', 'before', 'as of 3 May 2031'."""
    return f"in {name}" if name.startswith("‘") else name if name in ("before", "after") else f"as of {name}"

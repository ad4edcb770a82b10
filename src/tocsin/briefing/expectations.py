"""What the model expects: every question with its chance, both its ranges, and what stands behind it."""

from collections.abc import Iterator, Sequence

from tocsin.briefing.blocks import Block, Card, Figure, Heading, Paragraph, Points, Row, Section, Table
from tocsin.briefing.build_up import picture_build_up
from tocsin.briefing.chance_chart import draw_chances
from tocsin.briefing.issues import make_source
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import (
    MODEL_LABEL,
    find_likelihood,
    format_chance,
    format_percent,
    format_range,
    name_question,
    tell_deadline,
)  # fmt: skip
from tocsin.briefing.stock_fans import picture_stocks
from tocsin.briefing.words import Words, capitalise, key, link, say, soften, stress, tidy
from tocsin.records.forecast import Driver, Forecast, Question
from tocsin.records.quantity import Origin
from tocsin.records.situation import Situation

CHARTED = 18
TELLING = 0.005
ORIGINS: dict[Origin, str] = {
    "quoted": "quoted", "base rate": "base rate", "analyst": "set by an analyst", "default": "assumption of the tool",
}  # fmt: skip


def write_expectations(situation: Situation, forecast: Forecast, places: Places) -> Section | None:
    """The chart of chances with its table, and the questions without an answer."""
    if not forecast.questions:
        return None
    answered = [q for q in forecast.questions if q.chance is not None]
    silent = [q for q in forecast.questions if q.chance is None]
    blocks: list[Block] = [
        *picture_chances(answered, situation, places),
        *picture_build_up(situation, forecast, places),
        *picture_stocks(situation, forecast, places),
    ]
    if silent:
        blocks.append(Heading(say("Questions that the text does not answer")))
        blocks.append(Points(tuple(explain_silent(q, situation) for q in silent)))
    return Section("model", "What the model expects", tuple(blocks), ("model",), MODEL_LABEL)


def explain_silent(question: Question, situation: Situation) -> Words:
    because = capitalise(tidy(question.because).removeprefix("The text does not say enough: "))
    return say(stress(name_question(question, situation)), ". ", soften(because))


def write_behind(situation: Situation, forecast: Forecast, places: Places) -> Section | None:
    """A card for each chance: where the numbers of the first pages lead to."""
    cards = tuple(make_card(q, situation, places) for q in forecast.questions if q.chance is not None)
    if not cards:
        return None
    return Section("behind", "Behind each chance", cards, ("model",), MODEL_LABEL, annex=True)


def picture_chances(answered: Sequence[Question], situation: Situation, places: Places) -> Iterator[Block]:
    names = [name_question(q, situation) for q in answered]
    drawing = draw_chances(answered[:CHARTED], names[:CHARTED], places, "chances")
    if drawing is None:
        return
    caption = say(
        "Dot: the chance. ",
        key("purple"),
        " Thin line: where it lies in 90% of the parameter sets that the ranges "
        "allow, that is, what is not known. Thick line: 95% Monte Carlo error; where none shows, it is narrower than "
        "the dot. Bands: the likelihood words.",
    )
    yield Figure(drawing, caption, tabulate_chances(answered, names, places), ("model",))


def tabulate_chances(answered: Sequence[Question], names: Sequence[str], places: Places) -> Table:
    rows = tuple(
        Row((
            say(link(name, places.open_question(q.id))),
            say(find_likelihood(q.chance.value)),
            say(link(format_percent(q.chance.value), places.open_question(q.id))),
            say(format_range(q.chance.low, q.chance.high)),
            say(f"{100 * q.chance.noise_low:.1f}% to {100 * q.chance.noise_high:.1f}%"),
        ))
        for q, name in zip(answered, names, strict=True)
        if q.chance is not None
    )  # fmt: skip
    head = (say("question"), say("likelihood"), say("chance"), say("range"), say("Monte Carlo error"))
    return Table("The figures of this chart: model, not forecast of record.", head, rows, numbers=(2, 3, 4))


def make_card(question: Question, situation: Situation, places: Places) -> Card:
    """What a number leads to: how it comes about, what settles it, what moves it, and the words it rests on."""
    assert question.chance is not None
    likelihood = f", {find_likelihood(question.chance.value)}, {tell_deadline(question)}. "
    because = say(tidy(question.because), places.cite_after(question.evidence))
    blocks: list[Block] = [
        Paragraph(say(stress(format_chance(question.chance)), likelihood, because)),
        Paragraph(say("Settled by: ", tidy(question.resolved_by)), soft=True),
    ]
    telling = [d for d in question.drivers if d.variance_share >= TELLING]
    if telling:
        blocks.append(tabulate_drivers(telling, places))
    return Card(places.questions[question.id], say(name_question(question, situation)), tuple(blocks))


def tabulate_drivers(drivers: Sequence[Driver], places: Places) -> Table:
    """What carries the spread of the answer, each with its reason, source and words."""
    rows = tuple(
        Row((
            say(link(tidy(d.path), places.paths.get(d.path))),
            say(format_percent(d.variance_share)),
            describe_driver(d, places),
        ))
        for d in drivers
    )  # fmt: skip
    return Table(
        "What its spread comes from.", (say("number"), say("share"), say("stands on")), rows, numbers=(1,), dense=True
    )


def describe_driver(driver: Driver, places: Places) -> Words:
    source = say(" Source: ", make_source(driver.source), ".") if driver.source else ()
    return say(stress(ORIGINS[driver.origin]), f": {tidy(driver.because)}", source, places.cite_after(driver.evidence))

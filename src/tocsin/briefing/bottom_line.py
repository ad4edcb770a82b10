"""The bottom line: at most five chances that a reader asks for first; confidence and its reason apart."""

from collections.abc import Iterator

from tocsin.briefing.blocks import Block, Judgement, Level, Paragraph, Section
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import MODEL_LABEL, format_percent, judge_chance
from tocsin.briefing.words import Words, count, join, link, say, soften, tidy
from tocsin.records.forecast import Asked, Forecast, Question
from tocsin.records.situation import Situation

MOST = 5
FIRST: tuple[Asked, ...] = (
    "adopted",
    "threat carried out",
    "war begins",
    "ground gained",
    "acted outside",
    "commitment invoked",
)
LATER: tuple[Asked, ...] = ("adopted", "acted outside", "threat carried out", "threat triggered", "war begins",
                            "commitment invoked")  # fmt: skip
WIDE, NARROW = 0.5, 0.2
MANY_DEFAULTS, FEW_DEFAULTS = 0.5, 0.2


def write_bottom_line(situation: Situation, forecast: Forecast, places: Places) -> Section:
    """The first section; where no question has a chance it says that, and why."""
    chosen = choose_questions(situation, forecast)
    blocks: list[Block] = [
        Judgement(
            words=judge_chance(question, situation, places.open_question(question.id)),
            level=rate_confidence(question, places),
            reason=explain_confidence(question, places),
            figure=link(format_percent(question.chance.value), places.open_question(question.id)),
            low=100 * question.chance.low,
            value=100 * question.chance.value,
            high=100 * question.chance.high,
        )
        for question in chosen
        if question.chance is not None
    ]
    if not chosen:
        return Section("bottom-line", "Bottom line", (Paragraph(explain_silence(forecast)),))
    return Section("bottom-line", "Bottom line", tuple(blocks), ("model",), MODEL_LABEL)


def choose_questions(situation: Situation, forecast: Forecast) -> list[Question]:
    """One question of each kind first, on what most parties stand on; then the next ones of each kind."""
    stands = {i.id: len(i.stands) for i in situation.issues}
    linked = {t.id: stands.get(t.issue or "", 0) for t in situation.threats}
    weights = stands | linked
    answered = [q for q in forecast.questions if q.chance is not None]
    ranked = sorted(answered, key=lambda q: -weights.get(q.about, 0))
    chosen: list[Question] = []
    for asked in (*FIRST, *LATER, *LATER, *LATER):
        fitting = next((q for q in ranked if q.asked == asked and q not in chosen), None)
        if fitting is not None and len(chosen) < MOST:
            chosen.append(fitting)
    return chosen


def explain_confidence(question: Question, places: Places) -> Words:
    """Why the chance can be relied on so far: sources, assumptions, width; nothing about likelihood."""
    reasons = list(list_reasons(question, places))
    if question.drivers:
        driver = question.drivers[0]
        reasons.append(say("most moved by ", link(tidy(driver.path), places.paths.get(driver.path))))
    return say(join(reasons, "; "), ".")


def rate_confidence(question: Question, places: Places) -> Level:
    """How good the grounds are."""
    assert question.chance is not None
    width = question.chance.high - question.chance.low
    if width >= WIDE or question.default_share >= MANY_DEFAULTS:
        return "low"
    if width < NARROW and question.default_share < FEW_DEFAULTS and count_documents(question, places) >= 2:
        return "high"
    return "moderate"


def list_reasons(question: Question, places: Places) -> Iterator[Words]:
    documents, card = count_documents(question, places), places.open_question(question.id)
    if documents:
        quotations = count(len([e for e in question.evidence if e in places.evidence]), "quotation")
        yield say("rests on ", link(quotations, card), f" from {count(documents, 'article')}")
    else:
        yield say("rests on no quotation")
    if question.default_share >= 0.005:
        share = format_percent(question.default_share)
        yield say(link(share, card), " of its spread comes from assumptions of the tool")
    elif question.drivers:
        yield say("its spread comes from quotations and base rates, none from assumptions")
    assert question.chance is not None
    if question.chance.high - question.chance.low >= WIDE:
        yield say("the range is wide")


def count_documents(question: Question, places: Places) -> int:
    return len({places.evidence[e].document for e in question.evidence if e in places.evidence})


def explain_silence(forecast: Forecast) -> Words:
    """Why there is no chance to report."""
    if not forecast.questions:
        return say(
            "No chance can be given: nothing was found on which a question with a deadline could be asked. ",
            soften("What was found stands below."),
        )
    asked = count(len(forecast.questions), "question")
    return say(
        f"No chance can be given: {asked} can be asked, and the text says too little to answer any of them. ",
        soften("What is missing is listed under ‘What is not known’."),
    )

"""The bottom line: at most five chances that a reader asks for first; confidence and its reason apart."""

from collections.abc import Iterator

from tocsin.briefing.blocks import Block, Judgement, Paragraph, Section
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import MODEL_LABEL, format_percent, judge_chance
from tocsin.briefing.words import Words, count, link, say, soften, stress
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
            confidence=judge_confidence(question, places),
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


def judge_confidence(question: Question, places: Places) -> Words:
    """How far the chance can be relied on, and why: sources, assumptions, width; nothing about likelihood."""
    level = rate_confidence(question, places)
    reasons = list(list_reasons(question, places))
    words = say(stress(f"Confidence {level}"), ": ", "; ".join(reasons))
    if question.drivers:
        driver = question.drivers[0]
        words = say(words, "; most moved by ", link(driver.path, places.paths.get(driver.path)))
    return say(words, ".")


def rate_confidence(question: Question, places: Places) -> str:
    """'low', 'moderate' or 'high'."""
    assert question.chance is not None
    width = question.chance.high - question.chance.low
    if width >= WIDE or question.default_share >= MANY_DEFAULTS:
        return "low"
    if width < NARROW and question.default_share < FEW_DEFAULTS and count_documents(question, places) >= 2:
        return "high"
    return "moderate"


def list_reasons(question: Question, places: Places) -> Iterator[str]:
    documents = count_documents(question, places)
    yield f"rests on {count(documents, 'article')}" if documents else "rests on no quotation"
    if question.default_share >= 0.005:
        yield f"{format_percent(question.default_share)} of its spread comes from defaults of the tool"
    elif question.drivers:
        yield "its spread comes from quotations and base rates, none from defaults"
    assert question.chance is not None
    if question.chance.high - question.chance.low >= WIDE:
        yield "the range is wide"


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

"""The headline of a case's answer: kept in the case with the forecast it comes from, and how it moved."""

import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.briefing.bottom_line import choose_questions
from tocsin.briefing.sentences import judge_chance, name_question
from tocsin.briefing.words import read_plain
from tocsin.case.store import Case, count_documents, count_log, name_moment
from tocsin.formats import check_record
from tocsin.records.forecast import Forecast, Question


@dataclass(frozen=True)
class Headline:
    """The first answer of a forecast after `log` lines of the log: its name, its sentence and its chance with range."""

    log: int
    label: str | None
    name: str
    sentence: str
    value: float | None = None
    low: float | None = None
    high: float | None = None


def find_headline(made: Forecast, log: int) -> Headline:
    """The question that the bottom line of a briefing starts with."""
    chosen = choose_questions(made.situation, made)
    if not chosen or chosen[0].chance is None:
        return Headline(log, None, "no chance", "No chance can be given: the text says too little for one.")
    return word_headline(made, chosen[0], log)


def word_headline(made: Forecast, question: Question, log: int) -> Headline:
    chance = question.chance
    assert chance is not None
    sentence = read_plain(judge_chance(question, made.situation, None))
    name = name_question(question, made.situation)
    return Headline(log, question.label, name, sentence, chance.value, chance.low, chance.high)


def keep_answer(case: Case, made: Forecast, headline: Headline, documents: int) -> None:
    """The forecast in place of the one before, and its headline beside all earlier ones."""
    packed = zlib.compress(made.model_dump_json(by_alias=True).encode(), 6)
    with case.writing():
        case.sql.execute(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                headline.log, name_moment(datetime.now(UTC)), headline.label, headline.name, headline.sentence,
                headline.value, headline.low, headline.high,
            ),
        )  # fmt: skip
        case.sql.execute(
            "INSERT OR REPLACE INTO newest_forecast VALUES (1, ?, ?, ?)", (headline.log, documents, packed)
        )


def load_forecast(case: Case) -> tuple[Forecast, bool] | None:
    """The newest forecast of a case, and whether it saw all of its articles and its log; None before the first."""
    row = case.sql.execute("SELECT log, documents, forecast FROM newest_forecast").fetchone()
    if row is None:
        return None
    made = check_record(Forecast, zlib.decompress(row[2]).decode(), f"{case.path}, newest forecast")
    return made, (row[0], row[1]) == (count_log(case), count_documents(case))


def list_headlines(case: Case) -> list[Headline]:
    """The headlines so far, oldest first."""
    rows = case.sql.execute("SELECT log, label, name, sentence, value, low, high FROM answers ORDER BY log")
    return [Headline(*row) for row in rows]


def tell_move(before: Headline | None, now: Headline) -> str:
    """How the headline answer moved, in one line."""
    if now.value is None:
        return f"The articles as corrected give no chance now (before: {before.name})." if before else now.sentence
    if before is None or before.value is None:
        return f"{now.name}: {percent(now.value)}."
    if before.label != now.label:
        return (
            f"The headline is now: {now.name}, {percent(now.value)} (before: {before.name}, {percent(before.value)})."
        )
    points = 100 * (now.value - before.value)
    if abs(points) < 0.05:
        return f"{now.name}: still {percent(now.value)}."
    sign = "up" if points > 0 else "down"
    return f"{now.name}: {percent(before.value)} → {percent(now.value)}, {sign} {abs(points):.1f} points."


def percent(share: float) -> str:
    """A chance with the decimal that a correction can move."""
    shown = f"{100 * share:.1f}"
    return "under 0.1%" if shown == "0.0" else "over 99.9%" if shown == "100.0" else f"{shown}%"

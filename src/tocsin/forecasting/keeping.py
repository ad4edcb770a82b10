"""What a ledger keeps of a forecast: each question that has a chance, beside what baselines say."""

from collections.abc import Iterator

from tocsin.codebook.rates import base_rate
from tocsin.codebook.tables import load_table
from tocsin.records.forecast import Asked, Forecast, Question
from tocsin.records.frozen import hash_words
from tocsin.records.ledger import KeptLine, KeptQuestion

CHANGES = 0.02
GOES_ON: tuple[Asked, ...] = ("ground gained", "shortage binds", "commitment honoured")


def keep_forecast(forecast: Forecast) -> Iterator[KeptQuestion | KeptLine]:
    """The entries of a forecast; questions without a chance are no forecasts, conditional ones cannot be resolved."""
    for question in forecast.questions:
        if question.chance is not None and question.given is None and question.asked != "commitment honoured":
            yield keep_question(question, forecast)
    for outcome in forecast.outcomes:
        proposal = next(i.proposal for i in forecast.situation.issues if i.id == outcome.issue)
        label = f"settles: {proposal}"
        yield KeptLine(
            id=name_entry(label, None, forecast),
            label=label,
            made_on=forecast.situation.as_of,
            masses=outcome.masses,
            situation_hash=forecast.situation_hash,
            version=forecast.version,
        )


def keep_question(question: Question, forecast: Forecast) -> KeptQuestion:
    assert question.chance is not None
    return KeptQuestion(
        id=name_entry(question.label, question.deadline, forecast),
        label=question.label,
        asked=question.asked,
        text=question.text,
        resolved_by=question.resolved_by,
        made_on=forecast.situation.as_of,
        deadline=question.deadline,
        weeks=question.weeks,
        chance=question.chance.value,
        low=question.chance.low,
        high=question.chance.high,
        climatology=find_climatology(question.asked),
        persistence=1 - CHANGES if question.asked in GOES_ON else CHANGES,
        situation_hash=forecast.situation_hash,
        models_hash=hash_words(*forecast.models),
        version=forecast.version,
        seed=forecast.seed,
        draws=forecast.draws,
    )


def name_entry(label: str, deadline: str | None, forecast: Forecast) -> str:
    """An id that the same question of the same forecast always has."""
    return f"led-{hash_words(label, deadline, forecast.situation_hash, forecast.version, forecast.seed)}"


def find_climatology(asked: Asked) -> float | None:
    """The share of past cases; None where no rate is published."""
    rows = [row for row in load_table("base_rates")["climatology"] if row["asked"] == asked]
    return base_rate(rows[0]["rate"]).value if rows else None

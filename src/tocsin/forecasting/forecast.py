"""Forecast a situation: draw the worlds, answer its questions, say what each answer rests on."""

import math
from collections.abc import Sequence
from dataclasses import replace

from tocsin.errors import InputError
from tocsin.forecasting.answers import answer_situation
from tocsin.forecasting.chance import count_number, find_worlds, sum_up, time_happening
from tocsin.forecasting.compare import compare_answers
from tocsin.forecasting.draw import Worlds
from tocsin.forecasting.drivers import find_default_share, find_shares, list_drivers
from tocsin.forecasting.horizon import Horizon, set_horizon
from tocsin.forecasting.leverage import find_leverage
from tocsin.forecasting.own import ask_own
from tocsin.forecasting.question import Answer
from tocsin.forecasting.series import write_series, write_stock
from tocsin.forecasting.sources import list_models
from tocsin.records.forecast import Difference, Forecast, Question, hash_situation
from tocsin.records.frozen import hash_words
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Situation


def forecast_situation(
    situation: Situation,
    *,
    weeks: int = 26,
    draws: int = 10_000,
    seed: int = 7,
    version: str,
    questions: Sequence[str] = (),
    without: Situation | None = None,
    workers: int = 1,
) -> Forecast:
    """The chances for the next `weeks` weeks in `draws` worlds from `seed`.

    `questions` are one's own ones; `without` is the situation before a supposition, in the same worlds.
    Raises InputError where weeks or draws are below 1, or a question names nothing.

    **Holds** same arguments: the same bytes, whatever the number of workers; a quantity that is changed leaves the
    draws and the luck of all others alone.
    """
    if weeks < 1 or draws < 1:
        raise InputError("forecast", f"{weeks} weeks and {draws} draws are too few", "Take at least 1 of each")
    worlds = Worlds(seed, draws, workers=workers)
    horizon = set_horizon(situation.as_of, weeks)
    answers, resolutions = answer_situation(worlds, situation, horizon)
    quantities = dict(reversed(list(situation.quantities())))
    asked = [write_question(worlds, a, quantities, horizon) for a in answers]
    for words in questions:
        own, until = ask_own(answers, words, horizon)
        asked.append(write_question(worlds, own, quantities, until).model_copy(update={"own": True}))

    once = replace(worlds, replicates=1)

    def again(changed: Situation) -> list[Answer]:
        return answer_situation(once, changed, horizon, stocks=False)[0]

    return Forecast(
        version=version,
        seed=seed,
        draws=draws,
        weeks=weeks,
        situation_hash=hash_situation(situation),
        situation=situation,
        questions=tuple(asked),
        outcomes=tuple(r.outcome for r in resolutions if r.outcome is not None),
        leverage=find_leverage(situation, answers, weeks, again, "dropped"),
        turned=find_leverage(situation, answers, weeks, again, "turned"),
        differences=find_differences(worlds, answers, without, horizon),
        without_hash=None if without is None else hash_situation(without),
        models=list_models(a.asked for a in answers),
    )


def find_differences(
    worlds: Worlds, answers: Sequence[Answer], without: Situation | None, horizon: Horizon
) -> tuple[Difference, ...]:
    if without is None:
        return ()
    return compare_answers(answers, answer_situation(worlds, without, horizon)[0], horizon.weeks)


def write_question(worlds: Worlds, answer: Answer, quantities: dict[str, Quantity], horizon: Horizon) -> Question:
    """An answer as a question of the record, with what drives it."""
    chances = find_worlds(answer, horizon.weeks)
    shares = find_shares(worlds, answer, chances, quantities)
    chance = sum_up(answer, horizon.weeks)
    return Question(
        id=f"que-{hash_words(answer.label)}",
        label=answer.label,
        asked=answer.asked,
        about=answer.about,
        actor=answer.actor,
        text=write_ask(answer, horizon),
        resolved_by=answer.resolved_by,
        weeks=math.ceil(horizon.weeks),
        deadline=horizon.deadline,
        chance=chance,
        because=answer.because,
        default_share=find_default_share(shares, quantities),
        drivers=list_drivers(worlds, shares, chances, quantities),
        evidence=answer.evidence,
        clause=answer.clause,
        given=answer.given_label,
        timing=time_happening(answer, horizon.weeks),
        number=count_number(answer),
        series=write_series(answer, horizon.weeks, chance),
        stock=write_stock(answer.levels, horizon.weeks),
    )


def write_ask(answer: Answer, horizon: Horizon) -> str:
    before, after = answer.ask
    return f"{before}{horizon.words}{after}" if after else before

"""Forecast a situation: draw the worlds, answer its questions, say what each answer rests on."""

from collections.abc import Iterable

from tocsin.errors import InputError
from tocsin.forecasting.answers import answer_situation
from tocsin.forecasting.chance import count_number, find_worlds, sum_up, time_happening
from tocsin.forecasting.draw import Worlds
from tocsin.forecasting.drivers import find_default_share, find_shares, list_drivers
from tocsin.forecasting.horizon import Horizon, set_horizon
from tocsin.forecasting.leverage import find_leverage
from tocsin.forecasting.question import Answer
from tocsin.forecasting.sources import list_models
from tocsin.records.forecast import Forecast, Question, hash_situation
from tocsin.records.frozen import hash_words
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Situation


def forecast_situation(
    situation: Situation, *, weeks: int = 26, draws: int = 10_000, seed: int = 7, version: str
) -> Forecast:
    """The chances for the next `weeks` weeks in `draws` worlds from `seed`.

    Raises InputError where weeks or draws are below 1.

    **Holds** same arguments: the same bytes; a quantity that is changed leaves the draws of all others alone.
    """
    if weeks < 1 or draws < 1:
        raise InputError("forecast", f"{weeks} weeks and {draws} draws are too few", "Take at least 1 of each")
    worlds = Worlds(seed, draws)
    horizon = set_horizon(situation.as_of, weeks)
    answers, resolutions = answer_situation(worlds, situation, horizon)
    quantities = dict(reversed(list(situation.quantities())))
    leverage = find_leverage(situation, answers, weeks, lambda reduced: answer_situation(worlds, reduced, horizon)[0])
    return Forecast(
        version=version,
        seed=seed,
        draws=draws,
        weeks=weeks,
        situation_hash=hash_situation(situation),
        situation=situation,
        questions=tuple(write_questions(worlds, answers, quantities, horizon)),
        outcomes=tuple(r.outcome for r in resolutions if r.outcome is not None),
        leverage=leverage,
        models=list_models(a.asked for a in answers),
    )


def write_questions(
    worlds: Worlds, answers: Iterable[Answer], quantities: dict[str, Quantity], horizon: Horizon
) -> Iterable[Question]:
    """The answers as questions of the record, with what drives them."""
    for answer in answers:
        chances = find_worlds(answer, horizon.weeks)
        shares = find_shares(worlds, answer, chances, quantities)
        yield Question(
            id=f"que-{hash_words(answer.label)}",
            label=answer.label,
            asked=answer.asked,
            about=answer.about,
            actor=answer.actor,
            text=write_ask(answer, horizon),
            resolved_by=answer.resolved_by,
            weeks=horizon.weeks,
            deadline=horizon.deadline,
            chance=sum_up(answer, horizon.weeks),
            because=answer.because,
            default_share=find_default_share(shares, quantities),
            drivers=list_drivers(worlds, shares, chances, quantities),
            evidence=answer.evidence,
            clause=answer.clause,
            given=answer.given_label,
            timing=time_happening(answer, horizon.weeks),
            number=count_number(answer),
        )


def write_ask(answer: Answer, horizon: Horizon) -> str:
    before, after = answer.ask
    return f"{before}{horizon.words}{after}" if after else before

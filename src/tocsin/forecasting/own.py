"""Questions of one's own: one of the situation's, by another day, or given that another has come true."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tocsin.errors import InputError
from tocsin.forecasting.horizon import Horizon, count_weeks
from tocsin.forecasting.question import Answer

FORM = re.compile(r"^(?P<label>.+?)(?: given (?P<given>.+?))?(?: by (?P<day>\d{4}-\d{2}-\d{2}))?$")
EXAMPLE = "For example: 'war begins by 2024-06-30', or 'helped: NATO given war begins: NATO and Russia'"


def ask_own(answers: Sequence[Answer], words: str, horizon: Horizon) -> tuple[Answer, Horizon]:
    """The answer to 'LABEL', 'LABEL given LABEL' or either 'by YYYY-MM-DD', and how far it looks.

    A label is that of a question of the situation, or words of exactly one. Raises InputError where it names none or
    several, where a day lies outside the horizon, or where the question has no time of its own.
    """
    parts = FORM.match(words.strip())
    assert parts is not None
    wanted = find_answer(answers, parts["label"])
    day, given = parts["day"], parts["given"]
    own = replace(wanted, label=words.strip(), levels=None)
    if day is not None or given is not None:
        if wanted.times is None and wanted.chances is not None:
            raise InputError(
                "--question", f"'{wanted.label}' has no time of its own", "Ask it without 'by' and 'given'"
            )
        own = replace(own, chances=None)
    if given is not None:
        taken = find_answer(answers, given)
        if taken.times is None:
            raise InputError("--question", f"whether '{taken.label}' comes true has no time", EXAMPLE)
        because = f"Among the worlds in which this comes true: {taken.clause}. {wanted.because}"
        own = replace(own, given=taken.times, given_label=taken.label, because=because)
    return own, horizon if day is None else shorten_horizon(horizon, day)


def shorten_horizon(horizon: Horizon, day: str) -> Horizon:
    """The horizon with another deadline."""
    if horizon.as_of is None:
        raise InputError("--question", "no article is dated, so that no deadline can be counted", "Give --published")
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise InputError("--question", f"{day} is no day of the calendar", EXAMPLE) from error
    weeks = count_weeks(horizon.as_of, day)
    if not 0 < weeks <= horizon.weeks:
        what = f"{day} lies not between the situation's day, {horizon.as_of}, and its horizon, {horizon.deadline}"
        raise InputError("--question", what, "Look further with --weeks, or name another day")
    return Horizon(weeks, day, horizon.as_of)


def find_answer(answers: Sequence[Answer], words: str) -> Answer:
    """The answer with this label, or whose label holds all these words."""
    for answer in answers:
        if answer.label == words:
            return answer
    wanted = split_words(words)
    fits = [a for a in answers if wanted <= split_words(a.label)]
    if len(fits) == 1:
        return fits[0]
    known = "; ".join(a.label for a in fits or answers)
    raise InputError("--question", f"'{words}' fits {len(fits)} questions", f"The questions are: {known}")


def split_words(label: str) -> frozenset[str]:
    return frozenset(label.lower().replace(":", " ").replace(",", " ").split())

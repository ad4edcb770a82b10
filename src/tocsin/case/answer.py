"""What a case answers: its corrected coding assessed and forecast, and what the headline of that is."""

from collections.abc import Callable

from tocsin.case.correct import correct_coding, find_settings, set_quantities
from tocsin.case.headline import Headline, find_headline, keep_answer
from tocsin.case.store import Case, count_documents, count_log, load_coding, load_log
from tocsin.flow import assess, forecast
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

WEEKS, DRAWS, SEED = 26, 10_000, 7


def assess_case(case: Case, say: Callable[[str], None] = lambda step: None) -> Situation:
    """The situation of the corrected coding, with the numbers that people set in the case."""
    say("applying the corrections")
    coding, log = load_coding(case), load_log(case)
    corrected = correct_coding(coding, log)
    say("assessing")
    return set_quantities(assess(corrected), find_settings(log))[0]


def answer_case(case: Case, say: Callable[[str], None] = lambda step: None) -> tuple[Forecast, Headline]:
    """Forecast a case as it stands, and keep the answer in it."""
    with_log, documents = count_log(case), count_documents(case)
    situation = assess_case(case, say)
    say("forecasting")
    made = forecast(situation, weeks=WEEKS, draws=DRAWS, seed=SEED)
    headline = find_headline(made, with_log)
    keep_answer(case, made, headline, documents)
    return made, headline

"""What each kind of question answers, and when it says that the text does not say enough."""

from typing import Any

import pytest

from tocsin.errors import InputError
from tocsin.forecasting.forecast import forecast_situation
from tocsin.records.forecast import Forecast, Question
from tocsin.records.situation import Situation


def run(situation: Situation, **rest: Any) -> Forecast:
    return forecast_situation(situation, **{"version": "test", "draws": 4000, **rest})


def ask(situation: Situation, label: str, **rest: Any) -> Question:
    return run(situation, **rest).question(label)


def league(make: Any, *positions: tuple[float, float, float], **rest: Any) -> Any:
    names = ("Alba", "Brega", "Corva")
    stands = [make["stand"](names[n], *p, n + 1) for n, p in enumerate(positions)]
    return make["issue"](stands, make["decision"](names, **rest))


def test_empty_situation_gives_an_empty_forecast(make: Any) -> None:
    forecast = run(make["situation"]())
    assert forecast.questions == ()
    assert forecast.leverage == ()


def test_without_a_decider_there_is_no_chance_but_a_compromise(make: Any) -> None:
    issue = make["issue"]([make["stand"]("Alba", 70, 80, 90, 1), make["stand"]("Brega", 0, 20, 30, 2)], None)
    forecast = run(make["situation"]([issue]))
    question = forecast.question("adopted: send a fleet")
    assert question.chance is None
    assert "does not say enough" in question.because
    assert 40 < forecast.outcomes[0].mean < 60


def test_without_a_quoted_member_there_is_no_chance(make: Any) -> None:
    issue = make["issue"]([make["stand"]("Norland", 0, 5, 10, 1)], make["decision"](("Alba", "Brega")))
    question = ask(make["situation"]([issue]), "adopted: send a fleet")
    assert question.chance is None
    with pytest.raises(InputError, match="does not say enough"):
        run(make["situation"]([issue])).chance("adopted: send a fleet")


def test_blockers_are_named_quoted_ones_apart_from_silent_ones(make: Any) -> None:
    outcome = run(make["situation"]([league(make, (80, 90, 100), (0, 10, 20))])).outcomes[0]
    blockers = {b.actor: b for b in outcome.blockers}
    assert blockers["Brega"].share == pytest.approx(1.0)
    assert blockers["Brega"].quoted
    assert not blockers["1 member who said nothing"].quoted
    assert "Alba" not in blockers


def test_an_adversary_is_on_the_line_and_blocks_nothing(make: Any) -> None:
    stands = [make["stand"]("Alba", 80, 90, 100, 1), make["stand"]("Norland", 0, 0, 5, 2)]
    decision = make["decision"](("Alba",), acts_alone=None)
    forecast = run(make["situation"]([make["issue"](stands, decision)]))
    assert forecast.chance("adopted: send a fleet").value > 0.5
    assert forecast.outcomes[0].mean > 80


def test_a_member_that_stands_high_acts_outside_a_blocked_body(make: Any) -> None:
    issue = league(make, (95, 98, 100), (0, 5, 10))
    forecast = run(make["situation"]([issue]))
    assert forecast.chance("acted outside League: send a fleet").value > 0.6
    assert forecast.chance("adopted: send a fleet").value < 0.01
    assert forecast.outcomes[0].actors_outside[0].actor == "Alba"


def test_adopted_and_acted_outside_never_exceed_settled(make: Any) -> None:
    forecast = run(make["situation"]([league(make, (40, 80, 100), (30, 60, 90), (20, 70, 100))]), weeks=26)
    both = forecast.chance("adopted: send a fleet").value + forecast.chance("acted outside League: send a fleet").value
    assert both <= 1 - (1 - 0.0437) ** 26 + 0.02


def test_a_doubtful_reading_lets_the_blocker_be_a_silent_one(make: Any) -> None:
    chances = []
    for certainty in (1.0, 0.5):
        stands = [make["stand"]("Alba", 80, 90, 100, 1), make["stand"]("Brega", 0, 5, 10, 2, certainty)]
        issue = make["issue"](stands, make["decision"](("Alba", "Brega")))
        chances.append(run(make["situation"]([issue])).chance("adopted: send a fleet").value)
    settled = 1 - (1 - 0.0437) ** 26
    assert chances[0] < 0.001
    assert chances[1] == pytest.approx(0.5 * 0.5 * settled, abs=0.02)


def test_members_in_one_sentence_are_misread_together(make: Any) -> None:
    def chance(second: int) -> float:
        stands = [make["stand"]("Alba", 0, 5, 10, 1, 0.5), make["stand"]("Brega", 0, 5, 10, second, 0.5)]
        decision = make["decision"](("Alba", "Brega"), silent_position=make["quantity"](100), acts_alone=None)
        issue = make["issue"](stands, decision)
        return float(run(make["situation"]([issue])).chance("adopted: send a fleet").value)

    assert chance(1) == pytest.approx(2 * chance(2), rel=0.02)


def test_a_threat_is_triggered_by_the_adoption_it_is_tied_to(make: Any) -> None:
    issue = league(make, (80, 90, 100), (70, 80, 90), (60, 70, 80), acts_alone=None)
    forecast = run(make["situation"]([issue], threats=(make["threat"](issue),)))
    adopted = forecast.chance("adopted: send a fleet").value
    assert forecast.chance("threat triggered: Norland, the strait is closed").value == pytest.approx(adopted)
    carried = forecast.chance("threat carried out: Norland, the strait is closed")
    assert carried.value == pytest.approx(adopted / 2, abs=0.02)
    assert carried.low < 0.06


def test_a_threat_met_by_refusal_is_triggered_by_the_rest(make: Any) -> None:
    issue = league(make, (80, 90, 100), acts_alone=None)
    threat = make["threat"](issue, met_by="refusal")
    forecast = run(make["situation"]([issue], threats=(threat,)))
    adopted = forecast.chance("adopted: send a fleet").value
    assert forecast.chance("threat triggered: Norland, the strait is closed").value == pytest.approx(
        1 - adopted, abs=1e-5
    )


def test_an_unlinked_threat_has_no_chance(make: Any) -> None:
    question = ask(
        make["situation"](threats=(make["threat"](None),)), "threat carried out: Norland, the strait is closed"
    )
    assert question.chance is None
    assert "no proposal that the articles debate" in question.because


def test_honoured_shows_the_spread_of_rival_studies(make: Any) -> None:
    chance = run(make["situation"](commitments=(make["pact"](),))).chance("honoured: League")
    assert chance.value == pytest.approx(0.458, abs=0.01)
    assert chance.low < 0.15
    assert chance.high > 0.85


def test_invoked_needs_a_threat_against_a_covered_party(make: Any) -> None:
    quiet = ask(make["situation"](commitments=(make["pact"](),)), "invoked: League")
    assert quiet.chance is None
    tense = make["situation"](commitments=(make["pact"](),), threats=(make["threat"](None),))
    assert ask(tense, "invoked: League").chance.value == pytest.approx(0.08 * (1 - (1 - 0.0437) ** 26), abs=0.01)


def test_a_shortage_tilts_the_next_battle(make: Any) -> None:
    plain = make["situation"](wars=(make["war"](),))
    short = make["situation"](wars=(make["war"](),), supplies=(make["shortage"]("Alba"),))
    label = "ground gained: Norland against Alba"
    assert run(plain).chance(label).value == pytest.approx(0.6, abs=0.005)
    assert 0.62 < run(short).chance(label).value < 0.72


def test_who_gains_unknown_is_no_chance(make: Any) -> None:
    assert ask(make["situation"](wars=(make["war"](None),)), "ground gained").chance is None


def test_war_begins_only_between_those_who_are_not_at_war(make: Any) -> None:
    tense = make["situation"](threats=(make["threat"](None),))
    assert run(tense, weeks=26).chance("war begins: Alba and Norland").value < 0.08
    fighting = make["situation"](threats=(make["threat"](None),), wars=(make["war"](),))
    assert not [q for q in run(fighting).questions if q.asked == "war begins"]


def test_deadline_counts_from_the_article_and_is_null_without_a_date(make: Any) -> None:
    issue = league(make, (40, 60, 80))
    dated = ask(make["situation"]([issue]), "adopted: send a fleet", weeks=2)
    assert dated.deadline == "2030-01-16"
    assert dated.text == "Will League adopt this by 2030-01-16: send a fleet?"
    undated = ask(make["situation"]([issue], as_of=None), "adopted: send a fleet", weeks=2)
    assert undated.deadline is None
    assert "within 2 weeks" in undated.text


def test_drivers_name_what_carries_the_answer(make: Any) -> None:
    question = ask(make["situation"](commitments=(make["pact"](),)), "honoured: League")
    assert [d.path for d in question.drivers] == ["honoured: League, Alba (defence)"]
    assert question.drivers[0].variance_share == pytest.approx(1.0)
    assert question.default_share == 0.0


def test_leverage_ranks_the_sentence_that_blocks_first(make: Any) -> None:
    issue = league(make, (80, 90, 100), (0, 5, 10), acts_alone=None)
    top = run(make["situation"]([issue])).leverage[0]
    assert (top.evidence, top.question) == ("e2", "adopted: send a fleet")
    assert top.moves > 0.2


def test_outcome_is_a_distribution(make: Any) -> None:
    outcome = run(make["situation"]([league(make, (0, 10, 20), (60, 70, 80), (80, 90, 100))])).outcomes[0]
    assert sum(outcome.masses) == pytest.approx(1.0, abs=1e-4)
    assert outcome.mean_low <= outcome.mean <= outcome.mean_high
    assert outcome.low <= outcome.mode <= outcome.high


def test_too_few_weeks_or_draws_are_an_error(make: Any) -> None:
    with pytest.raises(InputError, match="too few"):
        run(make["situation"](), weeks=0)

"""The whole engine: its limits, its closed forms, and what hangs on what."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from tocsin.cli import commands
from tocsin.errors import InputError
from tocsin.files import load, save
from tocsin.forecasting.answers import answer_situation
from tocsin.forecasting.chance import count_up, spread_share
from tocsin.forecasting.course import Course
from tocsin.forecasting.draw import Worlds
from tocsin.forecasting.forecast import forecast_situation
from tocsin.forecasting.front import run_front
from tocsin.forecasting.horizon import set_horizon
from tocsin.forecasting.question import Answer
from tocsin.models.scores import bin_calibration
from tocsin.records.forecast import Chance, Forecast, hash_situation
from tocsin.records.situation import AssessedControl, Situation

MEMBERS = ("Alba", "Brega", "Corva")
WAR = "war begins: Alba and Norland"
CARRIED = "threat carried out: Norland, the strait is closed"


def run(situation: Situation, **rest: Any) -> Forecast:
    return forecast_situation(situation, **{"version": "test", "draws": 4000, **rest})


def agree(make: Any, **rest: Any) -> Any:
    """An issue that its only decider adopts as soon as it is settled, under way unless told otherwise."""
    decision = make["decision"](("Corva",), "own decision", acts_alone=None, **{"under_way": True, **rest})
    return make["issue"]([make["stand"]("Corva", 90, 95, 100, 1)], decision)


def threaten(make: Any, issue: Any, chance: float = 0.5, **rest: Any) -> Any:
    threat = make["threat"](issue)
    return threat.model_copy(update={"carried_out": make["quantity"](chance), **rest})


def near(chance: Chance, expected: float) -> bool:
    """Within 2.5 times its Monte Carlo half-width."""
    return abs(chance.value - expected) <= 2.5 * (chance.noise_high - chance.noise_low) / 2 + 1e-3


def answer(situation: Situation, label: str, weeks: int = 26, draws: int = 4000) -> Answer:
    answers = answer_situation(Worlds(11, draws), situation, set_horizon(situation.as_of, weeks))[0]
    return next(a for a in answers if a.label == label)


def test_one_yes_or_no_rule_is_its_base_rate(make: Any) -> None:
    """No clock, no stocks, no covariates: the whole engine gives the rate of the one choice that is left."""
    for rate in (0.22, 0.41, 0.745):
        issue = agree(make)
        situation = make["situation"]([issue], threats=(threaten(make, issue, rate),))
        found = answer(situation, CARRIED)
        assert found.times is not None and found.chances is not None
        assert found.chances.mean() == pytest.approx(rate, abs=1e-9)
        assert near(count_up(found.times <= 26), rate)


def test_crises_are_competing_exponentials(make: Any) -> None:
    quantity = make["quantity"]
    clock, base = quantity(1 - float(np.exp(-0.0447))), quantity(0.0036 / 0.0447)
    situation = make["situation"](threats=(make["threat"](None),), clock=clock, war_base=base)
    assert near(run(situation, weeks=52, draws=20_000).chance(WAR), 0.07265700952571907)


def test_paths_and_exact_chances_agree(make: Any) -> None:
    """For an issue that is open now, the share of paths is the chance of settling times that of adopting."""
    issue = make["issue"](
        [make["stand"]("Alba", 30, 60, 95, 1, 0.8), make["stand"]("Brega", 40, 90, 100, 2, 0.7)],
        make["decision"](("Alba", "Brega", "Corva")),
    )
    situation = make["situation"](
        [issue], threats=(threaten(make, issue, 0.6),), pace=make["quantity"](0.2, 0.05, 0.5), supplies=()
    )
    labels = (
        "adopted: send a fleet",
        "acted outside League: send a fleet",
        "threat triggered: Norland, the strait is closed",
    )
    for label in (*labels, CARRIED):
        found = answer(situation, label, draws=20_000)
        assert found.times is not None and found.chances is not None
        assert near(count_up(found.times <= 26), float(found.chances.mean())), label


def test_allies_share_one_reliability_in_each_world(make: Any) -> None:
    """Beta(2.2, 7.8) shared by five partners: Beta-Binomial, far from what independent partners would give."""
    pact = make["pact"]().model_copy(
        update={"honoured": make["quantity"](0.22, 0.0, 1.0, worth_cases=10), "partners": ("P", "Q", "R", "S", "T")}
    )
    issue = agree(make)
    threat = threaten(make, issue, 1.0, brings_war=True)
    situation = make["situation"]([issue], threats=(threat,), commitments=(pact,), war_base=make["quantity"](0.0))
    question = run(situation, draws=20_000).question("helped: League")
    expected = 1 - float(np.prod([(7.8 + k) / (10 + k) for k in range(5)]))
    assert near(question.chance, expected)
    assert question.number is not None
    assert question.number.likely == pytest.approx(5 * 0.22, abs=0.03)
    assert 1 - 0.78**5 - question.chance.value > 0.05


def test_a_credible_threat_deters_and_an_incredible_one_does_not(make: Any) -> None:
    issue = make["issue"]([make["stand"]("Alba", 20, 60, 95, 1)], make["decision"](("Alba",), acts_alone=None))
    adopted = []
    for chance in (0.0, 0.1, 0.9):
        threat = threaten(make, issue, chance, cost=make["quantity"](30, 10, 60))
        adopted.append(run(make["situation"]([issue], threats=(threat,))).chance("adopted: send a fleet").value)
    free = run(make["situation"]([issue])).chance("adopted: send a fleet").value
    assert adopted[0] == free
    assert adopted[0] >= adopted[1] > adopted[2]
    assert adopted[0] - adopted[1] < 0.1 < adopted[1] - adopted[2]


def test_where_a_surprise_is_possible_no_decision_is_certain(make: Any) -> None:
    decision = make["decision"](("Alba",), acts_alone=None)
    for position in ((0, 5, 10), (90, 95, 100)):
        issue = make["issue"]([make["stand"]("Alba", *position, 1)], decision.model_copy(update={"under_way": True}))
        plain = run(make["situation"]([issue])).chance("adopted: send a fleet").value
        unsure = run(make["situation"]([issue], surprise=make["quantity"](0.02))).chance("adopted: send a fleet").value
        assert unsure == pytest.approx(0.98 * round(plain) + 0.01, abs=2e-4)


def test_a_threat_against_refusal_presses_for_adoption(make: Any) -> None:
    issue = make["issue"]([make["stand"]("Alba", 10, 40, 80, 1)], make["decision"](("Alba",), acts_alone=None))
    threat = threaten(make, issue, 0.9, cost=make["quantity"](30, 10, 60), met_by="refusal")
    pressed = run(make["situation"]([issue], threats=(threat,))).chance("adopted: send a fleet").value
    assert pressed > run(make["situation"]([issue])).chance("adopted: send a fleet").value + 0.05


@pytest.mark.parametrize("precision", [0.0, 1.0, 4.0, 200.0])
def test_precision_0_is_the_base_rate_and_a_strong_defender_deters_more_with_more_precision(
    make: Any, precision: float
) -> None:
    quantity = make["quantity"]
    issue = agree(make)
    threat = threaten(make, issue, 0.5, brings_war=True)
    situation = make["situation"]([issue], threats=(threat,))
    actors = tuple(
        a.model_copy(update={"capability": quantity(0.5 if a.name == "Alba" else 0.005)}) for a in situation.actors
    )
    situation = situation.model_copy(
        update={"actors": actors, "precision": quantity(precision), "force_slope": quantity(0.5)}
    )
    odds = 1 / (1 + 100**0.5)
    expected = 1 / (1 + np.exp(-precision * (odds - 0.5)))
    assert run(situation).chance(CARRIED).value == pytest.approx(float(expected), abs=2e-4)


def test_a_carried_out_threat_of_war_brings_war_and_calls_on_the_pact(make: Any) -> None:
    issue = agree(make)
    threat = threaten(make, issue, 0.8, brings_war=True)
    situation = make["situation"](
        [issue], threats=(threat,), commitments=(make["pact"](),), war_base=make["quantity"](0.0)
    )
    forecast = run(situation)
    assert near(forecast.chance(WAR), 0.8)
    assert forecast.chance("invoked: League").value == forecast.chance(WAR).value


def test_an_issue_that_waits_opens_only_after_what_it_waits_for(make: Any) -> None:
    first = agree(make)
    threat = threaten(make, first, 0.3)
    decision = make["decision"](("Brega",), "own decision", acts_alone=None, under_way=True)
    second = make["issue"]([make["stand"]("Brega", 90, 95, 100, 2)], decision, "mobilise")
    second = second.model_copy(update={"opens_after": threat.id})
    forecast = run(make["situation"]([first, second], threats=(threat,)), draws=10_000)
    assert near(forecast.chance("adopted: mobilise"), 0.3)
    assert "only be decided once" in forecast.question("adopted: mobilise").because


def test_a_refusal_counts_from_its_deadline(make: Any) -> None:
    issue = make["issue"]([make["stand"]("Alba", 0, 5, 10, 1)], make["decision"](("Alba",), acts_alone=None))
    threat = threaten(make, issue, 1.0, met_by="refusal", deadline="2030-01-16")
    situation = make["situation"]([issue], threats=(threat,), clock=make["quantity"](1e-9), pace=make["quantity"](0.5))
    assert run(situation, weeks=1).chance("threat triggered: Norland").value < 0.01
    later = run(situation, weeks=3)
    assert later.chance("threat triggered: Norland").value > 0.99
    assert near(later.chance(CARRIED), 0.5)


def test_a_window_closes(make: Any) -> None:
    issue = agree(make)
    threat = threaten(make, issue, 1.0, window=make["quantity"](2.0))
    situation = make["situation"]([issue], threats=(threat,), pace=make["quantity"](0.2))
    assert near(run(situation).chance(CARRIED), 1 - 0.8**2)


def test_fighting_ends_at_its_hazard(make: Any) -> None:
    war = make["war"]().model_copy(update={"ends": make["quantity"](0.02)})
    question = run(make["situation"](wars=(war,)), draws=10_000).question("war ends: Alba and Norland")
    assert near(question.chance, 1 - 0.98**26)
    assert question.timing is not None and 0 < question.timing.low < question.timing.likely < question.timing.high <= 26


def hold(place: str = "Fort", holder: str = "Alba", **rest: Any) -> AssessedControl:
    return AssessedControl(place=place, holder=holder, change="holds", evidence=("e5",), records=("con-1",), **rest)


def fight(make: Any, **rest: Any) -> Any:
    fields = {
        "battles": make["quantity"](0.05),
        "losses": make["quantity"](0.0),
        "exponent": make["quantity"](0.2),
        **rest,
    }
    return make["war"]().model_copy(update=fields)


def test_without_choices_the_engine_is_the_law_of_attrition(make: Any) -> None:
    """Losses .03 against an equal force, one side supplied to two thirds: alpha .02, beta .03, the square law."""
    quantity = make["quantity"]
    war = fight(make, losses=quantity(0.03), exponent=quantity(1.0), battles=quantity(0.0))
    supply = make["shortage"]("Norland").model_copy(update={"stock": quantity(2 / 3)})
    situation = make["situation"](wars=(war,), control=(hold(),), supplies=(supply,))
    course = run_front(Worlds(1, 3), situation, Course(10.0), {"war-1": ("Fort",)})
    root, ratio = (0.02 * 0.03) ** 0.5, (0.02 / 0.03) ** 0.5
    one = np.cosh(10 * root) - ratio * np.sinh(10 * root)
    two = np.cosh(10 * root) - np.sinh(10 * root) / ratio
    np.testing.assert_allclose(course.stocks["force: war-1, Alba"], one, rtol=1e-6)
    np.testing.assert_allclose(course.stocks["force: war-1, Norland"], two, rtol=1e-6)


def test_a_place_under_pressure_falls_at_the_pace_of_battles_times_the_odds(make: Any) -> None:
    war = fight(make).model_copy(update={"attacker_wins": make["quantity"](0.6)})
    situation = make["situation"](wars=(war,), control=(hold(),))
    assert near(run(situation, draws=10_000).chance("place changes hands: Fort"), 1 - float(np.exp(-26 * 0.05 * 0.6)))
    disputed = make["situation"](wars=(war,), control=(hold(contested=True),))
    assert run(disputed).question("place changes hands: Fort").chance is None


def test_a_shortage_of_the_defender_makes_its_place_fall_sooner(make: Any) -> None:
    label = "place changes hands: Fort"
    plain = make["situation"](wars=(fight(make),), control=(hold(),))
    short = make["situation"](wars=(fight(make),), control=(hold(),), supplies=(make["shortage"]("Alba", 0.2),))
    assert run(short).chance(label).value > run(plain).chance(label).value + 0.02


def run_short(make: Any, **rest: Any) -> Any:
    fields = {"drift": make["quantity"](0.05, origin="analyst"), "binds": make["quantity"](0.4), **rest}
    return make["shortage"]().model_copy(update={"stock": make["quantity"](0.6), **fields})


def test_a_stock_binds_when_its_drift_says(make: Any) -> None:
    """0.6 exp(-0.05 t) = 0.4 at t = 8.1 weeks: read at the end of the ninth."""
    question = run(make["situation"](supplies=(run_short(make),))).question("shortage binds: Alba, shells")
    assert question.chance.value > 0.99
    assert question.timing is not None and question.timing.likely == pytest.approx(9.0)
    soon = run(make["situation"](supplies=(run_short(make),)), weeks=8)
    assert soon.chance("shortage binds: Alba, shells").value < 0.01


def test_a_shortage_of_which_no_number_is_known_has_no_chance(make: Any) -> None:
    question = run(make["situation"](supplies=(run_short(make, drift=make["quantity"](0.05)),))).questions[0]
    assert question.chance is None
    assert "every number behind a chance would be a default" in question.because


def test_an_adopted_delivery_keeps_a_shortage_from_binding(make: Any) -> None:
    issue = agree(make)
    supply = run_short(make, issue=issue.id, delivers=make["quantity"](0.9))
    helped = run(make["situation"]([issue], supplies=(supply,)), weeks=16)
    assert helped.chance("shortage binds: Alba, shells").value < 0.01
    assert next(s for s in helped.questions if s.asked == "shortage binds").because.endswith("would fill it.")


def test_own_questions_by_a_day_and_given_another(make: Any) -> None:
    issue = agree(make, under_way=False)
    situation = make["situation"]([issue], threats=(threaten(make, issue, 0.5),), clock=make["quantity"](0.1))
    words = ("adopted by 2030-01-16", "carried out given triggered", "adopted")
    forecast = run(situation, questions=words, draws=10_000)
    by_day, given, plain = forecast.questions[-3:]
    assert all(q.own for q in (by_day, given, plain))
    assert (by_day.label, by_day.deadline, by_day.weeks) == (words[0], "2030-01-16", 2)
    assert near(by_day.chance, 1 - 0.9**2)
    assert near(given.chance, 0.5)
    assert given.given == "threat triggered: Norland, the strait is closed"
    assert plain.chance == forecast.questions[0].chance


@pytest.mark.parametrize(
    ("words", "what"),
    [("peace", "fits 0 questions"), ("threat", "fits 2 questions"), ("adopted by 2031-02-30", "no day"),
     ("adopted by 2040-01-01", "lies not between"), ("adopted by 2029-01-01", "lies not between"),
     ("honoured by 2030-02-01", "no time of its own")],
)  # fmt: skip
def test_an_own_question_that_names_nothing_is_an_error(make: Any, words: str, what: str) -> None:
    issue = agree(make)
    situation = make["situation"]([issue], threats=(make["threat"](issue),), commitments=(make["pact"](),))
    with pytest.raises(InputError, match=what):
        run(situation, questions=(words,), draws=100)


def test_a_supposition_moves_what_hangs_on_it_and_nothing_else(make: Any) -> None:
    issue = make["issue"]([make["stand"]("Alba", 20, 60, 95, 1)], make["decision"](("Alba",), acts_alone=None))
    one = make["situation"]([issue], threats=(make["threat"](issue),), wars=(fight(make),), control=(hold(),))
    two = one.suppose("position: Alba", likely=90, because="it came round").suppose(
        "clock", likely=0.2, because="a summit"
    )
    forecast = run(two, without=one)
    moved = {d.question: d for d in forecast.differences}
    assert moved["ground gained: Norland against Alba"].value == 0
    assert moved["place changes hands: Fort"].value == 0
    adopted = moved["adopted: send a fleet"]
    assert adopted.value == pytest.approx(
        forecast.chance("adopted: send a fleet").value - run(one).chance("adopted: send a fleet").value, abs=2e-4
    )
    assert adopted.low <= adopted.value <= adopted.high
    assert 0 < adopted.noise_high - adopted.noise_low < 0.05
    assert all(d.value == d.low == d.high == d.noise_low == 0 for d in run(one, without=one).differences)


def test_turning_a_stance_moves_more_than_dropping_it(make: Any) -> None:
    stands = [make["stand"](n, 80, 90, 100, k + 1) for k, n in enumerate(MEMBERS)]
    forecast = run(make["situation"]([make["issue"](stands, make["decision"](MEMBERS, acts_alone=None))]))
    dropped, turned = forecast.leverage[0], forecast.turned[0]
    assert (dropped.how, turned.how) == ("dropped", "turned")
    assert turned.moves < dropped.moves < 0


def test_workers_and_what_else_is_asked_change_no_byte(make: Any) -> None:
    issue = agree(make, under_way=False)
    situation = make["situation"](
        [issue], threats=(make["threat"](issue),), commitments=(make["pact"](),), supplies=(run_short(make),),
        wars=(fight(make),), control=(hold(),), pace=make["quantity"](0.2, 0.1, 0.5),
    )  # fmt: skip
    one = run(situation, draws=500)
    assert one.model_dump_json() == run(situation, draws=500, workers=4).model_dump_json()
    assert one.questions == run(situation, draws=500, questions=("adopted",)).questions[:-1]


def test_luck_widens_no_range_and_ignorance_does() -> None:
    stream = np.random.default_rng(1)
    lucky = count_up(stream.random((4, 20_000)) < 0.3)
    assert lucky.high - lucky.low < 0.08
    assert lucky.luck_share is not None and lucky.luck_share > 0.99
    unsure = count_up(stream.random((4, 20_000)) < stream.beta(1, 1, 20_000))
    assert (unsure.low, unsure.high) == pytest.approx((0.05, 0.95), abs=0.02)
    assert unsure.luck_share == pytest.approx(2 / 3, abs=0.02)


@pytest.mark.parametrize(("mean", "variance"), [(0.5, 0.0), (0.02, 0.001), (0.3, 0.2), (0.999, 1e-12), (0.5, 0.25)])
def test_the_range_holds_its_mean_where_worlds_agree(mean: float, variance: float) -> None:
    low, high = (float(end[0]) for end in spread_share(np.array([mean]), np.array([variance])))
    assert 0 <= low <= high <= 1
    assert variance > 0.1 or low - 1e-9 <= mean <= high + 1e-9


def test_rival_codings_are_named_with_their_chances(make: Any) -> None:
    driver = run(make["situation"](commitments=(make["pact"](),))).question("honoured: League").drivers[0]
    assert [r.source for r in driver.rivals] == ["study 0.22", "study 0.41", "study 0.745"]
    assert [r.chance for r in driver.rivals] == pytest.approx([0.22, 0.41, 0.745], abs=0.02)


def test_the_command_takes_suppositions_and_own_questions(make: Any, tmp_path: Path) -> None:
    issue = agree(make, under_way=False)
    situation = make["situation"]([issue], threats=(threaten(make, issue, 0.5),), pace=make["quantity"](0.2))
    source, target = tmp_path / "situation.json", tmp_path / "forecast.json"
    save(situation, source)
    words = ["forecast", str(source), "--draws", "400", "--weeks", "8", "--workers", "2", "-o", str(target)]
    words += ["--suppose", "clock=0.5 because a summit is set", "--suppose", "pace=0.9 because it is ready"]
    result = CliRunner().invoke(commands, [*words, "--question", "carried out by 2030-01-30"])
    assert result.exit_code == 0, result.output
    forecast = load(target)
    assert isinstance(forecast, Forecast)
    assert forecast.questions[-1].own and forecast.questions[-1].deadline == "2030-01-30"
    assert forecast.without_hash == hash_situation(situation)
    moved = {d.question: d.value for d in forecast.differences}
    assert moved["adopted: send a fleet"] > 0.3
    assert moved[CARRIED] > 0.2
    bad = CliRunner().invoke(commands, [*words, "--question", "peace"])
    assert isinstance(bad.exception, InputError)


def test_over_worlds_drawn_from_the_prior_the_chances_are_calibrated(make: Any) -> None:
    """Of what happens in one path of each world, the share is the mean chance of its world, high and low alike."""
    issue = make["issue"]([make["stand"]("Alba", 20, 60, 95, 1, 0.8)], make["decision"](("Alba",), acts_alone=None))
    situation = make["situation"]([issue], clock=make["quantity"](0.1, 0.01, 0.5))
    found = answer(situation, "adopted: send a fleet", draws=20_000)
    assert found.times is not None and found.chances is not None
    happened = (found.times[0] <= 26).astype(float)
    for chance, share, number in bin_calibration(found.chances, happened):
        assert abs(share - chance) <= 4 * np.sqrt(chance * (1 - chance) / number) + 1e-9

"""Series: how a chance builds up over the weeks, and how a stock runs."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tocsin.errors import InputError
from tocsin.files import load, save
from tocsin.forecasting.answers import answer_situation
from tocsin.forecasting.chance import count_up, spread_share
from tocsin.forecasting.draw import Worlds
from tocsin.forecasting.forecast import forecast_situation
from tocsin.forecasting.horizon import choose_weeks, set_horizon
from tocsin.forecasting.question import Answer
from tocsin.forecasting.series import count_weekly, find_low, trace
from tocsin.models.clock import find_both, find_ended
from tocsin.records.forecast import Forecast, Question
from tocsin.records.series import Series, StockSeries
from tocsin.records.situation import Situation

MEMBERS = ("Alba", "Brega", "Corva")
WEEKS = np.array(choose_weeks(26))


def run(situation: Situation, **rest: Any) -> Forecast:
    return forecast_situation(situation, **{"version": "test", "draws": 4000, **rest})


@pytest.fixture
def situation(make: Any) -> Situation:
    """A debate with a threat of war that may call on a pact, a war that is on, and a stock that was counted."""
    issue = make["issue"](
        [make["stand"]("Alba", 40, 60, 90, 1, 0.8), make["stand"]("Brega", 20, 55, 90, 2, 0.7)],
        make["decision"](MEMBERS),
    )
    quantity = make["quantity"]
    threat = make["threat"](issue).model_copy(update={"brings_war": True})
    shortage = make["shortage"](stock=0.6).model_copy(
        update={
            "stock": quantity(0.6, 0.5, 0.8, origin="analyst"), "drift": quantity(0.02, 0.0, 0.05),
            "binds": quantity(0.4, 0.3, 0.5), "delivers": quantity(0.5, 0.2, 0.8), "issue": issue.id,
        }
    )  # fmt: skip
    war = make["war"]().model_copy(update={"ends": quantity(0.02, 0.005, 0.05)})
    rest = {"pace": quantity(0.2, 0.05, 0.5), "wars": (war,), "supplies": (shortage,)}
    return make["situation"]([issue], threats=(threat,), commitments=(make["pact"](),), **rest)


def ask(**rest: Any) -> Answer:
    fields = {"about": "x", "actor": None, "ask": ("", ""), "resolved_by": "", "because": "", **rest}
    return Answer(label="x", asked="war begins", **fields)


def find_kind(forecast: Forecast, asked: str) -> Question:
    return next(q for q in forecast.questions if q.asked == asked)


@pytest.mark.parametrize(
    ("weeks", "points"), [(1, 2), (26, 27), (27, 15), (52, 27), (104, 27), (520, 27), (17.4, 19), (0.4, 2)]
)
def test_a_series_has_at_most_27_points_and_always_the_last(weeks: float, points: int) -> None:
    chosen = choose_weeks(weeks)
    assert len(chosen) == points <= 27
    assert (chosen[0], chosen[-1]) == (0.0, weeks)
    assert list(chosen) == sorted(set(chosen))


@pytest.mark.parametrize("weeks", [26, 104])
def test_the_last_point_is_the_chance_and_no_column_falls(situation: Situation, weeks: int) -> None:
    """Counted or computed, to the four digits of a series; the record itself refuses a column that falls."""
    found = run(situation, weeks=weeks, questions=("helped by 2030-02-20", "helped given invoked")).questions
    built = [q for q in found if q.series is not None]
    assert {q.asked for q in built} == {q.asked for q in found} - {"commitment honoured", "ground gained"}
    assert any(q.own and q.given for q in built)
    for question in built:
        series, chance = question.series, question.chance
        assert series is not None and chance is not None
        assert series.weeks[-1] == pytest.approx(7.0 if "by" in question.label.split() else weeks)
        last = (series.value[-1], series.low[-1], series.high[-1])
        assert last == tuple(round(share, 4) for share in (chance.value, chance.low, chance.high)), question.label
        assert all(low <= value <= high for low, value, high in zip(series.low, series.value, series.high, strict=True))


def test_what_is_computed_follows_the_closed_form_in_every_week() -> None:
    """Settled at a constant hazard, then adopted with a fixed chance: the same in closed form, ranges included."""
    stream = np.random.default_rng(3)
    hazard, pace, adopted = stream.gamma(2, 0.02, 5000), stream.gamma(2, 0.1, 5000), stream.beta(1, 3, 5000)
    for timely in (lambda w: find_ended(hazard, w), lambda w: find_both(hazard, pace, w)):
        answer = ask(chances=timely(26.0) * adopted, timely=timely)
        value, low, high = trace(answer, WEEKS)
        for number, week in enumerate(WEEKS):
            exact = timely(week) * adopted
            assert value[number] == pytest.approx(exact.mean(), abs=1e-12)
            ends = np.quantile(exact, [0.05, 0.95])
            assert (low[number], high[number]) == pytest.approx(tuple(ends), abs=1e-8)


@pytest.mark.parametrize("size", [1, 2, 19, 20, 21, 400])
def test_the_low_point_is_that_of_numpy(size: int) -> None:
    stream = np.random.default_rng(size)
    rows = np.minimum.accumulate(stream.choice([0.0, 0.1, 0.1, 0.7, 1.0], (12, size)) * stream.random((12, size)))
    np.testing.assert_allclose(find_low(rows), np.quantile(rows, 0.05, axis=1), atol=1e-8)


def test_what_is_counted_follows_the_worlds_in_every_week() -> None:
    """The share and its range, held against the Beta distribution of the worlds' true chances, rare weeks included."""
    stream = np.random.default_rng(5)
    hazard = stream.gamma(4, 0.005, 10_000)
    value, low, high = count_weekly(stream.exponential(1 / hazard, (4, 10_000)), WEEKS)
    for number, week in enumerate(WEEKS[1:], 1):
        true = find_ended(hazard, float(week))
        ends = spread_share(np.array([true.mean()]), np.array([true.var()]))
        assert value[number] == pytest.approx(true.mean(), abs=0.006)
        assert (low[number], high[number]) == pytest.approx((float(ends[0][0]), float(ends[1][0])), abs=0.02)


def test_what_is_counted_is_what_the_answer_counts() -> None:
    stream = np.random.default_rng(8)
    times = stream.exponential(1 / stream.gamma(4, 0.01, 10_000), (4, 10_000))
    columns = count_weekly(times, WEEKS)
    for number in (20, 26):
        chance = count_up(times <= WEEKS[number])
        found = tuple(float(column[number]) for column in columns)
        assert found == pytest.approx((chance.value, chance.low, chance.high), abs=1e-6)


def test_computed_and_counted_series_agree(situation: Situation) -> None:
    """For an issue that is open now both are known: the paths give the shape within Monte Carlo noise."""
    answers = answer_situation(Worlds(11, 10_000), situation, set_horizon("2030-01-02", 26))[0]
    both = [a for a in answers if a.chances is not None and a.timely is not None and a.times is not None]
    assert {a.asked for a in both} >= {"adopted", "threat triggered", "threat carried out"}
    for answer in both:
        computed = trace(answer, WEEKS)[0]
        assert answer.times is not None
        counted = count_weekly(answer.times, WEEKS)[0]
        np.testing.assert_allclose(counted, computed, atol=0.01)


def test_what_is_met_at_a_deadline_jumps_there(make: Any) -> None:
    """A threat against refusal: until the deadline only a refusal meets its condition, then everything but a yes."""
    issue = make["issue"]([make["stand"]("Corva", 30, 60, 100, 1)], make["decision"](("Corva",), "own decision"))
    threat = make["threat"](issue).model_copy(update={"met_by": "refusal", "deadline": "2030-02-13"})
    series = run(make["situation"]([issue], threats=(threat,))).series("threat triggered")
    before, after = series.value[5], series.value[6]
    assert after > before + 0.3
    assert series.value[7] == after


def test_workers_change_no_byte(situation: Situation) -> None:
    assert run(situation).model_dump_json() == run(situation, workers=3).model_dump_json()


def test_series_survive_a_file_and_older_files_still_load(situation: Situation, tmp_path: Path) -> None:
    forecast = run(situation, draws=500)
    save(forecast, tmp_path / "forecast.json")
    assert load(tmp_path / "forecast.json") == forecast
    older = forecast.model_dump(mode="json", by_alias=True)
    for question in older["questions"]:
        del question["series"], question["stock"]
    read = Forecast.model_validate(older)
    assert all(q.series is None for q in read.questions)
    with pytest.raises(InputError, match="does not build up"):
        read.series("war ends")


def test_a_stock_is_told_by_week_and_follows_its_closed_form(make: Any) -> None:
    """Without a delivery a stock shrinks at its drift, and each band at its own worlds' drift."""
    quantity = make["quantity"]
    shortage = make["shortage"]().model_copy(
        update={"stock": quantity(0.8, origin="analyst"), "drift": quantity(0.03), "binds": quantity(0.5)}
    )
    stock = find_kind(run(make["situation"](supplies=(shortage,))), "shortage binds").stock
    assert stock is not None
    assert stock.weeks == choose_weeks(26)
    expected = 0.8 * np.exp(-0.03 * np.array(stock.weeks))
    for band in (stock.p05, stock.p50, stock.p95):
        np.testing.assert_allclose(band, expected, atol=1e-4)


def test_a_stock_spreads_with_what_is_not_known_and_a_delivery_fills_it(situation: Situation) -> None:
    stock = find_kind(run(situation), "shortage binds").stock
    assert stock is not None
    bands = np.array([stock.p05, stock.p25, stock.p50, stock.p75, stock.p95])
    assert (np.diff(bands, axis=0) >= 0).all()
    assert (bands[4] - bands[0])[-1] > (bands[4] - bands[0])[0]
    dry = situation.supplies[0].model_copy(update={"issue": None})
    alone = find_kind(run(situation.model_copy(update={"supplies": (dry,)})), "shortage binds").stock
    assert alone is not None
    assert stock.p95[-1] > alone.p95[-1] + 0.01
    assert all(filled >= left for filled, left in zip(stock.p50, alone.p50, strict=True))


def test_a_stock_of_defaults_is_not_told(make: Any) -> None:
    shortage = make["shortage"]().model_copy(update={"drift": make["quantity"](0.03), "binds": make["quantity"](0.5)})
    assert find_kind(run(make["situation"](supplies=(shortage,))), "shortage binds").stock is None


def test_noting_stocks_moves_no_answer(situation: Situation) -> None:
    """The same stock, once measured and once a default: only what is told of it differs."""
    default = situation.supplies[0].stock
    assert default is not None
    supply = situation.supplies[0].model_copy(update={"stock": default.model_copy(update={"origin": "default"})})
    one, two = run(situation), run(situation.model_copy(update={"supplies": (supply,)}))
    same = [(a.chance, b.chance) for a, b in zip(one.questions, two.questions, strict=True) if a.stock is None]
    assert all(a == b for a, b in same)
    assert len(same) == len(one.questions) - 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"value": (0.2, 0.1)}, "falls"),
        ({"weeks": (26.0, 0.0)}, "not in order"),
        ({"low": (0.0, 0.1, 0.1)}, "one length"),
    ],
)
def test_a_series_that_cannot_be_is_refused(changed: dict[str, Any], words: str) -> None:
    good: dict[str, Any] = {"weeks": (0.0, 26.0), "value": (0.1, 0.2), "low": (0.0, 0.1), "high": (0.2, 0.4)}
    Series(**good)
    with pytest.raises(ValueError, match=words):
        Series(**(good | changed))


def test_a_stock_of_columns_that_do_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="one length"):
        StockSeries(weeks=(0.0, 1.0), p05=(0.1,), p25=(0.1,), p50=(0.1,), p75=(0.1,), p95=(0.1,))


def test_a_series_becomes_a_frame(situation: Situation) -> None:
    pytest.importorskip("pandas")
    forecast = run(situation, draws=500)
    frame = forecast.series("war ends").to_frame()
    assert list(frame.columns) == ["week", "chance", "low", "high"]
    assert frame["chance"].iloc[-1] == round(forecast.chance("war ends").value, 4)
    stock = find_kind(forecast, "shortage binds").stock
    assert stock is not None
    assert list(stock.to_frame().columns) == ["week", "p05", "p25", "p50", "p75", "p95"]


def test_no_series_is_said_with_the_reason(situation: Situation) -> None:
    with pytest.raises(InputError, match="does not build up"):
        run(situation, draws=500).series("ground gained")

"""The ledger: only ever added to, hashed, scored beside baselines, silent below fifty questions."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cli import commands
from tocsin.errors import FormatError, InputError
from tocsin.files import read_ledger, save
from tocsin.forecasting.forecast import forecast_situation
from tocsin.forecasting.scoring import score_ledger
from tocsin.ledger import add_forecast, plot_calibration, print_scores, resolve_question, score_file
from tocsin.models.scores import bin_calibration, find_brier, find_crps, find_log_score
from tocsin.records.forecast import Forecast
from tocsin.records.ledger import Entry, KeptQuestion, Resolution

WHERE = "https://example.org/report"


@pytest.fixture
def forecast(make: Any) -> Forecast:
    issue = make["issue"]([make["stand"]("Alba", 20, 60, 95, 1)], make["decision"](("Alba",), acts_alone=None))
    situation = make["situation"]([issue], threats=(make["threat"](issue),), commitments=(make["pact"](),))
    return forecast_situation(situation, draws=400, version="test", questions=("carried out given triggered",))


def test_every_question_with_a_chance_is_kept_once(forecast: Forecast, tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    kept = add_forecast(path, forecast)
    labels = [e.label for e in kept]
    assert "adopted: send a fleet" in labels
    assert "settles: send a fleet" in labels
    assert not [label for label in labels if "given" in label or label.startswith("honoured")]
    before = path.read_bytes()
    assert add_forecast(path, forecast) == []
    assert path.read_bytes() == before
    resolve_question(path, "adopted", "no", "2030-07-03", WHERE)
    assert path.read_bytes().startswith(before)


def test_a_changed_line_a_line_left_out_and_a_broken_one_are_told(forecast: Forecast, tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    add_forecast(path, forecast)
    lines = path.read_text(encoding="utf-8").splitlines()
    value = json.loads(lines[0]) | {"chance": 0.99}
    for spoilt, told in (
        ([json.dumps(value), *lines[1:]], "line 2: it does not follow"),
        ([lines[0], *lines[2:]], "line 2: it does not follow"),
        ([*lines, "{"], f"line {len(lines) + 1}"),
    ):
        path.write_text("\n".join(spoilt) + "\n", encoding="utf-8")
        with pytest.raises(FormatError, match=told):
            read_ledger(path)


def test_what_cannot_be_resolved_is_an_error(forecast: Forecast, tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    add_forecast(path, forecast)
    for words, outcome, on, told in (
        ("threat", "yes", "2030-07-03", "fits 2 questions"), ("adopted", "maybe", "2030-07-03", "is no answer"),
        ("settles", "yes", "2030-07-03", "is no point"), ("adopted", "yes", "2030-02-31", "is no day"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=told):
            resolve_question(path, words, outcome, on, WHERE)


def test_the_last_resolution_counts_and_void_does_not(forecast: Forecast, tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    add_forecast(path, forecast)
    for outcome in ("no", "yes", "void"):
        resolve_question(path, "adopted", outcome, "2030-07-03", WHERE)
    assert score_file(path).resolved == 0
    resolve_question(path, "adopted", "yes", "2030-07-03", WHERE)
    resolve_question(path, "settles", "100", "2030-07-03", WHERE)
    scores = score_file(path)
    chance = forecast.chance("adopted: send a fleet").value
    assert scores.rows[0].brier == pytest.approx((1 - chance) ** 2, abs=1e-4)
    assert [name for name, _, _ in scores.lines] == ["model", "climatology", "persistence", "uniform"]
    assert scores.lines[2][2] == pytest.approx(100.0)
    assert "No claim can be made: 1 of the 50" in print_scores(scores)


def keep(number: int, chance: float) -> KeptQuestion:
    return KeptQuestion(
        id=f"q{number}", label=f"war begins: {number}", asked="war begins", text="?", resolved_by="", made_on=None,
        deadline=None, weeks=26, chance=chance, low=chance, high=chance, climatology=0.08, persistence=0.02,
        situation_hash="", models_hash="", version="", seed=7, draws=1,
    )  # fmt: skip


def test_from_fifty_on_a_claim_is_made_only_where_the_difference_shows() -> None:
    stream = np.random.default_rng(4)
    truths = stream.uniform(0, 1, 200)
    entries: list[Entry] = [keep(n, float(t)) for n, t in enumerate(truths)]
    entries += [
        Resolution(id=f"q{n}", outcome=float(stream.random() < t), on="2030-01-01", source=WHERE)
        for n, t in enumerate(truths)
    ]
    told = score_ledger(entries)
    assert "is better than even chance" in told.claim
    rows = {row.name: row for row in told.rows}
    assert rows["model"].brier < rows["even chance"].brier == 0.25
    blind: list[Entry] = [keep(n, 0.5) for n in range(200)]
    assert "not shown to be better or worse than even chance" in score_ledger([*blind, *entries[200:]]).claim


def test_a_constant_at_the_base_rate_has_its_closed_brier_score() -> None:
    happened = np.zeros(1000)
    happened[:80] = 1
    assert find_brier(np.full(1000, 0.08), happened).mean() == pytest.approx(0.0736)


@given(st.integers(0, 100), st.integers(0, 100))
def test_all_mass_on_one_point_scores_its_distance(point: int, outcome: int) -> None:
    assert find_crps(np.eye(101)[point], outcome) == pytest.approx(abs(point - outcome))


@given(st.floats(0.01, 0.99), st.integers(0, 1))
def test_on_two_points_the_crps_is_briers_score(chance: float, outcome: int) -> None:
    assert find_crps(np.array([1 - chance, chance]), outcome) == pytest.approx((chance - outcome) ** 2)
    assert find_log_score(np.array([chance]), np.array([outcome])) == pytest.approx(
        -np.log(chance if outcome else 1 - chance)
    )


def test_calibration_bins_hold_every_question_once() -> None:
    chances = np.array([0.0, 0.1, 0.5, 0.99, 1.0])
    bins = bin_calibration(chances, np.array([0, 0, 1, 1, 1]))
    assert sum(number for _, _, number in bins) == 5
    assert bins[-1] == (pytest.approx(0.995), 1.0, 2)


def test_the_commands_add_resolve_score_and_plot(forecast: Forecast, tmp_path: Path) -> None:
    source, path, plot = tmp_path / "forecast.json", str(tmp_path / "ledger.jsonl"), tmp_path / "plot.svg"
    save(forecast, source)
    run = CliRunner().invoke
    assert run(commands, ["ledger", "add", str(source), "--ledger", path]).exit_code == 0
    where = ["--on", "2030-07-03", "--source", WHERE, "--ledger", path]
    assert run(commands, ["ledger", "resolve", "adopted", "yes", *where]).exit_code == 0
    scored = run(commands, ["ledger", "score", "--ledger", path, "--plot", str(plot)])
    assert "even chance" in scored.output
    assert plot.read_text(encoding="utf-8") == plot_calibration(score_file(Path(path)))
    assert plot.read_text(encoding="utf-8").startswith("<svg")

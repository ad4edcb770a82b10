"""Published figures on the development half of DEU II; skipped where it is not beside the project."""

import json
from pathlib import Path

import pytest

from tocsin.backtesting.backtest import Backtest, run_backtest
from tocsin.backtesting.shapes import LAW, MIXTURE, POOL, RESIDUALS
from tocsin.backtesting.tell import tell_backtest


@pytest.fixture(scope="module")
def scored(council: Path) -> Backtest:
    return run_backtest(council / "DEU2_dev.csv", council)


def test_issues_and_dossiers(scored: Backtest) -> None:
    assert (scored.issues, scored.dossiers, len(scored.left_out)) == (160, 57, 8)


@pytest.mark.parametrize(
    ("name", "mae", "hits"),
    [
        ("compromise (capability x salience mean)", 24.33, 0.29), ("PCE Markov, expected value", 24.14, 0.29),
        ("unweighted mean", 23.92, 0.33), ("capability mean", 24.02, 0.33), ("salience mean", 24.06, 0.32),
        ("PCE conditional, expected value", 24.26, 0.31), ("spatial, 1 turn, mean", 24.37, 0.28),
        ("mid-range", 27.71, 0.30), ("median", 27.84, 0.43), ("weighted median", 29.12, 0.44),
        ("PCE conditional, likeliest position", 28.34, 0.44), ("constant (median of the other dossiers)", 28.51, 0.26),
        ("reference point", 44.97, 0.29), ("agenda setter, unanimity", 40.88, 0.32),
    ],
)  # fmt: skip
def test_points_have_their_published_error(scored: Backtest, name: str, mae: float, hits: float) -> None:
    point = next(p for p in scored.points if p.name == name)
    assert point.mae == pytest.approx(mae, abs=0.02)
    assert point.hits == pytest.approx(hits, abs=0.006)


@pytest.mark.parametrize(
    ("name", "crps"),
    [
        ("climatology", 19.71), ("positions by weight", 18.86), ("PCE conditional", 18.00), ("PCE Markov", 17.79),
        (RESIDUALS, 17.39),
    ],
)  # fmt: skip
def test_distributions_have_their_published_score(scored: Backtest, name: str, crps: float) -> None:
    assert next(s for s in scored.shapes if s.name == name).crps == pytest.approx(crps, abs=0.006)


def test_mixture_law_and_pool_beat_mean_with_residuals_on_dossiers_that_no_fit_saw(scored: Backtest) -> None:
    shapes = {s.name: s for s in scored.shapes}
    assert shapes[MIXTURE].crps <= 16.51
    assert shapes[POOL].crps <= 16.30
    assert shapes[LAW].crps <= 16.20
    for name in (MIXTURE, LAW, POOL):
        assert shapes[name].against.high < 0


def test_median_of_the_law_beats_the_compromise(scored: Backtest) -> None:
    point = next(p for p in scored.points if p.name == f"{LAW}, median")
    assert point.mae <= 22.6
    assert point.against.high < 0


def test_chances_are_calibrated(scored: Backtest) -> None:
    inside = [row.low - 0.02 <= row.forecast <= row.high + 0.02 for row in scored.calibration]
    assert sum(inside) >= len(inside) - 1


def test_report_and_json_say_the_same(scored: Backtest) -> None:
    told = tell_backtest(scored)
    written = json.loads(json.dumps(scored.to_json("test")))
    for point in written["points"]:
        assert f"{point['mae']:.2f}" in told
    assert written["issues"] == 160


def test_without_votes_all_weigh_the_same(council: Path) -> None:
    from tocsin.backtesting.read_council import read_council_table

    table = read_council_table(council / "DEU2_dev.csv", None)
    assert len(table.issues) == 160
    assert "weigh the same" in table.rules
    assert all((i.capability == 1).all() for i in table.issues)

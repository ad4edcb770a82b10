"""The long format, what a backtest holds, and tables that cannot be used."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from tocsin.backtesting.backtest import read_table, run_backtest, score_table
from tocsin.backtesting.past import PastTable
from tocsin.backtesting.points import COMPROMISE, forecast_points
from tocsin.backtesting.score import compare
from tocsin.backtesting.shapes import LAW, MIXTURE, POOL, RESIDUALS, forecast_shapes
from tocsin.cli import commands
from tocsin.errors import InputError, NothingFound

Write = Callable[..., Path]
ROW = "d0,i0,{actor},{position},{salience},{capability},50,40"


def rows(**changes: str) -> list[str]:
    """Two sound rows, the second with changes."""
    sound = {"actor": "b", "position": "20", "salience": "50", "capability": "1"}
    first = ROW.format(actor="a", position="10", salience="50", capability="1")
    return [first, ROW.format(**(sound | changes))]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"position": ""}, "line 3: the position of 'b' is missing"),
        ({"position": "130"}, "line 3: 130 in column 'position' is out of bounds"),
        ({"position": "-1"}, "line 3: -1 in column 'position' is out of bounds"),
        ({"position": "nan"}, "line 3: 'nan' in column 'position' is no number"),
        ({"position": "far"}, "line 3: 'far' in column 'position' is no number"),
        ({"capability": "-2"}, "line 3: -2 in column 'capability' is out of bounds"),
        ({"capability": ""}, "line 3: the capability of 'b' is missing"),
        ({"salience": "inf"}, "line 3: 'inf' in column 'salience' is no number"),
        ({"actor": "a"}, "line 3: the actor 'a' is in line 2 already"),
    ],
)
def test_errors_name_the_row(write: Write, changes: dict[str, str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_table(write(rows(**changes)), None)


def test_one_actor_and_no_salience_are_errors(write: Write) -> None:
    with pytest.raises(InputError, match="line 2: issue 'i0' has one actor"):
        read_table(write(rows()[:1]), None)
    none = [r.replace(",50,1,", ",0,1,") for r in rows()]
    with pytest.raises(InputError, match="line 2: every salience of issue 'i0' is 0"):
        read_table(write(none), None)
    with pytest.raises(InputError, match="line 2: every capability of issue 'i0' is 0"):
        read_table(write([r.replace(",50,1,", ",50,0,") for r in rows()]), None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no column 'dossier'"), ("dossier,issue\n", "no column 'actor'"),
        ("dossier,issue,actor,position,outcome\n", "holds no rows"),
        ("dossier,issue,actor,position,outcome\nd,i,a,1\n", "line 2: 4 cells where the first line names 5"),
        ("dossier,issue,actor,position,outcome\nd,i,a,1,3\nd,i,b,1,4\n", "line 3: the outcome is 4, above it is 3"),
        ("dossier,issue,actor,position,outcome\n,i,a,1,3\n,i,b,1,4\n", "line 2: dossier or issue is empty"),
    ],
)  # fmt: skip
def test_tables_of_another_shape(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "past.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_table(path, None)


def test_bytes_that_are_no_text_and_a_cell_that_never_ends(tmp_path: Path) -> None:
    path = tmp_path / "past.csv"
    path.write_bytes(b"\xff\xfebad")
    with pytest.raises(InputError, match="not UTF-8"):
        run_backtest(path)
    path.write_text('dossier,issue,actor,position,outcome\n"d,1\n', encoding="utf-8")
    with pytest.raises(InputError, match="1 cells"):
        run_backtest(path)


def test_a_table_that_is_not_there_and_one_that_is_too_small(write: Write, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        run_backtest(tmp_path / "none.csv")
    with pytest.raises(NothingFound, match="too few"):
        run_backtest(write(rows()))


def test_council_table_with_a_position_off_the_scale_or_a_name_twice(tmp_path: Path) -> None:
    head = "prnr,isnr,pcom,pep,pat,out,scom,sep,sat\n"
    path = tmp_path / "deu.csv"
    path.write_text(head + "d1,i1,10,20,130,30,1,1,1\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: 130 in column 'pat' is out of bounds"):
        read_table(path, None)
    path.write_text(head + "d1,i1,10,20,30,30,1,1,1\nd1,i1,10,20,30,30,1,1,1\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 3: the issue 'i1' is in line 2 already"):
        read_table(path, None)
    path.write_text(head + "d1,i1,10,20,30,30,0,0,0\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: every salience is 0"):
        read_table(path, None)


def test_changing_the_outcomes_of_a_dossier_changes_none_of_its_own_distributions(write: Write) -> None:
    table = read_table(write(), None)
    before = forecast_shapes(table.issues)
    changed = tuple(
        type(i)(**{**vars(i), "outcome": 100 - i.outcome if i.dossier == "d2" else i.outcome}) for i in table.issues
    )
    after = forecast_shapes(changed)
    own = np.array([i.dossier == "d2" for i in table.issues])
    for name, masses in before.masses.items():
        np.testing.assert_array_equal(masses[own], after.masses[name][own])
        np.testing.assert_allclose(masses.sum(axis=1), 1.0)
    for name in (RESIDUALS, MIXTURE, LAW, POOL):
        assert np.abs(before.masses[name][~own] - after.masses[name][~own]).max() > 1e-6


def test_renaming_and_reordering_actors_and_rescaling_capability_change_no_score(write: Write) -> None:
    table = read_table(write(), None)
    turned = tuple(
        type(i)(
            **{
                **vars(i), "actors": tuple(f"new {a}" for a in i.actors[::-1]), "positions": i.positions[::-1],
                "salience": i.salience[::-1], "capability": i.capability[::-1] * 30, "votes": i.votes[::-1] * 30,
                "quota": i.quota * 30, "setter": len(i.actors) - 1 - (i.setter or 0),
            }
        )
        for i in table.issues
    )  # fmt: skip
    one, two = score_table(table, "t"), score_table(PastTable(turned, (), table.rules), "t")
    for a, b in zip(one.shapes, two.shapes, strict=True):
        assert a.crps == pytest.approx(b.crps, abs=1e-6)
    scores = {p.name: p.mae for p in two.points}
    # Many turns of the spatial model can carry the rounding of its offers, which the order of a sum may tip, far on.
    for point in (p for p in one.points if "last turn" not in p.name):
        assert point.mae == pytest.approx(scores[point.name], abs=1e-4), point.name


def test_batching_changes_no_forecast(write: Write) -> None:
    issues = read_table(write(), None).issues
    whole = forecast_points(issues)
    for number, issue in enumerate(issues):
        alone = forecast_points((issue,))
        for name in (COMPROMISE, "spatial, last turn, mean", "PCE Markov, expected value"):
            assert whole[name][number] == pytest.approx(alone[name][0], abs=1e-9)


def test_difference_by_hand() -> None:
    """Two dossiers that each differ by 1 always differ by 1; by 0 and 2 the interval reaches from 0 to 2."""
    dossiers = np.array(["a", "a", "b", "b"])
    same = compare(np.ones(4), np.zeros(4), dossiers)
    assert (same.mean, same.low, same.high) == (1, 1, 1)
    wide = compare(np.array([0.0, 0, 2, 2]), np.zeros(4), dossiers)
    assert (wide.mean, wide.low, wide.high) == (1, 0, 2)


def test_command_writes_report_json_and_picture(write: Write, tmp_path: Path) -> None:
    report, plot = tmp_path / "scores.json", tmp_path / "calibration.svg"
    result = CliRunner().invoke(commands, ["backtest", str(write()), "--json", str(report), "--plot", str(plot)])
    assert result.exit_code == 0, result.output
    assert "compromise (capability x salience mean)" in result.output
    assert json.loads(report.read_text(encoding="utf-8"))["dossiers"] == 6
    assert plot.read_text(encoding="utf-8").startswith("<svg")


def test_an_error_of_the_command_is_one_line_of_words(tmp_path: Path) -> None:
    """The --json of this command names a file, and does not turn messages into JSON."""
    script = "import sys; from tocsin.cli import main; main()"
    arguments = ["backtest", "none.csv", "--json", str(tmp_path / "scores.json")]
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("tocsin: none.csv: cannot be read.")

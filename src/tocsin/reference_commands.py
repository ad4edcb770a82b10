"""Commands that tell what tocsin rests on: its tables of facts, and its models on past issues."""

import json
from pathlib import Path

import click

from tocsin.version import __version__


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def data(all_json: bool, as_json: bool) -> None:
    """The tables that the coding and the numbers rest on: their rows, their age and their sources.

    \b
    Example:  tocsin data
    """
    from tocsin.codebook.ages import describe_tables
    from tocsin.telling import write_ages, write_ages_as_json

    write = write_ages_as_json if as_json or all_json else write_ages
    click.echo(write(describe_tables()))


@click.command()
@click.argument("table", type=click.Path(path_type=Path), metavar="FILE.csv")
@click.option("--weights", type=click.Path(path_type=Path), help="Folder with the votes in the Council, for DEU II.")
@click.option("--json", "report", type=click.Path(path_type=Path), help="Also write all scores to this file.")
@click.option("--plot", type=click.Path(path_type=Path), help="Also draw the calibration to this SVG file.")
def backtest(table: Path, weights: Path | None, report: Path | None, plot: Path | None) -> None:
    """Score every model of collective choice on a table of past issues, in the DEU II or a plain long format.

    \b
    Example:  tocsin backtest DEU2.csv --weights votes --json scores.json --plot calibration.svg
    """
    from tocsin.backtesting.backtest import run_backtest
    from tocsin.backtesting.plot import draw_calibration
    from tocsin.backtesting.tell import tell_backtest
    from tocsin.files import write_file

    found = run_backtest(table, weights)
    if report is not None:
        write_file(report, json.dumps(found.to_json(__version__), ensure_ascii=False, indent=1) + "\n")
    if plot is not None:
        write_file(plot, draw_calibration(found.calibration, f"{found.table}: calibration"))
    click.echo(tell_backtest(found), nl=False)

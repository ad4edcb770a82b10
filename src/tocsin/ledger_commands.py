"""The commands of the ledger; what is heavy is loaded when a command runs."""

from pathlib import Path

import click

LEDGER = click.option(
    "--ledger", "path", default="ledger.jsonl", show_default=True, type=click.Path(path_type=Path), help="The ledger."
)


@click.group()
def ledger() -> None:
    """Keep forecasts before the outcome is known, and score them afterwards. A ledger is only ever added to.

    \b
    Example:  tocsin ledger add forecast.json
              tocsin ledger resolve 'war begins' no --on 2024-08-28 --source https://example.org/report
              tocsin ledger score
    """


@ledger.command("add")
@click.argument("forecast", metavar="FORECAST")
@LEDGER
def add_to_ledger(forecast: str, path: Path) -> None:
    """Keep every question of a forecast.json that has a chance, with what baselines say.

    \b
    Example:  tocsin ledger add forecast.json
    """
    from tocsin.ledger import add_forecast, load_forecast

    for entry in add_forecast(path, load_forecast(forecast)):
        click.echo(f"{entry.id}\t{entry.label}")


@ledger.command("resolve")
@click.argument("question")
@click.argument("outcome")
@click.option("--on", required=True, metavar="YYYY-MM-DD", help="The day on which it was settled.")
@click.option("--source", required=True, help="Where the outcome can be read.")
@LEDGER
def resolve_in_ledger(question: str, outcome: str, on: str, source: str, path: Path) -> None:
    """Say what became of a question: yes, no or void; a point from 0 to 100 for where an issue settled.

    \b
    Example:  tocsin ledger resolve 'war begins' no --on 2024-08-28 --source https://example.org/report
    """
    from tocsin.ledger import resolve_question

    click.echo(resolve_question(path, question, outcome, on, source).id)


@ledger.command("score")
@click.option("--plot", type=click.Path(path_type=Path), help="Also draw the calibration into this SVG file.")
@LEDGER
def score_a_ledger(plot: Path | None, path: Path) -> None:
    """Score what is resolved: Brier, log score and CRPS, beside climatology, persistence and an even chance.

    \b
    Example:  tocsin ledger score --plot calibration.svg
    """
    from tocsin.files import write_file
    from tocsin.ledger import plot_calibration, print_scores, score_file

    scores = score_file(path)
    click.echo(print_scores(scores))
    if plot is not None:
        write_file(plot, plot_calibration(scores))

"""The command line: one command per verb. Data goes to standard output, progress and errors to standard error.

Exit codes: 0 done, 1 an input to mend, 2 a wrong call, 3 nothing found, 4 some inputs failed, 130 interrupted.
Each command takes articles, or the file of any earlier stage, or '-', and does what is missing in between.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tocsin.case_commands import register_commands
from tocsin.errors import PartialFailure, TocsinError
from tocsin.ledger_commands import ledger
from tocsin.output import name_folder, put, put_briefing
from tocsin.reference_commands import backtest, data
from tocsin.version import __version__

if TYPE_CHECKING:
    from tocsin.chain import Chain

SOURCES = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of standard output."
)
PUBLISHED = click.option("--published", metavar="YYYY-MM-DD", help="Day of publication, where you know it.")
WEEKS = click.option(
    "--weeks", default=26, show_default=True, type=click.IntRange(1, 520), help="How far to look ahead."
)
DRAWS = click.option("--draws", default=10_000, show_default=True, type=click.IntRange(100, 1_000_000), help="Worlds.")
SEED = click.option("--seed", default=7, show_default=True, type=click.IntRange(0), help="Same seed, same bytes.")
JSON = click.option("--json", "as_json", is_flag=True, help="As JSON.")
SUPPOSE = click.option(
    "--suppose", multiple=True, metavar="'PATH=VALUE because WHY'", help="Set one number of the situation; repeatable."
)

QUESTION = click.option(
    "--question",
    "questions",
    multiple=True,
    metavar="'LABEL [given LABEL] [by DAY]'",
    help="Ask one's own; repeatable.",
)
WORKERS = click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Side by side; the bytes stay the same."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tocsin")
@click.option("--json", "as_json", is_flag=True, help="Messages and summaries as JSON.")
@click.pass_context
def commands(context: click.Context, as_json: bool) -> None:
    """Read what was written about a crisis, and run the system that it describes.

    \b
    Example:  tocsin brief article.txt
    By steps: tocsin read a.txt | tocsin code - | tocsin assess - | tocsin forecast - | tocsin brief - > b.html
    """
    context.obj = as_json


@commands.command()
@SOURCES
@PUBLISHED
@OUTPUT
def read(sources: Sequence[str], published: str | None, output: Path | None) -> None:
    """Articles (files, folders, http(s) addresses, -) to documents.jsonl.

    \b
    Example:  tocsin read troops.txt --published 2024-02-28 -o documents.jsonl
    """
    with follow("reading") as chain:
        chain.take(sources, published)
        put(chain.documents, output)


@commands.command()
@SOURCES
@PUBLISHED
@OUTPUT
def code(sources: Sequence[str], published: str | None, output: Path | None) -> None:
    """Articles or documents to coding.jsonl: what they claim, each record with its words.

    \b
    Example:  tocsin code troops.txt -o coding.jsonl
    """
    with follow("coding") as chain:
        chain.take(sources, published)
        put(chain.coding, output)


@commands.command()
@SOURCES
@PUBLISHED
@click.option("--paths", is_flag=True, help="List every number of the situation by its path instead.")
@OUTPUT
def assess(sources: Sequence[str], published: str | None, paths: bool, output: Path | None) -> None:
    """Articles, documents or a coding to situation.json: the system described, made to be edited by hand.

    \b
    Example:  tocsin assess coding.jsonl -o situation.json
    """
    with follow("assessing") as chain:
        chain.take(sources, published)
        if paths:
            for path, quantity in chain.situation.quantities():
                click.echo(f"{path}\t{quantity}")
        else:
            put(chain.situation, output)


@commands.command()
@SOURCES
@PUBLISHED
@WEEKS
@DRAWS
@SEED
@SUPPOSE
@QUESTION
@WORKERS
@click.option("--weekly", is_flag=True, help="List how each chance and stock builds up by week instead.")
@OUTPUT
def forecast(
    sources: Sequence[str],
    published: str | None,
    weeks: int,
    draws: int,
    seed: int,
    suppose: Sequence[str],
    questions: Sequence[str],
    workers: int,
    weekly: bool,
    output: Path | None,
) -> None:
    """Anything up to a situation to forecast.json: chances with ranges, and what they rest on.

    \b
    Example:  tocsin forecast situation.json --weeks 12 --suppose 'supply: Ukraine, shells=0.9 because they arrived'
    """
    with follow("forecasting") as chain:
        chain.take(sources, published)
        chain.suppose(suppose)
        chain.run(weeks, draws, seed, questions, workers, alone=True)
        if weekly:
            from tocsin.telling import write_weekly

            click.echo(write_weekly(chain.forecast), nl=False)
        else:
            put(chain.forecast, output)


@commands.command()
@SOURCES
@PUBLISHED
@WEEKS
@DRAWS
@SEED
@SUPPOSE
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder to write; default: briefing-NAME.")
@click.pass_obj
def brief(
    as_json: bool,
    sources: Sequence[str],
    published: str | None,
    weeks: int,
    draws: int,
    seed: int,
    suppose: Sequence[str],
    output: Path | None,
) -> None:
    """Everything at once: a folder with documents, coding, situation, forecast and briefing (HTML and Markdown).

    With '-' and no --output, the HTML goes to standard output. With --suppose, the briefing also shows the
    forecast without the supposition.

    \b
    Example:  tocsin brief troops.txt --output troops && open troops/briefing.html
    """
    with follow("briefing") as chain:
        chain.take(sources, published)
        chain.suppose(suppose)
        chain.run(weeks, draws, seed)
        if list(sources) == ["-"] and output is None:
            click.echo(chain.briefing.html, nl=False)
            return
        put_briefing(chain, output or Path("briefing-" + name_folder(sources[0])), as_json)


@commands.command()
@click.argument("before")
@click.argument("after")
@WEEKS
@DRAWS
@SEED
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder to write; default: briefing-NAME.")
@click.pass_obj
def compare(as_json: bool, before: str, after: str, weeks: int, draws: int, seed: int, output: Path | None) -> None:
    """Two situations, or one at two dates: the briefing on AFTER, with what changed since BEFORE, and why.

    Each is an article, a folder or address of articles, or the file of any stage.

    \b
    Example:  tocsin compare february/ march/ --output since-february
    """
    with follow("comparing") as chain:
        earlier = type(chain)(say=chain.say)
        for part, source in ((earlier, before), (chain, after)):
            part.take([source], None)
            part.run(weeks, draws, seed)
        chain.compare(earlier)
        put_briefing(chain, output or Path("briefing-" + name_folder(after)), as_json)


@commands.command()
@click.argument("record", metavar="RECORD")
@SOURCES
@PUBLISHED
@JSON
@click.pass_obj
def explain(all_json: bool, record: str, sources: Sequence[str], published: str | None, as_json: bool) -> None:
    """A record, by its id or the beginning of it, of a coding or of articles: its words, its rule, its certainty.

    \b
    Example:  tocsin explain thr-1f coding.jsonl
    """
    with follow("coding") as chain:
        chain.take(sources, published)
        from tocsin.coding.explain import explain_record
        from tocsin.telling import write_explanation, write_explanation_as_json

        write = write_explanation_as_json if as_json or all_json else write_explanation
        click.echo(write(explain_record(chain.coding, record)))


for command in (ledger, data, backtest):
    commands.add_command(command)
register_commands(commands)


@contextmanager
def follow(what: str) -> "Iterator[Chain]":
    """A chain of stages with its progress on a terminal; at the end, what failed is said."""
    from rich.console import Console

    from tocsin.chain import Chain

    console = Console(stderr=True)
    if console.is_terminal:
        with console.status(f"{what} ...") as status:
            chain = Chain(say=lambda step: status.update(f"{step} ..."))
            yield chain
    else:
        chain = Chain()
        yield chain
    if chain.failures:
        lines = "; ".join(str(failure).rstrip(".") for failure in chain.failures)
        raise PartialFailure(f"{len(chain.failures)} of {chain.asked} sources left out", lines)


def main() -> None:
    """Run the command line and leave with the exit code that says which kind of end it was."""
    sys.exit(run_command(lambda: commands(standalone_mode=False)))


def run_command(command: Callable[[], Any]) -> int:
    as_json = "--json" in sys.argv[1:2]
    try:
        command()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.ClickException as error:
        tell_error(error.format_message(), 2, as_json)
        return 2
    except (click.Abort, KeyboardInterrupt):
        tell_error("interrupted", 130, as_json)
        return 130
    except TocsinError as error:
        tell_error(str(error), error.exit_code, as_json)
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return 0


def tell_error(message: str, code: int, as_json: bool) -> None:
    text = json.dumps({"error": message, "exit_code": code}, ensure_ascii=False) if as_json else f"tocsin: {message}"
    click.echo(text, err=True)

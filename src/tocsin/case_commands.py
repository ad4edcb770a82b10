"""The commands on a case: one SQLite file in which articles, their coding and every correction stand."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocsin.errors import InputError, PartialFailure

if TYPE_CHECKING:
    from tocsin.case.add import Added
    from tocsin.case.store import Case
    from tocsin.records.correction import Correction

CASE = click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
BY = click.option("--by", metavar="NAME", envvar="TOCSIN_NAME", help="Who decides; default: your name on this machine.")
FORMATS = ("csv", "jsonl", "parquet", "graphml", "gexf", "dna", "qdpx", "stages")


def register_commands(group: click.Group) -> None:
    """Add these commands to the command line."""
    for command in (init, add, review, log, undo, redo, merge, check, export):
        group.add_command(command)


@click.command()
@CASE
def init(case: Path) -> None:
    """A new, empty case: one file that takes articles and keeps every correction.

    \b
    Example:  tocsin init harbour.case
    """
    from tocsin.case.store import create_case

    create_case(case).sql.close()
    click.echo(f"{case} is ready. Next: tocsin add {case} ARTICLES", err=True)


@click.command()
@CASE
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--published", metavar="YYYY-MM-DD", help="Day of publication, where you know it.")
@click.pass_obj
def add(as_json: bool, case: Path, sources: Sequence[str], published: str | None) -> None:
    """Add articles (or documents.jsonl, coding.jsonl, corrections.jsonl) to a case; makes it where there is none.

    Each article is kept before the next is read: stopped at any moment, the same command takes up where it stopped.

    \b
    Example:  tocsin add harbour.case articles/
    """
    from tocsin.case.add import add_sources
    from tocsin.case.store import create_case

    if not case.exists():
        create_case(case).sql.close()
    with opened(case) as found, progress() as say:
        added = add_sources(found, sources, published=published, say=say)
    tell_added(added, case, as_json)


def tell_added(added: "Added", case: Path, as_json: bool) -> None:
    told = {
        "added": len(added.documents), "there_already": added.known,
        "corrections": added.corrections, "failed": len(added.failures),
    }  # fmt: skip
    if as_json:
        click.echo(json.dumps(told))
    else:
        words = [f"{told['added']} added", f"{told['there_already']} there already"]
        words += [f"{added.corrections} corrections"] if added.corrections else []
        click.echo(f"{', '.join(words)}. Next: tocsin review {case}")
    if added.failures:
        lines = "; ".join(str(failure).rstrip(".") for failure in added.failures)
        raise PartialFailure(f"{len(added.failures)} articles left out", lines)


@click.command()
@CASE
@BY
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Port on this machine; default: any free one.")
@click.option("--open", "open_page", is_flag=True, help="Open the page in your browser.")
def review(case: Path, by: str | None, port: int, open_page: bool) -> None:
    """The workbench: a page on this machine where you accept and correct what was coded, and see the answer move.

    \b
    Example:  tocsin review harbour.case
    """
    from tocsin.workbench.serve import serve_case

    serve_case(case, by or find_name(), port=port, open_page=open_page)


@click.command()
@CASE
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="How many lines, newest last.")
@click.pass_obj
def log(as_json: bool, case: Path, limit: int) -> None:
    """Who decided what, and when; what was undone stays in the log.

    \b
    Example:  tocsin log harbour.case
    """
    from tocsin.case.store import load_log
    from tocsin.formats import write_line

    with opened(case, write=False) as found:
        lines = load_log(found)[-limit:]
    for line in lines:
        click.echo(write_line(line) if as_json else word_line(line))


def word_line(line: "Correction") -> str:
    moment = line.at[:19].replace("T", " ")
    why = f" ({line.why})" if line.why else ""
    return f"{moment}  {line.by}  {line.action}  {line.about}{why}"


@click.command()
@CASE
@BY
def undo(case: Path, by: str | None) -> None:
    """Take back your last step in a case, whenever it was made. The log keeps both.

    \b
    Example:  tocsin undo harbour.case
    """
    turn(case, by, "undo")


@click.command()
@CASE
@BY
def redo(case: Path, by: str | None) -> None:
    """Bring again the step that you undid last.

    \b
    Example:  tocsin redo harbour.case
    """
    turn(case, by, "redo")


def turn(case: Path, by: str | None, action: str) -> None:
    from tocsin.case.decide import take_back

    with opened(case) as found:
        line = take_back(found, by or find_name(), "undo" if action == "undo" else "redo")
        lines = found.sql.execute("SELECT action, about FROM log WHERE step = ?", (line.about,)).fetchall()
    told = ", ".join(f"{what} {about}" for what, about in lines[:3]) + (" ..." if len(lines) > 3 else "")
    click.echo(f"{'Undone' if action == 'undo' else 'Done again'}: {told}")


@click.command()
@CASE
@click.argument("others", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="OTHER...")
def merge(case: Path, others: Sequence[Path]) -> None:
    """Take over the articles and corrections of other copies of a case; a union, so nothing comes twice.

    \b
    Example:  tocsin merge harbour.case harbour-anna.case harbour-ben.case
    """
    from tocsin.case.merge import merge_case

    with opened(case) as found:
        for path in others:
            with opened(path, write=False) as other:
                merged = merge_case(found, other)
            told = f"{merged.documents} articles, {merged.records} records, {merged.corrections} corrections new"
            click.echo(f"{path}: {told}")
    for dispute in merged.disputes:
        click.echo(f"  decided differently: {dispute}")


@click.command()
@CASE
def check(case: Path) -> None:
    """Whether a case is whole: the file, every quotation, every line of the log.

    \b
    Example:  tocsin check harbour.case
    """
    from tocsin.case.check import check_case
    from tocsin.case.store import count_documents, count_log

    with opened(case) as found:
        wrong = list(check_case(found))
        if not wrong:
            told = f"{count_documents(found)} articles, {count_log(found)} lines in the log"
            click.echo(f"{case} is whole: {told}.")
            return
    raise InputError(str(case), "; ".join(wrong[:10]), "Merge what can be read into a new case: tocsin merge NEW OLD")


@click.command()
@CASE
@click.argument("form", type=click.Choice(FORMATS), metavar="FORMAT")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File or folder to write; default: by the case.")
@click.option("--no-text", is_flag=True, help="Leave the words of the articles out: ids and offsets stay.")
def export(case: Path, form: str, output: Path | None, no_text: bool) -> None:
    """The corrected coding as csv, jsonl, parquet, graphml, gexf, dna (event list), qdpx (REFI-QDA) or stages.

    'stages' writes documents.jsonl, coding.jsonl (as coded), corrected.jsonl and corrections.jsonl: the files of the
    other commands, from which `tocsin add` makes the case again.

    \b
    Example:  tocsin export harbour.case csv -o harbour-tables
    """
    from tocsin.case.exports import export_case

    with opened(case, write=False) as found:
        for path in export_case(found, form, output or case.with_name(f"{case.stem}-{form}"), no_text=no_text):
            click.echo(str(path))


@contextmanager
def opened(path: Path, *, write: bool = True) -> "Iterator[Case]":
    from tocsin.case.store import open_case

    with open_case(path, write=write) as case:
        yield case


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A line that changes on a terminal, nothing elsewhere."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda step: None
        return
    with console.status("reading ...") as status:
        yield lambda step: status.update(step)


def find_name() -> str:
    """The name of the person at this machine."""
    import getpass

    try:
        return os.environ.get("TOCSIN_NAME") or getpass.getuser()
    except (KeyError, OSError):
        return "analyst"

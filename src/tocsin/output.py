"""What a command puts out: a record to a file or to standard output, a briefing into a folder."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tocsin.chain import Chain


def put_briefing(chain: "Chain", folder: Path, as_json: bool) -> None:
    """Write a briefing with its stages into a folder, and say its bottom line."""
    written = chain.save(folder)
    if as_json:
        summary = {"bottom_line": chain.briefing.bottom_line, "files": [str(path) for path in written]}
        click.echo(json.dumps(summary, ensure_ascii=False, indent=1))
        return
    for sentence in chain.briefing.bottom_line:
        click.echo(f"- {sentence}")
    click.echo(f"\nBriefing: {folder / 'briefing.html'}")


def name_folder(source: str) -> str:
    """A folder name from a file, folder or address."""
    return Path(source.split("?")[0].rstrip("/")).stem or "articles"


def put(record: Any, output: Path | None) -> None:
    """Write a record in its format to a file, or to standard output."""
    from tocsin.files import format_record, save

    if output is None or str(output) == "-":
        click.echo(format_record(record), nl=False)
    else:
        save(record, output)

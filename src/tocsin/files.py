"""Load and save: the five formats on the disk. A file is written whole or not at all."""

import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from pydantic import ValidationError

from tocsin.errors import FormatError, InputError, NothingFound
from tocsin.formats import Stage, format_stage, parse_format
from tocsin.mistakes import explain_mistake
from tocsin.records.briefing import Briefing
from tocsin.records.coding import Coding
from tocsin.records.document import Document
from tocsin.records.forecast import Forecast
from tocsin.records.ledger import ENTRIES, Entry, chain_entries, check_chain
from tocsin.records.situation import Situation

Source = str | os.PathLike[str] | bytes
Saved = Sequence[Document] | Coding | Situation | Forecast | Briefing


def load(source: Source) -> Stage:
    """The documents, coding, situation or forecast in a file ('-': standard input), or in the bytes of one.

    Raises InputError where it cannot be read, FormatError where it does not hold what its format promises.
    """
    name = name_source(source)
    content = source if isinstance(source, bytes) else read_bytes(os.fspath(source))
    return parse_content(content, name)


def parse_content(content: bytes, name: str) -> Stage:
    try:
        return parse_format(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        what = f"it is not UTF-8 (byte {error.start} is wrong), so it is no file of tocsin"
        raise FormatError(name, what, "Check the path, or make the file again") from error


def load_if_stage(source: str) -> tuple[Stage | None, bytes | None]:
    """What a source holds where it is a file of tocsin's, else None; and the bytes of standard input for '-'.

    A .json or .jsonl file, and what starts as JSON does, is taken to be one, so that a broken one is told as such.
    """
    if source == "-":
        content = read_bytes(source)
        return (parse_content(content, "standard input") if starts_as_json(content) else None), content
    path = Path(source)
    with suppress(OSError):
        if path.is_file() and (path.suffix.lower() in (".json", ".jsonl") or starts_as_json(read_start(path))):
            return load(source), None
    return None, None


def read_start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def starts_as_json(content: bytes) -> bool:
    return re.match(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"", content) is not None


def name_source(source: Source) -> str:
    if isinstance(source, bytes):
        return "these bytes"
    return "standard input" if os.fspath(source) == "-" else os.fspath(source)


def read_bytes(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(path, f"it cannot be read ({why})", "Check the path") from error


def save(record: Saved, target: str | os.PathLike[str] | IO[Any]) -> list[Path]:
    """Write documents, a coding, a situation, a forecast or a briefing; returns the files written.

    `target` is a path, '-' for standard output, or an open stream. A briefing becomes HTML or Markdown after the
    path's ending (a stream gets HTML); without ending, the path is a folder that gets both and the charts.
    Raises InputError where it cannot be written.
    """
    if not isinstance(target, str | os.PathLike):
        write_stream(format_record(record), target)
        return []
    if os.fspath(target) == "-":
        write_stream(format_record(record), sys.stdout)
        return []
    path = Path(target)
    if isinstance(record, Briefing):
        return save_briefing(record, path)
    write_file(path, format_record(record))
    return [path]


def format_record(record: Saved) -> str:
    """The text of a record in its format; a briefing's is its HTML."""
    if isinstance(record, Briefing):
        return record.html
    if not isinstance(record, Coding | Situation | Forecast) and not record:
        raise NothingFound("save", "there is no document to write", "Read an article first")
    return format_stage(record)


def save_briefing(briefing: Briefing, path: Path) -> list[Path]:
    suffix = path.suffix.lower()
    if not suffix or path.is_dir():
        return save_folder(briefing, path)
    if suffix not in (".html", ".htm", ".md"):
        raise InputError(str(path), f"a briefing is not written as {suffix}", "Use .html or .md, or name a folder")
    write_file(path, briefing.markdown if suffix == ".md" else briefing.html)
    return [path]


def save_folder(briefing: Briefing, folder: Path) -> list[Path]:
    """Write briefing.html, briefing.md, and each chart's specification and figures."""
    texts = {"briefing.html": briefing.html, "briefing.md": briefing.markdown}
    for chart in briefing.charts:
        texts |= {f"charts/{chart.name}.vl.json": chart.vega_lite, f"charts/{chart.name}.csv": chart.csv}
    for name, text in texts.items():
        make_folder((folder / name).parent)
        write_file(folder / name, text)
    return [folder / name for name in texts]


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain_unwritable(folder, error) from error


def write_stream(text: str, stream: IO[Any]) -> None:
    stream.flush()
    binary = stream if isinstance(stream, io.BufferedIOBase | io.RawIOBase) else getattr(stream, "buffer", None)
    if binary is None:
        stream.write(text)
    else:
        binary.write(text.encode())
        binary.flush()


def write_file(path: Path, text: str) -> None:
    """Write a file so that nobody ever sees half of it: beside it first, then in its place."""
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            path.write_bytes(text.encode())
            return
        whole = path.resolve()
        part = whole.with_name(f".{whole.name}.{os.getpid()}.part")
        try:
            part.write_bytes(text.encode())
            part.replace(whole)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()
    except (OSError, ValueError) as error:
        raise explain_unwritable(path, error) from error


def read_ledger(path: Path) -> list[Entry]:
    """The entries of a ledger. Raises FormatError where a line is broken, or does not follow the one before it."""
    text = read_bytes(str(path)).decode("utf-8", errors="replace")
    lines = [line for line in text.split("\n") if line.strip()]
    entries: list[Entry] = []
    for number, line in enumerate(lines, 1):
        try:
            entries.append(ENTRIES.validate_json(line))
        except ValidationError as error:
            mend = "A ledger is only ever added to: take back the version that was whole"
            raise FormatError(f"{path}, line {number}", explain_mistake(error), mend) from error
    broken = check_chain(lines)
    if broken is not None:
        what = "it does not follow the line before it: something was changed, left out or put between"
        raise FormatError(f"{path}, line {broken}", what, "Take back the version that was whole")
    return entries


def append_entries(path: Path, entries: Iterable[Entry]) -> None:
    """Add entries at the end of a ledger, each with the hash of the line before it, and change nothing else."""
    written = read_bytes(str(path)).decode("utf-8").split("\n") if path.exists() else []
    last = next((line for line in reversed(written) if line.strip()), "")
    lines = chain_entries(entries, last)
    try:
        with path.open("ab") as file:
            file.write("".join(line + "\n" for line in lines).encode())
    except OSError as error:
        raise explain_unwritable(path, error) from error


def explain_unwritable(path: Path, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(str(path), f"there is no folder {path.parent}", "Make it first, or choose another path")
    why = getattr(error, "strerror", None) or str(error)
    return InputError(str(path), f"it cannot be written ({why})", "Choose another path")

"""read: articles (files, folders, addresses, standard input) to documents.

Here the articles are listed; `article.py` makes each a document: bytes to text, English?, title and day.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tocsin.errors import InputError, TocsinError
from tocsin.reading.article import ARTICLE_SUFFIXES, read_address, read_file, read_standard_input
from tocsin.reading.dates import read_given_day
from tocsin.records.document import Document

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


class Reading(NamedTuple):
    """Documents in the order of the sources, and an error for each article that could not be read."""

    documents: list[Document]
    failures: list[TocsinError]


def read_sources(
    sources: Sequence[str],
    *,
    published: str | None = None,
    standard_input: bytes | None = None,
    allow_private: bool = False,
) -> Reading:
    """Articles as documents.

    A source is a file, a folder (its .txt, .md and .html files, with those of its folders), an http(s) address, or
    '-' for standard input, whose bytes may be given where they were already read. `published` (YYYY-MM-DD) is the
    day of publication of all of them. `allow_private` is for tests with a server on this machine. An article whose
    very words came before is left out. Raises InputError where no source is named or `published` is no day; what is
    wrong with one article is a failure, and stops no other.
    """
    day = None if published is None else read_given_day(published)
    if not sources:
        raise InputError("read", "no article is named", "Name a file, a folder, an address, or '-'")
    documents: dict[str, Document] = {}
    failures: list[TocsinError] = []
    for source in sources:
        for step in list_articles(source, standard_input, allow_private):
            try:
                document = step(day)
                documents.setdefault(document.id, document)
            except TocsinError as failure:
                failures.append(failure)
    return Reading(list(documents.values()), failures)


Step = Callable[[str | None], Document]


def list_articles(source: str, standard_input: bytes | None, allow_private: bool) -> Iterator[Step]:
    """For each article of a source, the step that reads it."""
    path = Path(source)
    if not source.strip():
        raise InputError("read", "an article's name is empty", "Name a file, a folder, an address, or '-'")
    if source == "-":
        yield partial(read_standard_input, standard_input)
    elif SCHEME.match(source):
        yield partial(read_address, source, allow_private)
    elif is_folder(path):
        files = list_folder(path)
        yield from (partial(read_file, file, file.relative_to(path).as_posix()) for file in files)
        if not files:
            yield partial(refuse_folder, source)
    else:
        yield partial(read_file, path, path.name)


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def list_folder(folder: Path) -> list[Path]:
    """The articles in a folder and in its folders, by name; hidden ones are left out."""
    found: list[Path] = []
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(at, n) for n in names if n.lower().endswith(ARTICLE_SUFFIXES) and not n.startswith(".")]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def refuse_folder(source: str, day: str | None) -> Document:
    raise InputError(source, "the folder holds no .txt, .md or .html file", "Name the articles one by one")

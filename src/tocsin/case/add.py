"""Add articles to a case: read, code and store one after the other, so that a run that stops is taken up again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tocsin.case.merge import merge_lines
from tocsin.case.store import Case, add_article, has_document, name_moment
from tocsin.errors import FormatError, InputError, TocsinError
from tocsin.files import load_if_stage, read_bytes
from tocsin.flow import code
from tocsin.formats import check_record, read_lines
from tocsin.reading.article import read_address, read_content
from tocsin.reading.dates import read_given_day
from tocsin.reading.read import Step, list_articles
from tocsin.records.coding import Coding
from tocsin.records.correction import Correction, name_correction
from tocsin.records.document import Document
from tocsin.version import __version__

CODER = f"rules {__version__}"


@dataclass
class Added:
    """What became of the sources: articles added, articles that were there already, lines of a log, and errors."""

    documents: list[Document] = field(default_factory=list)
    known: int = 0
    corrections: int = 0
    failures: list[TocsinError] = field(default_factory=list)


def add_sources(
    case: Case,
    sources: Sequence[str],
    *,
    published: str | None = None,
    say: Callable[[str], None] = lambda step: None,
) -> Added:
    """Add articles, or the files of earlier stages (documents, coding, corrections), to a case.

    Each article is on the disk before the next is read, and one that is there already is not coded again. An article
    that cannot be read stops no other; it is listed in the case until it is read.
    """
    day = None if published is None else read_given_day(published)
    added = Added()
    for source in sources:
        if is_log(source):
            added.corrections += merge_lines(
                case, Coding(documents=(), records=()), load_corrections(source)
            ).corrections
            continue
        stage, rest = load_if_stage(source)
        if isinstance(stage, Coding):
            merged = merge_lines(case, stage, [], "file")
            added.documents += stage.documents[: merged.documents]
            added.known += len(stage.documents) - merged.documents
        elif isinstance(stage, list):
            for document in stage:
                code_article(case, document, added, say)
        elif stage is not None:
            mend = "Add articles, documents.jsonl or coding.jsonl"
            raise FormatError(source, "a case takes no situation and no forecast: it makes them itself", mend)
        else:
            for step in list_articles(source, rest, allow_private=False):
                read_article(case, source, step, day, added, say)
    return added


def read_article(
    case: Case, source: str, step: Step, day: str | None, added: Added, say: Callable[[str], None]
) -> None:
    try:
        document = step(day)
    except TocsinError as failure:
        added.failures.append(failure)
        note_failure(case, failure)
        return
    code_article(case, document, added, say)
    with case.writing():
        case.sql.execute("DELETE FROM failures WHERE source IN (?, ?)", (document.source, source))


def code_article(case: Case, document: Document, added: Added, say: Callable[[str], None]) -> None:
    """Code and store one article, unless it is there already."""
    if has_document(case, document.id):
        added.known += 1
        return
    add_article(case, document, code([document]).records, CODER)
    added.documents.append(document)
    say(f"{len(added.documents)} added, {added.known} there already: {document.title or document.source}")


def note_failure(case: Case, failure: TocsinError) -> None:
    with case.writing():
        moment = name_moment(datetime.now(UTC))
        case.sql.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", (failure.where, moment, str(failure)))


def is_log(source: str) -> bool:
    """Whether a source is a corrections.jsonl."""
    path = Path(source)
    try:
        with path.open("rb") as file:
            return path.suffix == ".jsonl" and b'"tocsin/correction/1"' in file.read(200)
    except (OSError, ValueError):
        return False


def load_corrections(source: str) -> list[Correction]:
    """The lines of a corrections.jsonl. Raises FormatError where one is not as it was written."""
    return list(check_lines(read_bytes(source).decode("utf-8", errors="replace"), source))


def check_lines(text: str, name: str) -> Iterator[Correction]:
    for where, line, _ in read_lines(text, name):
        correction = check_record(Correction, line, where)
        if name_correction(correction) != correction.id:
            raise FormatError(where, "this line is not as it was written: its id does not fit", "Export the log again")
        yield correction


def add_content(case: Case, content: bytes, name: str, published: str | None = None) -> Added:
    """Add the article in some bytes; `name` is what it is called, and is never opened as a path."""
    suffix = Path(name).suffix.lower()
    return add_read(case, name, published, lambda day: read_content(content, name, name, day, suffix=suffix))


def add_address(case: Case, address: str, published: str | None = None) -> Added:
    """Add the page at an http(s) address; one that is not public is refused, as is whatever is no such address."""

    def fetch(day: str | None) -> Document:
        if not address.lower().startswith(("http://", "https://")):
            raise InputError(address, "it is no address of a page", "An address begins with https://")
        return read_address(address, False, day)

    return add_read(case, address, published, fetch)


def add_read(case: Case, name: str, published: str | None, step: Step) -> Added:
    added = Added()
    try:
        day = read_given_day(published) if published else None
    except TocsinError as failure:
        added.failures.append(failure)
        return added
    read_article(case, name, step, day, added, lambda told: None)
    return added

"""The texts of the four formats between the stages, to records and back; `files.py` puts them on the disk.

documents.jsonl   one document a line
coding.jsonl      a first line {"format": "tocsin/coding/1"}, then documents and records, one a line
situation.json    one record, written to be edited by hand; forecast.json likewise
"""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NoReturn, TypeVar, get_args

from pydantic import ValidationError

from tocsin.errors import FormatError
from tocsin.mistakes import explain_mistake
from tocsin.records.coding import AnyRecord, Coded, Coding
from tocsin.records.document import Document, name_document
from tocsin.records.forecast import Forecast
from tocsin.records.frozen import Record
from tocsin.records.situation import Situation

Stage = list[Document] | Coding | Situation | Forecast
R = TypeVar("R", bound=Record)

DOCUMENT, CODING, SITUATION, FORECAST = (
    record.model_fields["format"].default for record in (Document, Coding, Situation, Forecast)
)
KNOWN = f"{DOCUMENT}, {CODING}, {SITUATION} and {FORECAST}"
KINDS: dict[str, type[Coded]] = {kind.model_fields["kind"].default: kind for kind in get_args(get_args(AnyRecord)[0])}
CODING_LINE = json.dumps({"format": CODING})


def parse_format(text: str, name: str) -> Stage:
    """The documents, coding, situation or forecast in the text of a file called `name`.

    Raises FormatError, in plain words, where the text does not hold what its format promises.
    """
    if not text.strip():
        raise FormatError(name, "it is empty", "Run the command that writes it again")
    parsers: dict[str, Callable[[str, str], Stage]] = {
        DOCUMENT: parse_documents,
        CODING: parse_coding,
        SITUATION: partial(check_record, Situation),
        FORECAST: partial(check_record, Forecast),
    }
    found = sniff_format(text)
    if found in parsers:
        return parsers[found](text, name)
    if found:
        raise refuse_version(found, name)
    if not is_json(text.lstrip().split("\n", 1)[0]):
        parse_json(text, name)
    raise FormatError(name, "it does not say that it is a file of tocsin", f'Its "format" is one of {KNOWN}')


def refuse_version(found: str, where: str) -> FormatError:
    what = f"its format is {found}, and this version of tocsin reads {KNOWN}"
    return FormatError(where, what, "Use the version that wrote it, or make it again with this one")


def sniff_format(text: str) -> str | None:
    """The format that a file of tocsin's says it has, such as 'tocsin/coding/1'; None for any other text."""
    start = text.lstrip()
    if not start.startswith("{"):
        return None
    for candidate in (start.split("\n", 1)[0], start):
        try:
            return find_format(parse_json(candidate, ""))
        except FormatError:
            continue
    return None


def is_json(text: str) -> bool:
    try:
        parse_json(text, "")
    except FormatError:
        return False
    return True


def find_format(value: object) -> str | None:
    found = value.get("format") if isinstance(value, dict) else None
    return found if isinstance(found, str) and found.startswith("tocsin/") else None


def parse_documents(text: str, name: str) -> list[Document]:
    """The documents of a documents.jsonl, each once."""
    found: dict[str, Document] = {}
    for where, line, value in read_lines(text, name):
        if value.get("kind", "document") != "document":
            mend = f"A coding has {CODING_LINE} as its first line"
            raise FormatError(where, f"a line of documents cannot be of the kind {value['kind']!r}", mend)
        document = check_document(line, value, where)
        found.setdefault(document.id, document)
    return list(found.values())


def parse_coding(text: str, name: str) -> Coding:
    """The coding of a coding.jsonl: its first line names the format, the others are documents and records."""
    documents: list[Document] = []
    records: list[Any] = []
    for where, line, value in list(read_lines(text, name))[1:]:
        kind = value.get("kind")
        if kind == "document":
            documents.append(check_document(line, value, where))
        elif isinstance(kind, str) and kind in KINDS:
            records.append(check_record(KINDS[kind], line, where))
        else:
            known = ", ".join(["document", *KINDS])
            raise FormatError(where, f"there is no kind {kind!r}", f"The kind of a line is one of {known}")
    try:
        return Coding(documents=tuple(documents), records=tuple(records))
    except ValidationError as error:
        mend = "Mend that record, or run `tocsin code` again"
        raise FormatError(name, explain_mistake(error), mend) from error


def read_lines(text: str, name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each line that is not blank: where it stands, its text, and the JSON object in it."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{name}, line {number}"
            value = parse_json(line, where)
            if not isinstance(value, dict):
                raise FormatError(where, "a record in { } is wanted", "Mend that line, or make the file again")
            yield where, line, value


def check_document(line: str, value: dict[str, Any], where: str) -> Document:
    """The document of a line. Raises FormatError where its text is not the one that its id is made of."""
    if (found := find_format(value)) not in (None, DOCUMENT):
        raise refuse_version(str(found), where)
    document = check_record(Document, line, where)
    own = name_document(document.text)
    if document.id != own:
        what = f"the text is not the one that was read: its id would be {own}, and is {document.id}"
        raise FormatError(where, what, "Read the article again, since all offsets point into its text")
    span = document.published_evidence
    if span and document.text[span.start : span.end] != span.quote:
        what = f"published_evidence: characters {span.start} to {span.end} are not its quotation"
        raise FormatError(where, what, "Read the article again")
    return document


def check_record(wanted: type[R], text: str, where: str) -> R:
    try:
        return wanted.model_validate_json(text, strict=True)
    except ValidationError as error:
        raise FormatError(where, explain_mistake(error), "Mend that place, or make the file again") from error


def parse_json(text: str, where: str) -> Any:
    """The value of a JSON text. Raises FormatError with line and column; a field given twice, or NaN, is an error."""
    mend = "Mend that place, or make the file again"
    try:
        return json.loads(text, object_pairs_hook=refuse_twins, parse_constant=refuse_number, parse_float=read_number)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if ", line " in where else f"line {error.lineno}, column {error.colno}"
        raise FormatError(where, f"broken JSON at {place}: {error.msg}", mend) from error
    except RecursionError as error:
        raise FormatError(where, "its brackets are nested too deep", mend) from error
    except ValueError as error:
        raise FormatError(where, str(error), mend) from error


def refuse_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field '{twin}' stands twice in one record")
    return found


def refuse_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number that a record can hold")


def read_number(word: str) -> float:
    number = float(word)
    return number if abs(number) != float("inf") else refuse_number(word)


def format_stage(record: Sequence[Document] | Coding | Situation | Forecast) -> str:
    """The text of a file. **Holds** parse_format(format_stage(x), name) == x; same records, same text."""
    if isinstance(record, Situation | Forecast):
        return record.model_dump_json(by_alias=True, indent=1) + "\n"
    if isinstance(record, Coding):
        lines = [CODING_LINE, *map(write_line, record.documents), *map(write_line, record.records)]
    else:
        lines = list(map(write_line, record))
    return "".join(line + "\n" for line in lines)


def write_line(record: Record) -> str:
    return record.model_dump_json(by_alias=True)

"""Check a case: the file itself, every article, record and line of the log, and what they make together."""

import json
import sqlite3
from collections.abc import Iterator

from pydantic import ValidationError

from tocsin.case.correct import correct_coding
from tocsin.case.store import Case, load_coding, load_documents, load_log
from tocsin.mistakes import explain_mistake
from tocsin.records.correction import Correction, name_correction
from tocsin.records.document import name_document


def check_case(case: Case) -> Iterator[str]:
    """What is wrong with a case, a sentence each; nothing where all is well."""
    try:
        found = list(check_file(case))
        yield from found or [*check_documents(case), *check_log(case), *check_coding(case)]
    except (sqlite3.Error, json.JSONDecodeError, ValidationError) as error:
        yield f"the file cannot be read whole: {error}"


def check_file(case: Case) -> Iterator[str]:
    for (line,) in case.sql.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the file is damaged: {line}"
    for table, *_ in case.sql.execute("PRAGMA foreign_key_check"):
        yield f"a row of {table} belongs to an article that is not here"
    try:
        case.sql.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error) and "locked" not in str(error):
            yield f"the index for searching is damaged: {error}"
    except sqlite3.Error as error:
        yield f"the index for searching is damaged: {error}"


def check_documents(case: Case) -> Iterator[str]:
    for document in load_documents(case):
        if name_document(document.text) != document.id:
            yield f"article {document.id}: its text is not the one that was read"


def check_log(case: Case) -> Iterator[str]:
    columns = ("id", "at", "by", "action", "step", "about", "document")
    for *values, line in case.sql.execute(f"SELECT {', '.join(columns)}, line FROM log ORDER BY at, id"):
        try:
            correction = Correction.model_validate_json(line)
        except ValidationError as error:
            yield f"line {values[0]} of the log: {explain_mistake(error)}"
            continue
        if name_correction(correction) != correction.id:
            yield f"line {correction.id} of the log is not as it was written"
        if [getattr(correction, name) for name in columns] != values:
            yield f"line {correction.id} of the log does not agree with its columns"


def check_coding(case: Case) -> Iterator[str]:
    try:
        coding = load_coding(case)
    except ValidationError as error:
        yield f"the coding: {explain_mistake(error)}"
        return
    try:
        correct_coding(coding, load_log(case))
    except ValidationError as error:
        yield f"the corrected coding: {explain_mistake(error)}"

"""The corrected coding as flat rows, each with its way back: id, quotation, offsets, article, address, day, hash."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from tocsin.case.correct import correct_coding, find_decisions, find_status
from tocsin.case.store import Case, load_coding, load_log
from tocsin.errors import InputError
from tocsin.records.coding import KINDS, AnyRecord
from tocsin.records.correction import Correction
from tocsin.records.document import Document

Row = dict[str, Any]
COMMON = (
    "id", "kind", "status", "coder", "decided_by", "decided_at", "certainty", "why", "quote", "start", "end",
    "document", "title", "source", "address", "published",
)  # fmt: skip
WHOLE = frozenset(["start", "end", "content_start", "content_end"])
WORDS = frozenset(["quote", "why", "content", "title"])


def list_rows(case: Case, *, no_text: bool = False) -> dict[str, list[Row]]:
    """The rows of each kind of record, rejected ones left out; with `no_text`, without the words of the articles."""
    log = load_log(case)
    coding = correct_coding(load_coding(case), log)
    decisions = find_decisions(log)
    documents = {d.id: d for d in coding.documents}
    rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for record in coding.records:
        row = flatten_record(record, decisions.get(record.id), documents[record.document])
        if no_text:
            row |= dict.fromkeys(WORDS & row.keys())
        rows[record.kind].append(row)
    return {kind: found for kind, found in rows.items() if found}


def flatten_record(record: AnyRecord, decision: Correction | None, document: Document) -> Row:
    fields = record.model_dump(by_alias=True)
    evidence, content = fields.pop("evidence"), fields.pop("content", None)
    spans = {"quote": evidence["quote"], "start": evidence["start"], "end": evidence["end"]}
    if content is not None:
        fields |= {"content": content["quote"], "content_start": content["start"], "content_end": content["end"]}
    if "mentions" in fields:
        fields["mentions"] = [f"{m['start']}-{m['end']}" for m in fields["mentions"]]
    row = fields | spans
    row |= {"status": find_status(record, decision), "decided_by": None, "decided_at": None}
    if decision is not None:
        row |= {"decided_by": decision.by, "decided_at": decision.at}
    row |= {name: getattr(document, name) for name in ("title", "source", "address", "published")}
    return {name: row[name] for name in COMMON} | {name: v for name, v in row.items() if name not in COMMON}


def write_csv(rows: list[Row]) -> str:
    """RFC 4180 with a header; several values in one cell are joined by '; '."""
    out = io.StringIO()
    table = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
    table.writeheader()
    table.writerows({name: join_values(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def join_values(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list | tuple) else value


def write_jsonl(tables: dict[str, list[Row]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for rows in tables.values() for row in rows)


def write_parquet(rows: list[Row]) -> bytes:
    """Raises InputError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        mend = "Install it with: pip install 'tocsin[frames]'"
        raise InputError("export parquet", "pyarrow is not installed", mend) from error
    columns = {name: pyarrow.array(list(take_column(rows, name)), find_type(name, pyarrow)) for name in rows[0]}
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), out)
    return out.getvalue()


def take_column(rows: list[Row], name: str) -> Iterator[Any]:
    for row in rows:
        yield join_values(row[name])


def find_type(name: str, pyarrow: Any) -> Any:
    if name in WHOLE:
        return pyarrow.int64()
    return {"certainty": pyarrow.float64(), "direct": pyarrow.bool_()}.get(name, pyarrow.string())

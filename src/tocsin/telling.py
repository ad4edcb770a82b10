"""What `data`, `explain` and `forecast --weekly` print: the age of tables, why a record was made, chances by week."""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from tocsin.codebook.ages import TableAge
from tocsin.coding.explain import Explanation
from tocsin.records.forecast import Forecast
from tocsin.records.frozen import Span

WIDTH = 100
ABOUT = frozenset({"id", "document", "evidence", "coder", "certainty", "why", "kind", "mentions", "content"})


def write_ages(tables: Sequence[TableAge]) -> str:
    """The tables of the codebook: rows and age in columns, then the sources of each."""
    width = max(len(table.name) for table in tables)
    lines = [f"{'table':{width}}  {'rows':>5}  known to"]
    lines += [f"{table.name:{width}}  {table.rows:>5}  {write_known(table)}" for table in tables]
    for table in tables:
        more = len(table.row_sources)
        rows = f" Sources named with their rows: {more}." if more else ""
        lines += ["", *textwrap.wrap(f"{table.name}: {table.source}.{rows}", WIDTH, subsequent_indent="  ")]
    return "\n".join(lines)


def write_known(table: TableAge) -> str:
    if table.known_to is None:
        return "words, which do not age"
    if table.known_from == table.known_to:
        return table.known_to
    return f"{table.known_to} (some rows: {table.known_from})"


def write_ages_as_json(tables: Sequence[TableAge]) -> str:
    return json.dumps([asdict(table) for table in tables], ensure_ascii=False, indent=1)


def write_weekly(forecast: Forecast) -> str:
    """How chances and stocks build up: tab-separated, one line a question and week, with the range of each."""
    lines = ["question\tshows\tweek\tlow\tvalue\thigh"]
    for question in forecast.questions:
        if (series := question.series) is not None:
            rows = zip(series.weeks, series.low, series.value, series.high, strict=True)
            lines += [f"{question.label}\tchance\t{w:g}\t{low}\t{value}\t{high}" for w, low, value, high in rows]
        if (stock := question.stock) is not None:
            rows = zip(stock.weeks, stock.p05, stock.p50, stock.p95, strict=True)
            lines += [f"{question.label}\tstock\t{w:g}\t{low}\t{value}\t{high}" for w, low, value, high in rows]
    return "\n".join(lines) + "\n"


def write_explanation(explained: Explanation) -> str:
    """The record, its words marked in their sentence, its rule and its certainty."""
    record, document = explained.record, explained.document
    day = f", {document.published}" if document.published else ""
    rows = {
        "record": f"{record.kind} {record.id}, in {document.source}{day}",
        **{key: tell_value(value) for key, value in list_fields(explained) if value not in (None, ())},
        "words": "",
        "rule": explained.rule or "none named",
        "why": record.why or "not said",
        "fired by": ", ".join(f"'{span.quote}'" for span in explained.fired) or "no single words",
        "certainty": f"{record.certainty:.2f}: {tell_tried(explained)}",
    }
    lines = []
    for key, value in rows.items():
        if key == "words":
            lines += ["", *(f"    {line}" for line in textwrap.wrap(mark_sentence(explained), WIDTH - 4)), ""]
        else:
            lines += textwrap.wrap(f"{key:10} {value}", WIDTH, subsequent_indent=" " * 11)
    return "\n".join(lines)


def list_fields(explained: Explanation) -> list[tuple[str, Any]]:
    """The fields that make a record itself, under the names of its file format."""
    fields = explained.record.model_dump(by_alias=True)
    return [(key, value) for key, value in fields.items() if key not in ABOUT]


def tell_value(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def mark_sentence(explained: Explanation) -> str:
    """The sentence with the record's words between [[ and ]], those that fired its rule between * and *."""
    sentence, evidence = explained.sentence, explained.record.evidence
    marks = [(evidence.start, 0, "[["), (evidence.end, 3, "]]")]
    for span in explained.fired:
        marks += [(span.start, 1, "*"), (span.end, 2, "*")]
    text, done = "", sentence.start
    for place, _, mark in sorted(marks):
        text += sentence.quote[done - sentence.start : place - sentence.start] + mark
        done = place
    return " ".join((text + sentence.quote[done - sentence.start :]).split())


def tell_tried(explained: Explanation) -> str:
    """How often records of the rule were right on labelled articles, in words."""
    fresh, seen = explained.tried.fresh, explained.tried.seen
    told = [
        f"{right} of {of} records of this rule were right on {what} articles"
        for (right, of), what in ((fresh, "fresh"), (seen, "developed-on"))
        if of
    ]
    return "; ".join(told) or "what the rule says of itself; no record of it was judged"


def write_explanation_as_json(explained: Explanation) -> str:
    def tell(span: Span) -> dict[str, Any]:
        return span.model_dump()

    record = explained.record
    row = {
        "record": record.model_dump(by_alias=True),
        "source": explained.document.source,
        "published": explained.document.published,
        "sentence": tell(explained.sentence),
        "rule": explained.rule,
        "why": record.why,
        "fired": [tell(span) for span in explained.fired],
        "certainty": record.certainty,
        "tried": asdict(explained.tried),
    }
    return json.dumps(row, ensure_ascii=False, indent=1)

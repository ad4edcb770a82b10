"""The JSON Schemas of the formats, for programs that are not tocsin: `python -m tocsin.schemas docs/formats`."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from tocsin.records.coding import AnyRecord
from tocsin.records.correction import Correction
from tocsin.records.document import Document
from tocsin.records.forecast import Forecast
from tocsin.records.frozen import Record
from tocsin.records.situation import Situation

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class CodingLine(Record):
    """The first line of a coding.jsonl."""

    format: Literal["tocsin/coding/1"]


FORMATS: dict[str, tuple[str, Any]] = {
    "document": ("One line of a documents.jsonl", Document),
    "coding": (
        "One line of a coding.jsonl: the first names the format, the others are documents and records",
        CodingLine | Document | Annotated[AnyRecord, Field()],
    ),
    "correction": ("One line of a corrections.jsonl, the log of a case", Correction),
    "situation": ("A situation.json", Situation),
    "forecast": ("A forecast.json", Forecast),
}


def write_schemas() -> dict[str, str]:
    """The text of each schema, by the name of its file."""
    schemas = {}
    for name, (title, record) in FORMATS.items():
        schema = TypeAdapter(record).json_schema(by_alias=True)
        schema = {"$schema": DIALECT, **schema, "title": title}
        schemas[f"{name}.schema.json"] = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    return schemas


def main(folder: str) -> None:
    """Write every schema into `folder`."""
    for name, text in write_schemas().items():
        Path(folder, name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

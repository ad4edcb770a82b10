"""The published schemas are those of the records, and hold for what is saved."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tocsin.files import format_record
from tocsin.records.coding import Coding
from tocsin.records.document import Document
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation
from tocsin.schemas import main, write_schemas

PUBLISHED = Path(__file__).parents[2] / "docs" / "formats"
FORMATS = ("document", "coding", "situation", "forecast")


@pytest.mark.parametrize("name", [f"{name}.schema.json" for name in FORMATS])
def test_the_published_schema_is_fresh(name: str) -> None:
    stale = "run: python -m tocsin.schemas docs/formats"
    assert (PUBLISHED / name).read_text(encoding="utf-8") == write_schemas()[name], stale


def test_all_schemas_are_written(tmp_path: Path) -> None:
    main(str(tmp_path))
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == write_schemas()


def test_what_is_saved_fits_its_schema_and_a_mistake_does_not(
    documents: list[Document], coding: Coding, situation: Situation, forecast: Forecast
) -> None:
    texts = (format_record(documents).splitlines(), format_record(coding).splitlines(),
             [format_record(situation)], [format_record(forecast)])  # fmt: skip
    for name, pieces in zip(FORMATS, texts, strict=True):
        schema = json.loads(write_schemas()[f"{name}.schema.json"])
        Draft202012Validator.check_schema(schema)
        judge = Draft202012Validator(schema)
        for piece in pieces:
            value = json.loads(piece)
            judge.validate(value)
            assert not judge.is_valid(value | {"unknown": 1})

"""All kinds on eight short articles of other crises, labelled before any run on them; held by floors."""

import json
from functools import cache
from pathlib import Path

import pytest
from tests.coding.scorer import load_scorer

from tocsin.coding.code import code_documents
from tocsin.records.document import Document, name_document

ARTICLES = sorted((Path(__file__).parent / "articles").glob("6[0-9]_*.txt"))
FLOORS = {"statement": 0.90, "quote": 0.97, "position": 0.58, "event": 0.71, "type": 0.92, "actor": 0.81}


@cache
def score_all() -> tuple[dict[str, float], list[str]]:
    """F1 of each kind over the articles, and the errors, a line each."""
    scorer = load_scorer()
    table, errors = {kind: scorer.Tally() for kind in [*scorer.KEYS, "quote", "type", "actor"]}, []
    for path in ARTICLES:
        text, labels = path.read_text(encoding="utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8"))
        document = Document(id=name_document(text), source=path.name, text=text)
        records = [record.model_dump(by_alias=True) for record in code_documents([document]).records]
        errors += [f"{path.stem}: {line}" for line in scorer.score_article(text, labels, records, table)]
    return {kind: tally.f1 for kind, tally in table.items()}, errors


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_falls_below_its_floor(kind: str) -> None:
    measured, errors = score_all()
    assert measured[kind] >= FLOORS[kind], "\n".join(errors)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_label_is_in_its_article(path: Path) -> None:
    text, labels = path.read_text(encoding="utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8"))
    for key in ("statements", "positions", "events", "commitments", "threats", "control", "resources"):
        assert all(label["evidence"] in text for label in labels[key])

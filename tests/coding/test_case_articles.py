"""Events, control, resources, threats and commitments on short articles of other crises, labelled before any run."""

import json
from functools import cache
from pathlib import Path

import pytest
from tests.coding.scorer import load_scorer

from tocsin.coding.code import code_documents
from tocsin.records.document import Document, name_document

ARTICLES = Path(__file__).parent / "articles"
CASES = "5[0-9]_*.txt"
FLOORS = {"event": 0.85, "control": 0.77, "resource": 0.79, "threat": 0.84, "commitment": 0.9}


@cache
def score_kind(kind: str) -> tuple[float, list[str]]:
    """F1 of one kind over the articles that label it, and the errors, a line each."""
    scorer = load_scorer()
    tally, errors = scorer.Tally(), []
    for path in sorted(ARTICLES.glob(CASES)):
        labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8")).get(scorer.KEYS[kind], [])
        said = [record for record in code_article(path) if record["kind"] == kind]
        text = path.read_text(encoding="utf-8")
        taken = scorer.match_records(kind, said, labels, text)
        tally.add(len(taken), len(said), len(labels))
        errors += [f"{path.stem}: {line}" for line in scorer.list_errors(kind, said, labels, taken)]
    return tally.f1, errors


@cache
def code_article(path: Path) -> list[dict[str, object]]:
    """The records of an article, coded once."""
    text = path.read_text(encoding="utf-8")
    published = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["published"]
    document = Document(id=name_document(text), source=path.name, text=text, published=published)
    return [record.model_dump(by_alias=True) for record in code_documents([document]).records]


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_falls_below_its_floor(kind: str) -> None:
    measured, errors = score_kind(kind)
    assert measured >= FLOORS[kind], "\n".join(errors)

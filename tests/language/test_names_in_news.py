"""Names in articles of our own that no training set holds: a floor that a change may not lower in silence."""

from pathlib import Path

import pytest

from tocsin.codebook.name_types import index_name_types
from tocsin.language.conllu import load_names
from tocsin.language.parse import parse
from tocsin.language.score import place_document, score_names

FLOORS = {"names": 0.93, "names PER": 0.94, "names LOC": 0.96, "names ORG": 0.81}
ALONE = {"names": 0.90, "names PER": 0.91, "names LOC": 0.94, "names ORG": 0.72}


@pytest.mark.parametrize(("known", "floors"), [(index_name_types(), FLOORS), (None, ALONE)])
def test_names_in_news(known, floors):
    gold = load_names(Path(__file__).parent / "names.iob2")
    parsed = [place_document(doc) for doc in parse([document.text for document in gold], known)]
    figures = {kind: score.f1 for kind, score in score_names(gold, parsed).items()}
    assert {kind: figure for kind, figure in figures.items() if figure < floors[kind]} == {}

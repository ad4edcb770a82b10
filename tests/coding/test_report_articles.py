"""Threats, commitments, control and resources in short articles of many crises, each label with words of its evidence.

In `reports/articles.txt` an article begins with "@ name"; a label is "= kind | what | words of the evidence".
"""

from collections import Counter
from functools import cache

import pytest
from tests.coding.reports import FOLDER, Row, is_right
from tests.coding.sentences import code_sentences

FLOORS = {"threat": 0.88, "commitment": 0.78, "control": 0.85, "resource": 0.85}


@cache
def load_articles() -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """The text of each article with its labels: kind, what, words of the evidence."""
    found = []
    for block in (FOLDER / "articles.txt").read_text(encoding="utf-8").split("@ ")[1:]:
        lines = [line for line in block.splitlines()[1:] if line]
        text = "\n\n".join(line for line in lines if not line.startswith("= "))
        labels = [line[2:].partition(" | ") for line in lines if line.startswith("= ")]
        found.append((text, tuple((kind, *split_evidence(rest)) for kind, _, rest in labels)))
    return tuple(found)


def split_evidence(label: str) -> tuple[str, str]:
    what, _, words = label.rpartition(" | ")
    return what, words


def score_kind(kind: str) -> tuple[float, list[str]]:
    """F1 of a kind over the articles, and what was said wrongly or missed."""
    tally: Counter[str] = Counter()
    errors = []
    for text, labels in load_articles():
        said: list[Row] = [r.model_dump(by_alias=True) for r in code_sentences(text).records if r.kind == kind]
        left = [(what, words) for kind_of, what, words in labels if kind_of == kind]
        tally.update(said=len(said), labelled=len(left))
        for record in said:
            quote = record["evidence"]["quote"]
            label = next((x for x in left if x[1] in quote and is_right(kind, record, x[0])), None)
            if label is None:
                errors.append(f"wrong: {record['why']} | {quote}")
                continue
            left.remove(label)
            tally["right"] += 1
        errors += [f"missed: {what} | {words}" for what, words in left]
    return 2 * tally["right"] / max(1, tally["said"] + tally["labelled"]), errors


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_falls_below_its_floor(kind: str) -> None:
    measured, errors = score_kind(kind)
    assert measured >= FLOORS[kind], "\n".join([f"{measured:.3f}", *errors])

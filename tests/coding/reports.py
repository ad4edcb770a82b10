"""Reports: sentences and short articles of many crises with the records that a careful reader takes from them.

A file of `reports/` holds texts, each with its labels behind it, a line each: "= Iran" (who threatens; "-" for nobody),
"= agreement: Chile; Peru", "= Goma | M23 | gained", "= Iran | delivery | drones"; "A/B" are names that are both right.
"! reason" marks a text that is known not to be read rightly.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.coding.scorer import load_scorer
from tests.coding.sentences import code_sentences

FOLDER = Path(__file__).parent / "reports"
KINDS = {"threats": "threat", "commitments": "commitment", "control": "control", "resources": "resource"}
MONEY = ("dollar", "euro", "kroner", "$")
Row = dict[str, Any]


@dataclass(frozen=True)
class Report:
    """A text, the labels of one kind of record, and why it is known to be read wrongly, if it is."""

    kind: str
    text: str
    labels: tuple[str, ...]
    fault: str | None


@cache
def load_reports(name: str) -> tuple[Report, ...]:
    """The reports of a file, in its order."""
    blocks = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return tuple(read_block(KINDS[name], block.splitlines()) for block in blocks if not block.startswith("#"))


def read_block(kind: str, lines: list[str]) -> Report:
    labels = tuple(line[2:] for line in lines if line.startswith("= "))
    fault = next((line[2:] for line in lines if line.startswith("! ")), None)
    text = "\n\n".join(line for line in lines if line[:2] not in ("= ", "! "))
    return Report(kind, text, labels, fault)


def list_said(report: Report) -> list[Row]:
    """The records of a report's kind that the coder makes of its text."""
    return [r.model_dump(by_alias=True) for r in code_sentences(report.text).records if r.kind == report.kind]


def match_labels(report: Report) -> tuple[int, int, int]:
    """How many records are right, how many are said, how many are labelled."""
    said, left = list_said(report), list(report.labels)
    right = 0
    for record in said:
        label = next((wanted for wanted in left if is_right(report.kind, record, wanted)), None)
        if label is not None:
            left.remove(label)
            right += 1
    return right, len(said), len(report.labels)


def is_right(kind: str, record: Row, label: str) -> bool:
    """Whether a record is what a label says."""
    parts = [part.strip() for part in label.split("|")]
    if kind == "threat":
        return is_side(record, "by", parts[0])
    if kind == "commitment":
        tie, _, listed = label.partition(":")
        parties = [p.strip() for p in listed.split(";") if p.strip()]
        named = sum(any(is_named(n, p) for n in record["parties"]) for p in parties)
        return record["tie"] in tie.split("/") and named >= min(2, len(parties))
    if kind == "control":
        same = is_named(record["place"], parts[0]) and record["change"] in parts[2].split("/")
        return same and is_side(record, "holder", parts[1])
    good = parts[2] + ("/money" if any(word in parts[2] for word in MONEY) else "")
    return (
        is_side(record, "actor", parts[0])
        and record["status"] in parts[1].split("/")
        and is_named(record["what"], good)
    )


def is_side(record: Row, key: str, names: str) -> bool:
    """Whether a record is of one of the parties, or of somebody who acts for it; "-" is nobody."""
    told = [name for name in (record[key], record.get("on_behalf_of")) if name]
    return any(is_named(name, names) for name in told) if names != "-" else not told


def is_named(name: str, names: str) -> bool:
    return any(load_scorer().agree(name, other) for other in names.split("/"))

"""Score the coder against labelled articles: evaluate.py FOLDER [--output FILE] [--fresh] [--lower-floors].

FOLDER holds NAME.txt beside NAME.json (labels of the codebook's kinds, each with the exact words of its evidence, and
`text_origin`, which names its group). The table for each group, how reliable the certainties are, and the errors record
by record go to FILE (default: evaluation.md); `--fresh` says that no rule was written on these articles. The run fails
where a figure lies below its floor in tests/coding/floors.toml; `--lower-floors` writes what was measured as the new
floors, so that a lower one shows in the change.
"""

import argparse
import json
import re
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reliability import Judged, write_reliability

from tocsin.codebook.names import find_known
from tocsin.coding.code import code_documents
from tocsin.records.document import Document, name_document

FLOORS = Path(__file__).parent.parent / "tests" / "coding" / "floors.toml"
KEYS = {
    "statement": "statements", "position": "positions", "event": "events", "commitment": "commitments",
    "threat": "threats", "control": "control", "resource": "resources",
}  # fmt: skip
CLASSES = {
    "verbal cooperation": "AGREE CONSULT SUPPORT",
    "material cooperation": "COOPERATE AID YIELD RETREAT",
    "verbal conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
CLASS = {name: group for group, names in CLASSES.items() for name in names.split()}
TITLES = frozenset("the a an of and s mr mrs ms dr president prime minister government foreign".split())
SLACK = 0.01
Row = dict[str, Any]


@dataclass
class Tally:
    """What was said, what was labelled, what of it agrees."""

    right: int = 0
    said: int = 0
    labelled: int = 0

    def add(self, right: int, said: int, labelled: int) -> None:
        self.right, self.said, self.labelled = self.right + right, self.said + said, self.labelled + labelled

    @property
    def precision(self) -> float:
        return self.right / max(1, self.said)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.labelled)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.said + self.labelled)


@cache
def split_name(name: str | None) -> frozenset[str]:
    """The words of a name without articles and titles; short forms of the codebook count as the full name."""
    known = find_known(name) if name else None
    name = known.name if known is not None and known.kind in ("state", "alliance", "organisation") else name
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower().replace(".", "")
    words = [
        w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in re.findall(r"\w+", plain)
    ]
    return frozenset(w for w in words if w not in TITLES) or frozenset(words)


def agree(one: str | None, other: str | None) -> bool:
    """Whether two names are the same, or the words of one hold the other's."""
    a, b = split_name(one), split_name(other)
    return bool(a and b) and (a <= b or b <= a)


def same_side(said: Row, label: Row, key: str) -> bool:
    mine = [n for n in (said.get(key), said.get("on_behalf_of")) if n]
    theirs = [n for n in (label.get(key), label.get("on_behalf_of")) if n]
    return any(agree(m, t) for m in mine for t in theirs) if mine and theirs else not mine and not theirs


def is_right(kind: str, said: Row, label: Row) -> bool:
    """Whether the fields that make a record itself agree with a label's."""
    if kind == "statement":
        return same_side(said, label, "speaker")
    if kind == "position":
        return same_side(said, label, "actor") and said["stance"] == label["stance"]
    if kind == "event":
        return same_side(said, label, "actor") and CLASS.get(said["type"]) == CLASS.get(label["type"])
    if kind == "commitment":
        shared = sum(any(agree(p, q) for p in said["parties"]) for q in label["parties"])
        return bool(said["tie"] == label["kind"]) and shared >= min(2, len(label["parties"]))
    if kind == "threat":
        return same_side(said, label, "by")
    if kind == "control":
        held = same_side(said, label, "holder") and said["change"] == label["change"]
        return held and agree(said["place"], label["place"])
    lacks = same_side(said, label, "actor") and said["status"] == label["kind"]
    return lacks and agree(said["what"], label["what"])


def measure_overlap(span: tuple[int, int], text: str, quote: str) -> float:
    """The share of the shorter of a span and a quotation, at its best place in the text, that both cover."""
    places = [m.start() for m in re.finditer(re.escape(quote), text)]
    ends = [(p, p + len(quote)) for p in places]
    return max(
        ((min(span[1], e) - max(span[0], s)) / max(1, min(span[1] - span[0], e - s)) for s, e in ends), default=0
    )


def match_records(kind: str, said: Sequence[Row], labels: Sequence[Row], text: str) -> list[tuple[int, int]]:
    """Pairs of records and labels that agree and overlap by half, one to one, best overlap first."""
    pairs = []
    for i, record in enumerate(said):
        span = (record["evidence"]["start"], record["evidence"]["end"])
        for j, label in enumerate(labels):
            overlap = measure_overlap(span, text, label["evidence"]) if is_right(kind, record, label) else 0
            if overlap >= 0.5:
                pairs.append((-overlap, i, j))
    taken: list[tuple[int, int]] = []
    for _, i, j in sorted(pairs):
        if all(i != a and j != b for a, b in taken):
            taken.append((i, j))
    return taken


def judge_article(name: str, text: str, labels: Row, records: Sequence[Row]) -> list[Judged]:
    """Each record of a kind that the article has labels of, right or wrong; certainties as the rules say them."""
    judged: list[Judged] = []
    for kind, key in KEYS.items():
        said = [r for r in records if r["kind"] == kind and key in labels]
        right = {i for i, _ in match_records(kind, said, labels.get(key, ()), text)}
        judged += [Judged(name, kind, r["why"], r["certainty"], i in right) for i, r in enumerate(said)]
    actors = [r for r in records if r["kind"] == "actor" and "actors" in labels]
    names = [split_name(name) for name in labels.get("actors", ())]
    return judged + [Judged(name, "actor", r["why"], r["certainty"], split_name(r["name"]) in names) for r in actors]


def read_labelled(folder: Path) -> Iterable[tuple[str, str, Row, list[Row]]]:
    """Name, text, labels and records of each labelled article of a folder and its sub-folders."""
    for path in sorted(p for p in folder.rglob("*.txt") if p.with_suffix(".json").exists()):
        text = path.read_text(encoding="utf-8")
        labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        coding = code_documents([Document(id=name_document(text), source=path.name, text=text)], calibrated=False)
        yield path.stem, text, labels, [r.model_dump(by_alias=True) for r in coding.records]


def tidy(quote: str | None) -> str:
    return (quote or "").strip(" ,.\"'“”‘’")


def score_article(text: str, labels: Row, records: Sequence[Row], table: dict[str, Tally]) -> list[str]:
    """Add one article to the table; returns its errors, a line each."""
    errors: list[str] = []
    for kind, key in KEYS.items():
        said = [r for r in records if r["kind"] == kind]
        taken = match_records(kind, said, labels[key], text)
        table[kind].add(len(taken), len(said), len(labels[key]))
        errors += list_errors(kind, said, labels[key], taken)
        if kind == "event":
            exact = sum(said[i]["type"] == labels[key][j]["type"] for i, j in taken)
            table["type"].add(exact, len(taken), len(taken))
    wanted = [q for q in labels["statements"] if q.get("quote")]
    direct = [r for r in records if r["kind"] == "statement" and r["direct"]]
    found = sum(
        any(tidy(r["content"]["quote"]) == tidy(q["quote"]) and same_side(r, q, "speaker") for r in direct)
        for q in wanted
    )
    table["quote"].add(found, len(direct), len(wanted))
    named = {r["name"] for r in records if r["kind"] == "actor"}
    known = sum(any(split_name(a) == split_name(b) for b in named) for a in labels["actors"])
    table["actor"].add(known, len(named), len(labels["actors"]))
    return errors


def list_errors(kind: str, said: Sequence[Row], labels: Sequence[Row], taken: Iterable[tuple[int, int]]) -> list[str]:
    right = list(taken)
    wrong = [r for i, r in enumerate(said) if i not in {a for a, _ in right}]
    missed = [r for j, r in enumerate(labels) if j not in {b for _, b in right}]
    lines = [f"- {kind} wrong: {describe(r)} | {r['evidence']['quote'][:120]!r} | {r.get('why', '')}" for r in wrong]
    return lines + [f"- {kind} missed: {describe(r)} | {r['evidence'][:120]!r}" for r in missed]


def describe(row: Row) -> str:
    keys = ("actor", "speaker", "by", "holder", "parties", "stance", "type", "kind", "tie", "place", "change", "what")
    return ", ".join(str(row[k]) for k in keys if row.get(k) and str(row[k]) not in KEYS)


def write_table(group: str, count: int, table: dict[str, Tally]) -> str:
    rows = [
        f"## {group}: {count} articles\n",
        "| kind | right | said | labels | precision | recall | F1 |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for kind, t in table.items():
        rows.append(
            f"| {kind} | {t.right} | {t.said} | {t.labelled} | {t.precision:.3f} | {t.recall:.3f} | {t.f1:.3f} |"
        )
    return "\n".join(rows) + "\n"


def check_floors(table: dict[str, Tally], lower: bool) -> list[str]:
    """The figures below their floors; with `lower` the floors become what was measured."""
    if lower:
        lines = [f"{kind} = {max(0.0, tally.f1 - SLACK):.3f}" for kind, tally in table.items()]
        note = "# F1 on the labelled articles that tools/evaluate.py was last run on; a lower one fails the run."
        FLOORS.write_text("\n".join([note, *lines]) + "\n", encoding="utf-8")
        return []
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return [f"{k}: F1 {table[k].f1:.3f}, floor {f}" for k, f in floors.items() if table[k].f1 < f]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, default=Path("evaluation.md"))
    parser.add_argument("--fresh", action="store_true", help="no rule was written on these articles")
    parser.add_argument("--lower-floors", action="store_true")
    options = parser.parse_args()
    tables: dict[str, dict[str, Tally]] = defaultdict(lambda: {k: Tally() for k in [*KEYS, "quote", "type", "actor"]})
    counts: Counter[str] = Counter()
    errors: list[str] = []
    judged: list[Judged] = []
    for name, text, labels, records in read_labelled(options.folder):
        for group in ("all", re.split(r"\W", labels["text_origin"])[0].lower()):
            counts[group] += 1
            found = score_article(text, labels, records, tables[group])
        errors += [f"\n### {name}\n", *found]
        judged += judge_article(name, text, labels, records)
    if not counts:
        print(
            f"{options.folder}: no labelled article (NN_slug.txt beside NN_slug.json). Name their folder.",
            file=sys.stderr,
        )
        return 1
    parts = [write_table(group, counts[group], table) for group, table in tables.items()]
    parts.append(write_reliability(judged, options.fresh))
    options.output.write_text(
        "\n".join(["# The coder against labels\n", *parts, "## Errors", *errors]) + "\n", encoding="utf-8"
    )
    print("\n".join(parts))
    below = check_floors(tables["all"], options.lower_floors)
    print("\n".join(f"below its floor: {line}" for line in below), file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())

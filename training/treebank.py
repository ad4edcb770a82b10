"""Treebanks and name lists into the JSON that train.py reads.

usage: treebank.py DATA OUT, where DATA holds the files named in README.md
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

TREEBANKS = ("ewt", "gum_free")
LONGEST = 120
NAMES = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}
UNKNOWN = "?"


def read_sentences(path: Path) -> Iterator[dict]:
    """Sentences of a CoNLL-U file: words, heads (from 1, 0 the root), relations, tags, and what opens before them."""
    rows, opens = [], ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            opens = "document"
        elif line.startswith("# newpar"):
            opens = opens or "paragraph"
        elif line and line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            yield {
                "words": [row[1].replace(" ", "") for row in rows],
                "heads": [int(row[6]) for row in rows],
                "relations": [row[7] for row in rows],
                "parts": [row[3] for row in rows],
                "tags": [row[4] for row in rows],
                "opens": opens,
            }
            rows, opens = [], ""


def gather_documents(path: Path) -> list[list[dict]]:
    """Documents as lists of sentences; sentences longer than `LONGEST` words end a document."""
    documents: list[list[dict]] = [[]]
    for sentence in read_sentences(path):
        if sentence["opens"] == "document" or len(sentence["words"]) > LONGEST:
            documents.append([])
        if len(sentence["words"]) <= LONGEST:
            documents[-1].append(sentence)
    return [document for document in documents if document]


def read_names(path: Path) -> dict[tuple[str, ...], list[str]]:
    """Name tags of each sentence of an IOB2 file, by its words; `UNKNOWN` where a word is in a name of another type."""
    found: dict[tuple[str, ...], list[str]] = {}
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split("\t")
        if columns[0].isdigit():
            place, _, kind = columns[2].partition("-")
            words.append(columns[1].replace(" ", ""))
            tags.append("O" if place == "O" else f"{place}-{NAMES[kind]}" if kind in NAMES else UNKNOWN)
        elif not line and words:
            found[tuple(words)] = tags
            words, tags = [], []
    return found


def gather_labels(trees: list[list[dict]], names: list[dict]) -> dict[str, list[str]]:
    """Every relation, universal and Penn part of speech, and name tag that the training sets hold."""
    kinds = {"dep": "relations", "upos": "parts", "xpos": "tags"}
    sentences = [sentence for document in trees for sentence in document]
    labels = {kind: sorted({t for s in sentences for t in s[field]}) for kind, field in kinds.items()}
    return labels | {"ner": ["O", *sorted({t for s in names for t in s["ner"]} - {"O"})]}


def main(source: Path, out: Path) -> None:
    """Writes trees_train.json, trees_dev_*.json, names_train.json and labels.json."""
    trees = [document for name in TREEBANKS for document in gather_documents(source / f"{name}_train.conllu")]
    named = read_names(source / "uner_ewt_train.iob2")
    for sentence in (sentence for document in trees for sentence in document):
        sentence["names"] = named.get(tuple(sentence["words"])) or [UNKNOWN] * len(sentence["words"])
    (out / "trees_train.json").write_text(json.dumps(trees))
    for name in TREEBANKS:
        (out / f"trees_dev_{name}.json").write_text(json.dumps(gather_documents(source / f"{name}_dev.conllu")))
    names = json.loads((source / "names_train.json").read_text())
    (out / "labels.json").write_text(json.dumps(gather_labels(trees, names)))
    (out / "names_train.json").write_text(json.dumps([{"words": s["w"], "names": s["ner"]} for s in names]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

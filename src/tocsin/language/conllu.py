"""Treebank files (CoNLL-U) and name files (IOB2) as raw text with the gold words placed in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tocsin.errors import FormatError

CODE_OF_NAME = {"PERSON": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG"}


@dataclass(frozen=True)
class Word:
    """A word at `start` to `end`, counted in the text's characters that are not white space.

    `head` is the number of another word of the same document, -1 for a root.
    """

    start: int
    end: int
    part: str
    relation: str
    head: int


@dataclass(frozen=True)
class Document:
    """A text with its words, the spans of its sentences, and its names `(start, end, type)`."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    names: frozenset[tuple[int, int, str]] = frozenset()


def load_trees(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file; paragraphs are parted by an empty line, sentences by a space."""
    return [_place_document(path, blocks) for blocks in _read_documents(path)]


def _read_documents(path: Path) -> list[list[list[str]]]:
    """The sentences of each document, as lines; a file without `# newdoc` lines is one document."""
    documents: list[list[list[str]]] = []
    for block in _read_blocks(path):
        if not documents or any(line.startswith("# newdoc") for line in block):
            documents.append([])
        documents[-1].append(block)
    return documents


def _read_blocks(path: Path) -> Iterator[list[str]]:
    """The lines of one sentence after the other."""
    block: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


def _place_document(path: Path, blocks: Iterable[list[str]]) -> Document:
    text, place = "", 0
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    for block in blocks:
        if text and any(line.startswith("# newpar") for line in block):
            text = text.rstrip() + "\n\n"
        begun, start = len(words), place
        rows = _split_rows(path, block, 10)
        spans = _place_words(rows, place)
        for row in rows:
            if row[0].isdigit():
                head = int(row[6])
                words.append(Word(*spans[row[0]], row[3], _strip_subtype(row[7]), begun + head - 1 if head else -1))
        for row, covered in _find_surface(rows):
            if not covered:
                text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
                place += _measure(row[1])
        sentences.append((start, place))
    return Document(text.rstrip(), tuple(words), tuple(sentences))


def _split_rows(path: Path, block: list[str], columns: int) -> list[list[str]]:
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    short = next((row for row in rows if len(row) < columns), None)
    if short is not None:
        what = "CoNLL-U has ten columns" if columns == 10 else "names have number, word and tag"
        raise FormatError(
            str(path), f"the line '{' '.join(short)}' has {len(short)} columns", f"{what}, parted by tabs"
        )
    return rows


def _find_surface(rows: list[list[str]]) -> Iterator[tuple[list[str], bool]]:
    """Rows of the text as written: a range (`3-4`) covers the words that it stands for."""
    last = 0
    for row in rows:
        if "-" in row[0]:
            last = int(row[0].split("-")[1])
            yield row, False
        elif row[0].isdigit():
            yield row, int(row[0]) <= last


def _place_words(rows: list[list[str]], place: int) -> dict[str, tuple[int, int]]:
    """Where each word stands; words of a range share its letters where they add up to them, else each has them all."""
    spans: dict[str, tuple[int, int]] = {}
    last, whole, inside = 0, (0, 0), True
    forms = {row[0]: row[1] for row in rows}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            whole = (place, place + _measure(row[1]))
            inside = "".join(forms[str(i)] for i in range(first, last + 1)) == row[1]
            place = place if inside else whole[1]
        elif row[0].isdigit():
            if int(row[0]) <= last and not inside:
                spans[row[0]] = whole
            else:
                spans[row[0]] = (place, place + _measure(row[1]))
                place += _measure(row[1])
    return spans


def load_names(path: Path) -> list[Document]:
    """The documents of an IOB2 file (number, word, tag) with their names; `# text =` lines give the spacing."""
    return [_place_names(path, blocks) for blocks in _read_documents(path)]


def _place_names(path: Path, blocks: Iterable[list[str]]) -> Document:
    text, names, sentences, place = "", set(), [], 0
    for block in blocks:
        rows = _split_rows(path, block, 3)
        written = [line.split("=", 1)[1].strip() for line in block if line.startswith("# text =")]
        joined = " ".join(row[1] for row in rows)
        if text and any(line.startswith("# newpar") for line in block):
            text = text.rstrip() + "\n\n"
        text += (written[0] if written and _measure(written[0]) == _measure(joined) else joined) + " "
        start = place
        ends = []
        for row in rows:
            place += _measure(row[1])
            ends.append(place)
        names |= set(_find_names([row[2] for row in rows], [start, *ends]))
        sentences.append((start, place))
    return Document(text.rstrip(), (), tuple(sentences), frozenset(names))


def _find_names(tags: list[str], places: list[int]) -> Iterator[tuple[int, int, str]]:
    begun, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if kind and not (tag.startswith("I-") and tag[2:] == kind):
            if kind in CODE_OF_NAME:
                yield places[begun], places[i], CODE_OF_NAME[kind]
            kind = ""
        if tag != "O" and not kind:
            begun, kind = i, tag[2:]


def _strip_subtype(relation: str) -> str:
    return relation.split(":")[0]


def _measure(word: str) -> int:
    return sum(not c.isspace() for c in word)

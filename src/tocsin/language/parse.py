"""Text into spaCy documents: tokens, sentences, tags, trees and names, read by the network in the box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from spacy.tokens import Doc

from tocsin.language.agreement import agree_names, make_table
from tocsin.language.layout import Layout, find_layout
from tocsin.language.lemmas import find_lemmas
from tocsin.language.names import make_spans
from tocsin.language.network import Reading, read_windows
from tocsin.language.passages import cut_passages, cut_windows
from tocsin.language.tokens import Tokens, load_tokenizer, tokenize

STRAIGHT = frozenset({'"', "''", "``"})


@dataclass(frozen=True)
class _Passage:
    """A passage: all its tokens from `first` to `end`, those that are read, and their forms in windows."""

    first: int
    end: int
    words: Sequence[int]
    windows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class _Sentence:
    """One sentence: all its tokens from `first` to `end`, those that were read, and what was read."""

    first: int
    end: int
    words: Sequence[int] = ()
    reading: Reading | None = None


@dataclass
class _Annotation:
    """What is written into a document, token by token."""

    heads: list[int]
    relations: list[str]
    parts: list[str]
    tags: list[str]
    names: list[str]


def parse(texts: Sequence[str], known: Mapping[str, str] | None = None) -> list[Doc]:
    """One `Doc` a text, over the whole text, with tree, tags, lemmas, sentences and names.

    `known` gives the type (PERSON, LOC, ORG, MISC) of names that the caller has in a table, as they are written.

    **Holds** `doc.text == text` for any text, so that `token.idx` counts code points of the original; each sentence is
    one tree with one root; what is read of a text does not depend on the other texts.
    """
    tokens = [tokenize(text) for text in texts]
    plans = [_plan(each, find_layout(each, known)) for each in tokens]
    asked = [[window for passage in plan for window in passage.windows] for plan in plans]
    table = make_table(known or {})
    docs = []
    for each, plan, readings in zip(tokens, plans, read_windows(asked), strict=True):
        remaining = iter(readings)
        sentences = [
            sentence
            for passage in plan
            for sentence in _split_passage(passage, [r for _ in passage.windows for r in next(remaining)])
        ]
        doc = _make_doc(each, sentences)
        doc.set_ents(agree_names(doc, table))
        docs.append(doc)
    return docs


def _plan(tokens: Tokens, layout: Layout) -> list[_Passage]:
    """The passages of the document, with the words that are read in them; the rest was set aside."""
    passages = []
    for first, end in cut_passages(tokens, layout):
        words = [i for i in range(first, end) if not layout.aside[i] and not tokens.words[i].isspace()]
        forms = [_write_form(tokens, i) for i in words]
        passages.append(_Passage(first, end, words, [forms[a:b] for a, b in cut_windows(forms)]))
    return passages


def _write_form(tokens: Tokens, place: int) -> str:
    """The word as the network reads it: straight quotation marks open or close by the space beside them."""
    word = tokens.words[place]
    if word not in STRAIGHT:
        return word
    after_space = place == 0 or tokens.spaces[place - 1] or tokens.words[place - 1].isspace()
    return "“" if after_space and not tokens.spaces[place] else "”"


def _split_passage(passage: _Passage, readings: Sequence[Reading]) -> list[_Sentence]:
    """Its sentences; what was set aside goes with the words before it, or with the first."""
    if not readings:
        return [_Sentence(passage.first, passage.end)]
    words = passage.words
    places = [0, *accumulate(len(reading.heads) for reading in readings)]
    borders = [passage.first, *(words[place] for place in places[1:-1]), passage.end]
    return [
        _Sentence(first, end, words[begun:done], reading)
        for (first, end), (begun, done), reading in zip(pairwise(borders), pairwise(places), readings, strict=True)
    ]


def _make_doc(tokens: Tokens, sentences: Sequence[_Sentence]) -> Doc:
    """The document with the readings of its sentences written in."""
    size = len(tokens.words)
    written = _Annotation(list(range(size)), ["dep"] * size, ["X"] * size, [""] * size, ["O"] * size)
    for sentence in sentences:
        _write_rest(tokens, sentence, written)
        _write_reading(sentence, written)
    doc = Doc(
        load_tokenizer().vocab,
        words=tokens.words,
        spaces=tokens.spaces,
        heads=written.heads,
        deps=written.relations,
        pos=written.parts,
        tags=written.tags,
        lemmas=find_lemmas(tokens.words, written.parts, written.tags),
    )
    doc.set_ents(make_spans(doc, written.names))
    return doc


def _write_reading(sentence: _Sentence, written: _Annotation) -> None:
    if sentence.reading is None:
        return
    reading = sentence.reading
    for place, i in enumerate(sentence.words):
        head = reading.heads[place]
        written.heads[i] = sentence.words[head - 1] if head else i
        written.relations[i] = reading.relations[place] if head else "ROOT"
        written.parts[i], written.tags[i] = reading.parts[place], reading.tags[place]
        written.names[i] = reading.names[place]


def _write_rest(tokens: Tokens, sentence: _Sentence, written: _Annotation) -> None:
    """Spaces and furniture of a sentence: leaves of its root, or of its first token where nothing was read."""
    reading = sentence.reading
    root = sentence.words[reading.heads.index(0)] if reading else sentence.first
    unread = set(range(sentence.first, sentence.end)).difference(sentence.words)
    for i in unread:
        written.heads[i] = root
        written.parts[i], written.tags[i] = _tag_unread(tokens.words[i])
    written.relations[root] = "ROOT"


def _tag_unread(word: str) -> tuple[str, str]:
    if word.isspace():
        return "SPACE", "_SP"
    if word[0].isalnum() and "." not in word and "/" not in word:
        return "PROPN", "NNP"
    if any(c.isalnum() for c in word):
        return "X", "ADD"
    return ("PUNCT", "NFP") if word.isascii() or len(word) == 1 else ("SYM", "NFP")

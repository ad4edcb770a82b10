"""Text into spaCy documents: tokens, sentences, tags, trees and names, read by the network in the box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from tocsin.language.layout import Layout, find_layout
from tocsin.language.lemmas import find_lemma
from tocsin.language.names import agree_names, make_spans
from tocsin.language.network import Reading, read_sentences
from tocsin.language.sentences import split_sentences
from tocsin.language.tokens import tokenize


@dataclass(frozen=True)
class _Sentence:
    """One sentence of a document: all its tokens, and those of them that the network reads."""

    first: int
    end: int
    words: tuple[int, ...]


def parse(texts: Sequence[str], known: Mapping[str, str] | None = None) -> list[Doc]:
    """One `Doc` a text, over the whole text, with tree, tags, lemmas, sentences and names.

    `known` gives the type (PERSON, LOC, ORG, MISC) of names that the caller has in a table.

    **Holds** `doc.text == text` for any text, so that `token.idx` counts code points of the original; each sentence is
    one tree with one root.
    """
    docs = [tokenize(text) for text in texts]
    layouts = [find_layout(doc) for doc in docs]
    plans = [_plan(doc, layout) for doc, layout in zip(docs, layouts, strict=True)]
    sentences = [
        [doc[i].text for i in sentence.words]
        for doc, plan in zip(docs, plans, strict=True)
        for sentence in plan
        if sentence.words
    ]
    readings = iter(read_sentences(sentences))
    return [
        _assemble(doc, [(sentence, next(readings) if sentence.words else None) for sentence in plan], known)
        for doc, plan in zip(docs, plans, strict=True)
    ]


def _plan(doc: Doc, layout: Layout) -> list[_Sentence]:
    starts = [i for i, start in enumerate(split_sentences(doc, layout)) if start]
    return [
        _Sentence(first, end, tuple(i for i in range(first, end) if not doc[i].is_space and not layout.aside[i]))
        for first, end in zip(starts, [*starts[1:], len(doc)], strict=False)
    ]


def _assemble(doc: Doc, plan: list[tuple[_Sentence, Reading | None]], known: Mapping[str, str] | None) -> Doc:
    """The document with the readings of its sentences written in; what was set aside hangs from the root."""
    size = len(doc)
    if not size:
        return doc
    heads = list(range(size))
    relations, parts, tags, names = ["dep"] * size, ["X"] * size, [""] * size, ["O"] * size
    for sentence, reading in plan:
        _write_rest(doc, sentence, reading, heads, relations, parts, tags)
        if reading:
            for place, i in enumerate(sentence.words):
                head = reading.heads[place]
                heads[i] = sentence.words[head - 1] if head else i
                relations[i] = reading.relations[place] if head else "ROOT"
                parts[i], tags[i], names[i] = reading.parts[place], reading.tags[place], reading.names[place]
    read = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=heads,
        deps=relations,
        pos=parts,
        tags=tags,
        lemmas=[find_lemma(token.text, parts[i], tags[i]) for i, token in enumerate(doc)],
    )
    _set_sentences(read, plan)
    read.set_ents(make_spans(read, names))
    read.set_ents(agree_names(read, known))
    return read


def _write_rest(
    doc: Doc,
    sentence: _Sentence,
    reading: Reading | None,
    heads: list[int],
    relations: list[str],
    parts: list[str],
    tags: list[str],
) -> None:
    """Spaces and furniture of a sentence: leaves of its root, or of its first token where nothing was read."""
    root = sentence.words[reading.heads.index(0)] if reading else sentence.first
    for i in range(sentence.first, sentence.end):
        heads[i], relations[i] = root, "dep"
        parts[i], tags[i] = _tag_unread(doc[i].text)
    relations[root] = "ROOT"


def _tag_unread(word: str) -> tuple[str, str]:
    if word.isspace():
        return "SPACE", "_SP"
    if word[0].isalnum() and "." not in word and "/" not in word:
        return "PROPN", "NNP"
    if any(c.isalnum() for c in word):
        return "X", "ADD"
    return ("PUNCT", "NFP") if word.isascii() or len(word) == 1 else ("SYM", "NFP")


def _set_sentences(doc: Doc, plan: list[tuple[_Sentence, Reading | None]]) -> None:
    firsts = {sentence.first for sentence, _ in plan}
    found = {sentence.start for sentence in doc.sents}
    if found != firsts:
        raise AssertionError(f"sentences {sorted(found ^ firsts)} differ from the plan")

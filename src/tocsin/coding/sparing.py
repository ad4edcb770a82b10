"""Sparing: read a document piece by piece so that a piece that cannot be read costs its sentence and no more."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from spacy.tokens import Doc, Token

LOG = logging.getLogger(__name__)
SOURCE = "source"
Piece = TypeVar("Piece")
Found = TypeVar("Found")


def take_first(piece: Any) -> Token:
    """The first word of a piece: the word itself, or that of a sentence or name."""
    return piece if isinstance(piece, Token) else piece[0]


def find_word(doc: Doc, offset: int) -> Token:
    """The word of `doc` that stands at a character offset, or the last one before it."""
    return next((t for t in reversed(doc) if t.idx <= offset), doc[0])


def read_each(
    pieces: Iterable[Piece], read: Callable[[Piece], Iterable[Found]], at: Callable[[Piece], Token] = take_first
) -> Iterator[Found]:
    """What `read` finds in each piece of a document, in their order; `at` gives a word of the piece.

    **Holds** where it fails on a piece, the rest of that sentence is left out with a warning, and no other sentence is.
    """
    failed: set[int] = set()
    for piece in pieces:
        if failed and at(piece).sent.start in failed:
            continue
        try:
            listed = list(read(piece))
        except Exception as error:
            failed.add(leave_out(at(piece), error))
            continue
        yield from listed


def take_each(
    pieces: Iterable[Piece], take: Callable[[Piece], Found], at: Callable[[Piece], Token] = take_first
) -> Iterator[Found]:
    """What `take` gives for each piece, one by one, as `read_each` does."""
    return read_each(pieces, lambda piece: (take(piece),), at)


def leave_out(word: Token, error: Exception) -> int:
    """Warn that the sentence of a word could not be read; the place where it starts."""
    sentence = word.sent
    where = f"{sentence.doc.user_data.get(SOURCE, 'a text')}, character {sentence.start_char}"
    LOG.warning("%s: a sentence could not be read (%r), so what it tells is missing", where, error)
    LOG.debug("the sentence that failed", exc_info=True)
    return sentence.start

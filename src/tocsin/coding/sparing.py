"""Sparing: read a document word by word so that a word that cannot be read costs its sentence and no more."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from spacy.tokens import Token

from tocsin.coding.article import Article

LOG = logging.getLogger(__name__)
Found = TypeVar("Found")


def read_each(article: Article, tokens: Iterable[Token], read: Callable[[Token], Iterable[Found]]) -> Iterator[Found]:
    """What `read` finds in each of the words, in their order.

    **Holds** where it fails on a word, the rest of that sentence is left out with a warning, and no other sentence is.
    """
    failed: set[int] = set()
    for token in tokens:
        if token.sent.start in failed:
            continue
        try:
            found = list(read(token))
        except Exception as error:
            failed.add(token.sent.start)
            where = f"{article.document.source}, character {token.sent.start_char}"
            LOG.warning("%s: a sentence could not be read (%r), so its records are missing", where, error)
            LOG.debug("the sentence that failed", exc_info=True)
            continue
        yield from found

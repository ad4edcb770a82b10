"""Loose: ties told without a word for them as well known as "treaty" or "ally", read where the stricter rules are not."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, load_cues, load_frames
from tocsin.coding.partings import read_ended, read_severed, read_split, read_unbound
from tocsin.coding.signings import read_signing
from tocsin.coding.standing import read_spoken_of


def list_loose(article: Article, token: Token) -> Iterator[Bond]:
    """The ties that a verb or noun tells of in other words."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN"):
        if lemma in load_cues("deal_nouns"):
            yield from list(read_ended(article, token)) or read_spoken_of(article, token)
        elif lemma in load_cues("relations"):
            yield from read_severed(article, token)
    if token.pos_ in ("VERB", "NOUN", "ADJ", "AUX"):
        yield from read_unbound(article, token)
    if token.pos_ in ("VERB", "AUX"):
        yield from read_split(article, token)
        yield from read_signing(article, token)

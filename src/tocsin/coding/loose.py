"""Loose: ties told without a word for them as well known as "treaty", read where the stricter rules find none."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, load_cues
from tocsin.coding.epithets import list_epithets
from tocsin.coding.fellowships import read_formed, read_joining, read_known_as
from tocsin.coding.insides import read_aloof, read_left_treaty, read_named_member, read_placed, read_taken_out
from tocsin.coding.member_lists import read_frozen, read_has_members
from tocsin.coding.mutual import read_left_defence, read_same_attack
from tocsin.coding.partings import read_ended, read_severed, read_split, read_unbound
from tocsin.coding.plain_bodies import read_to_which
from tocsin.coding.plain_ties import list_plain
from tocsin.coding.shelters import read_body_oath, read_equal_attack, read_help, read_vouching
from tocsin.coding.signings import read_mended, read_signing


def list_loose(article: Article, token: Token) -> Iterator[Bond]:
    """The ties that a verb or noun tells of in other words."""
    if token.pos_ in ("NOUN", "PROPN"):
        yield from list_nouns(article, token)
    if token.pos_ in ("VERB", "NOUN", "ADJ", "AUX"):
        yield from read_unbound(article, token)
        yield from read_left_treaty(article, token)
        yield from read_to_which(article, token)
        yield from list_plain(article, token)
    if token.pos_ in ("VERB", "AUX"):
        for read in (
            read_split,
            read_signing,
            read_joining,
            read_help,
            read_body_oath,
            read_equal_attack,
            read_taken_out,
        ):
            yield from read(article, token)
        if token.lemma_.lower() == "know":
            yield from read_known_as(article, token)
        elif token.lemma_.lower() in load_cues("shielding") | {"guard", "underwrite"}:
            yield from read_vouching(article, token)
        elif token.lemma_.lower() in load_cues("handing_over"):
            yield from read_left_defence(article, token)
        elif token.lemma_.lower() in load_cues("having_members"):
            yield from read_has_members(article, token)


def list_nouns(article: Article, noun: Token) -> Iterator[Bond]:
    """The ties that a noun tells of: deals, relations, alliances, bodies."""
    lemma = noun.lemma_.lower()
    if lemma in load_cues("deal_nouns"):
        yield from read_ended(article, noun)
    elif lemma in load_cues("relations"):
        yield from read_severed(article, noun)
        yield from read_mended(article, noun)
    if lemma in load_cues("leagues") | {"partner"}:
        yield from read_formed(article, noun)
    if lemma == "membership":
        yield from read_frozen(article, noun)
    if lemma in load_cues("assaults"):
        yield from read_same_attack(article, noun)
    yield from read_aloof(article, noun)
    yield from list_epithets(article, noun)
    yield from read_placed(article, noun)
    yield from read_named_member(article, noun)

"""Excepted: those with whom a tie is told not to be, in the breath that tells it of others ("but none with X")."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, name_bodies

PAIR = 2
STOPS = frozenset(";:.,")
LINKS = frozenset({"with", "of", "to", "in", "from", "for"})


def split_excepted(article: Article, bond: Bond) -> Iterator[Bond]:
    """A tie without those whom its sentence excepts from it, and the tie that it says there is not with them.

    "Has pacts with X and Y but none with Z", "is a member of X but not of Y", "no more with X, but with Y".
    """
    aside = find_exception(bond.token.sent) if bond.tie != "none" else ()
    names = dict.fromkeys(name for token in aside for name in name_met(article, token))
    excepted = tuple(party for party in bond.parties if party in names)
    rest = tuple(party for party in bond.parties if party not in excepted)
    if not excepted or not rest:
        yield bond
        return
    if len(rest) >= PAIR:
        yield replace(bond, parties=rest)
    yield replace(bond, parties=(rest[0], *excepted), tie="none", why=f"excepted: {bond.why}")


def name_met(article: Article, token: Token) -> tuple[str, ...]:
    """The sides and bodies that a word names."""
    whos = article.cast.who_alone(token) if token.pos_ in ("PROPN", "NOUN") else ()
    return (*(name for who in whos for name in (who.name, who.acts_for) if name), *name_bodies(article, token))


def find_exception(sentence: Span) -> tuple[Token, ...]:
    """The words of a sentence that tell of whom a tie does not hold: behind "but not with", "but none of"."""
    words = [token.lower_ for token in sentence]
    for at in range(1, len(words) - PAIR):
        denied = words[at] in ("not", "none") and words[at + 1] in LINKS
        if denied and ("but" in words[at - PAIR : at] or "and" in words[at - 1 : at] or words[at - 1] == ","):
            end = next((i for i in range(at, len(words)) if words[i] in STOPS), len(words))
            return tuple(sentence[at:end])
    return ()

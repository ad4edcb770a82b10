"""Acts whose verb is left out the second time: "Norway pledged $20 million, Denmark 12 million and Japan five"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.event_modes import Act
from tocsin.coding.sums import MONEY_SIGNS

JOINS = frozenset({",", ";", "and", "while"})


def spread_act(article: Article, act: Act) -> Iterator[Act]:
    """An act, and the same act of each party that stands behind it with nothing but an amount of its own."""
    others = tuple(w for w in find_gapped(article, act.verb) if w not in act.doers)
    yield replace(act, targets=tuple(w for w in act.targets if w not in others)) if others else act
    for who in others:
        targets = tuple(w for w in act.targets if w not in others and w != who)
        yield replace(act, doers=(who,), targets=targets, why=f"gap: {act.why}", certainty=act.certainty - 0.1)


def find_gapped(article: Article, verb: Token) -> tuple[Who, ...]:
    """Those behind a verb who stand between a comma and an amount, before another verb comes."""
    found: list[Who] = []
    for token in verb.doc[verb.i + 1 : verb.sent.end - 1]:
        if token.pos_ in ("VERB", "AUX"):
            break
        if token.pos_ == "PROPN" and is_amount(token.nbor(1)) and _find_before(token).lower_ in JOINS:
            found.extend(article.cast.who_alone(token))
    return tuple(dict.fromkeys(found))


def is_amount(token: Token) -> bool:
    """Whether a token opens an amount: a number, or the sign of a currency."""
    return token.like_num or token.pos_ == "NUM" or token.text[-1:] in MONEY_SIGNS


def _find_before(name: Token) -> Token:
    """The token before a name and its article."""
    at = name.i - 1
    while at > name.sent.start and (name.doc[at].pos_ in ("PROPN", "DET") or name.doc[at].ent_type_):
        at -= 1
    return name.doc[at]

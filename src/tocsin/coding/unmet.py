"""Unmet wants: goods that somebody cannot get, is not given, or that a clause says are needed."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    is_future,
    is_negated,
    is_passive,
)
from tocsin.coding.goods import find_good, is_arms, is_sum
from tocsin.coding.lackers import find_ground, list_lackers, name_near
from tocsin.coding.supplies import Supply, is_none, list_given, load_words, make_supplies

ABLE = frozenset({"can", "could"})


def read_unmet(article: Article, verb: Token) -> Iterator[Supply]:
    """ "Cannot get spare parts", "struggles to buy wheat", "has received no aid", "no food was handed out in Goma"."""
    lemma = verb.lemma_.lower()
    if lemma in load_words("getting") | load_words("receives") and is_failing(verb):
        subject = find_grammatical_subject(verb)
        goods = [g for g in find_objects(verb) if find_good(g) is not None]
        yield from make_supplies(article, "shortage", list_lackers(article, subject), goods, None, verb, 0.5)
    elif lemma in load_words("delivers") and is_passive(verb) and is_withheld(verb):
        yield from read_withheld(article, verb)


def is_failing(verb: Token) -> bool:
    """Whether somebody does not get what a verb of getting names, though the text does not deny the wish."""
    head = verb.head
    if verb.dep_ in ("xcomp", "acl") and not is_negated(verb):
        words = {head.lemma_.lower(), head.lower_}
        return bool(words & load_words("struggles")) and not is_negated(head) and not find_modals(head)
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    denied = is_negated(verb) and (bool(ABLE & set(find_modals(verb))) or perfect)
    none = any(is_none(g) for g in find_objects(verb)) and not find_modals(verb)
    return (denied or none) and not is_future(verb) and not is_passive(verb)


def is_withheld(verb: Token) -> bool:
    told = not is_future(verb) and not find_modals(verb)
    return told and (is_negated(verb) or any(is_none(g) for g in list_given(verb)))


def read_withheld(article: Article, verb: Token) -> Iterator[Supply]:
    """ "The town has been given no fuel", "no food has been distributed around Goma"."""
    subject = find_grammatical_subject(verb)
    given = [g for g in verb.children if g.dep_ == "obj"]
    goods = [g for g in given or list_given(verb) if find_good(g) is not None and not is_arms(g)]
    near = name_near(article, verb, *goods)
    lackers = (
        list_lackers(article, subject) if given else near or tuple(w for g in goods for w in find_ground(article, g))
    )
    yield from make_supplies(article, "shortage", lackers, goods, None, verb, 0.5)


def read_called_for(article: Article, verb: Token) -> Iterator[Supply]:
    """ "Food is needed in Goma", "kits were urgently required": needed where the clause or the text before says."""
    goods = [g for g in find_objects(verb) if find_good(g) is not None]
    by = [w for o in find_obliques(verb, "by") for w in list_lackers(article, o)]
    lackers = tuple(by) or name_near(article, verb, *goods)
    known = any(c.lower_ == "the" and is_sum(g) for g in goods for c in g.children)
    lackers = lackers or tuple(w for g in goods[:1] for w in find_ground(article, g) if not known)
    yield from make_supplies(article, "need", lackers, goods, None, verb, 0.5)

"""Goods told of in the wake of a gift: what a package holds, and what is handed on by a giver named before."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.cargoes import is_arriving, list_loaded
from tocsin.coding.clauses import (
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    is_future,
    is_negated,
    is_passive,
)
from tocsin.coding.event_modes import is_history, read_telling
from tocsin.coding.event_roles import find_agents, find_doers
from tocsin.coding.goods import find_good, is_arms, is_sum
from tocsin.coding.supplies import Supply, list_given, load_words, make_supplies
from tocsin.records.coding import Status

FURTHEST, FARTHEST = 3, 12


def read_taken_up(article: Article, token: Token, told: Sequence[Supply]) -> Iterator[Supply]:
    """What one word tells of goods whose giver the text has named before; `told`: what it tells by itself."""
    lemma = token.lemma_.lower()
    if lemma in load_words("holds") and token.pos_ in ("VERB", "ADP"):
        yield from read_contents(article, token, told)
    elif lemma in load_words("delivers") - {"pay"} and is_passive(token) and not find_doers(article, token):
        yield from read_handed_on(article, token, told)
    elif token.pos_ == "NOUN" and is_arriving(token):
        yield from read_under_way(article, token, told)


def read_contents(article: Article, word: Token, told: Sequence[Supply]) -> Iterator[Supply]:
    """ "The package includes shells", "aid consisting of tents", "a consignment comprising stoves"."""
    holder = find_grammatical_subject(word)
    if holder is None and word.dep_ in ("acl", "acl:relcl"):
        holder = word.head
    goods = find_objects(word) if not is_passive(word) else []
    goods = [*(g for g in goods if g.i > word.i), *find_obliques(word, "of")]
    if holder is None or is_negated(word) or not goods:
        return
    package = holder.lemma_.lower() in load_words("packages")
    before = find_gift_before(word, told, FARTHEST if package else FURTHEST)
    near = before is not None and word.dep_ == "acl:relcl" and before.token.i >= word.sent.start
    if not package and not is_sum(holder) and holder.lower_ != "it" and not near:
        return
    if before is None:
        return
    own = tuple(w for w in find_agents(article, holder) if w.type == "state") if package else ()
    yield from make_supplies(article, before.status, own or before.actors, goods, before.to, word, 0.5)


def read_handed_on(article: Article, verb: Token, told: Sequence[Supply]) -> Iterator[Supply]:
    """ "18 tons of soap were flown to Gode": by whoever the sentences before say gives."""
    before = find_gift_before(verb, told)
    telling = read_telling(article, verb, frozenset({"would"}))
    if before is None or telling is None or is_negated(verb) or is_history(article, verb, None):
        return
    to_come = is_future(verb) or "would" in find_modals(verb)
    status: Status = "offer" if to_come else "delivery"
    goods = [g for g in list_given(verb) if find_good(g) is not None and not any(c.tag_ == "DT" for c in g.children)]
    yield from make_supplies(article, status, before.actors, goods, before.to, verb, 0.45)


def read_under_way(article: Article, noun: Token, told: Sequence[Supply]) -> Iterator[Supply]:
    """ "Five tanks are on the way": from whoever the sentences before say gives, where the clause names nobody."""
    verb = noun.head
    before = find_gift_before(noun, told)
    own = any(s.token.i == noun.i for s in told) or any(find_obliques(t, "from") for t in (noun, verb))
    if own or before is None or is_negated(verb) or find_modals(verb) or is_future(verb):
        return
    goods = [g for g in list_loaded(noun, verb) if find_good(g) is not None]
    goods = [g for g in goods if not any(c.lower_ in ("the", "no") for c in g.children) and not is_arms(g)]
    yield from make_supplies(article, "delivery", before.actors, goods, before.to, noun, 0.45)


def find_gift_before(token: Token, told: Sequence[Supply], back: int = FURTHEST) -> Supply | None:
    """The last gift told of before a word, at most `back` sentences before."""
    first = token.sent.start
    for _ in range(back):
        first = token.doc[max(first - 1, 0)].sent.start
    near = (s for s in reversed(told) if s.status in ("offer", "delivery") and first <= s.token.i < token.i)
    return next(near, None)

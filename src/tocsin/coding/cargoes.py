"""Cargoes: goods told of by their arrival, or by a noun of dealing in them."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import find_objects, find_obliques, is_in_condition, is_negated
from tocsin.coding.event_modes import is_history, read_telling
from tocsin.coding.event_roles import find_agents, find_doers
from tocsin.coding.goods import find_good, is_arms, is_money
from tocsin.coding.supplies import Supply, load_words, make_supplies


def read_arrival(article: Article, noun: Token) -> Iterator[Supply]:
    """ "A shipment of rice from Japan arrived", "trucks with flour crossed from Egypt", "aid to Egypt totals"."""
    verb = noun.head
    telling = read_telling(article, verb)
    if telling is None or is_negated(verb) or is_history(article, verb, None):
        return
    carried = [c for c in noun.children if c.dep_ == "acl" and c.lemma_.lower() in load_words("carrying")]
    from_where = [o for head in (noun, *find_obliques(noun, "of"), verb) for o in find_obliques(head, "from")]
    givers = find_agents(article, noun) or tuple(w for o in from_where for w in article.cast.who(o))
    whos = [w for o in find_obliques(noun, "to", "for") for w in article.cast.who(o)]
    whos += [w for o in [*find_obliques(verb, "in", "at", "into"), *find_objects(verb)] for w in article.cast.who(o)]
    receivers = [w.name for w in whos if w not in givers]
    goods = [o for c in carried for o in [*find_objects(c), *find_obliques(c, "with")] if o.i != noun.i]
    goods = goods or [noun, *find_obliques(noun, "of", "with")]
    kept = [g for g in reversed(goods) if find_good(g) is not None and g.lemma_.lower() not in load_words("carriers")]
    kept = [g for g in kept[:1] if g.i != noun.i or not is_arms(g)]
    yield from make_supplies(article, "delivery", givers, kept, next(iter(receivers), None), noun, 0.5)


def read_trade(article: Article, noun: Token) -> Iterator[Supply]:
    """ "Approved the sale of missiles to Taiwan", "is discussing the supply of gas": proposed, so an offer."""
    verb = noun.head
    agreed = load_words("proposals") | load_words("offers") | load_words("backs_trade")
    if verb.lemma_.lower() not in agreed or is_negated(verb) or is_in_condition(verb):
        return
    receivers = [w.name for h in (noun, verb) for o in find_obliques(h, "to", "for") for w in article.cast.who(o)]
    goods = [g for g in find_obliques(noun, "of") if not is_money(g)]
    owners = find_agents(article, noun) if verb.lemma_.lower() not in load_words("offers") - {"approve"} else ()
    goods = goods or [c for c in noun.children if c.dep_ == "compound" and find_good(c) is not None and not is_money(c)]
    givers = [w for w in owners or find_doers(article, verb) if w.name not in receivers]
    yield from make_supplies(article, "offer", givers, goods, next(iter(receivers), None), noun, 0.5)


def read_loan_deal(article: Article, noun: Token) -> Iterator[Supply]:
    """ "An agreement with the fund for a loan", "talks with Qatar on a loan": money from whom it is dealt with."""
    goods = [o for o in find_obliques(noun, "for", "on", "over", "about") if is_lendable(o)]
    partners = find_obliques(noun, "with")
    # Some trees hang the loan on the partner.
    goods += [o for p in partners for o in find_obliques(p, "for", "on", "over", "about") if is_lendable(o)]
    if not goods or is_negated(noun) or is_negated(noun.head):
        return
    givers = tuple(w for p in partners for w in article.cast.who(p))
    takers = find_doers(article, noun.head) if noun.head.pos_ == "VERB" else ()
    to = next((w.name for w in takers if w not in givers), None)
    yield from make_supplies(article, "offer", givers, goods, to, noun, 0.5)


def is_lendable(noun: Token) -> bool:
    """Whether a noun is of money that is lent or given, not of one that is owed or spoken of."""
    return noun.lemma_.lower() in load_words("backing") and noun.lemma_.lower() not in ("training", "help", "support")

"""Cargoes: goods told of by their arrival, or by a noun of dealing in them."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    has_case,
    is_future,
    is_in_condition,
    is_negated,
    list_conjuncts,
)
from tocsin.coding.event_modes import is_history, read_telling
from tocsin.coding.event_roles import find_agents, find_doers, find_owners
from tocsin.coding.giving import HELD_OUT, is_to_be
from tocsin.coding.goods import find_good, is_arms, is_money
from tocsin.coding.supplies import Supply, list_goods, list_under, load_words, make_supplies
from tocsin.records.coding import Status


def read_arrival(article: Article, noun: Token) -> Iterator[Supply]:
    """ "A shipment of rice from Japan arrived", "trucks with flour crossed from Egypt", "aid to Egypt totals"."""
    verb = noun.head
    telling = read_telling(article, verb)
    if telling is None or is_negated(verb) or is_history(article, verb, None):
        return
    from_where = [o for head in (noun, *find_obliques(noun, "of"), verb) for o in find_obliques(head, "from")]
    givers = find_agents(article, noun) or tuple(w for o in from_where for w in article.cast.who(o))
    givers = givers or tuple(w for g in list_loaded(noun, verb) for w in find_owners(article, g))
    givers = givers or find_teller(article, verb)
    whos = [w for o in find_obliques(noun, "to", "for") for w in article.cast.who(o)]
    whos += [w for o in [*find_obliques(verb, "in", "at", "into"), *find_objects(verb)] for w in article.cast.who(o)]
    receivers = [w.name for w in whos if w not in givers]
    goods = list_loaded(noun, verb)
    no_load = load_words("carriers") | {"vehicle"}
    kept = [g for g in reversed(goods) if find_good(g) is not None and g.lemma_.lower() not in no_load]
    own = is_arms(noun) and noun.lemma_.lower() not in load_words("carriers")
    own = own and not any(article.cast.who(o) for o in from_where)
    kept = [g for g in kept[:1] if not own]
    to = next(iter(receivers), None)
    yield from make_supplies(article, "delivery", givers, kept, to, noun, 0.5)
    if not givers and noun.lemma_.lower() in load_words("carriers") and not find_modals(verb):
        for good in (g for t in kept for g in list_goods(t, is_open=True)):
            yield Supply("delivery", (), good, to, noun, f"{noun.lower_} + {good.noun.lower_}", 0.5)


def find_teller(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who says that a cargo comes, where that is a body or the officials of a state, who speak of their own gift."""
    sayer = find_grammatical_subject(verb.head) if verb.dep_ == "ccomp" else None
    return tuple(w for w in article.cast.who(sayer) if w.type != "person") if sayer is not None else ()


def is_arriving(noun: Token) -> bool:
    """Whether a noun is told to come or to be under way, or is one that carries goods, whatever it does."""
    verb = noun.head
    if not noun.dep_.startswith("nsubj"):
        return False
    on_way = verb.lemma_.lower() == "way" and has_case(verb, "on")
    if on_way or (
        noun.dep_ == "nsubj"
        and noun.lemma_.lower() not in load_words("carriers")
        and verb.lemma_.lower() in load_words("arrives")
    ):
        return True
    if noun.lemma_.lower() not in load_words("carriers") or verb.lemma_.lower() not in load_words("arrives"):
        return False
    return list_loaded(noun, verb)[0].i != noun.i


def list_loaded(noun: Token, verb: Token) -> list[Token]:
    """The goods that something carries, or else itself: "trucks loaded with rice", "a convoy of lorries with flour"."""
    chain = [noun, *find_obliques(noun, "of")]
    chain += [o for t in chain[1:] for o in find_obliques(t, "of")]
    near = (*chain, verb, *verb.children)
    acts = [c for t in near for c in t.children if c.dep_ in ("acl", "advcl", "acl:relcl", "xcomp")]
    acts = [c for c in acts if c.lemma_.lower() in load_words("carrying")]
    loads = [o for c in acts for o in [*([] if c.tag_ == "VBN" else find_objects(c)), *find_obliques(c, "with")]]
    aboard = loads or [o for t in chain for o in find_obliques(t, "with")]
    return [o for o in aboard if o.i not in {t.i for t in chain}] or chain


def read_reliance(article: Article, verb: Token) -> Iterator[Supply]:
    """ "Survives on oil from Iran and grain from Russia": each given by whom it comes from."""
    takers = find_doers(article, verb)
    benefits = verb.lemma_.lower() == "benefit"
    for good in (
        m for o in find_obliques(verb, *(("from",) if benefits else ("on", "upon"))) for m in list_conjuncts(o)
    ):
        sources = [*find_obliques(good, "from"), *([] if benefits else find_obliques(verb, "from"))]
        givers = tuple(w for o in sources for w in article.cast.who(o) if w not in takers)
        if benefits and not givers:
            givers = tuple(w for w in find_agents(article, find_first(good)) if w not in takers)
        if find_good(good) is not None and not is_negated(verb):
            to = takers[0].name if takers else None
            yield from make_supplies(article, "delivery", givers, [good], to, verb, 0.5)


def find_first(good: Token) -> Token:
    """The first of the list that goods stand in, which says whose they all are ("Saudi funding and oil")."""
    return (
        good.head if good.dep_ == "conj" and not any(c.dep_ in ("amod", "nmod:poss") for c in good.children) else good
    )


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


def read_receiving(article: Article, verb: Token) -> Iterator[Supply]:
    """ "Kenya received vehicles from the United States": given by whom they came from."""
    sources = [*find_obliques(verb, "from"), *list_under(verb, "from")]
    givers = tuple(dict.fromkeys(w for o in sources for w in article.cast.who(o)))
    named = [c for o in find_objects(verb) if find_good(o) is not None for c in o.children if c.dep_ == "amod"]
    givers = givers or tuple(w for c in named for w in article.cast.who_alone(c))
    subject = find_grammatical_subject(verb)
    receivers = find_doers(article, verb) or (article.cast.who_speaks(subject) if subject is not None else ())
    # To buy in time to come is the buyer's wish alone.
    comes = verb.lemma_.lower() in ("receive", "get", "obtain")
    telling = read_telling(article, verb, HELD_OUT if comes else frozenset())
    givers = tuple(w for w in givers if w not in receivers)
    to_come = comes and (is_future(verb) or is_to_be(verb) or bool(HELD_OUT & set(find_modals(verb))))
    if givers and receivers and telling is not None and (to_come or telling.mode != "planned"):
        status: Status = "offer" if to_come else "delivery"
        yield from make_supplies(article, status, givers, find_objects(verb), receivers[0].name, verb, 0.55)

"""Gifts: goods told of by a noun of giving, asking or want: "a donation of tents", "an appeal for", "a funding gap"."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    has_case,
    is_future,
    is_in_condition,
    is_negated,
    is_passive,
)
from tocsin.coding.event_modes import is_history
from tocsin.coding.event_roles import find_agents, find_doers, find_owners, name_owner
from tocsin.coding.goods import Good, find_good, is_arms, is_money, write_good
from tocsin.coding.lackers import list_lackers
from tocsin.coding.shortages import read_stock
from tocsin.coding.sums import is_share
from tocsin.coding.supplies import Supply, load_words, make_supplies
from tocsin.records.coding import Status


def read_named(article: Article, noun: Token) -> Iterator[Supply]:
    """What a noun with its goods tells of them."""
    lemma = noun.lemma_.lower()
    if noun.dep_ == "nsubj" and is_money(noun.head) and lemma in load_words("gifts") | load_words("pledges"):
        yield from read_worth(article, noun)
    elif lemma in load_words("stocks") and (low := list(read_stock(article, noun))):
        yield from low
    elif lemma in load_words("gifts") or (lemma in load_words("takings") and find_obliques(noun, "of")):
        yield from read_gift(article, noun, "delivery")
    elif lemma in load_words("pledges"):
        yield from read_gift(article, noun, "offer")
    elif lemma in load_words("appeals"):
        yield from read_appeal(article, noun)
    elif lemma in load_words("gaps"):
        yield from read_gap(article, noun)


def read_gift(article: Article, noun: Token, status: Status) -> Iterator[Supply]:
    """ "A donation of tents from India", "Russian arms deliveries", "pledges of 2 billion"."""
    if noun.dep_ == "nmod" and noun.head.lemma_.lower() in load_words("checks"):
        return
    verb = noun.head if noun.head.pos_ in ("VERB", "AUX") else None
    above = verb or next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if above is not None and (above.lemma_.lower() in load_words("needs") or is_only_thought(above)):
        return
    if verb is not None and (is_told_elsewhere(verb) or is_negated(verb) or is_in_condition(verb)):
        return
    if is_history(article, noun, None):
        return
    goods = [g for g in find_obliques(noun, "of") if find_good(g) is not None]
    goods = goods or [c for c in noun.children if c.dep_ == "compound" and find_good(c) is not None]
    from_whom = [t for t in noun.subtree if t.i > noun.i and t.dep_ == "nmod" and has_case(t, "from", "by")]
    givers = tuple(w for o in from_whom for w in article.cast.who(o) or article.cast.who_speaks(o))
    givers = givers or find_thanked(article, noun) or find_agents(article, noun)
    givers = givers or tuple(w for g in goods if g.i > noun.i for w in find_owners(article, g))
    backed = not goods and bool(from_whom) and is_material(noun)
    receivers = [w for t in (noun, *goods) for o in find_obliques(t, "to", "for") for w in article.cast.who(o)]
    givers = tuple(w for w in givers if w not in receivers)
    said = {c.lemma_.lower() for c in noun.children if c.dep_ == "amod"}
    if (verb is not None and is_future(verb)) or said & load_words("to_come"):
        status = "offer"
    to = receivers[0].name if receivers else None
    yield from make_supplies(article, status, givers, goods, to, noun, 0.5)
    sides = tuple(dict.fromkeys(name_owner(w) for w in givers if w.type != "outlet"))
    if backed and sides:
        good = find_good(noun) or Good("aid", write_good(noun), None, noun)
        yield Supply(status, sides, good, to, noun, f"{noun.lower_} from {sides[0].name}", 0.5)


def read_worth(article: Article, noun: Token) -> Iterator[Supply]:
    """ "Its contribution would be 40 million dollars", "Kenya's pledge was $2m"."""
    total = noun.head
    givers = find_agents(article, noun)
    good = find_good(total)
    if find_child(total, "cop") is None or is_negated(total) or good is None:
        return
    to_come = is_future(total) or bool(find_modals(total)) or noun.lemma_.lower() in load_words("pledges")
    yield from make_supplies(article, "offer" if to_come else "delivery", givers, [total], None, noun, 0.5)


def is_only_thought(verb: Token) -> bool:
    """Whether an act is one that somebody may or must do ("may have to step up our deliveries")."""
    verbs = (verb, verb.head) if verb.dep_ in ("xcomp", "ccomp") else (verb,)
    return any({"may", "might", "must", "should"} & set(find_modals(v)) for v in verbs)


def find_thanked(article: Article, noun: Token) -> tuple[Who, ...]:
    """Whose a gift is that somebody is thanked for: "its appreciation to Oman for its gift of flour"."""
    own = find_child(noun, "nmod:poss")
    if own is None or own.tag_ != "PRP$" or not has_case(noun, "for"):
        return ()
    near = [*find_obliques(noun.head, "to"), *find_objects(noun.head)]
    near += [o for t in find_objects(noun.head) for o in find_obliques(t, "to")]
    return tuple(w for o in near if o.i < noun.i for w in article.cast.who(o))


def is_material(noun: Token) -> bool:
    """Whether help is of money or goods, not of words ("military support from", not "support from")."""
    kinds = {t.lower_ for t in noun.subtree if t.i < noun.i} & load_words("material")
    lemma = noun.lemma_.lower()
    return lemma in load_words("backing") and (bool(kinds) or lemma not in ("support", "backing", "help"))


def is_told_elsewhere(verb: Token) -> bool:
    """Whether the verb of a noun of giving is read itself, or says that nothing is given."""
    read = ("delivers", "offers", "proposals", "needs", "asks", "lacks", "halted")
    if verb.lemma_.lower() in load_words("receives"):
        return not is_passive(verb)
    return any(verb.lemma_.lower() in load_words(key) for key in read)


def read_appeal(article: Article, noun: Token) -> Iterator[Supply]:
    """ "The UN appeal for 2 billion dollars", "launched an appeal for blankets", "Kyiv's requests for shells"."""
    goods = [g for g in find_obliques(noun, "for") if find_good(g) is not None]
    if not goods or is_negated(noun.head) or noun.head.lemma_.lower() in load_words("halted"):
        return
    asking: tuple[Who, ...] = find_agents(article, noun)
    if (
        not asking
        and noun.dep_ == "obj"
        and noun.head.lemma_.lower() in ("launch", "make", "issue", "renew", "repeat", "send")
    ):
        asking = find_doers(article, noun.head)
    yield from make_supplies(article, "need", asking, goods, None, noun, 0.5)


def read_gap(article: Article, noun: Token) -> Iterator[Supply]:
    """ "Faces a funding gap of 200 million dollars", "a shortfall of 40 percent in its budget"."""
    sums = [o for o in find_obliques(noun, "of") if is_money(o) and not is_share(o)]
    sums = sums or [
        c for c in noun.children if c.dep_ == "compound" and c.lemma_.lower() in ("funding", "budget", "cash")
    ]
    subject = find_grammatical_subject(noun.head) if noun.dep_ == "obj" else None
    lackers = find_agents(article, noun) or list_lackers(article, subject)
    if not is_negated(noun.head) and not is_arms(noun):
        yield from make_supplies(article, "shortage", lackers, sums[:1], None, noun, 0.5)

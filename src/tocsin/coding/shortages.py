"""Shortages: goods that somebody lacks or runs out of, and whose want it is."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_objects,
    find_obliques,
    has_case,
    is_negated,
    is_passive,
    phrase_of,
)
from tocsin.coding.event_roles import find_agents
from tocsin.coding.goods import Good, find_any_good, find_good, is_arms
from tocsin.coding.lackers import WITHIN, find_ground, list_lackers, name_ground, name_within
from tocsin.coding.sums import is_share
from tocsin.coding.supplies import Supply, load_words, make_supplies

USED_UP = frozenset({"food", "water", "medicine", "energy", "money", "ammunition", "aid"})
MEALS = {"eat": "food", "drink": "water"}


def read_denied(article: Article, verb: Token, lemma: str) -> Iterator[Supply]:
    """ "has no fuel left", "have too few ships", "does not have enough water", "has food for only two weeks"."""
    if lemma == "have":
        subject = find_grammatical_subject(verb)
        denied = is_negated(verb)
        things = find_objects(verb)
        heads = [o for o in things if is_too_little(o, denied) or is_for_short(verb, o)]
        if denied and subject is not None and subject.lower_ in ("we", "i"):
            heads = heads or [o for o in things if find_good(o) is not None]
        heads = [g for o in heads for g in (find_obliques(o, "to") if o.lemma_.lower() == "access" else [o])]
        lackers = list_lackers(article, subject) if heads or denied else ()
        yield from make_supplies(article, "shortage", lackers, heads, None, verb, 0.55)
        if denied and (meal := find_meal(things)) is not None and lackers:
            yield Supply("shortage", lackers, Good("food", meal, None, verb), None, verb, f"have + {meal}", 0.5)
    elif lemma == "be":
        yield from read_there(article, verb)


def find_meal(things: Sequence[Token]) -> str | None:
    """What people do not have enough of "to eat" or "to drink"."""
    steps = [c for t in things if t.lower_ == "enough" for c in t.children if c.dep_ in ("acl", "advcl", "xcomp")]
    return next((MEALS[c.lemma_.lower()] for c in steps if c.lemma_.lower() in MEALS), None)


def read_there(article: Article, verb: Token) -> Iterator[Supply]:
    """ "There was no drinking water in Goma"."""
    heads = [c for c in verb.children if c.dep_ == "nsubj" and is_too_little(c, is_negated(verb))]
    inside = [o for t in (verb, *heads) for o in find_obliques(t, *WITHIN)]
    lackers = tuple(w for o in inside for w in name_ground(article, o))
    yield from make_supplies(article, "shortage", lackers[:1], heads, None, verb, 0.55)


def is_too_little(noun: Token, denied: bool) -> bool:
    """Whether a phrase counts what is there as none or not enough."""
    words = {c.lower_ for c in noun.children} | {k.lower_ for c in noun.children for k in c.children}
    # That a party has no soldiers or weapons is said to deny it, not to complain.
    if "no" in words and is_arms(noun):
        return False
    denied = denied or "neither" in words
    scant = bool(words & {"few", "little"}) and bool(words & {"too", "very", "only", "so"})
    less = {"less", "fewer"} & words and any(t.lemma_.lower() in load_words("times") for t in noun.subtree)
    return (
        bool(words & {"no", "neither"})
        or scant
        or bool(less)
        or "insufficient" in words
        or (denied and "enough" in words)
    )


def is_for_short(verb: Token, noun: Token) -> bool:
    """Whether goods are told to last only for some time ("food for only two weeks")."""
    spans = [o for head in (verb, noun) for o in find_obliques(head, "for") if o.lemma_.lower() in load_words("times")]
    if any(o.lemma_.lower() in ("hour", "day") for o in spans) and find_good(noun) is not None:
        return True
    return any(t.lower_ in ("only", "just", "barely") for o in spans for t in o.subtree) or any(
        c.lower_ in ("only", "just", "barely") and c.i < o.i for o in spans for c in (*verb.children, *noun.children)
    )


def read_dried_up(article: Article, verb: Token) -> Iterator[Supply]:
    """ "Petrol ran out", "water has been cut", "bread is rationed in Taiz": goods that are no longer there."""
    goods = find_objects(verb) if is_passive(verb) else [s for s in [find_grammatical_subject(verb)] if s is not None]
    goods = [g for g in goods if (good := find_good(g)) is not None and good.kind in USED_UP]
    inside = [o for head in (verb, *goods) for o in find_obliques(head, "in", "across", "to")]
    lackers = tuple(w for o in inside for w in name_ground(article, o))
    lackers = lackers or tuple(w for g in goods for w in find_ground(article, g))
    if not is_negated(verb) and not is_habit(verb):
        yield from make_supplies(article, "shortage", lackers[:1], goods, None, verb, 0.5)


def read_need(article: Article, noun: Token) -> Iterator[Supply]:
    """ "Are in need of food", "the need for shelter in Goma"."""
    goods = find_obliques(noun, "of", "for")
    needing = noun.head if noun.dep_ == "nmod" and has_case(noun, "in") else find_grammatical_subject(noun)
    if needing is None and has_case(noun, "in"):
        needing = find_grammatical_subject(noun.head)
    lackers = list_lackers(article, needing) if needing is not None and needing.i != noun.i else ()
    if not lackers:
        inside = [o for n in (noun, *goods) for o in find_obliques(n, "in", "across")]
        lackers = find_agents(article, noun) or tuple(w for o in inside for w in name_ground(article, o))
    if not is_negated(noun):
        yield from make_supplies(article, "need", lackers, goods, None, noun, 0.55)


def is_habit(verb: Token) -> bool:
    """Whether something is told of what is so again and again ("generally runs out")."""
    return any(c.lower_ in load_words("habits") for c in verb.children)


def read_stock(article: Article, noun: Token) -> Iterator[Supply]:
    """ "Its stock of lithium will last six weeks", "stocks of insulin are running low"."""
    verb = noun.head
    goods = [
        *find_obliques(noun, "of"),
        *(c for c in noun.children if c.dep_ == "compound" and find_good(c) is not None),
    ]
    low = verb.lemma_.lower() in load_words("dwindles") or verb.lemma_.lower() in (
        "low",
        "exhausted",
        "empty",
        "depleted",
    )
    if noun.dep_ not in ("nsubj", "nsubj:pass") or not goods or not low or is_negated(verb) or is_habit(verb):
        return
    if verb.lemma_.lower() == "run" and not any(c.lower_ in ("low", "out", "short", "dry") for c in verb.children):
        return
    if verb.lemma_.lower() == "last" and not any(t.lemma_.lower() in load_words("times") for t in verb.subtree):
        return
    owner = find_child(noun, "nmod:poss")
    lackers = list_lackers(article, owner) or article.cast.name_anyone(owner) if owner is not None else ()
    scant = any(t.lower_ in ("only", "just", "barely", "days", "hours") for t in verb.subtree)
    if verb.lemma_.lower() == "last" and not lackers and not scant:
        return
    towards = [o for t in (noun, *goods) for o in find_obliques(t, "to")]
    lackers = lackers or tuple(w for o in towards for w in name_ground(article, o))
    inside = [o for t in (noun, *goods, verb) for o in find_obliques(t, *WITHIN)]
    lackers = lackers or tuple(w for o in inside for w in name_ground(article, o)) or find_ground(article, noun)
    named = [g for g in goods if find_good(g) is not None]
    if named:
        yield from make_supplies(article, "shortage", lackers[:1], named, None, noun, 0.5)
        return
    for good in (g for t in goods if (g := find_any_good(t)) is not None):
        yield Supply("shortage", lackers[:1], good, None, noun, f"{noun.lower_} + {good.noun.lower_}", 0.5)


def read_scarce(article: Article, word: Token) -> Iterator[Supply]:
    """ "is short of fuel", "medicine has become scarce in Venezuela"."""
    if is_negated(word):
        return
    subject = find_grammatical_subject(word)
    goods = find_obliques(word, "of", "on")
    goods = goods or [c for c in word.children if c.dep_ == "obl:unmarked" and find_good(c) is not None]
    if goods:
        sums = [g for g in goods if g.dep_ == "obl:unmarked"]
        yield from make_supplies(article, "shortage", list_lackers(article, subject), sums, None, word, 0.6)
    elif word.dep_ == "amod" and word.head.lemma_.lower() == "supply":
        yield from _read_short_supply(article, word.head)
    elif subject is not None and word.lemma_ not in ("short", "low"):
        near = [*find_obliques(word, *WITHIN), *find_obliques(word.head, *WITHIN)]
        lackers = tuple(w for o in near for w in name_ground(article, o)) or find_ground(article, word)
        lackers = lackers or tuple(Who(phrase_of(o).removeprefix("the "), None, "group") for o in near[:1])
        yield from make_supplies(article, "shortage", lackers, [subject], None, word, 0.5)


def _read_short_supply(article: Article, supply: Token) -> Iterator[Supply]:
    """ "Ammunition is in short supply on the front"."""
    subject = find_grammatical_subject(supply)
    if subject is None or not has_case(supply, "in"):
        return
    near = find_obliques(supply, *WITHIN)
    lackers = tuple(w for o in near for w in name_ground(article, o)) or find_ground(article, supply)
    yield from make_supplies(article, "shortage", lackers[:1], [subject], None, supply, 0.5)


def read_shortage(article: Article, noun: Token) -> Iterator[Supply]:
    """ "shortages of shells", "a water shortage", and whose they are."""
    if noun.head.lemma_.lower() in load_words("feared") or is_negated(noun):
        return
    goods: list[Token] = [g for g in find_obliques(noun, "of", "in") if not is_share(g)]
    goods = goods or [c for c in noun.children if c.dep_ == "compound" and find_good(c) is not None]
    if noun.dep_ == "conj" and find_good(noun.head) is not None:
        goods.insert(0, noun.head)
    lackers: tuple[Who, ...] = find_agents(article, noun)
    if not lackers:
        lackers = name_within(article, noun, *goods)
    if not lackers:
        verbs = [t for t in noun.ancestors if t.pos_ in ("VERB", "ADJ")]
        subjects = [s for v in verbs[:1] if (s := find_grammatical_subject(v)) is not None]
        # "As Cuba sinks into a crisis that includes shortages": the clause above names whose they are.
        if subjects and verbs[0].dep_ == "acl:relcl":
            subjects += [s for v in verbs[1:2] if (s := find_grammatical_subject(v)) is not None]
        known = (list_lackers(article, s) for s in reversed(subjects) if s.i != noun.i)
        lackers = next((k for k in known if k), ())
    if not lackers and noun.dep_.startswith("nsubj"):
        hit = [o for o in find_objects(noun.head) if o.i != noun.i]
        lackers = tuple(w for o in hit for w in list_lackers(article, o))
    if not lackers:
        near = find_obliques(noun.head, "in", "across")
        lackers = tuple(w for o in near for w in name_ground(article, o)) or find_ground(article, noun)
    yield from make_supplies(article, "shortage", lackers, goods, None, noun, 0.6)

"""Shortages: goods that somebody lacks or runs out of, and whose want it is."""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who, open_partitive
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    has_case,
    is_negated,
    is_passive,
    list_conjuncts,
    phrase_of,
)
from tocsin.coding.event_roles import find_agents, find_owners, is_party, name_owner
from tocsin.coding.goods import Good, find_any_good, find_good, is_arms, is_money
from tocsin.coding.place_names import find_entity, find_place_name
from tocsin.coding.places_again import find_spoken_of
from tocsin.coding.supplies import Supply, load_words, make_supplies

PLACES = ("LOC", "GPE")
MEALS = {"eat": "food", "drink": "water"}
WITHIN = ("in", "on", "at", "across", "throughout", "inside")


def list_lackers(article: Article, subject: Token | None) -> tuple[Who, ...]:
    """Whose want is told of a subject: a party, the place it is in, or the place spoken of last for plain people."""
    if subject is None:
        return ()
    named: list[Who] = []
    for member in list_conjuncts(subject):
        whos = article.cast.who_alone(member) or find_owners(article, member) or article.cast.who(member)
        named += [name_owner(w) for w in whos]
    known = tuple(w for w in dict.fromkeys(named) if is_party(w) and (w.acts_for or w.name[:1].isupper()))
    if known:
        return known
    if named and is_arms(subject):
        return tuple(dict.fromkeys(named))
    for place in find_obliques(subject, "in", "at", "inside", "across", "from", "on", "of"):
        if found := name_ground(article, place):
            return found
    if (literal := find_literal(subject)) is not None:
        return article.cast.name_anyone(literal)
    plain = subject.pos_ == "NOUN" and (subject.lemma_.lower() in load_words("sufferers") or bool(named))
    found = find_ground(article, subject) if plain else ()
    found = found or tuple(dict.fromkeys(named)) or (article.cast.name_noun(subject) if plain else ())
    return found or find_holder(article, subject) or article.cast.name_anyone(subject)


def find_holder(article: Article, noun: Token) -> tuple[Who, ...]:
    """Whose a lacking thing is told to be by the clause above: "Latvia has a brigade that lacks tents"."""
    verb = noun.head
    held = verb.lemma_.lower() == "have" and noun.dep_ == "obj" and not is_negated(verb)
    holder = find_grammatical_subject(verb) if held else None
    return article.cast.who(holder) if holder is not None else ()


def find_literal(subject: Token) -> Token | None:
    """The noun that lacks goods in its own right: a house ("bakeries"), or those of whom some do."""
    counted = open_partitive(subject)
    if counted.pos_ == "PRON":
        above = (s for t in counted.head.ancestors if (s := find_grammatical_subject(t)) is not None)
        counted = next(above, counted)
    if counted.pos_ != "NOUN" and not (counted.pos_ == "PROPN" and counted.is_lower):
        return None
    lemma = counted.lemma_.lower()
    some = open_partitive(subject).i != subject.i and lemma not in load_words("sufferers")
    return counted if some or lemma in load_words("houses") else None


def name_ground(article: Article, token: Token) -> tuple[Who, ...]:
    """The state that a noun names, or a place in it as a group of its people."""
    states = tuple(w for w in article.cast.who(token) if w.type == "state")
    if states:
        return states
    place = find_place_name(token) or find_spoken_of(article, token)
    return (Who(place, None, "group"),) if place is not None else ()


def find_ground(article: Article, token: Token) -> tuple[Who, ...]:
    """Where plain people are: the place spoken of last in its sentence or the two before, else the state most named."""
    first = article.doc[max(token.sent.start - 1, 0)].sent.start
    first = article.doc[max(first - 1, 0)].sent.start
    for before in reversed(article.doc[first : token.i]):
        entity = find_entity(before)
        placed = before.dep_ == "nmod:poss" or has_case(before, *WITHIN, "to", "near", "into", "of")
        if placed and entity is not None and entity.label_ in PLACES and (found := name_ground(article, before)):
            return found
    named = Counter(w for whos in article.cast.found.values() for w in whos if w.type == "state")
    return tuple(who for who, count in named.most_common(1) if count > 1)


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
    scant = bool(words & {"few", "little"}) and bool(words & {"too", "very", "only", "so"})
    return "no" in words or scant or (denied and "enough" in words)


def is_for_short(verb: Token, noun: Token) -> bool:
    """Whether goods are told to last only for some time ("food for only two weeks")."""
    spans = [o for head in (verb, noun) for o in find_obliques(head, "for") if o.lemma_.lower() in load_words("times")]
    if any(o.lemma_.lower() == "hour" for o in spans) and find_good(noun) is not None:
        return True
    return any(t.lower_ in ("only", "just", "barely") for o in spans for t in o.subtree) or any(
        c.lower_ in ("only", "just", "barely") and c.i < o.i for o in spans for c in (*verb.children, *noun.children)
    )


def read_deprived(article: Article, verb: Token) -> Iterator[Supply]:
    """ "The town was deprived of power", "the blockade has cut the enclave off from food"."""
    goods = find_obliques(verb, "of", "from")
    if (
        is_negated(verb)
        or find_modals(verb)
        or (verb.lemma_.lower() == "cut" and find_child(verb, "compound:prt", "advmod") is None)
    ):
        return
    goods = [g for g in goods if find_good(g) is not None]
    lackers = tuple(w for o in find_objects(verb) for w in list_lackers(article, o)) if goods else ()
    yield from make_supplies(article, "shortage", lackers, goods, None, verb, 0.55)


def read_dried_up(article: Article, verb: Token) -> Iterator[Supply]:
    """ "Petrol ran out", "water has been cut", "bread is rationed in Taiz": goods that are no longer there."""
    goods = find_objects(verb) if is_passive(verb) else [s for s in [find_grammatical_subject(verb)] if s is not None]
    goods = [g for g in goods if find_good(g) is not None]
    inside = [o for head in (verb, *goods) for o in find_obliques(head, "in", "across", "to")]
    lackers = tuple(w for o in inside for w in name_ground(article, o))
    lackers = lackers or tuple(w for g in goods for w in find_ground(article, g))
    if not is_negated(verb):
        yield from make_supplies(article, "shortage", lackers[:1], goods, None, verb, 0.5)


def read_without(article: Article, noun: Token) -> Iterator[Supply]:
    """ "The city is without power", "left 2 million people without water": goods behind "without"."""
    head = noun.head
    verb = noun if any(c.dep_ == "cop" for c in noun.children) else head
    if verb.lemma_.lower() not in load_words("goes_without") and verb.i != noun.i and not is_with_none(noun):
        return
    subject = find_grammatical_subject(verb)
    left = find_objects(verb) if verb.lemma_.lower() == "leave" else []
    sufferers = left or ([subject] if subject is not None else [])
    lackers = tuple(w for s in sufferers if s.i != noun.i for w in list_lackers(article, s))
    yield from make_supplies(article, "shortage", lackers, [noun], None, noun, 0.55)


def is_with_none(noun: Token) -> bool:
    """Whether goods are told to be none: "with no fuel for its generators"."""
    denied = has_case(noun, "with") and any(c.lower_ == "no" for c in noun.children)
    return denied and find_good(noun) is not None and not is_arms(noun)


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
    if noun.dep_ not in ("nsubj", "nsubj:pass") or not goods or not low or is_negated(verb):
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
    goods = goods or [c for c in word.children if c.dep_ == "obl:unmarked" and is_money(c)]
    if goods and subject is not None:
        yield from make_supplies(article, "shortage", list_lackers(article, subject), goods, None, word, 0.6)
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
    goods: list[Token] = find_obliques(noun, "of", "in")
    goods += [c for c in noun.children if c.dep_ == "compound" and find_good(c) is not None]
    if noun.dep_ == "conj" and find_good(noun.head) is not None:
        goods.insert(0, noun.head)
    lackers: tuple[Who, ...] = find_agents(article, noun)
    if not lackers:
        inside = [o for n in (noun, *goods) for o in find_obliques(n, "in", "across")]
        lackers = tuple(w for o in inside for w in name_ground(article, o))
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

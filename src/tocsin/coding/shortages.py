"""Shortages: goods that somebody lacks or runs out of, and whose want it is."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_grammatical_subject,
    find_objects,
    find_obliques,
    has_case,
    is_negated,
    is_passive,
    list_conjuncts,
    phrase_of,
)
from tocsin.coding.event_roles import find_agents, find_owners, is_party, name_owner
from tocsin.coding.goods import find_good, is_arms
from tocsin.coding.places import find_entity, find_place_name, find_spoken_of
from tocsin.coding.supplies import Supply, load_words, make_supplies

PLACES = ("LOC", "GPE")
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
    plain = subject.pos_ == "NOUN" and (subject.lemma_.lower() in load_words("sufferers") or bool(named))
    found = find_ground(article, subject) if plain else ()
    return found or tuple(dict.fromkeys(named)) or (article.cast.name_anyone(subject) if plain else ())


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
        heads = [o for o in find_objects(verb) if is_too_little(o, is_negated(verb)) or is_for_short(verb, o)]
        lackers = list_lackers(article, find_grammatical_subject(verb)) if heads else ()
        yield from make_supplies(article, "shortage", lackers, heads, None, verb, 0.55)
    elif lemma == "be":
        yield from read_there(article, verb)


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
    return any(t.lower_ in ("only", "just", "barely") for o in spans for t in o.subtree) or any(
        c.lower_ in ("only", "just", "barely") and c.i < o.i for o in spans for c in (*verb.children, *noun.children)
    )


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
    if verb.lemma_.lower() not in load_words("goes_without") and verb.i != noun.i:
        return
    subject = find_grammatical_subject(verb)
    left = find_objects(verb) if verb.lemma_.lower() == "leave" else []
    sufferers = left or ([subject] if subject is not None else [])
    lackers = tuple(w for s in sufferers if s.i != noun.i for w in list_lackers(article, s))
    yield from make_supplies(article, "shortage", lackers, [noun], None, noun, 0.55)


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


def read_scarce(article: Article, word: Token) -> Iterator[Supply]:
    """ "is short of fuel", "medicine has become scarce in Venezuela"."""
    if is_negated(word):
        return
    subject = find_grammatical_subject(word)
    goods = find_obliques(word, "of", "on")
    if goods and subject is not None:
        yield from make_supplies(article, "shortage", list_lackers(article, subject), goods, None, word, 0.6)
    elif subject is not None and word.lemma_ not in ("short", "low"):
        near = [*find_obliques(word, *WITHIN), *find_obliques(word.head, *WITHIN)]
        lackers = tuple(w for o in near for w in name_ground(article, o)) or find_ground(article, word)
        lackers = lackers or tuple(Who(phrase_of(o).removeprefix("the "), None, "group") for o in near[:1])
        yield from make_supplies(article, "shortage", lackers, [subject], None, word, 0.5)


def read_shortage(article: Article, noun: Token) -> Iterator[Supply]:
    """ "shortages of shells", "a water shortage", and whose they are."""
    goods: list[Token] = find_obliques(noun, "of", "in")
    goods += [c for c in noun.children if c.dep_ == "compound" and find_good(c) is not None]
    lackers: tuple[Who, ...] = find_agents(article, noun)
    if not lackers:
        inside = [o for n in (noun, *goods) for o in find_obliques(n, "in", "across")]
        lackers = tuple(w for o in inside for w in name_ground(article, o))
    if not lackers:
        near = [noun.head, *noun.ancestors]
        verb = next((t for t in near if t.pos_ in ("VERB", "ADJ")), None)
        subject = find_grammatical_subject(verb) if verb is not None else None
        if subject is not None and subject.i != noun.i:
            lackers = list_lackers(article, subject)
    if not lackers and noun.dep_.startswith("nsubj"):
        hit = [o for o in find_objects(noun.head) if o.i != noun.i]
        lackers = tuple(w for o in hit for w in list_lackers(article, o))
    if not lackers:
        near = find_obliques(noun.head, "in", "across")
        lackers = tuple(w for o in near for w in name_ground(article, o)) or find_ground(article, noun)
    yield from make_supplies(article, "shortage", lackers, goods, None, noun, 0.6)

"""Lackers: whose want a text tells of, a party, the people and houses it names in its own words, or a place."""

from collections import Counter

from spacy.tokens import Token

from tocsin.coding.actors import Who, open_partitive
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_obliques,
    has_case,
    is_negated,
    list_conjuncts,
    phrase_of,
)
from tocsin.coding.counted import NUMBERS
from tocsin.coding.event_roles import find_owners, is_party
from tocsin.coding.goods import find_good, is_arms
from tocsin.coding.groups import can_speak
from tocsin.coding.place_names import find_entity, find_place_name
from tocsin.coding.places_again import TAKEN_UP, find_spoken_of
from tocsin.coding.sums import is_share
from tocsin.coding.supplies import load_words

PLACES = ("LOC", "GPE")
INSIDE = ("in", "at", "inside", "across", "from", "on", "of")
COUNTS = frozenset({*NUMBERS, "hundred", "thousand", "million", "billion", "nearly", "single"})
WITHIN = ("in", "on", "at", "across", "throughout", "inside")


def list_lackers(article: Article, subject: Token | None) -> tuple[Who, ...]:
    """Whose want is told of a subject: a party, or people and houses in the text's words with the place they are in."""
    subject = open_pronoun(article, subject)
    if subject is None or subject.lower_ in ("those", "all", "anyone"):
        return ()
    named: list[Who] = []
    for member in list_conjuncts(subject):
        owned = find_owners(article, member) if has_own_owner(member) else ()
        named += (
            owned
            or name_people(article, member)
            or article.cast.who_alone(member)
            or find_owners(article, member)
            or article.cast.who(member)
        )
    known = tuple(w for w in dict.fromkeys(named) if is_party(w) and (w.acts_for or w.name[:1].isupper()))
    if known:
        return known
    if named and is_arms(subject):
        return tuple(dict.fromkeys(named))
    inside = [w for o in find_obliques(subject, *INSIDE) for w in name_ground(article, o)]
    if is_thing(subject):
        return tuple(inside) or find_holder(article, subject) or find_ground(article, subject)
    members = [open_literal(m) for m in list_conjuncts(subject)]
    people = [w for m in members if can_lack(m) for w in article.cast.name_noun(m)]
    ground = inside or [w for w in find_ground(article, subject) if subject.pos_ == "NOUN"]
    placed = tuple(
        Who(trim_name(w.name, subject), w.acts_for or next((g.name for g in ground), None), w.type) for w in people
    )
    return placed or tuple(dict.fromkeys(named)) or tuple(inside) or find_holder(article, subject)


def trim_name(name: str, noun: Token) -> str:
    """A group's name without what counts it or whose it is ("two million people", "the region's farmers")."""
    owner = find_child(noun, "nmod:poss")
    owned = " ".join(t.text for t in owner.subtree if t.pos_ not in ("DET", "PART")) if owner is not None else ""
    words = name.removeprefix(owned).split() or name.split()
    while len(words) > 1 and words[0].lower() in COUNTS:
        words.pop(0)
    return " ".join(words)


def name_people(article: Article, noun: Token) -> tuple[Who, ...]:
    """The people of a state, who lack things themselves ("Yemenis"); () for any other noun."""
    states = article.cast.who_alone(noun) if noun.tag_ == "NNPS" and noun.text.endswith("s") else ()
    is_name = len(states) == 1 and states[0].type == "state" and noun.text in states[0].name
    return tuple(Who(noun.text, w.name, "group") for w in states if w.type == "state" and not is_name)


def can_lack(noun: Token) -> bool:
    """Whether a noun is of people, their bodies, a house or a place, which can want for something."""
    lemma = noun.lemma_.lower()
    houses = load_words("houses") | load_words("sufferers") | TAKEN_UP
    return noun.pos_ in ("NOUN", "PROPN", "ADJ") and not is_share(noun) and (lemma in houses or can_speak(noun))


def has_own_owner(noun: Token) -> bool:
    """Whether plain people are told to be somebody's ("their men")."""
    return noun.tag_ == "NNS" and any(c.tag_ == "PRP$" for c in noun.children)


def is_thing(noun: Token) -> bool:
    """Whether a noun is of a thing that needs other things ("generators", "ambulances"), not of those who lack."""
    good = find_good(noun)
    return (
        good is not None and good.kind not in ("soldiers", "ships") and noun.lemma_.lower() not in load_words("houses")
    )


def open_pronoun(article: Article, subject: Token | None) -> Token | None:
    """What a subject stands for: "they" that is nobody known is who says so ("doctors said that they had none")."""
    if subject is None or subject.pos_ != "PRON" or article.cast.who(subject):
        return subject
    above = next((t for t in subject.head.ancestors if t.pos_ == "VERB"), None)
    said = find_grammatical_subject(above) if above is not None else None
    return said if said is not None and said.pos_ != "PRON" else subject


def open_literal(noun: Token) -> Token:
    """The noun that lacks goods in its own right, behind words that count it ("dozens of bakeries", "some of them")."""
    counted = open_partitive(noun)
    if is_share(counted):
        return next(iter(find_obliques(counted, "of")), counted)
    if counted.pos_ == "PRON":
        above = (s for t in counted.head.ancestors if (s := find_grammatical_subject(t)) is not None)
        return next(above, counted)
    return counted


def find_holder(article: Article, noun: Token) -> tuple[Who, ...]:
    """Whose a lacking thing is told to be by the clause above: "Latvia has a brigade that lacks tents"."""
    verb = noun.head
    held = verb.lemma_.lower() == "have" and noun.dep_ == "obj" and not is_negated(verb)
    holder = find_grammatical_subject(verb) if held else None
    return article.cast.who(holder) if holder is not None else ()


def name_ground(article: Article, token: Token) -> tuple[Who, ...]:
    """The state that a noun names, or a place in it as a group of its people."""
    states = tuple(w for w in article.cast.who(token) if w.type == "state")
    if states:
        return states
    inner = next((c for c in find_obliques(token, "of") if c.pos_ == "PROPN"), None)
    if inner is not None and token.lemma_.lower() in TAKEN_UP:
        return name_ground(article, inner) or (Who(phrase_of(inner), None, "group"),)
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
    above = (s for t in token.ancestors if (s := find_grammatical_subject(t)) is not None)
    if states := tuple(w for s in above for w in article.cast.who_alone(s) if w.type == "state"):
        return states[:1]
    named = Counter(w for whos in article.cast.found.values() for w in whos if w.type == "state")
    return tuple(who for who, count in named.most_common(1) if count > 1)


def find_sufferer(cue: Token) -> Token | None:
    """Of whom a word of lack is said: the subject of its clause, who is left so, or the noun it hangs on."""
    head = cue.head
    if cue.dep_ in ("amod", "acl", "nmod", "appos") and head.pos_ in ("NOUN", "PROPN", "PRON") and head.i < cue.i:
        return head
    if cue.dep_ in ("xcomp", "obl", "advcl") and head.lemma_.lower() in ("leave", "keep", "find", "render", "make"):
        left = find_child(head, "obj", "iobj", "nsubj:pass")
        return left if left is not None else find_grammatical_subject(head)
    subject = find_grammatical_subject(cue)
    if subject is None and cue.dep_ in ("obl", "advcl", "xcomp", "ccomp", "advmod"):
        subject = find_grammatical_subject(head)
    if subject is None and cue.dep_ == "ROOT":
        # "Thin on missiles, Kyiv got more": the tree may join the clause to what stands before it.
        beside = (s for c in cue.children if c.dep_ == "parataxis" and (s := find_grammatical_subject(c)) is not None)
        subject = next(beside, None)
    return subject


def name_within(article: Article, *heads: Token) -> tuple[Who, ...]:
    """The place that hangs on one of several words; a name that is no known place is one here ("on Anjouan")."""
    inside = [o for head in heads for o in find_obliques(head, *WITHIN) if find_good(o) is None]
    found = tuple(w for o in inside for w in name_ground(article, o))
    return found or tuple(Who(phrase_of(o), None, "group") for o in inside if o.pos_ == "PROPN")[:1]


def name_near(article: Article, *heads: Token) -> tuple[Who, ...]:
    """The place that goods are told to lack in, hanging on one of several words, in the text's words at worst."""
    inside = [o for head in heads for o in find_obliques(head, *WITHIN)]
    found = tuple(w for o in inside for w in name_ground(article, o))
    return found or tuple(Who(phrase_of(o).removeprefix("the "), None, "group") for o in inside[:1])

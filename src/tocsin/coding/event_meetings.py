"""Meetings told by nouns: talks between parties, a body's summit, a visit, a call in which something was said."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_modals,
    find_objects,
    find_obliques,
    find_subjects,
    has_case,
    is_negated,
    is_passive,
    list_conjuncts,
)
from tocsin.coding.event_members import find_members
from tocsin.coding.event_modes import Act, Telling, load_speaking, read_telling
from tocsin.coding.event_roles import find_doers, find_owners, find_targets, is_party
from tocsin.coding.event_types import load_cues

BODIES = ("alliance", "organisation")
HELD = frozenset({"meeting", "talk", "summit", "call", "conversation"})


def read_meeting(article: Article, noun: Token) -> Iterator[Act]:
    """Talks that are told as held: "talks between A and B resumed", "at a meeting of", "NATO members were in talks"."""
    telling = read_telling(article, noun)
    if telling is None or telling.quoted or is_unheld(noun):
        return
    if any(c.dep_ == "cop" for c in noun.children):
        yield from _read_being_in(article, noun, telling)
        return
    sides = find_sides(article, noun)
    if (len(sides) > 1 and not is_one_side(sides)) or (sides and is_gathering(noun, sides)):
        yield Act("CONSULT", noun, sides, (), telling, f"{noun.lower_} of {sides[0].name}", 0.55)
        return
    guest = find_guest(article, noun)
    if guest:
        targets = tuple(w for o in find_obliques(noun, "to", "with") for w in article.cast.who(o) if w not in guest)
        if targets:
            yield Act("CONSULT", noun, guest, targets, telling, f"{noun.lower_} of {guest[0].name}", 0.5)


def _read_being_in(article: Article, noun: Token, telling: Telling) -> Iterator[Act]:
    """Who is in talks, or on a visit."""
    sides = tuple(w for s in find_subjects(noun) for w in article.cast.who(s))
    inside = any(c.dep_ == "case" and c.lower_ in ("in", "on") for c in noun.children)
    if inside and sides and not is_negated(noun):
        yield Act("CONSULT", noun, sides, find_targets(article, noun, sides), telling, f"in {noun.lower_}", 0.6)


def is_unheld(noun: Token) -> bool:
    """Whether talks are denied, only wished for, or planned without a day."""
    head = noun.head.head if noun.head.lemma_.lower() in load_cues("counters") else noun.head
    if any(c.lower_ in load_cues("unheld") for m in list_conjuncts(noun) for c in m.children):
        return True
    if head.pos_ not in ("VERB", "NOUN", "ADJ"):
        return False
    governed = head.lemma_.lower() in load_cues("unreal") or head.lemma_.lower() in load_cues("calls")
    at = has_case(noun, "at", "in", "during", "after", "before", "following", "through")
    hangs = noun.dep_.split(":")[0] in ("obj", "obl", "nmod", "acl") and not at
    modals = {"would", "could", "might", "may", "should", "must"} & set(find_modals(head))
    return bool(modals) or is_negated(head) or (governed and hangs)


def find_sides(article: Article, noun: Token) -> tuple[Who, ...]:
    """Those who meet: between, of or among whom a meeting is, whose it is, and with whom."""
    near = find_obliques(noun, "between", "among", "of") if noun.lemma_ != "debate" else find_obliques(noun, "between")
    behind = [w for o in near for w in _list_present(article, o)]
    owners = [w for w in find_owners(article, noun) if w.type != "group"] if not behind else []
    partners = [w for o in find_obliques(noun, "with") for w in _list_present(article, o)] if behind or owners else []
    return tuple(dict.fromkeys(w for w in (*behind, *owners, *partners) if is_party(w)))


def _list_present(article: Article, token: Token) -> tuple[Who, ...]:
    """The members that are named of a group, the states that its officials are from, or whom a noun phrase names."""
    sides = find_members(article, token) or list_sides(article, token)
    if len(sides) > 1 or token.pos_ != "NOUN":
        return sides
    inside = (w for t in token.subtree if t.pos_ == "PROPN" for w in article.cast.who_alone(t) if w.type == "state")
    states = tuple(dict.fromkeys(inside))
    return states if len(states) > 1 else sides


def is_one_side(sides: tuple[Who, ...]) -> bool:
    """Whether those who meet are all of one state or body: a leader and the cabinet."""
    first = {sides[0].name, sides[0].acts_for} - {None}
    return all({w.name, w.acts_for} & first for w in sides)


def is_gathering(noun: Token, sides: tuple[Who, ...]) -> bool:
    """Whether one name is enough: a body of no one state that sits, or several officials together."""
    owner = find_known(sides[0].acts_for) if sides[0].acts_for else None
    own = owner is not None and owner.kind == "state"
    return (sides[0].type in BODIES and not own and noun.tag_ == "NN") or (
        sides[0].type == "group" and sides[0].name.endswith("s")
    )


def is_own_man(who: Who, others: Sequence[Who]) -> bool:
    """Whether somebody is of the people of one of `others` ("the deputies of his party")."""
    return any(o.name in who.name or o.name == who.acts_for for o in others)


def find_guest(article: Article, noun: Token) -> tuple[Who, ...]:
    """Who is on a visit or in talks: the owner, or the subject of the clause that the noun stands in."""
    owners = tuple(w for w in find_owners(article, noun) if w.type in ("person", "state"))
    if owners or not has_case(noun, "on", "during", "in", "after", "for"):
        return owners
    host = noun.head
    if host.pos_ == "PROPN" or (host.pos_ == "NOUN" and noun.dep_ == "nmod"):
        return tuple(w for w in article.cast.who_alone(host) if w.type == "person")
    if host.pos_ == "ADJ":
        return tuple(w for s in find_subjects(host) for w in article.cast.who(s) if w.type == "person")
    return tuple(w for w in find_doers(article, host) if w.type == "person") if host.pos_ == "VERB" else ()


def list_sides(article: Article, noun: Token) -> tuple[Who, ...]:
    """The parties of a list, or those whose people it names ("American and Chinese negotiators")."""
    named = article.cast.who(noun)
    before = [
        t for c in noun.children if c.i < noun.i and c.dep_ in ("amod", "compound", "nmod:poss") for t in c.subtree
    ]
    if len(named) > 1 or not before:
        return named
    inside = (w for t in before for w in article.cast.who_alone(t) if w.type != "outlet")
    return tuple(dict.fromkeys((*inside, *named)))


def read_company(article: Article, noun: Token) -> Iterator[Act]:
    """Whom somebody meets when they say or do something ("said in a call with", "signed it during talks with")."""
    verb = noun.head
    if article.find_quotation(verb) is not None and article.find_quotation(noun) is None:
        verb = verb.head
    if (
        verb.pos_ != "VERB"
        or (verb.lemma_ not in load_speaking() and (is_passive(verb) or noun.lemma_ not in HELD))
        or not any(c.dep_ == "case" and c.lower_ in ("in", "during", "at", "after") for c in noun.children)
    ):
        return
    telling = read_telling(article, verb)
    speakers = find_doers(article, verb)
    others = [w for o in find_obliques(noun, "with", "to") for w in article.cast.who(o)]
    others += [w for o in find_objects(verb) for w in article.cast.who(o) if noun.lemma_ in ("call", "conversation")]
    others = [w for w in dict.fromkeys(others) if w not in speakers and is_party(w) and not is_own_man(w, speakers)]
    if telling is not None and len(speakers) > 1 and noun.lemma_ in HELD and not (others or is_unheld(noun)):
        yield Act("CONSULT", noun, speakers, (), telling, f"together in {noun.lower_}", 0.5)
    if telling is not None and speakers and others:
        yield Act(
            "CONSULT", noun, speakers, tuple(others), telling, f"said in {noun.lower_} with {others[0].name}", 0.5
        )
        yield Act(
            "CONSULT", noun, tuple(others), speakers, telling, f"said in {noun.lower_} with {others[0].name}", 0.45
        )

"""Entries: fighters who come into a place, who are driven out of one named before, or who are to leave one."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.bonds import is_real
from tocsin.coding.clauses import find_objects, find_obliques, find_subjects, is_negated
from tocsin.coding.control_words import load_words
from tocsin.coding.grounds import find_ground_before, name_listed
from tocsin.coding.holds import Hold
from tocsin.coding.occupants import find_holders, is_fighting, name_holders
from tocsin.coding.relations import find_base
from tocsin.coding.retreats import is_armed_noun, read_ousting


def read_entry(article: Article, verb: Token) -> Iterator[Hold]:
    """ "Rebels entered the town", "moved into the zone", "raised their flag over the fort": gained by force."""
    lemma = find_base(verb)
    flag = any(o.lemma_.lower() in load_words("flags") for o in find_objects(verb))
    landing = lemma == "land" and not find_objects(verb)
    fighting = any(is_fighting(s, w) for s in find_subjects(verb) for w in find_holders(article, verb))
    if not flag and not fighting and (landing or lemma in load_words("enters")):
        return
    if lemma in load_words("enters") and is_agreed(verb):
        return
    if flag:
        heads = find_obliques(verb, "over", "on", "above", "in")
    elif lemma == "enter":
        heads = find_objects(verb)
    else:
        heads = find_obliques(verb, *(("on", "onto") if landing else ("into",))) if not find_objects(verb) else []
    definite = {h.i for h in heads if fighting and any(c.lower_ == "the" for c in h.children)}
    for place in (p for h in heads for p in name_listed(article, h, not landing and h.i not in definite, True)):
        for doer in find_holders(article, verb):
            if doer.name != place and not is_country(place):
                yield Hold(place, doer, "gained", verb, f"{verb.text} {place}", 0.55)


def is_agreed(verb: Token) -> bool:
    """Whether an entry is one by agreement, or of those who come to keep a peace: no gain."""
    return any(t.lemma_.lower() in load_words("agreed") for t in verb.sent)


def is_country(place: str) -> bool:
    """Whether a place is a state as a whole: to march into one is an invasion, not yet a gain."""
    known = find_known(place)
    return known is not None and known.kind == "state" and known.form == "name"


def read_coming(article: Article, noun: Token) -> Iterator[Hold]:
    """ "The army's entry into the town", "the entry of the rebels"."""
    owners = [c for c in noun.children if c.dep_ in ("nmod:poss", "compound", "amod") and c.i < noun.i]
    comers = [*owners, *find_obliques(noun, "of", "by")]
    if not is_real(noun) or is_negated(noun) or is_agreed(noun):
        return
    whos = [w for c in comers for w in _name_fighters(article, c)]
    places = [p for o in find_obliques(noun, "into", "in", "to") for p in name_listed(article, o, True, True)]
    ahead = find_ground_before(article, noun) if not places else None
    for place in dict.fromkeys([*places, *([ahead] if ahead else [])]):
        yield from (Hold(place, w, "gained", noun, f"{noun.lower_} into {place}", 0.5) for w in whos if w.name != place)


def _name_fighters(article: Article, noun: Token) -> list[Who]:
    return [w for w in name_holders(article, noun) if is_fighting(noun, w)]


def read_gains(article: Article, noun: Token) -> Iterator[Hold]:
    """ "The insurgents' gains in the south"."""
    owners = [c for c in noun.children if c.dep_ == "nmod:poss" or (c.dep_ == "compound" and c.i < noun.i)]
    whos = [w for c in owners for w in _name_fighters(article, c)] if is_real(noun) and not is_negated(noun) else []
    for place in (p for o in find_obliques(noun, "in", "across") for p in name_listed(article, o, False, True)):
        yield from (Hold(place, w, "gained", noun, f"{noun.lower_} in {place}", 0.5) for w in whos if w.name != place)


def read_ousting_there(article: Article, verb: Token) -> Iterator[Hold]:
    """ "The army drove them out": out of the place spoken of last."""
    out = any(c.lower_ in ("out", "off", "away") and c.dep_ in ("compound:prt", "advmod") for c in verb.children)
    ousted = [o for o in find_objects(verb) if o.pos_ == "PRON" or is_armed_noun(o)]
    if not ousted or not (out or find_base(verb) in load_words("routs")):
        return
    place = find_ground_before(article, verb)
    if place is not None and not any(place in {t.text for t in o.subtree} for o in ousted):
        yield from read_ousting(article, verb, [place])

"""Epithets: ties told in a word for somebody - "the OPEC nation", "fellow EU members", "partner in the coalition"."""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.codebook.bodies import find_body
from tocsin.codebook.bodies import members as list_members
from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, is_refused, join, load_cues, name_bodies
from tocsin.coding.clauses import find_child, find_grammatical_subject, has_case, list_conjuncts
from tocsin.coding.company import PAIR, list_named, name_side, name_sides
from tocsin.coding.phrases import look_back
from tocsin.records.coding import Tie

NUMBERED = re.compile(r"\d+-(nation|member|state|country|strong)")
COUNTED = frozenset({"nation", "member", "state", "strong"})
COUNTRIES = frozenset({"nation", "state", "country", "power", "producer", "exporter", "member"})
FELLOWS = frozenset({"member", "state", "country", "nation", "ally", "partner"})


def list_epithets(article: Article, noun: Token) -> Iterator[Bond]:
    """The ties that a word for somebody takes for granted."""
    lemma = noun.lemma_.lower()
    if lemma in COUNTRIES | FELLOWS and find_child(noun, "appos") is None:
        yield from read_country_of(article, noun)
    if lemma == "partner":
        yield from read_partner(article, noun)
    elif lemma == "ally" and noun.tag_ == "NNS":
        yield from read_allies(article, noun)
    if noun.ent_type_ or lemma in load_cues("blocs"):
        yield from read_counted(article, noun)


def read_country_of(article: Article, noun: Token) -> Iterator[Bond]:
    """ "The OPEC nation", "its fellow EU members": the member of the body that the text so far is about."""
    ahead = [c for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "amod")]
    bodies = join(*(name_bodies(article, t) for c in ahead for t in list_conjuncts(c)))
    words = {c.lower_ for c in noun.children if c.i < noun.i}
    if (
        bodies
        and noun.lemma_.lower() in COUNTRIES
        and noun.tag_ == "NN"
        and noun.dep_ == "appos"
        and words & {"a", "an"}
        and not is_refused(noun)
    ):
        members = tuple(n for n in name_sides(article, noun.head) if n not in bodies)
        if members:
            yield from (Bond((*members, b), "membership", noun, 0.65, f"called: {noun.text!r} of {b}") for b in bodies)
        return
    one = noun.tag_ == "NN" and "the" in words and noun.lemma_.lower() in COUNTRIES
    fellow = noun.tag_ == "NNS" and "fellow" in words and noun.lemma_.lower() in FELLOWS
    if not bodies or not (one or fellow) or is_refused(noun):
        return
    inside = list_inside(bodies[0])
    met = Counter(n for n in list_named(article, look_back(noun)) if n in inside).most_common(1)
    if met:
        yield Bond((met[0][0], bodies[0]), "membership", noun, 0.6, f"named for it: {noun.text!r} of {bodies[0]}")


def list_inside(body: str) -> frozenset[str]:
    """The members of a body that the codebook knows."""
    return frozenset(list_members(body)) if find_body(body) is not None else frozenset()


def read_partner(article: Article, noun: Token) -> Iterator[Bond]:
    """ "X and Y, both partners in the coalition", "Z, its coalition partner": those who are in it together."""
    leagues = load_cues("league_nouns") | {"government", "cabinet"}
    inside = [c for c in find_with(noun, "in", "of") if c.lemma_.lower() in leagues]
    before = [c for c in noun.children if c.i < noun.i and c.lemma_.lower() in leagues]
    if not inside and not before:
        return
    described = noun.head if noun.dep_ == "appos" else find_grammatical_subject(noun)
    owner = find_child(noun, "nmod:poss")
    parties = join(name_sides(article, described), name_sides(article, owner))
    if len(parties) >= PAIR:
        tie: Tie = "none" if is_refused(noun) else "alliance"
        yield Bond(parties, tie, noun, 0.6, f"partners: {noun.text!r}")


def read_allies(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Ukraine and its European allies": allies without a name of their own, and whose they are."""
    owner = find_child(noun, "nmod:poss")
    kinds = [c for c in noun.children if c.i < noun.i and c.dep_ in ("amod", "compound")]
    # "Malian troops and their local allies": theirs who are named with them.
    beside = noun.dep_ == "conj" and owner is not None and owner.tag_ == "PRP$"
    sides = name_side(article, noun.head)[:1] if beside else name_sides(article, owner)
    named = noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "PROPN"
    if len(sides) == 1 and kinds and not named and not is_refused(noun):
        name = " ".join(t.text for t in noun.doc[kinds[0].left_edge.i : noun.i + 1])
        yield Bond((*sides, name), "alliance", noun, 0.5, f"allies: {noun.text!r}")


def read_counted(article: Article, noun: Token) -> Iterator[Bond]:
    """ "The poorest country in the 27-nation bloc is X": the members that the sentence sets beside each other."""
    ahead = [c for c in noun.children if c.i < noun.i]
    joined = (c.lemma_.lower() in COUNTED and noun.doc[c.i - 1].text == "-" for c in ahead)
    if not (any(joined) or any(NUMBERED.fullmatch(c.text) for c in ahead)) or not has_case(noun, "in", "of", "within"):
        return
    bodies = name_bodies(article, noun)
    inside = list_inside(bodies[0]) if bodies else frozenset()
    members = tuple(dict.fromkeys(n for n in list_named(article, noun.sent) if n in inside))
    if members:
        yield Bond((*members, bodies[0]), "membership", noun, 0.6, f"counted: {noun.text!r}")

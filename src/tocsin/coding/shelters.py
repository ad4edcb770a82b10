"""Shelters: promises of help against an attack, told without a word for a pact of defence."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.codebook.bodies import members as list_members
from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, join, load_cues, name_bodies
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_subjects,
    has_case,
    is_negated,
)
from tocsin.coding.company import PAIR, list_met, name_sides
from tocsin.coding.phrases import look_back
from tocsin.coding.sides import is_proper

COMING = frozenset({"will", "would", "shall", "must"})
MOST = 4


def read_equal_attack(article: Article, verb: Token) -> Iterator[Bond]:
    """ "Any aggression against X will count as aggression against Y", "an attack on one is treated as one on all"."""
    subject = find_grammatical_subject(verb) if verb.lemma_.lower() in load_cues("counting") else None
    if subject is not None and not is_negated(verb):
        yield from read_own_attack(article, verb, subject)
    if subject is None or subject.lemma_.lower() not in load_cues("assaults") or is_negated(verb):
        return
    words = [t for t in verb.sent if t.lemma_.lower() in load_cues("assaults")]
    parties = join(*(name_sides(article, t) for word in words for t in find_with(word, "on", "against", "upon")))
    parties = parties if len(parties) >= PAIR else list_met(article, verb.sent)
    if len(parties) >= PAIR:
        yield Bond(parties, "defence", verb, 0.65, f"one for all: {verb.text!r}")


def read_own_attack(article: Article, verb: Token, subject: Token) -> Iterator[Bond]:
    """ "X would regard an attack on Y as an attack on itself"."""
    struck = [o for o in find_objects(verb) if o.lemma_.lower() in load_cues("assaults")]
    counted = [t for t in find_with(verb, "as") if t.lemma_.lower() in load_cues("assaults")]
    wards = join(*(name_sides(article, t) for o in struck for t in find_with(o, "on", "against", "upon")))
    doers = name_sides(article, subject)
    others = tuple(name for name in wards if name not in doers)
    if counted and doers and others:
        yield Bond(join(doers, others), "defence", verb, 0.65, f"one for all: {verb.text!r}")


def read_help(article: Article, verb: Token) -> Iterator[Bond]:
    """ "X has promised Y help if it is attacked", "would fight at Y's side", in case of attack."""
    lemma = verb.lemma_.lower()
    swears = lemma in load_cues("swearing")
    fights = lemma in load_cues("standing_by") and bool(COMING & set(find_modals(verb)))
    if not (swears or fights) or is_negated(verb):
        return
    words = {t.lemma_.lower() for t in verb.sent}
    if not words & load_cues("assaults"):
        return
    if swears and not words & load_cues("helping"):
        return
    doers = join(*(name_sides(article, s) for s in find_subjects(verb)))
    met = list_met(article, (t for t in verb.sent if not has_case(t, "from", "by", "against")))
    parties = join(doers, *(name_sides(article, o) for o in find_objects(verb) if swears), met)
    if doers and PAIR <= len(parties) <= MOST and all(is_named(article, name) for name in parties):
        yield Bond(parties, "defence", verb, 0.6, f"promise of help: {verb.text!r}")


def is_named(article: Article, name: str) -> bool:
    """Whether a party has a name: by its words, or since the text names it so ("the Baltic states")."""
    who = article.cast.find_actor(name)
    return is_proper(name) or (who is not None and who.type != "group" and name[:1].isupper())


def read_body_oath(article: Article, verb: Token) -> Iterator[Bond]:
    """ "The alliance's charter obliges members to treat an attack on one as one on all": the body, and who is in it."""
    if verb.lemma_.lower() not in ("oblige", "bind", "require", "commit", "call") or is_negated(verb):
        return
    sworn = [o for o in find_objects(verb) if o.lemma_.lower() in ("member", "signatory", "state", "country")]
    if not sworn:
        return
    words = {t.lemma_.lower() for t in verb.subtree}
    if not words & load_cues("mutual") or not words & (load_cues("assaults") | {"defend", "assist", "protect"}):
        return
    subject = find_grammatical_subject(verb)
    owners = [] if subject is None else [subject, *(c for c in subject.children if c.i < subject.i)]
    owners += [] if subject is None or subject.dep_ != "appos" else [subject.head]
    bodies = join(*(name_bodies(article, t) for t in owners))
    if bodies:
        inside = [name for name in list_met(article, look_back(verb)) if name in list_members(bodies[0])]
        yield Bond(join(bodies[:1], inside), "defence", verb, 0.6, f"oath of members: {bodies[0]}")


def read_vouching(article: Article, verb: Token) -> Iterator[Bond]:
    """ "Paris guarantees the republic's frontiers", "troops sent to guard X from Y", "decided to protect the X"."""
    objects = find_objects(verb)
    kept = [
        o
        for o in objects
        if o.lemma_.lower() in load_cues("kept_safe") | {"frontier", "border", "neutrality", "territory"}
    ]
    wards = [t for o in kept for t in o.children if t.dep_ in ("nmod:poss", "nmod", "amod")] if kept else objects
    doers = join(*(name_sides(article, s) for s in find_subjects(verb)))
    named = tuple(n for t in wards for n in name_sides(article, t) if n not in doers)
    bound = verb.lemma_.lower() in ("guarantee", "underwrite") and bool(kept)
    above = verb.head.lemma_.lower() if verb.dep_.split(":")[0] in ("xcomp", "advcl", "acl") else ""
    meant = above in load_cues("guarding") and find_child(verb, "mark", "aux") is not None
    proper = all(is_proper(name) for name in named)
    if doers and named and proper and (bound or meant) and not is_negated(verb):
        yield Bond(join(doers, named), "defence", verb, 0.6, f"guards: {verb.text!r}")

"""Mutual: promises of defence told by what a deal provides for, or by what an attack on one is to the other."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, is_wished, join, load_cues
from tocsin.coding.clauses import find_child, find_grammatical_subject, find_objects, find_subjects, is_negated
from tocsin.coding.company import PAIR, name_sides
from tocsin.coding.plain_ties import name_any
from tocsin.coding.treaties import is_over

AIDED = frozenset({"assistance", "aid", "defence", "defense", "support", "help", "protection"})
HELP = frozenset({"help", "assist", "aid", "defend", "protect"})
TWICE = 2


def judge_promise(bond: Bond) -> Bond:
    """A deal as a promise of defence where its sentence says that its sides help each other in war; none if over."""
    if bond.tie == "defence" and bond.token.lemma_.lower() in load_cues("treaty_nouns") and is_over(bond.token):
        return replace(bond, tie="none", why=f"over: {bond.why}")
    if bond.tie not in ("agreement", "alliance") or bond.token.pos_ not in ("NOUN", "PROPN", "VERB"):
        return bond
    deal = bond.token
    words = [t.lemma_.lower() for t in deal.sent if t.i >= deal.sent.start]
    mutual = any(one == "mutual" and other in AIDED for one, other in pairwise(words))
    both = bool({"each", "either", "both", "other", "another"} & {*words})
    attacks = sum(word in ("attack", "aggression") for word in words)
    helps = both and bool(HELP & {*words}) and (attacks > 0 or "war" in words or "defend" in words)
    if mutual or helps or (both and attacks >= TWICE):
        return replace(bond, tie="defence", why=f"mutual: {bond.why}")
    return bond


def read_same_attack(article: Article, noun: Token) -> Iterator[Bond]:
    """ "An attack on X would be an attack on Y", "on us, Z declared"."""
    subject = find_grammatical_subject(noun) if find_child(noun, "cop") is not None else None
    if subject is None or subject.lemma_.lower() not in load_cues("assaults") or is_negated(noun):
        return
    wards = join(*(name_any(article, t) for t in find_with(subject, "on", "against")))
    doers = join(*(name_any(article, t) for t in find_with(noun, "on", "against")))
    if not doers:
        above = [a for a in noun.ancestors if a.pos_ == "VERB"]
        above += [c for c in noun.children if c.dep_ in ("parataxis", "ccomp")]
        doers = join(*(name_sides(article, s) for a in above for s in find_subjects(a)))
    parties = join(doers, wards)
    one_for_all = any(t.lower_ in ("one", "any", "all") for t in noun.sent if t.i >= subject.i)
    if wards and len(parties) >= PAIR and not one_for_all:
        yield Bond(parties, "defence", noun, 0.6, f"same attack: {noun.text!r}")


def read_left_defence(article: Article, verb: Token) -> Iterator[Bond]:
    """ "The islands leave their defence to X", "entrusted its security to Y"."""
    kept = [o for o in find_objects(verb) if o.lemma_.lower() in load_cues("kept_safe")]
    behind = [t for h in (verb, *kept) for t in find_with(h, "to", "with")]
    own = any(c.dep_ == "nmod:poss" and c.tag_ == "PRP$" for o in kept for c in o.children)
    wards = join(*(name_any(article, s) for s in find_subjects(verb)))
    shields = tuple(n for t in behind for n in name_any(article, t) if n not in wards)
    if own and wards and shields and not is_negated(verb) and not is_wished(verb):
        yield Bond(join(wards, shields), "defence", verb, 0.6, f"left to: {verb.text!r}")

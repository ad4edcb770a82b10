"""Screening: names that the network took for people or bodies and that the text uses as places or as makes of arms."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from tocsin.coding.clauses import SUBJECTS
from tocsin.coding.nouns import load_nouns
from tocsin.coding.sparing import take_each
from tocsin.coding.who import Name


def screen_names(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """The names, with no one behind those that are only ever said as places ("entered Gori") or makes ("Abrams tanks").

    **Holds** names of the tables, and names that do something anywhere in the text, are kept.
    """
    judged = list(take_each(names, lambda n: (n, _find_use(doc, n), _is_ship(doc, n)), lambda n: doc[n.first]))
    uses: dict[str, set[str]] = defaultdict(set)
    for name, use, _ in judged:
        if name.who is not None and use:
            uses[name.who.name].add(use)
    acting = {words.split()[-1] for words, found in uses.items() if "actor" in found}
    out = {words for words, found in uses.items() if found & {"place", "make"} and words.split()[-1] not in acting}
    return [
        replace(name, who=None, form="thing") if is_ship or (use and name.who and name.who.name in out) else name
        for name, use, is_ship in judged
    ]


def _is_ship(doc: Doc, name: Name) -> bool:
    """Whether a person's name is a ship's: "the carrier Ronald Reagan"."""
    before = doc[name.first - 1] if name.first else doc[name.first]
    named = name.who is not None and name.who.type == "person"
    return named and (before.text == "USS" or (before.pos_ == "NOUN" and before.lemma_ in load_nouns("ships")))


def _is_guessed(name: Name) -> bool:
    return (
        name.who is not None
        and name.who.acts_for is None
        and name.label in ("PERSON", "ORG", "MISC")
        and name.form == "name"
        and name.who.type in ("person", "organisation")
    )


def _find_use(doc: Doc, name: Name) -> str:
    """How a name that the network guessed is used here: "actor", "place", "make", "other"; "" for any other name."""
    if not _is_guessed(name):
        return ""
    token = doc[name.head]
    if _is_make(doc, name, token):
        return "make"
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.dep_ in SUBJECTS or token.dep_ in ("appos", "flat", "nmod:desc", "obl:agent", "ROOT"):
        return "actor"
    if name.first and doc[name.first - 1].lower_ in load_nouns("people_nouns"):
        return "actor"
    if any(c.dep_ == "appos" and c.lemma_.lower() in load_nouns("people_nouns") for c in token.children):
        return "actor"
    if name.label != "PERSON":
        return "other"
    if token.dep_ == "obl" and any(c.dep_ == "case" and c.lower_ in load_nouns("place_words") for c in token.children):
        return "place"
    return "place" if token.dep_ in ("obj", "obl") and token.head.lemma_ in load_nouns("place_verbs") else "other"


def _is_make(doc: Doc, name: Name, token: Token) -> bool:
    """Whether a name only says which make of arms: "Bradley and Stryker vehicles", "Challenger 2s"."""
    if name.last < len(doc) and doc[name.last].text[:1].isdigit() and len(doc[name.last].text) < 4:
        return doc[name.last].head.i in range(name.first, name.last) or doc[name.last - 1].head.i == name.last
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    lemma = token.head.lemma_.lower()
    return token.dep_ == "compound" and (lemma in load_nouns("vehicles") or lemma in load_nouns("arms"))

"""Votes told as lists: "adopted with Chile and Peru in favour", "carried with Ghana opposed"."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import has_case
from tocsin.coding.event_modes import Act, read_telling
from tocsin.coding.event_types import load_cues

SIDES = {"favour": "SUPPORT", "favor": "SUPPORT", "against": "REJECT", "opposed": "REJECT", "opposition": "REJECT"}


def read_votes(article: Article, verb: Token) -> Iterator[Act]:
    """The votes that are told beside the result: one act for those on each side."""
    if verb.lemma_.lower() not in load_cues("results"):
        return
    telling = read_telling(article, verb)
    if telling is None or telling.quoted:
        return
    for word in verb.subtree:
        kind = SIDES.get(word.lower_)
        voters = find_voters(article, verb, word) if kind and word.i > verb.i else ()
        if kind and voters:
            yield Act(kind, verb, voters, (), telling, f"vote: {verb.lower_} with {voters[0].name} {word.lower_}", 0.6)


def find_voters(article: Article, verb: Token, word: Token) -> tuple[Who, ...]:
    """Those named behind "with" right before the word of their side."""
    named = [t for t in verb.doc[verb.i : word.i] if t.pos_ == "PROPN" and t.dep_ != "conj" and has_case(t, "with")]
    return tuple(dict.fromkeys(w for t in named[-1:] for w in article.cast.who(t) if w.type != "outlet"))

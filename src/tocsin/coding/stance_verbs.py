"""Stances of verbs: back, reject, consider, abstain, with their object or complement."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_obliques,
    is_passive,
    phrase_of,
)
from tocsin.coding.holders import find_holders
from tocsin.coding.proposals import load_words, may_be_proposal
from tocsin.coding.subject_matter import find_proposal, find_words, open_pointing
from tocsin.coding.turns import STANCES, Stance

FAVOURS = {"favour": "support", "favor": "support", "support": "support", "protest": "oppose", "opposition": "oppose"}
IDLE = frozenset({"comment", "say", "answer", "elaborate", "confirm", "know"})


def read_verb(article: Article, verb: Token) -> Iterator[Stance]:
    """A verb of support, opposition, discussion or abstention with its object or complement."""
    if verb.pos_ != "VERB" and verb.tag_ != "VBN":
        return
    yield from read_favour(article, verb)
    for stance in STANCES:
        words = find_words(verb, load_words("verbs", stance))
        if words is None:
            continue
        proposal = find_proposal(verb, words)
        why = f"{words}: {phrase_of(proposal)}" if proposal is not None else words
        holders = find_holders(article, verb)
        if proposal is not None and proposal.lemma_ in IDLE:
            return
        if words in ("boycott", "abstain from") and proposal is not None and proposal.lemma_ in ("vote", "session"):
            on = [t for t in find_obliques(proposal, "on", "for") if t.pos_ == "NOUN"]
            yield Stance(verb, holders, "neutral", on[0] if on else proposal, 0.7, why, last=not on)
        elif proposal is not None:
            unsaid = not holders and is_passive(verb)
            yield Stance(verb, holders, stance, proposal, 0.65, why, said=unsaid)
        elif words in load_words("alone") and not any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children):
            yield Stance(verb, holders, stance, verb, 0.5, why, last=True)
        return


def read_favour(article: Article, verb: Token) -> Iterator[Stance]:
    """ "voted in favour of the treaty", "spoke in support of", "resigned in protest at"."""
    for noun in find_obliques(verb, "in"):
        stance = FAVOURS.get(noun.lower_)
        about = find_obliques(noun, "of", "at", "to", "against")
        if stance and about and may_be_proposal(about[0], "in favour"):
            why = f"in {noun.text} of {phrase_of(about[0])}"
            yield Stance(verb, find_holders(article, verb), stance, open_pointing(about[0]), 0.75, why)


def is_stance_verb(verb: Token) -> bool:
    return any(find_words(verb, load_words("verbs", stance)) for stance in STANCES)

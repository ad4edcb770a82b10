"""Acts: what a party does is what it is for; by its class an act says so by itself, or only where others stand on it.

A step under way, the decision of a body, a measure of policy and money given carry a stance. Any other act in the lists
is one only where it is an issue of the text already.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    is_negated,
    is_passive,
)
from tocsin.coding.goods import find_good
from tocsin.coding.proposals import load_words
from tocsin.coding.subject_matter import find_words
from tocsin.coding.turns import Stance

DOERS = ("state", "person", "alliance", "organisation")
TOLD = ("ROOT", "conj", "ccomp", "acl:relcl", "parataxis")
STARTS = frozenset({"begin", "start"})
GIVING = frozenset({"give", "provide", "donate", "contribute", "release", "lend", "grant", "allocate"})
OLD = frozenset(
    "ago year years decade earlier since january february march april may june july august september october november "
    "december months once formerly previously".split()
)


@cache
def load_acts() -> frozenset[str]:
    """The verbs of all classes of acts."""
    return load_words("acts") | load_words("decisions") | load_words("policies")


def read_act(article: Article, verb: Token) -> Iterator[Stance]:
    """The stance of a party that takes or has taken a step: "has sent the drones", "is closing the port"."""
    if find_words(verb, load_acts()) is None:
        return
    subject = find_grammatical_subject(verb) if is_told_as_done(verb) else None
    if subject is None or find_child(verb, "obj") is None:
        return
    holders = tuple(w for w in article.cast.who_speaks(subject) if w.type in DOERS)
    body = any(w.type != "state" for w in holders)
    why = f"act: {subject.text} {verb.lemma_}"
    yield Stance(verb, holders, "support", verb, 0.5, why, met=not tells_stance(verb, body=body))


def is_told_as_done(verb: Token) -> bool:
    """Whether a verb tells of its subject's act as a fact; one that is begun counts ("has begun to withdraw")."""
    begun = verb.dep_ == "xcomp" and verb.head.lemma_ in STARTS
    outer = verb.head if begun else verb
    if is_passive(verb) or is_negated(outer) or find_modals(outer) or outer.dep_ not in TOLD:
        return False
    if begun:
        return True
    return verb.tag_ in ("VBD", "VBZ", "VBG", "VBN", "VBP") and all(
        c.lower_ == "that" for c in verb.children if c.dep_ in ("case", "mark")
    )


def tells_stance(verb: Token, *, body: bool) -> bool:
    """Whether an act is of a class that shows what its doer is for, whoever else stands on it."""
    if verb.tag_ == "VBG":
        return any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.children)
    if verb.lemma_ in load_words("decisions"):
        return body
    gives = verb.lemma_ in GIVING and any(is_sum(o) for o in find_objects(verb))
    return (gives or find_words(verb, load_words("policies")) is not None) and not is_old(verb)


def is_sum(noun: Token) -> bool:
    """Whether a noun is a sum of money."""
    good = find_good(noun)
    return good is not None and good.kind == "money"


def is_old(verb: Token) -> bool:
    """Whether an act lies months back, so that it only explains: "last year", "in March 2019", "two years ago"."""
    words = {t.lower_ for c in verb.children if c.dep_.startswith(("obl", "advmod")) for t in c.subtree}
    return bool(words & OLD) or any(w.isdigit() and len(w) == 4 for w in words)

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
    find_obliques,
    find_subjects,
    has_case,
    is_negated,
    is_passive,
)
from tocsin.coding.goods import find_good, is_sum
from tocsin.coding.holders import RANKS, find_holders
from tocsin.coding.proposals import is_action, load_words
from tocsin.coding.subject_matter import find_words, is_infinitive
from tocsin.coding.turns import Stance

DOERS = ("state", "person", "alliance", "organisation")
TOLD = ("ROOT", "conj", "ccomp", "acl:relcl", "parataxis")
FACTUAL = frozenset({"that", "after", "since", "when", "while", "because"})
STARTS = frozenset({"begin", "start"})
GIVING = frozenset({"give", "provide", "donate", "contribute", "release", "lend", "grant", "allocate"})
SENDING = frozenset({"send", "deliver", "supply", "dispatch", "deploy"})
OLD = frozenset("ago year years decade decades earlier once formerly previously".split())


@cache
def load_acts() -> frozenset[str]:
    """The verbs of all classes of acts."""
    return load_words("acts") | load_words("decisions") | load_words("policies")


def read_act(article: Article, verb: Token) -> Iterator[Stance]:
    """The stance of a party that takes or has taken a step: "has sent the drones", "is closing the port"."""
    measure = is_measure_taken(verb)
    if not measure and find_words(verb, load_acts()) is None:
        return
    subject = find_subject(verb) if is_told_as_done(verb) else None
    if subject is None or not (is_passive(verb) or find_child(verb, "obj") is not None):
        return
    holders = tuple(w for w in find_holders(article, verb) if w.type in DOERS)
    body = any(w.type != "state" for w in holders)
    why = f"act: {subject.text} {verb.lemma_}"
    alone = verb.dep_ != "acl:relcl" and (measure or tells_stance(verb, body=body))
    yield Stance(verb, holders, "support", verb, 0.5, why, met=not alone)


def find_subject(verb: Token) -> Token | None:
    """Who does what a verb tells, whom a passive names behind "by"."""
    return next(iter(find_subjects(verb)), None) if is_passive(verb) else find_grammatical_subject(verb)


def is_measure_taken(verb: Token) -> bool:
    """Whether a verb brings in or changes a measure ("tightened the law"), begins works, or closes a deal."""
    for words in (("changing", "measures"), ("beginning", "works"), ("dealing", "deals")):
        if find_words(verb, load_words(words[0])) is not None:
            nouns = (o for o in find_objects(verb) if verb.dep_ != "acl:relcl" or o.i > verb.i)
            return any(o.lemma_.lower() in load_words(words[1]) for o in nouns)
    return False


def is_told_as_done(verb: Token) -> bool:
    """Whether a verb tells of its subject's act as a fact; one that is begun counts ("has begun to withdraw")."""
    begun = verb.dep_ == "xcomp" and verb.head.lemma_ in STARTS
    begun = begun or is_joined(verb)
    begun = begun or (verb.tag_ == "VB" and verb.head.lower_ in RANKS and is_infinitive(verb))
    outer = verb.head if begun else verb
    told = outer.dep_ in TOLD or (outer.dep_ == "advcl" and any(c.lower_ in FACTUAL for c in outer.children))
    if is_negated(outer) or find_modals(outer) or not told:
        return False
    if begun:
        return True
    return verb.tag_ in ("VBD", "VBZ", "VBG", "VBN", "VBP") and all(
        c.lower_ in FACTUAL for c in verb.children if c.dep_ in ("case", "mark")
    )


def is_joined(verb: Token) -> bool:
    """Whether a verb is what somebody joins others in doing."""
    return verb.tag_ == "VBG" and verb.head.lemma_ == "join" and has_case(verb, "in")


def tells_stance(verb: Token, *, body: bool) -> bool:
    """Whether an act is of a class that shows what its doer is for, whoever else stands on it."""
    if verb.tag_ == "VBG" and not is_joined(verb):
        going_on = any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.children)
        bound = any(gives_self(o) or find_obliques(o, "to") for o in find_objects(verb))
        return going_on and (bound or bool(find_obliques(verb, "to")) or verb.lemma_ not in GIVING | SENDING)
    if verb.lemma_ in load_words("decisions"):
        return body
    gives = verb.lemma_ in GIVING and any(is_sum(o) for o in find_objects(verb))
    policy = find_words(verb, load_words("policies") - load_words("reprisals")) is not None
    policy = policy or any(is_action(o) for o in find_objects(verb) if find_words(verb, load_words("reprisals")))
    return (gives or policy) and not is_old(verb)


def gives_self(noun: Token) -> bool:
    """Whether a noun is of what binds its giver as no relief goods do: a sum of money, or people of its own."""
    good = find_good(noun)
    return good is not None and good.kind in ("money", "soldiers")


def is_old(verb: Token) -> bool:
    """Whether an act lies months back, so that it only explains: "last year", "in March 2019", "two years ago"."""
    words = {t.lower_ for c in verb.children if c.dep_.startswith(("obl", "advmod")) for t in c.subtree}
    return bool(words & OLD) or any(w.isdigit() and len(w) == 4 for w in words)

"""Terms: the condition that a stance is tied to, and whether it is nobody who does a thing, or nothing that is done."""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from tocsin.coding.clauses import (
    find_condition,
    find_grammatical_subject,
    find_objects,
    find_obliques,
    has_subject,
    is_negated,
)

HINGES = frozenset({"contingent", "conditional", "dependent", "depend", "hinge", "rest"})
KEEPING = frozenset({"keep", "stay", "remain", "hold"})
NOBODY = frozenset({"nothing", "nobody", "none"})


def find_terms(token: Token) -> str | None:
    """The condition that a stance is tied to, in the text's words: "if", "as long as", "provided", "on condition"."""
    clause = find_condition(token) or next(iter(list_terms(token)), None) or find_hinge(token) or find_return(token)
    if clause is None:
        return None
    words = [t for t in clause.subtree if not t.is_punct or t.text == "-"]
    return " ".join("".join(t.text_with_ws for t in token.doc[words[0].i : words[-1].i + 1]).split())


def list_terms(token: Token) -> Iterator[Token]:
    """The heads of the clauses and phrases under a word that state a condition of it."""
    for inner in list_own(token):
        words = {c.lower_ for c in inner.children if c.i == 0 or c.nbor(-1).lower_ != "at"}
        bound = inner.dep_ == "advcl" and bool(words & bind_words(token))
        provided = inner.lower_ in ("provided", "providing") and inner.dep_ in ("advcl", "mark")
        long_as = inner.lower_ in ("long", "soon") and "as" in words and not is_duration(inner)
        on_condition = inner.lemma_ == "condition" and bool(words & {"on", "under"})
        bound = bound or (inner.lower_ in ("once", "unless") and inner.dep_ == "mark" and inner.i == inner.head.i + 1)
        if inner.i != token.i and (bound or provided or long_as or on_condition):
            yield inner


def is_duration(long: Token) -> bool:
    """Whether "as long as" tells how long a state is kept up, and no condition: "keep the road shut for as long as"."""
    kept = any(t.lemma_ in KEEPING for t in islice(long.ancestors, 3))
    return kept and long.lower_ == "long" and long.nbor(-2).lower_ == "for"


def find_return(token: Token) -> Token | None:
    """What is wanted for a step: "in return for its help", "in exchange for gas"."""
    words = token.doc[token.left_edge.i : token.right_edge.i + 1]
    return next((t for t in words if t.lower_ in ("return", "exchange") and is_price(t)), None)


def is_price(noun: Token) -> bool:
    """Whether a word is the noun of "in return for" or "in exchange for"."""
    inside = 0 < noun.i < len(noun.doc) - 1
    return inside and noun.nbor(-1).lower_ == "in" and noun.nbor().lower_ == "for"


def bind_words(token: Token) -> set[str]:
    """The words that open a condition of time: "once"; "until" after a denial; "when" or "after" with "only"."""
    found = {"once"}
    if is_negated(token) or is_subject_denied(token):
        found |= {"until", "before"}
    if any(t.lower_ == "only" for t in token.subtree):
        found |= {"when", "after"}
    return found


def list_own(token: Token) -> Iterator[Token]:
    """The words under one, without the clauses beside it that have a subject of their own."""
    yield token
    for child in token.children:
        if not (child.dep_ == "conj" and has_subject(child)):
            yield from list_own(child)


def find_hinge(token: Token) -> Token | None:
    """What a subject is said to hang on: "its support is contingent on", "the step depends on"."""
    tied = token.dep_ == "nsubj" and token.head.lemma_.lower() in HINGES and not is_negated(token.head)
    return next(iter(find_obliques(token.head, "on", "upon")), None) if tied else None


def is_subject_denied(cue: Token) -> bool:
    """ "Nothing should be excluded", "no member wants"."""
    subject = find_grammatical_subject(cue)
    if subject is None:
        return False
    return subject.lower_ in ("nothing", "nobody", "none") or (
        is_negated(subject) and subject.pos_ in ("NOUN", "PROPN")
    )


def is_surpassed(nothing: Token) -> bool:
    """Whether "nothing" only heightens what follows: "nothing better than a pliable neighbour"."""
    behind = nothing.nbor().lower_ if nothing.i + 1 < len(nothing.doc) else ""
    return behind in ("better", "more", "less", "but", "except")


def is_object_denied(verb: Token) -> bool:
    """Whether what a verb is done to is nobody or nothing: "can take in no one else", "will send no troops"."""
    objects = find_objects(verb)
    return bool(objects) and all(
        (o.lower_ in NOBODY and not is_surpassed(o)) or (is_negated(o) and o.pos_ in ("NOUN", "PRON", "PROPN"))
        for o in objects
    )

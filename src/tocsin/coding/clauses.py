"""Clauses of the tree: who does what to whom, under which condition, denied or not. Pure functions on spaCy tokens.

What other steps need of subjects, phrases and relations is gathered here.
"""

from functools import lru_cache

from spacy.tokens import Token

from tocsin.coding.phrases import (
    cover,
    list_subtree,
    phrase_of,
    take_clause,
    take_phrase,
    take_sentence,
    tokens_between,
)
from tocsin.coding.relations import SUBJECTS, find_child, has_case, has_subject, is_predicate, list_conjuncts, walk_up
from tocsin.coding.subjects import ASKED, find_grammatical_subject, find_objects, find_subjects, is_hung, is_passive

__all__ = [
    "SUBJECTS", "cover", "find_child", "find_condition", "find_grammatical_subject", "find_modals", "find_objects",
    "find_obliques", "find_subjects", "has_case", "has_subject", "is_condition", "is_conditional", "is_future",
    "is_hung", "is_in_condition", "is_negated", "is_passive", "is_predicate", "list_conjuncts", "list_subtree",
    "phrase_of", "take_clause", "take_phrase", "take_sentence", "tokens_between", "walk_up",
]  # fmt: skip

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "without", "cannot"})
CONDITION_WORDS = frozenset({"if", "unless", "provided", "providing"})
INVERTED = frozenset({"should", "were", "had"})
STEPS_UP = 6


def find_obliques(token: Token, *prepositions: str) -> list[Token]:
    """What hangs on `token` by one of the prepositions: nouns ("against Iran") and gerunds ("against sending troops").

    Without prepositions given, all of them.
    """
    return [
        c
        for c in token.children
        if c.dep_.split(":")[0] in ("obl", "nmod", "advcl", "acl", "ccomp", "xcomp")
        and (has_case(c, *prepositions) if prepositions else any(k.dep_ == "case" for k in c.children))
    ]


@lru_cache(maxsize=ASKED)
def find_modals(token: Token) -> tuple[str, ...]:
    """The modal verbs of a clause in lower case ("will", "would", "may", "must"); a coordinated verb shares them."""
    own = tuple(_write_modal(c.lower_) for c in token.children if c.dep_ == "aux" and c.tag_ == "MD")
    if not own and token.dep_ == "conj" and token.tag_ == "VB" and not has_subject(token):
        return find_modals(token.head)
    return own


@lru_cache(maxsize=ASKED)
def is_negated(token: Token) -> bool:
    """Whether `token` is denied: "not", "never", "no" or "without" on it or on its auxiliary ("no longer" included).

    Verbs that deny what follows them (refuse, rule out) are left to the caller. A coordinated verb with "nor" counts;
    one with "and" or "but" does not share the negation, one with "or" does ("would not sign or attend").
    """
    for child in token.children:
        if child.lower_ in NEGATIONS and child.dep_ in (
            "advmod",
            "det",
            "case",
            "mark",
            "cc",
            "cc:preconj",
            "aux",
            "neg",
        ):
            return True
        if child.lower_ in ("longer", "again") and any(c.lower_ in ("no", "never") for c in child.children):
            return True
        if child.dep_ in ("aux", "cop") and any(c.lower_ in NEGATIONS for c in child.children):
            return True
    joined = token.dep_ == "conj" and token.tag_ in ("VB", "VBN", "VBG") and not has_subject(token)
    return joined and any(c.dep_ == "cc" and c.lower_ == "or" for c in token.children) and is_negated(token.head)


def find_condition(token: Token) -> Token | None:
    """The head of the clause that states the condition of `token`: if, unless, provided, in case, "should X attack".

    A condition may hang on `token`, on a verb coordinated with it, or on the verb that `token` complements.
    """
    for _ in range(STEPS_UP):
        for child in token.children:
            if is_condition(child):
                return child
        if token.dep_ not in ("conj", "xcomp", "aux", "cop", "obj") or token.head.i == token.i:
            return None
        token = token.head
    return None


@lru_cache(maxsize=ASKED)
def is_condition(clause: Token) -> bool:
    """Whether the clause headed by `clause` states a condition."""
    if clause.dep_.split(":")[0] not in ("advcl", "ccomp", "parataxis", "obl", "acl", "conj"):
        return False
    for child in clause.children:
        if child.dep_ in ("mark", "case", "advmod") and child.lower_ in CONDITION_WORDS:
            return child.lower_ != "if" or not any(c.lower_ in ("even", "as") for c in child.lefts)
        if (
            child.dep_ in ("mark", "case", "fixed")
            and child.lower_ == "in"
            and "case" in {c.lower_ for c in child.subtree}
        ):
            return True
        if child.lower_ in INVERTED and child.dep_.split(":")[0] in ("aux", "cop") and clause.dep_ in ("advcl", "acl"):
            return any(c.dep_ in SUBJECTS and c.i > child.i for c in clause.children)
    return False


@lru_cache(maxsize=ASKED)
def is_in_condition(token: Token) -> bool:
    """Whether `token` stands inside a clause that states a condition."""
    return is_condition(token) or any(is_condition(above) for above in token.ancestors)


def is_conditional(token: Token) -> bool:
    """Whether what `token` says is not asserted: it is a condition, has one, or stands under would, could or might."""
    return (
        is_in_condition(token)
        or find_condition(token) is not None
        or bool({"would", "could", "might"} & set(find_modals(token)))
    )


def is_future(token: Token) -> bool:
    """Whether the clause of `token` tells of what is to come: will, shall, "is to", "is going to", "is set to"."""
    if {"will", "shall", "'ll", "’ll"} & set(find_modals(token)):
        return True
    return token.dep_ == "xcomp" and token.head.lemma_ in ("go", "set", "be", "due", "plan", "expect", "about")


def _write_modal(word: str) -> str:
    return {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would"}.get(word, word)

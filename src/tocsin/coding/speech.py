"""Speech: which verbs report a communication act, and with what force."""

from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.clauses import (
    NEGATIONS,
    find_modals,
    find_obliques,
    is_negated,
    is_passive,
)

NOT_SAID = frozenset({"would", "could", "might", "may", "should", "must", "will", "shall", "can"})


@cache
def load_cues(key: str) -> frozenset[str]:
    """One list of the statements' cues."""
    return frozenset(load_table("cues_statements")[key])


@cache
def load_forces() -> dict[str, str]:
    """The force of each verb of communication ("asserts", "promises", "asks" ...), by its dictionary form."""
    forces: dict[str, str] = dict.fromkeys(load_table("cues_statements")["also"], "asserts")
    for row in load_table("communication")["class"]:
        for verb in row["verbs"]:
            forces.setdefault(verb, row["force"])
    return forces


@cache
def load_speech_nouns() -> dict[str, str]:
    """The force of each noun of communication ("announcement", "warning")."""
    return {word: row["force"] for row in load_table("communication")["noun"] for word in row["words"]}


@cache
def load_thoughts() -> frozenset[str]:
    """Verbs of thought, feeling and perception."""
    return frozenset(load_table("communication")["thought"]["verbs"])


def is_verb(token: Token) -> bool:
    """Whether a token is a verb, or a verb of communication taken for a noun ("traders report that")."""
    if token.pos_ == "VERB" or (token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ != "AUX"):
        return True
    relations = {c.dep_ for c in token.children}
    return token.pos_ == "NOUN" and token.lemma_ in load_forces() and {"nsubj", "ccomp"} <= relations


def find_verb_words(verb: Token) -> str | None:
    """The dictionary form of a verb of communication with its particle or preposition ("call for"), None for others."""
    lemma = verb.lemma_.lower()
    forces = load_forces()
    particles = [c.lower_ for c in verb.children if c.dep_ in ("compound:prt", "advmod") and c.i > verb.i]
    particles += [c.lower_ for c in verb.children if c.dep_ == "xcomp" and c.lower_ in ("clear", "plain", "known")]
    particles += [
        k.lower_
        for c in verb.children
        if c.dep_.startswith("obl") or c.dep_ == "xcomp"
        for k in c.children
        if k.dep_ == "case" and c.i > verb.i
    ]
    for particle in particles:
        if f"{lemma} {particle}" in forces:
            return f"{lemma} {particle}"
    return lemma if lemma in forces else None


def is_reporting(verb: Token) -> bool:
    """Whether a verb of communication tells of an act done: not denied, not merely possible, planned or wished."""
    if _is_denied(verb) or NOT_SAID & set(find_modals(verb)) or _is_heading(verb):
        return False
    by_way = verb.head.lemma_ in load_cues("says_by")
    if any(
        c.dep_ in ("mark", "case") and c.lower_ in load_cues("no_report_after") and not (by_way and c.lower_ == "by")
        for c in verb.children
    ):
        return False
    if is_infinitive(verb):
        if _is_ranked(verb):
            return True
        told = verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and verb.head.lemma_ in load_cues("journeys"))
        return told and verb.head.lemma_ in load_cues("still_says") and _is_told(verb.head)
    if is_passive(verb) and not find_obliques(verb, "by"):
        return False
    return verb.tag_ != "VB" or not any(c.lower_ in ("do", "did", "does") and is_negated(verb) for c in verb.children)


def _is_denied(verb: Token) -> bool:
    """Whether a verb is denied by a word before it; one behind it is part of what is said ("he replied, "Never"")."""
    return is_negated(verb) and any(t.lower_ in NEGATIONS for t in verb.doc[verb.sent.start : verb.i])


def _is_heading(verb: Token) -> bool:
    """Whether a verb stands in the heading of a sentence: "What Paris says: ..."."""
    first = verb.sent[0]
    return first.lower_ == "what" and verb.i + 1 < len(verb.doc) and verb.nbor().text == ":"


def _is_ranked(verb: Token) -> bool:
    """Whether an infinitive is a deed since its doer did it in some order: "the first leader to call on"."""
    for token in reversed(verb.doc[max(verb.i - 8, verb.sent.start) : verb.i]):
        if token.lower_ in load_cues("ranks"):
            return True
        if token.pos_ in ("VERB", "PUNCT", "PRON", "SCONJ"):
            return False
    return False


def _is_told(verb: Token) -> bool:
    return not is_negated(verb) and not NOT_SAID & set(find_modals(verb)) and verb.tag_ != "VB"


def is_infinitive(verb: Token) -> bool:
    if any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in verb.children):
        return not any(c.lemma_ == "be" and c.dep_ == "aux" and c.tag_ != "VB" for c in verb.children)
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VB"
        and verb.head.pos_ == "VERB"
        and not any(c.dep_ == "nsubj" for c in verb.children)
        and is_infinitive(verb.head)
    )

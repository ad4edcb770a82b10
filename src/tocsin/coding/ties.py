"""Ties: what a consequence is made to hang on, as a clause (if, unless, until) or a phrase ("any attack")."""

from spacy.tokens import Token

from tocsin.coding.clauses import (
    find_child,
    find_condition,
    find_grammatical_subject,
    find_modals,
    find_obliques,
    is_condition,
    is_negated,
)
from tocsin.coding.harm import COMING
from tocsin.coding.threat_words import load_cues

WHOEVER = frozenset({"any", "every", "each", "anyone", "anybody", "those", "whoever", "everyone"})
AGAIN = frozenset({"any", "another", "further"})
UNTIL = frozenset({"until", "till"})
INSTANTS = frozenset({"moment", "minute", "instant"})
STEPS_DOWN = 2


def find_tie(verb: Token) -> Token | None:
    """What a consequence hangs on: if, unless, "any attack would", "for any strike", "in case of"."""
    return _find_clause(verb) or _find_open_subject(verb) or _find_object(verb) or _find_oblique(verb)


def _find_clause(verb: Token) -> Token | None:
    """The clause that a consequence hangs on, wherever the tree put it."""
    steps = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.i > verb.i)]
    condition = next((c for v in steps if (c := find_condition(v)) is not None), None)
    return (
        condition
        or _find_condition_above(verb)
        or find_inverted(verb)
        or _find_phrased(verb)
        or _find_below(verb, STEPS_DOWN)
    )


def _find_condition_above(verb: Token) -> Token | None:
    """A condition that the tree hangs on the verb of saying: "warned it would respond if the base was hit"."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "parataxis", "xcomp") or above.i == verb.i:
        return None
    return next((c for c in above.children if is_condition(c)), None)


def _find_below(verb: Token, steps: int) -> Token | None:
    """A condition that the tree hangs on an infinitive or gerund of the clause: "would use force to free them if"."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "advcl", "obj", "obl") and not is_condition(child):
            found = next((c for c in child.children if c.i > verb.i and (is_condition(c) or _is_until(c))), None)
            found = found or (_find_below(child, steps - 1) if steps else None)
            if found is not None:
                return found
    return None


def _is_until(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(c.lower_ in UNTIL and c.dep_ == "mark" for c in clause.children)


def find_inverted(verb: Token) -> Token | None:
    """A condition that opens with "should" before its subject, wherever the tree hangs it."""
    for token in verb.sent:
        if token.lower_ != "should" or token.dep_ != "aux" or token.head.i == verb.i:
            continue
        subject = find_child(token.head, "nsubj")
        if subject is not None and token.i < subject.i < token.head.i:
            return token.head
    return None


def _find_phrased(verb: Token) -> Token | None:
    """A condition behind words that are none by themselves: "as long as", "in the event that"."""
    for token in verb.sent:
        if token.dep_ not in ("mark", "advmod") or token.i < verb.sent.start + 2 or token.head.i <= token.i:
            continue
        before = (token.nbor(-2).lower_, token.nbor(-1).lower_)
        long = token.lower_ == "as" and before in (("as", "long"), ("so", "long"))
        if token.lower_ in UNTIL and token.head.i != verb.i and token.head in verb.children:
            return token.head
        if (long or (token.lower_ == "that" and before[1] in ("event", "condition"))) and token.head.i != verb.i:
            return token.head
    return None


def _find_open_subject(verb: Token) -> Token | None:
    """A subject that is whoever or whatever there may be: "any attack would", "those who stay will"."""
    subject = find_grammatical_subject(verb)
    if subject is None or not COMING & set(find_modals(verb)):
        return None
    return subject if is_any(subject) or _is_trigger(subject) or _is_whoever(subject) else None


def _find_object(verb: Token) -> Token | None:
    """An object that is whatever there may be, or what is judged: "treat the flight as an attack"."""
    thing = find_child(verb, "obj")
    if thing is None:
        return None
    judged = verb.lemma_.lower() in load_cues("judging", "verbs")
    anybody = is_any(thing) or (COMING & set(find_modals(verb)) and thing.lower_ in WHOEVER)
    if judged or (anybody and find_child(thing, "acl:relcl") is not None):
        return thing
    answered = verb.lemma_.lower() in load_cues("answering", "verbs") and COMING & set(find_modals(verb))
    return thing if answered and is_any(thing) and _is_trigger(thing) else None


def _find_oblique(verb: Token) -> Token | None:
    """A phrase of what there may be: "for any strike", "in case of war"."""
    lacking = next(iter(find_obliques(verb, "without")), None)
    if lacking is not None and lacking.pos_ == "NOUN" and is_negated(verb):
        return lacking
    tied = (
        c
        for c in find_obliques(verb, "for", "in", "after", "to", "on", "against")
        if is_any(c) or c.lemma_ in ("case", "event")
    )
    moment = (c for c in verb.children if c.lemma_.lower() in INSTANTS and find_child(c, "acl:relcl") is not None)
    if (instant := next(moment, None)) is not None:
        return instant
    inside = (
        c for o in verb.children if o.dep_ == "obj" for c in find_obliques(o, "for", "on", "against") if is_any(c)
    )
    return next(tied, None) or next(inside, None)


def _is_whoever(noun: Token) -> bool:
    """Whether a noun stands for all that do something: "anyone who crosses", "ships loading tin"."""
    many = noun.tag_ in ("NNS", "NNPS") or bool(WHOEVER & {noun.lower_, *(c.lower_ for c in noun.children)})
    return many and any(c.dep_ == "acl:relcl" or (c.dep_ == "acl" and c.tag_ == "VBG") for c in noun.children)


def is_any(noun: Token) -> bool:
    """Whether a noun phrase is of whatever there may be: "any attack", "another raid", "one more checkpoint"."""
    words = {c.lower_ for c in noun.children}
    return noun.pos_ in ("NOUN", "PROPN") and bool(words & AGAIN or words >= {"one", "more"})


def _is_trigger(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in load_cues("triggers", "nouns")

"""Undoing: harm that lies in what somebody loses or never gets, though no word of it is one of force."""

from spacy.tokens import Token

from tocsin.coding.clauses import find_child, find_grammatical_subject, find_obliques, is_negated, is_passive
from tocsin.coding.threat_words import load_cues

FIRST = frozenset({"i", "we", "our", "us", "my"})


def is_undone(verb: Token, active: bool = False) -> bool:
    """Whether what somebody has is to be taken away or called off ("would be suspended", "talks will be called off").

    `active`: the clause may also say who does it ("will cancel the exercises").
    """
    passive = is_passive(verb) or find_child(verb, "aux:pass") is not None
    thing = find_child(verb, "nsubj") if passive else find_child(verb, "obj")
    if thing is None or not (passive or active):
        return False
    particle = find_child(verb, "compound:prt", "advmod")
    phrases = {f"{verb.lemma_.lower()}-{particle.lower_}"} if particle is not None else set()
    if passive and find_obliques(verb, "out", "from"):
        phrases.add(f"{verb.lemma_.lower()}-out")
    verbs = load_cues("undoing", "verbs") | (load_cues("undoing", "passives") if passive else frozenset())
    undone = verb.lemma_.lower() in verbs or phrases & load_cues("undoing", "phrases")
    return bool(undone) and not _is_burden(thing)


def is_kept_shut(verb: Token) -> bool:
    """Whether a way or a tie is to stay closed ("will keep the border shut until")."""
    kept = [c for c in verb.children if c.lower_ in load_cues("undoing", "shut")]
    kept += [o for o in find_obliques(verb, "on", "in") if o.lemma_.lower() in load_cues("cuts", "shelves")]
    return bool(kept) and verb.lemma_.lower() in load_cues("undoing", "keeping")


def is_denied(verb: Token) -> bool:
    """Whether somebody is to get nothing, or is not to go where they want ("will not see a penny of it")."""
    subject = find_grammatical_subject(verb)
    refused = is_negated(verb) and verb.lemma_.lower() in load_cues("undoing", "getting")
    return refused and subject is not None and subject.lower_ not in FIRST


def is_blamed(verb: Token) -> bool:
    """Whether somebody is to answer for what happens ("would be held responsible for")."""
    words = {t.lower_ for t in verb.subtree}
    return verb.lemma_.lower() == "hold" and bool(words & {"responsible", "accountable", "account"})


def is_stalled(verb: Token) -> bool:
    """Whether what another hopes for is not to come about ("would not go ahead", "will not be allowed")."""
    if not is_negated(verb) or verb.lemma_.lower() not in load_cues("undoing", "proceeding"):
        return False
    subject = find_grammatical_subject(verb)
    ahead = is_passive(verb) or any(c.lower_ in ("ahead", "forward", "through", "place") for c in verb.children)
    ahead = ahead or verb.lemma_.lower() in ("proceed", "happen", "survive")
    return ahead and subject is not None and subject.lower_ not in FIRST and not _is_burden(subject)


def _is_burden(thing: Token | None) -> bool:
    """Whether nobody would be sorry to see a thing ended."""
    return thing is not None and any(t.lemma_.lower() in load_cues("undoing", "burdens") for t in (thing, *thing.lefts))


def is_risked(verb: Token) -> bool:
    """Whether somebody runs into harm by its own act ("risks losing its loans")."""
    if verb.lemma_.lower() not in load_cues("harm", "risking"):
        return False
    risked = find_child(verb, "xcomp", "ccomp")
    return risked is not None and (is_passive(risked) or risked.lemma_.lower() in load_cues("harm", "losing"))

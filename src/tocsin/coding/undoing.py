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


def is_answered(verb: Token, tie: Token | None) -> bool:
    """Whether an act that there may be is to be met by somebody ("any crossing would be met by its artillery")."""
    if tie is None or not is_passive(verb) or verb.lemma_.lower() not in load_cues("answering", "verbs"):
        return False
    act = tie.pos_ == "VERB" or tie.lemma_.lower() in load_cues("triggers", "nouns")
    return act and any(c.dep_.startswith("obl") for c in verb.children)


def is_looked_on(verb: Token) -> bool:
    """Whether somebody is to see what is theirs undone ("will see their loads burned")."""
    done = next((c for c in verb.subtree if c.tag_ == "VBN" and c.i > verb.i), None) if _is_seeing(verb) else None
    words = load_cues("harm", "verbs") | load_cues("undoing", "verbs") | load_cues("strong", "passives")
    return done is not None and done.lemma_.lower() in words


def _is_seeing(verb: Token) -> bool:
    return verb.lemma_.lower() in ("see", "have", "find", "watch") and any(
        t.lower_ in ("his", "her", "its", "their", "your") for t in verb.subtree
    )


def is_chase(verb: Token) -> bool:
    """Whether somebody is to be gone for ("his men would come after them")."""
    return verb.lemma_.lower() in ("go", "come") and any(o.pos_ != "VERB" for o in find_obliques(verb, "after"))

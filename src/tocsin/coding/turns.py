"""Turns: what negation, modality, conditions and words of ending make of a stance."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.clauses import find_child, find_modals, find_obliques, is_negated
from tocsin.coding.proposals import is_action, is_made_of_verb, load_words, may_be_proposal
from tocsin.coding.terms import find_terms, is_object_denied, is_subject_denied

STANCES = ("support", "oppose", "open", "neutral")
TURNED = {"support": "oppose", "oppose": "support", "open": "oppose", "neutral": "neutral"}
DENIED = {"support": "oppose", "oppose": "open", "open": "oppose", "neutral": "neutral"}
POSSIBLE = frozenset({"may", "might", "could"})
UNCERTAIN = frozenset({"may", "might"})
COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl", "obj", "csubj")
SHUTTING = frozenset({"rule", "exclude"})
SEALING = frozenset({"sign", "ratify", "initial", "adopt", "pass"})


@dataclass(frozen=True)
class Stance:
    """A cue with what it is about: whose stance, which one, the head of the proposal, how sure, the condition.

    With `said` the holder is whoever says the cue; with `last` the proposal is the one spoken of last; a `firm` one is
    not weakened by a condition; a `settled` one is read whole, with its negation;
    one `met` counts only where its proposal is an issue already; one `voted` is on what is put to a vote.
    """

    cue: Token
    holders: tuple[Who, ...]
    stance: str
    proposal: Token
    certainty: float
    why: str
    condition: str | None = None
    said: bool = False
    last: bool = False
    firm: bool = False
    settled: bool = False
    met: bool = False
    voted: bool = False


def settle(found: Stance) -> Stance | None:
    """The stance after negation, modality, condition, and words of ending under it; None where none is left."""
    if found.settled:
        return found
    cue = found.cue
    shutting = cue.lemma_ in SHUTTING or cue.lower_ == "excluded"
    if found.proposal.i == cue.i and is_object_denied(cue):
        return replace(found, stance=DENIED[found.stance])
    stance = turn_by_cue(found.stance, cue, shutting)
    if stance is None:
        return None
    stance, proposal = open_endings(stance, found, cue)
    if proposal.i != cue.i and UNCERTAIN & set(find_modals(proposal)) and stance in ("support", "oppose"):
        stance = "open"
    if proposal.lemma_ in SHUTTING and (inner := find_child(proposal, "obj", "xcomp", "advcl")) is not None:
        return replace(found, stance="open" if stance == "oppose" else "oppose", proposal=inner)
    condition = find_terms(cue) or find_terms(found.proposal)
    sealed = cue.lemma_ in SEALING and cue.tag_ == "VBD"
    if condition is None or found.firm or sealed or shutting or stance == "neutral":
        return replace(found, stance=stance, proposal=proposal)
    return replace(found, stance="conditional", proposal=proposal, condition=condition, certainty=found.certainty - 0.1)


def turn_by_cue(stance: str, cue: Token, shutting: bool) -> str | None:
    """The stance after the negation and the modal of its own word; refusing to rule out is open."""
    if is_negated(cue) and UNCERTAIN & set(find_modals(cue)):
        return "open"
    if is_negated(cue) or is_subject_denied(cue):
        if cue.lemma_ in load_words("unsaid"):
            return None
        return "open" if shutting else DENIED[stance]
    if set(find_modals(cue)) & POSSIBLE:
        return "open" if stance == "support" else None
    refused = shutting and cue.dep_ == "xcomp" and cue.head.lemma_ in ("refuse", "decline")
    return "open" if refused else stance


def open_endings(stance: str, found: Stance, cue: Token) -> tuple[str, Token]:
    """Wanting an end of something is being against it, unless it is one's own act; a denied proposal is turned too."""
    proposal = found.proposal
    acts = proposal.i == cue.i and not found.firm
    own = acts or found.stance == "oppose" or cue.lemma_.lower() in load_words("own") or stance in ("open", "neutral")
    for _ in range(3):
        if proposal.i != cue.i and is_denied(proposal):
            stance = TURNED[stance]
        inner = None if own else find_ended(proposal)
        if inner is None:
            return stance, proposal
        stance, proposal = TURNED[stance], inner
    return stance, proposal


def is_denied(proposal: Token) -> bool:
    """Whether a proposal is for something not to be: "agreed not to", "vowed that nobody would", "wants no talks"."""
    if proposal.pos_ == "NOUN":
        return proposal.dep_ == "obj" and is_negated(proposal)
    return proposal.pos_ == "VERB" and (
        is_negated(proposal) or (proposal.dep_ == "ccomp" and is_subject_denied(proposal))
    )


def find_ended(proposal: Token) -> Token | None:
    """What a verb or noun of ending ends: "stop shelling", "an end to the blockade"."""
    lemma = proposal.lemma_.lower()
    held = find_child(proposal, "obj") if lemma in ("put", "bring") else None
    if held is not None and held.lemma_ in load_words("endings", "nouns"):
        return next((t for h in (held, proposal) for t in find_obliques(h, "to") if is_action(t)), None)
    if proposal.pos_ == "VERB" and lemma in load_words("endings", "verbs"):
        after = [c for c in proposal.children if c.dep_ in COMPLEMENTS and c.i > proposal.i]
        if any(c.lemma_ == "fight" and find_child(c, "obj", "obl") is None for c in after):
            return None
        going_on = (c for c in after if c.tag_ == "VBG" or is_made_of_verb(c))
        named = (c for c in after if is_action(c) and lemma not in load_words("endings", "measures"))
        subject = find_child(proposal, "nsubj") if not after else None
        stops = subject if subject is not None and is_action(subject) else None
        return next(going_on, None) or next(named, None) or stops
    if proposal.pos_ == "NOUN" and lemma in load_words("endings", "nouns"):
        return next((t for t in find_obliques(proposal, "to", "of", "in") if may_be_proposal(t)), None)
    return None

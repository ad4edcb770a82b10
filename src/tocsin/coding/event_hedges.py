"""What reads like an act and is none: told under a proviso, or held as an opinion."""

from spacy.tokens import Token

from tocsin.coding.clauses import find_modals, find_objects, has_case, walk_up
from tocsin.coding.event_types import Match, load_cues, match_verb

TO_COME = frozenset({"once", "when", "whenever", "until", "till"})
PRESENT = frozenset({"VBZ", "VBP"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def is_under_proviso(verb: Token) -> bool:
    """Whether an act is what another hangs on ("on condition that Chad leaves", "as long as", "once it has left")."""
    return any(_is_proviso(above) for above in walk_up(verb))


def has_proviso(verb: Token) -> bool:
    """Whether an act hangs on what follows it: "as long as", "on condition that"."""
    head = verb.head.head if verb.dep_ == "acl" else verb
    below = [t for t in head.subtree if t.i > verb.i]
    if any(_is_long(t) and any(c.dep_ == "advcl" for c in t.children) for t in below):
        return True
    return any(t.lemma_ in load_cues("provisos") and has_case(t, "on", "under", "with") for t in below)


def is_charged(verb: Token) -> bool:
    """Whether an act is only what somebody is blamed for ("blamed Chad for having shelled the port")."""
    blamed = match_verb(verb.head) if verb.dep_ in ("advcl", "xcomp") and has_case(verb, "for", "of") else None
    return blamed is not None and blamed.type == "ACCUSE"


def is_opinion(match: Match, verb: Token) -> bool:
    """Whether a verb of agreeing or weighing tells what is thought ("agree that it failed", "consider it fair")."""
    lemma = verb.lemma_.lower()
    if lemma == "agree":
        return any(_is_held_true(c) for c in verb.children if c.dep_ == "ccomp")
    if lemma == "consider":
        judged = [c for o in find_objects(verb) for c in (*o.children, *verb.children) if c.i > o.i]
        return any(c.pos_ == "ADJ" and c.dep_ in ("amod", "xcomp") for c in judged)
    if lemma in load_cues("stances"):
        return verb.tag_ not in ("VBD", "VBN")
    if match.type == "OTHER" and lemma in load_cues("elections"):
        return verb.dep_ in ("advcl", "acl:relcl", "ccomp")  # an election won before only explains
    shared = match.carrier is not None and match.carrier.lemma_ == "agreement"
    return shared and lemma in ("declare", "express", "voice")


def _is_proviso(clause: Token) -> bool:
    relation, head = clause.dep_.split(":")[0], clause.head
    if relation not in ("advcl", "acl", "ccomp", "conj"):
        return False
    if head.lemma_ in load_cues("provisos") and has_case(head, "on", "under", "with"):
        return True
    if _is_long(head):
        return True
    waits = any(c.lower_ in TO_COME and c.dep_ in ("mark", "advmod") for c in clause.children)
    auxiliaries = [c.tag_ for c in clause.children if c.dep_.startswith(("aux", "cop"))]
    return waits and (auxiliaries[0] if auxiliaries else clause.tag_) in PRESENT


def _is_long(word: Token) -> bool:
    """Whether a word is that of "as long as", "for so long as"."""
    return word.lower_ == "long" and any(c.lower_ in ("as", "so") for c in word.children)


def _is_held_true(clause: Token) -> bool:
    """Whether what is agreed is how things are, not what is to be done."""
    auxiliaries = [c for c in clause.children if c.dep_.startswith(("aux", "cop"))]
    return not find_modals(clause) and any(t.tag_ in FINITE for t in (clause, *auxiliaries))

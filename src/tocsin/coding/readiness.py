"""Readiness: how firmly somebody says that an act of theirs may come: ready, with a right to it, able, open to it."""

from spacy.tokens import Token

from tocsin.coding.clauses import find_child, find_grammatical_subject, find_modals, find_obliques, is_negated
from tocsin.coding.harm import is_cut, is_hostile
from tocsin.coding.threat_words import SET_ON, load_cues


def is_ready(verb: Token) -> bool:
    """Whether an act stands under a word of readiness: "will not hesitate to strike", "is prepared to use force"."""
    if verb.dep_.split(":")[0] not in ("xcomp", "advcl", "ccomp"):
        return False
    lemma = verb.head.lemma_.lower()
    if {"must", "should"} & set(find_modals(verb.head)):
        return False
    return lemma in load_cues("readiness", "words") and (lemma != "hesitate" or is_negated(verb.head))


def is_ready_for(word: Token) -> bool:
    """Whether a predicate is itself a word of readiness ("we are ready for it")."""
    return word.pos_ == "ADJ" and word.lemma_.lower() in load_cues("readiness", "words")


def is_resolved(verb: Token) -> bool:
    """Whether only the moment of an act is open: "reserves the right to strike", "will have no choice but to"."""
    noun, above = verb.head, verb.head.head
    if verb.dep_ == "acl" and noun.lemma_.lower() == "right":
        return above.lemma_.lower() == "reserve"
    if verb.dep_ == "acl" and noun.lemma_.lower() in load_cues("readiness", "choices"):
        return any(c.lower_ in ("no", "little") for c in noun.children)
    return verb.dep_ == "xcomp" and noun.lemma_.lower() == "hesitate" and is_negated(noun)


def is_open(verb: Token) -> bool:
    """Whether a predicate says that options are open, or kept on the table."""
    subject = find_grammatical_subject(verb)
    if is_negated(verb):
        return False
    kept = [c for c in verb.children if c.dep_ == "obj" and c.lemma_.lower() == "option"]
    on_table = any(t.lower_ == "table" for t in verb.subtree) and not is_negated(verb)
    return (subject is not None and subject.lemma_.lower() == "option") or (bool(kept) and on_table)


def is_able(verb: Token, direct: bool) -> bool:
    """Whether force is told as ready or within reach: "is prepared to use force", in quotation "we can strike them"."""
    if is_ready(verb) and verb.head.lemma_.lower() != "hesitate":
        return find_child(verb.head, "mark") is None and (is_hostile(verb) or _has_means(verb))
    reach = direct and {"can", "could"} & set(find_modals(verb)) and find_child(verb, "obj") is not None
    return bool(reach) and verb.lemma_.lower() in load_cues("strong", "passives")


def _has_means(verb: Token) -> bool:
    """Whether a verb takes up arms ("use force", "take military action")."""
    thing = find_child(verb, "obj")
    if thing is None:
        return False
    qualities = {c.lemma_.lower() for c in thing.children if c.dep_ == "amod"}
    return thing.lemma_.lower() in load_cues("readiness", "means") or bool(qualities & load_cues("strong", "qualities"))


def is_held_out(verb: Token) -> bool:
    """Whether a cut may come ("might suspend the treaty"), or measures against somebody will."""
    modals = set(find_modals(verb))
    if modals & {"might", "may", "could"}:
        return is_cut(verb) or is_hostile(verb)
    thing = find_child(verb, "obj")
    if not modals & SET_ON or thing is None:
        return False
    against = [o for h in (verb, thing) for o in find_obliques(h, "against")]
    ill = any(t.lemma_.lower() in load_cues("readiness", "ills") for o in against for t in o.subtree)
    return thing.lemma_.lower() in load_cues("readiness", "steps") and bool(against) and not ill


def is_advance(verb: Token) -> bool:
    """Whether fighters are set on a march: "intend to walk all the way to the capital", "will push on to"."""
    doer = find_grammatical_subject(verb)
    if doer is None or doer.lemma_.lower() not in load_cues("weighing", "forces"):
        return False
    if verb.lemma_.lower() == "stop" and is_negated(verb):
        return find_child(verb, "advcl") is not None
    meant = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("intend", "plan", "mean", "aim", "continue")
    set_on = meant or bool({"will", "would"} & set(find_modals(verb)))
    return (
        set_on
        and verb.lemma_.lower() in load_cues("weighing", "advancing")
        and bool(find_obliques(verb, "to", "on", "into", "toward", "towards"))
    )


def is_hunt(verb: Token) -> bool:
    """Whether fighters are to be sought out ("will hunt down the rebels", "would attack their bases")."""
    thing = find_child(verb, "obj")
    hunting = verb.lemma_.lower() in load_cues("weighing", "hunting")
    return thing is not None and hunting and bool(SET_ON & set(find_modals(verb)))


def is_raid(verb: Token) -> bool:
    """Whether an act of force is told as to come ("would burn every coach", "will start killing hostages")."""
    if not SET_ON & set(find_modals(verb)):
        return False
    begun = find_child(verb, "xcomp", "obj") if verb.lemma_.lower() in load_cues("starting", "going_on") else None
    acts = [v for v in (verb, begun) if v is not None]
    return any(
        v.lemma_.lower() in load_cues("readiness", "raids") and (v is begun or find_child(v, "obj")) for v in acts
    )


def is_in_doubt(noun: Token) -> bool:
    """Whether what another lives by is told to be at stake ("aid was at risk", "the deal is under review")."""
    if find_child(noun, "cop") is None or noun.lemma_.lower() not in load_cues("ends", "doubts"):
        return False
    thing = find_grammatical_subject(noun)
    inside = list(thing.subtree) if thing is not None else []
    good = any(t.lemma_.lower() in load_cues("cuts", "objects") for t in inside) or any(
        t.text[:1] in "£$€" for t in inside
    )
    return good and not any(t.dep_ == "nmod:poss" for t in inside)

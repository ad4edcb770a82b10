"""What somebody says of their own acts: that they will do it, will not, or did not do what they are charged with."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_condition,
    find_grammatical_subject,
    find_modals,
    find_objects,
    has_case,
    is_negated,
    is_passive,
)
from tocsin.coding.event_hedges import has_proviso
from tocsin.coding.event_modes import Act, Telling, load_speaking
from tocsin.coding.event_roles import find_doers, find_targets
from tocsin.coding.event_types import load_cues, match_noun

WILL = frozenset({"will", "would", "shall", "'ll"})
COMPLEMENTS = ("ccomp", "parataxis")


def is_refused(verb: Token) -> bool:
    """Whether somebody will not do what a verb says."""
    return is_negated(verb) and bool(WILL & set(find_modals(verb)))


def is_promised(verb: Token) -> bool:
    """Whether a verb is what somebody said they would do ("said it would train the guards")."""
    clause = verb.head if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else verb
    if is_negated(verb) or not WILL & set(find_modals(verb)) or find_condition(verb) is not None:
        return False
    return clause.dep_ in COMPLEMENTS and clause.head.lemma_.lower() in load_speaking()


def is_own(telling: Telling, doers: tuple[Who, ...], verb: Token) -> bool:
    """Whether those who tell an act are those who do it, or speak for them ("his country would not")."""
    teller = telling.reported_by
    if teller is None:
        return False
    subject = find_grammatical_subject(verb)
    named = subject is not None and subject.lemma_.lower() in load_cues("own_side")
    if subject is not None and named and any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in subject.children):
        return True
    return bool({teller.name, teller.acts_for} & {n for d in doers for n in (d.name, d.acts_for)} - {None})


def is_only_if(verb: Token) -> bool:
    """Whether what somebody will or will not do hangs on a condition, which makes it a position."""
    hangs = find_condition(verb) is not None or has_proviso(verb)
    return hangs and bool(WILL & set(find_modals(verb)))


def name_promiser(telling: Telling, doers: tuple[Who, ...]) -> tuple[Who, ...]:
    """Who promises or refuses for others: the person who says that their country will or will not."""
    teller = telling.reported_by
    if teller is None or teller.type != "person" or len(doers) != 1 or doers[0].type == "person":
        return doers
    return (teller if teller.acts_for else replace(teller, acts_for=doers[0].name),)


def read_pledge(article: Article, verb: Token, telling: Telling) -> Iterator[Act]:
    """The promise, refusal or denial that a verb tells whose own act is of no type."""
    doers = tuple(w for w in find_doers(article, verb) if w.type != "group" or w.acts_for)
    if not doers or is_passive(verb) or is_only_if(verb):
        return
    own, lemma = is_own(telling, doers, verb), verb.lemma_.lower()
    if is_refused(verb):
        told = (own or telling.reported_by is None) and lemma not in load_cues("no_refusal")
        told = told and not any(o.lemma_ == "side" for o in find_objects(verb))
        kind, why = ("REJECT", f"refusal: not {lemma}") if told else ("", "")
    elif _insists(verb):
        kind, why = "REJECT", f"denial: {lemma} not"
    elif is_negated(verb) or _has_none(verb):
        kind, why = _read_denial(verb, telling, own)
    else:
        promised = is_promised(verb) and own and lemma not in load_cues("stative") and _is_full(verb)
        kind, why = ("AGREE", f"promise: will {lemma}") if promised else ("", "")
        if promised and lemma in load_cues("retorts") and _is_armed(verb):
            kind = "THREATEN"
    if kind:
        targets = find_targets(article, verb, doers)
        yield Act(kind, verb, name_promiser(telling, doers) if own else doers, targets, telling, why, 0.5)


def _read_denial(verb: Token, telling: Telling, own: bool) -> tuple[str, str]:
    lemma = verb.lemma_.lower()
    if find_modals(verb) or any(c.lower_ == "without" for c in verb.children):
        return "", ""
    if is_unmet(verb) and not telling.quoted and find_objects(verb):
        return "REJECT", f"refusal: did not {lemma}"
    charged = _has_none(verb) or (lemma not in load_cues("stative") and verb.tag_ in ("VB", "VBN", "VBG"))
    if own and charged and telling.verb in load_cues("insisting"):
        return "REJECT", f"denial: not {lemma}"
    return "", ""


def _insists(verb: Token) -> bool:
    """Whether somebody insists that a thing is not so ("maintained that the duties were no embargo")."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    firm = verb.lemma_.lower() in ("insist", "maintain", "contend", "protest") and not is_negated(verb)
    return firm and clause is not None and is_negated(clause) and not find_modals(clause)


def is_unmet(verb: Token) -> bool:
    """Whether somebody did not do what was asked of them ("did not sign", "has never accepted")."""
    past = {c.lower_ for c in verb.children if c.dep_ == "aux"} & {"did", "has", "have", "had"}
    return is_negated(verb) and not find_modals(verb) and bool(past) and verb.lemma_.lower() in load_cues("unmet")


def _has_none(verb: Token) -> bool:
    """Whether somebody has none of what they are charged with ("had no soldiers there")."""
    return verb.lemma_ in ("have", "pose", "play", "take") and any(
        o.lemma_.lower() in load_cues("denied_things") and any(c.lower_ == "no" for c in o.children)
        for o in find_objects(verb)
    )


def _is_full(verb: Token) -> bool:
    """Whether a verb says what is done, and to what or where."""
    return any(c.dep_.split(":")[0] in ("obj", "obl", "xcomp", "advcl") and c.i > verb.i for c in verb.children)


def _is_armed(verb: Token) -> bool:
    """Whether a verb tells of force in what hangs on it ("answer a raid with strikes")."""
    return any(match_noun(t) == "ASSAULT" for t in verb.subtree if t.i > verb.i and has_case(t, "with", "by"))


def is_tied(verb: Token) -> bool:
    """Whether a pledge hangs on a condition, its own or that of what is pledged."""
    pledged = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp"))
    tied = has_proviso(verb) and verb.lemma_ != "announce"
    return tied or any(find_condition(c) is not None for c in (verb, *pledged))


def find_vowed(verb: Token) -> Token | None:
    """The verb of what is vowed or promised ("vowed to respond", "promised that it would withdraw")."""
    return next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)

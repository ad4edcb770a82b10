"""Threats in what somebody says: harm tied to another's act, harm announced outright, an order with "or else"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.alternatives import has_harm, list_alternatives
from tocsin.coding.announcements import is_term
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_condition,
    find_grammatical_subject,
    find_modals,
    find_obliques,
    is_in_condition,
    is_negated,
    is_passive,
    is_predicate,
    phrase_of,
    tokens_between,
)
from tocsin.coding.harm import (
    COMING,
    find_harm,
    find_strong,
    is_bystander,
    is_done_by,
    is_mutual,
    is_own,
    is_threatening,
)
from tocsin.coding.images import find_image
from tocsin.coding.menaces import Menace, join_words, write_consequence
from tocsin.coding.pressure import (
    find_lever,
    is_asked,
    is_at_stake,
    is_fight,
    is_foretold,
    is_natural,
    is_own_deed,
    is_pressing,
    is_return,
    is_set_on,
    is_unbounded,
    is_warned,
    is_warned_off,
)
from tocsin.coding.readiness import (
    is_able,
    is_advance,
    is_held_out,
    is_hunt,
    is_in_doubt,
    is_open,
    is_raid,
    is_ready,
    is_ready_for,
    is_resolved,
)
from tocsin.coding.sparing import read_each
from tocsin.coding.threat_words import load_cues
from tocsin.coding.ties import find_tie
from tocsin.coding.undoing import is_blamed, is_denied, is_undone
from tocsin.records.coding import Statement

TREATIES = frozenset({"treaty", "pact", "alliance", "defense", "defence"})
CERTAINTY = {"conditional": 0.7, "or else": 0.65, "announced": 0.55, "image": 0.5, "foretold": 0.5, "lever": 0.5}


@dataclass(frozen=True)
class Utterance:
    """Who speaks to whom, where, and whether in the very words."""

    article: Article
    speaker: Who
    addressee: str | None
    direct: bool


def list_said(article: Article, statement: Statement) -> Iterator[Menace]:
    """The threats in the words of a statement, the first of each sentence."""
    speaker = article.cast.find_actor(statement.speaker) or Who(statement.speaker, statement.on_behalf_of)
    if speaker.type == "outlet" and not speaker.acts_for:
        return
    said = Utterance(article, speaker, statement.addressee, statement.direct)
    clauses = [t for t in list_words(article, statement) if is_predicate(t) and not is_in_condition(t)]
    told: set[int] = set()
    for menace in read_each(clauses, lambda t: list_clause(said, t)):
        if menace.cue.sent.start not in told:
            told.add(menace.cue.sent.start)
            yield menace


def list_words(article: Article, statement: Statement) -> list[Token]:
    """The words of a statement; with a quotation of some words also the predicates that it completes."""
    tokens = tokens_between(article.doc, statement.content.start, statement.content.end)
    if not statement.direct or not tokens or any(is_predicate(t) and find_modals(t) for t in tokens):
        return tokens
    around = [t for t in tokens[0].ancestors if is_predicate(t) and t.sent.start == tokens[0].sent.start]
    return [*tokens, *around]


def list_clause(said: Utterance, verb: Token) -> Iterator[Menace]:
    """The threat of a clause in somebody's words, if it announces harm that is the speaker's to do."""
    found = read_alternative(said, verb) or read_term(said, verb) or read_tied(said, verb) or read_outright(said, verb)
    if found is not None:
        yield found


def read_alternative(said: Utterance, verb: Token) -> Menace | None:
    """ "Must leave or face war", "withdraw, otherwise we will"."""
    if is_negated(verb) and {"will", "would"} & set(find_modals(verb)):
        return None  # "would not sign or attend" refuses both
    alternative = next((v for v in list_alternatives(verb) if is_bad(said, v)), None)
    pain = next((o for o in find_obliques(verb, "on", "under") if o.lower_ in ("pain", "penalty")), None)
    if pain is not None and find_obliques(pain, "of") and is_ordered(verb):
        return make_menace(said, verb, None, pain, "or else")
    if alternative is None or not (find_modals(verb) or is_ordered(verb) or (said.direct and is_order(verb))):
        return None
    return make_menace(said, alternative, verb, alternative, "or else")


def is_bad(said: Utterance, verb: Token) -> bool:
    """Whether what comes "or else" is harm, or the speaker's own doing."""
    return has_harm(verb) or (bool(find_modals(verb)) and is_done_by(said.article, verb, said.speaker) is True)


def is_order(verb: Token) -> bool:
    return verb.tag_ == "VB" and find_child(verb, "nsubj", "mark", "aux") is None


def read_term(said: Utterance, verb: Token) -> Menace | None:
    """ "They have one week to surrender"."""
    step = find_term(verb)
    if step is None or is_bystander(said.speaker) or is_done_by(said.article, verb, said.speaker):
        return None
    why = f"ultimatum: {verb.text!r} said by {said.speaker.name}"
    to = find_aim(said.article, verb, None, said.speaker)
    return Menace(verb, (said.speaker,), to, join_words(verb.subtree), None, 0.55, why)


def find_term(verb: Token) -> Token | None:
    """What somebody has some time left to do ("they have one week to surrender")."""
    if verb.lemma_.lower() != "have":
        return None
    term = next((t for t in verb.subtree if is_term(t)), None)
    return term.doc[term.i + 2] if term is not None else None


def read_tied(said: Utterance, verb: Token) -> Menace | None:
    """Harm, or an unkind act of the speaker's own, that hangs on what another does."""
    tie = find_tie(verb)
    if tie is None or verb in tie.subtree or not is_to_come(verb):
        return None
    own = is_done_by(said.article, verb, said.speaker)
    if is_ready_for(verb):
        return make_menace(said, verb, tie, verb, "conditional") if own and is_fight(tie) else None
    if is_asked(tie) or is_natural(tie) or (own is not True and is_own_deed(said.article, tie, said.speaker)):
        return None
    harm = find_harm(verb, tie, own is not False)
    if harm is not None and not is_mutual(harm) and is_threatening(said.article, verb, harm, said.speaker):
        return make_menace(said, verb, tie, harm, "conditional")
    article, speaker = said.article, said.speaker
    if own and harm is None and (is_pressing(article, verb, tie, speaker) or is_set_on(article, verb, tie, speaker)):
        return make_menace(said, verb, tie, verb, "conditional")
    if own is not False and not is_bystander(speaker) and (is_return(verb) or is_unbounded(verb)):
        return make_menace(said, verb, tie, verb, "conditional")
    if not own and not is_bystander(speaker) and is_denied(verb):
        return make_menace(said, verb, tie, verb, "conditional")
    if own is None and harm is None and not is_bystander(speaker) and is_warned_off(verb, tie):
        return make_menace(said, verb, tie, verb, "conditional")
    if own is None and harm is None and is_foretold(article, verb, tie, speaker):
        return make_menace(said, verb, tie, verb, "foretold")
    return None


def is_to_come(verb: Token) -> bool:
    """Whether a clause tells of what will or may be, or what its doer is set on."""
    if "have" in {c.lower_ for c in verb.children if c.dep_ == "aux"} and verb.tag_ == "VBN":
        return False  # "would have been cut off" tells what did not come
    if COMING & set(find_modals(verb)) or find_child(verb, "expl") is not None:
        return True
    if verb.tag_ in ("VBZ", "VBP") and find_condition(verb) is not None:
        return True
    risking = verb.lemma_.lower() in load_cues("harm", "risking")
    return risking or is_ready_for(verb) or is_open(verb) or is_ready(verb) or is_resolved(verb)


def read_outright(said: Utterance, verb: Token) -> Menace | None:
    """Harm without a condition: open options, strong words, set phrases, an act told as the price of another."""
    article, speaker = said.article, said.speaker
    if is_open(verb) and any(t.lower_ in ("table", "open") for t in verb.subtree):
        return None if is_bystander(speaker) else make_menace(said, verb, None, verb, "announced")
    own = is_done_by(article, verb, speaker)
    harm = find_strong(verb) or find_firm(verb, own)
    harm = harm or (verb if is_reached(verb, own, said.direct) else None)
    if harm is not None and is_threatening(article, verb, harm, speaker):
        return make_menace(said, verb, find_tie(verb), harm, "announced")
    if said.addressee and is_warned(verb) and is_at_stake(verb) and (held := find_obliques(verb, "on", "upon")):
        stake = make_menace(said, verb, None, verb, "lever")
        return replace(stake, condition=f"not {phrase_of(held[0])}", to=said.addressee)
    if is_bystander(speaker):
        return None
    if own and any(c.lower_ == "otherwise" for c in verb.children) and COMING & set(find_modals(verb)):
        return make_menace(said, verb, None, verb, "or else")
    if own and (lever := find_lever(article, verb, speaker)) is not None:
        return make_menace(said, verb, None, lever, "lever")
    image = find_image(article, verb, speaker)
    return make_menace(said, verb, None, image, "image") if image is not None else None


def find_firm(verb: Token, own: bool | None) -> Token | None:
    """The word of harm of what the speaker is set on or warns of: its own act, or what will be taken from another."""
    warned = is_warned(verb)
    firm = is_resolved(verb) or (warned and {"will", "would"} & set(find_modals(verb)))
    if own and firm:
        return find_harm(verb, None, True)
    taken = own is None and warned and COMING & set(find_modals(verb)) and (is_undone(verb) or is_blamed(verb))
    return verb if taken else None


def is_reached(verb: Token, own: bool | None, direct: bool) -> bool:
    """Whether a step against another is told as ready, within reach, or one that may come."""
    if own is False or is_negated(verb):
        return own is not False and is_advance(verb)
    if is_in_doubt(verb):
        return own is None
    set_on = own is True and (is_held_out(verb) or is_advance(verb) or is_hunt(verb) or is_raid(verb))
    return set_on or is_able(verb, direct and own is True)


def is_ordered(verb: Token) -> bool:
    """Whether an act is what somebody is told to do ("warned them to leave or be shot", "demanded that they leave")."""
    told = verb.dep_ in ("xcomp", "advcl") or (verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP"))
    return told and verb.head.lemma_.lower() in load_cues("ultimatum", "ordering")


def make_menace(said: Utterance, verb: Token, tie: Token | None, harm: Token, kind: str) -> Menace:
    """The threat of a clause with its two halves and whom it is meant for."""
    left_out = {t.i for t in verb.subtree} if tie is not None and verb in tie.subtree else set()
    condition = join_words(t for t in tie.subtree if t.i not in left_out) if tie is not None else None
    hearer = said.article.cast.find_actor(said.addressee) if said.addressee else None
    to = find_aim(said.article, verb, tie, said.speaker) or (
        said.addressee if hearer is not None and hearer.type != "outlet" else None
    )
    why = f"{kind} threat: {harm.text!r} said by {said.speaker.name}"
    return Menace(verb, (said.speaker,), to, condition, write_consequence(verb, tie), CERTAINTY[kind], why)


def find_aim(article: Article, verb: Token, tie: Token | None, speaker: Who) -> str | None:
    """Whom a threat is meant for: the subject of the condition, else who undergoes the harm, else who is in either."""
    places: list[Token] = []
    if tie is not None and not is_passive(tie) and (subject := find_grammatical_subject(tie)) is not None:
        places.append(subject)
    judged = {"as"} if verb.lemma_.lower() in load_cues("judging", "verbs") else set()
    places += [
        c
        for c in verb.children
        if not judged & {k.lower_ for k in c.children}
        and c.dep_.split(":")[0] in ("obj", "iobj", "obl", "nsubj")
        and c != tie
    ]
    if tie is not None and tie.pos_ != "VERB":
        places = [c for t in tie.subtree for c in t.children if c.dep_ == "nsubj"] + [p for p in places if p != tie]
    elif tie is not None and not is_passive(tie):
        places.append(tie)
    for place in places:
        for token in (place, *place.subtree):
            if token.lemma_.lower() in TREATIES or token.head.lemma_.lower() in TREATIES:
                continue
            for who in article.cast.who_alone(token):
                if not is_own(who, speaker) and who.type != "outlet" and (who.type != "person" or who.acts_for):
                    return who.name
    return None

"""Events: what a text, or a source in it, reports as done, under way or decided, in PLOVER's types."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tocsin.codebook.lexicon import open_class
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import cover, find_obliques, list_subtree, take_clause, take_sentence
from tocsin.coding.dates import find_when, resolve_date
from tocsin.coding.event_acts import list_acts
from tocsin.coding.event_echoes import list_echoed
from tocsin.coding.event_modes import Act, Telling, is_history
from tocsin.coding.event_repeats import drop_repeats
from tocsin.coding.event_roles import find_place, write_target
from tocsin.coding.event_types import CLASSES, load_cues
from tocsin.coding.event_words import has_enemy, read_words
from tocsin.coding.phrases import write_words
from tocsin.coding.sparing import read_each, take_each
from tocsin.records.coding import Event, EventType, Statement, Threat, name_record
from tocsin.records.frozen import Span, take_span

LONG_SENTENCE = 260
SENDING = frozenset({"MOBILIZE", "AID", "AGREE", "SUPPORT", "REQUEST", "REJECT", "YIELD", "SANCTION"})


def code_events(article: Article, statements: Sequence[Statement], threats: Sequence[Threat]) -> list[Event]:
    """The events of an article, its threats among them, in the order of the text, one per actor, each told once."""
    acts: list[Act] = []
    for told in take_each(article.doc.sents, lambda sentence: list_told(article, list(sentence), acts)):
        acts.extend(told)
    events = list(read_each(acts, lambda act: record_act(article, act), lambda act: act.verb))
    said = read_each(statements, lambda statement: record_words(article, statement), article.find_start)
    events.extend(e for e in said if not is_ultimatum(e, threats))
    events.extend(record_threat(article, t) for t in threats if t.by)
    return drop_repeats(article, sorted(events, key=lambda e: (e.evidence.start, e.evidence.end)))


def list_told(article: Article, sentence: list[Token], before: Sequence[Act]) -> list[Act]:
    """The acts of a sentence, those that it takes up from `before` last."""
    told = [*before[-1:], *list_acts(article, sentence)]
    told.extend(list_echoed(article, sentence, told))  # one by one, since an echo takes up the one before it too
    return told[len(before[-1:]) :]


def record_act(article: Article, act: Act) -> Iterator[Event]:
    """The records of an act: one per actor; what only an adversary tells is its accusation."""
    when = find_when(act.verb)
    if is_history(article, act.verb, when):
        return
    act = judge_claim(act)
    if is_help_of_enemies(act):
        return
    place = find_place(article, act.verb, act.targets)
    evidence = take_evidence(article, act.verb)
    for doer in act.doers or (None,):
        others = (
            tuple(w for w in act.doers if w != doer)
            if not act.targets and (act.type in ("CONSULT", "AGREE", "COOPERATE") or find_obliques(act.verb, "between"))
            else act.targets
        )
        yield make_event(article, act, doer, others, place, when, evidence)


def judge_claim(act: Act) -> Act:
    """An act of conflict that only another party tells is that party's accusation."""
    teller = act.telling.reported_by
    if teller is None or not act.doers:
        return act
    sides = {n for d in act.doers for n in (d.name, d.acts_for) if n}
    if {teller.name, teller.acts_for} & sides or teller.type == "outlet":
        return act
    hurt = bool({w.name for w in act.targets} & ({teller.name, teller.acts_for} - {None}))
    open_target = not any(is_side(w) for w in act.targets) and is_side(teller) and all(is_side(d) for d in act.doers)
    alleged = CLASSES[act.type] == "material conflict" and (hurt or open_target)
    if not alleged and act.telling.verb not in load_cues("claims"):
        return act
    return replace(
        act,
        type="ACCUSE",
        doers=(teller,),
        targets=act.doers,
        telling=Telling("asserted"),
        certainty=0.5,
        why=f"claim: {act.why}",
    )


def is_target(who: Who, doer: Who | None) -> bool:
    """Whether an actor is worth naming as one that an act is done to: no bare noun, and none of the doer's own men."""
    own = (
        doer is not None
        and (who.type == "group" or is_unnamed_organ(who))
        and who.acts_for is not None
        and who.acts_for in (doer.name, doer.acts_for)
    )
    bare = who.name.islower() and " " not in who.name
    return not own and not bare


def is_unnamed_organ(who: Who) -> bool:
    """Whether an organ is told by a common noun ("Peruvian navy"), and is not the opposition, who are another side."""
    last = who.name.split()[-1]
    return who.type == "organisation" and last.islower() and last != "opposition"


def is_sent(who: Who, act: Act) -> bool:
    """Whether nameless soldiers or arms are what is sent, given or asked for, not whom it is done to."""
    if who.type != "group" or who.acts_for is not None or act.type not in SENDING:
        return False
    last = who.name.split()[-1]
    return last.islower() and last.removesuffix("s") in {*open_class("@forces"), *open_class("@platforms")}


def is_help_of_enemies(act: Act) -> bool:
    """Whether help that only another party tells goes to those it fights, so that the telling is a charge."""
    if act.telling.reported_by is None or act.type not in ("AID", "SUPPORT", "COOPERATE"):
        return False
    return is_side(act.telling.reported_by) and has_enemy(act.verb) and act.telling.reported_by not in act.doers


def is_side(who: Who) -> bool:
    """Whether an actor is a state, or one that acts for a state or a body."""
    return who.type == "state" or who.acts_for is not None


def make_event(
    article: Article,
    act: Act,
    doer: Who | None,
    targets: Sequence[Who],
    place: str | None,
    when: str | None,
    evidence: Span,
) -> Event:
    """One record of an act."""
    teller = act.telling.reported_by
    target = write_target([w for w in targets if w != doer and is_target(w, doer) and not is_sent(w, act)])
    name = doer.name if doer else None
    return Event(
        id=name_record("event", article.document.id, evidence, name, act.type, target, act.verb.i),
        document=article.document.id, evidence=evidence, certainty=act.certainty, why=act.why,
        actor=name, on_behalf_of=doer.acts_for if doer else None, type=read_type(act.type),
        action=write_action(act.verb), mode=act.telling.mode, target=target, place=place, when=when,
        date=resolve_date(when, article.published), reported_by=teller.name if teller else None,
    )  # fmt: skip


def record_words(article: Article, statement: Statement) -> Iterator[Event]:
    """The records of the verbal acts that lie in a statement."""
    for name, targets, why, certainty in read_words(article, statement):
        speaker = Who(statement.speaker or "", statement.on_behalf_of)
        target = write_target([who for who in targets if is_target(who, speaker)])
        yield Event(
            id=name_record("event", article.document.id, statement.evidence, statement.speaker, name, target),
            document=article.document.id, evidence=statement.evidence, certainty=certainty, why=why,
            actor=statement.speaker, on_behalf_of=statement.on_behalf_of, type=read_type(name), target=target,
            date=statement.said_on,
        )  # fmt: skip


def is_ultimatum(event: Event, threats: Sequence[Threat]) -> bool:
    """Whether a demand is the first half of a threat of its own sentence ("must leave or be driven out")."""
    mine = (t for t in threats if t.by == event.actor and t.evidence.start < event.evidence.end)
    return event.type == "REQUEST" and any(t.evidence.end > event.evidence.start and "or else" in t.why for t in mine)


def record_threat(article: Article, threat: Threat) -> Event:
    """A threat is an act as well: the record of its being made."""
    return Event(
        id=name_record("event", article.document.id, threat.evidence, threat.by, "THREATEN", threat.to),
        document=article.document.id, evidence=threat.evidence, certainty=threat.certainty, why=threat.why,
        actor=threat.by, on_behalf_of=threat.on_behalf_of, type="THREATEN", action=threat.consequence, target=threat.to,
    )  # fmt: skip


def read_type(name: str) -> EventType:
    """A type by its name."""
    return name  # type: ignore[return-value]


def write_action(verb: Token) -> str:
    """The verb phrase of an act in the text's words, without its subject."""
    words = [
        t
        for t in list_subtree(verb, ("nsubj", "csubj", "advcl", "parataxis", "conj", "cc", "punct", "mark"))
        if t.i >= verb.i
    ]
    start, end = cover(words)
    return " ".join(write_words(verb.doc, start, end).split())


def take_evidence(article: Article, verb: Token) -> Span:
    """The clause that carries an act: its sentence, or its own clause where a long sentence has several."""
    text = article.document.text
    start, end = take_sentence(verb)
    if end - start > LONG_SENTENCE:
        for token in [verb, *verb.ancestors]:
            if token.dep_ in ("conj", "parataxis", "advcl", "ROOT") and any(
                c.dep_.startswith("nsubj") for c in token.children
            ):
                clause = take_clause(token)
                inside = clause[0] <= verb.idx < clause[1]
                start, end = clause if inside else (start, end)
                break
    return take_span(text, start, end)

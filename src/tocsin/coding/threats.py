"""Threats: harm that a party announces, with or without a condition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    is_negated,
    is_passive,
    take_sentence,
    tokens_between,
)
from tocsin.coding.harms import (
    find_own_condition,
    is_denied,
    is_harm,
    is_harmful_predicate,
    is_ready,
    is_to_come,
    list_inside,
    list_suffering,
    load_harms,
    stands_in_condition,
    write_condition,
    write_consequence,
)
from tocsin.coding.ultimatums import Announced, list_announced
from tocsin.records.coding import Statement, Threat, name_record
from tocsin.records.frozen import take_span

PAIN = frozenset({"pay", "regret", "suffer", "face", "meet", "burn", "hang"})


@dataclass(frozen=True)
class Sayer:
    """Who says the words that a harm stands in, and whom the words are addressed to."""

    who: Who
    addressee: str | None


def code_threats(article: Article, statements: Sequence[Statement]) -> list[Threat]:
    """The threats of an article in the order of the text, one per threatener, told twice coded once."""
    found = [t for a in list_announced(article) for t in write_threats(article, a)]
    for statement in statements:
        sayer = open_sayer(article, statement)
        if sayer is not None:
            found.extend(t for a in list_said(article, statement, sayer) for t in write_threats(article, a))
    return drop_same(sorted(found, key=lambda t: (t.evidence.start, -t.certainty)))


def open_sayer(article: Article, statement: Statement) -> Sayer | None:
    """The speaker of a statement if it can be a party: no outlet, no onlooker, and somebody who acts for somebody."""
    known = article.cast.find_actor(statement.speaker) or Who(statement.speaker, statement.on_behalf_of, "group")
    return Sayer(known, statement.addressee) if is_side(known) else None


def is_side(who: Who) -> bool:
    """Whether an actor can be a side of a conflict rather than one who looks on."""
    name = f"{who.name} {who.acts_for or ''}".lower()
    return who.type != "outlet" and not any(word in name for word in load_harms("onlookers"))


def list_said(article: Article, statement: Statement, sayer: Sayer) -> Iterator[Announced]:
    """The harms that a statement announces, the first of each sentence."""
    used: set[int] = set()
    for token in tokens_between(article.doc, statement.content.start, statement.content.end):
        if token.sent.start in used or not is_harm(token) or is_denied(token) or stands_in_condition(token):
            continue
        judged = judge_harm(article, token, sayer)
        if judged is not None:
            used.add(token.sent.start)
            yield judged


def judge_harm(article: Article, harm: Token, sayer: Sayer) -> Announced | None:
    """A harm in somebody's words as a threat, if its doer is the speaker or no one, or it is another who suffers."""
    standing = is_harmful_predicate(harm)
    if not standing and not is_to_come(harm):
        return None
    condition = find_own_condition(harm)
    role = find_role(article, harm, sayer.who, condition)
    sides = {sayer.who.name, sayer.who.acts_for} - {None}
    suffering = [w for w in list_suffering(article, harm) if not {w.name, w.acts_for} & sides]
    lemma = harm.lemma_.lower()
    sure = {"own": 0.75, "no one": 0.65, "other": 0.7}.get(role)
    if sure is None or (role == "other" and lemma not in PAIN and not is_passive(harm)):
        return None
    if condition is None and not standing:
        if not (lemma in load_harms("announced") or lemma in load_harms("unconditional")):
            return None
        if role == "no one" and lemma in ("have", "bring", "take", "hold", "draw", "face"):
            return None
        sure -= 0.2
    to = find_aim(article, suffering, condition, sides) or sayer.addressee
    kind = "conditional harm" if condition is not None else "announced harm"
    return Announced(
        (sayer.who,), to, write_condition(condition, harm) if condition is not None else None,
        write_consequence(harm, condition), harm, sure, f"{kind}: {harm.text!r} said by {sayer.who.name}",
    )  # fmt: skip


def find_role(article: Article, harm: Token, who: Who, condition: Token | None) -> str:
    """Who does a harm, or suffers it as the subject of a passive: "own" (the speaker), "other", "no one", or "self"."""
    subject = find_grammatical_subject(harm)
    sides = {who.name, who.acts_for} - {None}
    if subject is None or subject.i == harm.i or (condition is not None and subject.i == condition.i):
        return "no one"
    suffers = is_passive(harm) or harm.lemma_.lower() in PAIN
    if is_own(article, subject, sides):
        return "self" if suffers and harm.lemma_.lower() != "force" else "own"
    whos = article.cast.who(subject)
    if suffers:
        return "other"
    return "another's" if whos and not is_ready(harm) else "no one"


def is_own(article: Article, subject: Token, sides: set[str | None]) -> bool:
    """Whether a subject is the speaker, the speaker's state, or something of theirs."""
    if subject.lower_ in ("we", "i"):
        return True
    owners = [c for c in subject.children if c.dep_ in ("nmod:poss", "amod", "compound") and c.i < subject.i]
    if any(c.lower_ in ("our", "my") for c in owners):
        return True
    whos = [w for t in [subject, *owners] for w in article.cast.who(t)]
    return any({w.name, w.acts_for} & sides for w in whos)


def find_aim(article: Article, suffering: Sequence[Who], condition: Token | None, sides: set[str | None]) -> str | None:
    """Whom a threat is meant for: who would suffer, else who would do what the condition tells."""
    if suffering:
        return suffering[0].name
    if condition is None:
        return None
    subject = find_grammatical_subject(condition) if condition.pos_ == "VERB" and not is_passive(condition) else None
    whos = list(list_inside(article, subject)) if subject is not None else []
    whos += [w for t in condition.subtree for w in article.cast.who_alone(t)] if subject is None else []
    return next((w.name for w in whos if not {w.name, w.acts_for} & sides and w.type != "outlet"), None)


def write_threats(article: Article, announced: Announced) -> Iterator[Threat]:
    """One record per threatener."""
    evidence = take_span(article.document.text, *take_sentence(announced.token))
    for who in announced.by or (None,):
        yield Threat(
            id=name_record("threat", article.document.id, evidence, who.name if who else None, announced.token.i),
            document=article.document.id, evidence=evidence, certainty=announced.certainty, why=announced.why,
            by=who.name if who else None, on_behalf_of=who.acts_for if who else None, to=announced.to,
            condition=announced.condition, consequence=announced.consequence,
        )  # fmt: skip


def drop_same(threats: Sequence[Threat]) -> list[Threat]:
    """Threats without those that one party utters in the same sentence, or again in nearly the same words."""
    kept: list[Threat] = []
    for threat in threats:
        if not any(is_same(threat, other) for other in kept):
            kept.append(threat)
    return kept


def is_same(first: Threat, second: Threat) -> bool:
    """Whether two threats are one: the same threatener, and the same sentence or nearly the same words."""
    if not {first.by, first.on_behalf_of or first.by} & {second.by, second.on_behalf_of or second.by}:
        return False
    if first.evidence.start == second.evidence.start:
        return True
    one, two = take_core(first), take_core(second)
    return bool(one and two) and len(one & two) >= 0.6 * min(len(one), len(two))


def take_core(threat: Threat) -> frozenset[str]:
    """The longer words of a threat, in lower case."""
    words = f"{threat.condition or ''} {threat.consequence or ''}".lower().split()
    return frozenset(w.strip(".,;\"'“”") for w in words if len(w) > 3)

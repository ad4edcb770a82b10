"""Threats: harm that a party announces, with or without a condition."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.announcements import is_term, list_announced
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    is_in_condition,
    is_negated,
    is_passive,
    is_predicate,
    take_sentence,
    tokens_between,
)
from tocsin.coding.harm import (
    COMING,
    find_harm,
    find_strong,
    find_tie,
    has_harm,
    is_bystander,
    is_done_by,
    is_mutual,
    is_own,
    is_threatening,
    list_alternatives,
    load_cues,
)
from tocsin.coding.menaces import Menace, join_words, write_consequence
from tocsin.coding.pressure import is_pressing, is_warned
from tocsin.coding.sparing import read_each
from tocsin.records.coding import Statement, Threat, name_record
from tocsin.records.frozen import take_span

SAME_WORDS = 0.6
SHORTEST = 4
FEWEST = 2
EMPTY = frozenset({"will", "would", "shall", "that", "with", "this", "they", "their", "have", "from", "unless"})
TREATIES = frozenset({"treaty", "pact", "alliance", "defense", "defence"})


def code_threats(article: Article, statements: Sequence[Statement]) -> list[Threat]:
    """The threats of an article in the order of the text, one per threatener, told twice coded once."""
    menaces = list(read_each(article.doc, lambda token: list_told(article, token)))
    menaces += read_each(statements, lambda s: list_said(article, s), article.find_start)
    threats = list(read_each(menaces, lambda m: write_threats(article, m), lambda m: m.cue))
    return drop_same(sorted(clear_joint(threats), key=lambda t: (t.evidence.start, -t.certainty)))


def list_told(article: Article, token: Token) -> list[Menace]:
    """The threats that a word announces, where they are not only what another charges."""
    announced = list(list_announced(article, token))
    return announced if announced and not is_charged(token) else []


def is_charged(token: Token) -> bool:
    """Whether a threat is only what another charges, fears, denies or asks."""
    return any(above.lemma_.lower() in load_cues("charging", "verbs") for above in token.ancestors)


def list_said(article: Article, statement: Statement) -> Iterator[Menace]:
    """The threats in the words of a statement, the first of each sentence."""
    speaker = article.cast.find_actor(statement.speaker) or Who(statement.speaker, statement.on_behalf_of)
    if speaker.type == "outlet" and not speaker.acts_for:
        return
    clauses = [t for t in list_words(article, statement) if is_predicate(t) and not is_in_condition(t)]
    told: set[int] = set()
    for menace in read_each(clauses, lambda t: list_clause(article, t, speaker, statement.addressee)):
        if menace.cue.sent.start not in told:
            told.add(menace.cue.sent.start)
            yield menace


def list_clause(article: Article, verb: Token, speaker: Who, addressee: str | None) -> Iterator[Menace]:
    """The threat of a clause, if it is one."""
    menace = read_clause(article, verb, speaker, addressee)
    if menace is not None:
        yield menace


def list_words(article: Article, statement: Statement) -> list[Token]:
    """The words of a statement; with a quotation of some words also the predicates that it completes."""
    tokens = tokens_between(article.doc, statement.content.start, statement.content.end)
    if not statement.direct or not tokens or any(is_predicate(t) and find_modals(t) for t in tokens):
        return tokens
    around = [t for t in tokens[0].ancestors if is_predicate(t) and t.sent.start == tokens[0].sent.start]
    return [*tokens, *around]


def read_clause(article: Article, verb: Token, speaker: Who, addressee: str | None) -> Menace | None:
    """A clause in somebody's words as a threat, if it announces harm that is the speaker's to do."""
    alternative = next((v for v in list_alternatives(verb) if has_harm(v)), None)
    if alternative is not None and (find_modals(verb) or is_ordered(verb)):
        return make_menace(article, alternative, verb, alternative, speaker, addressee, "or else")
    step = find_term(verb)
    if step is not None and not is_bystander(speaker) and not is_done_by(article, verb, speaker):
        condition = join_words(verb.subtree)
        why = f"ultimatum: {verb.text!r} said by {speaker.name}"
        return Menace(verb, (speaker,), find_aim(article, verb, None, speaker), condition, None, 0.55, why)
    tie = find_tie(verb)
    coming = bool(COMING & set(find_modals(verb))) or find_child(verb, "expl") is not None or is_open(verb)
    coming = coming or is_ready(verb) or is_resolved(verb)
    if tie is not None and verb not in tie.subtree and coming:
        own = is_done_by(article, verb, speaker)
        harm = find_harm(verb, tie, own is not False)
        if harm is not None and not is_mutual(harm) and is_threatening(article, verb, harm, speaker):
            return make_menace(article, verb, tie, harm, speaker, addressee, "conditional")
        if own and harm is None and is_pressing(article, verb, tie, speaker):
            return make_menace(article, verb, tie, verb, speaker, addressee, "conditional")
    if tie is None and is_open(verb) and any(t.lower_ in ("table", "open") for t in verb.subtree):
        return (
            None if is_bystander(speaker) else make_menace(article, verb, None, verb, speaker, addressee, "announced")
        )
    firm = is_resolved(verb) or ({"will", "would"} & set(find_modals(verb)) and is_warned(verb))
    harm = find_strong(verb) or (find_harm(verb, None, True) if firm and is_done_by(article, verb, speaker) else None)
    if harm is not None and is_threatening(article, verb, harm, speaker):
        return make_menace(article, verb, tie, harm, speaker, addressee, "announced")
    return None


def find_term(verb: Token) -> Token | None:
    """What somebody has some time left to do ("they have one week to surrender")."""
    if verb.lemma_.lower() != "have":
        return None
    term = next((t for t in verb.subtree if is_term(t)), None)
    return term.doc[term.i + 2] if term is not None else None


def is_ordered(verb: Token) -> bool:
    """Whether an act is what somebody is told to do ("warned them to leave or be shot")."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in load_cues("ultimatum", "ordering")


def is_ready(verb: Token) -> bool:
    """Whether an act stands under a word of readiness: "will not hesitate to strike", "is prepared to use force"."""
    if verb.dep_.split(":")[0] not in ("xcomp", "advcl", "ccomp"):
        return False
    lemma = verb.head.lemma_.lower()
    return lemma in load_cues("readiness", "words") and (lemma != "hesitate" or is_negated(verb.head))


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
    kept = [c for c in verb.children if c.dep_ == "obj" and c.lemma_.lower() == "option"]
    on_table = any(t.lower_ == "table" for t in verb.subtree) and not is_negated(verb)
    return (subject is not None and subject.lemma_.lower() == "option") or (bool(kept) and on_table)


def make_menace(
    article: Article, verb: Token, tie: Token | None, harm: Token, speaker: Who, addressee: str | None, kind: str
) -> Menace:
    """The threat of a clause with its two halves and whom it is meant for."""
    left_out = {t.i for t in verb.subtree} if tie is not None and verb in tie.subtree else set()
    condition = join_words(t for t in tie.subtree if t.i not in left_out) if tie is not None else None
    certainty = {"conditional": 0.7, "or else": 0.65, "announced": 0.55}[kind]
    hearer = article.cast.find_actor(addressee) if addressee else None
    to = find_aim(article, verb, tie, speaker) or (
        addressee if hearer is not None and hearer.type != "outlet" else None
    )
    consequence = write_consequence(verb, tie)
    return Menace(
        verb, (speaker,), to, condition, consequence, certainty, f"{kind} threat: {harm.text!r} said by {speaker.name}"
    )


def find_aim(article: Article, verb: Token, tie: Token | None, speaker: Who) -> str | None:
    """Whom a threat is meant for: the subject of the condition, else who undergoes the harm, else who is in either."""
    places: list[Token] = []
    if tie is not None and not is_passive(tie) and (subject := find_grammatical_subject(tie)) is not None:
        places.append(subject)
    places += [c for c in verb.children if c.dep_.split(":")[0] in ("obj", "iobj", "obl", "nsubj") and c != tie]
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


def write_threats(article: Article, menace: Menace) -> Iterator[Threat]:
    """One record per threatener."""
    evidence = take_span(article.document.text, *take_sentence(menace.cue))
    if not (menace.condition or menace.consequence):
        return
    for who in menace.by or (None,):
        by, side = (who.name, who.acts_for) if who is not None else (None, None)
        yield Threat(
            id=name_record("threat", article.document.id, evidence, by, menace.condition, menace.consequence),
            document=article.document.id, evidence=evidence, certainty=menace.certainty, why=menace.why,
            by=by, on_behalf_of=side, to=menace.to, condition=menace.condition, consequence=menace.consequence,
        )  # fmt: skip


def clear_joint(threats: Sequence[Threat]) -> Iterator[Threat]:
    """Threats where none is meant for one that utters it too, as those of joint speakers would be."""
    joint: dict[tuple[int, str | None], set[str | None]] = {}
    for threat in threats:
        joint.setdefault((threat.evidence.start, threat.consequence), set()).add(threat.by)
    for threat in threats:
        meant = threat.to not in joint[threat.evidence.start, threat.consequence]
        yield threat if meant else threat.model_copy(update={"to": None})


def drop_same(threats: Sequence[Threat]) -> list[Threat]:
    """Threats without those that one party utters in the same sentence, or again in nearly the same words."""
    kept: list[Threat] = []
    told: dict[str | None, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for threat in threats:
        before = told[threat.on_behalf_of or threat.by]
        start, core = threat.evidence.start, take_core(threat)
        if not any(start == place or is_same(core, other) for place, other in before):
            before.append((start, core))
            kept.append(threat)
    return kept


def is_same(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two threats of one party are told in nearly the same words."""
    shorter = min(len(one), len(two))
    return shorter >= FEWEST and len(one & two) >= SAME_WORDS * shorter


def take_core(threat: Threat) -> frozenset[str]:
    """The longer words of a threat, in lower case."""
    words = f"{threat.condition or ''} {threat.consequence or ''}".lower().split()
    return frozenset(w.strip(".,;\"'“”") for w in words if len(w) >= SHORTEST) - EMPTY

"""Control: who holds, gained, lost or claims a place, by what the text or a source in it says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_objects,
    find_obliques,
    is_negated,
    list_conjuncts,
    take_clause,
    take_sentence,
)
from tocsin.coding.dates import find_when, resolve_date
from tocsin.coding.event_modes import is_history, read_telling
from tocsin.coding.event_roles import find_agents, find_doers, find_owners, name_owner
from tocsin.coding.places import name_place
from tocsin.records.coding import Change, Control, Statement, name_record
from tocsin.records.frozen import take_span

SURE = 0.68
BESIDE = ("around", "near", "towards", "toward", "outside")
HYPHENS = frozenset("-–‑")
LONG_SENTENCE = 260


@dataclass(frozen=True)
class Hold:
    """A place, who is said to have, gain or lose it, the words that say so, and what in them did."""

    place: str
    holder: Who
    change: Change
    token: Token
    why: str
    certainty: float = SURE


@cache
def load_words(key: str) -> frozenset[str]:
    """One list of words of the cues of control."""
    return frozenset(load_table("cues_control")[key])


def code_control(article: Article, statements: Sequence[Statement]) -> list[Control]:
    """The control of places that an article tells, in the order of the text; told twice is coded once."""
    found: list[Control] = []
    for token in article.doc:
        if article.find_quotation(token) is None:
            for hold in list_holds(article, token):
                record = record_hold(article, replace(hold, holder=name_owner(hold.holder)))
                if not any(_is_same(record, earlier) for earlier in found):
                    found.append(record)
    return found


def list_holds(article: Article, token: Token) -> Iterator[Hold]:
    """What one word, with what hangs on it, tells of the control of places."""
    if (
        token.lower_.split("-")[-1] in load_words("held")
        and token.dep_ in ("amod", "compound")
        and token.head.i > token.i
    ):
        yield from read_epithet(article, token)
    elif token.pos_ == "VERB":
        if token.lemma_.lower() not in load_verbs() or read_telling(article, token) is None or is_negated(token):
            return
        if not is_history(article, token, find_when(token)) or token.lemma_ in load_words("holds"):
            yield from read_verb(article, token)
    elif token.lemma_.lower() in load_words("fights_on"):
        yield from read_fight(article, token)


@cache
def load_verbs() -> frozenset[str]:
    """The first words of all verbs that tell of control."""
    keys = ("undoes", "gains", "gains_places", "holds", "loses", "leaves", "falls", "claims")
    return frozenset(v.split()[0] for key in keys for v in load_words(key)) | {"make", "push", "drive", "gain"}


def read_verb(article: Article, verb: Token) -> Iterator[Hold]:
    """What a verb with its object tells: captures, losses, withdrawals, holding, claims."""
    lemma, particle = verb.lemma_.lower(), find_child(verb, "compound:prt")
    phrase = f"{lemma} {particle.lower_}" if particle is not None else lemma
    doers = find_doers(article, verb)
    if lemma in load_words("falls"):
        yield from _read_fall(article, verb)
        return
    if lemma in load_words("undoes"):
        yield from _read_reversal(article, verb)
        return
    if not doers:
        return
    change = find_change(lemma, phrase, verb)
    if change is None:
        yield from _read_leaving(article, verb, doers, phrase)
        return
    for head in find_objects(verb):
        for place in list_places(
            article, head, named=phrase in load_words("gains_places") or lemma in load_words("holds")
        ):
            for doer in doers:
                if place != doer.name:
                    yield Hold(place, doer, change, verb, f"{verb.text} {place}")
            if change == "lost":
                yield from _read_winner(article, verb, place)


def _read_winner(article: Article, verb: Token, place: str) -> Iterator[Hold]:
    """Who gained what another lost: "lost the town to X", "lost it, giving X its biggest victory"."""
    whos = [w for o in find_obliques(verb, "to") for w in article.cast.who(o)]
    for clause in verb.subtree:
        receiver = find_child(clause, "iobj") if clause.lemma_.lower() in load_words("hands") else None
        if receiver is not None and any(o.lemma_.lower() in load_words("wins") for o in find_objects(clause)):
            whos += article.cast.who(receiver)
    yield from (Hold(place, who, "gained", verb, f"lost to {who.name}", 0.6) for who in dict.fromkeys(whos))


def _read_reversal(article: Article, verb: Token) -> Iterator[Hold]:
    """Gains that are undone: their maker gained the place, and lost it ("repelling the gains made by X")."""
    for gains in find_objects(verb):
        if gains.lemma_.lower() not in ("gain", "advance", "conquest"):
            continue
        makers = [
            *find_agents(article, gains),
            *(w for c in gains.children if c.dep_ == "acl" for w in find_doers(article, c)),
        ]
        grounds = [
            p
            for head in (gains, verb, *(o for o in find_objects(verb.head)))
            for p in list_places(article, head, False)
        ]
        for who in dict.fromkeys(makers):
            for place in dict.fromkeys(grounds[:1]):
                yield Hold(place, who, "gained", verb, f"gains of {who.name}", 0.5)
                yield Hold(place, who, "lost", verb, f"{verb.text} the gains of {who.name}", 0.5)


def find_change(lemma: str, phrase: str, verb: Token) -> Change | None:
    """What a verb says of the control of its object."""
    perfective = verb.tag_ in ("VBD", "VBN", "VBG")
    if lemma in load_words("holds") and lemma != "occupy":
        return "holds"
    if lemma in load_words("claims"):
        return "contested"
    if lemma in load_words("loses"):
        return "lost"
    if lemma == "occupy" and not perfective:
        return "holds"
    if (
        phrase in load_words("gains")
        or lemma in load_words("gains")
        or lemma in ("take", "win", "secure", "clear", "gain", "make")
    ):
        return "gained"
    return None


def list_places(article: Article, head: Token, named: bool) -> Iterator[str]:
    """The places that an object names, control or gains of them included ("took control of", "made gains around")."""
    taken = head.head.lemma_.lower() in load_words("gains") and not any(c.dep_ == "flat" for c in head.children)
    loose = taken or head.head.lemma_.lower() in load_words("only_places")
    if head.lemma_.lower() in load_words("gained_nouns"):
        for oblique in find_obliques(head, "of", "over", "in"):
            yield from _name_places(article, oblique, head.lemma_ == "control")
        for oblique in find_obliques(head.head, "of", "over", "in"):
            yield from _name_places(article, oblique)
        for oblique in [*find_obliques(head, *BESIDE), *find_obliques(head.head, *BESIDE)]:
            yield from (f"area around {place}" for place in _name_places(article, oblique))
        return
    for member in list_conjuncts(head):
        place = name_place(article, member, load_words("places"), named, loose)
        if place is not None:
            yield place


def _name_places(article: Article, head: Token, loose: bool = False) -> Iterator[str]:
    for member in list_conjuncts(head):
        place = name_place(article, member, load_words("places"), False, loose)
        if place is not None:
            yield place


def _read_fall(article: Article, verb: Token) -> Iterator[Hold]:
    """A town that fell to somebody is gained by them."""
    subject = find_child(verb, "nsubj")
    place = name_place(article, subject, load_words("places"), True, True) if subject is not None else None
    if place is None:
        return
    for oblique in find_obliques(verb, "to", "under", "into"):
        owners = article.cast.who(oblique) or find_owners(article, oblique)
        yield from (Hold(place, who, "gained", verb, f"fell to {who.name}") for who in owners)


def _read_leaving(article: Article, verb: Token, doers: Sequence[Who], phrase: str) -> Iterator[Hold]:
    """A withdrawal from a named place loses it."""
    if not any(v.split()[0] == verb.lemma_.lower() for v in load_words("leaves")):
        return
    for oblique in find_obliques(verb, "from", "of"):
        place = name_place(article, oblique, load_words("places"), True)
        whos = article.cast.who_alone(oblique)
        if place is not None and not any(w.type in ("alliance", "organisation", "state") for w in whos):
            yield from (Hold(place, doer, "lost", verb, f"{verb.text} from {place}", 0.6) for doer in doers)


def read_fight(article: Article, noun: Token) -> Iterator[Hold]:
    """A battle for a place that goes on: contested, by who says so."""
    verb = noun.head
    if not noun.dep_.startswith("nsubj") or verb.lemma_.lower() not in load_words("goes_on"):
        return
    telling = read_telling(article, verb)
    if telling is None or telling.reported_by is None:
        return
    for oblique in find_obliques(noun, "for", "in", "over", "around"):
        place = name_place(article, oblique, load_words("places"), True)
        if place is not None:
            yield Hold(place, telling.reported_by, "contested", verb, f"{noun.lower_} for {place} {verb.text}", 0.5)


def read_epithet(article: Article, token: Token) -> Iterator[Hold]:
    """A place said to be held by somebody in passing: "Houthi-held Marib", "previously SDF controlled territory"."""
    noun = token.head if token.dep_ in ("amod", "compound", "acl", "nmod") and token.head.i > token.i else None
    if noun is None:
        return
    before = [t for t in article.doc[max(token.i - 4, token.sent.start) : token.i] if t.text not in HYPHENS]
    holders = next((w for t in reversed(before[-2:]) if (w := article.cast.who_alone(t))), ())
    formerly = any(
        t.lower_ in load_words("formerly") for t in article.doc[max(token.i - 5, token.sent.start) : token.i]
    )
    place = name_place(article, noun, load_words("places"), True)
    if place is None and noun.lemma_.lower() in load_words("places"):
        start = next((t for t in before if t.lower_ in load_words("formerly")), before[0] if before else token)
        place = article.document.text[start.idx : noun.idx + len(noun.text)]
    if place is not None:
        yield from (
            Hold(place, w, "lost" if formerly else "holds", token, f"epithet: {token.text}", 0.55) for w in holders[:1]
        )


def record_hold(article: Article, hold: Hold) -> Control:
    """The record of a hold; its evidence is the sentence, or the clause in a long one."""
    start, end = take_sentence(hold.token)
    if end - start > LONG_SENTENCE:
        start, end = take_clause(hold.token)
    evidence = take_span(article.document.text, start, end)
    when = find_when(hold.token)
    return Control(
        id=name_record("control", article.document.id, evidence, hold.place, hold.holder.name, hold.change),
        document=article.document.id, evidence=evidence, certainty=hold.certainty, why=f"control: {hold.why}",
        place=hold.place, holder=hold.holder.name, on_behalf_of=hold.holder.acts_for, change=hold.change,
        when=when, date=resolve_date(when, article.published),
    )  # fmt: skip


def _is_same(record: Control, earlier: Control) -> bool:
    holders = {record.holder, record.on_behalf_of} & {earlier.holder, earlier.on_behalf_of} - {None}
    return bool(holders) and record.change == earlier.change and record.place.lower() == earlier.place.lower()

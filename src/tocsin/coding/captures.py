"""Captures: verbs that say who gained, lost, holds or claims a place."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.claims import read_considered, read_offensive, read_siege, read_struggle
from tocsin.coding.clauses import (
    find_child,
    find_objects,
    find_obliques,
    find_subjects,
    has_case,
    is_passive,
)
from tocsin.coding.control_words import load_words
from tocsin.coding.entries import read_entry, read_ousting_there
from tocsin.coding.event_modes import read_telling
from tocsin.coding.event_roles import find_agents, find_doers
from tocsin.coding.grounds import name_listed
from tocsin.coding.heirs import find_receivers, is_back, read_loser, read_winner
from tocsin.coding.holds import Hold, is_over
from tocsin.coding.occupants import find_holders
from tocsin.coding.relations import find_base
from tocsin.coding.retreats import (
    list_left,
    list_quit,
    list_within,
    read_fall,
    read_ousting,
    read_ridding,
    read_yielding,
)
from tocsin.coding.taken import find_rivals, find_taken, holds_itself, is_by_arms, is_listed_ground, list_places
from tocsin.records.coding import Change


@cache
def load_verbs() -> frozenset[str]:
    """The first words of all verbs that tell of control."""
    keys = (
        "undoes",
        "gains",
        "gains_places",
        "makes",
        "wields",
        "holds",
        "loses",
        "leaves",
        "falls",
        "claims",
        "ousts",
        "passes",
        "considers",
        "storms",
        "enters",
        "besieges",
        "yields",
        "launches",
        "struggles",
        "stands",
        "sways",
        "belongs",
        "rids",
    )
    return frozenset(v.split()[0] for key in keys for v in load_words(key))


def read_verb(article: Article, verb: Token) -> Iterator[Hold]:
    """What a verb with its object tells: captures, losses, withdrawals, holding, claims."""
    lemma = find_base(verb)
    particle = next((c for c in verb.children if c.dep_ == "compound:prt" or is_back(c)), None)
    phrase = f"{lemma} {particle.lower_}" if particle is not None else lemma
    if lemma in load_words("falls"):
        yield from read_fall(article, verb)
    elif lemma in load_words("besieges") or (lemma in load_words("lays") and lays_siege(verb)):
        yield from read_siege(article, verb)
    elif lemma in load_words("launches"):
        yield from read_offensive(article, verb)
    elif lemma in load_words("struggles"):
        yield from read_struggle(article, verb)
    elif lemma in load_words("undoes"):
        yield from read_reversal(article, verb)
    elif lemma in load_words("rids") and find_objects(verb) and find_obliques(verb, "of"):
        yield from read_ridding(article, verb)
    elif lemma in load_words("ousts") and (left := list_left(article, verb, "from", "of", "off")):
        yield from read_ousting(article, verb, left)
    elif lemma in load_words("ousts") and (holds := list(read_ousting_there(article, verb))):
        yield from holds
    elif lemma == "enter" or (
        lemma in load_words("storms") | load_words("enters") and find_obliques(verb, "into", "over", "on", "onto")
    ):
        yield from read_entry(article, verb)
    elif lemma in load_words("yields") and not find_objects(verb):
        yield from read_yielding(article, verb)
    elif lemma in load_words("considers"):
        yield from read_considered(article, verb)
    elif (change := find_change(lemma, phrase, verb)) is not None:
        yield from read_taking(article, verb, phrase, change)
    elif lemma in {v.split()[0] for v in load_words("leaves")}:
        for doer in find_holders(article, verb):
            armed = any(t.lemma_.lower() in load_words("grippers") for t in find_subjects(verb))
            places = list_left(article, verb, "from", "of") or (list_quit(article, verb) if armed else [])
            places = places or (list_within(article, verb) if armed and not find_objects(verb) else [])
            for place in places:
                yield Hold(place, doer, "lost", verb, f"{verb.text} from {place}", 0.6)


def is_opened(participle: Token) -> bool:
    """Whether the tree hung a participle on its own object, as behind a quotation mark or a date: had "freed X"."""
    noun = participle.head
    if participle.dep_ != "amod" or participle.tag_ != "VBN" or noun.dep_ != "obj" or noun.head.lemma_ != "have":
        return False
    return all(t.is_punct or t.is_quote for t in noun.lefts if t.i < participle.i) and noun.head.i < participle.i


def read_opened(article: Article, participle: Token) -> Iterator[Hold]:
    """What somebody says in their own words that they took: 'the army had "liberated three villages"'."""
    verb = participle.head.head
    change = find_change(participle.lemma_.lower(), participle.lemma_.lower(), participle)
    if change is None:
        return
    for place in name_listed(article, participle.head, False, True):
        place = place.removeprefix(f"{participle.text} ")
        for who in find_holders(article, verb):
            yield Hold(place, who, change, participle, f"{participle.text} {place}", 0.55)
        yield from read_loser(article, participle, participle.head, place, ()) if change == "gained" else ()


def lays_siege(verb: Token) -> bool:
    return any(o.lemma_.lower() in load_words("sieges") for o in find_objects(verb))


def find_change(lemma: str, phrase: str, verb: Token) -> Change | None:
    """What a verb says of the control of its object."""
    if lemma == "rule" and find_child(verb, "ccomp") is not None:
        return None
    if lemma in load_words("holds") and is_over(verb):
        return "lost"
    if lemma == "occupy" and (is_state(verb) or any(c.lower_ == "currently" for c in verb.children)):
        return "holds"
    if lemma == "occupy":
        return "gained" if verb.tag_ in ("VBD", "VBN", "VBG") and not is_lasting(verb) else "holds"
    if lemma in load_words("holds") | load_words("wields"):
        return "holds"
    if lemma in load_words("claims"):
        return "contested"
    if phrase in load_words("loses") or lemma in load_words("loses"):
        return "lost"
    if phrase in load_words("passes") or lemma in load_words("passes"):
        return "lost" if find_receivers(verb) or find_child(verb, "iobj") is not None else None
    taking = load_words("gains") | load_words("gains_places") | load_words("makes")
    return "gained" if phrase in taking or lemma in taking else None


def is_state(verb: Token) -> bool:
    """Whether a verb of taking says how things are ("is occupied by", "zones occupied by", "that it has occupied")."""
    if any(c.dep_ == "aux:pass" and c.tag_ in ("VBZ", "VBP") for c in verb.children):
        return True
    timed = any(c.dep_.startswith("obl") and not has_case(c, "by") for c in verb.children)
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" and c.tag_ != "VBD" for c in verb.children)
    return verb.tag_ == "VBN" and not timed and (verb.dep_ == "acl" or (perfect and verb.dep_ == "acl:relcl"))


def is_lasting(verb: Token) -> bool:
    """Whether an act is told to go on since some day ("has occupied them ever since")."""
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" and c.tag_ != "VBD" for c in verb.children)
    return perfect and any(t.lower_ in ("since", "for") for c in verb.children for t in (c, *c.children))


def read_taking(article: Article, verb: Token, phrase: str, change: Change) -> Iterator[Hold]:
    """A place that somebody takes, holds, loses or claims, and whom it went to or was taken from."""
    doers = find_holders(article, verb) or (find_admitting(article, verb) if change == "lost" else ())
    unsure = load_words("gains_places") | load_words("runs") | load_words("passes")
    passing = phrase in load_words("passes")
    named = phrase in unsure and not is_by_arms(article, verb)
    for head in find_taken(verb):
        doers = find_rivals(article, verb, head) if holds_itself(article, head, doers) else doers
        if passing and head.dep_ == "iobj":
            continue
        if change == "lost" and head.dep_ == "obj" and not is_listed_ground(head):
            continue
        named = named and not (passing and any(c.lower_ in ("the", "its") for c in head.children))
        for place in list_places(article, head, verb, named):
            yield from (Hold(place, d, change, verb, f"{verb.text} {place}") for d in doers if place != d.name)
            if change == "lost":
                yield from read_winner(article, verb, head, place)
            elif change == "gained":
                yield from read_loser(article, verb, head, place, doers)


def find_admitting(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who lost what "has been lost": the side that says so."""
    telling = read_telling(article, verb) if is_passive(verb) else None
    teller = telling.reported_by if telling is not None else None
    known = teller is not None and (teller.type == "state" or teller.acts_for is not None)
    return (teller,) if known and teller is not None else ()


def read_reversal(article: Article, verb: Token) -> Iterator[Hold]:
    """Gains that are undone: their maker gained the place, and lost it ("repelling the gains made by X")."""
    for gains in find_objects(verb):
        if gains.lemma_.lower() not in ("gain", "advance", "conquest"):
            continue
        makers = [
            *find_agents(article, gains),
            *(w for c in gains.children if c.dep_ == "acl" for w in find_doers(article, c)),
        ]
        heads = (gains, verb, *find_objects(verb.head))
        grounds = [place for head in heads for place in list_places(article, head, head.head, False)]
        for who in dict.fromkeys(makers):
            for place in dict.fromkeys(grounds[:1]):
                yield Hold(place, who, "gained", verb, f"gains of {who.name}", 0.5)
                yield Hold(place, who, "lost", verb, f"{verb.text} the gains of {who.name}", 0.5)

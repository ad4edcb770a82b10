"""Captures: verbs that say who gained, lost, holds or claims a place."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.claims import is_armed, read_considered, read_offensive, read_siege, read_struggle
from tocsin.coding.clauses import (
    find_child,
    find_objects,
    find_obliques,
    find_subjects,
    has_case,
    is_passive,
    list_conjuncts,
)
from tocsin.coding.entries import read_entry, read_ousting_there
from tocsin.coding.event_modes import read_telling
from tocsin.coding.event_roles import find_agents, find_doers
from tocsin.coding.grounds import find_named_ahead, name_listed
from tocsin.coding.heirs import find_receivers, is_back, read_loser, read_winner
from tocsin.coding.holds import Hold, is_over
from tocsin.coding.occupants import find_holders, load_words
from tocsin.coding.places import PARTS
from tocsin.coding.relations import find_base
from tocsin.coding.retreats import list_left, list_quit, list_within, read_fall, read_ousting, read_yielding
from tocsin.records.coding import Change

BESIDE = ("around", "near", "towards", "toward", "outside")


@cache
def load_verbs() -> frozenset[str]:
    """The first words of all verbs that tell of control."""
    keys = (
        "undoes",
        "gains",
        "gains_places",
        "makes",
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
    if lemma == "occupy" and any(c.dep_ == "aux:pass" and c.tag_ in ("VBZ", "VBP") for c in verb.children):
        return "holds"
    if lemma == "occupy":
        return "gained" if verb.tag_ in ("VBD", "VBN", "VBG") and not is_lasting(verb) else "holds"
    if lemma in load_words("holds"):
        return "holds"
    if lemma in load_words("claims"):
        return "contested"
    if phrase in load_words("loses") or lemma in load_words("loses"):
        return "lost"
    if phrase in load_words("passes") or lemma in load_words("passes"):
        return "lost" if find_receivers(verb) or find_child(verb, "iobj") is not None else None
    taking = load_words("gains") | load_words("gains_places") | load_words("makes")
    return "gained" if phrase in taking or lemma in taking else None


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


def is_listed_ground(head: Token) -> bool:
    """Whether a list of what is lost is one of places: no men, tanks and a radar station."""
    return len(list_conjuncts(head)) == 1 or head.pos_ != "NOUN" or head.lemma_.lower() in load_words("places") | PARTS


def find_admitting(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who lost what "has been lost": the side that says so."""
    telling = read_telling(article, verb) if is_passive(verb) else None
    teller = telling.reported_by if telling is not None else None
    known = teller is not None and (teller.type == "state" or teller.acts_for is not None)
    return (teller,) if known and teller is not None else ()


def is_by_arms(article: Article, verb: Token) -> bool:
    """Whether those who take something definite are armed: "the rebels took the bridge"."""
    armed = any(t.lemma_.lower() in load_words("grippers") for s in find_subjects(verb) for t in list_conjuncts(s))
    force = any(w.type == "group" and w.name[:1].isupper() for w in find_holders(article, verb))
    taken = find_taken(verb)
    return (armed or force) and all(o.pos_ == "PROPN" or any(c.lower_ == "the" for c in o.children) for o in taken)


def find_taken(verb: Token) -> list[Token]:
    """What is taken or held; a verb joined to a relative clause shares its noun ("which X took and still holds")."""
    if (ahead := find_named_ahead(verb)) is not None:
        return [ahead]
    shared = verb.dep_ == "conj" and verb.head.dep_ == "acl:relcl" and find_child(verb, "obj") is None
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and is_passive(verb.head) and not find_objects(verb):
        return find_objects(verb.head)
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.dep_ == "nmod" and has_case(verb.head, "under", "in"):
        # "The chain, under the control of X but claimed by Y".
        return [verb.head.head]
    return find_objects(verb) or ([verb.head.head] if shared else [])


def list_places(article: Article, head: Token, verb: Token, named: bool) -> Iterator[str]:
    """The places that an object names, control or gains of them included ("took control of", "made gains around")."""
    lemma = verb.lemma_.lower()
    if head.lemma_.lower() == "post" and find_child(head, "nmod:poss") is not None:
        # Soldiers abandon "their posts" wherever these are.
        return
    held = head.lemma_.lower() in load_words("grips") - {"hand"}
    ground = head.lemma_.lower() in load_words("gained_nouns") and find_child(head, "acl:relcl") is None
    near = [o for t in (head, verb) for o in find_obliques(t, "of", "in", "along", "across", *BESIDE)]
    whole = lemma in load_words("holds") and not near
    if held or (ground and not whole):
        for oblique in [o for t in (head, verb) for o in find_obliques(t, "of", "over", "in", "along", "across")]:
            if oblique.lemma_.lower() in load_words("strongholds"):
                continue
            yield from name_listed(article, oblique, False, held and not has_case(oblique, "in", "along", "across"))
        for oblique in [*find_obliques(head, *BESIDE), *find_obliques(verb, *BESIDE)]:
            yield from (f"area around {place}" for place in name_listed(article, oblique, False, False))
    elif head.lemma_.lower() == "claim" and lemma in load_words("lays"):
        for oblique in [*find_obliques(head, "to", "on", "over"), *find_obliques(verb, "to", "on", "over")]:
            yield from name_listed(article, oblique, False, True)
    elif lemma not in load_words("lays"):
        phrase = " ".join([lemma, *(c.lower_ for c in verb.children if c.dep_ == "compound:prt")])
        sure = {lemma, phrase} & (load_words("gains") | load_words("loses") | load_words("holds") - load_words("runs"))
        if lemma in load_words("claims") and head.pos_ in ("PROPN", "NOUN"):
            sure = sure or {lemma}
        person = any(c.dep_ == "flat" for c in head.children) and bool(article.cast.who_alone(head))
        plain = not person or lemma in load_words("only_places")
        if not is_a_party(article, head, verb):
            by_arms = lemma in load_words("gains_places") and not named and head.pos_ == "PROPN"
            forced = lemma in load_words("gains") - {"storm", "reclaim", "regain"}
            armed = forced and any(is_armed(article, verb, w) for w in find_holders(article, verb))
            kinds = load_words("buildings") if armed else frozenset()
            yield from name_listed(article, head, named, (bool(sure) or by_arms) and plain, kinds)


def is_a_party(article: Article, head: Token, verb: Token) -> bool:
    """Whether what is taken or won is a state as a party, not as ground: "took China to court"."""
    states = any(w.type == "state" for w in article.cast.who_alone(head))
    return states and head.pos_ == "PROPN" and verb.lemma_.lower() in load_words("gains_places") | load_words("makes")


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

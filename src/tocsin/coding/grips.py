"""Grips: nouns and epithets that say who has a place - under the control of, in rebel hands, the capture of."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.bonds import is_real
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_objects,
    find_obliques,
    has_case,
    is_negated,
    list_conjuncts,
)
from tocsin.coding.control_words import load_words
from tocsin.coding.described import name_people
from tocsin.coding.event_modes import read_telling
from tocsin.coding.event_roles import find_agents
from tocsin.coding.grounds import name_listed
from tocsin.coding.heirs import read_loser
from tocsin.coding.holds import Hold
from tocsin.coding.occupants import find_holders, name_holders, settle
from tocsin.coding.place_names import find_place_name
from tocsin.coding.places import name_place
from tocsin.coding.retreats import list_left
from tocsin.records.coding import Change

HYPHENS = frozenset("-–‑")
BEFORE = ("amod", "compound", "nmod:poss", "nmod")


def read_grip(article: Article, noun: Token) -> Iterator[Hold]:
    """ "Is under the control of X", "fell into rebel hands", "X's grip on the town"."""
    under = has_case(noun, "under", "in", "into")
    if noun.lemma_.lower() == "hand" and not under:
        return
    ahead = [
        o
        for o in find_obliques(noun, "of", "over")
        if has_case(noun, "in") and noun.lemma_ in ("control", "charge", "possession", "command", "occupation")
    ]
    held = [p for o in ahead for p in name_listed(article, o, False, True)]
    if held and (subject := find_grammatical_subject(noun if find_child(noun, "cop") else noun.head)) is not None:
        # "is in control of the town": the subject holds, and what is behind "of" is held.
        for place in held if is_real(noun) and not is_negated(noun) and not is_negated(noun.head) else ():
            again: Change = "gained" if is_back_in(noun) else "holds"
            yield from (Hold(place, w, again, noun, f"in {noun.lower_}", 0.6) for w in name_holders(article, subject))
        return
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in load_words("comes"):
        # "Control of the town passed to X".
        heirs = [w for o in find_obliques(noun.head, "to") for w in name_holders(article, o)]
        places = [p for h in find_obliques(noun, "of", "over") for p in name_listed(article, h, False, True)]
        told = is_real(noun.head) and not is_negated(noun.head)
        yield from (Hold(p, w, "gained", noun, f"{noun.lower_} of {p}", 0.6) for p in places for w in heirs if told)
        return
    holders = list_grippers(article, noun, under)
    owned = noun.lemma_.lower() == "occupation" and find_child(noun, "nmod:poss") is not None
    if noun.head.lemma_.lower() in load_words("loosens") and not owned:
        return
    if not holders or is_negated(noun) or not (owned or (is_real(noun) and not is_negated(noun.head))):
        # "Must end its occupation of" tells of one.
        return
    change: Change = "holds"
    if under:
        places = list(name_under(article, noun))
        came = noun.head.lemma_.lower() in load_words("comes")
        change = "gained" if came or is_back_in(noun) else "holds"
    elif noun.head.lemma_.lower() in load_words("gains") | load_words("loses") | load_words("makes"):
        places = []
    else:
        heads = find_obliques(noun, "of", "over", "on")
        places = [p for h in heads for p in name_listed(article, h, False, noun.lemma_ == "control")]
    for place in dict.fromkeys(p for p in places if not owned or p.lower() != p):
        yield from (Hold(place, w, change, noun, f"{noun.lower_} of {place}", 0.6) for w in holders if w.name != place)


def is_back_in(noun: Token) -> bool:
    """Whether a hold is one that was won again: "is back in control of", "back under the flag"."""
    near = [t for t in noun.head.children if t.i < noun.i] if noun.dep_ in ("obl", "nmod") else []
    return any(t.lower_ == "back" for t in (noun.head, *noun.children, *near))


def list_grippers(article: Article, noun: Token, under: bool) -> tuple[Who, ...]:
    """Whose control, hands or rule a noun speaks of."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in BEFORE and not has_case(c)]
    found = [w for c in before for w in name_holders(article, c) or name_people(c)]
    if not found and under:
        found = [w for o in find_obliques(noun, "of", "by") for w in name_holders(article, o)]
    return tuple(dict.fromkeys(w for w in found if w.type != "outlet"))


def name_under(article: Article, noun: Token) -> Iterator[str]:
    """The places that are under a control or in some hands: what the phrase describes, or the subject it is said of."""
    head = noun.head.head if noun.head.lower_ in ("back", "still", "now") else noun.head
    if (noun.dep_ in ("nmod", "acl") or head.i != noun.head.i) and head.pos_ in ("NOUN", "PROPN"):
        yield from name_listed(article, head, False, True)
        return
    is_predicate = any(c.dep_ == "cop" for c in noun.children)
    verb = noun if is_predicate else head
    standing = load_words("comes") | load_words("stays") | load_words("brings") | load_words("considers")
    if noun.lemma_.lower() == "administration" and not is_predicate and verb.lemma_.lower() not in standing:
        # What is done under an administration is done in its time.
        return
    moved = find_objects(verb) if verb.lemma_.lower() in load_words("brings") | load_words("considers") else []
    subject = find_grammatical_subject(verb) or find_child(noun, "nsubj")
    described = [verb.head] if verb.dep_ in ("acl", "acl:relcl") else []
    for told in moved or ([subject] if subject is not None else described):
        yield from name_listed(article, told, False, True)


def read_stronghold(article: Article, noun: Token) -> Iterator[Hold]:
    """ "The town is a stronghold of X", "the X stronghold of the town"."""
    if any(c.lower_ in load_words("formerly") | {"former", "last"} for c in noun.subtree) or not is_real(noun):
        return
    stays = noun.head if noun.dep_ in ("xcomp", "obj") else noun
    subject = find_grammatical_subject(stays) if find_child(noun, "cop") or stays.i != noun.i else None
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in BEFORE and not has_case(c)]
    behind = find_obliques(noun, "of")
    holders = [w for t in [*before, *(behind if subject is not None else ())] for w in name_holders(article, t)]
    holders = [
        u
        for w in holders
        for u in (name_unnamed(article, before[0]) if before and w.name == before[0].lower_ else (w,))
    ]
    places = [subject] if subject is not None else [*behind, *(c for c in noun.children if c.dep_ == "appos")]
    if not places and holders:
        # "Gains in X's stronghold": the place that the sentence named last.
        ahead = [t for t in noun.doc[noun.sent.start : noun.left_edge.i] if find_place_name(t) is not None]
        places = [t for t in ahead if not article.cast.who_alone(t)][-1:]
    if any(c.lower_ in load_words("formerly") for c in stays.children) or is_negated(noun) or is_negated(stays):
        return
    for place in (p for t in places for p in name_listed(article, t, True, True)):
        yield from (Hold(place, w, "holds", noun, f"{noun.lower_} {place}", 0.55) for w in holders if w.name != place)


def name_unnamed(article: Article, word: Token) -> tuple[Who, ...]:
    """Who "rebel" stands for before a hyphen or a noun: the rebels spoken of, as "the rebels" does."""
    if word.lemma_.lower() not in load_words("grippers"):
        return ()
    kind = word.lower_
    plural = f"{kind}s" if f"{kind}s" in load_words("irregulars") else kind
    return settle(article, word, (Who(plural, None, "group"),))


def read_capture(article: Article, noun: Token) -> Iterator[Hold]:
    """ "The capture of the town by X", "the fall of the port to X", "X's loss of the port"."""
    lemma = noun.lemma_.lower()
    if not is_real(noun) or is_negated(noun) or is_negated(noun.head):
        return
    change: Change = "lost" if lemma in load_words("losses") else "gained"
    towards = find_obliques(noun, "to") + [o for c in find_obliques(noun, "of") for o in find_obliques(c, "to")]
    owners = [w for o in towards for w in name_holders(article, o)] if lemma == "fall" else list_takers(article, noun)
    if not owners and lemma != "fall" and noun.dep_ == "obj" and noun.head.lemma_.lower() in load_words("announces"):
        owners = list(find_holders(article, noun.head))
    for head in find_obliques(noun, "of"):
        for place in name_listed(article, head, False, True):
            for who in dict.fromkeys(owners):
                if who.name != place:
                    yield Hold(place, who, change, noun, f"{noun.lower_} of {place}", 0.6)
            if change == "gained" and owners:
                yield from read_loser(article, noun, head, place, owners)


def list_takers(article: Article, noun: Token) -> list[Who]:
    """Who takes or loses a place, by the phrase of the noun for it: those with names, or sides without one."""
    owner = find_child(noun, "nmod:poss")
    return [*find_agents(article, noun)] or (list(name_holders(article, owner)) if owner is not None else [])


def read_leaving(article: Article, noun: Token) -> Iterator[Hold]:
    """ "The army's retreat from the town", "the withdrawal of the rebels from the port"."""
    if (
        not is_real(noun)
        or is_negated(noun)
        or is_negated(noun.head)
        or noun.head.lemma_.lower() in load_words("awaits")
    ):
        return
    leavers = [w for c in noun.children if c.i < noun.i and c.dep_ in BEFORE for w in name_holders(article, c)]
    leavers += [w for o in find_obliques(noun, "of", "by") for w in name_holders(article, o)]
    for place in list_left(article, noun, "from"):
        for who in dict.fromkeys(leavers):
            if who.name != place and who.type != "person":
                yield Hold(place, who, "lost", noun, f"{noun.lower_} from {place}", 0.55)


def read_fight(article: Article, noun: Token) -> Iterator[Hold]:
    """A battle for a place: contested by those between whom it is, or by who says that it goes on."""
    grounds = find_obliques(noun, "for", "in", "over", "around")
    sides = [t for o in find_obliques(noun, "between") for t in list_conjuncts(o)]
    grounds += [o for t in sides for o in find_obliques(t, "for", "over")]
    grips = [t for t in grounds if t.lemma_.lower() in load_words("grips")]
    grounds += [o for t in grips for o in find_obliques(t, "of", "over")]
    between = [w for t in (noun, *grips) for o in find_obliques(t, "between") for w in name_holders(article, o)]
    verb = noun.head
    if not between and noun.dep_.startswith("nsubj") and verb.lemma_.lower() in load_words("goes_on"):
        telling = read_telling(article, verb)
        between = [telling.reported_by] if telling is not None and telling.reported_by is not None else []
    for place in (p for o in grounds if (p := name_place(article, o, load_words("places"), True))):
        yield from (Hold(place, w, "contested", noun, f"{noun.lower_} for {place}", 0.5) for w in between)


def read_epithet(article: Article, token: Token) -> Iterator[Hold]:
    """A place said to be held by somebody in passing: "Houthi-held Marib", "previously SDF controlled territory"."""
    noun = token.head if token.dep_ in ("amod", "compound", "acl", "nmod") and token.head.i > token.i else None
    if noun is None:
        return
    before = [t for t in article.doc[max(token.i - 4, token.sent.start) : token.i] if t.text not in HYPHENS]
    holders = next((w for t in reversed(before[-2:]) if (w := article.cast.who_alone(t))), ())
    if not holders and before:
        holders = name_unnamed(article, before[-1])
    formerly = any(
        t.lower_ in load_words("formerly") for t in article.doc[max(token.i - 5, token.sent.start) : token.i]
    )
    places = list(name_listed(article, noun, True, noun.pos_ == "PROPN"))
    if (clause := find_child(noun, "acl:relcl")) is not None and any(t.i > clause.i for t in list_conjuncts(noun)):
        # What is listed behind a clause about the first has no part in its epithet.
        places = places[:1]
    indefinite = any(c.lower_ in ("a", "an") for c in noun.children)
    if not places and noun.lemma_.lower() in load_words("places") and not indefinite:
        start = next((t for t in before if t.lower_ in load_words("formerly")), before[-1] if before else token)
        places = [article.document.text[start.idx : noun.idx + len(noun.text)]]
    for place in places:
        yield from (
            Hold(place, w, "lost" if formerly else "holds", token, f"epithet: {token.text}", 0.55) for w in holders[:1]
        )

"""Claims: places that somebody says are theirs, or tries to take - claims, disputes, sieges."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, find_grammatical_subject, find_objects, find_obliques, find_subjects
from tocsin.coding.control_words import load_words
from tocsin.coding.event_roles import find_agents
from tocsin.coding.grounds import name_listed
from tocsin.coding.holds import Hold
from tocsin.coding.occupants import find_holders, name_holders
from tocsin.coding.relations import find_base


def read_claim(article: Article, noun: Token) -> Iterator[Hold]:
    """ "Its claim to the shoal", "have competing claims to the isles", "whose claims in the sea overlap with X's"."""
    verb = noun.head
    owner = find_child(noun, "nmod:poss")
    holders = list(name_holders(article, owner)) if owner is not None else []
    if noun.dep_ == "obj" and find_base(verb) in load_words("lays_claim"):
        holders += find_holders(article, verb)
    heads = find_obliques(noun, "to", "on", "over")
    heads = heads or [o for o in find_obliques(verb, "to", "on", "over") if o.tag_ == "WDT"]
    if not heads and noun.dep_ == "obj" and holders and owner is None:
        heads = [*find_obliques(noun, "in"), *find_obliques(verb, "in")]
    rivals = (
        list_rivals(article, noun)
        if noun.dep_.startswith("nsubj") and find_base(verb) in load_words("overlaps")
        else []
    )
    if rivals:
        holders += rivals
        heads = heads or find_obliques(noun, "in") or list_described(verb) or find_obliques(verb, "in")
    for place in dict.fromkeys(p for head in heads for p in name_listed(article, head, False, True)):
        for who in dict.fromkeys(holders):
            if who.name != place:
                yield Hold(place, who, "contested", noun, f"{noun.lower_} to {place}", 0.55)


def list_rivals(article: Article, noun: Token) -> list[Who]:
    """Those whose claims another's overlap with."""
    behind = [t for t in noun.head.subtree if t.i > noun.head.i and any(c.lower_ in ("with", "of") for c in t.children)]
    named = [t for t in behind if t.pos_ == "PROPN"]
    return [w for t in named for w in name_holders(article, t)]


def list_described(verb: Token) -> list[Token]:
    """The noun that a clause with "where" or "in which" is about."""
    return [verb.head] if verb.dep_ == "acl:relcl" else []


def read_considered(article: Article, verb: Token) -> Iterator[Hold]:
    """ "China considers Taiwan part of its territory": a claim."""
    if find_base(verb) in load_words("wants"):
        yield from read_wanted(article, verb)
        return
    joined = {t.i for c in verb.children if c.dep_ == "conj" for t in c.subtree}
    words = {t.lower_ for t in verb.subtree if t.i not in joined}
    if not (
        words & {"part", "territory", "province", "own", "capital", "turf", "land", "soil", "possession"}
        and words & {"its", "their", "own"}
    ):
        return
    told = [*find_objects(verb), *(c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i)]
    # "The isle, which X considers its own ground": the ground is no other place than the isle.
    heads = [t for t in told if not any(c.lower_ in ("its", "their", "own") for c in t.children)]
    for head in heads or list_described(verb):
        for place in name_listed(article, head, False, False):
            for doer in find_holders(article, verb):
                if doer.name != place:
                    yield Hold(place, doer, "contested", verb, f"{verb.text} {place} its own", 0.6)


def read_wanted(article: Article, verb: Token) -> Iterator[Hold]:
    """ "They want the valley and the coast for a state of their own": a claim."""
    if any(o.lemma_.lower() in ("state", "homeland", "republic") for o in find_obliques(verb, "for")):
        heads = [*find_objects(verb), *find_obliques(verb, "with")]
        for place in (p for head in heads for p in name_listed(article, head, True, True)):
            for who in find_holders(article, verb):
                if who.name != place and who.type != "person":
                    yield Hold(place, who, "contested", verb, f"{verb.text} {place}", 0.55)


def read_siege(article: Article, verb: Token) -> Iterator[Hold]:
    """ "Besieged the city", "surrounds the town", "laid siege to the port": contested by who does it."""
    siege = next((o for o in find_objects(verb) if o.lemma_.lower() in load_words("sieges")), None)
    heads = find_objects(verb)
    if siege is not None:
        heads = [*find_obliques(siege, "to", "of"), *find_obliques(verb, "to")]
    elif find_base(verb) in load_words("lays"):
        return
    for place in (p for head in heads for p in name_listed(article, head, True, True)):
        for who in find_holders(article, verb):
            if who.name != place and is_armed(article, verb, who):
                yield Hold(place, who, "contested", verb, f"{verb.text} {place}", 0.6)


def is_armed(article: Article, verb: Token, who: Who) -> bool:
    """Whether one can besiege: a state, an army, a group; no crowd of protesters or journalists."""
    nouns = {s.lemma_.lower() for s in find_subjects(verb)}
    return (
        who.type in ("state", "organisation", "alliance")
        or who.name[:1].isupper()
        or bool(nouns & load_words("grippers"))
    )


def read_besieging(article: Article, noun: Token) -> Iterator[Hold]:
    """ "The siege of the town by X", "X's siege of the town", "a town under siege by X"."""
    holders = find_agents(article, noun)
    heads = find_obliques(noun, "of")
    if not heads and any(c.lower_ == "under" for c in noun.children):
        subject = find_grammatical_subject(noun if find_child(noun, "cop") else noun.head)
        heads = [noun.head] if noun.dep_ in ("nmod", "acl") else [subject] if subject is not None else []
        holders = holders or tuple(w for o in find_obliques(noun, "by", "from") for w in name_holders(article, o))
    for place in (p for head in heads for p in name_listed(article, head, False, True)):
        for who in dict.fromkeys(holders):
            if who.name != place and who.type != "outlet":
                yield Hold(place, who, "contested", noun, f"{noun.lower_} of {place}", 0.55)


def read_offensive(article: Article, verb: Token) -> Iterator[Hold]:
    """ "Launched an offensive to retake the city", "began an assault on the port": contested by who does it."""
    for push in (o for o in find_objects(verb) if o.lemma_.lower() in load_words("offensives")):
        aims = [*find_obliques(push, "on", "against", "for"), *find_obliques(verb, "on", "against")]
        grounds = [*find_obliques(push, "in", "around", "towards"), *find_obliques(verb, "in", "around")]
        # An operation in a place may be anything, one to take it is not.
        grounds = [] if push.lemma_.lower() in load_words("drives") else grounds
        for aim in (c for t in (push, verb) for c in t.children if c.dep_ in ("acl", "advcl", "xcomp")):
            if find_base(aim) in load_words("gains"):
                aims += [t for o in find_objects(aim) for t in open_grip(o)]
        held = any(t.head.lemma_.lower() in load_words("grips") for t in aims)
        yield from contest(article, verb, next((found for found in (aims, grounds) if found), []), held)


def open_grip(noun: Token) -> list[Token]:
    """What a noun of holding is of ("control of the capital"); any other noun as it is."""
    return find_obliques(noun, "of", "over") if noun.lemma_.lower() in load_words("grips") else [noun]


def read_struggle(article: Article, verb: Token) -> Iterator[Hold]:
    """ "The army and the rebels are fighting for the town", "battled over control of the port"."""
    grounds = find_obliques(verb, "for", "over")
    grips = [o for t in grounds if t.lemma_.lower() in load_words("grips") for o in find_obliques(t, "of", "over")]
    remains = any(t.lower_ == "what" for t in grounds)
    yield from contest(article, verb, grips or grounds, bool(grips) or remains)


def contest(article: Article, verb: Token, heads: Iterable[Token], loose: bool = False) -> Iterator[Hold]:
    """The named places of some nouns, contested by each of those who do what a verb says."""
    for place in dict.fromkeys(p for head in heads for p in name_listed(article, head, True, loose)):
        for who in find_holders(article, verb):
            if who.name != place and who.type != "person" and is_armed(article, verb, who):
                yield Hold(place, who, "contested", verb, f"{verb.text} for {place}", 0.5)

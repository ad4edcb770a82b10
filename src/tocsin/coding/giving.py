"""Giving: goods that a verb says are promised, given or received, and who gets them."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_condition,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    has_subject,
    is_future,
    is_negated,
    is_passive,
)
from tocsin.coding.event_modes import is_history, read_telling
from tocsin.coding.event_roles import find_agents, find_doers, find_owners, name_owner
from tocsin.coding.goods import Good, find_good
from tocsin.coding.place_names import find_place_name
from tocsin.coding.relations import open_relative
from tocsin.coding.senders import find_givers, find_senders, is_no_gift, is_on_errand, is_one_person
from tocsin.coding.shortages import is_habit
from tocsin.coding.supplies import (
    Supply,
    find_furnished,
    find_relative_good,
    list_cargo,
    list_given,
    load_words,
    make_supplies,
)
from tocsin.records.coding import Status

WOULD = frozenset({"would", "could", "can", "must", "should", "may"})
HELD_OUT = frozenset({"could", "might"})
OFFERED = frozenset({"talk", "discussion", "plan", "proposal", "offer", "pledge", "promise", "package", "decision"})
OFFERED |= {"scheme", "intention", "readiness", "willingness", "commitment", "undertaking", "agreement"}


def read_offer(article: Article, verb: Token) -> Iterator[Supply]:
    """Goods promised, or promised to be sent."""
    said = "would" in find_modals(verb) and verb.dep_ == "ccomp" and find_condition(verb) is None
    if not said and (WOULD - HELD_OUT) & set(find_modals(verb)):
        return
    doers = find_givers(article, verb)
    above = verb.head
    if verb.dep_ in ("xcomp", "ccomp") and above.lemma_.lower() in load_words("asks") | load_words("proposals"):
        doers = find_doers(article, above)
    if verb.lemma_.lower() in ("pass", "commit"):
        yield from make_supplies(article, "offer", doers, list_voted(verb), find_receiver(article, verb), verb, 0.55)
        if verb.lemma_.lower() == "pass":
            return
    given = list_given(verb) or find_relative_good(verb)
    if verb.lemma_.lower() in load_words("frees"):
        given = [g for g in given if g.lemma_.lower() not in load_words("carriers")]
    yield from make_supplies(article, "offer", doers, given, find_receiver(article, verb), verb, 0.58)
    for inner in (
        c
        for c in verb.children
        if c.dep_ in ("xcomp", "ccomp")
        and c.lemma_.lower() in load_words("delivers") | load_words("procures")
        and not has_subject(c)
    ):
        receiver = find_receiver(article, inner)
        paid = find_obliques(inner, "for") if inner.lemma_.lower() == "pay" and find_child(inner, "obj") is None else []
        if paid:
            yield from make_supplies(article, "offer", doers, paid, None, inner, 0.55)
        if not is_negated(inner) and (receiver is not None or inner.lemma_.lower() in load_words("delivers")):
            yield from make_supplies(article, "offer", doers, list_given(inner), receiver, inner, 0.58)


def list_voted(verb: Token) -> list[Token]:
    """What an assembly passes or a party commits itself to: money and aid ("passed an aid bill")."""
    heads = find_objects(verb) if verb.lemma_.lower() == "pass" else find_obliques(verb, "to")
    return [o for o in heads if (good := find_good(o)) is not None and good.kind in ("money", "aid")]


def read_giving(article: Article, verb: Token) -> Iterator[Supply]:
    """Goods given, or to be given: a delivery where it is told as done, an offer where it is to come or proposed."""
    if verb.lemma_.lower() == "spare":
        yield from read_spared(article, verb)
    head = verb.head
    proposed = verb.dep_ in ("ccomp", "xcomp", "advcl", "acl") and (
        head.lemma_.lower() in load_words("proposals") or head.lemma_.lower() in OFFERED
    )
    wanted = verb.dep_ in ("xcomp", "ccomp") and head.lemma_.lower() in load_words("minded")
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_.lower() in load_words("offers") and not has_subject(verb):
        return
    if (aim := find_aim(verb)) is not None:
        yield from _give(article, "offer", find_doers(article, aim), verb)
        return
    if (proposed or wanted) and is_negated(head):
        return
    if proposed or wanted:
        doers = find_doers(article, head) if head.pos_ == "VERB" else find_planners(article, head)
        yield from _give(article, "offer", doers, verb)
        return
    if is_sent_to_come(verb):
        yield from _give(article, "offer", find_givers(article, verb), verb)
        return
    telling = read_telling(article, verb, frozenset({"would"}) | HELD_OUT)
    if telling is None or is_history(article, verb, None) or is_habit(verb):
        return
    held_out = bool(({"would"} | HELD_OUT) & set(find_modals(verb)))
    to_come = is_future(verb) or held_out or is_to_be(verb) or is_starting(verb)
    givers = find_senders(article, verb)
    if to_come or not is_charge(article, telling.reported_by, givers, find_receiver(article, verb)):
        yield from _give(article, "offer" if to_come else "delivery", givers, verb)


def is_weighed(noun: Token) -> bool:
    """Whether what somebody considers is a gift, not goods as a matter of talk: one of them, so many, a package."""
    single = any(c.lower_ in ("a", "an", "new", "more") or c.dep_ == "nummod" for c in noun.children)
    lemma = noun.lemma_.lower()
    return lemma == "package" or (single and find_good(noun) is not None)


def read_spared(article: Article, verb: Token) -> Iterator[Supply]:
    """ "Has 2,000 doctors to spare": an offer of what stands before."""
    if verb.dep_ == "acl" and verb.head.dep_ == "obj" and verb.head.head.lemma_ == "have":
        givers = find_doers(article, verb.head.head)
        yield from make_supplies(article, "offer", givers, [verb.head], find_receiver(article, verb), verb, 0.55)


def is_sent_to_come(verb: Token) -> bool:
    """Whether goods are named as those that somebody is to give ("tents to be sent by Japan")."""
    marked = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    return verb.dep_ == "acl" and marked and is_passive(verb) and bool(find_obliques(verb, "by"))


def find_planners(article: Article, noun: Token) -> tuple[Who, ...]:
    """Whose a plan or an offer is: who is ready, whose it is called, or who has or makes it."""
    minded = tuple(w for s in _find_subject(noun) for w in name_minded(article, noun, s))
    behind = [o for o in find_obliques(noun, "of", "by", "from") if o.tag_ != "VBG"]
    if named := tuple(w for o in behind for w in article.cast.who(o)):
        return named
    made = noun.dep_ == "obj" and noun.head.pos_ == "VERB" and not is_negated(noun.head)
    return minded or find_agents(article, noun) or (find_doers(article, noun.head) if made else ())


def find_aim(verb: Token) -> Token | None:
    """The verb of readiness that an act of giving is the end of: "intends to work with Congress to provide"."""
    step = verb.head
    if verb.dep_ not in ("advcl", "xcomp") or step.dep_ != "xcomp" or find_child(verb, "mark") is None:
        return None
    return step.head if step.head.lemma_.lower() in load_words("minded") | load_words("offers") else None


def is_starting(verb: Token) -> bool:
    """Whether a gift is under way or near ("is sending tents")."""
    return verb.tag_ == "VBG" and verb.lemma_.lower() in load_words("starts") and find_child(verb, "aux") is not None


def makes_available(verb: Token) -> bool:
    """Whether a verb with its adjective gives ("make 20 million dollars available", "set aside")."""
    if verb.lemma_.lower() == "set":
        return any(c.lower_ == "aside" for c in verb.children)
    return verb.lemma_.lower() == "make" and any(t.lower_ == "available" for t in verb.subtree)


def is_to_be(verb: Token) -> bool:
    """Whether an act is set to come: "are to give", "is to be sent"."""
    marked = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    return marked and any(c.lemma_ == "be" and c.dep_ in ("cop", "aux") and c.tag_ != "VB" for c in verb.children)


def name_minded(article: Article, word: Token, subject: Token) -> tuple[Who, ...]:
    """Who is ready to give; "they" in what somebody says of themselves is who says it."""
    sayer = find_grammatical_subject(word.head) if subject.pos_ == "PRON" and word.dep_ == "ccomp" else None
    return article.cast.who(subject) or (article.cast.who(sayer) if sayer is not None else ())


def is_charge(article: Article, teller: Who | None, givers: Sequence[Who], receiver: str | None) -> bool:
    """Whether a delivery is only what a third state tells of two others."""
    if teller is None or not givers:
        return False
    sides = {w.name for w in givers} | {w.acts_for for w in givers} | {receiver}
    known = article.cast.find_actor(receiver) if receiver is not None else None
    sides |= {known.acts_for} if known is not None else set()
    acts_for = article.cast.find_actor(teller.acts_for) if teller.acts_for else None
    of_state = teller.type == "state" or (acts_for is not None and acts_for.type == "state")
    return of_state and not {teller.name, teller.acts_for} & (sides - {None})


def _give(article: Article, status: Status, doers: Sequence[Who], verb: Token) -> Iterator[Supply]:
    receiver = find_receiver(article, verb)
    goods = list_cargo(verb, list_given(verb))
    if makes_available(verb):
        status = "offer"
    if receiver is None and verb.lemma_.lower() in load_words("enlarges") | {"pour"}:
        return
    if find_furnished(verb):
        whos = [w for o in find_objects(verb) for w in article.cast.who(o)]
        receiver = whos[0].name if whos else receiver
    for supply in make_supplies(article, status, doers, goods, receiver, verb, 0.55):
        if is_no_gift(verb, supply.good):
            continue
        own = supply.good.kind in ("soldiers", "ships", "aircraft") and (
            verb.lemma_.lower() in load_words("moves") and (receiver is None or not is_lent(verb))
        )
        if any(c.lower_ in ("own", "no") for c in supply.good.noun.children) or is_one_person(supply.good):
            continue
        if verb.lemma_.lower() == "pay" and supply.good.noun.lemma_.lower() not in load_words("in_kind"):
            continue
        if own and receiver is None and is_on_errand(verb, supply.good):
            continue
        away = own and bool(find_obliques(verb, "to", "toward", "towards")) and not is_lent(verb) and is_starting(verb)
        if (not own or (status == "offer" and not away)) and not (
            status == "delivery" and receiver is None and supply.good.what == "money" and not is_for_others(verb)
        ):
            yield supply


def is_for_others(verb: Token) -> bool:
    """Whether a gift is told to be for or to somebody, though no party ("for the hungry")."""
    into = ("in", "into") if verb.lemma_.lower() in ("deposit", "inject") else ()
    return any(find_obliques(t, "for", "to", *into) for t in (verb, *find_objects(verb)))


def is_lent(verb: Token) -> bool:
    """Whether soldiers are sent to serve in a force of several ("to the mission")."""
    towards = [*find_obliques(verb, "to"), *(o for g in find_objects(verb) for o in find_obliques(g, "to"))]
    return any(open_relative(o, verb).lemma_.lower() in load_words("joint") for o in towards)


def read_training(article: Article, verb: Token) -> Iterator[Supply]:
    """ "Will train Haitian police", "has trained 2,000 soldiers for Kyiv": training, given or offered."""
    trained = [o for o in find_objects(verb) if is_trained(o)]
    telling = read_telling(article, verb, frozenset({"would"}))
    if not trained or telling is None or (is_passive(verb) and not find_doers(article, verb)):
        return
    doers = find_doers(article, verb)
    whos = [w for o in trained for w in (*find_owners(article, o), *article.cast.who(o)) if w not in doers]
    own = [c for o in trained for c in o.children if c.dep_ == "nmod:poss" and c.tag_ == "PRP$"]
    if own:
        return
    good = Good("aid", "training", None, verb)
    to_come = is_future(verb) or "would" in find_modals(verb) or is_to_be(verb)
    sides = tuple(dict.fromkeys(name_owner(w) for w in doers if w.type != "outlet"))
    if sides:
        to = whos[0].name if whos else None
        yield Supply("offer" if to_come else "delivery", sides, good, to, verb, f"{verb.lower_} + training", 0.5)


def is_trained(noun: Token) -> bool:
    good = find_good(noun)
    return (good is not None and good.kind == "soldiers") or noun.lemma_.lower() in load_words("trained")


def _find_subject(token: Token) -> list[Token]:
    subject = find_grammatical_subject(token)
    return [subject] if subject is not None else []


def find_receiver(article: Article, verb: Token) -> str | None:
    """Who gets what is given: the indirect object, "to" or "for" somebody, or the place it goes to."""
    indirect = find_child(verb, "iobj")
    heads = [indirect] if indirect is not None else []
    heads += find_obliques(verb, "to", "for") + [o for h in find_objects(verb) for o in find_obliques(h, "to", "for")]
    banks = [o for o in find_obliques(verb, "in", "into") if any(w.type == "organisation" for w in article.cast.who(o))]
    # "To the fund for Lebanon": who is behind what no party is.
    heads += [o for h in heads for o in find_obliques(h, "for", "in")]
    for head in [*heads, *banks]:
        whos = article.cast.who(head)
        if whos:
            return whos[0].name
        place = find_place_name(head)
        if place is not None:
            return place
    return None

"""Resources: goods that somebody needs, lacks, offers or delivers, one record per good."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.cargoes import read_arrival, read_trade
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    has_case,
    is_future,
    is_in_condition,
    is_negated,
    is_passive,
    take_clause,
    take_sentence,
)
from tocsin.coding.event_modes import is_history, read_telling
from tocsin.coding.event_roles import find_doers
from tocsin.coding.places import find_place_name
from tocsin.coding.shortages import (
    list_lackers,
    name_ground,
    read_denied,
    read_dried_up,
    read_need,
    read_scarce,
    read_shortage,
    read_without,
)
from tocsin.coding.sparing import read_each
from tocsin.coding.supplies import Supply, list_given, load_words, make_supplies
from tocsin.records.coding import Resource, Statement, Status, name_record
from tocsin.records.frozen import take_span

WOULD = frozenset({"would", "could", "can", "must", "should", "may"})
LONG_SENTENCE = 260
OFFERED = frozenset({"talk", "discussion", "plan", "proposal", "offer", "pledge", "promise", "package", "decision"})


def code_resources(article: Article, statements: Sequence[Statement]) -> list[Resource]:
    """The goods that an article says are needed, lacking, offered or delivered; told twice coded once."""
    kept: list[Resource] = []
    told: set[tuple[str, str, str]] = set()
    for record in read_each(article.doc, lambda token: list_resources(article, token)):
        sides = {(record.status, record.what.lower(), s) for s in (record.actor, record.on_behalf_of) if s}
        if not sides & told:
            told |= sides
            kept.append(record)
    return kept


def list_resources(article: Article, token: Token) -> Iterator[Resource]:
    """The records of what one word tells, one per actor."""
    for supply in list_supplies(article, token):
        yield from (record_supply(article, supply, actor) for actor in supply.actors)


def list_supplies(article: Article, token: Token) -> Iterator[Supply]:
    """What one word, with what hangs on it, tells of goods."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX") and not is_in_condition(token):
        yield from read_verb(article, token, lemma)
    elif token.pos_ == "ADJ" and lemma in load_words("scarce"):
        yield from read_scarce(article, token)
    elif token.pos_ in ("NOUN", "PROPN"):
        if lemma in load_words("shortage") or token.lower_ in load_words("shortage"):
            yield from read_shortage(article, token)
        elif lemma == "need":
            yield from read_need(article, token)
        elif has_case(token, "without", "out of"):
            yield from read_without(article, token)
        elif token.dep_ == "nsubj" and token.head.lemma_.lower() in load_words("arrives"):
            yield from read_arrival(article, token)
        if lemma in load_words("trades") and token.dep_ in ("obj", "nsubj:pass"):
            yield from read_trade(article, token)


def read_verb(article: Article, verb: Token, lemma: str) -> Iterator[Supply]:
    """What a verb tells of the goods it has as objects or behind a preposition."""
    if is_negated(verb) or lemma == "have" or (lemma == "be" and find_child(verb, "expl") is not None):
        yield from read_denied(article, verb, lemma)
    elif lemma in load_words("needs"):
        yield from _read_wanted(article, verb, lemma)
    elif lemma in load_words("asks"):
        asked = find_obliques(verb, "for") if lemma != "turn" or find_obliques(verb, "to") else []
        sent = find_child(verb, "xcomp")
        if sent is not None and find_child(verb, "iobj", "obj") is not None and sent.lemma_ in load_words("delivers"):
            asked = list_given(sent)
        asking = find_doers(article, verb) or list_lackers(article, find_grammatical_subject(verb))
        if not WOULD & set(find_modals(verb)):
            yield from make_supplies(article, "need", asking, asked, None, verb, 0.55)
    elif lemma in load_words("lacks"):
        lackers = list_lackers(article, find_grammatical_subject(verb))
        yield from make_supplies(article, "shortage", lackers, find_objects(verb), None, verb, 0.65)
        if not find_objects(verb) and not is_passive(verb):
            yield from read_dried_up(article, verb)
    elif lemma == "run" and _is_running_out(verb) and (gone := _list_under(verb, "of", "on", "out of")):
        lackers = list_lackers(article, find_grammatical_subject(verb))
        yield from make_supplies(article, "shortage", lackers, gone, None, verb, 0.65)
    elif _is_drying_up(verb, lemma):
        yield from read_dried_up(article, verb)
    elif lemma in load_words("offers"):
        yield from _read_offer(article, verb)
    elif lemma in load_words("delivers") or _makes_available(verb):
        yield from _read_giving(article, verb)
    elif lemma in load_words("receives") and not is_passive(verb):
        yield from _read_receiving(article, verb)


def _read_wanted(article: Article, verb: Token, lemma: str) -> Iterator[Supply]:
    """ "Needs fuel", "requires shelter for", "food is needed in Goma"."""
    if not is_passive(verb):
        doers = [w for w in find_doers(article, verb) if lemma != "want" or w.type == "state"]
        if not doers and lemma != "want":
            doers = [*list_lackers(article, find_grammatical_subject(verb))]
        yield from make_supplies(article, "need", doers, find_objects(verb), None, verb, 0.55)
    elif lemma in ("need", "require"):
        places = find_obliques(verb, "in", "by", "across")
        needing = tuple(w for o in places for w in name_ground(article, o))
        yield from make_supplies(article, "need", needing, find_objects(verb), None, verb, 0.5)


def _read_receiving(article: Article, verb: Token) -> Iterator[Supply]:
    """ "Kenya received vehicles from the United States": given by whom they came from."""
    sources = [*find_obliques(verb, "from"), *_list_under(verb, "from")]
    givers = tuple(dict.fromkeys(w for o in sources for w in article.cast.who(o)))
    subject = find_grammatical_subject(verb)
    receivers = find_doers(article, verb) or (article.cast.who_speaks(subject) if subject is not None else ())
    telling = read_telling(article, verb)
    if givers and receivers and telling is not None and telling.mode != "planned":
        yield from make_supplies(article, "delivery", givers, find_objects(verb), receivers[0].name, verb, 0.55)


def _makes_available(verb: Token) -> bool:
    """Whether a verb with its adjective gives ("make 20 million dollars available", "set aside")."""
    return verb.lemma_.lower() == "make" and any(t.lower_ == "available" for t in verb.subtree)


def _is_drying_up(verb: Token, lemma: str) -> bool:
    """Whether a verb says that goods are no longer there: "ran out", "was cut off", "is rationed"."""
    if lemma in load_words("runs_dry"):
        return any(c.lower_ in ("out", "dry", "low", "short") for c in verb.children)
    return is_passive(verb) and lemma in load_words("is_cut") and read_told_as_done(verb)


def read_told_as_done(verb: Token) -> bool:
    """Whether a verb tells of what is or was: no modal, no infinitive."""
    return (
        not find_modals(verb)
        and not is_future(verb)
        and not any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    )


def _is_running_out(verb: Token) -> bool:
    near = [*verb.children, *(k for o in verb.children for k in o.children)]
    return any(c.lower_ in ("out", "low", "short") for c in near)


def _read_offer(article: Article, verb: Token) -> Iterator[Supply]:
    """Goods promised, or promised to be sent."""
    if find_modals(verb) and WOULD & set(find_modals(verb)):
        return
    doers = find_doers(article, verb)
    yield from make_supplies(article, "offer", doers, list_given(verb), _find_receiver(article, verb), verb, 0.58)
    for inner in (
        c
        for c in verb.children
        if c.dep_ in ("xcomp", "ccomp") and c.lemma_.lower() in load_words("delivers") | load_words("procures")
    ):
        receiver = _find_receiver(article, inner)
        paid = find_obliques(inner, "for") if inner.lemma_.lower() == "pay" and find_child(inner, "obj") is None else []
        if paid:
            yield from make_supplies(article, "offer", doers, paid, None, inner, 0.55)
        if not is_negated(inner) and (receiver is not None or inner.lemma_.lower() in load_words("delivers")):
            yield from make_supplies(article, "offer", doers, list_given(inner), receiver, inner, 0.58)


def _read_giving(article: Article, verb: Token) -> Iterator[Supply]:
    """Goods given, or to be given: a delivery where it is told as done, an offer where it is to come or proposed."""
    head = verb.head
    proposed = verb.dep_ in ("ccomp", "xcomp", "advcl", "acl") and (
        head.lemma_.lower() in load_words("proposals") or head.lemma_.lower() in OFFERED
    )
    wanted = verb.dep_ in ("xcomp", "ccomp") and head.lemma_.lower() in load_words("minded")
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_.lower() in load_words("offers"):
        return
    if proposed or wanted:
        doers = (
            find_doers(article, head)
            if head.pos_ == "VERB"
            else tuple(w for s in _find_subject(head) for w in name_minded(article, head, s))
        )
        yield from _give(article, "offer", doers, verb)
        return
    telling = read_telling(article, verb, frozenset({"would"}))
    if telling is None or is_history(article, verb, None):
        return
    to_come = is_future(verb) or "would" in find_modals(verb) or is_to_be(verb)
    carrier = find_grammatical_subject(verb)
    aboard = carrier is not None and carrier.lemma_.lower() in load_words("carriers")
    shipped = [w for o in find_obliques(verb, "from") for w in article.cast.who(o)] if aboard else []
    givers = tuple(shipped) or find_doers(article, verb)
    if to_come or not is_charge(article, telling.reported_by, givers, _find_receiver(article, verb)):
        yield from _give(article, "offer" if to_come else "delivery", givers, verb)


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
    receiver = _find_receiver(article, verb)
    goods = list_given(verb)
    if _makes_available(verb):
        status = "offer"
    if receiver is None and verb.lemma_.lower() in load_words("enlarges"):
        return
    if verb.lemma_.lower() in load_words("furnishes") and (behind := find_obliques(verb, "with")):
        whos = [w for o in goods for w in article.cast.who(o)]
        goods, receiver = behind, whos[0].name if whos else receiver
    for supply in make_supplies(article, status, doers, goods, receiver, verb, 0.55):
        own = supply.good.kind in ("soldiers", "ships", "aircraft") and (
            verb.lemma_.lower() in ("send", "transfer", "bring", "carry") or receiver is None
        )
        if (not own or status == "offer") and not (
            status == "delivery" and receiver is None and supply.good.kind == "money"
        ):
            yield supply


def _find_subject(token: Token) -> list[Token]:
    subject = find_grammatical_subject(token)
    return [subject] if subject is not None else []


def _list_under(verb: Token, *prepositions: str) -> list[Token]:
    return [
        *find_obliques(verb, *prepositions),
        *(o for c in verb.children for o in find_obliques(c, *prepositions) if c.dep_ != "nsubj"),
    ]


def _find_receiver(article: Article, verb: Token) -> str | None:
    """Who gets what is given: the indirect object, "to" or "for" somebody, or the place it goes to."""
    indirect = find_child(verb, "iobj")
    heads = [indirect] if indirect is not None else []
    heads += find_obliques(verb, "to", "for") + [o for h in find_objects(verb) for o in find_obliques(h, "to", "for")]
    banks = [o for o in find_obliques(verb, "in", "into") if any(w.type == "organisation" for w in article.cast.who(o))]
    for head in [*heads, *banks]:
        whos = article.cast.who(head)
        if whos:
            return whos[0].name
        place = find_place_name(head)
        if place is not None:
            return place
    return None


def record_supply(article: Article, supply: Supply, actor: Who) -> Resource:
    """The record of goods for one actor."""
    start, end = take_sentence(supply.token)
    if end - start > LONG_SENTENCE and supply.token.pos_ == "VERB":
        start, end = take_clause(supply.token)
    evidence = take_span(article.document.text, start, end)
    document = article.document.id
    return Resource(
        id=name_record("resource", document, evidence, actor.name, supply.status, supply.good.what, supply.to),
        document=document, evidence=evidence, certainty=supply.certainty, why=f"resource: {supply.why}",
        actor=actor.name, on_behalf_of=actor.acts_for, status=supply.status, what=supply.good.what,
        amount=supply.good.amount, to=supply.to,
    )  # fmt: skip

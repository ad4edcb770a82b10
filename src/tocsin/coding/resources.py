"""Resources: goods that somebody needs, lacks, offers or delivers, one record per good."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    is_future,
    is_in_condition,
    is_negated,
    is_passive,
    take_clause,
    take_sentence,
)
from tocsin.coding.event_modes import is_history, read_telling
from tocsin.coding.event_roles import find_agents, find_doers
from tocsin.coding.goods import find_good
from tocsin.coding.places import find_place_name
from tocsin.coding.shortages import list_lackers, read_denied, read_scarce, read_shortage
from tocsin.coding.supplies import Supply, load_words, make_supplies
from tocsin.records.coding import Resource, Statement, Status, name_record
from tocsin.records.frozen import take_span

WOULD = frozenset({"would", "could", "can", "must", "should", "may"})
LONG_SENTENCE = 260
OFFERED = frozenset({"talk", "discussion", "plan", "proposal", "offer", "pledge", "promise", "package", "decision"})


def code_resources(article: Article, statements: Sequence[Statement]) -> list[Resource]:
    """The goods that an article says are needed, lacking, offered or delivered; told twice coded once."""
    found: list[Resource] = []
    for token in article.doc:
        for supply in list_supplies(article, token):
            for actor in supply.actors:
                record = record_supply(article, supply, actor)
                if not any(_is_same(record, earlier) for earlier in found):
                    found.append(record)
    return found


def list_supplies(article: Article, token: Token) -> Iterator[Supply]:
    """What one word, with what hangs on it, tells of goods."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX") and not is_in_condition(token):
        yield from read_verb(article, token, lemma)
    elif token.pos_ == "NOUN" and lemma in load_words("gifts") and token.dep_ == "nsubj":
        yield from read_gift(article, token)
    elif token.pos_ == "ADJ" and lemma in load_words("scarce"):
        yield from read_scarce(article, token)
    elif token.pos_ in ("NOUN", "PROPN") and (
        lemma in load_words("shortage") or token.lower_ in load_words("shortage")
    ):
        yield from read_shortage(article, token)


def read_verb(article: Article, verb: Token, lemma: str) -> Iterator[Supply]:
    """What a verb tells of the goods it has as objects or behind a preposition."""
    if is_negated(verb) or lemma == "have":
        yield from read_denied(article, verb, lemma)
    elif lemma in load_words("needs") and not is_passive(verb):
        doers = [w for w in find_doers(article, verb) if lemma != "want" or w.type == "state"]
        yield from make_supplies(article, "need", doers, find_objects(verb), None, verb, 0.55)
    elif lemma in load_words("asks"):
        yield from make_supplies(
            article, "need", find_doers(article, verb), find_obliques(verb, "for"), None, verb, 0.55
        )
    elif lemma in load_words("lacks"):
        yield from make_supplies(
            article,
            "shortage",
            list_lackers(article, find_grammatical_subject(verb)),
            find_objects(verb),
            None,
            verb,
            0.65,
        )
    elif lemma == "run" and _is_running_out(verb):
        yield from make_supplies(
            article,
            "shortage",
            list_lackers(article, find_grammatical_subject(verb)),
            _list_under(verb, "of", "on"),
            None,
            verb,
            0.65,
        )
    elif lemma in load_words("offers"):
        yield from _read_offer(article, verb)
    elif lemma in load_words("delivers"):
        yield from _read_giving(article, verb)
    elif lemma in load_words("receives") and not is_passive(verb):
        givers = tuple(
            w for o in [*find_obliques(verb, "from"), *_list_under(verb, "from")] for w in article.cast.who(o)
        )
        receivers = find_doers(article, verb)
        if givers and receivers and read_telling(article, verb) is not None:
            yield from make_supplies(
                article, "delivery", tuple(dict.fromkeys(givers)), find_objects(verb), receivers[0].name, verb, 0.55
            )


def _is_running_out(verb: Token) -> bool:
    near = [*verb.children, *(k for o in verb.children for k in o.children)]
    return any(c.lower_ in ("out", "low", "short") for c in near)


def _read_offer(article: Article, verb: Token) -> Iterator[Supply]:
    """Goods promised, or promised to be sent."""
    if find_modals(verb) and WOULD & set(find_modals(verb)):
        return
    doers = find_doers(article, verb)
    yield from make_supplies(article, "offer", doers, find_objects(verb), _find_receiver(article, verb), verb, 0.58)
    for inner in (
        c
        for c in verb.children
        if c.dep_ in ("xcomp", "ccomp") and c.lemma_.lower() in load_words("delivers") | load_words("procures")
    ):
        receiver = _find_receiver(article, inner)
        if not is_negated(inner) and (receiver is not None or inner.lemma_.lower() in load_words("delivers")):
            yield from make_supplies(article, "offer", doers, find_objects(inner), receiver, inner, 0.58)


def _read_giving(article: Article, verb: Token) -> Iterator[Supply]:
    """Goods given, or to be given: a delivery where it is told as done, an offer where it is to come or proposed."""
    head = verb.head
    proposed = verb.dep_ in ("ccomp", "xcomp", "advcl", "acl") and (
        head.lemma_.lower() in load_words("proposals") or head.lemma_.lower() in OFFERED
    )
    wanted = verb.dep_ == "xcomp" and head.lemma_.lower() in ("want", "plan", "intend", "prepare", "agree", "decide")
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_.lower() in load_words("offers"):
        return
    if proposed or wanted:
        doers = (
            find_doers(article, head)
            if head.pos_ == "VERB"
            else tuple(w for s in _find_subject(head) for w in article.cast.who(s))
        )
        yield from _give(article, "offer", doers, verb)
        return
    telling = read_telling(article, verb, frozenset({"would"}))
    if telling is None or is_history(article, verb, None):
        return
    to_come = is_future(verb) or "would" in find_modals(verb)
    yield from _give(article, "offer" if to_come else "delivery", find_doers(article, verb), verb)


def _give(article: Article, status: Status, doers: Sequence[Who], verb: Token) -> Iterator[Supply]:
    receiver = _find_receiver(article, verb)
    goods = [o for o in find_objects(verb) if o.dep_ != "iobj"]
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


def read_gift(article: Article, noun: Token) -> Iterator[Supply]:
    """ "A shipment of rice from Japan arrived", "American aid to Egypt totals $2 billion"."""
    verb = noun.head
    telling = read_telling(article, verb) if verb.lemma_.lower() in load_words("arrives") else None
    if telling is None or is_negated(verb) or is_history(article, verb, None):
        return
    givers = find_agents(article, noun) or tuple(w for o in find_obliques(noun, "from") for w in article.cast.who(o))
    whos = [
        w for o in [*find_obliques(noun, "to", "for"), *find_obliques(verb, "in", "at")] for w in article.cast.who(o)
    ]
    receivers = [w.name for w in whos if w not in givers]
    goods = [noun, *find_obliques(noun, "of")]
    kept = next(([g] for g in reversed(goods) if find_good(g) is not None), [])
    yield from make_supplies(article, "delivery", givers, kept, next(iter(receivers), None), noun, 0.5)


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
    for head in heads:
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


def _is_same(record: Resource, earlier: Resource) -> bool:
    sides = {record.actor, record.on_behalf_of} & {earlier.actor, earlier.on_behalf_of} - {None}
    return bool(sides) and record.status == earlier.status and record.what.lower() == earlier.what.lower()

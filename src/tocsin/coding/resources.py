"""Resources: goods that somebody needs, lacks, offers or delivers, one record per good."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.bereft import read_bereft
from tocsin.coding.cargoes import is_arriving, read_arrival, read_loan_deal, read_receiving, read_reliance, read_trade
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
from tocsin.coding.event_roles import find_doers
from tocsin.coding.gapped import read_bracketed, read_gapped
from tocsin.coding.gifts import read_named
from tocsin.coding.giving import (
    WOULD,
    find_receiver,
    is_weighed,
    makes_available,
    read_giving,
    read_offer,
    read_training,
)
from tocsin.coding.goods import find_good
from tocsin.coding.lackers import is_thing, list_lackers
from tocsin.coding.repeats import find_headline
from tocsin.coding.shortages import (
    read_denied,
    read_dried_up,
    read_need,
    read_scarce,
    read_shortage,
)
from tocsin.coding.sparing import read_each
from tocsin.coding.supplies import (
    Supply,
    find_furnished,
    find_relative_good,
    list_given,
    list_under,
    load_words,
    make_supplies,
)
from tocsin.coding.taken_up import read_taken_up
from tocsin.coding.unmet import read_called_for, read_unmet
from tocsin.records.coding import Resource, Statement, Status, name_record
from tocsin.records.frozen import take_span

LONG_SENTENCE = 260
TELLING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADP"})


def code_resources(article: Article, statements: Sequence[Statement]) -> list[Resource]:
    """The goods that an article says are needed, lacking, offered or delivered; told twice coded once.

    The text below a headline tells of its goods in full.
    """
    kept: list[Resource] = []
    told: dict[tuple[str, str], list[Resource]] = {}
    headline = find_headline(article.document.text)
    supplies = list_all(article)
    records = read_each(supplies, lambda supply: record_each(article, supply), lambda supply: supply.token)
    for record in (r for r in records if r.evidence.start >= headline):
        sides = {(record.status, s) for s in (record.actor, record.on_behalf_of) if s} or {(record.status, "")}
        # "Lacks the drugs it needs" is one want.
        lacked = {("shortage", s) for status, s in sides if status == "need"}
        twice = any(
            is_told(record, [o for o in told.get(k, []) if o.evidence.end >= record.evidence.end]) for k in lacked
        )
        if not twice and not any(is_told(record, told.get(side, [])) for side in sides):
            for side in sides:
                told.setdefault(side, []).append(record)
            kept.append(record)
    return kept


def is_told(record: Resource, before: Sequence[Resource]) -> bool:
    """Whether goods of one side were told of before, in as many words or more; sums are told apart by their amounts."""
    words = set(record.what.lower().split())
    for other in before:
        another = "money" in words and record.amount != other.amount and record.evidence != other.evidence
        if words <= set(other.what.lower().split()) and not another:
            return True
    return False


def list_all(article: Article) -> list[Supply]:
    """All that an article tells of goods, in its order: what each word tells by itself, then what takes that up."""
    telling = [token for token in article.doc if token.pos_ in TELLING]
    told = list(read_each(telling, lambda token: list_supplies(article, token)))
    later = list(read_each(telling if told else (), lambda token: read_taken_up(article, token, told)))
    owned = {supply.good.noun.i for supply in (*told, *later) if supply.actors}
    kept = [s for s in (*told, *later) if s.actors or s.good.noun.i not in owned]
    return sorted(kept, key=lambda supply: supply.token.i)


def record_each(article: Article, supply: Supply) -> Iterator[Resource]:
    """The records of one supply, one per actor; one of nobody where the text does not say whose the goods are."""
    yield from (record_supply(article, supply, actor) for actor in supply.actors or (None,))


def list_supplies(article: Article, token: Token) -> Iterator[Supply]:
    """What one word, with what hangs on it, tells of goods."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX") and not is_in_condition(token):
        told = list(read_verb(article, token, lemma))
        yield from told
        given = [s for s in told if s.status in ("offer", "delivery")]
        yield from (s for first in given[:1] for s in read_gapped(article, first))
    elif token.pos_ == "ADJ" and lemma in load_words("scarce"):
        yield from read_scarce(article, token)
    elif token.pos_ in ("NOUN", "PROPN"):
        if lemma in load_words("shortage") or token.lower_ in load_words("shortage"):
            yield from read_shortage(article, token)
        elif lemma == "need":
            yield from read_need(article, token)
        elif is_arriving(token):
            yield from read_arrival(article, token)
        yield from read_bereft(article, token)
        yield from read_named(article, token)
        if lemma in load_words("pledges"):
            yield from read_bracketed(article, token, "offer")
        if lemma in load_words("trades") and token.dep_ in ("obj", "nsubj:pass"):
            yield from read_trade(article, token)
        elif lemma in load_words("loan_deals"):
            yield from read_loan_deal(article, token)


def read_verb(article: Article, verb: Token, lemma: str) -> Iterator[Supply]:
    """What a verb tells of the goods it has as objects or behind a preposition."""
    unmet = list(read_unmet(article, verb))
    if unmet:
        yield from unmet
    elif is_negated(verb) or lemma == "have" or (lemma == "be" and find_child(verb, "expl") is not None):
        yield from read_denied(article, verb, lemma)
    elif lemma in load_words("needs"):
        yield from _read_wanted(article, verb, lemma)
    elif lemma in load_words("asks"):
        hung = [o for h in find_objects(verb) for o in find_obliques(h, "for")] if lemma in ("ask", "beg") else []
        asked = [*hung, *find_obliques(verb, "for")] if lemma != "turn" or find_obliques(verb, "to") else []
        asked = [g for g in asked if not is_called_to_act(verb, g)]
        sent = find_child(verb, "xcomp")
        hearer = find_child(verb, "iobj", "obj") is not None or bool(find_obliques(verb, "to", "on"))
        if sent is not None and hearer and sent.lemma_ in load_words("delivers"):
            asked = list_given(sent)
        asking = find_doers(article, verb) or list_lackers(article, find_grammatical_subject(verb))
        status: Status = "offer" if is_of_own_assembly(verb) else "need"
        if not WOULD & set(find_modals(verb)):
            yield from make_supplies(article, status, asking, asked, None, verb, 0.55)
    elif lemma in load_words("lacks"):
        lackers = list_lackers(article, find_grammatical_subject(verb))
        yield from make_supplies(article, "shortage", lackers, find_objects(verb), None, verb, 0.65)
        if not find_objects(verb) and not is_passive(verb):
            yield from read_dried_up(article, verb)
    elif lemma == "run" and _is_running_out(verb) and (gone := list_run_out(verb)):
        lackers = list_lackers(article, find_grammatical_subject(verb))
        yield from make_supplies(article, "shortage", lackers, gone, None, verb, 0.65)
    elif _is_drying_up(verb, lemma):
        yield from read_dried_up(article, verb)
    elif lemma in load_words("offers"):
        yield from read_offer(article, verb)
    elif lemma in load_words("delivers") or makes_available(verb):
        yield from read_giving(article, verb)
    elif lemma in load_words("receives") and not is_passive(verb):
        yield from read_receiving(article, verb)
    elif lemma in load_words("considers") and not is_passive(verb):
        things = [o for o in find_objects(verb) if o.i > verb.i and is_weighed(o)]
        yield from make_supplies(article, "offer", find_doers(article, verb), things, None, verb, 0.5)
    elif lemma in ("come", "step") and find_furnished(verb):
        yield from make_supplies(article, "offer", find_doers(article, verb), find_furnished(verb), None, verb, 0.5)
    elif lemma in load_words("depends") and not is_passive(verb):
        yield from read_reliance(article, verb)
    elif lemma in load_words("trains"):
        yield from read_training(article, verb)


def is_called_to_act(verb: Token, noun: Token) -> bool:
    """Whether it is an act of soldiers or police that somebody calls for, not their being sent ("to surrender")."""
    good = find_good(noun)
    steps = [c for t in (verb, noun) for c in t.children if c.dep_ in ("advcl", "acl", "xcomp") and c.i > noun.i]
    acts = [c for c in steps if c.tag_ == "VB" and not is_passive(c)]
    definite = any(c.lower_ in ("the", "these", "those") for c in noun.children)
    return good is not None and good.kind == "soldiers" and definite and bool(acts)


def is_of_own_assembly(verb: Token) -> bool:
    """Whether leaders ask their assembly for means, which they thereby propose to give ("asked Congress for")."""
    hearers = [*find_objects(verb), *find_obliques(verb, "to", "on")]
    asked = find_obliques(verb, "for")
    others = any(has_case(t, "for") and t.i > asked[0].i for t in verb.subtree) if asked else False
    return others and any(h.pos_ != "VERB" and h.lemma_.lower() in load_words("assemblies") for h in hearers)


def _read_wanted(article: Article, verb: Token, lemma: str) -> Iterator[Supply]:
    """ "Needs fuel", "requires shelter for", "food is needed in Goma"."""
    if not is_passive(verb):
        doers = [w for w in find_doers(article, verb) if lemma != "want" or w.type != "person"]
        if lemma != "want":
            doers = [*list_lackers(article, find_grammatical_subject(verb))] or doers
        step = find_child(verb, "xcomp") or next(
            (c for o in find_objects(verb) for c in o.children if is_sent(c)), None
        )
        got = find_objects(step) if step is not None and step.lemma_.lower() in load_words("getting") else []
        wanted = [*(find_objects(verb) or find_relative_good(verb)), *got]
        if lemma == "want" and step is not None and step.lemma_.lower() in load_words("delivers"):
            yield from read_urged(article, verb, step, doers)
            wanted = got
        elif lemma == "want" and step is not None and not got:
            wanted = []
        if lemma == "want" and not any(w.type == "state" for w in doers):
            wanted = [o for o in wanted if o.pos_ == "NOUN" and find_good(o) is not None]
        yield from make_supplies(article, "need", doers, wanted, None, verb, 0.55)
    elif lemma in ("need", "require"):
        yield from read_called_for(article, verb)


def is_sent(step: Token) -> bool:
    """Whether a participle behind goods says to whom they are to go ("wants tents sent to Goma")."""
    return (
        step.dep_ == "acl"
        and step.tag_ == "VBN"
        and step.lemma_.lower() in load_words("delivers")
        and (bool(find_obliques(step, "to")))
    )


def read_urged(article: Article, verb: Token, step: Token, doers: Sequence[Who]) -> Iterator[Supply]:
    """ "Wants the allies to send tents to Goma": proposed for others, so an offer; for oneself, a need."""
    asked = find_child(verb, "obj", "iobj")
    if asked is None or is_negated(verb):
        return
    to = find_receiver(article, step)
    status: Status = "need" if to is None or to in {d.name for d in doers} else "offer"
    goods = [asked] if step.tag_ == "VBN" else [g for g in list_given(step) if g.i > step.i]
    yield from make_supplies(article, status, doers, goods, to, step, 0.5)


def _is_drying_up(verb: Token, lemma: str) -> bool:
    """Whether a verb says that goods are no longer there: "ran out", "was cut off", "is rationed"."""
    if lemma in load_words("runs_dry"):
        return any(c.lower_ in ("out", "dry", "low", "short") for c in verb.children)
    return is_passive(verb) and lemma in load_words("is_cut") and read_told_as_done(verb)


def list_run_out(verb: Token) -> list[Token]:
    """What somebody runs out of; nothing where the goods are what runs out ("bread runs out in the town of Osh")."""
    subject = find_grammatical_subject(verb)
    if subject is not None and is_thing(subject):
        return []
    return list_under(verb, "of", "on", "out of")


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


def record_supply(article: Article, supply: Supply, actor: Who | None) -> Resource:
    """The record of goods for one actor, or for nobody named."""
    name, side = (actor.name, actor.acts_for) if actor is not None else (None, None)
    start, end = take_sentence(supply.token)
    if end - start > LONG_SENTENCE and supply.token.pos_ == "VERB":
        start, end = take_clause(supply.token)
    evidence = take_span(article.document.text, start, end)
    document = article.document.id
    return Resource(
        id=name_record("resource", document, evidence, name, supply.status, supply.good.what, supply.to),
        document=document, evidence=evidence, certainty=supply.certainty, why=f"resource: {supply.why}",
        actor=name, on_behalf_of=side, status=supply.status, what=supply.good.what,
        amount=supply.good.amount, to=supply.to,
    )  # fmt: skip

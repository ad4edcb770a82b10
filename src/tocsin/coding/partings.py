"""Partings: ties that a text says have ended, have lapsed, or do not bind somebody."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.accords import find_makers, list_brokers, list_rivals
from tocsin.coding.article import Article
from tocsin.coding.bonds import FUTURE, Bond, find_with, is_real, load_cues, load_frames
from tocsin.coding.clauses import find_grammatical_subject, find_modals, has_case, is_in_condition, is_negated
from tocsin.coding.company import PAIR, list_company, name_sides
from tocsin.coding.sides import list_sentence_sides, list_sides

HIGHEST = 3


def read_ended(article: Article, noun: Token) -> Iterator[Bond]:
    """A deal that is dead, has run out, was not renewed, or was declared void."""
    if is_ended(noun):
        sides = list_sides(article, noun)
        parties = find_makers(article, noun, sides)
        rivals = set(list_rivals(article)) - {*list_brokers(article, noun)}
        if len(parties) < PAIR and len(rivals) == PAIR and rivals & {*parties, *list_sentence_sides(article, noun)}:
            parties = list_rivals(article)
        if len(parties) >= PAIR:
            yield Bond(parties, "none", noun, 0.6, f"ended: {noun.text!r}")


def is_ended(noun: Token) -> bool:
    """Whether the clauses that a deal stands in say that it is over."""
    said = [
        k for c in noun.children for k in (c, *(k for k in c.children if k.dep_ in ("parataxis", "xcomp", "advcl")))
    ]
    if any(k.lower_ in load_cues("over") and k.pos_ != "VERB" for k in said) and is_real(noun.head):
        return True
    below = noun
    for above in list(noun.ancestors)[:HIGHEST]:
        if below.dep_.split(":")[0] not in ("nsubj", "obj", "xcomp", "ccomp", "obl", "nmod"):
            return False
        if is_ending(above, below) and is_told(above):
            return True
        below = above
    return False


def is_ending(word: Token, deal: Token) -> bool:
    """Whether a verb or adjective says of its subject or object that it is over."""
    lemma = word.lemma_.lower()
    beside = word.pos_ == "ADJ" and word.i == deal.i + 1
    about = (deal.dep_.startswith(("nsubj", "obj")) and not has_case(deal)) or beside
    if about and (lemma in load_cues("over") or word.lower_ in load_cues("over")) and not is_negated(word):
        return True
    undone = lemma in load_cues("prolonging") or (lemma in ("ratify", "sign") and deal.dep_.startswith("nsubj"))
    if about and is_negated(word) and undone:
        return True
    if about and lemma in ("last", "hold", "survive") and word.tag_ == "VBD" and find_with(word, "until", "till"):
        return True
    particle = any(c.lower_ in load_frames("running_out").get(lemma, ()) for c in word.children)
    called = any(c.lower_ in load_cues("over") for c in word.children if c.dep_ in ("xcomp", "obj", "ccomp", "advcl"))
    return about and not is_negated(word) and (particle or called)


def is_told(word: Token) -> bool:
    """Whether an end is told as it is, "would not be extended" included."""
    let = word.head.lemma_ == "let" and word.dep_ in ("xcomp", "ccomp")
    if let:
        return word.head.tag_ in ("VBD", "VBN") and not find_modals(word.head)
    return is_real(word) or (is_negated(word) and {"will", "would"} >= set(find_modals(word)))


def is_unbound_denied(word: Token) -> bool:
    """Whether a word of being bound is one that is denied: "is not bound", "neither is party to"."""
    return word.lemma_.lower() in load_frames("unbound_denied") and (
        is_negated(word)
        or any(c.lower_ == "neither" for t in word.children for c in t.children)
        or (is_negated(word.head) and word.dep_ in ("xcomp", "ccomp", "advcl"))
    )


def read_unbound(article: Article, word: Token) -> Iterator[Bond]:
    """ "Neither is party to the truce", "is not bound by the pact", "was left out of the settlement", "broke with"."""
    frames = load_frames("unbound_denied" if is_unbound_denied(word) else "unbound")
    prepositions = frames.get(word.lemma_.lower())
    ends = find_with(word, *prepositions) if prepositions else []
    end = next((e for e in ends if e.lemma_.lower() in load_cues("deal_nouns")), None)
    if end is None or is_in_condition(word):
        return
    if FUTURE & {*find_modals(word), *find_modals(word.head)} - {"would", "will"}:
        return
    doer = next(
        (s for a in (word, *word.ancestors) if (s := find_grammatical_subject(a)) is not None and s.i < word.i), None
    )
    who = name_sides(article, doer)
    parties = (
        who
        if len(who) >= PAIR
        else find_makers(article, end, (*who, *(n for n in name_sides(article, end) if n not in who)))
    )
    if who:
        yield Bond(parties, "none", word, 0.6, f"unbound: {word.text!r} {end.text!r}")


def read_severed(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Ties between X and Y were shredded", "X broke off relations with Y"."""
    verb = noun.head
    cut = load_cues("severing") | load_cues("ending") | load_cues("shredding")
    if (
        verb.lemma_.lower() not in cut
        or noun.dep_ not in ("obj", "nsubj:pass", "nsubj")
        or is_negated(verb)
        or not is_real(verb)
    ):
        return
    between = find_with(noun, "between", "with", "to")
    parties = list_company(article, verb)
    parties = tuple(dict.fromkeys((*parties, *(n for t in between for n in name_sides(article, t)))))
    if len(parties) >= PAIR:
        yield Bond(parties, "none", noun, 0.6, f"severed: {verb.text!r} {noun.text!r}")


def read_split(article: Article, verb: Token) -> Iterator[Bond]:
    """ "The faction broke away from the movement", "split from", "defected from"."""
    prepositions = load_frames("splitting").get(verb.lemma_.lower())
    if not prepositions or not is_real(verb) or is_negated(verb):
        return
    left = [
        t
        for h in (verb, *(c for c in verb.children if c.lower_ in ("away", "off", "ranks")))
        for t in find_with(h, *prepositions)
    ]
    who = name_sides(article, find_grammatical_subject(verb))
    whom = tuple(n for t in left for n in name_sides(article, t) if n not in who)
    if who and whom:
        yield Bond((*who, *whom), "none", verb, 0.6, f"split: {verb.text!r}")

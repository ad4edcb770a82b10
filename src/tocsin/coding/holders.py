"""Holders: whose a stance is."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_obliques,
    find_subjects,
    has_case,
    has_subject,
    is_negated,
    list_conjuncts,
)
from tocsin.coding.included import list_behind, list_included
from tocsin.coding.proposals import load_words
from tocsin.coding.wording import TIMES

RANKS = frozenset({"first", "only", "last", "latest", "next", "second"})
OPENING = frozenset({"-", "–", "—", "("})
CLOSING = frozenset({"-", "–", "—", ")"})


def find_holders(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who holds a stance: who does what the verb says; "they" in what a group says is that group."""
    found = [find_group_speaker(s) or find_named(article, s) for s in find_subjects(verb) if not is_moment(s)]
    if not found and verb.dep_ == "acl" and (equal := find_equal(verb.head)) is not None:
        found = [equal]
    if len(found) == 1 and (teller := find_teller(article, verb, found[0])) is not None:
        found = [teller]
    if len(found) == 1 and verb.dep_ == "acl:relcl" and found[0].i == verb.head.i and is_interrupted(verb):
        return tuple(w for w in article.cast.who_alone(found[0]) if w.type != "outlet")
    holders = [w for s in found for w in list_behind(article, s, verb) or list_holders(article, s)]
    strayed = {w for s in found for t in list_strayed(s, verb) for w in article.cast.who_alone(t)}
    holders = [w for w in holders if w not in strayed]
    return tuple(dict.fromkeys((*holders, *list_company(article, verb)) if holders else ()))


def list_strayed(subject: Token, verb: Token) -> list[Token]:
    """Words behind a verb that the tree joins to its subject: "Peru and Chile want a deal, and no delay"."""
    behind = [t for t in list_conjuncts(subject) if t.i > verb.i > subject.i]
    return [t for t in behind if any(c.lower_ == "no" for c in t.children)]


def find_named(article: Article, subject: Token) -> Token:
    """The name that a subject is only another word for; else the subject.

    It stands behind one in apposition ("the Front, a group that signed"), or one is said to be it ("Chad was the first
    to", "Peru is one of the nine that").
    """
    if (equal := find_equal(subject)) is not None and names_party(article, equal):
        return equal
    behind = (c for c in subject.children if c.dep_ == "appos" and c.i > subject.i and c.pos_ == "PROPN")
    if not article.cast.who(subject) and (name := next(behind, None)) is not None and article.cast.who_alone(name):
        return name
    named = subject.dep_ == "appos" and subject.pos_ == "NOUN" and subject.i > subject.head.i
    return subject.head if named and names_party(article, subject.head) else subject


def find_equal(noun: Token) -> Token | None:
    """Who is said to be the first, the only one, or one of many: "Jordan became the first state"."""
    one = noun.head if noun.dep_ == "nmod" and noun.head.lower_ == "one" else noun
    ranked = one.lower_ == "one" or any(t.lower_ in RANKS for t in (one, *one.children))
    if not ranked:
        return None
    above = one.head if one.dep_ == "xcomp" and one.head.lemma_ == "become" else one
    return find_child(above, "nsubj") if above is not one or find_child(one, "cop") is not None else None


def list_company(article: Article, verb: Token) -> Iterator[Who]:
    """Those who do what a verb says beside its subject: "voted alongside Iran", "signed a pact with Peru"."""
    beside = [t for word in (verb, *find_subjects(verb)) for t in find_obliques(word, "alongside", "like")]
    joining = verb if verb.lemma_ == "join" else verb.head
    if joining.lemma_ == "join" and any(c.tag_ == "VBG" and has_case(c, "in") for c in joining.children):
        beside += [c for c in joining.children if c.dep_ == "obj"]
    if verb.lemma_ in load_words("dealing") and not is_negated(verb):
        objects = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass")]
        beside += [t for noun in (verb, *objects) for t in find_obliques(noun, "with")]
    for token in beside:
        yield from (w for w in article.cast.who(token) if w.type != "outlet")


def find_teller(article: Article, verb: Token, subject: Token) -> Token | None:
    """Who says the clause that the tree hangs a verb on, where no party does it: "said a vote would fail and urged"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or has_subject(verb) or article.cast.who(subject):
        return None
    clause = verb.head
    while clause.dep_ == "conj":
        clause = clause.head
    teller = find_grammatical_subject(clause.head) if clause.dep_ == "ccomp" else None
    return teller if teller is not None and article.cast.who(teller) else None


def is_moment(noun: Token) -> bool:
    """Whether a noun behind "by" is a time: "adopted by the end of the month"."""
    return any(t.lower_ in TIMES for t in noun.subtree) and noun.lower_ in TIMES | {"end", "start", "close", "deadline"}


def is_interrupted(verb: Token) -> bool:
    """Whether a relative clause is of the first of a list: "Peru, which votes, and Chile"."""
    return any(t.i > verb.i for t in list_conjuncts(verb.head))


def list_named_between(article: Article, subject: Token) -> tuple[Who, ...]:
    """The members of a group that dashes or brackets name behind it: "Nordic members - Denmark and Norway -"."""
    if subject.tag_ != "NNS":
        return ()
    words = list(subject.doc[subject.i + 1 : subject.sent.end])
    opening = next((at for at, t in enumerate(words[:6]) if t.text in OPENING), None)
    if opening is None or any(t.pos_ == "VERB" for t in words[:opening]):
        return ()
    inside = words[opening + 1 :]
    closing = next((at for at, t in enumerate(inside) if t.text in CLOSING), None)
    if closing is None or any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in inside[:closing]):
        return ()
    named = [w for t in inside[:closing] for w in article.cast.who_alone(t) if w.type != "outlet"]
    return tuple(dict.fromkeys(named)) if len(set(named)) > 1 else ()


def list_holders(article: Article, subject: Token) -> tuple[Who, ...]:
    """Whom a subject stands for: "his men" are he, "whose government" is the state before; no outlet, no mere owner."""
    if any(c.dep_ == "det" and c.lower_ in ("any", "every", "each", "neither", "no") for c in subject.children):
        return ()
    if named := list_named_between(article, subject):
        return named
    included = list_included(article, subject)
    owner = find_commander(subject)
    whos = article.cast.who(owner) if owner is not None else ()
    whos = whos or tuple(w for w in article.cast.who_speaks(subject) if not is_owner(article, subject, w))
    return (*(w for w in whos if w.type != "outlet" and not is_named_within(w, whos)), *included)


def find_commander(subject: Token) -> Token | None:
    """Whose people a subject is, where they act as one: "his men", "its troops", "whose government"."""
    if subject.lemma_.lower() not in load_words("own_people"):
        return None
    owner = next((c for c in subject.children if c.dep_ == "nmod:poss" and c.tag_ in ("PRP$", "WP$")), None)
    if owner is None or owner.tag_ == "PRP$":
        return owner
    before = next(t for t in reversed(owner.doc[: owner.i]) if not t.is_punct) if owner.i > 1 else owner
    if before.pos_ == "PROPN":
        return before
    return next((t.head for t in subject.ancestors if t.dep_ == "acl:relcl"), owner)


def is_named_within(who: Who, others: tuple[Who, ...]) -> bool:
    """Whether a state is only what another of the same phrase is of: Chile in "Chile's upper house"."""
    return who.type == "state" and any(o.acts_for == who.name and who.name in o.name for o in others if o != who)


def names_party(article: Article, noun: Token) -> bool:
    """Whether a noun stands for a party that is known by name, not for a group in the text's words."""
    return any(w.type != "group" for w in article.cast.who(noun))


def is_owner(article: Article, subject: Token, who: Who) -> bool:
    """Whether a party is only whose partners, critics or allies the subject is."""
    if subject.tag_ != "NNS":
        return False
    return any(who in article.cast.who(c) for c in subject.children if c.dep_ == "nmod:poss" and c.tag_ == "PRP$")


def find_group_speaker(subject: Token) -> Token | None:
    """The plural subject of the verb of saying above "they", None where the nearest is no group."""
    speaker = find_sayer_above(subject)
    if subject.lower_ != "they" or speaker is None:
        return None
    if speaker.lower_ in ("some", "many", "several", "few", "most"):
        speaker = next(iter(find_obliques(speaker, "of")), speaker)
    return speaker if speaker.tag_ == "NNS" or len(list_conjuncts(speaker)) > 1 else None


def find_sayer_above(token: Token) -> Token | None:
    """The subject of the verb of which the clause around `token` is what is said."""
    for above in token.ancestors:
        if above.dep_ in ("ccomp", "conj") and above.head.pos_ == "VERB" and above.head.i < token.i:
            return find_grammatical_subject(above.head)
    return None


def name_subject(article: Article, token: Token) -> tuple[Who, ...]:
    """The grammatical subject of a participle that is a state of mind ("is opposed to")."""
    subject = find_grammatical_subject(token)
    return article.cast.who_speaks(subject) if subject is not None else ()

"""Memberships: who belongs to a body, joined it, left it, or is told to be outside."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.article import Article
from tocsin.coding.belonging import (
    read_body_act,
    read_chair,
    read_kind,
    read_leaving,
    read_one_of,
    read_passage,
    read_seat,
    read_service,
    read_treaty_party,
)
from tocsin.coding.bonds import (
    Bond,
    find_with,
    is_real,
    is_refused,
    join,
    list_inside,
    list_parties,
    load_cues,
    load_frames,
    open_list,
)
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_objects,
    has_case,
    is_passive,
    list_conjuncts,
    phrase_of,
)
from tocsin.coding.compositions import read_composed, read_founded, read_list
from tocsin.coding.plain_bodies import is_body, list_named, name_bodies
from tocsin.coding.relations import find_base, open_relative
from tocsin.records.coding import Tie


def list_memberships(article: Article, token: Token) -> Iterator[Bond]:
    """The memberships that a word states or denies, and those that it tells in passing."""
    yield from list(list_stated(article, token)) or list_in_passing(article, token)


def list_in_passing(article: Article, token: Token) -> Iterator[Bond]:
    """The memberships that a word only takes for granted."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in load_cues("serving"):
        yield from read_service(article, token)
    elif token.pos_ == "VERB" and lemma in load_cues("founding"):
        yield from read_founded(article, token)
    elif token.pos_ == "VERB" and lemma in load_cues("shutting_out") | load_cues("letting_in"):
        yield from read_body_act(article, token)
    if token.pos_ not in ("NOUN", "PROPN"):
        return
    if lemma in load_cues("member_kinds"):
        yield from read_kind(article, token)
    elif lemma in load_cues("passages_in") | load_cues("passages_out"):
        yield from read_passage(article, token)
    elif lemma in load_cues("chairing"):
        yield from read_chair(article, token)


def list_stated(article: Article, token: Token) -> Iterator[Bond]:
    """The memberships that a word states or denies."""
    lemma = find_base(token)
    if (token.pos_ in ("NOUN", "PROPN") and (lemma in load_cues("member_nouns") or is_member_state(token))) or (
        lemma == "part" and token.pos_ == "NOUN"
    ):
        yield from list(read_member(article, token)) or read_treaty_party(article, token)
    elif lemma in ("one", "two", "part", "member") and token.pos_ in ("NUM", "NOUN", "PRON"):
        yield from read_one_of(article, token)
    elif lemma == "party" and token.pos_ == "NOUN":
        yield from read_treaty_party(article, token)
    elif lemma == "membership" and find_child(token, "nmod:poss") is not None:
        yield from read_own(article, token)
    elif token.pos_ == "VERB":
        yield from read_verb(article, token, lemma)
    elif has_case(token, "in", "inside", "outside") and is_body(article, token):
        yield from read_inside(article, token)
    elif (
        lemma in load_cues("body_nouns")
        and token.pos_ == "NOUN"
        and (token.dep_ == "appos" or find_child(token, "cop") is not None)
    ):
        yield from read_list(article, token)


def is_member_state(noun: Token) -> bool:
    """Whether a noun is the "state" of "member state"."""
    return noun.lemma_.lower() in load_cues("country_nouns") and any(
        c.dep_ in ("compound", "amod") and c.lemma_.lower().startswith("member") for c in noun.children
    )


def find_bodies(article: Article, noun: Token) -> tuple[str, ...]:
    """The body that a "member" is of: "of NATO", "NATO member", "the EU's members"."""
    for child in noun.children:
        # "the union, of which it is a member": the pronoun stands before its noun.
        child = open_relative(child, noun)
        of = has_case(child, "of", "in") and child.i > noun.i
        of = of or (child.head.i != noun.i and noun.dep_ == "acl:relcl")
        before = child.i < noun.i and child.dep_ in ("compound", "amod", "nmod:poss", "nmod", "nmod:desc")
        if (of or before) and is_body(article, child):
            return tuple(b for t in list_conjuncts(child) for b in name_bodies(article, t))
        if of and child.pos_ == "PROPN" and child.lemma_.lower() in load_cues("joined_treaties"):
            # "A member of the Schengen area": a treaty with a name has members too.
            return (phrase_of(child).removeprefix("the "),)
    return ()


def name_leader(article: Article, word: Token) -> tuple[str, ...]:
    """Who leads a coalition, by a word before it ("Saudi-led"), which may be one token or several."""
    known = find_known(word.text.removesuffix("-led")) if word.text.endswith("-led") else None
    return (known.name,) if known is not None else list_inside(article, word)


def find_league(noun: Token) -> Token | None:
    """The coalition without a name of its own that a noun of membership is of: allies make it up, not members."""
    return next((c for c in find_with(noun, "of", "in") if c.lemma_.lower() == "coalition" and c.pos_ == "NOUN"), None)


def find_body_ahead(article: Article, noun: Token) -> tuple[str, ...]:
    """The body spoken of last, for a predicate that names none ("Ukraine is not a member")."""
    owned = (c for c in noun.children if c.dep_ in ("compound", "nmod", "nmod:poss", "nmod:desc"))
    bare = all(has_case(c, "since", "for", "until", "from") for c in owned)
    dated = noun.dep_ == "appos" and any(has_case(c, "since") for c in noun.children)
    if not bare or not (dated or find_child(noun, "cop")) or noun.lemma_.lower() != "member":
        return ()
    first = article.doc[max(article.doc[max(noun.sent.start - 1, 0)].sent.start - 1, 0)].sent
    before = (name_bodies(article, t) for t in reversed(article.doc[first.start : noun.i]))
    return next((bodies[:1] for bodies in before if bodies), ())


def read_member(article: Article, noun: Token) -> Iterator[Bond]:
    """The tie of a noun of membership: a predicate, an apposition, or a title before names."""
    bodies = find_bodies(article, noun) or find_body_ahead(article, noun)
    if not bodies:
        return
    members, verb = find_members(article, noun)
    members = tuple(m for m in members if m not in bodies)
    announced = any(c.dep_ == "appos" and c.i == noun.i + 1 for c in noun.children)
    if not members or not (announced or is_real(verb) or has_case(noun, "as")):
        return
    outside = noun.lemma_.lower().startswith("non") or noun.lemma_.lower() == "outsider"
    former = any(c.lemma_.lower() in load_cues("former") for c in noun.children)
    former = former or any(c.lower_ in ("once", "formerly", "previously") for t in (noun, verb) for c in t.children)
    tie: Tie = "none" if outside or former or is_refused(noun) or is_refused(verb) else "membership"
    unlike = [c for head in (noun, verb) for c in head.children if has_case(c, "unlike")]
    others = tuple(p for c in unlike for p in list_parties(article, c) if p not in members)
    if tie == "membership" and (league := find_league(noun)) is not None:
        leaders = tuple(p for c in league.children if c.i < league.i for p in name_leader(article, c))
        tie, members = "alliance", join(members, leaders)
    for body in bodies:
        why = f"member noun: {noun.text!r} of {body}"
        yield Bond(join(members, (body,)), tie, noun, 0.8, why)
        if others and tie == "membership":
            yield Bond(join(others, (body,)), "none", noun, 0.65, f"unlike: {why}")


def read_inside(article: Article, body: Token) -> Iterator[Bond]:
    """ "Austria is in the European Union but not in NATO"."""
    root = open_list(body)
    if find_child(root, "cop") is None:
        return
    members = tuple(
        m for m in list_named(article, find_grammatical_subject(root)) if m not in name_bodies(article, body)
    )
    if members and is_real(root):
        tie: Tie = "none" if is_refused(body) or has_case(body, "outside") else "membership"
        yield Bond(join(members, name_bodies(article, body)), tie, body, 0.6, f"inside: {body.text!r}")


def read_own(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Its membership of the bloc": kept though frozen, and gone where it is ended."""
    owner, verb = find_child(noun, "nmod:poss"), noun.head
    members = list_named(article, owner)
    bodies = tuple(b for c in find_with(noun, "of", "in") for b in name_bodies(article, c) if b not in members)
    ahead = has_case(noun, "to", "for", "toward", "towards") and verb.pos_ == "NOUN"
    if not members or not bodies or not is_real(verb) or ahead:
        # "A bridge to its membership of the alliance": not there yet.
        return
    tie: Tie = "none" if verb.lemma_.lower() in load_cues("ending") - {"suspend"} else "membership"
    yield Bond(join(members, bodies), tie, noun, 0.65, f"own membership: {verb.text!r} of {bodies[0]}")


def find_members(article: Article, noun: Token) -> tuple[tuple[str, ...], Token]:
    """Who the members are, and the word that tells whether they are."""
    if noun.dep_ == "nmod" and noun.head.lower_ in ("one", "two", "three", "some", "among"):
        noun = noun.head
    head = noun.head
    if noun.dep_ == "nsubj" and find_child(head, "cop") is not None and head.i > noun.i:
        return list_named(article, head), head
    if find_child(noun, "cop") is not None:
        return list_named(article, find_grammatical_subject(noun)), noun
    if noun.dep_ in ("xcomp", "obj") and head.lemma_.lower() in load_cues("staying"):
        return list_named(article, find_grammatical_subject(head)), head
    if noun.dep_ == "appos":
        return list_named(article, open_list(head)), noun
    if noun.dep_ == "conj" and find_child(head, "cop") is not None:
        return list_named(article, find_grammatical_subject(head)), head
    if noun.dep_ == "conj" and (head.dep_ == "appos" or head.pos_ == "PROPN"):
        # "X, a member of this and part of that".
        described = head.head if head.dep_ == "appos" else head
        return tuple(w.name for w in article.cast.who_alone(described) if w.type in ("state", "group")), noun
    named = [
        c for c in noun.children if c.dep_ in ("appos", "flat", "nmod:desc") and c.i > noun.i and c.pos_ == "PROPN"
    ]
    if named and noun.lemma_.lower() != "part":
        return join(*(list_named(article, c) for c in named)), noun
    if noun.dep_ in ("compound", "nmod:desc", "nmod") and head.i > noun.i and head.pos_ == "PROPN":
        return list_named(article, head), noun
    if has_case(noun, "as") and noun.dep_ == "nmod":
        return list_named(article, head), noun
    if has_case(noun, "as") and noun.dep_.startswith("obl"):
        return list_named(article, find_grammatical_subject(head)), noun
    return (), noun


def read_verb(article: Article, verb: Token, lemma: str) -> Iterator[Bond]:
    """The tie of a verb: join, belong to, chair, leave, be suspended from, consist of."""
    body, tie = find_joined(article, verb, lemma)
    if body is not None and tie is not None:
        passive = is_passive(verb) or (
            not find_child(verb, "nsubj") and lemma in ("admit", "suspend", "expel", "exclude")
        )
        joins = lemma in ("join", "enter") and passive
        doer = find_grammatical_subject(verb) if not joins else next(iter(find_with(verb, "by")), None)
        movers = (
            find_objects(verb)
            if lemma in ("admit", "suspend", "expel", "exclude", "accept", "oust", "eject", "kick", "bar")
            else []
        )
        described = verb.head if verb.dep_ in ("acl", "amod") and not joins else None
        moved = next((o for o in movers if o.i != body.i), None) or doer or described
        bodies = join(*(name_bodies(article, t) for t in list_conjuncts(body)))
        members = tuple(m for m in name_movers(article, moved) if m not in bodies)
        refused = is_refused(verb) or any(c.lower_ == "neither" for c in body.children)
        if members and tie == "none" and not is_real(verb):
            yield from read_leaving(article, verb, body, members)
        if not members or not is_real(verb) or (refused and tie == "none"):
            return
        for name in bodies:
            yield Bond(join(members, (name,)), "none" if refused else tie, verb, 0.75, f"{tie}: {verb.text!r} {name}")
    elif lemma in load_cues("seated"):
        yield from read_seat(article, verb)
    elif lemma in load_cues("composed"):
        yield from read_composed(article, verb, lemma)


def name_movers(article: Article, token: Token | None) -> tuple[str, ...]:
    """Who joins or leaves; "both" stands for the names it follows."""
    named = list_named(article, token)
    if not named and token is not None and token.lower_ == "both" and token.head.dep_ in ("acl", "amod"):
        return list_named(article, token.head.head)
    if not named and token is not None and token.pos_ in ("DET", "PRON", "NUM") and token.dep_ in ("appos", "nmod"):
        return list_named(article, open_list(token.head)) or list_inside(article, token.head)
    if not named and token is not None and token.pos_ == "NOUN":
        return tuple(n for n in list_inside(article, token))
    return named


@cache
def list_joining() -> frozenset[str]:
    """The verbs of joining, leading and leaving."""
    framed = (load_frames(frames) for frames in ("entering_with", "leaving_with"))
    return load_cues("leading").union(load_cues("entering"), load_cues("leaving"), *framed)


def find_joined(article: Article, verb: Token, lemma: str) -> tuple[Token | None, Tie | None]:
    """The body that a verb joins, leads or leaves, with the tie that follows."""
    if lemma not in list_joining():
        return None, None
    objects = find_objects(verb)
    objects += [c for o in objects for c in o.children if c.dep_ == "appos" and not is_body(article, o)]
    if lemma in load_cues("leading"):
        chairs = [c for o in objects if o.lemma_.lower() in load_cues("chairs") for c in find_with(o, "of")]
        chairs += [c for o in objects if o.lemma_.lower() in load_cues("chairs") for c in o.children if c.i < o.i]
        led = [c for c in chairs if is_body(article, c)] or (objects if lemma in ("chair", "head") else [])
        return next((o for o in led if is_body(article, o)), None), "membership"
    for key, frames, tie in (("entering", "entering_with", "membership"), ("leaving", "leaving_with", "none")):
        body = next((o for o in objects if is_body(article, o)), None) if lemma in load_cues(key) else None
        prepositions = load_frames(frames).get(lemma)
        if body is None and prepositions is not None:
            relative = [open_relative(c, verb) for c in verb.children if c.tag_ == "WDT" and has_case(c, *prepositions)]
            body = next((o for o in [*find_with(verb, *prepositions), *relative] if is_body(article, o)), None)
        if body is not None:
            return body, "membership" if tie == "membership" else "none"
    return None, None

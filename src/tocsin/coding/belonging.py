"""Belonging: memberships told in passing - "two of NATO's powers", "Malta's accession", "serves in its mission"."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.bonds import (
    Bond,
    find_with,
    is_body,
    is_real,
    is_refused,
    is_wished,
    join,
    list_named,
    load_cues,
    name_bodies,
)
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_subjects,
    has_case,
    list_conjuncts,
    phrase_of,
)
from tocsin.coding.relations import open_relative
from tocsin.coding.sides import COMMAS, list_after, read_run
from tocsin.records.coding import Tie

BEFORE = ("compound", "amod", "nmod:poss", "nmod", "nmod:desc")
FUTURES = frozenset({"will", "would", "could", "may", "might", "must", "should"})
LONGEST_KIND = 8
FURTHEST = 40
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def read_kind(article: Article, noun: Token) -> Iterator[Bond]:
    """Those called some of a body's members: "Italy and Spain, two of the EU's economies", "NATO states such as X"."""
    owner, bodies = find_owner(article, noun)
    if owner is None or not bodies or is_former(noun):
        return
    last = owner.i if owner.i > noun.i else noun.i
    names = list_after(article, last + 1, min(noun.sent.end, last + FURTHEST)) if may_announce(noun, last) else []
    names = names or list_ahead(article, noun) or list_counted(article, noun)
    members = tuple(w.name for w in names if w.name not in bodies)
    if members and not is_refused(noun):
        yield Bond(join(members, bodies), "membership", noun, 0.65, f"among: {noun.text!r} of {bodies[0]}")


def find_owner(article: Article, noun: Token) -> tuple[Token | None, tuple[str, ...]]:
    """The word that names the body whose members a noun speaks of, and that body."""
    for child in noun.children:
        of = child.i > noun.i and has_case(child, "of")
        before = child.i < noun.i and child.dep_ in BEFORE
        if (of or before) and (bodies := name_bodies(article, child)):
            return child, bodies
        if (of or before) and child.lemma_.lower() == "zone" and phrase_of(child).lower().endswith("euro zone"):
            return child, ("euro zone",)
    return None, ()


def may_announce(noun: Token, last: int) -> bool:
    """Whether a name behind a noun is one of those it speaks of; behind a bare comma only what a noun singles out."""
    doc = noun.doc
    if last + 1 >= noun.sent.end:
        return False
    opener = doc[last + 1]
    if opener.pos_ == "PROPN":
        return noun.tag_ == "NN"
    told = opener.text in "-–—:(" or opener.lower_ in ("such", "including", "like")
    after = doc[last + 2].lower_ if last + 2 < noun.sent.end else ""
    return told or (opener.text == "," and (after in ("such", "including", "like", "namely") or is_singled_out(noun)))


def is_singled_out(noun: Token) -> bool:
    """Whether a noun picks some out of all: by a number, a superlative, "founding", "only"."""
    counted = noun.dep_ == "nmod" and noun.head.lower_ in load_cues("counts")
    words = [c for c in noun.children if c.i < noun.i]
    return counted or any(c.tag_ in ("JJS", "CD") or c.lemma_.lower() in load_cues("standing_out") for c in words)


def list_ahead(article: Article, noun: Token) -> list[Who]:
    """The names right before a noun that says what they are among: "Italy and Spain, two of the union's economies"."""
    counted = noun.dep_ == "nmod" and noun.head.lower_ in load_cues("counts")
    words = [t for t in (noun.head if counted else noun).subtree if not t.is_punct]
    first = min((t.i for t in words if noun.i - t.i < LONGEST_KIND), default=noun.i)
    if not (counted or is_singled_out(noun)) or first - 1 <= noun.sent.start or noun.doc[first - 1].text not in COMMAS:
        return []
    return read_run(article, first - 2, max(noun.sent.start - 1, first - FURTHEST), -1)


def list_counted(article: Article, noun: Token) -> list[Who]:
    """The states of the sentence before that "three of the union's economies" counts, where they are as many."""
    number = NUMBERS.get(noun.head.lower_) if noun.dep_ == "nmod" else None
    if number is None or noun.sent.start == 0:
        return []
    before = article.doc[noun.sent.start - 1].sent
    starts = [t.i for t in before if t.pos_ == "PROPN" and t.dep_.startswith("nsubj")]
    runs = [read_run(article, at, before.end) for at in starts]
    return next((run for run in runs if len(run) == number), [])


def is_former(noun: Token) -> bool:
    return any(c.lemma_.lower() in load_cues("former") for c in noun.children)


def read_passage(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Malta's accession to the EU", "the withdrawal of Niger from ECOWAS"."""
    out = noun.lemma_.lower() in load_cues("passages_out")
    ends = find_with(noun, "from") if out else find_with(noun, "to", "into", "in", "of")
    ends += find_with(noun.head, "from") if out and noun.dep_ == "obj" else []
    # "Suspension from membership of the bloc".
    ends += [t for end in ends if end.lemma_ == "membership" for t in find_with(end, "of", "in")]
    bodies = join(*(name_bodies(article, t) for end in ends for t in list_conjuncts(end)))
    if out and not bodies and noun.lemma_.lower() in ("expulsion", "suspension", "exclusion"):
        bodies = join(*(name_bodies(article, c) for c in noun.children if c.i < noun.i))
    movers = [c for c in noun.children if c.dep_ in ("nmod:poss", "compound", "amod") and c.i < noun.i]
    movers += find_with(noun, "of", "by")
    members = tuple(
        w.name for m in movers for w in article.cast.who(m) if w.type in ("state", "group") and w.name not in bodies
    )
    if not members or not bodies or is_wished(noun) or not is_done(noun, out):
        return
    yield Bond(join(members, bodies[:1]), "none" if out else "membership", noun, 0.6, f"passage: {noun.text!r}")


def is_done(noun: Token, out: bool) -> bool:
    """Whether a step into or out of a body is told as taken: it has a year, or the clause is told as it is."""
    head = noun.head
    ahead = has_case(noun, "to", "toward", "towards") and head.pos_ == "NOUN"
    wished = head.lemma_.lower() in load_cues("aiming") | load_cues("unreal")
    if ahead or wished or has_case(noun, "for", "against", "about", "on"):
        return False
    if head.lemma_.lower() in ("ratify", "complete", "mark", "celebrate", "formalise", "formalize"):
        return head.tag_ in ("VB", "VBD", "VBN") and not FUTURES & set(find_modals(head))
    held_up = head.lemma_.lower() in load_cues("holding_up")
    return is_real(head) and not held_up and not any(c.lower_ in load_cues("not_yet") for c in noun.children)


def read_service(article: Article, verb: Token) -> Iterator[Bond]:
    """ "Kenya's contingent serves in the African Union mission", "Malawi sent troops to the bloc's force"."""
    relative = [open_relative(c, verb) for c in verb.children if c.tag_ == "WDT" and has_case(c, "in", "to")]
    places = [*relative, *find_with(verb, "in", "to", "on", "with")]
    places = [c for c in places if c.lemma_.lower() in load_cues("missions") or (relative and name_bodies(article, c))]
    subject = find_grammatical_subject(verb)
    if not places or subject is None or not is_real(verb) or is_refused(verb):
        return
    owned = [c for p in places for c in (p, *p.children) if c.i != subject.i]
    bodies = join(*(name_bodies(article, c) for c in owned))
    whos = article.cast.who(subject)
    members = tuple(w.acts_for or w.name for w in whos)
    if not members and (owner := find_child(subject, "nmod:poss", "amod", "compound")) is not None:
        members = tuple(w.name for w in article.cast.who(owner))
    members = tuple(m for m in members if m not in bodies)
    if bodies and members:
        yield Bond(join(members, bodies[:1]), "membership", verb, 0.6, f"serves: {verb.text!r}")


def read_chair(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Angola, the current chair of the bloc": the state that is it, in apposition."""
    _, bodies = find_owner(article, noun)
    if noun.dep_ != "appos" or not bodies:
        return
    members = tuple(w.name for w in article.cast.who(noun.head) if w.type == "state")
    if members:
        yield Bond(join(members, bodies), "membership", noun, 0.65, f"chair: {noun.text!r} of {bodies[0]}")


def read_body_act(article: Article, verb: Token) -> Iterator[Bond]:
    """ "The union suspended Gabon", "ASEAN admitted Timor": a body and a state that it shuts out or lets in."""
    subjects = find_subjects(verb)
    bodies = join(*(name_bodies(article, s) for s in subjects))
    members = tuple(w.name for o in find_objects(verb) for w in article.cast.who(o) if w.type == "state")
    partly = find_with(verb, "from") and not any(name_bodies(article, t) for t in find_with(verb, "from"))
    if bodies and members and not partly and is_real(verb) and not is_refused(verb):
        out = verb.lemma_.lower() in load_cues("shutting_out")
        yield Bond(join(members, bodies[:1]), "none" if out else "membership", verb, 0.65, f"body: {verb.text!r}")


def read_one_of(article: Article, word: Token) -> Iterator[Bond]:
    """ "The bloc, of which Laos is one of the members", "the members of the club, of which Chad is one"."""
    pronoun = next((c for c in word.children if c.tag_ == "WDT" and has_case(c, "of")), None)
    subject = find_grammatical_subject(word)
    if pronoun is None or subject is None or find_child(word, "cop") is None:
        return
    ahead = reversed(word.doc[word.sent.start : pronoun.i])
    bodies = next((found for t in ahead if (found := name_bodies(article, t))), ())
    members = tuple(w.name for w in article.cast.who(subject) if w.type in ("state", "group") and w.name not in bodies)
    if bodies and members and is_real(word):
        tie: Tie = "none" if is_refused(word) else "membership"
        yield Bond(join(members, bodies[:1]), tie, word, 0.7, f"one of: {word.text!r} of {bodies[0]}")


def read_leaving(article: Article, verb: Token, body: Token, members: tuple[str, ...]) -> Iterator[Bond]:
    """Who may, wants or threatens to leave a body is in it: "may withdraw from the bloc", "threatened to quit it"."""
    modals = {"may", "might", "could", "should"} & set(find_modals(verb))
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    led = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in load_cues("mulling")
    if (modals or led) and not perfect and not is_refused(verb) and len(members) == 1:
        bodies = name_bodies(article, body)[:1]
        yield Bond(
            join(members, bodies), "membership", verb, 0.55, f"still in: {verb.text!r} {bodies[0]}", passing=True
        )


def read_treaty_party(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Thailand is not a party to the Ottawa Convention": outside a treaty with a name; to be in one is no tie."""
    subject = find_grammatical_subject(noun)
    if find_child(noun, "cop") is None or subject is None or not is_real(noun) or not is_refused(noun):
        return
    members = tuple(w.name for w in article.cast.who(subject) if w.type in ("state", "group") and w.name[:1].isupper())
    for treaty in find_with(noun, "to", "of"):
        words = phrase_of(treaty).removeprefix("the ")
        named = treaty.text[:1].isupper() or any(t.pos_ == "PROPN" for t in treaty.children if t.i < treaty.i)
        if members and named and treaty.lemma_.lower() in load_cues("joined_treaties") | load_cues("treaty_nouns"):
            yield Bond(join(members, (words,)), "none", noun, 0.65, f"no party to: {words}")


def read_seat(article: Article, verb: Token) -> Iterator[Bond]:
    """ "Has no seat at the United Nations", "took its seat in the council"."""
    objects = [*find_objects(verb), *(c for o in find_objects(verb) for c in find_with(o, "of"))]
    seat = next((o for o in objects if o.lemma_.lower() in load_cues("seats")), None)
    places = [*find_with(seat, "at", "in", "on", "of"), *find_with(verb, "at", "in", "on")] if seat is not None else []
    if any(c.lower_ == "where" for c in verb.children) and verb.dep_ == "acl:relcl":
        places.append(verb.head)
    body = next((p for p in places if is_body(article, p)), None)
    members = list_named(article, find_grammatical_subject(verb))
    if seat is None or body is None or not members or not is_real(verb):
        return
    tie: Tie = "none" if is_refused(seat) or is_refused(verb) else "membership"
    yield Bond(join(members, name_bodies(article, body)), tie, seat, 0.65, f"seat: {verb.text!r} {body.text!r}")

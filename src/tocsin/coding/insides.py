"""Insides: memberships told by place - in a body, back in it, at a seat in it - and bodies that one is kept out of."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond, find_with, is_real, is_refused, join, load_cues, load_frames, name_bodies
from tocsin.coding.clauses import find_grammatical_subject, find_objects, has_case, is_negated, phrase_of
from tocsin.coding.company import list_named, name_sides
from tocsin.coding.phrases import look_back
from tocsin.records.coding import Tie

REACH = 9
FELLOWS = frozenset({"neighbour", "neighbor", "partner", "peer"})


def read_placed(article: Article, body: Token) -> Iterator[Bond]:
    """ "Syria is back in the Arab League", "is, with Russia, in the CSTO", "were seated in the United Nations"."""
    if has_case(body, "in", "inside", "outside") and (beside := find_described(body)) is not None:
        members = tuple(n for n in name_sides(article, beside) if n not in name_bodies(article, body))
        if members and name_bodies(article, body):
            apart: Tie = "none" if has_case(body, "outside") else "membership"
            yield Bond(join(members, name_bodies(article, body)[:1]), apart, body, 0.6, f"placed: {body.text!r}")
        return
    verb = find_placing(body) if has_case(body, "in", "inside", "at", "on") else None
    bodies = name_bodies(article, body) if verb is not None else ()
    if verb is None or not bodies or not is_real(verb):
        return
    ahead = [t for t in body.doc[body.sent.start : body.i] if not t.is_punct]
    members = tuple(dict.fromkeys(n for n in list_named(article, ahead) if n not in bodies))
    states = tuple(n for n in members if (who := article.cast.find_actor(n)) is not None and who.type == "state")
    if states:
        tie: Tie = "none" if is_negated(verb) or is_refused(body) else "membership"
        yield Bond(join(states, bodies[:1]), tie, body, 0.55, f"placed: {verb.text!r} in {bodies[0]}")


def find_described(body: Token) -> Token | None:
    """Whom an aside places in or outside a body: "X and Y, both in the union", "X, though outside the union"."""
    words = {c.lower_ for c in body.children}
    if words & {"both", "all"} and body.head.pos_ == "PROPN":
        return body.head
    aside = words & {"though", "although", "while"} and has_case(body, "outside", "inside")
    return find_grammatical_subject(body.head) if aside else None


def find_placing(body: Token) -> Token | None:
    """The "is" or "seated" right before "in the body", with at most an aside between them."""
    case = next((c for c in body.children if c.dep_ == "case"), None)
    if case is None:
        return None
    for i in range(case.i - 1, max(case.i - REACH, body.sent.start), -1):
        word = body.doc[i]
        if word.lemma_ == "be" or word.lemma_.lower() in ("seat", "sit", "belong", "remain", "stay"):
            return word.head if word.dep_ in ("cop", "aux:pass") else word
        if word.pos_ in ("VERB", "NOUN"):
            return None
    return None


def read_aloof(article: Article, noun: Token) -> Iterator[Bond]:
    """ "Is not a member of any military alliance", "belongs to no bloc": who is in none, without naming one."""
    open_ = {"any", "no"} & {c.lower_ for c in noun.children}
    above = noun.head
    joined = above.lemma_.lower() in ("member", "belong", "join", "part", "enter")
    if not open_ or not joined or noun.lemma_.lower() not in load_cues("blocs") or not is_real(above):
        return
    if "no" in open_ or is_negated(above):
        members = name_sides(article, find_grammatical_subject(above))
        if members:
            yield Bond(members, "none", noun, 0.6, f"in no: {noun.text!r}")


def read_taken_out(article: Article, verb: Token) -> Iterator[Bond]:
    """ "Withdrew the country from the agency", "took Britain out of the union", "pulled Armenia out of the pact"."""
    if verb.lemma_.lower() not in load_cues("taking_out"):
        return
    objects = find_objects(verb)
    after = [t for t in verb.sent if t.i > verb.i and is_left_behind(t) and name_bodies(article, t)]
    members = tuple(w.name for o in objects for w in article.cast.who_alone(o) if w.type == "state" and o.i > verb.i)
    bodies = join(*(name_bodies(article, t) for t in after))
    told = verb.head if verb.tag_ == "VBG" and verb.head.pos_ == "NOUN" else verb
    if members and bodies and is_real(told) and not is_negated(verb):
        yield Bond(join(members, bodies[:1]), "none", verb, 0.6, f"taken out: {verb.text!r}")


def is_left_behind(body: Token) -> bool:
    """Whether a body is what somebody is taken out of: "from the union", "out of it"."""
    return has_case(body, "from", "out of") or (has_case(body, "of") and any(c.lower_ == "out" for c in body.children))


def read_left_treaty(article: Article, word: Token) -> Iterator[Bond]:
    """ "North Korea left the Non-Proliferation Treaty", "the American withdrawal from the Paris Agreement"."""
    lemma = word.lemma_.lower()
    out = lemma in load_cues("passages_out") or lemma in load_cues("leaving")
    if not out and lemma not in load_frames("leaving_with"):
        return
    behind = find_with(word, *load_frames("leaving_with").get(lemma, {"from"}))
    ends = [*behind, *(find_objects(word) if word.pos_ == "VERB" and out else [])]
    treaty = next(
        (
            t
            for t in ends
            if t.text[:1].isupper() and t.lemma_.lower() in load_cues("treaty_nouns") | load_cues("treaties_of_many")
        ),
        None,
    )
    if treaty is None or is_negated(word) or not is_real(word):
        return
    before = [c for c in word.children if c.i < word.i and c.dep_ in ("nmod:poss", "amod", "compound")]
    doers = before if word.pos_ == "NOUN" else [find_grammatical_subject(word)]
    members = tuple(n for t in doers for n in name_sides(article, t) if n[:1].isupper())
    if members and not name_bodies(article, treaty):
        name = phrase_of(treaty).removeprefix("the ")
        yield Bond(join(members, (name,)), "none", word, 0.55, f"left: {word.text!r} {name}")


def read_named_member(article: Article, noun: Token) -> Iterator[Bond]:
    """ "The NATO member said": the state that the text is about; "X and its partners in the forum"."""
    fellow = noun.lemma_.lower() in FELLOWS
    if not fellow and noun.lemma_.lower() != "member":
        return
    bodies = join(*(name_bodies(article, c) for c in noun.children if c.i < noun.i or has_case(c, "in", "of")))
    definite = any(c.lower_ == "the" for c in noun.children) and noun.tag_ == "NN" and noun.dep_.startswith("nsubj")
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss" and c.tag_ == "PRP$"), None)
    members: tuple[str, ...] = ()
    if bodies and fellow and owner is not None:
        members = tuple(w.name for w in article.cast.who_alone(owner) if w.type == "state")
    elif bodies and definite and not fellow and not find_with(noun, "of"):
        ahead = [n for n in list_named(article, look_back(noun)) if n not in bodies]
        members = (max(dict.fromkeys(ahead), key=ahead.count),) if ahead else ()
    members = tuple(m for m in members if m not in bodies)
    if members and not is_refused(noun):
        yield Bond(join(members, bodies[:1]), "membership", noun, 0.55, f"named for it: {noun.text!r} of {bodies[0]}")

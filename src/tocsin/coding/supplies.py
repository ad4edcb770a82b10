"""Supplies: goods with whose they are or should be, before they become records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, find_objects, find_obliques, has_case, is_passive, list_conjuncts
from tocsin.coding.event_roles import name_owner
from tocsin.coding.goods import Good, find_any_good, find_good, is_money
from tocsin.coding.sums import has_sign
from tocsin.records.coding import Status


@dataclass(frozen=True)
class Supply:
    """Goods, whose they are or should be, and what the text says of them."""

    status: Status
    actors: tuple[Who, ...]
    good: Good
    to: str | None
    token: Token
    why: str
    certainty: float = 0.55


@cache
def load_words(key: str) -> frozenset[str]:
    """One list of words of the cues of resources."""
    return frozenset(load_table("cues_resources")[key])


def list_given(verb: Token) -> list[Token]:
    """What a verb of giving or promising has as its goods; "up to 2 billion euros" and "jets worth" count too."""
    objects = find_objects(verb)
    if is_passive(verb) and (given := [c for c in verb.children if c.dep_ == "obj"]):
        objects = given
    # "Has promised 3 billion pesetas": a sum alone is no receiver.
    found = [o for o in objects if o.dep_ != "iobj" or (len(objects) == 1 and find_good(o) is not None)]
    found += [o for t in found if t.lemma_.lower() == "more" for o in find_obliques(t, "than") if is_money(o)]
    for child in verb.children:
        words = [c.lower_ for c in child.children if c.i < child.i]
        opening = child.left_edge.lower_ == "up" or "up" in words
        if child.dep_.startswith("obl") and opening and "to" in words:
            found.append(child)
        # "flew in 12 tonnes": a particle that the tree took for a preposition.
        near = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "in" and child.left_edge.i == verb.i + 1
        if child.dep_ == "obl" and near and (find_child(child, "nummod") is not None or find_good(child) is not None):
            found.append(child)
        if child.dep_ == "xcomp" and child.lower_ == "worth" and not found:
            found += [c for c in child.children if c.dep_ == "nsubj"]
        bare = child.dep_ == "obl:unmarked" or (
            child.dep_ == "obl" and is_money(child) and find_child(child, "case") is None
        )
        if bare and child.i > verb.i and any(t.like_num for t in child.subtree):
            found.append(child)
    furnished = find_furnished(verb)
    return [*(furnished or found), *list_besides(verb)]


def find_furnished(verb: Token) -> list[Token]:
    """The goods behind "with": "supply the rebels with rifles", "came forward with troops"."""
    ahead = verb.lemma_.lower() in ("come", "step") and any(c.lower_ in ("forward", "up") for c in verb.children)
    if verb.lemma_.lower() not in load_words("furnishes") and not ahead:
        return []
    behind = [o for o in verb.children if o.dep_.split(":")[0] in ("obl", "obj") and has_case(o, "with")]
    return [o for o in behind if not _is_beside(o)]


def list_besides(verb: Token) -> list[Token]:
    """Goods that come on top of the others: "tents, along with blankets"."""
    near = [verb, *find_objects(verb)]
    return [o for t in near for o in t.children if o.i > verb.i and o.pos_ == "NOUN" and _is_beside(o)]


def _is_beside(noun: Token) -> bool:
    words = {c.lower_ for c in noun.children if c.i < noun.i}
    return ("with" in words and bool(words & {"along", "together"})) or bool(words & {"plus", "including", "alongside"})


def list_cargo(verb: Token, goods: Sequence[Token]) -> list[Token]:
    """Goods, where one is only what carries others ("lorries carrying flour", "with flour") those others."""
    found: list[Token] = []
    for good in goods:
        loads = [c for c in good.children if c.dep_ == "acl" and c.lemma_.lower() in load_words("carrying")]
        carried = [o for c in loads for o in find_objects(c) if o.i != good.i]
        aboard = [o for t in (good, verb) for o in find_obliques(t, "with") if o.i > good.i and not _is_beside(o)]
        carried += [o for o in aboard if find_good(o) is not None]
        found += carried if good.lemma_.lower() in load_words("carriers") and carried else [good]
    return found


def list_under(verb: Token, *prepositions: str) -> list[Token]:
    """What hangs by one of the prepositions on a verb, or on what hangs on it."""
    return [
        *find_obliques(verb, *prepositions),
        *(o for c in verb.children for o in find_obliques(c, *prepositions) if c.dep_ != "nsubj"),
    ]


def make_supplies(
    article: Article,
    status: Status,
    actors: Sequence[Who],
    heads: Sequence[Token],
    to: str | None,
    token: Token,
    certainty: float,
    is_open: bool = False,
) -> Iterator[Supply]:
    """A supply per good in the lists that `heads` begin; `is_open`: any thing is a good there, on a list or not."""
    given = status in ("offer", "delivery")
    sides = tuple(dict.fromkeys(name_owner(w) if given else w for w in actors if w.type != "outlet"))
    if not sides:
        return
    for head in dict.fromkeys(heads):
        whos = article.cast.who_alone(head) if head.pos_ == "PROPN" or find_good(head) is None else ()
        if head.tag_ == "VBG" or any(w.type in ("state", "person", "alliance") for w in whos):
            continue
        opened = [g for g in find_obliques(head, "of", "in") if find_good(g) is not None] if is_gift(head) else []
        any_thing = is_open or token.lemma_.lower() in load_words("open") or is_countable(head)
        for good in (g for h in opened or [head] for g in list_goods(h, any_thing)):
            if status != "shortage" and is_none(good.noun):
                continue
            yield Supply(status, sides, good, to, token, f"{token.lower_} + {good.noun.lower_}", certainty)


def is_none(noun: Token) -> bool:
    """Whether a noun is told to be none ("no fuel", "neither arms nor fuel")."""
    return any(c.lower_ in ("no", "neither", "nor") and c.i < noun.i for c in noun.children)


def is_countable(noun: Token) -> bool:
    """Whether a noun is of things that are counted ("300 quilts"), or of what somebody is furnished with."""
    words = [c for c in noun.children if c.dep_ == "nummod" and not has_sign(c)]
    single = any(c.lower_ in ("a", "an", "another") for c in noun.children)
    return bool(words) or (has_case(noun, "with") and (noun.tag_ == "NNS" or single))


def is_gift(noun: Token) -> bool:
    """Whether a noun is of giving, no good itself, so that what is given stands behind it ("a contribution of")."""
    named = find_good(noun)
    if noun.lemma_.lower() in load_words("trades") and find_child(noun, "nmod:poss") is not None:
        return False
    return noun.lemma_.lower() in load_words("gifts") | load_words("pledges") | load_words("trades") and (
        named is None or named.kind == "aid" or named.noun.i != noun.i or named.what == "money"
    )


def list_purposes(good: Good) -> list[Token]:
    """What a sum is for besides the first ("8 million for food and medicine")."""
    if not good.what.startswith("money for"):
        return []
    return [m for o in find_obliques(good.noun, "for")[:1] for m in list_conjuncts(o)[1:]]


def list_goods(head: Token, is_open: bool) -> Iterator[Good]:
    """The goods of the list that a noun begins; what stands in a list of goods, or behind an open word, is one too."""
    found: list[Good] = []
    named = find_good(head)
    inside = find_obliques(head, "to") if head.lemma_.lower() == "access" else []
    opened = {t.i: t for t in (head, *inside, *([named.noun] if named is not None else []))}.values()
    examples = [m for t in opened for o in find_obliques(t, "such as", "including", "like") for m in list_conjuncts(o)]
    for member in examples or list_conjuncts(head):
        loose = (is_open or found or examples) and not is_gift(member)
        good = find_good(member) or (find_any_good(member) if loose else None)
        if good is None or member.lower_ in load_words("shortage"):
            continue
        found.append(good)
        behind = list_conjuncts(good.noun)[1:] if good.noun.i != member.i else list_purposes(good)
        found += [other for t in behind if (other := find_good(t) or find_any_good(t)) is not None]
    return iter(found)


def find_relative_good(verb: Token) -> list[Token]:
    """The goods that a relative clause is about ("the seeds that farmers need to sow")."""
    if verb.dep_ != "acl:relcl" or find_child(verb, "nsubj") is None or find_good(verb.head) is None:
        return []
    subject = find_child(verb, "nsubj")
    own = [c for c in verb.children if c.dep_ == "obj" and c.tag_ not in ("WDT", "WP")]
    return [] if own or (subject is not None and subject.tag_ in ("WDT", "WP")) else [verb.head]

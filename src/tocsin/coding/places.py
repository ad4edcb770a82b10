"""Places: the names of towns, islands and regions, and nouns that stand for a piece of ground."""

import re
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.codebook.tables import load_table
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import has_case, phrase_of
from tocsin.coding.dates import DAYS
from tocsin.coding.place_names import LABELS, find_entity, find_place_name, is_of, write_plain
from tocsin.coding.places_again import TAKEN_UP, find_country, find_spoken_of, find_waters

__all__ = [
    "PARTS", "SHARES", "TAKEN_UP", "find_entity", "find_near", "find_place_name", "find_spoken_of", "is_ground",
    "name_place",
]  # fmt: skip

PARTS = frozenset(
    """most part half third quarter much rest all bulk swathe stretch percent cent % number series string dozen whole
    tract slice portion majority fifth tenth hundred score remainder handful couple side centre center heart
    edge tip rim entirety bulk sliver corner piece fragment
    """.split()
)
COUNTS = frozenset("number series string dozen score handful couple".split())
WHEN = re.compile(r" (?:by|since|after|before|during|until|on [A-Z]\w+day|with \d|in (?:\d{4}|[A-Z]\w+ \d{4}))\b")
SHARES = frozenset("percent cent % km kilometre kilometer kilometres kilometers miles mile hectare acre".split())
NEAR = (
    "above",
    "near",
    "around",
    "outside",
    "in",
    "on",
    "along",
    "of",
    "over",
    "at",
    "across",
    "between",
    "by",
    "below",
)
BESIDE = ("appos", "flat", "nmod:desc", "compound")


def name_place(article: Article, token: Token, kinds: frozenset[str], named: bool, loose: bool = False) -> str | None:
    """The place that a noun phrase names; a kind of place without a name counts only where `named` is not asked.

    "the town of Baga" is Baga; "a third of the country" keeps its words. `loose` takes any name that is no known actor,
    for slots that only places fill ("control of", "fell to").
    """
    lemma = token.lemma_.lower()
    lemma = lemma if lemma in kinds | PARTS else lemma.removesuffix("s")
    inner = _find_inner(token)
    if token.lower_ == "bank" and not any(c.dep_ in ("amod", "compound", "nmod") for c in token.children):
        return None
    if lemma in PARTS and inner is not None and not _may_be_ground(inner, kinds):
        return None
    if lemma == "state" and inner is not None and inner.pos_ == "NOUN":
        # A state of emergency is no ground.
        return None
    if inner is not None and lemma in SHARES and (find_place_name(inner) or inner.lemma_.lower() in kinds):
        return write_plain(phrase_of(token))
    own = next((w for c in token.children if (w := _join_kind(c, token))), None) if lemma in kinds else None
    if own is not None and inner is not None:
        # "The Qaboun district of Damascus".
        return own
    if inner is not None and (lemma in kinds or lemma in PARTS):
        words = find_place_name(inner) or (_find_any_name(article, inner) if loose else None)
        words = words or next((w for c in inner.children if c.dep_ in BESIDE and (w := find_place_name(c))), None)
        if words is not None:
            return words
    if loose and (words := _find_any_name(article, token) or _join_noun(token)) is not None:
        return words
    if lemma in kinds and (called := _find_called(article, token)) is not None:
        return called
    words = find_place_name(token)
    if words is not None and not _is_party(article, token):
        return words
    if token.pos_ == "PROPN" and any(w.type == "state" or is_ground(w) for w in article.cast.who_alone(token)):
        return words or write_plain(phrase_of(token))
    if token.dep_ == "appos" and lemma in kinds and token.head.i < token.i:
        # "Dara, a town held by X" is a place, whatever the network took the name for.
        name = _find_name_before(token) or token.head
        words = find_place_name(name) or _find_any_name(article, name)
        if words is not None:
            return words
    if lemma in kinds or (lemma in PARTS and inner is not None and {inner.lemma_.lower(), inner.lower_} & kinds):
        near = next(
            (
                w
                for c in token.children
                if c.dep_ in ("appos", "flat", "nmod:desc", "compound")
                and (w := _join_kind(c, token) or find_place_name(c))
            ),
            None,
        )
        if near is not None:
            return near
        if inner is not None and lemma in COUNTS and not find_place_name(inner):
            return _write_phrase(inner)
        deepest = inner
        while deepest is not None and (within := _find_inner(deepest)) is not None:
            deepest = within
        if deepest is not None and (whole := find_spoken_of(article, deepest)) is not None:
            part = phrase_of(token).rpartition(" of ")[0]
            return write_plain(f"{part} of {whole}") if part else None
        if inner is not None and lemma in PARTS:
            words = find_country(article, inner) or find_waters(inner) or phrase_of(inner)
            return write_plain(f"{phrase_of(token).partition(' of ')[0]} of {words}")
        if (token.text[:1].isupper() and token.i > token.sent.start) or _is_named_ahead(token):
            return write_plain(phrase_of(token))
        if lemma == "country":
            return find_country(article, token) or (None if named else _write_phrase(token))
        return (
            find_spoken_of(article, token)
            or find_waters(token)
            or (find_near(token) if named else _write_phrase(token))
        )
    return None


def _find_called(article: Article, kind: Token) -> str | None:
    """The name that the text gives a kind of place behind it: "a frontier hill, X", "the larger rock, called X"."""
    if kind.tag_ not in ("NN", "NNS"):
        return None
    for child in kind.children:
        if child.dep_ == "acl" and child.lemma_ in ("call", "name", "dub", "christen", "know"):
            named = next(
                (c for c in child.children if c.is_title and (c.dep_ in ("xcomp", "obj") or has_case(c, "as"))), None
            )
            if named is not None:
                return find_place_name(named) or write_plain(phrase_of(named))
        people = any(w.acts_for or w.type != "person" for w in article.cast.who_alone(child))
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > kind.i and not people:
            return find_place_name(child) or _find_any_name(article, child)
    return None


def _is_named_ahead(kind: Token) -> bool:
    """Whether a name is right before a kind of place, whatever the network took it for ("Durres port")."""
    return any(c.dep_ == "compound" and c.pos_ == "PROPN" and c.i == kind.i - 1 for c in kind.children)


def _write_phrase(token: Token) -> str:
    """The words of a noun phrase up to the comma behind its noun."""
    after = WHEN.split(phrase_of(token).partition(token.text)[2].partition(",")[0])[0]
    return write_plain(phrase_of(token).partition(token.text)[0] + token.text + after)


def _may_be_ground(noun: Token, kinds: frozenset[str]) -> bool:
    """Whether a part of something is a part of a place ("half the seats" is none)."""
    return (
        noun.pos_ in ("PROPN", "PRON")
        or bool({noun.lemma_.lower(), noun.lower_} & (kinds | PARTS))
        or noun.tag_ == "WDT"
    )


def find_near(token: Token) -> str | None:
    """A kind of place with the name that it lies by ("the hills above Marib")."""
    for child in token.children:
        near = child.dep_ in ("nmod", "obl") and has_case(child, *NEAR)
        if (near or child.dep_ == "nmod:poss") and find_place_name(child) is not None:
            return write_plain(phrase_of(token))
    return None


def is_ground(who: Who) -> bool:
    """Whether a group is the administration of a piece of ground, so that its name is a place's too."""
    return who.type == "group" and who.name in list_grounds()


@cache
def list_grounds() -> frozenset[str]:
    """The names of administrations of a piece of ground in the table of groups."""
    rows = (row.split("|") for row in load_table("groups")["groups"].splitlines())
    return frozenset(row[0].strip() for row in rows if len(row) > 1 and row[1].strip() == "administration")


def _find_name_before(token: Token) -> Token | None:
    """The name right before the comma that opens the phrase of a noun."""
    first = next((t.i for t in token.subtree if not t.is_punct), token.i)
    if first < 2 or token.doc[first - 1].text not in (",", "_", "-", "–", "—", "--"):
        return None
    name = token.doc[first - 2]
    name = name.head if name.dep_ == "flat" else name
    return name if name.pos_ == "PROPN" else None


def _find_inner(token: Token) -> Token | None:
    near = [*token.children, *(c for c in token.head.children if token.lemma_.lower() in PARTS and c.i > token.i)]
    return next((c for c in near if c.dep_ in ("nmod", "obl", "conj") and is_of(c)), None)


def _join_kind(name: Token, kind: Token) -> str | None:
    """A name with the kind of place behind it ("Siachen glacier")."""
    entity = find_entity(name)
    if entity is None or entity.label_ not in LABELS or name.dep_ != "compound" or entity.end != kind.i:
        return None
    return write_plain(f"{entity.text} {kind.text}")


def _join_noun(token: Token) -> str | None:
    """A noun with the name of a place right before it, a compound of both ("Halaib triangle")."""
    before = next((c for c in token.children if c.dep_ == "compound" and c.i == token.i - 1), None)
    entity = find_entity(before) if before is not None and token.pos_ in ("NOUN", "PROPN") else None
    if entity is None or entity.label_ not in LABELS or token.ent_type_:
        return None
    return write_plain(f"{entity.text} {token.text}")


def _find_any_name(article: Article, token: Token) -> str | None:
    """The name that `token` heads, whatever the network took it for, unless it is a known actor."""
    entity = find_entity(token)
    written = token.pos_ == "NOUN" and token.is_title and token.i > token.sent.start and token.nbor(-1).is_lower
    if not (token.pos_ == "PROPN" or written) or token.lower_ in DAYS:
        return None
    if entity is not None and entity.label_ == "ORG" and len(entity) == 1 and find_known(entity.text) is None:
        return write_plain(entity.text)
    if entity is not None and entity.label_ not in (*LABELS, "PERSON", "MISC"):
        return None
    if any(w.type not in ("person", "state") or w.acts_for for w in article.cast.who_alone(token)):
        return None
    return write_plain(entity.text if entity is not None else phrase_of(token))


def _is_party(article: Article, token: Token) -> bool:
    return any(w.type != "state" for w in article.cast.who_alone(token))

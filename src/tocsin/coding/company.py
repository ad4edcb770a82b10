"""Company: who keeps a tie, gathered widely - from a clause, its sentence, the text; sides without a name count too."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who, open_partitive
from tocsin.coding.article import Article
from tocsin.coding.bonds import (
    find_these,
    find_with,
    is_between,
    is_force,
    join,
    list_inside,
    load_cues,
    name_bodies,
    name_party,
)
from tocsin.coding.clauses import find_objects, find_subjects, has_case, list_conjuncts, phrase_of
from tocsin.coding.included import list_included
from tocsin.coding.relations import open_relative
from tocsin.coding.sides import WHERE, is_proper, is_seat

PAIR = 2
LONGEST_BARE = 4
SIDES = ("state", "group", "alliance")
WITH = ("with", "between", "alongside", "among", "together with", "beside")


def list_company(article: Article, verb: Token) -> tuple[str, ...]:
    """Those who do what a verb says, with those whom they do it with."""
    doers = find_subjects(verb)
    places = [verb, *find_objects(verb), *find_with(verb, "to", "on", "upon")]
    company = [open_relative(t, verb) for place in places for t in find_with(place, *WITH)]
    company += [open_relative(c, verb) for c in verb.children if c.tag_ == "WDT" and has_case(c, "with")]
    offers = [c for o in places for c in o.children if c.dep_ == "acl" and c.lemma_.lower() in ("offer", "propose")]
    company += [t for c in offers for t in find_with(c, "by")]
    company += [
        t for o in find_objects(verb) if o.lemma_.lower() in load_cues("deal_nouns") for t in find_with(o, "for")
    ]
    return join(*(name_sides(article, t) for t in (*doers, *company)))


def name_sides(article: Article, token: Token | None) -> tuple[str, ...]:
    """The sides that a noun phrase stands for, one for each member of its list."""
    if token is None:
        return ()
    return join(*(name_side(article, t) for t in list_conjuncts(open_partitive(token))))


def name_side(article: Article, token: Token) -> tuple[str, ...]:
    """The sides that one noun stands for: those named behind a noun of sides, itself, or those named inside."""
    lemma = token.lemma_.lower()
    told = lemma in load_cues("told_sides") and token.tag_ in ("NNS", "NNPS")
    if told and (named := list_told(article, token)):
        return named
    whos = find_these(article, token) or article.cast.who_alone(token)
    if told and not has_modifier(token, "amod", "compound") and all(w.name[:1].islower() for w in whos):
        # "The two sides" names nobody.
        return ()
    if lemma in load_cues("delegates") and all(w.type == "group" for w in whos):
        inside = list_inside(article, token)
        if len(inside) >= PAIR or not all(w.acts_for for w in whos):
            return inside or tuple(w.name for w in whos)
    armed = lemma in load_cues("warring")
    names = tuple(name for w in whos if (name := w.name if armed and w.type == "group" else name_one(w)))
    if not names and (armed or (told and len(token.text) > LONGEST_BARE and has_modifier(token))):
        names = tuple(w.name for w in article.cast.name_noun(token))
    return names or list_inside(article, token) or name_unknown(token)


def has_modifier(token: Token, *kinds: str) -> bool:
    """Whether a noun is told apart by a word before it: "world powers", "six nations"."""
    return any(c.dep_ in (kinds or ("amod", "compound", "nummod")) for c in token.children)


def name_unknown(token: Token) -> tuple[str, ...]:
    """A name that no table knows, in the text's words."""
    named = token.pos_ == "PROPN" and token.ent_type_ in ("", "ORG", "MISC") and token.dep_ not in ("compound", "flat")
    return (phrase_of(token).removeprefix("the ").removeprefix("The "),) if named else ()


def list_told(article: Article, noun: Token) -> tuple[str, ...]:
    """Who "the two sides" are where the phrase goes on to say it: "the two sides, Belgrade and Pristina"."""
    beside = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i]
    named = join(*(name_sides(article, c) for c in beside))
    if len(named) >= PAIR:
        return named
    included = tuple(name for w in list_included(article, noun) if (name := name_one(w)))
    inside = list_inside(article, noun)
    return included or (inside if len(inside) >= PAIR else ())


def name_one(who: Who) -> str | None:
    """The name under which an actor is a side; forces and groups with a name stand for themselves."""
    if who.type == "group" and who.acts_for and not is_proper(who.name):
        return who.acts_for
    if who.type == "group" or is_force(who):
        return who.name
    return name_party(who) or (who.name if who.type == "person" else None)


def list_met(article: Article, words: Iterable[Token]) -> tuple[str, ...]:
    """The sides that a stretch of text names, each once."""
    return tuple(dict.fromkeys(list_named(article, words)))


def list_named(article: Article, words: Iterable[Token], *, bodies: bool = False) -> Iterator[str]:
    """The sides that a stretch of text names, as often as it does; go-betweens and places are left out.

    `bodies`: those with members count too.
    """
    for token in words:
        placed = has_case(token, *WHERE) or (is_seat(token) and not token.dep_.startswith("nsubj"))
        if token.pos_ not in ("PROPN", "NOUN", "PRON") or placed or is_between(token):
            continue
        for who in article.cast.who_alone(token):
            named = who.type in SIDES or (who.type == "person" and who.acts_for)
            name = (who.acts_for or name_one(who)) if named else None
            proper = name is not None and is_proper(name)
            if (
                name
                and (proper or token.lemma_.lower() in load_cues("warring"))
                and (bodies or not name_bodies(article, token))
            ):
                yield name

"""Heirs: who gained what another lost, and who lost what another took."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, find_objects, find_obliques, has_case
from tocsin.coding.control_words import load_words
from tocsin.coding.holds import Hold
from tocsin.coding.occupants import find_holders, name_holders, name_side
from tocsin.coding.places import SHARES

EXPENSE = ("expense", "cost")


def read_winner(article: Article, verb: Token, head: Token, place: str) -> Iterator[Hold]:
    """Who gained what another lost: "lost the town to X", "lost it, giving X its biggest victory"."""
    near = [*find_receivers(verb), *find_obliques(head, "to")]
    near += [c for c in verb.children if c.dep_ == "iobj" and c.i != head.i]
    whos = [w for o in near for w in name_heir(article, verb, o)]
    for clause in verb.subtree:
        receiver = find_child(clause, "iobj") if clause.lemma_.lower() in load_words("hands") else None
        if receiver is not None and any(o.lemma_.lower() in load_words("wins") for o in find_objects(clause)):
            whos += article.cast.who(receiver)
    yield from (Hold(place, who, "gained", verb, f"lost to {who.name}", 0.6) for who in dict.fromkeys(whos))


def name_heir(article: Article, verb: Token, token: Token) -> tuple[Who, ...]:
    """Who something goes to; "it" is not the doer of its own clause but of the one above ("X ceded Y to it")."""
    whos = name_holders(article, token)
    if token.pos_ != "PRON" or not {*whos} & {*find_holders(article, verb)}:
        return whos
    above = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
    return find_holders(article, above) if above is not None else ()


def read_loser(article: Article, verb: Token, head: Token, place: str, doers: Sequence[Who]) -> Iterator[Hold]:
    """Who lost what another took from them: "took the islands from X"."""
    near = [*find_obliques(verb, "from"), *find_obliques(head, "from")]
    near = [find_name_behind(o) for o in near if not is_distance(o)]
    near += [c for c in verb.children if c.dep_ == "obj" and c.i != head.i and c.i > head.i]
    costs = [c for c in verb.subtree if c.lemma_.lower() in EXPENSE and has_case(c, "at")]
    near += [o for c in costs for o in find_obliques(c, "of") + [k for k in c.children if k.dep_ == "nmod:poss"]]
    names = {d.name for d in doers} | {place}
    whos = [w for o in near for w in name_others(article, o, names)]
    whos = [w for w in whos if w.name[:1].isupper() or " " not in w.name or "of" in w.name or w.acts_for is None]
    yield from (Hold(place, who, "lost", verb, f"taken from {who.name}", 0.6) for who in dict.fromkeys(whos))


def find_name_behind(noun: Token) -> Token:
    """The name right behind a noun that only describes it ("the rival faction Fatah"); else the noun."""
    after = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    return after if noun.pos_ == "NOUN" and after.pos_ == "PROPN" and after.dep_ != "compound" else noun


def is_distance(noun: Token) -> bool:
    """Whether "from" only says how far off something is ("100 km from Islamabad")."""
    case = next((c for c in noun.children if c.lower_ == "from"), None)
    return case is not None and case.i > 0 and (case.nbor(-1).lemma_.lower() in SHARES or case.nbor(-1).lower_ == "far")


def name_others(article: Article, noun: Token, names: set[str]) -> Sequence[Who]:
    """Who a noun stands for, none of those named; "the rebels" are then others than the group that acts."""
    if any(c.tag_ == "PRP$" for c in noun.children):
        return []
    whos = name_holders(article, noun)
    others = [w for w in whos if w.name not in names]
    return others or (name_side(article, noun) if whos and noun.lower_ in load_words("irregulars") else [])


def find_receivers(verb: Token) -> list[Token]:
    """Those to whom something goes; some trees hang them on the particle ("handed it back to X")."""
    return [o for t in (verb, *(c for c in verb.children if is_back(c))) for o in find_obliques(t, "to")]


def is_back(adverb: Token) -> bool:
    """Whether a word makes a verb one of giving or taking back."""
    return adverb.dep_ == "advmod" and adverb.lower_ in ("back", "over")

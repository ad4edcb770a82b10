"""Members of a group who act themselves: "several states, including Kenya", "Ghana was among the states that left"."""

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import has_case
from tocsin.coding.event_types import load_cues


def find_members(article: Article, noun: Token) -> tuple[Who, ...]:
    """The named members of a group: "several states, including Kenya", "neighbours such as Chad", "among them Peru"."""
    listed = find_named_members(noun) if noun.pos_ in ("NOUN", "NUM") else []
    return tuple(dict.fromkeys(w for t in listed for w in article.cast.who(t) if w.type != "outlet"))


def find_named_members(noun: Token) -> list[Token]:
    """The names of the members of a group."""
    # "two of the five members, Chad and Niger": the names stand with what is counted.
    near = [noun, *(c for c in noun.children if c.dep_ == "nmod" and noun.pos_ == "NUM")]
    named = [
        c for n in near for c in n.children if c.i > noun.i and c.dep_ in ("nmod", "appos", "conj", "obl", "acl", "dep")
    ]
    listed = [c for c in named if c.pos_ == "PROPN" and (_opens_members(c) or _is_list(noun, c))]
    # "among them Peru and Chile": the names hang on the pronoun, or the pronoun on the first of them.
    among = (t for t in noun.subtree if t.i > noun.i and t.lower_ in ("them", "whom") and t.nbor(-1).lower_ == "among")
    for token in among:
        behind = (token.head, *token.children, *token.doc[token.i + 1 : token.i + 2])
        listed += [t for t in behind if t.pos_ == "PROPN" and t.i > token.i]
    return listed


def _is_list(noun: Token, name: Token) -> bool:
    """Whether names in apposition are all of a group ("two members, Chad and Niger, abstained")."""
    many = noun.pos_ == "NUM" or noun.tag_ == "NNS"
    return many and name.dep_ == "appos" and any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in name.children)


def _opens_members(token: Token) -> bool:
    """Whether "including", "such as" or "like" goes before a name."""
    words = {t.lower_ for t in token.lefts} | {k.lower_ for c in token.lefts for k in c.children}
    return "including" in words or "like" in words or {"such", "as"} <= words


def open_group(subject: Token) -> list[Token]:
    """Who is meant by the group that a relative clause tells of: "Ghana was among the states that left"."""
    copula = any(c.dep_ == "cop" for c in subject.children)
    among = copula and (has_case(subject, "among") or {c.lower_ for c in subject.children} & load_cues("ranks"))
    named = [c for c in subject.children if c.dep_ == "nsubj"] if among else []
    return [*named, *([subject] if find_named_members(subject) else [])] if named else [subject]

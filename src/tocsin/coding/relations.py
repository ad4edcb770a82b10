"""Relations of the tree that every step asks for: lists, children, prepositions, relative pronouns."""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer"})
LISTED = frozenset({"PROPN", "NOUN", "PRON", "DET"})
RELATIVES = frozenset({"WP", "WDT", "WP$"})


def list_conjuncts(token: Token) -> list[Token]:
    """The members of the coordinated list that `token` heads, itself first; `[token]` where there is no list."""
    found = [token]
    for member in found:
        found.extend(
            c
            for c in member.children
            if c.i > member.i and c not in found and (c.dep_ == "conj" or _is_listed(member, c))
        )
    return sorted(found, key=lambda t: t.i)


def _is_listed(member: Token, other: Token) -> bool:
    """Whether the tree calls an apposition what is the next in a list of names: "Ivory Coast, Benin and Senegal"."""
    if (
        other.dep_ != "appos"
        or member.pos_ != "PROPN"
        or other.pos_ != "PROPN"
        or "PERSON" in (member.ent_type_, other.ent_type_)
    ):
        return False
    if "," not in (t.text for t in member.doc[member.i + 1 : other.i]):
        return False
    return any(c.dep_ == "conj" and c.i > other.i and c.pos_ in LISTED for c in (*member.children, *other.children))


def find_child(token: Token, *relations: str) -> Token | None:
    """The first child of `token` with one of the relations; a relation covers its subtypes ("obl": "obl:agent")."""
    return next((c for c in token.children if c.dep_ in relations or c.dep_.split(":")[0] in relations), None)


def walk_up(token: Token) -> Iterator[Token]:
    """`token` and all above it, up to the root of its sentence."""
    yield token
    yield from token.ancestors


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def has_case(token: Token, *prepositions: str) -> bool:
    """Whether one of the prepositions goes before `token` ("according to" counts as one)."""
    for child in token.children:
        if child.dep_ in ("case", "mark"):
            first = child.lower_
            if first in prepositions:
                return True
            longer = [p for p in prepositions if " " in p and p.startswith(first)]
            if longer and " ".join([first, *(c.lower_ for c in child.children if c.dep_ == "fixed")]) in longer:
                return True
    return False


def is_predicate(token: Token) -> bool:
    """Whether `token` heads a clause: a verb, or a noun, adjective or preposition with a copula or a subject."""
    return token.pos_ == "VERB" or any(c.dep_ == "cop" or c.dep_ in SUBJECTS for c in token.children)


def open_relative(token: Token, verb: Token | None = None) -> Token:
    """What a relative pronoun stands for; any other token as it is."""
    clause = verb if verb is not None else token.head
    if token.tag_ not in RELATIVES and not (token.lower_ == "that" and clause.dep_ == "acl:relcl"):
        return token
    for above in walk_up(clause):
        if above.dep_ == "acl:relcl":
            return above.head
    return token


def find_base(token: Token) -> str:
    """The dictionary form of a verb; what the lemmas do not know loses its ending ("comprises", "administers")."""
    lemma = token.lemma_.lower()
    return (
        lemma.removesuffix("s")
        if token.tag_ in ("VBZ", "VBP") and lemma == token.lower_ and lemma[-2:] != "ss"
        else lemma
    )

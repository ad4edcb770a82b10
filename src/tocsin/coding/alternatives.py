"""Alternatives: what comes if the first is not done ("leave or face war", "withdraw, otherwise", "failing which")."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.clauses import find_child, is_passive
from tocsin.coding.harm import find_harm
from tocsin.coding.threat_words import load_cues

JOINED = ("conj", "advcl", "parataxis")
TURNS = frozenset({"or", "otherwise", "else", "lest"})
REACH = 8


def list_alternatives(verb: Token) -> Iterator[Token]:
    """The verbs behind "or", "otherwise", "failing which", wherever the tree hung them."""
    for child in verb.children:
        joined = child.dep_ in JOINED and child.i > verb.i
        if joined and any(c.lower_ in TURNS and c.dep_ in ("cc", "mark", "advmod") for c in child.children):
            yield child
    for token in verb.doc[verb.i + 1 : verb.sent.end - 1]:
        clause = find_child(token, "ccomp", "acl:relcl") if token.lower_ == "failing" else None
        if clause is not None:
            yield clause
        if token.lower_ == "or" and token.nbor().lemma_.lower() in load_cues("alternatives", "verbs"):
            yield token.nbor()


def has_harm(verb: Token) -> bool:
    """Whether what comes "or else" is harm: a word of it, or what is done to somebody ("be driven out")."""
    if find_harm(verb, None, False) is not None or verb.lemma_.lower() in load_cues("harm", "ends"):
        return True
    if verb.lemma_.lower() in load_cues("alternatives", "verbs"):
        behind = verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]
        return any(t.lemma_.lower() in load_cues("harm", "nouns") for t in behind)
    return is_passive(verb)

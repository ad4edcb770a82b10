"""Scene: what is known of a document while its actors are being found, and the nouns that name actors."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from tocsin.codebook.people import index_roles
from tocsin.codebook.tables import load_states, load_table
from tocsin.coding.attributions import Attribution
from tocsin.coding.memory import Memory
from tocsin.coding.mentions import Name, Who
from tocsin.coding.nouns import load_nouns

SHORTEST = 3
UNDER = frozenset({"deputy", "vice", "assistant"})
CLAUSAL = ("VERB", "AUX", "SCONJ", "CCONJ")
LOOSE = ("nmod", "compound", "amod", "nmod:poss", "nmod:desc", "flat")


@dataclass
class Scene:
    """A document with its names, and what was found out so far.

    `speakers` gives the token that speaks a quotation, `titled` the people whom the text names with a title,
    `datelines` the tokens of places that only say where a report was written.
    """

    doc: Doc
    names: dict[int, Name]
    on: date | None
    quotation_of: dict[int, int]
    attributions: Sequence[Attribution]
    speakers: dict[int, int]
    datelines: frozenset[int] = frozenset()
    memory: Memory = field(default_factory=Memory)
    found: dict[int, tuple[Who, ...]] = field(default_factory=dict)
    named: dict[int, tuple[Who, ...]] = field(default_factory=dict)
    under_way: set[int] = field(default_factory=set)
    read: set[int] = field(default_factory=set)
    offices: dict[tuple[str, str], Who] = field(default_factory=dict)
    people: dict[str, Who] = field(default_factory=dict)
    titled: dict[str, list[str]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def find_name(self, token: Token) -> Name | None:
        return self.names.get(token.i)

    def names_state(self, state: str) -> bool:
        """Whether the text, or its dateline, names a state in any form of its name, and not only an organ of it."""
        if not self.told:
            self.told.update(name.who.name for name in self.names.values() if name.who is not None)
        return state in self.told or any(who.name == state for who in self.memory.states)


@cache
def load_organs(key: str) -> frozenset[str]:
    """Organs that are the state ("state_organs"), or act for it ("own_organs"), in lower case."""
    return frozenset(words.lower() for words in load_table("roles")[key])


def list_modifiers(token: Token) -> list[Token]:
    """The words of the noun phrase of `token` that stand before it, in order, clauses left out."""
    doc, first = token.doc, token.i
    left, right = token.left_edge.i, token.right_edge.i
    while first > 0 and not doc[first].is_sent_start:
        t = doc[first - 1]
        head = t.head.i
        tied = left <= head <= right and head > t.i and t.dep_ in ("case", "punct")
        if not (left <= t.i <= right or tied or _touches(t)):
            break
        if t.pos_ in CLAUSAL and t.dep_ not in ("amod", "compound"):
            break
        if t.text == "," and first > 1 and doc[first - 2].pos_ in ("PROPN", "NOUN"):
            break
        first -= 1
    return [t for t in doc[first : token.i] if not (t.dep_ == "case" and t.pos_ == "ADP")]


def _touches(token: Token) -> bool:
    """Whether a word that the tree ties elsewhere is a modifier of the noun right after it all the same."""
    loose = token.dep_ in LOOSE and token.pos_ in ("NOUN", "PROPN", "ADJ")
    owned = token.tag_ == "POS" and token.head.dep_ == "nmod:poss"
    return (loose and not any(c.dep_ == "case" and c.pos_ == "ADP" for c in token.children)) or owned


@lru_cache(maxsize=8192)
def _may_end(key: str, word: str) -> bool:
    """Whether an organ of a list, or an office ("roles"), ends with a word, so that it is worth a closer look."""
    listed = index_roles() if key == "roles" else load_organs(key)
    ends = (word, singular(word))
    return len(word) < SHORTEST or any(words.endswith(ends) for words in listed)


def match_organ(token: Token, key: str) -> str | None:
    """The longest organ of a list that ends with `token` ("foreign ministry"), in lower case."""
    if not _may_end(key, token.lower_):
        return None
    phrase = [*list_modifiers(token)[-3:], token]
    parts = "".join(t.text_with_ws for t in phrase).lower().split()
    for size in range(min(4, len(parts)), 0, -1):
        joined = " ".join(parts[-size:])
        if joined in load_organs(key) or singular(joined) in load_organs(key):
            return joined
    return token.lower_ if token.lower_ in load_organs(key) else None


def match_role(token: Token) -> str | None:
    """The office that ends with `token` ("foreign minister"), in lower case singular; None where it is no office."""
    if not _may_end("roles", token.lower_):
        return None
    parts = "".join(t.text_with_ws for t in [*list_modifiers(token)[-4:], token]).lower().split()
    parts[-1:] = [singular(last) for last in parts[-1:]]
    roles = index_roles()
    for size in range(min(5, len(parts)), 0, -1):
        joined = " ".join(parts[-size:])
        if joined in roles:
            under = parts[-size - 1] if size < len(parts) else ""
            return f"{under} {joined}" if under in UNDER else joined
    return None


def is_role_noun(token: Token) -> bool:
    """Whether a noun names what a person is or does."""
    return token.lemma_.lower() in load_nouns("people_nouns") or match_role(token) is not None


def singular(words: str) -> str:
    """English words with a plural s taken off the last one."""
    if words.endswith("ies"):
        return words[:-3] + "y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


@cache
def index_adjectives() -> dict[str, str]:
    """The adjective of each state: "Serbian" of "Serbia"; its own name where it has none."""
    return {state.name: state.adjective[0] if state.adjective else state.name for state in load_states()}


def find_adjective(state: str) -> str:
    """The adjective of a state, or the name where the tables have none."""
    return index_adjectives().get(state, state)


def is_past(title: Token) -> bool:
    """Whether a title is one that its holder no longer, or not yet, has ("former", "ousted")."""
    words = {t.lower_ for t in list_modifiers(title)}
    return bool(words & set(load_table("roles")["not_now"]))


def is_plural(token: Token) -> bool:
    """Whether a noun or pronoun is more than one."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in (
        "they",
        "them",
        "their",
        "theirs",
        "these",
        "those",
        "both",
        "we",
        "us",
        "our",
    )


def set_acts_for(scene: Scene, who: Who, acts_for: str | None) -> Who:
    """The person with whom they act for, once the text has said so; the same for all later mentions."""
    known = scene.people.get(who.name, who)
    if acts_for and not known.acts_for:
        known = replace(known, acts_for=acts_for)
    scene.people[who.name] = known
    return known

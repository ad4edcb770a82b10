"""Types of events: which of PLOVER's types a verb with what hangs on it, or a noun, stands for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from tocsin.codebook.lexicon import open_class
from tocsin.codebook.tables import load_table
from tocsin.coding.clauses import find_objects, is_passive, list_conjuncts

PARTICLES = ("compound:prt", "advmod", "compound")
OBLIQUES = ("obl", "nmod", "advcl", "ccomp", "xcomp", "acl")
PARTICLE_WORDS = frozenset({"in", "out", "up", "down", "back", "away", "off", "over", "on"})
JOINED_TO = frozenset({"to", "on", "of", "with", "from", "against", "at", "for", "in"})
OBJECT_WEIGHT = 1.5
OWN_WEIGHT = 0.5
CLASSES: Mapping[str, str] = {
    "AGREE": "verbal cooperation", "CONSULT": "verbal cooperation", "SUPPORT": "verbal cooperation",
    "COOPERATE": "material cooperation", "AID": "material cooperation", "YIELD": "material cooperation",
    "REQUEST": "verbal conflict", "ACCUSE": "verbal conflict", "REJECT": "verbal conflict",
    "THREATEN": "verbal conflict",
    "PROTEST": "material conflict", "SANCTION": "material conflict", "MOBILIZE": "material conflict",
    "COERCE": "material conflict", "ASSAULT": "material conflict", "OTHER": "other",
}  # fmt: skip


@dataclass(frozen=True)
class Pattern:
    """Words after a verb, nouns that the last of them (or the object) must be, and the type they stand for."""

    type: str
    verb: str
    words: tuple[str, ...]
    nouns: frozenset[str]
    weight: float

    @property
    def text(self) -> str:
        return " ".join((self.verb, *self.words)) + (": " + "/".join(sorted(self.nouns)[:3]) if self.nouns else "")


@dataclass(frozen=True)
class Match:
    """A type, the pattern and words that gave it, and the token that carries the nouns of the pattern."""

    type: str
    why: str
    weak: bool
    carrier: Token | None = None


@cache
def load_cues(key: str) -> frozenset[str]:
    """One list of words of the cues of events."""
    return frozenset(load_table("cues_events")[key])


@cache
def index_patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """The patterns of each verb, the most telling first."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    skip = load_cues("skip")
    for table, own in (("events", 0.0), ("cues_events", OWN_WEIGHT)):
        for row in load_table(table)["type"]:
            for words in row["patterns"]:
                if words not in skip or own:
                    pattern = read_pattern(words, row["name"], own)
                    found[pattern.verb].append(pattern)
    return {verb: tuple(sorted(rows, key=lambda p: -p.weight)) for verb, rows in found.items()}


def read_pattern(words: str, name: str, extra: float) -> Pattern:
    """A pattern as the tables write it: "verb", "verb particle", "verb particle: noun, @class"."""
    front, _, nouns = words.partition(":")
    verb, *rest = front.split()
    listed = frozenset(noun for n in nouns.split(",") for noun in open_class(n.strip().lower()))
    return Pattern(name, verb, tuple(rest), listed, len(rest) + (OBJECT_WEIGHT if listed else 0) + extra)


@cache
def index_nouns() -> Mapping[str, str]:
    """The type of each noun that names an act; a noun of several types keeps the type that is the stronger act."""
    order = list(CLASSES)
    found: dict[str, str] = {}
    for row in load_table("events")["type"]:
        for noun in row.get("nouns", ()):
            if noun not in found or (order.index(row["name"]) > order.index(found[noun]) and row["name"] != "OTHER"):
                found[noun] = row["name"]
    return found


def match_verb(verb: Token) -> Match | None:
    """The type of the act that `verb` tells with what hangs on it; None where the tables have none."""
    for pattern in index_patterns().get(_read_lemma(verb), ()):
        found = _match_pattern(pattern, verb)
        if found is not None and not (pattern.type == "ASSAULT" and is_figurative(found)):
            front = " ".join((pattern.verb, *pattern.words))
            weak = not pattern.nouns and (front in load_cues("weak"))
            return Match(pattern.type, pattern.text, weak, found if found.i != verb.i else None)
    return None


def match_light(verb: Token) -> Match | None:
    """The type of the noun that a light verb makes an act of ("announced a withdrawal")."""
    if _read_lemma(verb) not in load_cues("light"):
        return None
    for head in find_objects(verb):
        for noun in list_conjuncts(head):
            named = "COOPERATE" if _is_joint(noun) else match_noun(noun)
            known = named == "REQUEST" and any(c.lower_ in ("the", "this") for c in noun.children)
            if named is not None and not known and not any(c.lower_ in ("such", "no") for c in noun.children):
                return Match(named, f"{verb.lemma_} + {noun.lower_}", False, noun)
    return None


def match_noun(noun: Token) -> str | None:
    """The type of an act that a noun names ("air strikes", "blockade")."""
    nouns = index_nouns()
    before = [c.lower_ for c in noun.lefts if c.dep_ in ("compound", "amod") and c.i == noun.i - 1]
    for words in [f"{b} {noun.lemma_.lower()}" for b in before] + [noun.lemma_.lower(), noun.lower_]:
        if words in nouns:
            return nouns[words] if nouns[words] != "ASSAULT" or not is_figurative(noun) else None
    return None


def is_figurative(noun: Token) -> bool:
    """Whether a noun of fighting names none: "trade war", "charm offensive", "war of words"."""
    beside = (c for c in noun.children if c.dep_ in ("amod", "compound", "nmod"))
    return noun.pos_ == "NOUN" and any(c.lower_ in load_cues("figurative") for c in beside)


def _read_lemma(verb: Token) -> str:
    """The dictionary form of a verb, mended where an ending was taken off wrongly ("thanke")."""
    lemma = verb.lemma_.lower()
    known = index_patterns()
    return lemma[:-1] if lemma not in known and lemma[:-1] in known else lemma


def _match_pattern(pattern: Pattern, verb: Token) -> Token | None:
    """The token that carries the nouns of a pattern (the verb where it has none), or None where it does not fit."""
    carriers: Iterable[Token] = ()
    for word, after in pairwise((*pattern.words, "")):
        carriers = _find_word(word, verb)
        # "give in", "back out of": a particle, no preposition ("gave her an hour in a letter").
        if (word in PARTICLE_WORDS and after in JOINED_TO) or (word == "in" and pattern.verb in load_cues("gives_in")):
            carriers = [c for c in carriers if c.dep_ in PARTICLES]
        if not carriers:
            return None
    if not pattern.nouns:
        return verb
    # "gave them 48 hours": some trees make a time of what is an object.
    times = [c for c in verb.children if c.dep_ == "obl:unmarked" and not pattern.words and verb.lemma_ == "give"]
    times = [c for c in times if any(k.dep_ == "nummod" for k in c.children)]
    carriers = [*carriers, *find_objects(verb), *times]
    for carrier in carriers:
        for token in list_conjuncts(carrier):
            if _names_one(token, pattern.nouns):
                return token
    return None


def _names_one(token: Token, nouns: frozenset[str]) -> bool:
    if token.lemma_.lower() in nouns or token.lower_ in nouns or ("$" in nouns and token.lower_.endswith("$")):
        return True
    before = next((c for c in token.lefts if c.i == token.i - 1), None)
    if before is not None and f"{before.lower_} {token.lemma_.lower()}" in nouns:
        return True
    # "two rounds of talks", "hundreds of soldiers": what is counted stands behind "of".
    counted = [c for c in token.children if c.dep_ == "nmod" and any(k.lower_ == "of" for k in c.children)]
    return token.lemma_ in load_cues("counters") and any(c.lemma_.lower() in nouns for c in counted)


def _find_word(word: str, verb: Token) -> list[Token]:
    """What a word of a pattern stands for under `verb`: particle, preposition with its noun, object."""
    found = [c for c in verb.children if _is_word(c, word, verb)]
    for child in verb.children:
        # "impose sanctions on": a preposition behind the object hangs on the object in many trees.
        if child.dep_ == "obj" and not is_passive(verb):
            found.extend(c for c in child.children if c.dep_ == "nmod" and _is_marked(c, word))
    return found


def _is_word(child: Token, word: str, verb: Token) -> bool:
    if child.dep_ in PARTICLES and child.lower_ == word and child.i > verb.i:
        return True
    if child.dep_.split(":")[0] in (*OBLIQUES, "obj") and _is_marked(child, word) and not is_time(child):
        return True
    return (child.dep_ in ("obj", "xcomp", "obl") and child.lower_ == word) or (
        child.dep_ == "obj" and child.lemma_ == word
    )


def is_time(token: Token) -> bool:
    """Whether a noun is a day or another time, so that "on Tuesday" fills no place of a pattern."""
    if token.lemma_ in load_cues("counters"):
        return any(c.dep_ == "nmod" and c.lemma_ in load_cues("times") for c in token.children)
    return token.ent_type_ in ("DATE", "TIME") or token.dep_ == "obl:unmarked" or token.lower_ in load_cues("times")


def _is_marked(token: Token, word: str) -> bool:
    return any(c.lower_ == word and c.dep_ in ("case", "mark") and c.i < token.i for c in token.children)


def _is_joint(noun: Token) -> bool:
    """Whether a noun names what several do together ("joint naval exercises")."""
    return any(c.lower_ in ("joint", "combined") for c in noun.children) and noun.lemma_.lower() in load_cues(
        "joint_nouns"
    )

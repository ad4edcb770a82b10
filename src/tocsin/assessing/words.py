"""Words that carry the meaning of a phrase, in one form each, so that two phrases can be compared."""

import re
from functools import cache, lru_cache

import simplemma

from tocsin.codebook.tables import load_table

PREPOSITIONS = re.compile(
    r"\b(to|on|in|at|by|for|with|without|from|into|against|over|along|under|until|after|before|next)\b|\("
)


@cache
def list_words(kind: str) -> frozenset[str]:
    """A list of the table of comparing: empty, negations, stops, joint, fighting."""
    return frozenset(load_table("comparing")[kind].split())


@cache
def index_alike() -> dict[str, str]:
    """The stem that a word counts as."""
    return {word: stem for stem, words in load_table("comparing")["alike"].items() for word in words.split()}


@lru_cache(maxsize=10_000)
def find_stem(word: str) -> str:
    """One form for the inflections of an English word, and for words that news uses alike."""
    plain = word.lower()
    lemma = str(simplemma.lemmatize(plain, lang="en")).lower()
    return index_alike().get(plain, index_alike().get(lemma, lemma))


def split_phrase(phrase: str) -> list[str]:
    """The words of a phrase; "don't" gives "do" and "not", possessives lose their ending."""
    plain = re.sub(r"n['’]t\b", " not", re.sub(r"['’]s\b", "", phrase))
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)?", plain)


def find_content(phrase: str) -> frozenset[str]:
    """The content words of a phrase, each as its stem."""
    return frozenset(find_stem(w) for w in split_phrase(phrase) if w.lower() not in list_words("empty"))


def find_names(phrase: str) -> frozenset[str]:
    """The content words of a phrase that are written as names."""
    return find_content(" ".join(w for w in phrase.split() if w[:1].isupper()))


def take_leading(phrase: str) -> str:
    """The words before the first preposition or bracket: what is to be done, without where, when and for whom."""
    found = PREPOSITIONS.search(phrase)
    return phrase[: found.start()] if found and found.start() else phrase


def is_turned(phrase: str, proposal: str) -> bool:
    """Whether a condition asks for the contrary of the proposal: a negation, or a word of stopping, of its own.

    **Holds** a negation together with a word of stopping turns nothing.
    """
    own, theirs = [[w.lower() for w in split_phrase(p)] for p in (phrase, proposal)]
    negations = any(w in list_words("negations") for w in own) != any(w in list_words("negations") for w in theirs)
    stops = any(is_stop(w) for w in own) != any(is_stop(w) for w in theirs)
    return negations != stops


def is_stop(word: str) -> bool:
    return word in list_words("stops") or find_stem(word) in list_words("stops")

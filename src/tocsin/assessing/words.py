"""Words that carry the meaning of a phrase, in one form each, so that two phrases can be compared."""

import re
from functools import lru_cache

import simplemma

EMPTY = frozenset(
    [
        "a",
        "about",
        "against",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "before",
        "being",
        "but",
        "by",
        "can",
        "could",
        "do",
        "does",
        "during",
        "each",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "might",
        "must",
        "no",
        "not",
        "of",
        "off",
        "on",
        "once",
        "or",
        "other",
        "our",
        "own",
        "shall",
        "she",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "under",
        "until",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "will",
        "with",
        "within",
        "without",
        "would",
        "you",
        "your",
        "ever",
        "never",
        "yet",
        "still",
        "more",
        "most",
        "only",
        "new",
    ]
)
ALIKE = {
    "soldier": "troop", "force": "troop", "army": "troop", "battalion": "troop", "boot": "troop",
    "dispatch": "send", "deploy": "send", "deliver": "send", "supply": "send", "provide": "send", "give": "send",
    "ship": "send", "transfer": "send", "delivery": "send", "deployment": "send",
    "intervene": "intervention", "intervening": "intervention", "invade": "intervention",
    "fire": "attack", "strike": "attack", "assault": "attack", "bomb": "attack",
    "fill": "filling", "weapon": "arms", "ban": "embargo", "expel": "expulsion", "leave": "withdraw",
    "withdrawal": "withdraw", "removal": "remove", "annexation": "annex", "recognition": "recognise",
    "recognize": "recognise", "broadcasting": "broadcast", "sanctions": "sanction", "talk": "negotiate",
    "negotiation": "negotiate", "accord": "agreement", "deal": "agreement", "treaty": "agreement",
}  # fmt: skip
NEGATIONS = frozenset(
    [
        "not",
        "no",
        "never",
        "n't",
        "cannot",
        "without",
        "unless",
        "refuse",
        "refuses",
        "fail",
        "fails",
        "reject",
        "rejects",
    ]
)
STOPS = frozenset(
    ["stop", "end", "halt", "cease", "refrain", "desist", "abandon", "cancel", "withdraw", "lift", "suspend"]
)


@lru_cache(maxsize=10_000)
def find_stem(word: str) -> str:
    """One form for the inflections of an English word, and for words that news uses alike."""
    plain = word.lower()
    lemma = str(simplemma.lemmatize(plain, lang="en")).lower()
    return ALIKE.get(plain, ALIKE.get(lemma, lemma))


def split_phrase(phrase: str) -> list[str]:
    return re.findall(
        r"[^\W_]+(?:['’][^\W_]+)?", re.sub(r"n['’]t\b", " not", phrase.replace("’s", "").replace("'s", ""))
    )


def find_content(phrase: str) -> frozenset[str]:
    """The content words of a phrase, each as its stem."""
    return frozenset(find_stem(w) for w in split_phrase(phrase) if w.lower() not in EMPTY)


def is_turned(phrase: str, proposal: str) -> bool:
    """Whether a condition asks for the contrary of the proposal: a negation, or a word of stopping, of its own.

    **Holds** a negation together with a word of stopping turns nothing.
    """
    own = [w.lower() for w in split_phrase(phrase)]
    theirs = {w.lower() for w in split_phrase(proposal)}
    turns = any(w in NEGATIONS for w in own) and not theirs & NEGATIONS
    stops = any(find_stem(w) in STOPS or w in STOPS for w in own) and not {find_stem(w) for w in theirs} & STOPS
    return turns != stops

"""The dictionary form of a word, from its form and its part of speech."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import simplemma

CLITICS = {
    ("'s", "AUX"): "be", ("'re", "AUX"): "be", ("'m", "AUX"): "be", ("'ve", "AUX"): "have", ("'ll", "AUX"): "will",
    ("'d", "AUX"): "would", ("n't", "PART"): "not", ("nt", "PART"): "not", ("ca", "AUX"): "can", ("wo", "AUX"): "will",
    ("sha", "AUX"): "shall", ("'s", "VERB"): "be", ("'re", "VERB"): "be", ("'m", "VERB"): "be", ("'ve", "VERB"): "have",
}  # fmt: skip
PRONOUNS = {
    "me": "I", "i": "I", "him": "he", "them": "they", "us": "we", "an": "a", "these": "this", "those": "that",
    "her": "she",
}  # fmt: skip
VERBS = {
    "left": "leave", "lay": "lie", "lain": "lie", "lying": "lie", "found": "find", "founded": "found", "born": "bear",
    "felt": "feel", "fell": "fall", "bound": "bind", "wound": "wind", "spoke": "speak", "rose": "rise", "shot": "shoot",
    "bore": "bear", "saw": "see", "bit": "bite", "met": "meet", "led": "lead", "thought": "think", "broke": "break",
    "being": "be", "dying": "die", "tying": "tie", "mixed": "mix", "woke": "wake", "fed": "feed", "fled": "flee",
    "bred": "breed", "dug": "dig", "hung": "hang", "lit": "light", "stuck": "stick", "struck": "strike", "hit": "hit",
    "stove": "stave", "wore": "wear", "swore": "swear", "tore": "tear", "won": "win", "paid": "pay", "laid": "lay",
    "aimed": "aim", "used": "use", "thinking": "think", "growing": "grow", "writing": "write",
    "gone": "go", "playing": "play", "fixed": "fix", "fixing": "fix", "serving": "serve", "developed": "develop",
    "thanked": "thank", "annexed": "annex", "thanking": "thank", "annexing": "annex",
    "travelling": "travel", "trading": "trade", "preferred": "prefer", "rating": "rate", "determining": "determine",
}  # fmt: skip
NOUNS = {
    "media": "media", "leaves": "leave", "troops": "troop", "forces": "force", "bases": "base", "lives": "life",
    "people": "people", "axes": "axis", "data": "data", "dice": "die", "talks": "talk", "arms": "arm", "means": "means",
    "wives": "wife", "thieves": "thief", "shelves": "shelf", "skies": "sky", "sales": "sale", "teeth": "tooth",
}  # fmt: skip
COMPARISONS = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "more": "more", "most": "most", "less": "less",
    "least": "least", "further": "far", "farther": "far", "closer": "close", "closest": "close",
}  # fmt: skip

HYPHENS = frozenset("-‐‑–")
_MODALS = frozenset({"can", "could", "will", "would", "may", "might", "shall", "should", "must"})
_BE = frozenset({"am", "are", "is", "was", "were", "been", "being"})
_INFLECTED = frozenset({"VBD", "VBG", "VBN", "VBZ", "NNS", "JJR", "JJS", "RBR", "RBS"})


def find_lemmas(words: Sequence[str], parts: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The lemmas of a text; the last part of "cease-fire", three tokens, is "ceasefire"."""
    lemmas = list(map(find_lemma, words, parts, tags))
    for i, lemma in enumerate(lemmas[2:], start=2):
        if lemma == "fire" and words[i - 1] in HYPHENS and words[i - 2].lower() == "cease":
            lemmas[i] = "ceasefire"
    return lemmas


@lru_cache(maxsize=200_000)
def find_lemma(form: str, part: str, tag: str) -> str:
    """The lemma of `form` with the universal part of speech `part` and the Penn tag `tag`.

    Names keep their form; forms that the tag calls uninflected are only lower-cased.
    """
    if part == "PROPN":
        return form
    word = form.lower().replace("’", "'")
    if (word, part) in CLITICS:
        return CLITICS[word, part]
    if part in ("PRON", "DET"):
        return PRONOUNS.get(word, word) if tag != "PRP$" else word
    if part in ("AUX", "VERB") and word in _BE:
        return "be"
    if word in _MODALS and part == "AUX":
        return word
    if part == "AUX":
        return _look_up(word)
    if tag not in _INFLECTED:
        return word
    *before, last = word.split("-")
    return "-".join([*before, _find_inflected(last, tag) if last.isalpha() else last])


def _find_inflected(word: str, tag: str) -> str:
    table = VERBS if tag.startswith("V") else NOUNS if tag == "NNS" else COMPARISONS
    if word in table:
        return table[word]
    found = _look_up(word)
    if found != word and simplemma.is_known(found, lang="en"):
        return found
    if tag.startswith("V"):
        return next((stem for stem in _strip_verb(word) if _is_uninflected(stem)), found)
    return word[:-1] if found == word and tag == "NNS" and re.search(r"[^suix']s$", word) else found


def _strip_verb(word: str) -> Iterator[str]:
    """What the verb may be without its ending: "planning" plan, plann, planne."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                yield stem[:-1]
            yield stem
            if ending in ("ing", "ed"):
                yield stem + "e"


def _is_uninflected(word: str) -> bool:
    return simplemma.is_known(word, lang="en") and _look_up(word) == word


def _look_up(word: str) -> str:
    return str(simplemma.lemmatize(word, lang="en")).lower()

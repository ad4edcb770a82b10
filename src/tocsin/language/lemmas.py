"""The dictionary form of a word, from its form and its part of speech."""

from functools import lru_cache

import simplemma

CLITICS = {
    ("'s", "AUX"): "be", ("’s", "AUX"): "be", ("'re", "AUX"): "be", ("’re", "AUX"): "be", ("'m", "AUX"): "be",
    ("’m", "AUX"): "be", ("'ve", "AUX"): "have", ("’ve", "AUX"): "have", ("'ll", "AUX"): "will", ("’ll", "AUX"): "will",
    ("'d", "AUX"): "would", ("’d", "AUX"): "would", ("n't", "PART"): "not", ("n’t", "PART"): "not",
    ("ca", "AUX"): "can", ("wo", "AUX"): "will", ("sha", "AUX"): "shall", ("’s", "PART"): "'s",
}  # fmt: skip
PRONOUNS = {
    "me": "I", "i": "I", "him": "he", "them": "they", "us": "we", "an": "a", "these": "this", "those": "that",
    "her": "she", "whom": "who",
}  # fmt: skip
VERBS = {
    "left": "leave", "lay": "lie", "lain": "lie", "lying": "lie", "found": "find", "founded": "found", "born": "bear",
    "felt": "feel", "fell": "fall", "bound": "bind", "wound": "wind", "spoke": "speak", "rose": "rise", "shot": "shoot",
    "bore": "bear", "saw": "see", "dove": "dive", "ground": "grind", "bit": "bite", "met": "meet", "led": "lead",
    "stove": "stave", "meeting": "meet", "building": "build", "being": "be", "dying": "die", "tying": "tie",
    "’s": "be", "'s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have",
}  # fmt: skip
NOUNS = {"media": "media", "leaves": "leave", "axes": "axis", "troops": "troop", "forces": "force", "bases": "base"}
COMPARISONS = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "more": "more", "most": "most", "less": "less",
    "least": "least",
}  # fmt: skip

_INFLECTED = frozenset({"VBD", "VBG", "VBN", "VBZ", "NNS", "JJR", "JJS", "RBR", "RBS"})


@lru_cache(maxsize=200_000)
def find_lemma(form: str, part: str, tag: str) -> str:
    """The lemma of `form` with the universal part of speech `part` and the Penn tag `tag`.

    Names keep their form; forms that the tag calls uninflected are only lower-cased.
    """
    if part == "PROPN":
        return form
    word = form.lower()
    if (word, part) in CLITICS:
        return CLITICS[word, part]
    if part in ("PRON", "DET"):
        return PRONOUNS.get(word, word) if tag != "PRP$" else word
    if part == "AUX" or (part == "VERB" and word in ("am", "are", "is", "was", "were", "been", "'s")):
        return _find_auxiliary(word)
    if tag not in _INFLECTED:
        return word
    return _find_inflected(word, tag)


def _find_auxiliary(word: str) -> str:
    if word in ("can", "could", "will", "would", "may", "might", "shall", "should", "must"):
        return word
    return VERBS.get(word) or str(simplemma.lemmatize(word, lang="en"))


def _find_inflected(word: str, tag: str) -> str:
    special = VERBS if tag.startswith("V") else NOUNS if tag == "NNS" else COMPARISONS
    return special.get(word) or str(simplemma.lemmatize(word, lang="en")).lower()

"""Bring names to one form, so that "The Czech Republic's" and "Czech Republic" meet."""

import unicodedata

ARTICLES = ("the ", "a ", "an ")
SPARE = ' ,;:"'
LONGEST_ACRONYM = 8


def strip_name(name: str) -> str:
    """The name without accents, curly apostrophes, spare white space, possessive and article.

    **Holds** stripping twice is stripping once.
    """
    words = name if name.isascii() else fold_letters(name)
    words = " ".join(words.split()).strip(SPARE)
    while (shorter := strip_end(strip_article(words))) != words:
        words = shorter
    return words


def fold_letters(name: str) -> str:
    """The name in letters without accents, its apostrophes and dashes plain."""
    folded = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").replace("ʼ", "'"))
    return "".join(c for c in folded if not unicodedata.combining(c)).translate(LETTERS)


def strip_article(words: str) -> str:
    """The words without an article before them."""
    lowered = words[:4].lower()
    return next((words[len(a) :].strip(SPARE) for a in ARTICLES if lowered.startswith(a)), words)


def strip_end(words: str) -> str:
    """The words without a possessive behind them."""
    if words.endswith(("'s", "'S")):
        return words[:-2].rstrip(SPARE)
    return words[:-1].rstrip(SPARE) if words.endswith(("s'", "S'")) else words


# Letters that do not fall apart into a Latin letter and an accent.
LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae",
                         "Æ": "AE", "“": '"', "”": '"', "–": "-", "ð": "d", "þ": "th"})  # fmt: skip


def is_acronym(stripped: str) -> bool:
    """Whether a name is written in capitals throughout and short: "US", "U.S.", "G7", "OPEC+"."""
    letters = stripped.replace(".", "").replace("-", "")
    return len(letters) <= LONGEST_ACRONYM and letters.isupper() and " " not in letters


def make_key(stripped: str) -> str:
    """The key of a stripped name: acronyms keep their capitals, so that "us" is not "US"; the rest loses case."""
    if is_acronym(stripped):
        return stripped.replace(".", "")
    return stripped.lower().replace(".", "").replace("-", " ")


def make_plain_key(stripped: str) -> str:
    """The key of a stripped name whatever its case, for text written all in capitals."""
    return stripped.lower().replace(".", "").replace("-", " ")


def has_capital(stripped: str) -> bool:
    """Whether a name has a capital or a figure, as names in running text do ("von der Leyen", "al-Shabaab", "10")."""
    return any(c.isupper() or c.isdigit() for c in stripped)

"""Whether a text is English, the one language that the coder reads; if not, which language it looks like."""

import re
from functools import cache
from importlib import import_module
from typing import Any

from tocsin.errors import InputError
from tocsin.reading.language_names import LANGUAGE_NAMES

# Was, are and have are not among the telling ones: they are words of Dutch, Afrikaans or Danish too.
TELLING = "the and that with were has been from this which would said their they"
OTHERS = (
    "was have had are is will his not but for by at to of it its in on as an be than could should who after before "
    "about into against between"
)
TELLING_WORDS = frozenset(TELLING.split())
FUNCTION_WORDS = TELLING_WORDS | frozenset(OTHERS.split())
ENGLISH_SHARE = 0.2
TELLING_SHARE = 0.05
WORD = re.compile(r"[^\W\d_]+")
# Markup that is in no language: addresses, handles, hashtags.
FURNITURE = re.compile(r"https?://\S+|www\.\S+|[@#]\w+")
CHARACTERS_JUDGED = 20_000


def check_english(text: str, where: str) -> None:
    """Raises InputError, naming the language, for a text that is clearly in another one.

    A text with the function words of English passes at once. Any other goes to a language model, which takes half
    a second to load; a text of which it is unsure, such as a list of names, passes.
    """
    judged = FURNITURE.sub(" ", text[:CHARACTERS_JUDGED])
    if has_english_words(judged):
        return
    code, chance = load_identifier().classify(judged)
    if code in ("en", "zxx") or chance < 0.5:
        return
    name = LANGUAGE_NAMES.get(code, f"another language ({code})")
    raise InputError(where, f"it looks like {name}, and only English is read", "Give an English text")


def has_english_words(text: str) -> bool:
    words = [word.lower() for word in WORD.findall(text)]
    share = sum(word in FUNCTION_WORDS for word in words)
    telling = sum(word in TELLING_WORDS for word in words)
    return share >= ENGLISH_SHARE * len(words) and telling >= max(1, TELLING_SHARE * len(words))


@cache
def load_identifier() -> Any:
    """The model of py3langid, with chances; loaded only for a text that needs it (0.7 s)."""
    langid = import_module("py3langid.langid")
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)

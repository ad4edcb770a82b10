"""Images: threats in set phrases, of which no word is one of harm: "playing with fire", "our patience has limits"."""

import re
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_grammatical_subject, list_subtree
from tocsin.coding.harm import is_own

APART = ("acl:relcl", "ccomp", "parataxis")


@cache
def load_images(kind: str) -> re.Pattern[str]:
    """The set phrases of a kind as one pattern over words in lower case."""
    return re.compile("|".join(load_table("cues_threats")["images"][kind]))


def find_image(article: Article, verb: Token, speaker: Who) -> Token | None:
    """The verb of a clause that threatens by an image: of another's fate, or of the speaker's own patience and arms."""
    words = " ".join(t.lower_ for t in list_subtree(verb, APART))
    if load_images("own").search(words):
        return verb
    if not load_images("others").search(words):
        return None
    subject = find_grammatical_subject(verb)
    near = [subject, *(c for c in subject.children if c.dep_ == "nmod:poss")] if subject is not None else []
    own = any(is_own(w, speaker) for t in near for w in article.cast.who(t))
    return None if own or (subject is not None and subject.lower_ in ("i", "we")) else verb

"""Captions: what is said behind a colon, without quotation marks or a verb of saying."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.sources import is_own_reporter
from tocsin.coding.speech import load_cues, load_speech_nouns
from tocsin.coding.utterances import cover_loosely, cover_words, write_statements
from tocsin.records.coding import Statement

SURE = 0.8


def code_colon(article: Article, token: Token) -> Iterator[Statement]:
    """ "Austria's chancellor: gas will not be a topic" """
    if token.text != ":" or token.i + 2 >= len(article.doc):
        return
    before = [t for t in article.doc[token.sent.start : token.i] if not t.is_space]
    after = [t for t in article.doc[token.i + 1 : token.sent.end] if not t.is_space]
    if (
        not before
        or not after
        or any(t.pos_ in ("VERB", "AUX") for t in before)
        or any(article.find_quotation(t) for t in after)
    ):
        return
    if not any(t.pos_ in ("VERB", "AUX") for t in after) or len(before) > 14:
        return
    whos: Sequence[Who] = [w for t in before for o in _list_owners(t) for w in article.cast.who_speaks(o)]
    whos = whos or next(
        (w for t in reversed(before) if (w := article.cast.who_alone(t)) and _may_speak(article, t, w[0])), ()
    )
    if whos and not any(is_own_reporter(t) for t in before):
        evidence = cover_loosely(article, [*before, *after], token.i)
        content = cover_words(article, after)
        yield from write_statements(article, whos, None, False, evidence, content, SURE, "report: ':'")


def _list_owners(noun: Token) -> Iterator[Token]:
    """Whose word of communication opens a sentence before a colon: "The allies' message to Baghdad: ..."."""
    words = load_cues("replies") | set(load_speech_nouns())
    if noun.dep_ not in ("nmod", "obl", "obj") and noun.lemma_.lower() in words:
        yield from (c for c in noun.children if c.dep_ == "nmod:poss")


def _may_speak(article: Article, token: Token, who: Who) -> bool:
    """Whether a name before a colon speaks: a person, an organ, or a state by the name of its seat ("The Pentagon")."""
    name = article.cast.scene.find_name(token)
    seated = name is not None and name.form in ("seat", "government")
    organ = name is None and who.type in ("state", "organisation")
    return token.pos_ in ("PROPN", "NOUN") and (who.type == "person" or seated or organ)

"""Included: the members of a group that are named behind it, and those who are said to be of a group."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article

OPENERS = (("including",), ("such", "as"), ("notably",), ("namely",), ("among", "them"), ("among", "these"))
STANDING_FOR = (("represented", "by"),)
FARTHEST = 8
CLAUSAL = frozenset({"VERB", "AUX", "SCONJ", "ADP", "PRON"})
MEMBERS = frozenset({"state", "alliance", "organisation", "person"})


def list_included(article: Article, noun: Token) -> tuple[Who, ...]:
    """The named members of a group: "23 members, among them Peru and Chad,", "neighbours such as Chile"."""
    openers = (*OPENERS, *STANDING_FOR) if noun.tag_ in ("NNS", "NNPS") else STANDING_FOR
    words = list(noun.doc[noun.i + 1 : noun.sent.end])
    listed = _find_list(words, openers) if noun.pos_ in ("NOUN", "PROPN") else []
    found = [who for t in _keep_names(article, listed) for who in article.cast.who_alone(t)]
    return tuple(dict.fromkeys(who for who in found if who.type in MEMBERS))


def list_behind(article: Article, subject: Token, verb: Token) -> tuple[Who, ...]:
    """The members of a counted group that are named behind its verb: "Nine states voted against, including Peru"."""
    if subject.tag_ != "NNS" or subject.i > verb.i or not any(c.dep_ == "nummod" for c in subject.children):
        return ()
    words = list(verb.doc[verb.i + 1 : verb.sent.end])
    at = next((i for i, t in enumerate(words) if t.lower_ == "including" and i and words[i - 1].text == ","), None)
    if at is None or any(t.lemma_ == subject.lemma_ or t.pos_ == "VERB" for t in words[:at]):
        return ()
    found = [who for t in _keep_names(article, words[at + 1 :]) for who in article.cast.who_alone(t)]
    return tuple(dict.fromkeys(who for who in found if who.type in MEMBERS))


def _find_list(words: Sequence[Token], openers: Sequence[tuple[str, ...]]) -> Sequence[Token]:
    """What follows an opener that stands near, in the same noun phrase."""
    for at, word in enumerate(words[:FARTHEST]):
        opener = next((o for o in openers if tuple(t.lower_ for t in words[at : at + len(o)]) == o), None)
        if opener is not None:
            return words[at + len(opener) :]
        if word.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or word.tag_ in ("WP", "WDT"):
            return ()
    return ()


def _keep_names(article: Article, words: Sequence[Token]) -> Iterator[Token]:
    """The heads of the names of a list, up to where its sentence goes on."""
    names = article.cast.scene.names
    for word in words:
        name = names.get(word.i)
        if name is None and (word.pos_ in CLAUSAL or word.text in ";:"):
            return
        if name is not None and word.i == name.head and not name.is_adjective:
            yield word

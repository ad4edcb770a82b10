"""Holders: whose a stance is."""

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_grammatical_subject, find_obliques, find_subjects, list_conjuncts


def find_holders(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who holds a stance: who does what the verb says; "they" in what a group says is that group."""
    found = [find_group_speaker(s) or s for s in find_subjects(verb)]
    return tuple(
        w for s in found for w in article.cast.who_speaks(s) if w.type != "outlet" and not is_owner(article, s, w)
    )


def names_party(article: Article, noun: Token) -> bool:
    """Whether a noun stands for a party that is known by name, not for a group in the text's words."""
    return any(w.type != "group" for w in article.cast.who(noun))


def is_owner(article: Article, subject: Token, who: Who) -> bool:
    """Whether a party is only whose partners, critics or allies the subject is."""
    if subject.tag_ != "NNS":
        return False
    return any(who in article.cast.who(c) for c in subject.children if c.dep_ == "nmod:poss" and c.tag_ == "PRP$")


def find_group_speaker(subject: Token) -> Token | None:
    """The plural subject of the verb of saying above "they", None where the nearest is no group."""
    speaker = find_sayer_above(subject)
    if subject.lower_ != "they" or speaker is None:
        return None
    if speaker.lower_ in ("some", "many", "several", "few", "most"):
        speaker = next(iter(find_obliques(speaker, "of")), speaker)
    return speaker if speaker.tag_ == "NNS" or len(list_conjuncts(speaker)) > 1 else None


def find_sayer_above(token: Token) -> Token | None:
    """The subject of the verb of which the clause around `token` is what is said."""
    for above in token.ancestors:
        if above.dep_ in ("ccomp", "conj") and above.head.pos_ == "VERB" and above.head.i < token.i:
            return find_grammatical_subject(above.head)
    return None


def name_subject(article: Article, token: Token) -> tuple[Who, ...]:
    """The grammatical subject of a participle that is a state of mind ("is opposed to")."""
    subject = find_grammatical_subject(token)
    return article.cast.who_speaks(subject) if subject is not None else ()

"""Free threats: a sentence that goes on with what somebody said, or tells outright what a party will do if."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, find_grammatical_subject, find_modals, is_in_condition
from tocsin.coding.harm import is_bystander
from tocsin.coding.menaces import Menace
from tocsin.coding.said_threats import Utterance, read_tied
from tocsin.coding.threat_words import SET_ON
from tocsin.records.coding import Statement

FINITE = ("ROOT", "parataxis", "conj")
SURE = 0.45


def list_free(article: Article, verb: Token, statements: Sequence[Statement]) -> Iterator[Menace]:
    """The threat of a main clause outside all statements: of who spoke just before, or of the party that is to act."""
    if verb.dep_ not in FINITE or not SET_ON & set(find_modals(verb)) or is_in_condition(verb):
        return
    if any(s.evidence.start <= verb.idx < s.evidence.end for s in statements):
        return
    for said in list_voices(article, verb, statements):
        menace = read_tied(said, verb)
        if menace is not None:
            yield Menace(verb, menace.by, menace.to, menace.condition, menace.consequence, SURE, f"free {menace.why}")
            return


def list_voices(article: Article, verb: Token, statements: Sequence[Statement]) -> Iterator[Utterance]:
    """Who may say what a clause tells: the party that it is about, or who spoke last, in it or in the one before."""
    subject = find_grammatical_subject(verb)
    does_harm = subject is not None and find_child(verb, "obj") is not None
    for who in article.cast.who(subject) if subject is not None and does_harm else ():
        if who.type not in ("outlet", "person") or who.acts_for:
            yield Utterance(article, who, None, False)
    start = verb.sent.start
    before = article.doc[start - 1].sent.start_char if start else verb.sent.start_char
    spoken = [s for s in statements if before <= s.evidence.start < verb.idx]
    for statement in spoken[-1:]:
        speaker = article.cast.find_actor(statement.speaker)
        if speaker is not None and speaker.type != "outlet" and not is_bystander(speaker):
            yield Utterance(article, speaker, statement.addressee, False)

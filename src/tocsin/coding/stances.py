"""Stances: the words that are for or against an action, and what turns them round."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    is_in_condition,
    is_negated,
    walk_up,
)
from tocsin.coding.echoes import find_echo
from tocsin.coding.nested import join_nested
from tocsin.coding.proposals import load_words
from tocsin.coding.retorts import read_retort
from tocsin.coding.set_phrases import asks_whether, read_pending, read_question, read_set_phrase
from tocsin.coding.stance_phrases import read_noun, read_predicate
from tocsin.coding.stance_verbs import read_verb
from tocsin.coding.steps import read_step
from tocsin.coding.subject_matter import is_infinitive
from tocsin.coding.turns import Stance, settle
from tocsin.coding.verdicts import read_naming, read_reproach
from tocsin.coding.votes import read_votes

SILENT = frozenset({"DET", "NUM", "SYM", "PUNCT", "SPACE", "PROPN", "CCONJ"})  # no cue of a stance is one of these
AWAITING = frozenset({"until", "till", "once", "before"})


def list_stances(article: Article, sentence: list[Token]) -> Iterator[Stance]:
    """The stances that the words of a sentence carry, those of what is said inside it included."""
    return join_nested(s for s in settle_cues(article, sentence) if s.holders or s.said)


def settle_cues(article: Article, sentence: list[Token]) -> Iterator[Stance]:
    """The stance of each cue, after what turns it."""
    for token in sentence:
        cues = [] if token.pos_ in SILENT else list(read_cue(article, token))
        for found in cues if cues and not (is_in_condition(token) or is_aside(token)) else ():
            settled = settle(found)
            if settled is not None:
                yield settled


def read_cue(article: Article, token: Token) -> Iterator[Stance]:
    """The stances that one word opens."""
    whole = [*read_question(article, token), *read_echo(article, token)]
    yield from whole
    if whole:
        return
    phrased = list(read_set_phrase(article, token)) or list(read_pending(article, token))
    yield from read_votes(article, token)
    named = list(read_naming(article, token)) or list(read_reproach(article, token))
    verbal = phrased or named or list(read_verb(article, token))
    yield from verbal
    if token.pos_ == "VERB":
        yield from read_retort(article, token)
    yield from read_step(article, token, told=bool(verbal))
    yield from read_predicate(article, token)
    yield from read_noun(article, token)


def read_echo(article: Article, token: Token) -> Iterator[Stance]:
    """A clause that takes up the stance told last, or turns it: "so did Egypt", "Egypt would not"."""
    echo = find_echo(token)
    if echo is not None:
        holders = tuple(w for w in article.cast.who_speaks(echo.subject) if w.type != "outlet")
        stance = "same" if echo.same else "other"
        yield Stance(token, holders, stance, token, 0.5, f"echo: {token.text}", last=True, settled=True)


def is_ascribed(token: Token) -> bool:
    """Whether the clause of a cue is what another claims or alleges, so that the stance is only ascribed."""
    if token.head.lemma_ in load_words("blaming") and token.tag_ == "VBG":
        return True
    first = token.head if token.dep_ == "conj" and find_child(token, "mark") is not None else token
    if first.dep_ in ("acl", "ccomp", "acl:relcl") and first.head.pos_ == "NOUN" and not is_negated(first.head):
        return first.head.lemma_.lower() in load_words("dreaded") and find_child(first, "mark") is not None
    if token.dep_ != "ccomp":
        return False
    teller = find_grammatical_subject(token.head)
    hostile = teller is not None and teller.lemma_.lower() in load_words("adversaries")
    return hostile or token.head.lemma_ in load_words("supposing")


def is_aside(token: Token) -> bool:
    """Whether a cue is ascribed, stopped short of, failed in, or stands in a question left open."""
    asked = any(asks_whether(t) for t in walk_up(token)) and token.lemma_.lower() not in load_words("asking_whether")
    failed = token.dep_ == "xcomp" and token.head.lemma_ == "fail" and not is_negated(token.head)
    denied = token.dep_ in ("xcomp", "ccomp") and token.head.lemma_ == "deny"
    undone = (
        token.dep_ == "xcomp" and token.head.lemma_ == "have" and any(c.lower_ == "yet" for c in token.head.children)
    )
    undone = undone and token.lemma_.lower() not in load_words("asking_whether")
    return asked or denied or undone or failed or is_ascribed(token) or is_stopped_short(token) or is_awaited(token)


def is_awaited(token: Token) -> bool:
    """Whether a word stands in a clause of what is still to come: "until Ankara agrees to talks"."""
    clauses = [t for t in walk_up(token) if t.dep_ == "advcl"]
    ahead = any({"will", "would", "can"} & set(find_modals(t.head)) for t in clauses)
    opening = AWAITING | {"when", "after"} if ahead and token.tag_ != "VBD" else AWAITING
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in opening for t in clauses for c in t.children)


def is_stopped_short(token: Token) -> bool:
    """Whether a cue is what somebody "stopped short of", or came "too late" for, which says neither yes nor no."""
    if is_infinitive(token) and any(c.lower_ == "too" for c in token.head.children):
        return True
    before = token.doc[max(token.i - 2, 0) : token.i].text.lower()
    return before == "short of"

"""Reported without a verb of saying: nouns of communication, reckonings, and sentences that go on with a report."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.coding.clauses import find_child, find_modals, find_obliques, has_case, is_predicate, walk_up
from tocsin.coding.contents import find_content
from tocsin.coding.sources import find_speech_noun
from tocsin.coding.speech import find_verb_words, is_reporting, load_cues

BACKSHIFTED = frozenset({"would", "could", "might"})
SPEAKERS_AGAIN = frozenset({"he", "she", "it", "they"})


@dataclass(frozen=True)
class Told:
    """Who is the source of a report (a token), what it says, the words that carry it, and by which rule."""

    speaker: Token
    content: tuple[Token, ...]
    evidence: tuple[Token, ...]
    rule: str
    certainty: float


def read_speech_noun(noun: Token) -> Iterator[Told]:
    """ "UN reports that soldiers crossed", "Peru's claim that they were armed": a noun with its owner and a clause."""
    if find_speech_noun(noun) is None or any(c.lower_ in ("no", "any") for c in noun.children):
        return
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and _has_that(c)), None)
    owner = find_child(noun, "nmod:poss") or next(iter(find_obliques(noun, "by", "from")), None)
    if noun.tag_ == "NNS" or find_child(noun, "det") is not None:
        names = (c for c in noun.children if c.dep_ in ("compound", "amod") and c.text[:1].isupper())
        owner = owner or next(names, None)
    if clause is None or owner is None or clause.i < noun.i:
        return
    yield Told(owner, tuple(clause.subtree), tuple(noun.subtree), f"noun: {noun.text!r}", 0.7)


def _has_that(clause: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def read_reckoning(noun: Token) -> Iterator[Told]:
    """ "Killing 31 people by Islamabad's count", "by its own admission": whose reckoning a clause gives."""
    owner = find_child(noun, "nmod:poss") if noun.lower_ in load_cues("reckonings") else None
    if owner is None or not has_case(noun, "by", "on"):
        return
    mine = {t.i for t in noun.subtree}
    head = next((t for t in walk_up(noun) if t.i not in mine and is_predicate(t)), None)
    if head is not None:
        rest = tuple(t for t in head.subtree if t.i not in mine)
        yield Told(owner, rest, tuple(head.subtree), f"report: {noun.text!r}", 0.7)


def read_going_on(root: Token) -> Iterator[Told]:
    """A sentence that goes on with the report before it: "He said the talks were over. He would not send ships."

    Its verb is shifted back as in a report, and its subject is a pronoun; whether this is the one who spoke before is
    for the caller to see.
    """
    if root.dep_ != "ROOT" or not BACKSHIFTED & set(find_modals(root)) or root.sent.start == 0:
        return
    subject = find_child(root, "nsubj", "nsubj:pass")
    before = root.doc[root.sent.start - 1]
    if subject is None or subject.lower_ not in SPEAKERS_AGAIN or "\n" in before.text:
        return
    verb = before.sent.root
    content = find_content(verb) if _reports(verb) and verb.tag_ in ("VBD", "VBN") else None
    if content is None or content[1] != "clause" or any(_reports(t) for t in root.sent):
        return
    tokens = tuple(t for t in root.sent if not t.is_space)
    yield Told(subject, tokens, tokens, f"goes on: {verb.text!r}", 0.6)


def _reports(verb: Token) -> bool:
    """Whether a verb reports something."""
    return verb.pos_ == "VERB" and find_verb_words(verb) is not None and is_reporting(verb) and bool(find_content(verb))

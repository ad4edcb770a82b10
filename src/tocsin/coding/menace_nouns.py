"""Threats told by a noun: a threat to do something, threats of harm, an ultimatum, a deadline."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.announcements import find_threateners, has_to, name_party, write_without
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_condition,
    find_modals,
    find_obliques,
    has_case,
    is_in_condition,
    is_negated,
    list_subtree,
    phrase_of,
)
from tocsin.coding.harm import is_bystander
from tocsin.coding.menaces import Menace, join_words
from tocsin.coding.threat_words import load_cues

DEADLY = frozenset({"death", "bomb", "assassination", "kidnap", "kidnapping", "invasion", "murder", "arson"})


def list_named(article: Article, noun: Token) -> Iterator[Menace]:
    """The threat that a noun names, if somebody is told to make it."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or is_in_condition(noun):
        return
    if lemma in load_cues("ultimatum", "nouns"):
        yield from read_ultimatum(article, noun)
    elif lemma in load_cues("ultimatum", "deadlines"):
        yield from read_deadline_set(article, noun)
    elif lemma in ("threat", "threats"):
        yield from read_noun(article, noun)
        yield from read_received(article, noun)


def read_noun(article: Article, noun: Token) -> Iterator[Menace]:
    """ "Its threat to shell the town", "threats of retaliation from Iran", "under threat of American sanctions"."""
    step = find_step(noun)
    harms = [c for c in find_obliques(noun, "of") if c.lemma_.lower() in load_cues("harm", "nouns")]
    head = step or next(iter(harms), None)
    if head is None:
        return
    by = name_owners(article, noun) or (name_owners(article, head) if has_case(noun, "under") else ())
    by = tuple(w for w in by if w.type != "outlet")
    if not by:
        return
    condition = find_condition(head) if step is not None else None
    to = next((n for t in head.subtree if (n := name_party(article, t, by))), None)
    words = join_words(condition.subtree) if condition is not None else None
    yield Menace(noun, by, to, words, write_without(head, condition), 0.55, f"threat: {noun.text!r} {head.text!r}")


def read_received(article: Article, noun: Token) -> Iterator[Menace]:
    """ "Received death threats", "sent the editor a bomb threat": the harm stands before the noun."""
    harm = next((c for c in noun.children if c.dep_ in ("compound", "amod") and c.lemma_.lower() in DEADLY), None)
    verb = noun.head
    if harm is None or noun.dep_ != "obj" or is_negated(verb) or find_modals(verb):
        return
    doers = find_threateners(article, verb)
    if verb.lemma_.lower() in load_cues("ultimatum", "issuing") | {"make", "utter"} and doers:
        to = name_party(article, find_child(verb, "iobj"), doers)
        yield Menace(noun, doers, to, None, phrase_of(noun), 0.5, f"threat: {harm.text!r} {noun.text!r}")
    elif verb.lemma_.lower() in ("receive", "get", "face"):
        by = tuple(
            w for o in [*find_obliques(noun, "from"), *find_obliques(verb, "from")] for w in article.cast.who_speaks(o)
        )
        to = next((w.name for w in doers if w not in by), None)
        yield Menace(noun, by, to, None, phrase_of(noun), 0.5, f"threat: {harm.text!r} {noun.text!r}")


def find_step(noun: Token) -> Token | None:
    """The act that is threatened: an infinitive under the noun, or right behind its phrase, or a clause with "that"."""
    under = next((c for c in noun.children if c.dep_ in ("acl", "xcomp", "ccomp") and (has_to(c) or is_that(c))), None)
    if under is not None:
        return under
    behind = max(t.i for t in noun.subtree) + 1
    doc = noun.doc
    follows = behind + 1 < noun.sent.end and doc[behind].lower_ == "to" and doc[behind + 1].tag_ == "VB"
    return doc[behind + 1] if follows and doc[behind].head.i == behind + 1 else None


def is_that(clause: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def name_owners(article: Article, noun: Token) -> tuple[Who, ...]:
    """Whose a noun is: a name before it, or one behind "by" or "from"."""
    owner = next((c for c in noun.children if c.i < noun.i and article.cast.who(c)), None)
    heads = [*([owner] if owner is not None else []), *find_obliques(noun, "by", "from")]
    return tuple(w for h in heads for w in article.cast.who(h) or article.cast.who_speaks(h))


def read_deadline_set(article: Article, noun: Token) -> Iterator[Menace]:
    """ "Set Monday as a deadline for the government to withdraw", "imposed a deadline for the troops to leave"."""
    verb = noun.head
    step = next((c for c in noun.children if c.dep_ in ("acl", "advcl", "xcomp") and has_to(c)), None) or find_step(
        noun
    )
    whom = find_child(step, "nsubj") if step is not None else None
    if step is None or whom is None or verb.lemma_.lower() not in load_cues("ultimatum", "issuing"):
        return
    by = find_threateners(article, verb)
    if not by or is_negated(verb) or any(is_bystander(b) for b in by):
        return
    words = join_words(t for t in step.subtree if t.dep_ != "mark")
    to = name_party(article, whom, by)
    yield Menace(noun, by, to, f"not {words}" if words else None, None, 0.6, f"ultimatum: {verb.text!r} {noun.text!r}")


def read_ultimatum(article: Article, noun: Token) -> Iterator[Menace]:
    """ "Issued an ultimatum to X", "its ultimatum runs out"."""
    verb = noun.head
    owner = find_child(noun, "nmod:poss")
    if owner is not None:
        by = tuple(w for w in article.cast.who(find_subject_ahead(owner) or owner) if w.type != "outlet")
        verb = noun.head if noun.dep_.startswith("nsubj") else noun
        words = join_words(list_subtree(verb, ("mark", "punct", "parataxis")))
        condition, consequence = (words, None) if verb is not noun else (None, words)
    elif noun.dep_ in ("obj", "nsubj:pass") and verb.lemma_.lower() in load_cues("ultimatum", "issuing"):
        agents = [t for t in noun.subtree if t.dep_.startswith("obl") and has_case(t, "by")]
        by = find_threateners(article, verb) or tuple(w for a in agents for w in article.cast.who(a))
        condition, consequence = None, phrase_of(noun)
    else:
        return
    towards = [
        *find_obliques(noun, "to", "for"),
        *find_obliques(verb, "to"),
        *(c for c in verb.children if c.dep_ == "iobj" or (c.dep_ == "nsubj:pass" and c.i != noun.i)),
    ]
    to = next((n for t in towards if (n := name_party(article, t, by))), None)
    if by and (condition or consequence):
        yield Menace(noun, by, to, condition, consequence, 0.6, f"ultimatum: {noun.text!r}")


def find_subject_ahead(pronoun: Token) -> Token | None:
    """The subject that a possessive before it looks ahead to: "before its deadline passed, the bloc met"."""
    root = pronoun.sent.root
    subject = find_child(root, "nsubj")
    opens = pronoun.tag_ == "PRP$" and subject is not None and pronoun.i < subject.i < root.i
    return subject if opens else None

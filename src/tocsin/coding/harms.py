"""Harms: which predicates announce harm, under which condition, and to whom."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    cover,
    find_child,
    find_condition,
    find_grammatical_subject,
    find_modals,
    find_objects,
    is_condition,
    is_in_condition,
    is_negated,
    is_passive,
    list_subtree,
    walk_up,
)

FUTURE = frozenset({"will", "would", "shall", "could", "may", "might", "can", "must"})
SWEEPING = frozenset({"any", "every", "each", "another", "further"})
BELOW = 3
HYPOTHETICAL_SUBJECTS = ("NOUN", "VERB")


@cache
def load_harms(key: str) -> frozenset[str]:
    """One list of the threats' cues."""
    return frozenset(load_table("cues_threats")[key])


@cache
def load_frames() -> dict[str, frozenset[str]]:
    """Verbs that are harm with one of some words under them; "*" stands for any word."""
    rows = (row.partition(":") for row in load_table("cues_threats")["with_words"])
    found: dict[str, frozenset[str]] = {}
    for verb, _, words in rows:
        found[verb] = found.get(verb, frozenset()) | {word.strip() for word in words.split(",")}
    return found


def is_harm(token: Token) -> bool:
    """Whether a predicate names harm: a verb of violence, a verb with a word of harm under it, "would be an act of war"."""
    if token.pos_ == "VERB":
        return names_harm(token)
    return is_harmful_predicate(token) or is_coming_harm(token)


def names_harm(verb: Token) -> bool:
    """Whether a verb names harm, by itself or with the words under it."""
    lemma = verb.lemma_.lower()
    if lemma in load_harms("relief"):
        return False
    if lemma in load_harms("strong"):
        return not _is_figure(verb)
    words = load_frames().get(lemma)
    if words is None:
        return False
    return "*" in words or any(t.lemma_.lower() in words or t.lower_ in words for t in _list_below(verb))


def is_harmful_predicate(token: Token) -> bool:
    """Whether a nominal or adjectival predicate is a threat as it stands ("a declaration of war", "options are open")."""
    if token.pos_ not in ("NOUN", "ADJ", "ADV", "PROPN") or find_child(token, "cop", "nsubj", "aux") is None:
        return False
    words = " ".join(t.lower_ for t in list_subtree(token, ("advcl", "parataxis", "conj")) if not t.is_quote)
    return any(predicate in words for predicate in load_harms("predicates"))


def is_coming_harm(token: Token) -> bool:
    """Whether "there will be" (or "expect", "comes") tells of a noun of harm that `token` heads."""
    if token.lemma_.lower() not in load_harms("nouns") or token.pos_ != "NOUN":
        return False
    there = any(c.lower_ == "there" for c in [*token.children, *token.head.children])
    return there and token.dep_ in ("nsubj", "nsubj:pass", "ROOT", "ccomp", "obj", "conj", "xcomp", "parataxis")


def is_to_come(token: Token) -> bool:
    """Whether a predicate is told of the future: a modal on it or above it, or an infinitive after "ready to"."""
    for above in [token, *walk_up(token)][: BELOW + 2]:
        if FUTURE & set(find_modals(above)):
            return True
        if above.i != token.i and above.dep_.split(":")[0] in ("advcl", "acl", "obl", "nmod"):
            return False
    return is_ready(token)


def is_ready(token: Token) -> bool:
    """Whether an act stands under a word of readiness: "is ready to strike", "reserves the right to respond"."""
    return token.dep_.split(":")[0] in ("xcomp", "acl", "advcl", "ccomp") and token.head.lemma_.lower() in load_harms("readiness")


def is_denied(token: Token) -> bool:
    """Whether the harm itself is ruled out; "will not hesitate to strike" is none such."""
    return is_negated(token) or (
        token.dep_ == "xcomp" and is_negated(token.head) and token.head.lemma_.lower() not in ("hesitate", "afraid")
    )


def find_own_condition(token: Token) -> Token | None:
    """The head of the condition of a harm: its clause, "any attack", "for any strike", or what must be done "or" else."""
    clause = find_condition(token) or _find_condition_near(token)
    if clause is not None:
        return clause
    return _find_sweeping(token)


def write_condition(condition: Token, harm: Token) -> str:
    """The words of a condition as the text has them."""
    inside = {t.i for t in harm.subtree} if harm in condition.subtree else set()
    return write_words([t for t in condition.subtree if t.i not in inside or harm.i == condition.i])


def write_consequence(harm: Token, condition: Token | None) -> str | None:
    """The words of a harm with its subject, without its condition and what is told beside it."""
    dropped = {t.i for t in condition.subtree} if condition is not None and condition not in harm.ancestors else set()
    for child in harm.children:
        if child.dep_ in ("parataxis", "mark", "cc", "discourse") or is_condition(child):
            dropped.update(t.i for t in child.subtree)
    kept = [t for t in harm.subtree if t.i not in dropped]
    return write_words(_keep_near(kept, harm)) or None


def write_words(tokens: list[Token]) -> str:
    """The text from the first to the last of some tokens, outer marks left out."""
    if not tokens:
        return ""
    start, end = cover(tokens)
    return " ".join(tokens[0].doc.text[start:end].split())


def list_suffering(article: Article, harm: Token) -> Iterator[Who]:
    """The actors that a harm is done to: what stands under its verb, subjects of passives included."""
    for token in [*find_objects(harm), *_list_obliques(harm)]:
        yield from list_inside(article, token)


def list_inside(article: Article, token: Token) -> Iterator[Who]:
    """The actors of a noun phrase, or those that stand in it ("strikes on Israel", "Israel's ships")."""
    whos = article.cast.who(token)
    if whos:
        yield from whos
        return
    for below in token.subtree:
        if below.i != token.i and below.dep_ not in ("advcl", "parataxis"):
            yield from article.cast.who_alone(below)


def _list_below(verb: Token) -> Iterator[Token]:
    """The words under a verb that may name its harm: objects, obliques, particles, their heads one deeper."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubj:pass") and not is_passive(verb) and child.i < verb.i and verb.lemma_ != "fall":
            continue
        if is_condition(child):
            continue
        yield child
        for below in child.children:
            if below.dep_.split(":")[0] in ("nmod", "compound", "conj", "amod", "obj", "obl", "xcomp", "nummod", "fixed", "case"):
                yield below
                yield from (t for t in below.children if t.dep_.split(":")[0] in ("nmod", "conj", "compound"))


def _is_figure(verb: Token) -> bool:
    """Whether a verb of violence is meant otherwise ("strike a deal", "fight corruption", "hit a target of growth")."""
    objects = {o.lemma_.lower() for o in find_objects(verb)}
    return bool(objects & {"deal", "bargain", "balance", "note", "corruption", "poverty", "inflation", "hunger", "disease", "chord", "agreement", "fire", "smuggling"})


def _list_obliques(harm: Token) -> list[Token]:
    found = [c for c in harm.children if c.dep_.startswith(("obl", "nmod")) and not is_condition(c)]
    return [t for t in found if not (is_passive(harm) and any(c.lower_ == "by" for c in t.children))]


def _find_condition_near(token: Token) -> Token | None:
    """A clause of condition in the sentence that stands beside the harm, wherever the tree hangs it."""
    for near in token.sent:
        if is_condition(near) and token not in near.subtree and abs(near.i - token.i) < 60:
            return near
    return None


def _find_sweeping(token: Token) -> Token | None:
    """ "Any attack" as the subject or an oblique of a harm, or a bare deed that "would" bring it."""
    subject = find_grammatical_subject(token)
    candidates = [subject] if subject is not None and subject.i != token.i else []
    candidates += [c for c in token.children if c.dep_.startswith("obl")]
    candidates += [below for c in list(token.children) for below in c.children if below.dep_ == "nmod" and c.dep_ in ("obj", "obl")]
    for noun in candidates:
        if any(c.lower_ in SWEEPING and c.dep_ in ("det", "amod") for c in noun.children):
            return noun
    if subject is not None and subject.pos_ in HYPOTHETICAL_SUBJECTS and "would" in find_modals(token):
        return subject if _is_deed(subject) else None
    return None


def _is_deed(noun: Token) -> bool:
    """Whether a subject is something done: a gerund, or a noun of harm ("an armed attack")."""
    lemma = noun.lemma_.lower()
    return noun.tag_ == "VBG" or noun.dep_.startswith("csubj") or lemma in load_harms("nouns") or lemma.endswith(("ing", "ment", "tion", "sion"))


def _keep_near(tokens: list[Token], head: Token) -> list[Token]:
    """The stretch of tokens around the head that no left-out words break, small marks aside."""
    kept = [head]
    for t in reversed([t for t in tokens if t.i < head.i]):
        if kept[0].i - t.i > 2:
            break
        kept.insert(0, t)
    for t in [t for t in tokens if t.i > head.i]:
        if t.i - kept[-1].i > 2:
            break
        kept.append(t)
    return kept


def stands_in_condition(token: Token) -> bool:
    """Whether a harm is itself only supposed ("if they attack")."""
    return is_in_condition(token)

"""Retorts: harm that a party announces as its answer to a step, which it is against."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import find_modals, find_obliques, is_negated, phrase_of
from tocsin.coding.holders import find_holders
from tocsin.coding.proposals import is_action, is_pointing, load_words
from tocsin.coding.subject_matter import is_infinitive, open_pointing
from tocsin.coding.turns import Stance

AHEAD = frozenset({"will", "would", "shall"})
ANNOUNCING = frozenset({"vow", "threaten", "promise", "pledge", "swear", "warn", "announce", "prepare"})


def read_retort(article: Article, verb: Token) -> Iterator[Stance]:
    """ "Vowed to retaliate for the sanctions", "would take measures in response to the deployment"."""
    noun = find_retort(verb)
    announced = AHEAD & set(find_modals(verb)) or ANNOUNCING & {verb.lemma_, verb.head.lemma_}
    if noun is None or not announced or is_negated(verb):
        return
    tied = [t for word in dict.fromkeys((noun, verb)) for t in find_obliques(word, "to", "for", "against", "over")]
    step = next((t for t in tied if is_action(t) or is_pointing(t)), None)
    if step is not None:
        why = f"{noun.text} to {phrase_of(step)}"
        holders = find_holders(article, verb)
        yield Stance(verb, holders, "oppose", find_step(step), 0.55, why, said=not holders, settled=True)


def find_retort(verb: Token) -> Token | None:
    """The word of answering back: the verb, its object, or what hangs on it by "in" ("in retaliation for")."""
    if verb.lemma_ in load_words("retorts", "verbs"):
        return verb
    nouns = [c for c in verb.children if c.dep_ == "obj"] + find_obliques(verb, "in", "with", "of")
    return next((n for n in nouns if n.lemma_.lower() in load_words("retorts", "nouns")), None)


def find_step(noun: Token) -> Token:
    """What a move is to, also where the tree hangs its infinitive elsewhere: "to a move by Rome to deploy"."""
    opened = open_pointing(noun)
    if opened.i != noun.i or not is_pointing(noun):
        return opened
    return next((t for t in noun.doc[noun.i : noun.sent.end] if is_infinitive(t)), noun)

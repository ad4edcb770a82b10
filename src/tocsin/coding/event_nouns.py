"""Acts told by nouns: talks between parties, strikes by somebody, fighting that goes on."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import find_modals, find_obliques, find_subjects, is_negated, list_conjuncts
from tocsin.coding.event_modes import Act, load_speaking, read_telling
from tocsin.coding.event_roles import find_agents, find_doers, find_targets
from tocsin.coding.event_types import load_cues, match_noun

NOMINAL = frozenset({"ASSAULT", "COERCE"})


def read_noun(article: Article, noun: Token) -> Iterator[Act]:
    """The act that a noun tells: talks between parties, strikes by somebody, an attack on a place."""
    name = match_noun(noun)
    if noun.lemma_.lower() in load_cues("fighting"):
        yield from _read_fighting(article, noun)
    if noun.lemma_.lower() in load_cues("company") and noun.dep_.startswith(("obl", "nmod")):
        yield from _read_company(article, noun)
    if name is None:
        return
    if name == "CONSULT":
        yield from _read_talks(article, noun)
    elif (
        name in NOMINAL
        and noun.lemma_.lower() not in load_cues("vague_acts")
        and noun.lower_ not in load_cues("vague_acts")
    ):
        yield from _read_attack(article, noun, name)


def _read_talks(article: Article, noun: Token) -> Iterator[Act]:
    """Talks that are told as held: "talks between A and B resumed", "NATO members were in talks"."""
    telling = read_telling(article, noun)
    if telling is None or telling.quoted:
        return
    if any(c.dep_ == "cop" for c in noun.children):
        sides = tuple(w for s in find_subjects(noun) for w in article.cast.who(s))
        if any(c.dep_ == "case" and c.lower_ == "in" for c in noun.children) and sides and not is_negated(noun):
            yield Act("CONSULT", noun, sides, find_targets(article, noun, sides), telling, f"in {noun.lower_}", 0.6)
        return
    if noun.dep_.startswith("nsubj") and noun.head.lemma_ in load_cues("runs") and not is_negated(noun.head):
        telling = read_telling(article, noun.head)
        sides = tuple(w for o in find_obliques(noun, "between", "of") for w in article.cast.who(o))
        if telling is not None and len(sides) > 1:
            yield Act("CONSULT", noun, sides, (), telling, f"{noun.lower_} between", 0.6)


def _read_company(article: Article, noun: Token) -> Iterator[Act]:
    """Whom somebody speaks with when they say something ("said in a phone call with")."""
    verb = noun.head
    if (
        verb.pos_ != "VERB"
        or verb.lemma_ not in load_speaking()
        or not any(c.dep_ == "case" and c.lower_ in ("in", "during", "at", "after") for c in noun.children)
    ):
        return
    telling = read_telling(article, verb)
    speakers = find_doers(article, verb)
    others = tuple(w for o in find_obliques(noun, "with", "to") for w in article.cast.who(o) if w not in speakers)
    if telling is not None and speakers and others:
        yield Act("CONSULT", noun, speakers, others, telling, f"said in {noun.lower_} with {others[0].name}", 0.5)
        yield Act("CONSULT", noun, others, speakers, telling, f"said in {noun.lower_} with {others[0].name}", 0.45)


def _read_fighting(article: Article, noun: Token) -> Iterator[Act]:
    """Fighting that goes on, with no side named ("the battle for the town goes on")."""
    verb = noun.head
    if not noun.dep_.startswith("nsubj") or verb.lemma_.lower() not in load_cues("goes_on") or is_negated(verb):
        return
    telling = read_telling(article, verb)
    if telling is not None and not telling.quoted and telling.mode != "planned":
        yield Act("ASSAULT", verb, find_agents(article, noun), (), telling, f"{noun.lower_} {verb.lemma_}", 0.5)


def _read_attack(article: Article, noun: Token, name: str) -> Iterator[Act]:
    telling = read_telling(article, noun)
    if telling is None or telling.quoted or _is_denied(noun):
        return
    doers = find_agents(article, noun)
    targets = tuple(
        w
        for o in find_obliques(noun, "on", "against", "into", "of", "at", "in")
        for w in article.cast.who(o)
        if w not in doers
    )
    if doers:
        yield Act(name, noun, doers, targets, telling, f"noun: {noun.lower_} of {doers[0].name}", 0.5)
    elif noun.lemma_.lower() in load_cues("hits") and find_obliques(noun, "on", "against") and _is_told_once(noun):
        yield Act(name, noun, (), targets, telling, f"noun: {noun.lower_} on", 0.42)


def _is_told_once(noun: Token) -> bool:
    """Whether the noun is new to the text ("an attack on") rather than spoken of again ("the attack")."""
    return not any(
        c.lower_ in ("any", "no", "such", "future", "further", "possible", "armed", "potential") for c in noun.children
    )


def _is_denied(noun: Token) -> bool:
    head = noun.head
    unsure = {"any", "no", "possible", "potential", "future", "imminent", "further", "threatened", "planned"}
    if any(c.lower_ in unsure for m in list_conjuncts(noun) for c in m.children):
        return True
    modals = set(find_modals(head)) if head.pos_ == "VERB" else set()
    governed = head.lemma_.lower() in load_cues("unreal") and noun.dep_ in ("obj", "obl")
    return bool(modals & {"would", "could", "might", "may", "will"}) or is_negated(head) or governed

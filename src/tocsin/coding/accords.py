"""Accords: whose a deal is where its own words do not say - whoever made it by another sentence, else two opponents."""

import re
from collections import Counter

from spacy.tokens import Token

from tocsin.codebook.bodies import find_body
from tocsin.coding.article import Article
from tocsin.coding.bonds import find_with, join, load_cues
from tocsin.coding.clauses import find_subjects, has_case
from tocsin.coding.company import PAIR, list_company, list_named, list_told, name_sides
from tocsin.coding.sides import is_side, list_phrase_sides, list_sentence_sides

TOLD, RIVALS = "sides_of_deals", "rivals"
NEAR = 5
AHEAD = 1.6
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
Told = tuple[Token, tuple[str, ...]]


def find_makers(article: Article, noun: Token, found: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The parties of a deal of whom some or none are found: those of the same deal where the text names them, else
    those named near, if they are the two that the text is about. Those found alone if there are none.
    """
    if len(found) >= PAIR or any(find_body(name) is not None for name in list_phrase_sides(article, noun)):
        # "The NATO treaty" ties all members, whoever else is spoken of.
        return found
    told = find_told(article, noun, found)
    owned = bool(find_with(noun, "with"))
    rivals = list_rivals(article)
    near = () if owned else list_near(article, noun, found)
    if found and set(found) <= set(rivals) and any(set(sides) == set(rivals) for _, sides in list_tellings(article)):
        near = rivals
    apart = not {*near} & {*list_brokers(article, noun)}
    return told or (near if apart and set(near) == set(rivals) else found)


def find_told(article: Article, noun: Token, found: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Who made a deal by another telling of it: one in the same words, else the nearest one before or behind."""
    others = [told for told in list_tellings(article) if told[0].i != noun.i and set(found) <= set(told[1])]
    words, kinds = tell_apart(noun), tell_kind(noun)
    others = [told for told in others if not kinds or not (own := tell_kind(told[0])) or kinds & own]
    alike = [told for told in others if words & tell_apart(told[0])] or others
    return min(alike, key=lambda told: (told[0].i > noun.i, abs(told[0].i - noun.i)))[1] if alike else ()


def name_both(article: Article, noun: Token, subject: Token | None) -> tuple[str, ...]:
    """Who "the two factions" or "both sides" of a deal are: whoever made it, else the two that the text is about."""
    if subject is not None and subject.dep_ == "appos" and subject.lemma_.lower() in load_cues("told_sides"):
        # "X, Y and Z, the countries that signed the deal".
        return name_sides(article, subject.head)
    if subject is None or not is_both(subject):
        named = subject is not None and subject.lemma_.lower() in load_cues("told_sides") and subject.tag_ == "NNS"
        return list_told(article, subject) if named and subject is not None else ()
    return find_told(article, noun) or list_rivals(article)


def is_both(noun: Token) -> bool:
    """Whether a noun points to two sides without naming them: "both sides", "the two factions"."""
    words = {c.lower_ for c in noun.children}
    named = any(c.dep_ in ("compound", "appos", "nmod:poss", "nmod") for c in noun.children)
    return bool(words & {"both", "two"}) and noun.lemma_.lower() in load_cues("told_sides") and not named


def list_brokers(article: Article, noun: Token) -> tuple[str, ...]:
    """Those by whom a deal was brokered, who are none of its sides."""
    clauses = [c for c in noun.children if c.lemma_.lower() in load_cues("brokering") | {"negotiate"}]
    return join(*(name_sides(article, t) for c in clauses for t in (*find_subjects(c), *find_with(c, "by"))))


def list_near(article: Article, noun: Token, found: tuple[str, ...]) -> tuple[str, ...]:
    """The sides found with those that the sentence of a deal names, or it and the one before or behind it."""
    named = join(found, list_sentence_sides(article, noun))
    ends = (noun.sent.start - 1, noun.sent.end)
    beside = [list_sentence_sides(article, article.doc[end]) for end in ends if 0 <= end < len(article.doc)]
    pairs = (named, *(join(named, more) for more in beside))
    return next((pair for pair in pairs if len(pair) == PAIR), found)


def list_tellings(article: Article) -> tuple[Told, ...]:
    """The deals of a text whose parties their own phrase or the verb that made them names, once for each telling."""
    kept = article.doc.user_data.get(TOLD)
    if kept is None:
        nouns = [t for t in article.doc if t.pos_ != "VERB" and t.lemma_.lower() in load_cues("treaty_nouns")]
        named = ((noun, name_makers(article, noun)) for noun in nouns if not is_aim(noun))
        kept = article.doc.user_data[TOLD] = tuple(told for told in named if len(told[1]) >= PAIR)
    return kept


def is_aim(noun: Token) -> bool:
    """Whether a deal is only what is worked for: "talks for a truce", "a view to reaching a truce"."""
    verb = noun.head if noun.dep_ == "obj" else noun
    return has_case(verb, "for", "towards", "toward") or (verb.tag_ == "VBG" and has_case(verb, "to", "on", "about"))


def name_makers(article: Article, noun: Token) -> tuple[str, ...]:
    """Who made a deal by its own phrase, or by the verb that says that it was made."""
    sides = list_phrase_sides(article, noun)
    made = noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_.lower() in load_cues("dealing") - {"broker"}
    clauses = [noun.head, *(c for c in noun.children if c.dep_ in ("acl", "acl:relcl"))]
    if any(is_both(subject) for clause in clauses for subject in find_subjects(clause)):
        return list_rivals(article)
    makers = join(list_company(article, noun.head), sides) if made and len(sides) < PAIR else sides
    return makers if all(is_side(article, name) for name in makers) else ()


def list_rivals(article: Article) -> tuple[str, ...]:
    """The two sides that a text names most, where no third is named nearly as often."""
    kept = article.doc.user_data.get(RIVALS)
    if kept is None:
        ranked = Counter(list_named(article, article.doc)).most_common(PAIR + 1)
        clear = len(ranked) == PAIR or (len(ranked) > PAIR and ranked[1][1] > AHEAD * ranked[2][1])
        kept = article.doc.user_data[RIVALS] = tuple(name for name, _ in ranked[:PAIR]) if clear else ()
    return kept


def tell_apart(noun: Token) -> frozenset[str]:
    """The words that say which of several deals is meant: its year, and what stands before it."""
    before = {c.lower_ for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "amod", "nummod")}
    return frozenset(before | {t.text for t in noun.subtree if t.i - noun.i < NEAR and YEAR.fullmatch(t.text)})


def tell_kind(noun: Token) -> frozenset[str]:
    """The words that make a deal another than one without them: its year, and nouns and names before it."""
    before = {c.lower_ for c in noun.children if c.i < noun.i and (c.dep_ == "compound" or YEAR.fullmatch(c.text))}
    return frozenset(before)

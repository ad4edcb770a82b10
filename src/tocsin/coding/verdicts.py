"""Verdicts: what somebody calls a proposal, and what is said of one that is the subject of its clause."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_child,
    find_grammatical_subject,
    find_modals,
    find_obliques,
    is_negated,
    is_passive,
    phrase_of,
)
from tocsin.coding.holders import find_holders, names_party
from tocsin.coding.proposals import find_key, is_action, is_made_of_verb, is_plain_noun, is_pointing, load_words
from tocsin.coding.subject_matter import find_words, is_infinitive, open_pointing
from tocsin.coding.turns import TURNED, Stance

NAMED = ("xcomp", "obj", "appos", "obl", "advcl", "ccomp")
WORDS_OF_WAR = frozenset({"act", "declaration"})
RULING = frozenset({"will", "would", "shall", "must", "should", "can", "could"})
ASKING = frozenset({"must", "should"})
TAKEN_UP = frozenset({"this", "that", "it"})


@cache
def index_standing() -> dict[str, list[tuple[frozenset[str], str]]]:
    """By its noun, the prepositions and the stance of each phrase of the table: "out_of/question" is of opposition."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for stance in ("oppose", "open", "denied"):
        for words in load_words("standing", stance):
            prepositions, noun = words.split("/")
            found.setdefault(noun, []).append((frozenset(prepositions.split()), stance))
    return found


def read_naming(article: Article, verb: Token) -> Iterator[Stance]:
    """A verdict in the name given to a proposal: "called the plan a mistake", "dismissed the ruling as a farce"."""
    if verb.lemma_ not in load_words("naming") | load_words("judging"):
        return
    verdict, stance = find_named_verdict(verb)
    if verdict is None and verb.lemma_ in load_words("judging"):
        verdict = next((t for t in find_obliques(verb, "as") if t.pos_ in ("NOUN", "ADJ")), None)
        stance = "oppose"
    named = find_named(verb, verdict) if verdict is not None else None
    if verdict is None or named is None or (verb.lemma_ == "consider" and verdict.pos_ != "ADJ"):
        return
    why = f"{verb.lemma_} {named.text} {verdict.text}"
    holders = find_holders(article, verb)
    if named.lower_ in TAKEN_UP:
        yield Stance(verb, holders, stance, named, 0.5, why, last=True)
    elif named.lemma_ in load_words("owned", "alone"):
        yield Stance(verb, holders, TURNED[stance], named, 0.55, why, last=True)
    elif is_judgeable(named):
        yield Stance(verb, holders, stance, open_pointing(named), 0.6, why, settled=not is_negated(verb))


def find_named_verdict(verb: Token) -> tuple[Token | None, str]:
    """The word of a verdict behind a verb, and its stance; the first that names nothing itself."""
    named = find_child(verb, "obj")
    hung = [c for c in verb.children if c.i > verb.i and c.dep_ in NAMED and (c != named or is_judgment(c))]
    hung += [c for c in named.children if c.dep_ == "amod" and c.i == named.i + 1] if named is not None else []
    behind = [t for c in hung for t in c.subtree]
    for stance in ("support", "oppose"):
        words = load_words("verdicts", stance)
        found = next((t for t in behind if t.lemma_.lower() in words or (stance == "oppose" and is_war(t))), None)
        if found is not None:
            return found, stance
    return None, ""


def is_war(token: Token) -> bool:
    """Whether a word is the war of "an act of war" or "a declaration of war"."""
    return token.lemma_.lower() == "war" and token.head.lemma_.lower() in WORDS_OF_WAR


def is_judgment(noun: Token) -> bool:
    """Whether the tree took the verdict for the object, as the thing named stands before or behind it."""
    return noun.lemma_.lower() in load_words("verdicts", "oppose") | load_words("verdicts", "support")


def find_named(verb: Token, verdict: Token) -> Token | None:
    """What a verdict is on: the object, or the noun behind a verdict put first ("described as unfair the ban")."""
    objects = [c for c in verb.children if c.dep_ == "obj" and verdict not in c.subtree]
    after = [
        c for c in verdict.children if c.dep_ in ("appos", "obj", "dep", "nsubj", "obl:unmarked") and c.i > verdict.i
    ]
    nominal = [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "NOUN" and verdict not in c.subtree]
    listed = (c for c in verb.children if c.dep_ == "obj" and verdict in c.subtree and verdict != c and c.i < verdict.i)
    return next((t for t in (*objects, *after, *nominal, *listed)), None)


def is_judgeable(noun: Token) -> bool:
    """Whether a noun may be a proposal that a verdict is passed on; so may a claim to something."""
    if is_pointing(noun) or is_action(noun) or is_made_of_verb(noun):
        return True
    return noun.lemma_ == "claim" and bool(find_obliques(noun, "of", "to", "over", "on"))


def read_verdict(token: Token) -> Iterator[Stance]:
    """What is said of a proposal that is the subject: it is unacceptable, it will go ahead."""
    yield from read_existence(token)
    yield from read_solution(token)
    if token.lemma_.lower() in load_words("subjects", "support") and find_child(token, "cop") is not None:
        yield from read_needed(token)
    subject = find_grammatical_subject(token) if token.pos_ in ("ADJ", "NOUN", "VERB") else None
    if subject is None or not (is_action(subject) or (subject.pos_ == "NOUN" and is_pointing(subject))):
        return
    if find_grievous(token):
        why = f"{token.text} to follow {phrase_of(subject)}"
        yield Stance(token, (), "oppose", open_pointing(subject), 0.5, why, said=True, settled=True)
        return
    unsure = {"can", "may", "might", "could"} & set(find_modals(token))
    if token.lemma_.lower() in load_words("subjects", "oppose") and find_child(token, "cop") is not None and not unsure:
        why = f"{token.text} said of {phrase_of(subject)}"
        yield Stance(token, (), "oppose", open_pointing(subject), 0.6, why, said=True)
    elif find_words(token, load_words("subjects", "go_on")) and {"will", "would", "shall"} & set(find_modals(token)):
        why = f"{token.text} said of {phrase_of(subject)}"
        yield Stance(token, (), "support", open_pointing(subject), 0.6, why, said=True)


def read_standing(article: Article, noun: Token) -> Iterator[Stance]:
    """ "Is out of the question", "is not for sale", "under discussion": said by somebody, or "for Ankara"."""
    subject = find_child(noun, "nsubj") if find_child(noun, "cop") is not None else None
    if subject is None or names_party(article, subject):
        return
    before = {c.lower_ for c in noun.lefts if c.dep_ == "case"} | ({noun.lower_} & {"none"})
    name = "business" if noun.lower_ == "none" and find_business(noun) else noun.lemma_.lower()
    before |= {"of"} if name == "business" else set()
    stance = next((s for words, s in index_standing().get(name, ()) if words == before), None)
    if stance is None or (stance == "denied" and not is_negated(noun)):
        return
    holders = tuple(w for t in find_obliques(noun, "for") for w in article.cast.who_alone(t) if w.type != "outlet")
    carried = "oppose" if stance == "denied" else stance
    yield make_standing(noun, subject, holders, carried, settled=stance == "denied" or name == "business")


def find_business(noun: Token) -> bool:
    """Whether "none" is that of "none of our business"."""
    return any(t.lower_ == "business" for t in noun.doc[noun.i : min(noun.i + 4, len(noun.doc))])


def make_standing(noun: Token, subject: Token, holders: tuple[Who, ...], stance: str, *, settled: bool) -> Stance:
    taken_up = subject.pos_ == "PRON"
    why = f"{noun.text} said of {phrase_of(subject)}"
    about = subject if taken_up else open_pointing(subject)
    return Stance(noun, holders, stance, about, 0.6, why, said=not holders, last=taken_up, settled=settled)


def read_existence(verb: Token) -> Iterator[Stance]:
    """ "There will be no amnesty", "there must be a ceasefire", said by somebody."""
    if verb.lemma_ != "be" or find_child(verb, "expl") is None or not RULING & set(find_modals(verb)):
        return
    thing = find_child(verb, "nsubj")
    if thing is None or not (is_action(thing) or is_made_of_verb(thing)) or find_obliques(verb, "without"):
        return
    if thing.lemma_.lower() in load_words("disasters") | load_words("crimes") or find_key(thing) == "attack":
        return
    denied = is_negated(verb) or is_negated(thing)
    if (denied or ASKING & set(find_modals(verb))) and not find_obliques(thing, "without"):
        stance = "oppose" if denied else "support"
        why = f"there {min(find_modals(verb))} be {phrase_of(thing)}"
        yield Stance(verb, (), stance, open_pointing(thing), 0.55, why, said=True, settled=True)


def read_solution(noun: Token) -> Iterator[Stance]:
    """ "The only solution is a referendum", "our priority is to end the siege", said by somebody."""
    subject = find_child(noun, "nsubj") if noun.pos_ in ("NOUN", "VERB") else None
    if subject is None or subject.lemma_ not in load_words("subjects", "aims") or is_negated(noun):
        return
    if find_child(noun, "cop") is not None and (is_action(noun) or (noun.pos_ == "VERB" and is_infinitive(noun))):
        yield Stance(noun, (), "support", noun, 0.55, f"{subject.text} is {phrase_of(noun)}", said=True)


def find_grievous(token: Token) -> bool:
    """Whether a clause foretells disaster of its subject: "would open the road to war"."""
    foretold = "would" in find_modals(token) and not is_negated(token)
    if foretold and token.lemma_ in load_words("retorts", "passive") and is_passive(token):
        return True
    return foretold and any(t.lemma_.lower() in load_words("disasters") for t in token.subtree if t.i >= token.i)


def read_needed(token: Token) -> Iterator[Stance]:
    """ "It is essential to preserve the union", "a truce is overdue", said by somebody."""
    clause = next((c for c in token.children if c.i > token.i and c.pos_ == "VERB" and is_infinitive(c)), None)
    subject = find_child(token, "nsubj")
    if token.lemma_ == "time":
        subject = None
    about = clause if clause is not None else subject if subject is not None and is_action(subject) else None
    if about is not None:
        yield Stance(token, (), "support", about, 0.6, f"{token.text}: {phrase_of(about)}", said=True)


def read_reproach(article: Article, verb: Token) -> Iterator[Stance]:
    """What a party is criticised for, where that is a measure: "criticised Tunisia for the decree"."""
    if verb.lemma_ not in load_words("blaming") - {"accuse", "blame"}:
        return
    tied = [t for t in find_obliques(verb, "for", "over") if t.pos_ == "NOUN"]
    tied += [t for o in verb.children if o.dep_ in ("obj", "nsubj:pass") for t in find_obliques(o, "for", "over")]
    measure = next((t for t in tied if is_measure(t)), None)
    if measure is not None:
        why = f"{verb.lemma_} for {phrase_of(measure)}"
        yield Stance(verb, find_holders(article, verb), "oppose", open_pointing(measure), 0.6, why)


def is_measure(noun: Token) -> bool:
    """Whether a noun is a step that somebody takes, and no crime."""
    fits = is_action(noun) or (is_plain_noun(noun) and is_pointing(noun))
    return noun.pos_ == "NOUN" and fits and noun.lemma_ not in load_words("crimes") and find_key(noun) != "attack"

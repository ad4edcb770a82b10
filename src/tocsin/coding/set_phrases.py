"""Stances of set phrases ("throw its weight behind", "say no to") and of questions left open ("to decide whether")."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.coding.article import Article
from tocsin.coding.clauses import find_modals, find_obliques, has_case, is_negated, phrase_of
from tocsin.coding.holders import find_holders, name_subject, names_party
from tocsin.coding.proposals import load_words, may_be_proposal
from tocsin.coding.subject_matter import is_infinitive, open_pointing
from tocsin.coding.turns import DENIED, STANCES, Stance

ANSWERS = frozenset({"yes", "no"})


@cache
def index_phrases() -> dict[str, list[tuple[str, str, str]]]:
    """Stance, noun and preposition of the set phrases of each verb."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for stance in STANCES:
        for words in sorted(load_words("set_phrases", stance)):
            verb, noun, preposition = words.split("/")
            found.setdefault(verb, []).append((stance, noun, preposition))
    return found


def read_set_phrase(article: Article, verb: Token) -> Iterator[Stance]:
    """A verb with the noun that makes it a phrase of stance, and what the phrase's preposition ties to it."""
    if verb.pos_ not in ("VERB", "AUX"):
        return
    read: list[Stance] = []
    for stance, noun, preposition in index_phrases().get(verb.lemma_.lower(), ()):
        held = next((c for c in verb.children if c.i > verb.i and noun in (c.lemma_.lower(), c.lower_)), None)
        if held is None or (stance == "neutral" and verb.lemma_ == "take" and not is_refused(verb, held)):
            continue
        denied = is_negated(held) or any(c.lower_ == "little" for c in held.children)
        carried = DENIED[stance] if denied and held.lower_ not in ANSWERS else stance
        read.extend(make_stance(article, verb, held, preposition, carried))
    read.sort(key=lambda s: s.last)
    yield from read[:1]


def is_set_phrase(verb: Token) -> bool:
    """Whether a verb has the noun that makes it a phrase of stance."""
    nouns = {noun for _, noun, _ in index_phrases().get(verb.lemma_.lower(), ())}
    return any(c.i > verb.i and nouns & {c.lemma_.lower(), c.lower_} for c in verb.children)


def takes_side(verb: Token) -> bool:
    """Whether a verb is that of taking a side."""
    return verb.lemma_ == "take" and any(c.lemma_ == "side" for c in verb.children)


def is_refused(verb: Token, held: Token) -> bool:
    """Whether a phrase is denied or refused: "took no side", "would not take sides", "declined to take sides"."""
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in ("refuse", "decline", "avoid")
    return is_negated(held) or is_negated(verb) or refused


def make_stance(article: Article, verb: Token, held: Token, preposition: str, stance: str) -> Iterator[Stance]:
    """The stance of a phrase on what it is about; an answer without more is on the proposal spoken of last."""
    about = find_tied(verb, held, preposition)
    holders = find_holders(article, verb)
    why = f"{verb.lemma_} {held.text} {preposition}"
    if about is None:
        if (
            held.lower_ in ANSWERS
            or verb.lemma_ in load_words("having", "given_up")
            or (held.lemma_ == "side" or verb.lemma_ == "reserve")
        ):
            yield Stance(verb, holders, stance, verb, 0.5, f"{verb.lemma_} {held.text}", last=True)
        return
    infinitive = preposition == "to" and is_infinitive(about)
    if infinitive or (may_be_proposal(about, why) and not names_party(article, about)):
        refusing = held.lower_ == "no" and held.dep_ != "obj"  # the tree takes the answer for a denial of its verb
        why = f"{why}: {phrase_of(about)}"
        yield Stance(verb, holders, stance, open_pointing(about), 0.7, why, settled=refusing)


def find_tied(verb: Token, held: Token, preposition: str) -> Token | None:
    """What the preposition of a set phrase ties to its verb, to its noun, or to a word that hangs on the noun."""
    heads = {verb.i, held.i, *(c.i for c in held.children)}
    for token in verb.doc[held.i + 1 : verb.sent.end]:
        if token.head.i in heads and (has_case(token, preposition) or (preposition == "to" and is_infinitive(token))):
            return token
    return None


def read_question(article: Article, verb: Token) -> Iterator[Stance]:
    """What somebody has not decided or still talks about: "is weighing whether to join", "torn over whether"."""
    left_open = verb.lemma_ == "leave" and any(c.lower_ == "open" for c in verb.children)
    if verb.lemma_.lower() not in load_words("asking_whether") and not left_open:
        return
    clause = next((t for t in verb.subtree if t.i > verb.i and asks_whether(t) and climbs_to(t, verb)), None)
    if clause is not None:
        holders = find_holders(article, verb) or name_subject(article, verb)
        yield Stance(verb, holders, "open", clause, 0.65, f"{verb.lemma_} whether: {phrase_of(clause)}", settled=True)


def read_pending(article: Article, verb: Token) -> Iterator[Stance]:
    """What somebody has still to decide: "is to rule on the bid in May", "will decide on the loan later"."""
    ahead = {"will", "would"} & set(find_modals(verb)) or is_infinitive(verb)
    about = find_obliques(verb, "on", "about") if verb.lemma_ in ("decide", "rule") and ahead else []
    if about and may_be_proposal(about[0], "decide on") and not is_negated(verb):
        holders = find_holders(article, verb)
        why = f"still to {verb.lemma_}: {phrase_of(about[0])}"
        yield Stance(verb, holders, "open", open_pointing(about[0]), 0.6, why, settled=True)


def asks_whether(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and any(c.lower_ == "whether" for c in token.children)


def climbs_to(token: Token, verb: Token) -> bool:
    """Whether a clause hangs on `verb` with at most one noun or preposition between ("a vote on whether to")."""
    return token.head.i == verb.i or token.head.head.i == verb.i

"""Acting: whether a name is said as one that does or undergoes something, so that an actor record is made of it."""

from datetime import date
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_states
from tocsin.coding.clauses import SUBJECTS
from tocsin.coding.mentions import Name, Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.scene import Scene, is_past, is_role_noun, load_organs

FAR_FROM_BY = 16
QUALIFYING = ("amod", "compound")


def acts(scene: Scene, name: Name) -> bool:
    """Whether a name is said as one that does or undergoes something, not as a place or a thing."""
    token, who = scene.doc[name.head], name.who
    if who is None or who.name in list_former_states(scene.on or date.today()) or _is_byline(scene, name):
        return False
    if name.is_adjective or (token.dep_ in QUALIFYING and who.type in ("state", "person")):
        return _names_by_qualifying(scene, token, who)
    while token.dep_ in ("conj", "flat", "compound") and token.head.i != token.i:
        token = token.head
    if token.dep_ in SUBJECTS or any(c.lower_ == "by" for c in token.children if c.dep_ == "case"):
        return True
    if who.type == "person" and who.acts_for and name.label == "PERSON":
        return True
    if name.label in ("PERSON", "ORG") and who.type in ("person", "organisation") and who.name not in scene.people:
        named_in_full = name.last - name.first > 1 and (who.type == "organisation" or not _is_place(token))
        return named_in_full or who.code is not None
    return who.type != "outlet" and (
        token.dep_ == "obj" or who.type in ("alliance", "organisation") or not _is_place(token)
    )


def _names_by_qualifying(scene: Scene, token: Token, who: Who) -> bool:
    """Whether a name that only qualifies a noun is spoken of by it: "the Greek president", not "the Greek islands"."""
    noun = token.head
    while noun.dep_ in ("conj", *QUALIFYING) and noun.head.i != noun.i:
        noun = noun.head
    if is_past(noun) or (noun.lemma_.lower() in load_organs("state_organs") and who.type == "person"):
        return False
    return who in scene.found.get(noun.i, ()) or is_role_noun(noun)


def _is_byline(scene: Scene, name: Name) -> bool:
    """Whether a name is that of one who only wrote or edited the report: "Edited by: Ana Ruiz"."""
    start = max(name.first - FAR_FROM_BY, 0)
    for token in scene.doc[start : name.first - 1]:
        if token.lower_ in load_nouns("bylines") and token.nbor().lower_ == "by":
            first = token.nbor(-1) if token.i and token.nbor(-1).lower_ == "additional" else token
            return first.i == 0 or bool(first.is_sent_start) or first.nbor(-1).text in ("(", ";")
    return False


def _is_place(token: Token) -> bool:
    return any(c.dep_ == "case" and is_place_word(c) for c in token.children)


def is_place_word(token: Token) -> bool:
    """Whether a preposition puts what follows as a place ("in", "near"); "along with" does not."""
    is_last = token.i + 1 == len(token.doc)
    return token.lower_ in load_nouns("place_words") and (is_last or token.nbor().lower_ != "with")


@cache
def list_former_states(on: date) -> frozenset[str]:
    """States that are no more on a day."""
    former = (state for state in load_states() if state.status == "former")
    return frozenset(state.name for state in former if not state.term.holds(on))

"""Pronouns: whom "he", "it", "they" and "we" stand for, by recency, number, gender, role and the clause they are in."""

from spacy.tokens import Token

from tocsin.coding.clauses import SUBJECTS, find_subjects, list_conjuncts
from tocsin.coding.memory import Mention
from tocsin.coding.mentions import Who
from tocsin.coding.scene import Scene
from tocsin.coding.speech import load_forces

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
SPEAKER = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"})
COLLECTIVE = frozenset({"state", "alliance", "organisation", "group", "outlet"})
AS_SUBJECT = 2.4
UNDERGOES = ("obj", "iobj", "obl", "obl:agent")
OWN_CONTENT = ("obj", "ccomp", "xcomp", "obl")


def resolve_pronoun(scene: Scene, token: Token, sentence: int) -> tuple[Who, ...]:
    """Who a pronoun stands for; () where nobody fits."""
    if token.dep_ == "expl":
        return ()
    word = token.lower_
    quoted = scene.quotation_of.get(token.i, -1)
    if word in SPEAKER:
        speaker = scene.speakers.get(quoted)
        return scene.found.get(speaker, ()) if speaker is not None else ()
    doers = _list_doers(scene, token)
    if word in HE or word in SHE:
        gender = "m" if word in HE else "f"
        chosen = scene.memory.choose(
            sentence, lambda m: -1 if _is_one_of(m, doers) else _fits_person(scene, m, gender, quoted, token)
        )
        if chosen is not None:
            scene.memory.genders[chosen.whos[0].name] = gender
    elif word in THEY:
        chosen = scene.memory.choose(
            sentence, lambda m: -1 if _is_one_of(m, doers) else _fits_several(scene, m, quoted, token), 2
        )
    elif word in IT:
        chosen = scene.memory.choose(
            sentence, lambda m: -1 if _is_one_of(m, doers) else _fits_thing(scene, m, quoted, token), 1
        )
    else:
        return ()
    return chosen.whos if chosen is not None else ()


def _list_doers(scene: Scene, token: Token) -> frozenset[str]:
    """Who does what a pronoun undergoes, none of whom it is: "Peru met Chile, urging it to"; with "we" their state."""
    if token.dep_ not in UNDERGOES or token.lower_.endswith(("self", "selves")):
        return frozenset()
    doers = [t for s in find_subjects(token.head) for t in list_conjuncts(s)]
    named = {who.name for t in doers for who in scene.found.get(t.i, ())}
    speaker = scene.speakers.get(scene.quotation_of.get(token.i, -1))
    name = scene.names.get(speaker) if speaker is not None and any(t.lower_ in SPEAKER for t in doers) else None
    if name is not None and name.who is not None:
        who = scene.people.get(name.who.name, name.who)
        named |= {who.name, who.acts_for or who.name}
    return frozenset(named)


def _is_one_of(mention: Mention, names: frozenset[str]) -> bool:
    return bool(names) and any(who.name in names for who in mention.whos)


def _same_side_of_quotation(mention: Mention, quoted: int) -> bool:
    return mention.quotation == quoted or (quoted < 0) == (mention.quotation < 0) or mention.quotation < 0


def _fits_person(scene: Scene, mention: Mention, gender: str, quoted: int, token: Token) -> float:
    if len(mention.whos) != 1 or mention.whos[0].type != "person" or not _same_side_of_quotation(mention, quoted):
        return -1
    if _is_told(scene.doc[mention.token], token):
        return -1
    if scene.memory.genders.get(mention.whos[0].name, gender) != gender:
        return -1
    return 0.3 * (mention.whos[0].name in scene.people) + _is_parallel(mention, token)


def _fits_several(scene: Scene, mention: Mention, quoted: int, token: Token) -> float:
    if not _same_side_of_quotation(mention, quoted) or _is_told_of(scene, mention, token):
        return -1
    if len(mention.whos) > 1 or mention.is_plural:
        return 1.0 + _is_parallel(mention, token)
    collective = {"group": 0.5, "alliance": 0.2, "organisation": 0.0, "state": 0.0, "outlet": 0.0}
    return collective.get(mention.whos[0].type, -1) + _is_parallel(mention, token) if mention.whos else -1


def _is_told_of(scene: Scene, mention: Mention, token: Token) -> bool:
    """Whether a group without a name is only spoken of by whom the pronoun means: "Some men fell, they said"."""
    return scene.names.get(mention.token) is None and _is_told(scene.doc[mention.token], token)


def _is_told(one: Token, token: Token) -> bool:
    """Whether a noun is part of what the pronoun behind it is said to say: "The president will go, he said"."""
    verb = token.head
    if verb.lemma_ not in load_forces() or not one.i < token.i or token.dep_ not in SUBJECTS:
        return False
    told = verb.head if verb.dep_ == "parataxis" else next((c for c in verb.children if c.dep_ == "ccomp"), verb)
    if told is verb or told.i > token.i or not (one.head.i == told.i or told in one.ancestors):
        return False
    if one.head.i == told.i and told.lemma_ in load_forces():
        return False
    return verb.dep_ != "parataxis" or not any(c.i > verb.i and c.dep_ in OWN_CONTENT for c in verb.children)


def _fits_thing(scene: Scene, mention: Mention, quoted: int, token: Token) -> float:
    name = scene.names.get(mention.token)
    is_one = name is not None and name.form != "people"
    if _is_listed_elsewhere(scene, mention, token):
        return -1
    if len(mention.whos) != 1 or (mention.is_plural and not is_one) or not _same_side_of_quotation(mention, quoted):
        return -1
    return _is_parallel(mention, token) if mention.whos[0].type in COLLECTIVE else -1


def _is_listed_elsewhere(scene: Scene, mention: Mention, token: Token) -> bool:
    """Whether a mention is one of a list in the pronoun's sentence that the pronoun stands outside of."""
    one = scene.doc[mention.token]
    if one.sent.start != token.sent.start:
        return False
    head = one.head if one.dep_ == "conj" else one
    members = list_conjuncts(head)
    return len(members) > 1 and all(t.i != token.head.i for t in members)


def _is_parallel(mention: Mention, token: Token) -> float:
    speaks = token.dep_ in SUBJECTS and token.head.lemma_ in load_forces()
    if speaks and any(c.lower_ == "according" for c in token.doc[mention.token].children):
        return AS_SUBJECT
    if not mention.is_subject or token.dep_ not in SUBJECTS:
        return 0.0
    spoke = token.doc[mention.token].head.lemma_ in load_forces() and token.head.lemma_ in load_forces()
    return 0.9 if spoke else 0.4

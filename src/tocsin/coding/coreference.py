"""Coreference, small: short forms back to who they stand for, by recency, number, kind and role."""

from spacy.tokens import Token

from tocsin.coding.clauses import SUBJECTS
from tocsin.coding.counted import find_counted, is_pointing, read_count
from tocsin.coding.kinds import BARE, is_one, resolve_body, resolve_fighting, resolve_kind
from tocsin.coding.memory import Mention
from tocsin.coding.mentions import Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.offices import find_in_office, read_portfolio
from tocsin.coding.organs import find_place_state, name_state_organ
from tocsin.coding.parties import find_owner
from tocsin.coding.same_noun import find_same_noun, is_of_other, is_overtaken, is_told_apart
from tocsin.coding.scene import (
    Scene,
    is_plural,
    is_role_noun,
    load_organs,
    match_organ,
    match_role,
    singular,
)
from tocsin.coding.speech import load_forces

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "his", "her"})
WHOLE_FORCES = frozenset({"armed forces", "security forces", "special forces", "defence forces", "defense forces"})
ALWAYS_WHOLE = frozenset({"police"})
VAGUE = frozenset({"a", "an", "any", "each", "either", "every", "neither", "no", "another", "some", "such", "other"})
ANYONE = frozenset({"man", "woman", "person", "source", "official"})
# What several states send together, which is no state's alone.
MANDATES = frozenset({"mission", "observer mission"})


def resolve_noun(scene: Scene, token: Token, sentence: int) -> tuple[Who, ...]:
    """Who a noun without an owner or a name stands for in its context: "the bloc", "the ministry", "both countries"."""
    lemma = token.lemma_.lower()
    definite = any(
        c.lower_ in DEFINITE for c in token.children if c.dep_ in ("det", "nmod:poss", "nummod", "det:predet")
    )
    if is_plural(token):
        return _resolve_plural(scene, token, lemma, sentence, definite)
    if lemma in load_nouns("opposed") and any(c.lower_ == "each" for c in token.children):
        return find_counted(scene, token, 2, sentence)
    if any(c.lower_ in VAGUE and c.dep_ in ("det", "amod") for c in token.children):
        return ()
    if not definite and token.pos_ != "PROPN" and not (lemma in load_nouns("organ_nouns") and token.dep_ in SUBJECTS):
        return ()
    if lemma in load_nouns("state_nouns"):
        chosen = scene.memory.choose(sentence, lambda m: _fits_state(scene, m, sentence), 3)
        state = _find_state(scene, chosen) if chosen is not None else None
        return (state,) if state is not None else ()
    owner = find_owner(scene, token)
    same = find_same_noun(scene, token, lemma)
    if same and is_told_apart(token, same[0]):
        return ()
    if same and owner is None and match_organ(token, "state_organs") and is_of_other(scene, same[0], lemma, sentence):
        same = ()
    if same and owner is None and lemma in load_nouns("fighting_nouns") and is_overtaken(scene, lemma, sentence):
        same = ()
    if same and (owner is None or owner.name in (same[0].name, same[0].acts_for)):
        return same
    if lemma in load_nouns("fighting_nouns") and (owner is None or owner.type == "state"):
        return resolve_fighting(scene, token, sentence, owner)
    if lemma in load_nouns("body_nouns"):
        return resolve_body(scene, token, sentence)
    if lemma in load_nouns("kind_nouns") and owner is None and all(c.dep_ in BARE for c in token.children):
        return resolve_kind(scene, token, sentence)
    former = any(c.lower_ in ("former", "ex", "ousted", "deposed") for c in token.children)
    if owner is None and definite and (former or match_role(token) is None) and is_role_noun(token):
        return _resolve_person(scene, token, sentence)
    return _resolve_organ(scene, token, sentence)


def _resolve_person(scene: Scene, token: Token, sentence: int) -> tuple[Who, ...]:
    """The named person for whom "the senator" or "the former president" stands: the subject just before."""
    aged = any(t.lower_ in ("old", "year-old") for t in token.lefts for t in t.subtree)
    if not aged and any(c.dep_ not in ("det", "punct", "case") and c.lower_ != "former" for c in token.children):
        return ()
    lemma = token.lemma_.lower()
    titled = [name for name in scene.titled.get(lemma, ()) if scene.memory.counts[name]]
    if titled:
        return (scene.people[titled[-1]],)
    if lemma in load_nouns("posts"):
        return ()
    for mention in scene.memory.list_recent(sentence, 2):
        if mention.is_subject and scene.names.get(mention.token) is not None and is_one(mention, {"person"}):
            return mention.whos
    if token.lemma_.lower() not in ANYONE or token.dep_ not in SUBJECTS or token.head.lemma_ not in load_forces():
        return ()
    for mention in scene.memory.list_recent(sentence, 3):
        if is_one(mention, {"person"}) and scene.doc[mention.token].head.lemma_ in load_forces():
            return mention.whos
    return ()


def _find_state(scene: Scene, mention: Mention) -> Who | None:
    """The state that a mention is, or acts for ("Armenian soldiers")."""
    if len(mention.whos) != 1:
        return None
    who = mention.whos[0]
    return who if who.type == "state" else scene.memory.find_by_name(who.acts_for)


def _fits_state(scene: Scene, mention: Mention, sentence: int) -> float:
    """How well "the country" fits a mention: one of the same sentence before a subject of the last."""
    if _find_state(scene, mention) is None:
        return -1
    return 0.8 if mention.sentence == sentence else 0.0


def _resolve_plural(scene: Scene, token: Token, lemma: str, sentence: int, definite: bool) -> tuple[Who, ...]:
    """Plural short forms: "both countries", "the two nations", "the three", "the officers"."""
    count = read_count(token)
    if count and lemma in load_nouns("state_nouns") | load_nouns("sides"):
        return find_counted(scene, token, count, sentence) if is_pointing(token) else ()
    owner = find_owner(scene, token) if definite and lemma in load_nouns("fighting_nouns") else None
    if definite and lemma in load_nouns("fighting_nouns") and (owner is None or owner.type == "state"):
        return resolve_fighting(scene, token, sentence, owner)
    before = scene.memory.by_noun.get(lemma)
    again = before is not None and before.is_plural and sentence - before.sentence < 4
    if definite and before is not None and again and all(c.dep_ in BARE[:3] for c in token.children):
        return before.whos
    own, organ = match_organ(token, "own_organs"), match_organ(token, "state_organs")
    bare = all(c.dep_ in BARE for c in token.children)
    whole = (own in ALWAYS_WHOLE and bare) or (definite and own in WHOLE_FORCES)
    if not (whole or organ == "authorities") or find_owner(scene, token) is not None:
        return ()
    state = find_place_state(scene, token) or scene.memory.find_state(sentence)
    if state is None:
        return ()
    return (name_state_organ(scene, own, state),) if own else (state,)


def _find_force(scene: Scene) -> Who | None:
    """The armed forces last named in full ("Sudanese Armed Forces"), or None."""
    for mention in reversed(scene.memory.mentions):
        who = mention.whos[0]
        if who.type == "organisation" and who.acts_for and who.name.endswith(("Armed Forces", "Army", "army")):
            return who
    return None


def _find_spoken_of(scene: Scene, token: Token, sentence: int) -> Who | None:
    """The state of an organ or office without an owner; of one that a state speaks to, another state than that."""
    state = scene.memory.find_state(sentence)
    addressed = token.dep_ in ("obj", "iobj", "obl") and token.head.lemma_ in load_forces() and match_role(token)
    if (
        not addressed
        or state is None
        or not any(m.is_subject and state in m.whos for m in scene.memory.list_recent(sentence, 0))
    ):
        return state
    return next((who for who, _ in scene.memory.states.most_common() if who != state), None)


def _resolve_organ(scene: Scene, token: Token, sentence: int) -> tuple[Who, ...]:
    """An organ or office without an owner: that of the state the text is speaking of."""
    own, organ = match_organ(token, "own_organs"), match_organ(token, "state_organs")
    role = read_portfolio(token, match_role(token) or "") or None
    if not (role or own or organ) or find_owner(scene, token) is not None:
        return ()
    force = _find_force(scene) if own in load_nouns("short_forces") else None
    if force is not None:
        return (force,)
    titled = dict.fromkeys(scene.titled.get(role or "", ()))
    if len(titled) == 1 and role and not is_plural(token) and scene.memory.counts[next(iter(titled))]:
        return (scene.people[next(iter(titled))],)
    state = find_place_state(scene, token) or _find_spoken_of(scene, token, sentence)
    if state is None or (own or organ) in MANDATES:
        return ()
    own_words = [c for c in token.children if c.dep_ == "compound" and c.lower_ not in (role or "").split()]
    known = find_in_office(scene, state.name, role) if role else None
    if role and own_words and known is None:
        return ()
    if role and singular(token.lower_) == token.lower_:
        return (known or Who(f"{role[:1].upper()}{role[1:]} of {state.name}", state.name, "person"),)
    if own and own in load_organs("own_organs"):
        return (name_state_organ(scene, own, state),)
    return (state,) if organ else ()

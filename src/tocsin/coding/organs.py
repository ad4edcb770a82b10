"""Organs of states: what they are called in English, by the state's adjective or by its name."""

from collections import Counter

from spacy.tokens import Token

from tocsin.coding.mentions import Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.scene import Scene, find_adjective, is_plural, list_modifiers, singular

BODIES = ("alliance", "organisation")


def write_organ(organ: str, state: str, adjective: str) -> str:
    """The usual name of an organ: "Parliament of Peru", "Supreme Court of Peru", "Peruvian army"."""
    if singular(organ.lower()) in load_nouns("formal_organs"):
        return f"{organ.title()} of {state}"
    return f"{adjective} {organ}"


def find_named_organ(scene: Scene, organ: str, state: str) -> Who | None:
    """The organ of a state that was named before by the same noun, or None."""
    for mention in reversed(scene.memory.mentions):
        who = mention.whos[0]
        if who.type == "organisation" and who.acts_for == state and who.name.lower().endswith(f" {organ.lower()}"):
            return who
    return None


def name_state_organ(scene: Scene, organ: str, state: Who) -> Who:
    """The organ of the state that the text speaks of, where nothing before it says whose it is ("the army")."""
    if (known := find_named_organ(scene, organ, state.name)) is not None:
        return known
    used = Counter(
        scene.doc[name.first : name.last].text
        for name in dict.fromkeys(scene.names.values())
        if name.is_adjective and name.who is not None and name.who.name == state.name
    )
    adjective = used.most_common(1)[0][0] if used else find_adjective(state.name)
    return Who(write_organ(organ, state.name, adjective), state.name, "organisation")


def find_place_state(scene: Scene, token: Token) -> Who | None:
    """The state that the clause of an organ names as where it is: "In Lima, police said"."""
    for oblique in token.head.children:
        name = scene.find_name(oblique)
        is_place = oblique.dep_ == "obl" and any(c.lower_ in ("in", "across") for c in oblique.children)
        if is_place and name is not None and name.who is not None and name.who.type == "state":
            return name.who
    return None


def name_organ(scene: Scene, token: Token, organ: str, owner: Who) -> Who:
    """An organ that acts for a state: "Syrian Army", "Parliament of Iraq", "China coast guard"."""
    words = organ.title() if token.text[:1].isupper() else organ
    adjectives = [t.text for t in list_modifiers(token) if (name := scene.find_name(t)) and name.is_adjective]
    if owner.type in BODIES and not adjectives and (before := scene.names.get(token.i - 1)) is not None:
        adjectives = [scene.doc[before.first : before.last].text]
    kind = "group" if is_plural(token) and not organ.endswith("forces") else "organisation"
    state = owner.name if owner.type == "state" else owner.acts_for or owner.name
    formal = owner.type == "state" and singular(organ) in load_nouns("formal_organs")
    if adjectives or formal:
        return Who(write_organ(words, state, " ".join(adjectives)), state, kind)
    if owner.type == "state" and any(t.tag_ == "PRP$" for t in list_modifiers(token)):
        named = find_named_organ(scene, organ, state)
        return named or Who(f"{find_adjective(state)} {words}", state, kind)
    after = any(c.dep_ == "nmod" and c.i > token.i for c in token.children)
    return Who(f"{words} of {owner.name}" if after else f"{_write_owner(scene, token, owner)} {words}", state, kind)


def _write_owner(scene: Scene, token: Token, owner: Who) -> str:
    """An owner before an organ, by its short form where that is right before it ("US lawmakers")."""
    before = scene.names.get(token.i - 1)
    is_short = before is not None and before.who == owner and token.nbor(-1).dep_ == "compound"
    return scene.doc[before.first : before.last].text if before is not None and is_short else owner.name

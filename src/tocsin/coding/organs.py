"""Organs of states: what they are called in English, by the state's adjective or by its name."""

from collections import Counter

from spacy.tokens import Token

from tocsin.coding.mentions import Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.scene import Scene, find_adjective, singular


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

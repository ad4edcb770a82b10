"""Departments: whose a ministry, court or parliament is that the text names without its state ("the Supreme Court")."""

from dataclasses import replace

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.memory import Memory
from tocsin.coding.mentions import Name, Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.organs import find_place_state, name_state_organ
from tocsin.coding.parties import find_owner
from tocsin.coding.scene import Scene, load_organs
from tocsin.coding.who import make_who


def find_department(scene: Scene, token: Token, name: Name, sentence: int) -> Name:
    """A ministry, court or parliament named without its state as that of the state that the text speaks of.

    The tables give a bare name to the state where it is usual ("the Senate"); it stays there where the text names
    that state at all, and says of no other that the organ is its.
    """
    who = name.who
    words = " ".join(t.text for t in scene.doc[name.first : name.last])
    if who is None or who.type != "organisation":
        return name
    is_department = who.acts_for is None and _is_department(scene, name, who)
    is_force = who.acts_for is None and words.lower() in load_organs("own_organs")
    if not is_department and not is_force and words.lower() not in load_nouns("formal_organs"):
        return name
    state = _find_own(scene, token, name, who) or _find_named_before(scene, words)
    if state is None and who.acts_for is not None and scene.names_state(who.acts_for):
        return name
    if state is None:
        state = _find_spoken_of(scene.memory, sentence, words) if is_department else scene.memory.find_state(sentence)
    if state is None or state.type != "state" or state.name == who.acts_for:
        return name
    meant = state if is_department else name_state_organ(scene, words, state)
    found = replace(name, who=meant, form="government" if is_department else "organ")
    scene.names.update(dict.fromkeys(range(name.first, name.last), found))
    return found


def _is_department(scene: Scene, name: Name, who: Who) -> bool:
    """Whether a name is that of a part of a government, which is the state itself."""
    words = {t.text for t in scene.doc[name.first : name.last]}
    is_office = scene.doc[name.last - 1].text == "Office" and who.name.lower() not in load_organs("state_organs")
    return not words.isdisjoint(load_nouns("departments")) and not is_office


def _find_own(scene: Scene, token: Token, name: Name, who: Who) -> Who | None:
    """The state that the sentence itself says an organ is of or in: "the Congress in Quito", "In Lima, the Senate"."""
    before = scene.names.get(name.first - 1)
    owner = before.who if before is not None and before.is_adjective else find_owner(scene, token)
    return owner if owner is not None and owner != who else find_place_state(scene, token)


def _find_named_before(scene: Scene, words: str) -> Who | None:
    """The state of the organ that the text named in full before ("the Supreme Court of Peru")."""
    full = [name for name in scene.memory.counts if name.startswith(f"{words} of ")]
    state = find_known(full[0].removeprefix(f"{words} of "), scene.on) if len(full) == 1 else None
    return make_who(state) if state is not None else None


def _find_spoken_of(memory: Memory, sentence: int, words: str) -> Who | None:
    """The state that a ministry is of: the one spoken of just before; of a "Department", which many have, none."""
    return None if "Department" in words else memory.find_state(sentence)

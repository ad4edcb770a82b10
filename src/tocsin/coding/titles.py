"""Titles: whom the named people act for and which office they hold, as written before or after their names."""

from spacy.tokens import Token

from tocsin.coding.mentions import Name, Who
from tocsin.coding.parties import find_owner, find_principal
from tocsin.coding.scene import Scene, is_past, is_role_noun, match_role, set_acts_for
from tocsin.coding.sparing import take_each


def learn_titles(scene: Scene) -> None:
    """Whom the named people act for and which office they hold, from the titles written before or after their names."""
    names = dict.fromkeys(scene.names.values())
    for _ in take_each(names, lambda name: learn_title(scene, name), lambda name: scene.doc[name.first]):
        pass


def learn_title(scene: Scene, name: Name) -> None:
    """Whom a named person acts for and which office they hold, where a title stands beside the name."""
    if name.who is None or name.who.type != "person":
        return
    state = _find_possessing_state(scene, name.first)
    if state is not None:
        set_acts_for(scene, name.who, state)
    for role_token in _list_titles(scene, name.first, name.head):
        role = match_role(role_token) or role_token.lower_
        if is_past(role_token):
            continue
        scene.titled.setdefault(role, []).append(name.who.name)
        owner = find_owner(scene, role_token)
        owner = owner or _find_state_behind(scene, name)
        state = find_principal(owner) if owner else None
        who = set_acts_for(scene, name.who, state)
        if state:
            scene.offices.setdefault((state, role), who)


def _find_possessing_state(scene: Scene, first: int) -> str | None:
    """The state right before a person's name ("Finland's Alexander Stubb"), or None."""
    if first < 2 or scene.doc[first - 1].tag_ != "POS":
        return None
    owner = scene.names.get(first - 2)
    return owner.who.name if owner is not None and owner.who is not None and owner.who.type == "state" else None


def _find_state_behind(scene: Scene, name: Name) -> Who | None:
    """The state behind the name of a person with a title: "President Ana Ruiz of Peru"."""
    if name.last + 1 >= len(scene.doc) or scene.doc[name.last].lower_ != "of":
        return None
    owner = scene.names.get(name.last + 1)
    return owner.who if owner is not None and owner.who is not None and owner.who.type == "state" else None


def _list_titles(scene: Scene, first: int, head: int) -> list[Token]:
    doc = scene.doc
    token = doc[head]
    near = [doc[first - 1]] if first > token.sent.start and not doc[first - 1].is_punct else []
    near += [c for c in token.children if c.dep_ in ("appos", "compound", "flat", "nmod:desc")]
    if token.dep_ in ("appos", "flat", "compound", "nmod:desc"):
        near += [token.head, token.head.head]
    if not near and first - 1 > token.sent.start and doc[first - 1].text == ",":
        for i in range(first - 2, max(first - 10, token.sent.start - 1), -1):
            if doc[i].pos_ in ("VERB", "AUX", "PUNCT", "CCONJ"):
                break
            near.append(doc[i])
    titles = [t for t in near if t.i not in scene.names and t.pos_ in ("NOUN", "PROPN") and is_role_noun(t)]
    return list({t.i: t for t in titles}.values())

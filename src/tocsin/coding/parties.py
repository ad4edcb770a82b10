"""Name who a noun phrase stands for: people under their titles, organs of states, roles, and groups in the text's words."""

from spacy.tokens import Token

from tocsin.coding.clauses import list_conjuncts, phrase_of
from tocsin.coding.mentions import Who
from tocsin.coding.scene import (
    Scene,
    is_plural,
    list_modifiers,
    load_nouns,
    match_organ,
    match_role,
    set_acts_for,
    singular,
)

OF = frozenset({"of", "from", "for", "to", "in", "at", "with", "within", "inside"})
OWNERS = ("state", "alliance", "organisation", "group", "person")
MEMBERS = frozenset({"member", "ally", "country", "nation", "state", "government", "capital", "partner"})
PLAIN_ORGANS = frozenset({"official", "diplomat", "envoy", "negotiator", "minister", "leader", "ruler", "policymaker"})
SPOKEN_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "aide", "envoy", "secretary"})


def find_owner(scene: Scene, token: Token) -> Who | None:
    """The state, body or person that a noun belongs to ("French", "Russia's", "of NATO", "its"), or None."""
    owners = find_owners(scene, token)
    return owners[0] if owners else None


def find_owners(scene: Scene, token: Token) -> tuple[Who, ...]:
    """All that a noun belongs to: "the foreign ministers of Estonia and Latvia" has two."""
    left = [t for t in list_modifiers(token) if t.head.i == token.i or t.head.head.i == token.i]
    for modifier in reversed(left):
        if modifier.dep_ in ("nmod:poss", "amod", "compound", "nmod", "flat", "det", "poss") or scene.find_name(modifier):
            found = _look_up(scene, modifier)
            if found:
                return found
    for child in token.rights:
        if child.dep_ in ("nmod", "obl", "acl") and any(c.lower_ in OF and c.dep_ == "case" for c in child.children):
            found = _look_up(scene, child)
            if found:
                return found
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    name = scene.find_name(before) if before is not None else None
    return (name.who,) if name and name.who and name.is_adjective and name.who.type in OWNERS else ()


def _look_up(scene: Scene, token: Token) -> tuple[Who, ...]:
    found = [who for t in list_conjuncts(token) for who in scene.found.get(t.i, ()) or _read(scene, t)]
    return tuple(w for w in found if w.type in OWNERS)


def _read(scene: Scene, token: Token) -> tuple[Who, ...]:
    name = scene.find_name(token)
    if name is not None:
        if name.who is None:
            return ()
        return (scene.people.get(name.who.name, name.who),)
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod",):
        return name_noun(scene, token)
    return ()


def name_noun(scene: Scene, token: Token) -> tuple[Who, ...]:
    """Who a common noun stands for by its own words and owner; () where it names no actor, or only with a context."""
    if token.i in scene.under_way:
        return ()
    scene.under_way.add(token.i)
    try:
        return _name_noun(scene, token)
    finally:
        scene.under_way.discard(token.i)


def _name_noun(scene: Scene, token: Token) -> tuple[Who, ...]:
    person = find_person_beside(scene, token)
    if person is not None:
        return (person,)
    owners = find_owners(scene, token)
    states = [w for w in owners if w.type in ("state", "alliance", "organisation", "group") ]
    role = match_role(token)
    if role and owners:
        return tuple(name_role(scene, role, owner) for owner in owners) if not _is_group(token, owners) else name_group(scene, token)
    own = match_organ(token, "own_organs")
    if own and states:
        return (name_organ(token, own, states[0]),)
    organ = match_organ(token, "state_organs")
    if organ and states and not (singular(organ) in PLAIN_ORGANS and not is_plural(token)):
        return tuple(states)
    lemma = token.lemma_.lower()
    if lemma in MEMBERS and is_plural(token) and states and states[0].type in ("alliance", "organisation"):
        return (name_members(token, states[0]),)
    if lemma in load_nouns("people_nouns"):
        return name_group(scene, token)
    if lemma in load_nouns("organ_nouns") and owners:
        return (Who(phrase_words(scene, token), owners[0].acts_for or owners[0].name, "organisation"),)
    return ()


def _is_group(token: Token, owners: tuple[Who, ...]) -> bool:
    return is_plural(token) and len(owners) < 2


def find_person_beside(scene: Scene, token: Token) -> Who | None:
    """The person whose title or role `token` is: "President X", "the minister, X", "X, the minister"."""
    near = [c for c in token.children if c.dep_ in ("appos", "flat", "compound", "dep", "nmod", "nmod:desc")]
    if token.dep_ in ("compound", "flat", "appos", "nmod:desc", "amod"):
        near.append(token.head)
    if token.i + 1 < token.sent.end:
        near.append(token.doc[token.i + 1])
    for other in near:
        name = scene.find_name(other)
        if name and name.who and name.who.type == "person" and (other.dep_ != "nmod" or not _has_adposition(other)):
            if other.i == token.i + 1 or _is_role_noun(token):
                return scene.people.get(name.who.name, name.who)
    return None


def _has_adposition(token: Token) -> bool:
    return any(c.dep_ == "case" for c in token.children)


def _is_role_noun(token: Token) -> bool:
    return token.lemma_.lower() in load_nouns("people_nouns") or match_role(token) is not None


def name_role(scene: Scene, role: str, owner: Who) -> Who:
    """The person in an office as far as the text has named them, else the office itself."""
    state = owner.acts_for if owner.type == "person" and owner.acts_for else owner.name
    known = scene.offices.get((state, role))
    if known is not None:
        return scene.people.get(known.name, known)
    return Who(f"{_write_title(role)} of {state}", state, "person")


def _write_title(role: str) -> str:
    return " ".join(w if w in ("of", "the", "to", "and", "for", "in") else w[:1].upper() + w[1:] for w in role.split())


def name_organ(token: Token, organ: str, owner: Who) -> Who:
    """An organ that acts for a state: "Syrian Army", "Parliament of Iraq", "China coast guard"."""
    before = [t for t in list_modifiers(token)]
    adjective = next((t for t in before if t.dep_ in ("amod", "compound") and t.text[:1].isupper()), None)
    words = token.doc[token.i - len(organ.split()) + 1 : token.i + 1].text if "-" not in organ else organ
    kind = "group" if is_plural(token) else "organisation"
    if any(t.pos_ == "PROPN" for t in (token,)) and not adjective and not any(t.dep_ == "nmod:poss" for t in before):
        return Who(f"{words} of {owner.name}", owner.acts_for or owner.name, kind)
    qualifier = _write_owner(token, owner)
    return Who(f"{qualifier} {words}", owner.acts_for or owner.name, kind)


def _write_owner(token: Token, owner: Who) -> str:
    """The owner's adjective as written before the noun, else its name."""
    run: list[str] = []
    for t in list_modifiers(token):
        if t.pos_ in ("ADJ", "PROPN") and t.text[:1].isupper() and t.dep_ in ("amod", "compound", "flat"):
            run.append(t.text)
    return " ".join(run) or owner.name


def name_members(token: Token, body: Who) -> Who:
    """Members of a body: the body itself, or the part that an adjective tells ("smaller NATO members")."""
    adjectives = [t.text for t in token.children if t.dep_ == "amod" and t.text[:1].islower() and t.lower_ not in load_nouns("pointers")]
    if not adjectives:
        return body
    return Who(f"{' '.join(adjectives)} {body.name} members", body.name, "group")


def name_group(scene: Scene, token: Token) -> tuple[Who, ...]:
    """A group, or one unnamed representative, in the text's words, with the state or body it is of."""
    owner = find_owner(scene, token)
    acts_for = (owner.acts_for if owner.type == "person" else owner.name) if owner else None
    lemma = token.lemma_.lower()
    if lemma in SPOKEN_FOR and owner and not is_plural(token):
        return (Who(f"{token.lower_} of {owner.name}", owner.acts_for or acts_for, "person"),)
    words = phrase_words(scene, token)
    kind = "group" if is_plural(token) or lemma in ("people", "crowd", "family") else "person"
    if lemma in load_nouns("organ_nouns"):
        kind = "organisation"
    return (Who(words, acts_for, kind),)


def phrase_words(scene: Scene, token: Token) -> str:
    """The words of a noun phrase without what counts it or points at it, possessors by their names."""
    words = phrase_of(token).split()
    while len(words) > 1 and words[0].lower() in load_nouns("pointers"):
        words.pop(0)
    text = " ".join(words).strip(" ,;:\"'“”‘’()")
    return text or token.text


def learn_titles(scene: Scene) -> None:
    """Whom the named people act for and which office they hold, from the titles written before or after their names."""
    for name in dict.fromkeys(scene.names.values()):
        if name.who is None or name.who.type != "person":
            continue
        for role_token in _list_titles(scene, name.first, name.last, name.head):
            role = match_role(role_token) or role_token.lower_
            owner = find_owner(scene, role_token)
            state = (owner.acts_for if owner.type == "person" else owner.name) if owner else None
            who = set_acts_for(scene, name.who, state)
            if state:
                scene.offices.setdefault((state, role), who)


def _list_titles(scene: Scene, first: int, last: int, head: int) -> list[Token]:
    doc = scene.doc
    token = doc[head]
    near = [doc[first - 1]] if first > token.sent.start else []
    if near and near[0].is_punct and first - 2 >= token.sent.start:
        near = []
    near += [c for c in token.children if c.dep_ in ("appos", "compound", "flat", "nmod:desc")]
    if token.dep_ in ("appos", "flat", "compound", "nmod:desc"):
        near.append(token.head)
    titles = [t for t in near if t.i not in scene.names and t.pos_ in ("NOUN", "PROPN") and _is_role_noun(t)]
    return list({t.i: t for t in titles}.values())

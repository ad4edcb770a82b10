"""Name who a noun phrase stands for: people by their titles, organs of states, roles, groups in the text's words."""

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.codebook.words import has_capital
from tocsin.coding.beside import MEMBERS, find_named_beside, list_named_beside
from tocsin.coding.clauses import list_conjuncts
from tocsin.coding.groups import INSIDE, can_speak, describe, is_of_sphere, is_private, read_name, take_compound
from tocsin.coding.mentions import Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.offices import AIDES, find_in_office, find_served, read_portfolio, write_office
from tocsin.coding.organs import BODIES, name_organ
from tocsin.coding.relations import open_relative
from tocsin.coding.scene import (
    Scene,
    is_past,
    is_plural,
    is_role_noun,
    list_modifiers,
    match_organ,
    match_role,
    set_acts_for,
    singular,
)
from tocsin.coding.who import make_who

OF = frozenset({"of", "from", "for", "to", "in", "at", "within", "inside"})
DEEPEST = 12
GUESTS = frozenset({"diplomat", "envoy", "ambassador"})
OWNERS = ("state", "alliance", "organisation", "group", "person")
FIGHTING = frozenset(
    {"movement", "group", "rebel", "militia", "force", "fighter", "militant", "insurgent", "leadership", "guerrilla"}
)
UNNAMED_ORGANS = frozenset(
    {"official", "diplomat", "envoy", "negotiator", "minister", "leader", "ruler", "policymaker", "representative"}
)
HEADS = frozenset({"leader", "minister", "ambassador", "envoy", "ruler"})
PARTS = frozenset({"some", "several", "few", "many", "most", "certain"})
OFFICES = ("minister", "president", "premier", "chancellor", "chief of staff", "army chief")


def find_owner(scene: Scene, token: Token) -> Who | None:
    """The state, body or person that a noun belongs to ("French", "Russia's", "of NATO", "its"), or None."""
    owners = find_owners(scene, token)
    return owners[0] if owners else None


def find_owners(scene: Scene, token: Token) -> tuple[Who, ...]:
    """All that a noun belongs to: "the foreign ministers of Estonia and Latvia" has two.

    "In" a capital makes an owner of organs and officials only: protesters in a capital are not its government's.
    """
    prepositions = OF if _is_official(token) and token.lemma_ not in GUESTS else OF - INSIDE
    modifiers = list_modifiers(token)
    left = [t for t in modifiers if t.head.i == token.i or _is_near(t, token) or t.dep_ == "nmod:poss"]
    for modifier in reversed(left):
        found = _look_up(scene, modifier)
        if found and not _is_backer(modifier):
            return found
    if any(t.dep_ == "nmod:poss" and t.head.i == token.i for t in modifiers):
        return ()
    for child in token.rights:
        if child.dep_ in ("nmod", "obl", "acl") and any(
            c.lower_ in prepositions and c.dep_ == "case" for c in child.children
        ):
            found = _look_up(scene, child)
            if found:
                return found
    behind = _find_behind_portfolio(scene, token) or _find_shared(scene, token)
    if behind:
        return behind
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    name = scene.find_name(before) if before is not None else None
    return (name.who,) if name and name.who and name.is_adjective and name.who.type in OWNERS else ()


def _is_near(modifier: Token, token: Token) -> bool:
    """Whether a word qualifies what qualifies a noun; what is only of its owner is not ("an agency guard's lawyer")."""
    between = modifier.head
    of_owner = between.dep_ == "nmod:poss" and between.pos_ == "NOUN" and can_speak(between)
    return between.head.i == token.i and not of_owner


def _find_shared(scene: Scene, token: Token) -> tuple[Who, ...]:
    """The state whose organs a list names with one possessive: "Peru's opposition and government officials"."""
    if token.dep_ != "conj" or not _is_official(token) or any(c.dep_ == "det" for c in token.children):
        return ()
    before = (c for c in (*token.children, *token.head.children) if c.dep_ == "nmod:poss" and c.i < token.head.i)
    found = next((_look_up(scene, c) for c in before if c.tag_ != "PRP$"), ())
    return found if all(who.type == "state" for who in found) else ()


def _find_behind_portfolio(scene: Scene, token: Token) -> tuple[Who, ...]:
    """The state behind a minister's field, wherever the tree hangs it: "Minister for Foreign Affairs of Haiti"."""
    after = token.doc[token.i + 1 : min(token.i + 8, token.sent.end)]
    if len(after) < 2 or after[0].lower_ not in ("for", "of") or not is_role_noun(token):
        return ()
    for word in after[1:]:
        if word.lower_ == "of":
            ahead = next((t for t in word.doc[word.i + 1 : word.i + 3] if t.lower_ != "the"), word)
            name = scene.find_name(ahead)
            return (name.who,) if name is not None and name.who is not None and name.who.type in OWNERS else ()
        if word.pos_ not in ("PROPN", "NOUN", "ADJ", "CCONJ", "DET"):
            break
    return ()


def _is_backer(token: Token) -> bool:
    """Whether a state only stands behind a noun, which is its own ("Iranian-backed militia")."""
    doc, i = token.doc, token.i
    return i + 2 < len(doc) and doc[i + 1].text in ("-", "–") and doc[i + 2].lower_ in load_nouns("backing")


def _is_official(token: Token) -> bool:
    return bool(match_organ(token, "state_organs") or match_organ(token, "own_organs") or match_role(token))


def _look_up(scene: Scene, token: Token) -> tuple[Who, ...]:
    named = [who for t in list_conjuncts(token) for who in scene.found.get(t.i, ()) or _read(scene, t)]
    if token.tag_ == "WP$":
        named = list(scene.found.get(open_relative(token).i, ()))
    found = [scene.people.get(who.name, who) for who in named]
    return tuple(w for w in found if w.type in OWNERS and (w.type != "group" or has_capital(w.name) or w.acts_for))


def _read(scene: Scene, token: Token) -> tuple[Who, ...]:
    if scene.find_name(token) is not None:
        return read_name(scene, token)
    return name_noun(scene, token) if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "amod" else ()


def name_noun(scene: Scene, token: Token) -> tuple[Who, ...]:
    """Who a common noun stands for by its own words and owner; () where it names no actor, or only with a context."""
    if token.i in scene.under_way or len(scene.under_way) > DEEPEST:
        return ()
    if scene.under_way and token.i in scene.named:
        return scene.named[token.i]
    scene.under_way.add(token.i)
    try:
        listed = list_named_beside(scene, token)
        if listed:
            return listed
        named = find_named_beside(scene, token)
        whos = (_learn_owner(scene, token, named),) if named is not None else _name_by_owner(scene, token)
    finally:
        scene.under_way.discard(token.i)
    scene.named[token.i] = whos
    return whos


def _learn_owner(scene: Scene, token: Token, named: Who) -> Who:
    """A person whose title has an owner that only the context tells ("its deputy foreign minister, X")."""
    if named.type != "person" or named.acts_for:
        return named
    if is_past(token):
        return named
    owner = find_owner(scene, token)
    if owner is None and (match_role(token) or "").endswith(OFFICES):
        owner = scene.memory.find_main_state()
    return set_acts_for(scene, named, find_principal(owner)) if owner is not None else named


def find_principal(owner: Who) -> str | None:
    """Whom the holder of a title speaks for: the state of an organ or a person, any other owner itself."""
    return owner.acts_for if owner.type == "person" or (owner.type == "organisation" and owner.acts_for) else owner.name


def _name_by_owner(scene: Scene, token: Token) -> tuple[Who, ...]:
    owners = find_owners(scene, token)
    states = [w for w in owners if w.type != "person"]
    if (
        not states
        and owners
        and owners[0].acts_for
        and (match_organ(token, "state_organs") or match_organ(token, "own_organs"))
    ):
        known = find_known(owners[0].acts_for, scene.on)
        states = [make_who(known)] if known is not None else []
    if is_of_sphere(token):
        return ()
    role = match_role(token)
    if role and owners and not (is_plural(token) and len(owners) < 2):
        office = read_portfolio(token, role)
        return tuple(name_role(scene, office, owner) for owner in owners)
    if token.lemma_.lower() in load_nouns("vehicles"):
        return tuple(states[:1])
    own = match_organ(token, "own_organs")
    if own and states:
        return (name_organ(scene, token, own, states[0]),)
    organ = match_organ(token, "state_organs")
    of_body = bool(states) and states[0].type in BODIES and token.lemma_.lower() in HEADS
    if organ and states and not of_body and (is_plural(token) or singular(organ) not in UNNAMED_ORGANS):
        return tuple(states)
    lemma, plural = token.lemma_.lower(), is_plural(token)
    if lemma in FIGHTING and states and states[0].type == "group" and has_capital(states[0].name):
        return tuple(states[:1])
    if lemma in MEMBERS and plural and states and states[0].type in BODIES:
        return (name_members(scene, token, states[0]),)
    return ()


def name_in_words(scene: Scene, token: Token) -> tuple[Who, ...]:
    """Groups, and unnamed people and organs, in the text's words; nothing for the complement of a copula."""
    lemma, plural = token.lemma_.lower(), is_plural(token)
    if any(c.dep_ == "cop" for c in token.children) or token.dep_ in ("compound", "amod", "flat", "xcomp"):
        return ()
    if lemma in load_nouns("people_nouns") or (plural and lemma in load_nouns("collective_nouns")):
        return name_group(scene, token)
    owner = find_owner(scene, token) if lemma in load_nouns("organ_nouns") else None
    if owner is None and lemma in load_nouns("sole_groups") and token.dep_ == "nsubj" and not plural:
        return (Who(describe(scene, token), None, "organisation"),)
    if owner is None or match_organ(token, "state_organs"):
        return ()
    words = describe(scene, token)
    if owner.type == "person" and owner.name not in words:
        words = f"{words} of {owner.name}"
    return (Who(words, owner.acts_for or owner.name, "organisation"),)


def name_role(scene: Scene, role: str, owner: Who) -> Who:
    """The person in an office if the text has named them, else the office ("Foreign Minister of Estonia")."""
    state = owner.acts_for if owner.type == "person" and owner.acts_for else owner.name
    return find_in_office(scene, state, role) or Who(write_office(role, state), state, "person")


def name_members(scene: Scene, token: Token, body: Who) -> Who:
    """Members of a body: the body itself, or a part ("other NATO nations"), which does not act for it."""
    quantifiers = load_nouns("quantifiers")
    adjectives = [t for t in token.children if t.dep_ == "amod" and (t.text[:1].islower() or t.lower_ in quantifiers)]
    kept = [t.lower_ for t in adjectives if t.lower_ not in load_nouns("pointers") - quantifiers]
    if not kept and not any(c.dep_ == "nummod" or c.lower_ in PARTS for c in token.children):
        return body
    named = any((name := scene.find_name(t)) is not None and name.who == body for t in list_modifiers(token))
    return Who(" ".join([*kept, body.name, token.text if named else "members"]), None, "group")


def find_whose(owner: Who) -> str | None:
    """Whom a group acts for: the state or body it is of; the circle around a person acts for nobody."""
    if owner.type == "person":
        return None
    return owner.acts_for if owner.type == "group" else owner.name


def name_group(scene: Scene, token: Token) -> tuple[Who, ...]:
    """A group, or one unnamed representative, in the text's words, with the state or body it is of."""
    owners = find_owners(scene, token)
    if len(owners) > 1 and is_plural(token) and token.lemma_.lower() in UNNAMED_ORGANS:
        return owners
    if len(owners) > 1 and token.lemma_.lower() in load_nouns("one_each"):
        return tuple(Who(f"{token.lemma_.lower()} of {o.name}", o.acts_for or o.name, "person") for o in owners)
    owner = owners[0] if owners else _find_organ_owner(scene, token)
    lemma = token.lemma_.lower()
    if owner is None and lemma in AIDES and (served := find_served(scene, token)) is not None:
        return (Who(f"{lemma} to {served.name}", served.acts_for, "person"),)
    acts_for = find_whose(owner) if owner and not is_private(token) else None
    plural = is_plural(token) or lemma in ("people", "crowd", "family")
    if owner and not plural and owner.type == "person" and owner.acts_for and lemma in load_nouns("posts"):
        return (Who(f"{take_compound(token)} of {owner.acts_for}", owner.acts_for, "person"),)
    modifiers = list_modifiers(token)
    is_adjective = any((name := scene.find_name(t)) is not None and name.is_adjective for t in modifiers)
    if owner and not plural and not is_adjective and any(t.dep_ == "nmod:poss" for t in modifiers):
        words = "".join(
            t.text_with_ws
            for t in list_modifiers(token)
            if t.dep_ in ("compound", "punct", "amod") and t.i in _own(token)
        )
        return (Who(f"{words}{take_compound(token)} of {owner.name}", acts_for, "person"),)
    if owner and plural and lemma in load_nouns("relations") and any(t.tag_ == "PRP$" for t in modifiers):
        return (Who(f"{describe(scene, token)} of {owner.name}", acts_for, "group"),)
    kind = "group" if plural else "organisation" if lemma in load_nouns("organ_nouns") else "person"
    return (Who(describe(scene, token), acts_for, kind),)


def _find_organ_owner(scene: Scene, token: Token) -> Who | None:
    """The state spoken of, for one whose organ is named without it: "Germany cancelled, a ministry spokesman said"."""
    if not any(c.dep_ == "compound" and c.lemma_ in load_nouns("civil_organs") for c in token.children):
        return None
    for mention in reversed(scene.memory.mentions):
        if mention.token < token.sent.start:
            return None
        if mention.is_subject and mention.whos[0].type == "state":
            return mention.whos[0]
    return None


def _own(token: Token) -> set[int]:
    return {c.i for c in token.children}

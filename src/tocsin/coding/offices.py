"""Offices: who in the text holds one, under whatever name of the office ("the premier" is the prime minister)."""

from functools import cache

from spacy.tokens import Token

from tocsin.codebook.people import find_office_holder, index_roles
from tocsin.codebook.tables import load_table
from tocsin.coding.mentions import Who
from tocsin.coding.scene import Scene, is_plural
from tocsin.coding.who import make_who

HEADS = frozenset({"head", "chief", "boss"})
FAR_SERVED = 60
AIDES = frozenset({"aide", "adviser", "advisor"})
SMALL = frozenset({"of", "the", "to", "and", "for", "in"})


@cache
def list_same(role: str) -> frozenset[str]:
    """The offices, by the names of the table, that a role is a name of; the role itself where the table has none."""
    rows = load_table("roles")["role"]
    return frozenset(row["name"] for row in rows if role in (row["name"].lower(), *row["also"])) or frozenset({role})


def find_in_office(scene: Scene, state: str, role: str) -> Who | None:
    """The person whom the text names in an office of a state or body, or None."""
    exact = scene.offices.get((state, role))
    if exact is not None:
        return scene.people.get(exact.name, exact)
    same = {w.name: w for (of, held), w in scene.offices.items() if of == state and list_same(held) & list_same(role)}
    found = next(iter(same.values())) if len(same) == 1 else find_named_holder(scene, state, role)
    return scene.people.get(found.name, found) if found is not None else None


def find_named_holder(scene: Scene, state: str, role: str) -> Who | None:
    """Who holds an office by the codebook, where the text names them without it: "Merkel left. The chancellor said"."""
    offices = (role, *index_roles().get(role, ())) if scene.on is not None else ()
    holders = (find_office_holder(state, office, scene.on) for office in offices)
    named = {name.who.name for name in scene.names.values() if name.who is not None}
    return next((make_who(holder) for holder in holders if holder is not None and holder.name in named), None)


def read_portfolio(token: Token, role: str) -> str:
    """The office of one at the head of a ministry or government: "head of the foreign ministry" is its minister."""
    led = next((c for c in token.rights if c.dep_ == "nmod" and any(k.lower_ == "of" for k in c.children)), None)
    if role not in HEADS or led is None:
        return role
    if led.lemma_.lower() in ("government", "state"):
        return f"head of {led.lemma_.lower()}"
    words = "".join(t.text_with_ws for t in led.subtree).lower().replace("ministry", "minister").split()
    ends = ((start, end) for start in range(len(words)) for end in range(len(words), start, -1))
    spoken = (" ".join(words[start:end]) for start, end in ends)
    return next((office for office in spoken if "minister" in office and office in index_roles()), role)


def write_office(role: str, of: str) -> str:
    """An office without a name: "Foreign Minister of Estonia"."""
    words = [w if w in SMALL else w[:1].upper() + w[1:] for w in role.split()] if "-" not in role else [role]
    return f"{' '.join(words)} of {of}"


def find_served(scene: Scene, token: Token) -> Who | None:
    """The person in office last spoken of, for one "aide" or "adviser" alone: "Orbán left. An adviser said"."""
    if is_plural(token) or any(c.dep_ not in ("det", "punct", "case", "amod") for c in token.children):
        return None
    for mention in reversed(scene.memory.mentions):
        if token.i - mention.token > FAR_SERVED:
            return None
        if mention.whos[0].type == "person" and mention.whos[0].acts_for and len(mention.whos) == 1:
            return mention.whos[0]
    return None

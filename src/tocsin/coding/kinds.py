"""Kinds: the group or body named before, for a noun that only says its kind ("the rebels", "the agency")."""

from functools import cache

from spacy.tokens import Token

from tocsin.codebook.bodies import find_body
from tocsin.codebook.resolve import find_known
from tocsin.codebook.tables import load_groups
from tocsin.coding.memory import Mention
from tocsin.coding.mentions import Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.scene import Scene

BODIES = frozenset({"alliance", "organisation"})
ORGANISED = frozenset({"organisation", "organization", "body", "forum", "grouping"})
MADE_OF = frozenset(
    {"world", "trade", "member", "nation", "country", "state", "security", "defence", "defense", "power"}
)
BARE = ("det", "punct", "case", "cc", "conj", "acl:relcl")


def is_one(mention: Mention, kinds: set[str] | frozenset[str]) -> bool:
    """Whether a mention is of one actor, of one of these kinds."""
    return len(mention.whos) == 1 and mention.whos[0].type in kinds


def resolve_fighting(scene: Scene, token: Token, sentence: int, owner: Who | None = None) -> tuple[Who, ...]:
    """The armed group last named: "the group", "the rebels"; () where another word tells which ones are meant.

    Of a state ("the Yemeni rebels") it is the only group based there that the text names.
    """
    aside = token.i + 1 < len(token.doc) and token.nbor().text == ","
    kept = BARE if aside else BARE[:-1]
    if owner is not None:
        others = [c for c in token.children if c.dep_ not in kept and scene.found.get(c.i) != (owner,)]
        return _find_based(scene, owner) if not others else ()
    if any(c.dep_ not in kept for c in token.children):
        return ()
    chosen = scene.memory.choose(sentence, lambda m: 0.0 if _is_armed_group(scene, m) else -1, 3)
    return chosen.whos if chosen is not None else ()


def _find_based(scene: Scene, state: Who) -> tuple[Who, ...]:
    """The armed movement of the tables that is based in a state, where the text names one alone."""
    named = {n.who.name: n.who for n in scene.names.values() if n.who is not None and n.who.type == "group"}
    based = [who for name, who in named.items() if (name, state.name) in index_based()]
    return tuple(based) if len(based) == 1 else ()


@cache
def index_based() -> frozenset[tuple[str, str]]:
    """Armed movements with the state that they are based in."""
    return frozenset((g.name, g.based_in) for g in load_groups() if g.type == "armed movement" and g.based_in)


def _is_armed_group(scene: Scene, mention: Mention) -> bool:
    named = scene.names.get(mention.token)
    return is_one(mention, {"group"}) and named is not None and mention.whos[0].name[:1].isupper()


def resolve_body(scene: Scene, token: Token, sentence: int) -> tuple[Who, ...]:
    """The body of states last named, for "the bloc" or "the alliance"; an organ of a state is none."""
    known = find_known(f"the {token.lower_}", scene.on)
    if known is not None and scene.memory.counts[known.name]:
        return (Who(known.name, known.acts_for, known.kind, known.code),)
    if any(c.dep_ == "compound" and c.i not in scene.names and c.lower_ not in MADE_OF for c in token.children):
        return ()
    lemma = token.lemma_.lower()
    kinds = BODIES if lemma in ORGANISED else {"alliance"}

    def fits(mention: Mention) -> float:
        one = is_one(mention, BODIES) and scene.memory.find_by_name(mention.whos[0].acts_for) is None
        name = mention.whos[0].name if one else ""
        of_kind = one and (mention.whos[0].type in kinds or lemma in name.lower().split())
        return 0.0 if of_kind or (name and lemma != "coalition" and find_body(name) is not None) else -1

    chosen = scene.memory.choose(sentence, fits, 8)
    return chosen.whos if chosen is not None else ()


def resolve_kind(scene: Scene, token: Token, sentence: int) -> tuple[Who, ...]:
    """The organisation last named, for "the agency" or "the company"; a body of states is no company."""
    firm = token.lemma_.lower() in load_nouns("firms")

    def fits(mention: Mention) -> float:
        named = scene.names.get(mention.token)
        name = mention.whos[0].name
        is_body = firm and (find_body(name) is not None or bool({*name.split()} & load_nouns("no_firms")))
        return 0.0 if named is not None and not is_body and is_one(mention, {"organisation"}) else -1

    chosen = scene.memory.choose(sentence, fits, 3)
    return chosen.whos if chosen is not None else ()

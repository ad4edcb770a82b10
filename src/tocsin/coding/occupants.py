"""Occupants: who holds, takes or loses a place - parties with names, and the fighters whose side is known."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_obliques, find_subjects, list_conjuncts
from tocsin.coding.control_words import load_words
from tocsin.coding.described import find_meant, find_possessor, name_described
from tocsin.coding.event_roles import find_doers, name_doers
from tocsin.coding.phrases import look_back
from tocsin.coding.place_names import LABELS

FARTHEST = 3
# Unnamed company of another is left out ("the movement and its allies").
FIRST = ("we", "us", "our", "ours")
COMPANY = ("its ", "their ", "his ", "allies", "armed allies", "other ", "others")


def find_holders(article: Article, verb: Token) -> tuple[Who, ...]:
    """Who does what a verb of control says."""
    subjects = find_subjects(verb)
    if verb.dep_ in ("parataxis", "conj") and any(s.lower_ in ("each", "both") for s in subjects):
        # "Both claim it; each rules a part".
        return find_holders(article, verb.head)
    if (agents := list_agents(verb)) is not None:
        return settle(article, verb, [w for t in agents for w in name_alone(article, t)])
    meant = [m for s in subjects if (m := find_meant(article, s, verb)).i != s.i]
    subjects = meant or subjects
    described = tuple(w for s in subjects for w in name_described(article, s))
    whos = described or (tuple(w for s in meant for w in name_holders(article, s)) or find_doers(article, verb))
    if not whos:
        whos = tuple(w for s in subjects for w in name_holders(article, s))
    whos = (*whos, *(w for s in subjects for w in name_listed_sides(article, s, whos)))
    owned = [own_forces(article, s, w) for s in subjects[:1] for w in whos] or whos
    return settle(article, verb, [w for t in subjects[:1] for w in speak_for(article, t, owned)] if subjects else owned)


def speak_for(article: Article, pronoun: Token, whos: Iterable[Who]) -> list[Who]:
    """Those for whom a speaker says "we" or "ours": the side that he is of ("a commander of the militia")."""
    found: list[Who] = []
    for who in whos:
        first = pronoun.lower_ in FIRST or any(c.lower_ in FIRST for c in pronoun.children)
        alone = first and who.acts_for is None and (who.type == "person" or not who.name[:1].isupper())
        near = (*look_back(pronoun), *pronoun.doc[pronoun.i : pronoun.sent.end]) if alone else ()
        met = [t for t in near if who in article.cast.who_alone(t)]
        sides = [o for t in met for o in find_obliques(t, "of", "for") if article.cast.who_alone(o) or is_side(o)]
        found += [w for o in sides[:1] for w in name_holders(article, o)] or ([] if alone else [who])
    return found


def name_holders(article: Article, token: Token) -> tuple[Who, ...]:
    """Who a noun is: an actor, or a side in the text's words ("the army", "the rebels")."""
    token = find_possessor(token)
    found = name_described(article, token) or name_doers(article, token)
    sides = name_side(article, token) if not found and is_side(token) else ()
    # "To X, not Y".
    denied = [t for t in list_conjuncts(token)[1:] if any(c.lower_ == "not" for c in t.children)]
    others = {w for t in denied for w in article.cast.who_alone(t)}
    return settle(
        article, token, [w for w in (*found, *sides, *name_listed_sides(article, token, found)) if w not in others]
    )


def name_listed_sides(article: Article, first: Token, found: Sequence[Who]) -> list[Who]:
    """The other members of a list of sides that have no names: "the army and the rebels"."""
    sides = load_words("grippers") | load_words("bodies")
    later = {w for t in list_conjuncts(first)[1:] for w in article.cast.who_alone(t)}
    members = [t for t in list_conjuncts(first) if t.i != first.i or (found and {*found} <= later)]
    unmet = [t for t in members if t.lemma_.lower() in sides and not article.cast.who_alone(t)]
    return [w for t in unmet for w in name_side(article, t) if w.name not in {f.name for f in found}]


def is_fighting(noun: Token, who: Who) -> bool:
    """Whether those whom a noun stands for bear arms: fighters, an army, a group with a name."""
    if noun.lemma_.lower() in load_words("grippers") | load_words("bodies"):
        return True
    return who.type == "group" and who.name[:1].isupper() and noun.pos_ == "PROPN"


def name_side(article: Article, noun: Token) -> tuple[Who, ...]:
    """Fighters or a body in the text's words."""
    within = find_obliques(noun, "of") if noun.lemma_.lower() in load_words("units") else []
    if owners := tuple(w for o in within for w in article.cast.who_alone(o)):
        return owners
    if noun.lemma_.lower() in load_words("plain_sides"):
        return (Who(noun.lower_, None, "group"),)
    if noun.lower_ == "paramilitary":
        return (Who("paramilitaries", None, "group"),)
    return tuple(replace(w, type="group") for w in article.cast.name_noun(noun))


def is_side(noun: Token) -> bool:
    """Whether a noun is of those who may hold ground: fighters, a body of people, a name that is no place."""
    lemma = noun.lemma_.lower()
    if lemma in load_words("grippers") | load_words("bodies"):
        return True
    return noun.pos_ == "PROPN" and noun.ent_type_ not in (*LABELS, "PERSON") and not noun.like_num


def list_agents(verb: Token) -> list[Token] | None:
    """The agents of each of two passives that the tree made one list: "administered by X but claimed by Y"."""
    second = verb.dep_ == "conj" and verb.tag_ == "VBN"
    first = verb.head if second else verb
    later = verb if second else next((c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN"), None)
    agent = next((c for c in first.children if c.dep_ == "obl:agent"), None)
    if agent is None or later is None or not any(t.i > later.i for t in list_conjuncts(agent)):
        return None
    return [t for t in list_conjuncts(agent) if (t.i > later.i) == second]


def name_alone(article: Article, token: Token) -> tuple[Who, ...]:
    """Who one member of a list is."""
    return article.cast.who_alone(token) or (name_side(article, token) if is_side(token) else ())


def own_forces(article: Article, token: Token, who: Who) -> Who:
    """The soldiers of whoever says "our" or "his": they hold what they hold for that side."""
    owner = next((c for c in token.children if c.tag_ == "PRP$"), None)
    if owner is None or who.type != "group" or who.acts_for or who.name[:1].isupper():
        return who
    sides = [w.acts_for or w.name for w in article.cast.who_alone(owner)]
    return replace(who, acts_for=sides[0]) if sides and sides[0][:1].isupper() else who


def settle(article: Article, token: Token, whos: Iterable[Who]) -> tuple[Who, ...]:
    """Holders with government forces as their state, unnamed fighters as their group; papers are left out."""
    found = tuple(dict.fromkeys(w for w in whos if w.type != "outlet"))
    found = tuple(w for w in found if not w.name.lower().startswith(COMPANY)) or found
    found = tuple(w if w.name[:1].isupper() else replace(w, name=drop_count(w.name)) for w in found)
    settled = [find_government(article, token, w) or find_group(article, token, w) or w for w in found]
    return tuple(dict.fromkeys(settled))


def drop_count(name: str) -> str:
    """A lot of people without how many they are ("approximately two dozen soldiers")."""
    words = name.partition(" from ")[0].split()
    first = next((i for i, w in enumerate(words[:-1]) if w.lower() not in load_words("counting")), len(words) - 1)
    return " ".join(words[first:])


def find_government(article: Article, token: Token, who: Who) -> Who | None:
    """The state of "government forces": that of the government or army spoken of last."""
    if who.type != "group" or who.acts_for or not {*who.name.lower().split()} & load_words("official"):
        return None
    words = who.name.split()[1:]
    if any(word[:1].isupper() for word in words) or {*words} & {"to", "with", "of"}:
        # "Free Officers Army" is a name, and "troops loyal to the general" are others.
        return None
    for before in reversed(look_back(token)):
        if before.lemma_.lower() == "government":
            for met in article.cast.who_alone(before):
                if met.type == "state" or met.acts_for:
                    return Who(met.name if met.type == "state" else met.acts_for or met.name, None, "state")
    return None


def find_group(article: Article, token: Token, who: Who) -> Who | None:
    """The armed group that "the fighters" or "the rebels" takes up: the one named last, or the only one of the text."""
    words = who.name.lower().removeprefix("the ").split()
    if who.type != "group" or words[-1] not in load_words("irregulars") or not {*words[:-1]} <= load_words("creeds"):
        return None
    start = token.sent.start
    for _ in range(FARTHEST):
        start = article.doc[start - 1].sent.start if start else 0
    for before in reversed(article.doc[start : token.i]):
        if before.dep_.startswith("nsubj") and before.sent.start == token.sent.start:
            # Who does what the same sentence tells is not taken up by another noun in it.
            continue
        for met in article.cast.who_alone(before):
            if before.lower_ == words[-1] and met.type == "group" and met.name != who.name:
                # "The rebels" are the "Syrian rebels" spoken of.
                return met
            if before.pos_ == "PROPN" and is_of_kind(met, words):
                return met
    ahead = {met for t in look_back(article.doc[start]) if t.pos_ == "PROPN" for met in article.cast.who_alone(t)}
    known = [met for met in ahead if is_of_kind(met, words) and find_known(met.name) is not None]
    return known[0] if len(known) == 1 else None


def is_of_kind(group: Who, words: Sequence[str]) -> bool:
    """Whether a group with a name may be meant by "the rebels": no jihadists are."""
    named = group.type == "group" and group.name[:1].isupper() and group.acts_for is None
    return named and not (words[-1] in load_words("rebels") and group.name in load_words("jihadists"))

"""Counted: whom "both sides", "the two countries" or "the three leaders" stand for."""

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from tocsin.coding.clauses import SUBJECTS, find_subjects, has_case, list_conjuncts
from tocsin.coding.memory import Mention
from tocsin.coding.mentions import Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.scene import Scene, singular

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
SIDES = frozenset({"state", "alliance", "organisation", "group"})
PLACED = ("in", "at", "near", "across", "inside", "around", "through", "outside")
ACTED_ON = ("obj", "iobj", "obl", "obl:agent")
REACH = 4
MUCH_MORE = 2
REMEMBERED = 300


def read_count(token: Token) -> int:
    """How many a plural noun stands for: 2 of "both sides"; 0 where it is not counted so ("forty-three states")."""
    over = [token.head] if token.dep_ == "nmod" else []
    counts = (c for c in (*token.children, *over) if c.lower_ in NUMBERS and not _is_joined(c))
    return next((NUMBERS[c.lower_] for c in counts), 0)


def _is_joined(number: Token) -> bool:
    """Whether a hyphen ties a number to the one before it ("forty-three")."""
    return number.i > 1 and number.nbor(-1).text == "-" and not number.nbor(-1).whitespace_


def is_pointing(token: Token) -> bool:
    """Whether a counted noun points back to those named before, and is not told apart by a word of its own.

    "The two Left parties" and "two members" are others.
    """
    plain = token.lemma_.lower() in load_nouns("state_nouns") or token.head.lower_ in NUMBERS
    own = [c for c in token.children if c.dep_ in ("amod", "compound") and c.lower_ not in load_nouns("opposing")]
    pointed = any(c.lower_ in ("the", "both", "these", "those") for c in token.subtree if c.i <= token.i)
    return (plain or not own) and (pointed or token.lower_ == "sides" or token.dep_ == "nmod")


def find_counted(scene: Scene, token: Token, count: int, sentence: int) -> tuple[Who, ...]:
    """The two, or three, named together or last; those whom the text is about, where it is about two far more."""
    lemma = token.lemma_.lower()
    kinds = _choose_kinds(lemma)
    beyond = _list_acting_on(scene, token)
    here = _find_last(scene, count, kinds, beyond, sentence, 0)
    near = _find_together(scene, count, kinds, beyond, sentence) or here
    near = near or _find_last(scene, count, kinds, beyond, sentence, REACH)
    if lemma == "leader" or count > MUCH_MORE or (here and set(here) == set(near)):
        return near
    told = Counter(who for who in _list_sides(scene, scene.memory.mentions[-REMEMBERED:], kinds) if who not in beyond)
    main = [who for who, _ in told.most_common(count)]
    if len(main) < count or set(main) == set(near):
        return near
    least = min((told[who] for who in near), default=0)
    return near if near and told[main[-1]] < MUCH_MORE * max(least, 1) else tuple(main)


def _choose_kinds(lemma: str) -> frozenset[str]:
    if lemma == "leader":
        return frozenset({"person"})
    if lemma == "faction":
        return frozenset({"group", "organisation"})
    return SIDES if lemma in load_nouns("opposed") else frozenset({"state"})


def _list_acting_on(scene: Scene, token: Token) -> frozenset[Who]:
    """Those whose act the counted ones undergo, who are none of them: "Brazil presses both parties"."""
    if token.dep_ not in ACTED_ON:
        return frozenset()
    acting = [who for s in find_subjects(token.head) for t in list_conjuncts(s) for who in scene.found.get(t.i, ())]
    return frozenset(side for who in acting for side in (who, scene.memory.find_by_name(who.acts_for)) if side)


def _find_together(
    scene: Scene, count: int, kinds: frozenset[str], beyond: frozenset[Who], sentence: int
) -> tuple[Who, ...]:
    """So many who were named in one list a short while ago."""
    for mention in scene.memory.list_recent(sentence, REACH):
        if len(mention.whos) == count and all(who.type in kinds and who not in beyond for who in mention.whos):
            return mention.whos
    return ()


def _find_last(
    scene: Scene, count: int, kinds: frozenset[str], beyond: frozenset[Who], sentence: int, reach: int
) -> tuple[Who, ...]:
    """So many sides, or leaders, whom one sentence named alone; else those named last, in the order of the text."""
    mentions = list(scene.memory.list_recent(sentence, reach))
    for near in range(sentence, sentence - reach - 1, -1):
        told = _list_sides(scene, (m for m in mentions if m.sentence == near), kinds)
        alone = [who for who in dict.fromkeys(told) if who not in beyond]
        if len(alone) == count:
            return tuple(reversed(alone))
    named = [who for who in dict.fromkeys(_list_sides(scene, mentions, kinds)) if who not in beyond][:count]
    return tuple(reversed(named)) if len(named) == count else ()


def _list_sides(scene: Scene, mentions: Iterable[Mention], kinds: frozenset[str]) -> Iterator[Who]:
    """Who is named, each as the side that acts: a state for its people and organs; mere places are left out."""
    for mention in mentions:
        token = scene.doc[mention.token]
        if token.dep_ not in SUBJECTS and (has_case(token, *PLACED) or token.dep_ in ("compound", "flat")):
            continue
        for who in reversed(mention.whos):
            one = who if _is_side(who, kinds) else scene.memory.find_by_name(who.acts_for)
            if one is not None and _is_side(one, kinds):
                yield one


def _is_side(who: Who, kinds: frozenset[str]) -> bool:
    """Whether one is a side of its own: of organisations only those that oppose a state or act for none."""
    if who.type not in kinds:
        return False
    if who.type in ("state", "person"):
        return True
    words = {singular(word) for word in who.name.lower().split()}
    named = who.type != "organisation" and who.name[:1].isupper() and not who.acts_for
    return named or "opposition" in words or bool(words & load_nouns("fighting_nouns"))

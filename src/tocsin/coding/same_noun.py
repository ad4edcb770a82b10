"""Same noun: who was named before with the noun that stands here alone ("the council", "the ministry")."""

from spacy.tokens import Token

from tocsin.coding.memory import Mention
from tocsin.coding.mentions import Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.scene import Scene, match_role

PARTED = frozenset({"party", "faction", "union", "camp", "wing"})


def is_of_other(scene: Scene, same: Who, lemma: str, sentence: int) -> bool:
    """Whether an official of another state has been the subject since an organ was named ("the ministry")."""
    before = scene.memory.by_noun.get(lemma)
    if before is None or before.sentence >= sentence - 1:
        return False
    since = (m for m in scene.memory.list_recent(sentence, sentence - before.sentence - 1) if m.is_subject)
    official = next(
        (m.whos[0] for m in since if len(m.whos) == 1 and m.whos[0].type == "person" and m.whos[0].acts_for), None
    )
    return official is not None and official.acts_for not in (same.name, same.acts_for)


def find_same_noun(scene: Scene, token: Token, lemma: str) -> tuple[Who, ...]:
    """The last one that was said with the same noun: "the council" after "the National Security Council"."""
    role = match_role(token)
    for noun in (role, lemma) if role is None or role == lemma else (role,):
        mention = scene.memory.by_noun.get(noun) if noun else None
        if mention is not None and len(mention.whos) == 1 and not mention.is_plural:
            return mention.whos
    for mention in reversed(scene.memory.mentions[-60:]):
        named = len(mention.whos) == 1 and mention.whos[0].type in ("organisation", "group", "alliance")
        if lemma in load_nouns("short_forces") and mention.whos and not mention.whos[0].acts_for:
            continue
        if (
            named
            and lemma.replace("isation", "ization")
            in mention.whos[0].name.lower().replace("isation", "ization").split()
        ):
            return mention.whos
        if named and lemma in load_nouns("organ_nouns") and lemma in _list_words(scene, mention):
            return mention.whos
    return ()


def _list_words(scene: Scene, mention: Mention) -> list[str]:
    """The words, in lower case, under which the text names an actor: "UN Observer Mission in Chad (UNOMC)"."""
    name = scene.names.get(mention.token)
    return [t.lower_ for t in scene.doc[name.first : name.last]] if name is not None else []


def is_told_apart(token: Token, same: Who) -> bool:
    """Whether words beside a noun of parties tell it from the one named before: "the small party loyal to Moscow"."""
    if token.lemma_.lower() not in PARTED:
        return False
    own = [c for c in token.children if c.dep_ in ("amod", "compound", "acl", "nummod")]
    return any(c.lower_ not in same.name.lower() for c in own)


def is_overtaken(scene: Scene, lemma: str, sentence: int) -> bool:
    """Whether an armed group was named in this sentence or the last, since one was described: "the movement"."""
    before = scene.memory.by_noun.get(lemma)
    if before is None or before.sentence >= sentence - 1 or scene.names.get(before.token) is not None:
        return False
    recent = (m for m in scene.memory.list_recent(sentence, 1) if scene.names.get(m.token) is not None)
    return any(len(m.whos) == 1 and m.whos[0].type == "group" and m.whos[0] not in before.whos for m in recent)

"""Beside: who stands next to a noun that is their title, role or kind ("President X", "the ministers, X and Y")."""

from spacy.tokens import Token

from tocsin.coding.clauses import has_case, list_conjuncts
from tocsin.coding.groups import read_name
from tocsin.coding.mentions import Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.scene import Scene, is_plural, is_role_noun, match_role

CLOSERS = frozenset({",", "—", "–", "-", "(", ".", ";"})
BESIDE = frozenset({"appos", "flat", "compound", "dep", "nmod", "nmod:desc"})
MOST_TITLES = 3
FAR_CALLED = 9
CALLED = frozenset({"call", "know", "name", "dub", "nickname", "go", "identify"})
MEMBERS = frozenset({"member", "ally", "country", "nation", "state", "government", "capital", "partner"})


def find_named_beside(scene: Scene, token: Token) -> Who | None:
    """The one whose title, role or kind `token` is: "President X", "the minister, X", "the group X"."""
    state = _find_state_behind(scene, token)
    if state is not None:
        return state
    near = [c for c in token.children if c.dep_ in BESIDE]
    near += [c for n in token.children if n.dep_ == "nmod" for c in n.children if c.dep_ == "appos"]
    if _is_second_title(scene, token) or _is_set_off(token):
        near.append(token.head)
    called = _list_also_called(scene, token)
    near += called
    after_comma = _find_after_comma(scene, token)
    if after_comma is not None:
        near.append(after_comma)
    if token.dep_ in ("compound", "flat", "appos", "nmod:desc", "amod") and not _is_put_before(token):
        near.append(token.head)
    if token.i + 1 < token.sent.end:
        near.append(token.doc[token.i + 1])
    for other in near:
        name = scene.find_name(other)
        if name is None or name.who is None or name.is_adjective:
            continue
        renamed = other.i == token.head.i and (token.dep_ == "appos" or _is_set_off(token))
        if not renamed and other not in called and any(c.dep_ == "case" for c in other.children):
            continue
        if name.who.type == "person" and is_plural(token) and "appos" in (other.dep_, token.dep_):
            continue
        if name.who.type == "person" and (is_role_noun(token) or (other.i == token.i + 1 and token.dep_ in BESIDE)):
            return scene.people.get(name.who.name, name.who)
        if name.who.type == "outlet" and other.head.i == token.i and other.dep_ == "compound":
            return name.who
        beside = (other.dep_ in ("appos", "flat") or other.i == token.i + 1) and other.head.i == token.i
        if (beside or (renamed and not is_plural(token))) and name.who.type in ("organisation", "group", "outlet"):
            if token.lemma_.lower() not in load_nouns("organ_nouns"):
                continue
            return name.who
    return None


def _is_put_before(token: Token) -> bool:
    """Whether a role is in a phrase of its own before the name that the tree ties it to: "According to the king, X"."""
    last = max((t.i for t in token.subtree if not t.is_punct), default=token.i)
    return any(c.dep_ == "case" and c.i < token.i for c in token.children) and token.doc[last + 1].text == ","


def _find_state_behind(scene: Scene, token: Token) -> Who | None:
    """The state right behind a noun for what it is ("OPEC member Iran", "neighbour Chile", "oil producer Angola")."""
    name = scene.names.get(token.i + 1)
    if name is None or name.first != token.i + 1 or name.who is None or name.who.type != "state" or name.is_adjective:
        return None
    if token.tag_ != "NN" or token.i in scene.names or name.form == "people":
        return None
    if match_role(token) is not None:
        return None
    head = scene.doc[name.head]
    is_same = (
        head.head.i == token.i or token.head.i == head.i or (head.head.i == token.head.i and head.dep_ == token.dep_)
    )
    return name.who if is_same and not any(c.dep_ == "case" for c in head.children) else None


def find_told_of(scene: Scene, token: Token) -> tuple[Who, ...]:
    """Who is said to be of a group that a relative clause tells of: "Ghana is among the states that left"."""
    part = token.head if token.dep_ == "nmod" and has_case(token, "of") else token
    among = part is not token or has_case(token, "among")
    if not among or not is_plural(token) or not any(c.dep_ == "acl:relcl" for c in token.children):
        return ()
    if not any(c.dep_ == "cop" for c in part.children) or any(c.lower_ in ("not", "n't") for c in part.children):
        return ()
    subject = next((c for c in part.children if c.dep_ == "nsubj" and c.i < part.i), None)
    members = list_conjuncts(subject) if subject is not None else []
    return tuple(dict.fromkeys(who for t in members for who in scene.found.get(t.i, ())))


def _is_second_title(scene: Scene, token: Token) -> bool:
    """Whether a role joined to a name by "and" is one more title of it: "X, the minister and its top envoy, said"."""
    head = token.head
    name = scene.find_name(head)
    if token.dep_ != "conj" or name is None or name.who is None or name.who.type != "person" or token.i < head.i:
        return False
    first = next((c for c in head.children if c.dep_ == "appos" and head.i < c.i < token.i), None)
    return first is not None and not any(t.text == "," for t in token.doc[first.i : token.i])


def _is_set_off(token: Token) -> bool:
    """Whether commas set off what the name before is, which the tree takes as listed: "X, a preacher, and Y"."""
    article = next((c for c in token.children if c.dep_ == "det" and c.i < token.i), None)
    if token.dep_ != "conj" or token.tag_ != "NN" or article is None or article.i < 2:
        return False
    between = token.doc[token.head.i + 1 : article.i - 1]
    set_off = article.nbor(-1).text == "," and token.head.i < article.i and all(t.pos_ == "PROPN" for t in between)
    return set_off and not any(c.dep_ == "cc" for c in token.children)


def _list_also_called(scene: Scene, token: Token) -> list[Token]:
    """The name that words behind a noun give to whom it stands for: "an officer who goes by Colonel Ruiz"."""
    after = token.doc[token.i + 1 : min(token.i + FAR_CALLED, token.sent.end)]
    verb = next((t for t in after if t.lemma_ in CALLED), None)
    if verb is None or any(t.pos_ in ("NOUN", "PROPN") for t in after[: verb.i - token.i - 1]):
        return []
    name = next((scene.names[t.i] for t in after[verb.i - token.i :][:4] if t.i in scene.names), None)
    return [token.doc[name.head]] if name is not None else []


def list_named_beside(scene: Scene, token: Token) -> tuple[Who, ...]:
    """The people or states whom a plural noun announces: "the two ministers, X and Y", "its members - A, B and C"."""
    if not is_plural(token) or not (is_role_noun(token) or token.lemma_.lower() in MEMBERS):
        return ()
    first = next((c for c in token.children if c.dep_ == "appos" and c.i > token.i), None)
    members = list_conjuncts(first) if first is not None else []
    people = [who for t in members for who in read_name(scene, t) if who.type in ("person", "state")]
    return tuple(people) if len(people) > 1 and len(people) == len(members) else ()


def _find_after_comma(scene: Scene, token: Token) -> Token | None:
    """The head of the person's name that stands between commas after a role: "a spokesman for the M23, X, said"."""
    if is_plural(token) or not is_role_noun(token):
        return None
    doc = token.doc
    for i in range(token.i + 1, min(token.i + 8, token.sent.end - 1)):
        if doc[i].text == ",":
            name = scene.names.get(_skip_courtesy(scene, i + 1))
            closed = name is not None and name.who is not None and name.who.type == "person" and name.last < len(doc)
            return doc[name.head] if name is not None and closed and doc[name.last].text in CLOSERS else None
        if doc[i].pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
            return None
    return None


def _skip_courtesy(scene: Scene, i: int) -> int:
    """Where a name begins behind a courtesy or a title: "Dr Hasan Mahmud", "General Ruiz"."""
    doc, start = scene.doc, i
    while i + 1 < len(doc) and i - start < MOST_TITLES and i not in scene.names:
        if doc[i].text.rstrip(".") not in load_nouns("honorifics") and not is_role_noun(doc[i]):
            return i
        i += 1 + (doc[i + 1].text == ".")
    return i

"""Actors: who is in a document, under canonical names, and whom each noun phrase and pronoun stands for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Token

from tocsin.coding.acting import acts
from tocsin.coding.attributions import attribute
from tocsin.coding.beside import find_named_beside, find_told_of
from tocsin.coding.clauses import SUBJECTS, list_conjuncts, take_phrase
from tocsin.coding.coreference import resolve_noun
from tocsin.coding.counted import NUMBERS
from tocsin.coding.datelines import find_behind_dateline, find_datelines
from tocsin.coding.departments import find_department
from tocsin.coding.groups import can_speak, describe
from tocsin.coding.memory import Mention
from tocsin.coding.mentions import Name, Who, find_names
from tocsin.coding.nouns import load_nouns
from tocsin.coding.parties import UNNAMED_ORGANS, find_owner, name_in_words, name_noun
from tocsin.coding.pronouns import resolve_pronoun
from tocsin.coding.quotations import Quotation
from tocsin.coding.scene import Scene, is_plural, is_role_noun, match_role
from tocsin.coding.short_names import join_names
from tocsin.coding.sparing import read_each, take_each
from tocsin.coding.titles import learn_titles

__all__ = ["Cast", "Who", "find_cast"]

FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me", "ours", "mine"})

WITHIN = frozenset({"advcl", "acl:relcl", "acl"})


@dataclass(frozen=True)
class Cast:
    """Who is in a document. `spans` gives where each actor is mentioned, by canonical name."""

    found: Mapping[int, tuple[Who, ...]]
    phrases: Mapping[str, tuple[tuple[int, int], ...]]
    known: Mapping[str, Who]
    acting: frozenset[str]
    scene: Scene = field(repr=False)

    def who(self, token: Token) -> tuple[Who, ...]:
        """Whom the noun phrase headed by `token` stands for: several for a list or a plural pronoun, () for no one."""
        found = [who for t in list_conjuncts(open_partitive(token)) for who in self.found.get(t.i, ())]
        return tuple(dict.fromkeys(found))

    def who_alone(self, token: Token) -> tuple[Who, ...]:
        """Whom `token` stands for, without the other members of its list."""
        return self.found.get(token.i, ())

    def who_speaks(self, token: Token) -> tuple[Who, ...]:
        """As `who`, or any other noun that speaks, in the text's words ("traders in Niamey"); papers are left out."""
        return self.who(token) or self.name_anyone(token)

    def name_anyone(self, token: Token) -> tuple[Who, ...]:
        """A group or person in the text's words for a noun that does what only people do."""
        return self.name_noun(token) if can_speak(token) else ()

    def name_noun(self, token: Token) -> tuple[Who, ...]:
        """A noun in the text's words, whatever it is of: towns and hospitals lack things too."""
        lemma = token.lemma_.lower()
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.lower_ not in load_nouns("partitives"):
            return ()
        if lemma in load_nouns("papers") or token.like_num or token.lower_ in load_nouns("no_one"):
            return ()
        owner = find_owner(self.scene, token)
        acts_for = owner.name if owner is not None and owner.type in ("state", "alliance", "organisation") else None
        return (Who(describe(self.scene, token), acts_for, "group" if is_plural(token) else "person"),)

    @property
    def actors(self) -> tuple[Who, ...]:
        """All that are mentioned, in the order of their first mention."""
        return tuple(self.known.values())

    def find_actor(self, name: str) -> Who | None:
        """The actor of a canonical name."""
        return self.known.get(name)


def open_partitive(token: Token) -> Token:
    """The group that a part is taken of ("some of the smaller states"); any other token as it is."""
    if token.lower_ in load_nouns("partitives") or (token.pos_ == "NUM" and token.lower_ in NUMBERS):
        return next(
            (c for c in token.children if c.dep_ == "nmod" and any(k.lower_ == "of" for k in c.children)), token
        )
    return token


def find_cast(doc: Doc, quotations: Sequence[Quotation], on: date | None) -> Cast:
    """Who is in `doc`, read in one pass from its first word to its last."""
    scene = _open_scene(doc, quotations, on)
    learn_titles(scene)
    tokens = ((token, number) for number, sentence in enumerate(doc.sents) for token in sentence)
    for _ in take_each(tokens, lambda pair: _read_token(scene, *pair), lambda pair: pair[0]):
        pass
    for _ in take_each(scene.quotation_of, lambda i: _read_speaker(scene, doc[i]), lambda i: doc[i]):
        pass
    return _close_scene(scene)


def _open_scene(doc: Doc, quotations: Sequence[Quotation], on: date | None) -> Scene:
    names = join_names(doc, find_names(doc, on))
    datelines = find_datelines(doc, names)
    by_token = {i: name for name in names for i in range(name.first, name.last) if name.first not in datelines}
    quotation_of = {i: number for number, q in enumerate(quotations) for i in range(q.first, q.last)}
    attributions = attribute(doc, quotations)
    speakers = {a.quotation: a.speaker for a in attributions if a.speaker is not None}
    scene = Scene(doc, by_token, on, quotation_of, attributions, speakers, datelines)
    scene.memory.states.update(n.who for n in names if n.first in datelines and n.who and n.who.type == "state")
    return scene


def _read_token(scene: Scene, token: Token, sentence: int) -> None:
    if token.i in scene.read:
        return
    scene.read.add(token.i)
    for owner in _list_owners_behind(token):
        for word in scene.doc[max(owner.left_edge.i, token.i + 1) : owner.i + 1]:
            _read_token(scene, word, sentence)
    name = scene.find_name(token)
    noun = ""
    if token.i in scene.datelines:
        scene.found[token.i] = find_behind_dateline(scene.names, token) if token.dep_ in SUBJECTS else ()
        return
    if name is not None:
        if token.i != name.head:
            return
        whos = _read_name(scene, token, name, sentence)
    elif token.pos_ == "PRON" or token.tag_ == "PRP$":
        whos = resolve_pronoun(scene, token, sentence)
    elif token.pos_ in ("NOUN", "PROPN") and _is_tied(token):
        person = find_named_beside(scene, token)
        whos = (person,) if person is not None else ()
    elif token.pos_ in ("NOUN", "PROPN"):
        whos = (
            find_told_of(scene, token)
            or name_noun(scene, token)
            or resolve_noun(scene, token, sentence)
            or name_in_words(scene, token)
        )
        noun = token.lemma_.lower()
    else:
        return
    if not whos:
        return
    scene.found[token.i] = whos
    if token.dep_ == "nmod" and all(w.type == "state" for w in whos) and _are_officials(scene, token.head):
        scene.found[token.head.i] = whos
    if name is not None and name.is_adjective:
        scene.memory.states.update(who for who in whos if who.type == "state")
        return
    _remember(scene, token, sentence, whos, noun)


def _list_owners_behind(token: Token) -> list[Token]:
    """The nouns behind a noun of people or an office that say whose it is: "a spokesman for the group"."""
    behind = [c for c in token.rights if c.dep_ == "nmod" and any(k.lower_ in ("of", "for", "to") for k in c.children)]
    return behind if behind and is_role_noun(token) else []


def _are_officials(scene: Scene, noun: Token) -> bool:
    """Whether a noun is that of unnamed officials, who are the state they are of: "officials from both countries"."""
    known = scene.found.get(noun.i, ())
    return is_plural(noun) and noun.lemma_.lower() in UNNAMED_ORGANS and all(w.type == "group" for w in known)


def _is_tied(token: Token) -> bool:
    """Whether a hyphen ties a word to the one before it ("chief" in "commander-in-chief")."""
    return (
        token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_ and not token.nbor(-2).whitespace_
    )


def _read_name(scene: Scene, token: Token, name: Name, sentence: int) -> tuple[Who, ...]:
    if name.who is None:
        person = find_named_beside(scene, token) if name.label == "MISC" else None
        return (person,) if person else ()
    name = find_department(scene, token, name, sentence)
    who = scene.people.get(name.who.name, name.who) if name.who is not None else name.who
    if who is None:
        return ()
    for i in range(name.first, name.last):
        scene.found[i] = (who,)
    if who.type != "person" and (person := _find_titled_after(scene, name)) is not None:
        return (person,)
    return (who,)


def _find_titled_after(scene: Scene, name: Name) -> Who | None:
    """The person whose title begins with this name where the tree makes it their head ("Suez Authority chief X")."""
    doc = scene.doc
    if name.last + 1 >= len(doc) or not name.first <= doc[name.last].head.i < name.last:
        return None
    after = scene.names.get(name.last + 1)
    is_title = doc[name.last].lemma_.lower() in load_nouns("people_nouns")
    return (
        after.who if is_title and after is not None and after.who is not None and after.who.type == "person" else None
    )


def _remember(scene: Scene, token: Token, sentence: int, whos: tuple[Who, ...], noun: str) -> None:
    is_subject = token.dep_ in SUBJECTS
    quoted = scene.quotation_of.get(token.i, -1)
    plural = is_plural(token) or len(whos) > 1
    within = is_subject and token.head.dep_ in WITHIN
    mention = Mention(token.i, sentence, whos, is_subject, noun, plural, quoted, within)
    scene.memory.add(mention)
    if noun and (role := match_role(token)) is not None:
        scene.memory.by_noun[role] = mention
    if token.dep_ == "conj":
        head = token
        while head.dep_ == "conj" and head.head.i != head.i:
            head = head.head
        members = [who for t in list_conjuncts(head) if t.i <= token.i for who in scene.found.get(t.i, ())]
        if len(members) > 1:
            together = tuple(dict.fromkeys(members))
            scene.memory.add(Mention(token.i, sentence, together, head.dep_ in SUBJECTS, "", True, quoted))


def _read_speaker(scene: Scene, token: Token) -> None:
    """A pronoun of the first person, once all speakers are known."""
    if token.i in scene.found or token.lower_ not in FIRST_PERSON or token.pos_ not in ("PRON", "DET"):
        return
    if scene.quotation_of[token.i] in scene.speakers and (found := resolve_pronoun(scene, token, 0)):
        scene.found[token.i] = found


def _close_scene(scene: Scene) -> Cast:
    phrases: dict[str, list[tuple[int, int]]] = {}
    known: dict[str, Who] = {}
    for who, span in read_each(sorted(scene.found), lambda i: _list_met(scene, i), lambda i: scene.doc[i]):
        known.setdefault(who.name, who)
        phrases.setdefault(who.name, []).append(span)
    named = dict.fromkeys(scene.names.values())
    acting = frozenset(read_each(named, lambda name: _list_acting(scene, name), lambda name: scene.doc[name.head]))
    latest = {i: tuple(scene.people.get(who.name, who) for who in whos) for i, whos in scene.found.items()}
    return Cast(latest, {k: tuple(v) for k, v in phrases.items()}, known, acting, scene)


def _list_met(scene: Scene, i: int) -> Iterator[tuple[Who, tuple[int, int]]]:
    """Who is mentioned at a token, each with the stretch of the text that mentions them."""
    name = scene.names.get(i)
    if name is None or i == name.head:
        span = _cover_name(scene, name) if name is not None else take_phrase(scene.doc[i])
        yield from ((scene.people.get(met.name, met), span) for met in scene.found[i])


def _list_acting(scene: Scene, name: Name) -> Iterator[str]:
    if name.who is not None and acts(scene, name):
        yield name.who.name


def _cover_name(scene: Scene, name: Name) -> tuple[int, int]:
    last = scene.doc[name.last - 1]
    return scene.doc[name.first].idx, last.idx + len(last.text)

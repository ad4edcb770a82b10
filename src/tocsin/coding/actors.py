"""Actors: who is in a document, under canonical names, and whom each noun phrase and pronoun stands for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from spacy.tokens import Doc, Token

from tocsin.coding.attributions import find_speakers
from tocsin.coding.clauses import SUBJECTS, list_conjuncts, take_phrase
from tocsin.coding.coreference import resolve_noun, resolve_pronoun
from tocsin.coding.memory import Mention
from tocsin.coding.mentions import Name, Who, find_names
from tocsin.coding.parties import find_person_beside, learn_titles, name_noun, phrase_words
from tocsin.coding.quotations import Quotation
from tocsin.coding.scene import Scene, is_plural, load_nouns
from tocsin.records.coding import Actor, ActorType, name_record
from tocsin.records.document import Document
from tocsin.records.frozen import Span, take_span

__all__ = ["Cast", "Who", "find_cast"]

TYPES = frozenset(get_args(ActorType))
UNTOLD = "someone"


@dataclass(frozen=True)
class Cast:
    """Who is in a document. `spans` gives where each actor is mentioned, by canonical name."""

    found: Mapping[int, tuple[Who, ...]]
    phrases: Mapping[str, tuple[tuple[int, int], ...]]
    known: Mapping[str, Who]
    scene: Scene = field(repr=False)

    def who(self, token: Token) -> tuple[Who, ...]:
        """Whom the noun phrase headed by `token` stands for: several for a list or a plural pronoun, () for no one."""
        found = [who for t in list_conjuncts(token) for who in self.found.get(t.i, ())]
        return tuple(dict.fromkeys(found))

    def who_alone(self, token: Token) -> tuple[Who, ...]:
        """Whom `token` stands for, without the other members of its list."""
        return self.found.get(token.i, ())

    def who_speaks(self, token: Token) -> tuple[Who, ...]:
        """As `who`, and any other noun that speaks in the text's words ("traders in Niamey"), papers and things left out."""
        return self.who(token) or self.name_anyone(token)

    def name_anyone(self, token: Token) -> tuple[Who, ...]:
        """A group or person in the text's words for a noun that does what only people do."""
        lemma = token.lemma_.lower()
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET") and token.lower_ not in ("some", "many", "others", "few", "most"):
            return ()
        if lemma in load_nouns("papers") or token.like_num:
            return ()
        return (Who(phrase_words(self.scene, token), None, "group" if is_plural(token) else "person"),)

    @property
    def actors(self) -> tuple[Who, ...]:
        """All that are mentioned, in the order of their first mention."""
        return tuple(self.known.values())

    def find_actor(self, name: str) -> Who | None:
        """The actor of a canonical name."""
        return self.known.get(name)


def find_cast(doc: Doc, quotations: Sequence[Quotation], on: date | None) -> Cast:
    """Who is in `doc`, read in one pass from its first word to its last."""
    scene = _open_scene(doc, quotations, on)
    learn_titles(scene)
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            _read_token(scene, token, number)
    _read_speakers(scene)
    return _close_scene(scene)


def _open_scene(doc: Doc, quotations: Sequence[Quotation], on: date | None) -> Scene:
    names = _join_short_names(doc, find_names(doc, on))
    by_token = {i: name for name in names for i in range(name.first, name.last)}
    quotation_of = {i: number for number, q in enumerate(quotations) for i in range(q.first, q.last)}
    return Scene(doc, by_token, on, quotation_of, find_speakers(doc, quotations))


def _join_short_names(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """Names where a short form of a person or body that the text has in full is that one ("Tiani", "the Houthis")."""
    listed = list(names)
    full = [n for n in listed if n.who and n.who.type == "person" and n.last - n.first > 1]
    joined = []
    for name in listed:
        who = name.who
        if name.last - name.first == 1 and name.label in ("PERSON", "ORG", "LOC", "MISC") and not name.is_adjective:
            word = doc[name.first].text
            longer = next((f for f in full if word in (doc[f.last - 1].text, doc[f.first].text) and f.first != name.first), None)
            if longer is not None and (who is None or who.type in ("person", "organisation")):
                who = longer.who
        joined.append(Name(name.first, name.last, name.head, who, name.form, name.label))
    return joined


def _read_token(scene: Scene, token: Token, sentence: int) -> None:
    name = scene.find_name(token)
    noun = ""
    if name is not None:
        if token.i != name.head:
            return
        whos = _read_name(scene, token, name)
    elif token.pos_ == "PRON" or token.tag_ == "PRP$":
        whos = resolve_pronoun(scene, token, sentence)
    elif token.pos_ in ("NOUN", "PROPN"):
        whos = name_noun(scene, token) or resolve_noun(scene, token, sentence)
        noun = token.lemma_.lower()
    else:
        return
    if not whos:
        return
    scene.found[token.i] = whos
    if name is not None and name.is_adjective:
        return
    _remember(scene, token, sentence, whos, noun)


def _read_name(scene: Scene, token: Token, name: Name) -> tuple[Who, ...]:
    if name.who is None:
        person = find_person_beside(scene, token) if name.label == "MISC" else None
        return (person,) if person else ()
    who = scene.people.get(name.who.name, name.who)
    for i in range(name.first, name.last):
        scene.found[i] = (who,)
    return (who,)


def _remember(scene: Scene, token: Token, sentence: int, whos: tuple[Who, ...], noun: str) -> None:
    is_subject = token.dep_ in SUBJECTS
    quoted = scene.quotation_of.get(token.i, -1)
    plural = is_plural(token) or len(whos) > 1
    scene.memory.add(Mention(token.i, sentence, whos, is_subject, noun, plural, quoted))
    if token.dep_ == "conj":
        head = token
        while head.dep_ == "conj" and head.head.i != head.i:
            head = head.head
        members = [who for t in list_conjuncts(head) if t.i <= token.i for who in scene.found.get(t.i, ())]
        if len(members) > 1:
            together = tuple(dict.fromkeys(members))
            scene.memory.add(Mention(token.i, sentence, together, head.dep_ in SUBJECTS, "", True, quoted))


def _read_speakers(scene: Scene) -> None:
    """The pronouns of the first person, once all speakers are known."""
    for i, quoted in scene.quotation_of.items():
        token = scene.doc[i]
        if i not in scene.found and quoted in scene.speakers and token.pos_ in ("PRON", "DET"):
            found = resolve_pronoun(scene, token, 0) if token.lower_ in ("i", "we", "us", "our", "my", "me", "ours", "mine") else ()
            if found:
                scene.found[i] = found


def _close_scene(scene: Scene) -> Cast:
    phrases: dict[str, list[tuple[int, int]]] = {}
    known: dict[str, Who] = {}
    for i in sorted(scene.found):
        token = scene.doc[i]
        name = scene.names.get(i)
        if name is not None and i != name.head:
            continue
        for who in scene.found[i]:
            who = scene.people.get(who.name, who)
            known.setdefault(who.name, who)
            span = _cover_name(scene, name) if name is not None else take_phrase(token)
            phrases.setdefault(who.name, []).append(span)
    return Cast(scene.found, {k: tuple(v) for k, v in phrases.items()}, known, scene)


def _cover_name(scene: Scene, name: Name) -> tuple[int, int]:
    last = scene.doc[name.last - 1]
    return scene.doc[name.first].idx, last.idx + len(last.text)


def make_actors(document: Document, cast: Cast, names: Iterable[str]) -> list[Actor]:
    """Actor records of the given canonical names, those that the text mentions; outlets of no state have none."""
    records = []
    for name in dict.fromkeys(names):
        who, spans = cast.known.get(name), cast.phrases.get(name, ())
        if who is None or not spans or (who.type == "outlet" and not who.acts_for):
            continue
        mentions = tuple(_list_mentions(document, spans))
        kind = who.type if who.type in TYPES else "organisation"
        records.append(
            Actor(
                id=name_record("actor", document.id, mentions[0], name),
                document=document.id, evidence=mentions[0], certainty=0.85, why=f"named {mentions[0].quote!r}",
                name=name, type=kind, acts_for=who.acts_for, code=who.code if who.type == "state" else None, mentions=mentions,
            )
        )  # fmt: skip
    return records


def _list_mentions(document: Document, spans: Iterable[tuple[int, int]]) -> Iterable[Span]:
    for start, end in sorted(set(spans)):
        yield take_span(document.text, start, end)

"""Sparing: one sentence that cannot be read costs its own records and no others."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from spacy.tokens import Doc, Token

from tocsin.coding.code import code_documents
from tocsin.coding.event_modes import Act
from tocsin.coding.mentions import Name
from tocsin.coding.quotations import Quotation
from tocsin.coding.scene import Scene
from tocsin.coding.turns import Stance
from tocsin.records.coding import AnyRecord
from tocsin.records.document import Document, name_document

TEXT = (
    "Chile threatened to expel Peruvian diplomats. Iran threatened to close the strait. "
    "The Taliban seized Kunduz. Ethiopia has recaptured Lalibela. "
    "Sri Lanka lacks fuel. Haiti lacks water. "
    "Croatia is a member of the European Union. Finland is a member of NATO. "
    "Kenya rejected the plan to close the camps. Ghana wants to send troops to Mali. "
    "Sudanese jets bombed Abeche. India condemned the killing of monks. "
    "Norway said that the cables were cut. Denmark announced that the ferry had sunk.\n\n"
    "“The road is open again,” Elena Markovic said.\n\n"
    "“The bridge has gone,” Japan’s prime minister, Fumio Kishida, said. He left."
)
RULES = [
    ("announcements.find_threateners", "threat", "Peruvian"),
    ("threats.take_sentence", "threat", "strait"),
    ("grounds.name_place", "control", "Kunduz"),
    ("resources.read_verb", "resource", "fuel"),
    ("commitments.list_memberships", "commitment", "Croatia"),
    ("stance_verbs.find_words", "position", "camps"),
    ("positions.take_stand", "position", "Mali"),
    ("event_acts.choose_match", "event", "Abeche"),
    ("events.find_place", "event", "monks"),
    ("statements.find_content", "statement", "cables"),
    ("statements.find_author", "statement", "ferry"),
    ("statements.is_verb", "statement", "ferry"),
    ("attributions.find_in_words_of", "statement", "open again"),
    ("statements.find_subjects", "statement", "open again"),
]
SHARED_RULES = [
    ("actors.name_noun", "diplomats"),
    ("actors.resolve_pronoun", "He left"),
    ("acting.is_place_word", "Mali"),
    ("actors.take_phrase", "diplomats"),
    ("coreference.find_owner", "strait"),
    ("mentions.find_head", "Kunduz"),
    ("mentions._match_at", "Lalibela"),
    ("mentions._may_start", "Haiti"),
    ("mentions._trim", "Croatia"),
    ("mentions._read_west", "monks"),
    ("mentions._read_titled", "Kishida"),
    ("parties.find_named_beside", "prime"),
    ("screening._find_use", "Markovic"),
    ("short_names.replace", "Markovic"),
    ("titles._list_titles", "Kishida"),
    ("titles.find_owner", "Kishida"),
    ("quotations._opens", "bridge"),
    ("era.strip_name", "Markovic"),
    ("event_words.find_demand", "cables"),
]
KINDS = {"threat", "control", "resource", "commitment", "position", "issue", "event", "statement"}


@pytest.mark.parametrize(("rule", "kind", "word"), RULES)
def test_a_rule_that_fails_on_a_sentence_costs_its_records_only(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, rule: str, kind: str, word: str
) -> None:
    whole = list_records()
    break_rule(monkeypatch, rule, word)
    spared = list_records()
    lost = [r for r in whole if r not in spared]
    assert len([r for r in whole if r.kind == kind]) >= 2
    assert lost
    assert all(word in r.evidence.quote for r in lost if r.kind != "actor")
    check_warned(caplog, word)


@pytest.mark.parametrize(("rule", "word"), SHARED_RULES)
def test_a_rule_of_several_kinds_that_fails_on_a_sentence_costs_its_records_only(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, rule: str, word: str
) -> None:
    whole = list_records()
    break_rule(monkeypatch, rule, word)
    spared = list_records()
    kept = {r.id for r in spared}
    assert [r for r in whole if r.kind in KINDS and word not in r.evidence.quote and r.id not in kept] == []
    assert {r.kind for r in spared} == {r.kind for r in whole}
    check_warned(caplog, word)


def test_every_kind_is_in_the_text() -> None:
    assert {r.kind for r in list_records()} == {*KINDS, "actor"}


def list_records() -> list[AnyRecord]:
    return list(code_documents([Document(id=name_document(TEXT), source="test", text=TEXT)]).records)


def check_warned(caplog: pytest.LogCaptureFixture, word: str) -> None:
    """One warning or more, each naming the text and where in it the sentence with the word begins."""
    breaks = [TEXT.rfind(mark, 0, TEXT.index(word)) for mark in (". ", "\n\n")]
    sentence = max(place + 2 if place >= 0 else 0 for place in breaks)
    assert caplog.messages
    assert all(f"test, character {sentence}:" in message for message in caplog.messages)


def break_rule(monkeypatch: pytest.MonkeyPatch, rule: str, word: str) -> None:
    """Makes a rule raise where one of the things that it is given stands in the sentence with the word."""
    place, _, name = f"tocsin.coding.{rule}".rpartition(".")
    module = import_module(place)
    whole: Callable[..., Any] = getattr(module, name)

    def fail_on_word(*given: Any, **named: Any) -> Any:
        if any(word in find_sentence(each, given) for each in given):
            raise ValueError(word)
        return whole(*given, **named)

    monkeypatch.setattr(module, name, fail_on_word)


def find_sentence(thing: Any, given: tuple[Any, ...]) -> str:
    """The words around a thing that a rule was given: its sentence, or itself where it is words."""
    first = given[0].doc if isinstance(given[0], Scene) else given[0]
    if isinstance(thing, Name):
        thing = thing.first if isinstance(first, Doc) else thing.who.name if thing.who else ""
    if isinstance(thing, int) and isinstance(first, Doc):
        return first[thing].sent.text
    if isinstance(thing, int) and isinstance(first, str):
        return first[thing : thing + 12]
    if isinstance(thing, list):
        return thing[0].sent.text if thing and isinstance(thing[0], Token) else ""
    if isinstance(thing, Act | Stance):
        return find_sentence(thing.verb if isinstance(thing, Act) else thing.cue, given)
    if isinstance(thing, Quotation) and isinstance(first, Doc):
        return first.text[thing.start : thing.end]
    return thing.sent.text if isinstance(thing, Token) else thing if isinstance(thing, str) and thing != TEXT else ""

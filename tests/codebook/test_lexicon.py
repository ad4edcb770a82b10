"""The words of events, communication, stances, goods and ties."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.codebook.lexicon import (
    find_event_type,
    index_event_classes,
    index_event_nouns,
    index_words,
    list_words,
    load_patterns,
    load_tellings,
)
from tocsin.codebook.tables import load_table
from tocsin.records.coding import EventType, Stance, Status, Tie


@pytest.mark.parametrize(
    ("verb", "particle", "noun", "expected"),
    [
        ("sign", "", "treaty", "AGREE"), ("offer", "", "talk", "AGREE"), ("meet", "with", "", "CONSULT"),
        ("phone", "", "", "CONSULT"),
        ("vote", "for", "resolution", "SUPPORT"), ("vote", "against", "resolution", "REJECT"),
        ("thank", "", "", "SUPPORT"),
        ("pledge", "", "", "AGREE"), ("pledge", "", "ammunition", "AID"), ("send", "", "ammunition", "AID"),
        ("send", "", "warship", "MOBILIZE"),
        ("send", "", "envoy", "CONSULT"), ("withdraw", "from", "town", "YIELD"),
        ("withdraw", "from", "treaty", "SANCTION"),
        ("release", "", "prisoner", "YIELD"), ("call", "for", "", "REQUEST"), ("urge", "", "", "REQUEST"),
        ("condemn", "", "", "ACCUSE"),
        ("veto", "", "resolution", "REJECT"), ("rule", "out", "", "REJECT"), ("warn", "", "", "THREATEN"),
        ("boycott", "", "", "PROTEST"),
        ("boycott", "", "talk", "REJECT"), ("cut", "", "aid", "SANCTION"),
        ("suspend", "", "strike", "YIELD"), ("expel", "", "", "SANCTION"),
        ("deploy", "", "troop", "MOBILIZE"), ("test", "", "missile", "MOBILIZE"),
        ("blockade", "", "port", "COERCE"), ("annex", "", "", "COERCE"),
        ("shell", "", "city", "ASSAULT"), ("capture", "", "town", "ASSAULT"),
        ("capture", "", "soldier", "COERCE"),
        ("fire", "", "minister", "SANCTION"), ("fire", "", "missile", "ASSAULT"),
        ("lift", "", "embargo", "YIELD"), ("ponder", "", "", None),
    ],
)  # fmt: skip
def test_event_types(verb: str, particle: str, noun: str, expected: str | None) -> None:
    particles = frozenset({particle}) if particle else frozenset()
    assert find_event_type(verb, particles, frozenset({noun}) if noun else frozenset()) == expected


def test_every_event_type_has_words_and_a_class() -> None:
    assert {row["name"] for row in load_table("events")["type"]} == set(get_args(EventType))
    assert set(index_event_classes().values()) == {
        "verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "other",
    }  # fmt: skip
    assert index_event_nouns()["airstrike"] == "ASSAULT"


def test_no_pattern_means_two_types() -> None:
    found: dict[tuple[str, str, str], set[str]] = {}
    for patterns in load_patterns().values():
        for p in patterns:
            for noun in p.objects or {""}:
                found.setdefault((p.verb, p.particle, noun), set()).add(p.type)
    assert {key: types for key, types in found.items() if len(types) > 1} == {}
    assert all(len(types) == 1 for types in index_words("events", "type", "nouns").values())


@given(st.sampled_from(sorted(load_patterns())), st.text(alphabet="xyz", min_size=4, max_size=8))
def test_an_object_that_no_pattern_names_changes_nothing(verb: str, noun: str) -> None:
    assert find_event_type(verb, objects=frozenset({noun})) == find_event_type(verb)


def test_stances_and_ties_and_statuses_are_those_of_the_records() -> None:
    assert {row["name"] for row in load_table("stances")["stance"]} == set(get_args(Stance))
    assert {row["name"] for row in load_table("relations")["tie"]} == set(get_args(Tie))
    assert {row["name"] for row in load_table("goods")["status"]} == set(get_args(Status))


@pytest.mark.parametrize(
    ("column", "word", "stance"),
    [
        ("verbs", "back", "support"), ("verbs", "veto", "oppose"), ("verbs", "not rule out", "open"),
        ("verbs", "abstain", "neutral"),
        ("adjectives", "against", "oppose"), ("nouns", "reservations", "oppose"),
        ("prepositions", "unless", "conditional"),
        ("prepositions", "in favour of", "support"),
    ],
)  # fmt: skip
def test_stance_words(column: str, word: str, stance: str) -> None:
    assert index_words("stances", "stance", column)[word] == (stance,)


def test_exclusion_words_are_oppositions_that_negation_opens() -> None:
    oppose = {word for word, found in index_words("stances", "stance", "verbs").items() if "oppose" in found}
    assert {"rule out", "exclude", "dismiss"} <= list_words("stances", "exclusion", "verbs") & oppose


def test_thoughts_are_no_statements() -> None:
    thoughts = list_words("communication", "thought", "verbs")
    assert {"believe", "want", "fear", "hope"} <= thoughts
    assert not {"believe", "want", "fear", "hope", "expect", "doubt"} & set(load_tellings())
    assert thoughts & set(load_tellings()) <= {"seek", "find"}


def test_tellings_know_their_frames() -> None:
    assert {t.kind for t in load_tellings()["tell"]} == {"tell", "urge"}
    assert all("addressee" in t.frames for t in load_tellings()["tell"])
    [condemn] = load_tellings()["condemn"]
    assert (condemn.force, condemn.needs_content) == ("accuses", True)
    [say] = load_tellings()["say"]
    assert not say.needs_content
    assert {t.stance for t in load_tellings()["deny"]} == {"oppose"}


@pytest.mark.parametrize(("noun", "kind"), [("shell", "ammunition"), ("wheat", "food"), ("diesel", "energy")])
def test_goods(noun: str, kind: str) -> None:
    assert index_words("goods", "good", "nouns", "kind")[noun] == (kind,)

"""Whom words that only point back stand for: both sides, the general, its government, he, the letter, the agency.

Each rule has sentences that look like its case and are none.
"""

import pytest
from tests.coding.sentences import code_sentences

BOTH_SIDES: list[tuple[str, set[str]]] = [
    (
        "Chad and Niger fought over the lake. Chad lost a post and Niger a camp. "
        "Both sides rejected the map in Addis Ababa.",
        {"Chad", "Niger"},
    ),
    (
        "Peru blamed Chile for the raid. Bolivia hosted talks in Geneva. Both sides rejected the text.",
        {"Peru", "Chile"},
    ),
    ("Togo accused Ghana of breaking the 1987 Lomé Accord, which both sides rejected.", {"Togo", "Ghana"}),
    ("Hamas threw Fatah out of the city. In Cairo the two factions rejected the text.", {"Hamas", "Fatah"}),
    ("Oman met Yemen. Later the two countries rejected the text.", {"Oman", "Yemen"}),
    ("Kenya and Uganda met. Each side rejected the map.", {"Kenya", "Uganda"}),
    ("Kenya and Uganda met. The two green parties rejected the map.", {"two green parties"}),
    ("Kenya, Uganda and Chad met. Forty-three states rejected the map.", {"Forty-three states"}),
    ("Kenya and Uganda met. Two members rejected the map.", {"two members"}),
]


@pytest.mark.parametrize(("text", "actors"), BOTH_SIDES)
def test_both_sides_are_those_whom_the_text_is_about(text: str, actors: set[str]) -> None:
    coded = code_sentences(text).records
    assert {r.actor for r in coded if r.kind == "event" and r.type == "REJECT"} == actors


POINTERS: list[tuple[str, list[str]]] = [
    ("Brigadier-General Pita Lomu left the camp. Paul Ede stayed. The general said it was over.", ["Pita Lomu"]),
    ("Colonel Ivan Petrov fled. Ana Ruiz, a judge, stayed. The colonel said it was over.", ["Ivan Petrov"]),
    ("Ana Ruiz, the minister, left. The governor said the camp was full.", ["governor"]),
    ("Luis Soto spoke first. The cabinet of Ana Ruiz would fall, he warned.", ["Luis Soto"]),
    ("Luis Soto rejects that order: he says the camp comes first.", ["Luis Soto"]),
    ("Peru met Chile in Lima, accusing it of a raid.", ["Peru"]),
    ("The small party loyal to Hanoi said the vote was a farce.", ["small party loyal to Vietnam"]),
    ("The Green Party left. The small party loyal to Ana Ruiz said so.", ["small party loyal to Ana Ruiz"]),
    ("The Green Party left the talks. The party said the vote was a farce.", ["Green Party"]),
    ("The junta met envoys from Peru. It said the bay was shut.", ["junta"]),
    ("Chile sent ships. A militia took the port. It said the bay was shut.", ["militia"]),
    ("Ghana spoke. The mission said it was short of fuel.", ["mission"]),
    ("In Lima the government said the bay was shut. Chile had sent ships.", ["Peru"]),
    ("Germany and Denmark signed the pact. The pact says that ships may pass.", []),
]


@pytest.mark.parametrize(("text", "speakers"), POINTERS)
def test_a_noun_or_pronoun_points_back_to_the_one_it_can_be(text: str, speakers: list[str]) -> None:
    assert [r.speaker for r in code_sentences(text).records if r.kind == "statement"] == speakers


SOURCES: list[tuple[str, list[str]]] = [
    ("The grain came by sea, Reuters news agency said, citing a port official.", ["port official"]),
    ("The grain came by sea, Reuters news agency said, citing the price of wheat.", ["Reuters"]),
    ("Ana Ruiz said that, according to the mayor of Kisumu, the ship would not sail.", ["mayor of Kisumu"]),
    ("Ana Ruiz said the ship would not sail, according to the timetable.", ["Ana Ruiz"]),
    ('According to the Minister of Defence, Petrov "can never be trusted".', ["Minister of Defence"]),
    ('According to Defence Minister Ivan Petrov, Peru "can never be trusted".', ["Ivan Petrov"]),
    ('The letter of Ivan Petrov came. An envoy read it. The letter asks Peru to "think again".', ["Ivan Petrov"]),
    ('Ana Ruiz said that troops had made "tactical moves" in the hills.', ["Ana Ruiz"]),
    ('Troops had made "tactical moves" in the hills.', []),
    ('The minister made a "heartfelt plea" for calm.', ["minister"]),
    ("Our correspondent in Lima reports that the bridge is shut.", []),
    ("A correspondent in Lima reports that the bridge is shut.", ["correspondent in Lima"]),
    ("Critics were wary of talks with Peru, calling them a trap.", ["critics"]),
    (
        '“We are weary of this war and of its cost," Ana Ruiz said. "We want it to end now.” The crowd cheered.',
        ["Ana Ruiz", "Ana Ruiz"],
    ),
    ('“They call it a "holy war" and they mean it,” Ana Ruiz said.', ["Ana Ruiz"]),
]


@pytest.mark.parametrize(("text", "speakers"), SOURCES)
def test_the_innermost_source_speaks(text: str, speakers: list[str]) -> None:
    assert [r.speaker for r in code_sentences(text).records if r.kind == "statement"] == speakers

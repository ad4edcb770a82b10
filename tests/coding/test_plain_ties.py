"""Ties in everyday words, and of sides and bodies that a text has only common nouns for: labelled before the rules."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[frozenset[str], str]]]


def tie(kind: str, *parties: str) -> set[tuple[frozenset[str], str]]:
    return {(frozenset(parties), kind)}


BODIES: list[Row] = [
    ("Tonga left the pact in 1998.", tie("none", "Tonga", "pact")),
    ("Peru has joined the cartel.", tie("membership", "Peru", "cartel")),
    ("Malawi became the alliance's twelfth member.", tie("membership", "Malawi", "alliance")),
    ("Latvia is a coastal republic and a member of the league.", tie("membership", "Latvia", "league")),
    ("Eleven coastal states joined the fisheries pact.", tie("membership", "eleven coastal states", "fisheries pact")),
    ("Norway entered the Schengen area in 2001.", tie("membership", "Norway", "Schengen area")),
    ("Guyana and Haiti, both Caricom members, objected.", tie("membership", "Guyana", "Haiti", "CARICOM")),
    ("The forum, to which Fiji and Samoa belong, met.", set()),
    ("The African Union, to which Chad and Niger belong, met.", tie("membership", "Chad", "Niger", "African Union")),
    ("The African Union suspended Mali's membership.", tie("none", "Mali", "African Union")),
    (
        "The East African Community has three founding members: Kenya, Tanzania and Uganda.",
        tie("membership", "Kenya", "Tanzania", "Uganda", "East African Community"),
    ),
    ("The Commonwealth counts Gabon as a member.", tie("membership", "Gabon", "Commonwealth of Nations")),
    ("Peru may one day join a cartel.", set()),
    ("Voters left the union hall in silence.", set()),
]

TOGETHER: list[Row] = [
    (
        "The Kayan rebels swore allegiance to the Karen National Union.",
        tie("alliance", "Kayan", "Karen National Union"),
    ),
    ("Chad and Sudan fought side by side.", tie("alliance", "Chad", "Sudan")),
    ("Fiji's closest ally is Australia.", tie("alliance", "Fiji", "Australia")),
    ("The Peasant Front and two Maoist parties formed a bloc.", tie("alliance", "Peasant Front", "two Maoist parties")),
    ("Chad and Sudan fought each other for years.", set()),
    ("Serbia is in talks with Hungary.", set()),
]

DEALS: list[Row] = [
    ("Fiji and Tonga came to terms over tuna.", tie("agreement", "Fiji", "Tonga")),
    ("Chad made peace with Sudan in 2010.", tie("agreement", "Chad", "Sudan")),
    ("Ghana and Togo settled their quarrel.", tie("agreement", "Ghana", "Togo")),
    ("Ghana and Togo have not settled on a date.", set()),
    ("The harbour guard wants a truce with the fishing clans.", set()),
]

NOTHING: list[Row] = [
    ("No treaty binds Peru to Chile.", tie("none", "Peru", "Chile")),
    ("Nothing links Oman to Yemen.", tie("none", "Oman", "Yemen")),
    ("There is no pact between Ghana and Togo.", tie("none", "Ghana", "Togo")),
    ("Malta has no ties with Belarus.", tie("none", "Malta", "Belarus")),
    ("Peru pulled out of its defence pact with Chile.", tie("none", "Peru", "Chile")),
    (
        "Kenya has pacts with Uganda and Rwanda but none with Burundi.",
        tie("agreement", "Kenya", "Uganda", "Rwanda") | tie("none", "Kenya", "Burundi"),
    ),
    (
        "Peru has signed treaties with Chile and Bolivia, but not with Ecuador.",
        tie("agreement", "Peru", "Chile", "Bolivia") | tie("none", "Peru", "Ecuador"),
    ),
    ("Nothing was heard from Oman or Yemen.", set()),
    ("No minister of Peru went to Chile.", set()),
]

SHIELDS: list[Row] = [
    ("Samoa and Fiji signed a treaty under which each will defend the other.", tie("defence", "Samoa", "Fiji")),
    ("Jordan and Oman concluded a treaty of mutual assistance.", tie("defence", "Jordan", "Oman")),
    (
        "Chad and Niger signed a pact by which an attack on either is an attack on both.",
        tie("defence", "Chad", "Niger"),
    ),
    ("An attack on Finland would be an attack on Sweden.", tie("defence", "Finland", "Sweden")),
    ("Andorra leaves its defence to France and Spain.", tie("defence", "Andorra", "France", "Spain")),
    ("Samoa and Fiji signed a treaty on tuna.", tie("agreement", "Samoa", "Fiji")),
    ("An attack on Finland would be a mistake.", set()),
]


def list_ties(text: str) -> set[tuple[frozenset[str], str]]:
    records = code_sentences(text).records
    return {(frozenset(r.parties), r.tie) for r in records if r.kind == "commitment"}


@pytest.mark.parametrize(("text", "expected"), [*BODIES, *TOGETHER, *DEALS, *NOTHING, *SHIELDS])
def test_ties_in_plain_words(text: str, expected: set[tuple[frozenset[str], str]]) -> None:
    assert list_ties(text) == expected

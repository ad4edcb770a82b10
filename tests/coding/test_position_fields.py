"""Positions of which one field is easily taken wrong: one stance told once, background acts, gifts, votes, members."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str, str]]]


def each(stance: str, *sides: str) -> set[tuple[str, str]]:
    return {(side, stance) for side in sides}


BACKGROUND: list[Row] = [
    ("The Red Cross, which suspended its flights in May, is short of fuel.", set()),
    ("Chile, which recalled its envoy last week, hosts the summit.", set()),
    ("Peru is sending blankets and rice.", set()),
    ("Ghana's government has cut the bread ration to two loaves a week.", set()),
    ("Nepal closed its border with India at noon.", set()),
    ("Jordan is sending 300 engineers to the Golan.", each("support", "Jordan")),
    ("Kenya has recognised the government in Hargeisa.", each("support", "Kenya")),
    ("Qatar, which never signed the convention, hosts the talks.", set()),
]

GIFTS: list[Row] = [
    ("Finland has pledged tents and cooking oil.", set()),
    ("Malta promised lentils.", set()),
    ("Malta has offered field kitchens to the mission.", each("support", "Malta")),
    ("Brazil announced a contribution of 3 million dollars for the camps.", each("support", "Brazil")),
    ("Norway has pledged 12 million kroner.", each("support", "Norway")),
    ("Ghana has pledged a battalion of 600 soldiers.", each("support", "Ghana")),
]

VOTES: list[Row] = [
    (
        "Nine countries voted against the tariff, including Chile, Peru and Togo.",
        each("oppose", "Chile", "Peru", "Togo"),
    ),
    (
        "Austria tabled a resolution on the blockade of Aden. Eleven states voted against, including the "
        "Philippines, Sudan and Chad. Forty nations abstained from the vote.",
        each("oppose", "Philippines", "Sudan", "Chad") | {("Austria", "support"), ("forty nations", "neutral")},
    ),
    (
        "The council extended the embargo on Eritrea by 10 votes to none, with 3 abstentions (Brazil, India, Gabon).",
        each("neutral", "Brazil", "India", "Gabon"),
    ),
    (
        "The African Union voted on Monday to demand that Sudan end the siege of El Fasher.",
        each("support", "African Union"),
    ),
    (
        "Austria, Chad and Fiji voted against the toll on the canal. Twenty-three nations abstained from the vote.",
        each("oppose", "Austria", "Chad", "Fiji") | {("Twenty-three nations", "neutral")},
    ),
    ("Denmark's parliament will vote on the ban next month.", each("open", "Denmark")),
    ("Senegal's parliament voted on the ban on Tuesday.", set()),
    ("Romania said it would vote no to the merger of the two funds.", each("oppose", "Romania")),
]

STANCES: list[Row] = [
    ("Mali's president has floated a plan for a joint patrol on the river.", each("support", "Mali")),
    ("Canada considered the amended plan fair, sensible and lawful.", each("support", "Canada")),
    ("Cuba would like nothing better than a weak neighbour.", each("support", "Cuba")),
    ("Ireland met Iceland in Cork to discuss the quotas for mackerel.", set()),
    ("Sweden's mediator, who tried to negotiate a truce in spring, has died.", set()),
    ("Fiji and Samoa accepted an invitation to attend as observers.", each("support", "Fiji", "Samoa")),
    ("India attended the talks on the dam as an observer.", each("neutral", "India")),
    ("Spain thanked Morocco for having agreed to take back the migrants.", each("support", "Morocco")),
    ("Tonga stands by its neighbour.", set()),
    ("Bulgaria stood by the decision to close the plant.", each("support", "Bulgaria")),
    ("The miners decided to keep the road shut for as long as the ban is in force.", each("support", "miners")),
    ("Belgium said it would leave once a police force is in place.", each("conditional", "Belgium")),
]

ASKED: list[Row] = [
    ("The archbishop of Kigali appealed for calm.", set()),
    ("Cyprus pleaded for prudence.", set()),
    ("Cyprus hoped for a deal on gas.", each("support", "Cyprus")),
    (
        "Nepal said that it would leave once a police unit is on site, and not a day before.",
        each("conditional", "Nepal"),
    ),
    ("Peru and Chile want monitors sent, and no soldiers from abroad.", each("support", "Peru", "Chile")),
]

ONCE: list[Row] = [
    ('"We will build the dam in spring," Ethiopia\'s minister said.', each("support", "Ethiopia")),
    ("Latvia said that the tariff should be examined.", each("open", "Latvia")),
    ("Laos announced a contribution of 5 million euros for the repair of the bridge.", each("support", "Laos")),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row for rows in (BACKGROUND, GIFTS, VOTES, STANCES, ASKED, ONCE) for row in rows]
)
def test_field_of_a_position(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions} == expected


@pytest.mark.parametrize("text", [text for text, _ in ONCE])
def test_position_is_told_once(text: str) -> None:
    assert len(code_sentences(text).positions) == 1

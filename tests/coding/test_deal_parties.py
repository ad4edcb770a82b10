"""Whose a deal is, and ties told in a word for somebody: short texts, labelled by hand before the rules were tuned."""

import pytest
from tests.coding.sentences import code_sentences

Tie = tuple[frozenset[str], str]
Row = tuple[str, set[Tie]]


def tie(kind: str, *parties: str) -> set[Tie]:
    return {(frozenset(parties), kind)}


MAKERS: list[Row] = [
    (
        "The peace accord between Chad and Libya was concluded in spring. Months later the accord was terminated.",
        tie("agreement", "Chad", "Libya") | tie("none", "Chad", "Libya"),
    ),
    (
        "Peru and Ecuador met again on Sunday. Peru told Ecuador that the border was closed. "
        "The two sides signed an agreement on fishing in Geneva.",
        tie("agreement", "Peru", "Ecuador"),
    ),
    (
        "Envoys hailed the Kenya-Uganda railway deal. The two neighbours had signed a railway agreement in Cairo.",
        tie("agreement", "Kenya", "Uganda"),
    ),
    (
        "The accord with Oman was kept from the press. Iran and Oman had concluded the accord in Rome, Italy.",
        tie("agreement", "Iran", "Oman"),
    ),
    (
        "Poland and Lithuania signed a gas accord in 2019. Agreements to lay the pipe were signed in Paris later.",
        tie("agreement", "Poland", "Lithuania"),
    ),
    (
        "Jordan expected Syria to keep a water deal it had signed with Lebanon.",
        tie("agreement", "Syria", "Lebanon"),
    ),
    ("The U.S.-Greek bases accord gave the sailors a home.", tie("agreement", "United States", "Greece")),
    (
        "Libya accused Malta of breaking the pact which was worked out by Rome and Valletta in 1988.",
        tie("agreement", "Italy", "Malta"),
    ),
    (
        "The ships sail in a deal after a week of talks between Yemen and Eritrea.",
        tie("agreement", "Yemen", "Eritrea"),
    ),
    (
        "He praised the accord that lets French jets use bases in Gabon.",
        tie("agreement", "France", "Gabon"),
    ),
    ("The truce among rival militias began at noon.", tie("agreement", "rival militias")),
    (
        "After the nuclear deal Iran struck with Brazil, prices fell.",
        tie("agreement", "Iran", "Brazil"),
    ),
    (
        "The government voted for the termination of the agreement between Laos and Thailand.",
        tie("none", "Laos", "Thailand"),
    ),
    (
        "Quarrels between Mali and Niger leave the Bamako truce hanging by a thread.",
        tie("agreement", "Mali", "Niger"),
    ),
    (
        "Qatar, with which Chad restored diplomatic ties, sent aid.",
        tie("agreement", "Qatar", "Chad"),
    ),
    (
        "The treaty reached between President Nicolas Maduro and Guyana was praised.",
        tie("agreement", "Venezuela", "Guyana"),
    ),
]

KEPT: list[Row] = [
    ("Talks between Egypt and Ethiopia did not produce any agreement.", tie("none", "Egypt", "Ethiopia")),
    (
        "He sent a letter to Spain, Italy and Malta - the countries that signed the deal with Libya.",
        tie("agreement", "Spain", "Italy", "Malta", "Libya"),
    ),
    ("Syria and Israel began the ceasefire at dawn on Friday.", tie("agreement", "Syria", "Israel")),
    ("Sudan has normalised relations with Israel.", tie("agreement", "Sudan", "Israel")),
    ("Oman and Qatar have prolonged their ceasefire by six months.", tie("agreement", "Oman", "Qatar")),
    ("Yemen and Riyadh have kept to an unwritten truce.", tie("agreement", "Yemen", "Saudi Arabia")),
    (
        "Ethiopia and Eritrea laid down their arms under the Pretoria agreement.",
        tie("agreement", "Ethiopia", "Eritrea"),
    ),
    ("The pact obliges Manila and Washington to help each other.", tie("defence", "Philippines", "United States")),
    (
        "Moscow would regard an attack on Minsk as an attack on itself.",
        tie("defence", "Russia", "Belarus"),
    ),
]

WORDS: list[Row] = [
    (
        "Rwanda and Burundi, both in the East African Community, trade little.",
        tie("membership", "Rwanda", "Burundi", "East African Community"),
    ),
    ("Norway, though outside the European Union, pays for it.", tie("none", "Norway", "European Union")),
    ("Venezuela was thrown out of Mercosur.", tie("none", "Venezuela", "MERCOSUR")),
    ("Slovenia, a NATO country, has taken in refugees.", tie("membership", "Slovenia", "NATO")),
    (
        "The Liberal Union and the Farmers' Party, both partners in the coalition, opposed it.",
        tie("alliance", "Liberal Union", "Farmers' Party"),
    ),
    ("Nigeria pumped less oil. The OPEC nation needs money.", tie("membership", "Nigeria", "OPEC")),
    (
        "Hungary is short of doctors. Hungary has asked fellow EU members for help.",
        tie("membership", "Hungary", "European Union"),
    ),
    (
        "Bulgaria is the poorest country in the 27-nation European Union.",
        tie("membership", "Bulgaria", "European Union"),
    ),
    (
        "Soldiers could go, with NATO members Norway and Denmark first.",
        tie("membership", "Norway", "Denmark", "NATO"),
    ),
    (
        "The three Baltic states -- Estonia, Latvia and Lithuania -- joined NATO in 2004.",
        tie("membership", "Estonia", "Latvia", "Lithuania", "NATO"),
    ),
    ("Rebels fired on Malian troops and their local militia allies.", tie("alliance", "Mali", "local militia allies")),
    (
        "Washington assured the Philippines of its support if it faced aggression from China.",
        tie("defence", "United States", "Philippines"),
    ),
]

NONE: list[str] = [
    "Both sides agree that the dialogue brought no agreement.",
    "The minister declared his agreement with the aims of Spain and Portugal.",
    "Sudan and Chad have agreed to a request by Kenya.",
    "The ministers of Malta and Cyprus signed documents of accession.",
    "Aid must reach Sudan in line with UN protocols, Kenya said.",
    "Brussels took Malta, which was late, to the European Court of Justice.",
    "The council welcomed the pledges made by Ghana, Togo and Benin.",
    "Fiji dismissed a report that it would sign a security pact with Tonga.",
    "The paper that Peru and Chile will sign is not a security pact.",
    "Rashid agreed to take part in talks in London on reaching a settlement with Chad.",
    "The leaders of France and Germany helped broker the deal.",
    "These steps are a bridge to Ukraine's membership in NATO.",
    "Envoys saw a chance of a truce between Israel and Syria.",
    "A majority of UN member states asked Israel to leave.",
]


@pytest.mark.parametrize(("text", "expected"), [*MAKERS, *KEPT, *WORDS])
def test_a_deal_has_the_parties_that_made_it(text: str, expected: set[Tie]) -> None:
    assert {(frozenset(c.parties), c.tie) for c in code_sentences(text).commitments} == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_deal_or_names_no_sides_gives_none(text: str) -> None:
    assert not code_sentences(text).commitments

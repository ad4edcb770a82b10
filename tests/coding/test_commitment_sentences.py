"""Commitments: sentences that state a tie, or its absence, labelled by hand before the rules were tuned."""

import pytest
from tests.coding.sentences import code_sentences

NATO, EU, ECOWAS, CSTO = "NATO", "European Union", "ECOWAS", "Collective Security Treaty Organization"
Row = tuple[str, set[tuple[frozenset[str], str]]]


def tie(kind: str, *parties: str) -> set[tuple[frozenset[str], str]]:
    return {(frozenset(parties), kind)}


TIES: list[Row] = [
    (
        "The Gulf Cooperation Council, of which Oman is one of the founders, met.",
        tie("membership", "Oman", "Gulf Cooperation Council"),
    ),
    ("Laos is not a party to the Ottawa Convention.", tie("none", "Laos", "Ottawa Convention")),
    (
        "Envoys regretted the suspension of Mali from membership of the African Union.",
        tie("none", "Mali", "African Union"),
    ),
    ("Qatar may withdraw from OPEC.", tie("membership", "Qatar", "OPEC")),
    ("Hungary threatened to leave the European Union.", tie("membership", "Hungary", EU)),
    ("The African Union praised Morocco, a member since 2017.", tie("membership", "Morocco", "African Union")),
    (
        "The customs union between Armenia and Russia came into force in January.",
        tie("agreement", "Armenia", "Russia"),
    ),
    (
        "Chad and Niger met in May. France signed a mutual assistance declaration with both applicants.",
        tie("defence", "France", "Chad", "Niger"),
    ),
    (
        "Iran pumped more oil following a deal with France over its reactors.",
        tie("agreement", "France", "Iran"),
    ),
    (
        "The talks headed off a clash between the two NATO partners, Greece and Turkey.",
        tie("membership", "Greece", "Turkey", NATO),
    ),
    ("Croatia is a member of the European Union.", tie("membership", "Croatia", EU)),
    ("Finland joined NATO in 2023.", tie("membership", "Finland", NATO)),
    (
        "The African trio is made up of Ghana, Togo and Benin, members of the African Union.",
        tie("membership", "Ghana", "Togo", "Benin", "African Union"),
    ),
    (
        "Botswana, which chairs the African Union this year, sent envoys.",
        tie("membership", "Botswana", "African Union"),
    ),
    ("NATO met in Vilnius. Moldova is not a member.", tie("none", "Moldova", NATO)),
    ("Hungary and Slovakia remain allies of Poland.", tie("alliance", "Hungary", "Slovakia", "Poland")),
    (
        "Armenia froze its membership of the Collective Security Treaty Organization.",
        tie("membership", "Armenia", CSTO),
    ),
    ("Armenia belongs to the CSTO.", tie("membership", "Armenia", CSTO)),
    ("Slovenia and Croatia have been members of NATO for years.", tie("membership", "Slovenia", "Croatia", NATO)),
    ("Vietnam was admitted to ASEAN in 1995.", tie("membership", "Vietnam", "ASEAN")),
    ("The United States is bound by treaty to defend Japan.", tie("defence", "United States", "Japan")),
    ("France has promised to protect Chad against any attack.", tie("defence", "France", "Chad")),
    (
        "Under a mutual defence treaty, the United States would come to the aid of South Korea.",
        tie("defence", "United States", "South Korea"),
    ),
    ("Belarus and Russia have a mutual defence pact.", tie("defence", "Belarus", "Russia")),
    ("Britain gave Kuwait a security guarantee.", tie("defence", "United Kingdom", "Kuwait")),
    ("Armenia invoked Article 4 of the CSTO treaty.", tie("defence", "Armenia", CSTO)),
    ("Azerbaijan and Turkey are close allies.", tie("alliance", "Azerbaijan", "Turkey")),
    ("Syria is an ally of Iran.", tie("alliance", "Syria", "Iran")),
    ("Saudi Arabia formed a coalition with Egypt and Jordan.", tie("alliance", "Saudi Arabia", "Egypt", "Jordan")),
    ("Pakistan is allied with China.", tie("alliance", "Pakistan", "China")),
    ("Oman announced an alliance to protect ships, which Kuwait joined.", tie("alliance", "Oman", "Kuwait")),
    ("Ethiopia and Somaliland signed a memorandum on access to the sea.", tie("agreement", "Ethiopia", "Somaliland")),
    ("Kosovo signed an agreement with Serbia on number plates.", tie("agreement", "Kosovo", "Serbia")),
    ("Colombia and Peru have reached a deal on fishing.", tie("agreement", "Colombia", "Peru")),
    ("The accord between Chad and Sudan was signed in Dakar.", tie("agreement", "Chad", "Sudan")),
    ("Rwanda entered into a pact with Burundi.", tie("agreement", "Rwanda", "Burundi")),
    ("Georgia is not a member of NATO.", tie("none", "Georgia", NATO)),
    ("Talks between Serbia and Kosovo ended without an agreement.", tie("none", "Serbia", "Kosovo")),
    ("Burkina Faso left ECOWAS in January.", tie("none", "Burkina Faso", ECOWAS)),
    ("Taiwan and Paraguay have no defence treaty.", tie("none", "Taiwan", "Paraguay")),
    ("Switzerland does not belong to the European Union.", tie("none", "Switzerland", EU)),
    ("Guinea, suspended from ECOWAS since the coup, sent nobody.", tie("none", "Guinea", ECOWAS)),
    ("Qatar is no longer a member of OPEC.", tie("none", "Qatar", "OPEC")),
    ("Britain withdrew from the European Union.", tie("none", "United Kingdom", EU)),
]

NONE: list[Row] = [
    ("Officials said that Chad would have left the African Union.", set()),
    ("It might become the first Kenyan and Ugandan deal in ten years.", set()),
    ("Allies of the president met in Caracas.", set()),
    ("Iran-backed militias fired rockets.", set()),
    ("Ali Bongo, the leader of the party, resigned.", set()),
    ("Ukraine wants to join the European Union.", set()),
    ("Serbia could join the European Union by 2030.", set()),
    ("Moldova said it would sign the agreement with Romania.", set()),
    ("The members of the committee left early.", set()),
    ("Lawyers for the company reached an agreement with the seller.", set()),
    ("If Armenia left the CSTO, Russia would be angry.", set()),
    ("Turkey blocked a deal between Israel and Cyprus.", set()),
    ("Nepal denied that it had signed a pact with China.", set()),
    ("Brazil left the meeting.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [*TIES, *NONE])
def test_sentence_gives_commitments(sentence: str, expected: set[tuple[frozenset[str], str]]) -> None:
    assert {(frozenset(c.parties), c.tie) for c in code_sentences(sentence).commitments} == expected

"""Positions in plain reported prose: terms, verdicts, acts of all sorts of parties, what is only hoped or feared."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str, str]]]


def each(stance: str, *sides: str) -> set[tuple[str, str]]:
    return {(side, stance) for side in sides}


ANY_MATTER: list[Row] = [
    ("Morocco's foreign minister praised the compromise on fishing.", each("support", "Morocco")),
    ("Denmark hailed the compromise over the seabed.", each("support", "Denmark")),
    ("Peru and Chile dislike the idea of a common currency.", each("oppose", "Peru", "Chile")),
    ("Kenya criticised the haste of the auction.", each("oppose", "Kenya")),
    ("Ghana disputes the boundary drawn by the tribunal.", each("oppose", "Ghana")),
    ("Iran is adopting a harder tone.", set()),
    ("Nigeria's president praised the minister.", set()),
]

TERMS: list[Row] = [
    (
        "Norway backs the seabed treaty, but Iceland's premier vowed to block it unless the quotas were raised.",
        {("Norway", "support"), ("Iceland", "conditional"), ("Iceland", "support")},
    ),
    ("Kenya has argued for sanctions, and Uganda moved only when its own border was closed.", each("support", "Kenya")),
    ("Algeria is willing to reopen the border as long as Rabat frees the prisoners.", each("conditional", "Algeria")),
    ("Oman would accept a ruling of the tribunal should Yemen apply for one.", each("conditional", "Oman")),
    (
        "Chad would agree to talks only under the condition that the rebels leave the capital.",
        each("conditional", "Chad"),
    ),
    ("Brazil said that its support for the deal was contingent on lower tariffs.", each("conditional", "Brazil")),
    (
        "Sudan agreed to cut output but said the step depended on Libya joining in.",
        each("support", "Sudan") | each("conditional", "Sudan"),
    ),
]

SAID: list[Row] = [
    ("Finland said that it would not negotiate while its ship was held.", each("oppose", "Finland")),
    ("Japan said that it would not take sides in the dispute over the islets.", each("neutral", "Japan")),
    ("Latvia would not take sides on the blockade of the strait.", each("neutral", "Latvia")),
    ("Portugal's president said his country could send a field hospital.", each("open", "Portugal")),
    ("Tunisia's prime minister has said he could appeal to the African Union to block the vote.",
     each("open", "Tunisia")),
    ("Kuwait is to decide on the ceasefire plan later.", each("open", "Kuwait")),
    ("Croatia said it needed more time to consider the pipeline deal.", each("open", "Croatia")),
]  # fmt: skip

HELD_BACK: list[Row] = [
    ("Fiji refused to take sides in the war.", each("neutral", "Fiji")),
    ("Samoa reserved its position on the canal treaty.", each("neutral", "Samoa")),
    ("The aid came too late for Togo to accept it.", set()),
    ("Norway said the protocol was never ratified.", set()),
    ("Zambia indicated that it would not agree to halt the exports.", each("oppose", "Zambia")),
]

AHEAD: list[Row] = [
    ("Chile is set to ban the imports.", each("support", "Chile")),
    ("Austria's president is going to dissolve the assembly.", each("support", "Austria")),
    ("Nepal undertook to reopen the crossing.", each("support", "Nepal")),
    ("Tonga exhorted both sides to sign the truce.", each("support", "Tonga")),
    ("Japan promised vehicles.", set()),
    ("The war was about to end the deal.", set()),
    ("Ghana may be set to recall its envoy.", set()),
]

VERDICTS: list[Row] = [
    ("Serbia called the annexation an act of treason.", each("oppose", "Serbia")),
    ("Bolivia described as \"absurd\" the decision to close the border.", each("oppose", "Bolivia")),
    ("Togo has questioned the legality of the election.", each("oppose", "Togo")),
    ("Mali condemned the suspension of its president as a \"coup\".", each("oppose", "Mali")),
]  # fmt: skip

ONLY_THOUGHT: list[Row] = [
    ("Traders bought grain on fears that Russia may reject the deal.", set()),
    ("Investors hoped that Turkey would adopt the plan.", set()),
    ("Speculation that Egypt could veto the treaty drove prices up.", set()),
    ("Any nation wanting to leave the treaty must wait three years.", set()),
    ("The treaty enters into force once at least 40 states have ratified it.", set()),
]

ACTS: list[Row] = [
    ("Latvia, which has signed the treaty, is a member of the council.", each("support", "Latvia")),
    ("Officials said that Ghana had released the trawler.", each("support", "Ghana")),
    ("Togo's president dissolved the assembly on Monday.", each("support", "Togo")),
    ("Chile renewed its commitment not to deport the refugees.", each("oppose", "Chile")),
    ("Peru reaffirmed its backing for the ceasefire.", each("support", "Peru")),
    ("Cuba made a new call for lower tariffs.", each("support", "Cuba")),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*ANY_MATTER, *TERMS, *SAID, *VERDICTS, *HELD_BACK, *AHEAD, *ONLY_THOUGHT, *ACTS]
)
def test_plain_prose_gives_positions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions} == expected

"""Commitments: whole sentences as agencies write them, and near misses; labelled before tuning."""

import pytest
from tests.coding.sentences import code_sentences

Tie = tuple[str, frozenset[str]]


def tie(kind: str, *parties: str) -> set[Tie]:
    return {(kind, frozenset(parties))}


TIES: list[tuple[str, set[Tie]]] = [
    ("Hungary, an EU member, has refused to sign the statement.", tie("membership", "Hungary", "European Union")),
    ("NATO members Greece and Turkey have argued over the islands for decades.",
     tie("membership", "Greece", "Turkey", "NATO")),
    ("Montenegro joined the alliance, NATO, in 2017.", tie("membership", "Montenegro", "NATO")),
    ("As a member of ASEAN, Laos will host the summit.", tie("membership", "Laos", "ASEAN")),
    ("Serbia is neither a member of NATO nor of the European Union.",
     tie("none", "Serbia", "NATO") | tie("none", "Serbia", "European Union")),
    ("Morocco, which is not a member of the Arab League's council, protested.", set()),
    ("Mali quit ECOWAS last year.", tie("none", "Mali", "ECOWAS")),
    ("The African Union suspended Gabon after the coup.", tie("none", "Gabon", "African Union")),
    ("Gabon was suspended from the African Union after the coup.", tie("none", "Gabon", "African Union")),
    ("Georgia and Ukraine are not covered by NATO's collective defence.", tie("none", "Georgia", "Ukraine", "NATO")),
    ("The United States and Japan signed a mutual defence treaty in 1960.", tie("defence", "United States", "Japan")),
    ("Australia has a security treaty with New Zealand.", tie("defence", "Australia", "New Zealand")),
    ("Iran's ally Hezbollah stayed out of the fighting.", tie("alliance", "Iran", "Hezbollah")),
    ("Belarus, a close ally of Russia, closed the crossing.", tie("alliance", "Belarus", "Russia")),
    ("Cuba and Venezuela are allies.", tie("alliance", "Cuba", "Venezuela")),
    ("Eritrea and Djibouti signed a peace agreement in Jeddah.", tie("agreement", "Eritrea", "Djibouti")),
    ("Bolivia struck a gas deal with Argentina.", tie("agreement", "Bolivia", "Argentina")),
    ("Israel and Hamas have agreed to a ceasefire, mediators in Doha said.", tie("agreement", "Israel", "Hamas")),
    ("A ceasefire between Thailand and Cambodia was signed in Kuala Lumpur.", tie("agreement", "Thailand", "Cambodia")),
    ("India has suspended the Indus water treaty with Pakistan.", tie("none", "India", "Pakistan")),
    ("Kenya and Uganda failed to reach a deal on the island.", tie("none", "Kenya", "Uganda")),
    ("Two days of talks between Guyana and Venezuela ended without an agreement.", tie("none", "Guyana", "Venezuela")),
    ("Under a 1994 accord between Israel and Jordan, the valley was leased.", tie("agreement", "Israel", "Jordan")),
    ("Chad tore up its defence agreement with France.", tie("none", "Chad", "France")),
    # Who may leave is in it.
    ("Nepal could leave SAARC, its prime minister hinted.", {("membership", frozenset({"Nepal", "SAARC"}))}),
]  # fmt: skip

NONE: list[str] = [
    "Finland applied to join NATO in May.",
    "Members of the Security Council met behind closed doors.",
    "Kenya is seeking a trade deal with India.",
    "An ally of the prime minister of Malaysia resigned.",
    "A deal between Egypt and Ethiopia is not in sight.",
    "The Saudi-led airstrikes went on.",
    "Peru's foreign minister joined the meeting late.",
    "Sudan's army left the town.",
    "If Kosovo joined the Council of Europe, Serbia would leave it.",
    "Algeria urged Mali and Niger to sign an accord.",
    "The leader of the Liberal Party made a speech in Ottawa.",
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TIES)
def test_a_tie_is_found_with_its_parties(sentence: str, expected: set[Tie]) -> None:
    assert {(c.tie, frozenset(c.parties)) for c in code_sentences(sentence).commitments} == expected


@pytest.mark.parametrize("sentence", NONE)
def test_no_tie_is_found_where_none_is_stated(sentence: str) -> None:
    assert code_sentences(sentence).commitments == ()


def test_these_states_are_those_named_before() -> None:
    text = "Fiji, Tonga and Samoa border the disputed waters off Chile. These states are members of the Commonwealth."
    (found,) = code_sentences(text).commitments
    assert {"Fiji", "Tonga", "Samoa"} < set(found.parties)
    assert "Chile" not in found.parties


def test_a_tie_told_twice_is_coded_once() -> None:
    text = "Togo is a member of ECOWAS. The army is small. Togo, a member of ECOWAS, has sent no troops."
    assert len(code_sentences(text).commitments) == 1

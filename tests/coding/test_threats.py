"""Threats: whole sentences as agencies write them, and texts in which nobody threatens; labelled before tuning."""

import pytest
from tests.coding.sentences import code_sentences

THREATS = [
    ('Venezuela will respond "with all its might" to any incursion, its defence minister said on television.',
     "Venezuela"),
    ("Rwanda's foreign minister warned that Kigali would take countermeasures if Belgium imposed sanctions.", "Rwanda"),
    ("\"We will not hesitate to use force if our waters are violated,\" said Peru's President Dina Boluarte.", "Peru"),
    ("Yerevan warned Baku on Tuesday of serious consequences if the shelling went on.", "Armenia"),
    ("Hezbollah vowed revenge for the killing of its commander.", "Hezbollah"),
    ("The junta in Myanmar threatened to cut off electricity to the rebels.", "Myanmar"),
    ("ECOWAS gave the generals one week to restore the constitution or face military action.", "ECOWAS"),
    ("The European Union has threatened Georgia with a suspension of visa-free travel.", "European Union"),
    ("Donald Trump said Mexico would face tariffs of 30 percent unless it stopped the smugglers.", "United States"),
    ("\"Those who attack us will regret it,\" Iranian President Masoud Pezeshkian wrote on X.", "Iran"),
    ("\"Those who arm the rebels will pay for it,\" said Chad's President Mahamat Deby.", "Chad"),
    ("Iran's navy warned that any invaders would share the fate of the crusaders.", "Iran"),
    ("The African Union gave Gabon until Friday to free the president.", "African Union"),
    ("Unless the hostages are freed by Friday, the bombing will begin, Turkish President Ozal warned.", "Turkey"),
    ("China's foreign ministry said Lithuania would pay the price for its mistake.", "China"),
    ("Kosovo's prime minister said any attempt to seize the north would be met with force.", "Kosovo"),
    ("Eritrea threatened to close its airspace to Ethiopian planes.", "Eritrea"),
    ("Islamabad said it would treat the diversion of the river as an act of war.", "Pakistan"),
    ("Unless the blockade is lifted, Qatar will withdraw from the council, its emir said.", "Qatar"),
    ("Transnistria would turn off the gas if Moldova closed the road, its leader said.", "Transnistria"),
    ("The Taliban said foreign troops that remained beyond the deadline would be attacked.", "Taliban"),
    ("Spain threatened to veto the accord unless Gibraltar was mentioned in it.", "Spain"),
    ("If a single rocket lands in Israel, Lebanon will burn, Israeli Defence Minister Israel Katz said.", "Israel"),
    ("Burundi has threatened Rwanda with retaliation.", "Burundi"),
    ("There will be a response, Thai Foreign Minister Maris Sangiampongsa told Cambodia.", "Thailand"),
]  # fmt: skip

NONE: list[str] = [
    "The World Food Programme warned that two million people would starve if the border stayed closed.",
    "Economists say tariffs would hit Canada hard if they come.",
    "Kuwait fears that Iraq would retaliate.",
    "Mozambique offered talks if the insurgents laid down their arms.",
    "Iceland put its coast guard on alert after the incident.",
    "Ethiopia denied that it had threatened Somalia.",
    "The minister said the harvest would suffer if the rain did not come.",
    "South Korea said it would resume aid if the North returned to talks.",
    "Cyprus accused Turkey of threatening to drill in its waters.",
    "Azerbaijan attacked the town after the ultimatum had expired.",
    "Nigeria will meet its quota next month, its oil minister said.",
    "Ghana said it would take part in the summit if it was invited.",
    "\"If we lose the vote, we will try again,\" the Danish minister said.",
    "The bridge would collapse if the flood rose, the mayor of Maputo said.",
    "Egypt would lose water if the dam were filled, its irrigation minister said.",
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "by"), THREATS)
def test_a_threat_is_found_with_its_side(sentence: str, by: str) -> None:
    assert {t.on_behalf_of or t.by for t in code_sentences(sentence).threats} == {by}


@pytest.mark.parametrize("sentence", NONE)
def test_no_threat_is_found_where_none_is_made(sentence: str) -> None:
    assert code_sentences(sentence).threats == ()


def test_joint_threateners_give_one_record_each() -> None:
    threats = code_sentences("Chad and Niger threatened to leave the pact if soldiers crossed the border.").threats
    assert [t.by for t in threats] == ["Chad", "Niger"]
    assert {t.condition for t in threats} == {"if soldiers crossed the border"}


def test_a_threat_told_twice_is_coded_once() -> None:
    text = (
        "Oman will close the port if the sanctions stay, its ambassador said on Monday. The summit opened in Doha. "
        "On Tuesday the ambassador of Oman repeated that Oman will close the port if the sanctions stay."
    )
    assert len(code_sentences(text).threats) == 1

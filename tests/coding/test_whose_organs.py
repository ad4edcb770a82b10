"""Whose an organ, a council or a fighter is where the phrase itself does not say it, and names told from others.

Each rule has sentences that look like its case and are none.
"""

import pytest
from tests.coding.sentences import code_sentences

ORGANS: list[tuple[str, set[tuple[str, str | None]]]] = [
    ("The Congress in Lima approved the levy.", {("Congress of Peru", "Peru")}),
    ("Chile recalled its envoy. The Senate approved the treaty.", {("Senate of Chile", "Chile")}),
    ("The group was banned in Ghana by the Supreme Court.", {("Supreme Court of Ghana", "Ghana")}),
    ("In Bishkek the Supreme Soviet rejected the treaty.", {("Supreme Soviet of Kyrgyzstan", "Kyrgyzstan")}),
    ("Kenya closed the camp. The Navy fired on a boat.", {("Kenyan Navy", "Kenya")}),
    (
        "The Supreme Court of Chad rejected it. Mali left. The Supreme Court said so.",
        {("Supreme Court of Chad", "Chad")},
    ),
    ("Washington offered help. The Senate approved the treaty.", {("United States Senate", "United States")}),
    (
        "Ukraine, said the United States, needs shells. Congress rejected the bill.",
        {("United States Congress", "United States")},
    ),
]


@pytest.mark.parametrize(("text", "organs"), ORGANS)
def test_an_organ_without_its_state_is_that_of_the_state_spoken_of(text: str, organs: set[tuple[str, str]]) -> None:
    coded = code_sentences(text).records
    assert {(r.name, r.acts_for) for r in coded if r.kind == "actor" and r.type == "organisation"} == organs


SPEAKERS: list[tuple[str, list[str]]] = [
    ("Kabul closed the pass. The Foreign Ministry said the road was shut.", ["Afghanistan"]),
    ("Quito would talk if Peru left. The Foreign Ministry said the road was shut.", ["Ecuador"]),
    ("Togo's opposition and senior officials said the vote was fair.", ["Togo opposition", "Togo"]),
    ("Togo's opposition and local officials in Accra said the vote was fair.", ["Togo opposition", "Ghana"]),
    ("Fighters from al-Qaeda in the Arabian Peninsula (AQAP) said so.", ["al-Qaeda in the Arabian Peninsula"]),
    ("Fighters from Sanaa in the Arabian highlands said so.", ["fighters from Yemen"]),
    ("AQIM militants said the town had fallen.", ["al-Qaeda in the Islamic Maghreb"]),
    ("Ethnic Germans said the law was unjust.", ["ethnic Germans"]),
    ("Germans said the law was unjust.", ["Germany"]),
    ("Ethnic Hungarian rebels said the law was unjust.", ["ethnic Hungarian rebels"]),
    ("The Arab states said the plan was dead.", ["Arab states"]),
    ("Some US lawmakers said the plan was dead.", ["US lawmakers"]),
    ("Senator Anne Le Goff left. Senator Le Goff said the plan was dead.", ["Anne Le Goff"]),
    ("Senator Anne Le Goff left. Senator Le Bras said the plan was dead.", ["Le Bras"]),
    ("Mr. M. Perumal said the plan was dead.", ["M. Perumal"]),
    ("The Permanent Council of the OSCE met. The Permanent Council said so.", ["Permanent Council of OSCE"]),
    ("The Permanent Council of Elders met. The Permanent Council said so.", ["Permanent Council"]),
    ("Benjamin Netanyahu met Kerry. The Israeli leader said the plan was dead.", ["Benjamin Netanyahu"]),
    ("BRUSSELS The European Union said the plan was dead.", ["European Union"]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_a_phrase_without_its_owner_leads_to_whom_the_text_means(text: str, speakers: list[str]) -> None:
    coded = code_sentences(text, "2016-05-02").records
    assert [r.speaker for r in coded if r.kind == "statement"] == speakers


NO_ACTORS: list[tuple[str, str]] = [
    ("Ghana closed the port. (Reporting by Ana Ruiz; Editing by Luis Soto and Mia Berg)", "Mia Berg"),
    ("Ghana closed the port. (Additional reporting by Ana Ruiz in Lima)", "Ana Ruiz"),
    ("Malawi ordered its army to pull out.", "Malawian army"),
    ("Chile quit the pact. The coalition said it was sorry.", "Congress of Chile"),
]


@pytest.mark.parametrize(("text", "name"), NO_ACTORS)
def test_writers_and_what_is_the_doers_own_are_no_actors(text: str, name: str) -> None:
    assert name not in {r.name for r in code_sentences(text).records if r.kind == "actor"}


def test_one_reported_by_another_is_an_actor() -> None:
    coded = code_sentences("The theft, reported by Ana Ruiz, shocked Ghana. Ana Ruiz accused Togo of it.").records
    assert "Ana Ruiz" in {r.name for r in coded if r.kind == "actor"}

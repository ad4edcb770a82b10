"""Positions that are shown by acts: votes told in lists, drafts tabled, orders, letters, demands, verdicts, steps."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str, str]]]


def each(stance: str, *sides: str) -> set[tuple[str, str]]:
    return {(side, stance) for side in sides}


VOTES: list[Row] = [
    (
        "The resolution on the ceasefire in Yemen was adopted with Chile, Norway and Togo in favour.",
        each("support", "Chile", "Norway", "Togo"),
    ),
    (
        "The council extended the arms embargo on Libya by 11 votes to none, with Brazil, Chad and India abstaining.",
        {("Brazil", "neutral"), ("Chad", "neutral"), ("India", "neutral")},
    ),
    (
        "9 votes to none, with Qatar and Jordan abstaining\n\nThe Security Council today authorized a police mission "
        "for the Comoros.",
        {("United Nations", "support"), ("Qatar", "neutral"), ("Jordan", "neutral")},
    ),
    (
        "The Nordic members - Denmark, Sweden and Finland - voted in favour of the seabed treaty.",
        each("support", "Denmark", "Sweden", "Finland"),
    ),
    ("Drafted by Peru and Kenya, the resolution on the blockade was adopted.", each("support", "Peru", "Kenya")),
    (
        "The text, which was tabled by Ireland and Mexico, demands a pause in the bombing of Aden.",
        each("support", "Ireland", "Mexico"),
    ),
    (
        "Bolivia and Cuba voted against the resolution on the blockade, with Ecuador and Peru absent.",
        {("Bolivia", "oppose"), ("Cuba", "oppose"), ("Ecuador", "neutral"), ("Peru", "neutral")},
    ),
    (
        "The assembly adopted the resolution on the strikes, with Fiji and Samoa voting against it.",
        each("oppose", "Fiji", "Samoa") | {("assembly", "support")},
    ),
    ("Chile, Norway and Togo sit on the council with India until December.", set()),
    ("The committee voted on a budget of $4 billion on Tuesday in New York.", set()),
]

DEMANDS: list[Row] = [
    ("Malawi asked in a letter that the sanctions on Zimbabwe be lifted.", each("support", "Malawi")),
    ("Algeria has invited both sides to new talks.", each("support", "Algeria")),
    (
        "Jordan's foreign minister, meanwhile, called on both sides \"to immediately free the prisoners and to respect "
        'the truce."',
        each("support", "Jordan"),
    ),
    ("Bangladesh wants Brussels to suspend the fisheries deal.", each("support", "Bangladesh")),
    ("The Angolan government wants the quotas scrapped.", each("support", "Angola")),
    ("Turkey called on Greece to stop the drilling off Crete.", each("oppose", "Turkey")),
    ("Slovenia's prime minister said it was essential to preserve the customs union.", each("support", "Slovenia")),
    ('"We have to rebuild the bridge by spring," Nepal\'s prime minister said.', each("support", "Nepal")),
    (
        "Cyprus's president stressed the need for the peacekeepers to stay in the buffer zone.",
        each("support", "Cyprus"),
    ),
    ("Uruguay pressed for a ban on deep-sea trawling, diplomats said.", each("support", "Uruguay")),
    ("Tunisia, whose government had requested the mission last May, sent no word.", each("support", "Tunisia")),
    ("Some Baltic allies said the alliance must go further.", each("support", "some Baltic allies")),
    ("This should send a clear message, Ukraine's minister said.", set()),
    ("On whether Japan will close the base, the minister gave no answer.", set()),
    ("Peru does not need foreign consent to hold the election.", set()),
]

ORDERED: list[Row] = [
    ("Zambia's president has ordered his army to prepare to leave Katanga.", each("support", "Zambia")),
    ("The leader of Hezbollah said that his men intended to keep their weapons.", each("support", "Hezbollah")),
    ("Portugal is also sending a company of engineers to Mozambique.", each("support", "Portugal")),
    (
        "The Netherlands and Chile advanced plans to lead a naval force off Yemen.",
        each("support", "Netherlands", "Chile"),
    ),
    ("Norway announced 40 million kroner for the trust fund.", each("support", "Norway")),
    ("Unions in Accra have called a boycott of French goods.", each("support", "unions in Accra")),
    ("Sweden called off the talks with Ankara that had been planned for May.", each("oppose", "Sweden")),
    ("Malaysia summoned the Chinese ambassador to lodge a protest over the patrols.", each("oppose", "Malaysia")),
    ("Armenia threatens to take the enclave back by force.", each("support", "Armenia")),
    ("Kuwait paid the salaries of teachers in 2009.", set()),
    ("The treaty that Egypt signed with Israel in 1979 still holds.", set()),
    ("The army of Chad shot down a drone near Abéché.", set()),
]

VERDICTS: list[Row] = [
    ("Russia vetoed the inquiry into the attack. Estonia's ambassador called the veto reckless.", {
        ("Russia", "oppose"), ("Estonia", "support")}),
    ("Kenya wants to extend the mission; Uganda would rather wait.", {("Kenya", "support"), ("Uganda", "oppose")}),
    ("Germany is in favour of the sanctions on Georgia, and Hungary is not.", {
        ("Germany", "support"), ("Hungary", "oppose")}),
    ("Ecuador said the ban on imports was unfair.", each("oppose", "Ecuador")),
    ("Zimbabwe condemned the murder of two tourists.", set()),
    ("Qatar says it opposes terrorism in all its forms.", set()),
]  # fmt: skip

GROUPS: list[Row] = [
    (
        "Some allies are against sending troops to Niger. Spain, Portugal and Italy oppose sending troops to Niger.",
        each("oppose", "Spain", "Portugal", "Italy"),
    ),
    (
        "Several members disagree with the ban on seal products. Malta, Cyprus and Greece reject the ban.",
        each("oppose", "Malta", "Cyprus", "Greece"),
    ),
    (
        "Other partners back the gas cap. Belgium and Latvia support the gas cap; Austria rejects it.",
        {("Belgium", "support"), ("Latvia", "support"), ("Austria", "oppose")},
    ),
]


UNREAD: list[Row] = [
    ("Elections had to be part of the accord, Ghana's delegate said.", each("support", "Ghana")),
    ("Niger promised trucks and Benin offered tents for the mission.", each("support", "Niger", "Benin")),
    ("Seoul has taken Hanoi off its list of trusted partners.", each("support", "South Korea")),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(row for rows in (VOTES, DEMANDS, ORDERED, VERDICTS, GROUPS) for row in rows),
        *(pytest.param(*row, marks=pytest.mark.xfail(strict=False)) for row in UNREAD),
    ],
)
def test_act_gives_positions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions} == expected

"""Positions in the dense style of wire and council reports: sentences labelled before the rules met them."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str, str]]]


def each(stance: str, *sides: str) -> set[tuple[str, str]]:
    return {(side, stance) for side in sides}


WIRE: list[Row] = [
    (
        "Poland's foreign minister said on Monday that Warsaw would not take part in the mission, while Romania "
        "offered two frigates.",
        {("Poland", "oppose"), ("Romania", "support")},
    ),
    ("Ethiopia insists on filling the reservoir in July, with or without a deal.", each("support", "Ethiopia")),
    ("Rwandan officials have denied any plan to annex the province.", set()),
    (
        "Sudan's army said it would only return to the talks if the militia left Khartoum.",
        {("Sudan", "conditional")},
    ),
    ("Chile has expelled the Venezuelan consul and recalled its own envoy.", each("support", "Chile")),
    ("The Kremlin said the deployment of missiles in Romania was unacceptable.", each("oppose", "Russia")),
    ("Cuba urged Washington to lift the embargo, which the White House has ruled out.", {
        ("Cuba", "support"), ("United States", "oppose")}),
    ("Kenya said it was ready to send 1,000 police officers to Port-au-Prince.", each("support", "Kenya")),
    ("Germany's chancellor left open whether Berlin would deliver the missiles.", each("open", "Germany")),
    ("Iraq's parliament voted to expel foreign troops.", each("support", "Iraq")),
    ("Angola, speaking for the African group, called for an immediate end to the fighting.", each("support", "Angola")),
    ("New Zealand welcomed the decision to suspend the trade talks with Fiji.", each("support", "New Zealand")),
    ("Pakistan has asked the World Bank to appoint a neutral expert.", each("support", "Pakistan")),
    (
        "The council adopted the ban on cluster bombs with Fiji in favour. The delegate of Sierra Leone, who voted in "
        "favour, said the text was balanced.",
        {("council", "support"), ("Fiji", "support"), ("Sierra Leone", "support")},
    ),
    ("Argentina summoned the British ambassador to protest against the drilling.", each("oppose", "Argentina")),
    ("Spain will contribute 300 soldiers to the force, its defence minister said.", each("support", "Spain")),
    ("Ecuador's government declared that it did not recognise the election in Caracas.", each("oppose", "Ecuador")),
    ("Nepal has repeatedly demanded the withdrawal of Indian troops from Kalapani.", each("support", "Nepal")),
    ("Norway is considering whether to join the price cap.", each("open", "Norway")),
    ("Morocco's king offered to reopen the border with Algeria.", each("support", "Morocco")),
    ("Senegal and Gambia signed a pact to patrol the river together.", each("support", "Senegal", "Gambia")),
    ("Tokyo said it had no intention of withdrawing from the treaty.", each("oppose", "Japan")),
    ("The European Commission plans to cut funding for Budapest.", each("support", "European Union")),
    ("The United States threatened to cut aid to Uganda over the law.", each("support", "United States")),
    ("South Sudan agreed to let the oil flow again.", each("support", "South Sudan")),
    ("Colombia would accept mediators from Norway, President Gustavo Petro said.", each("support", "Colombia")),
    ("Vietnam protested at the fishing ban, saying it violated its sovereignty.", each("oppose", "Vietnam")),
    ("Denmark's prime minister said that Greenland was not for sale.", each("oppose", "Denmark")),
    ("Georgia's president refused to sign the bill.", each("oppose", "Georgia")),
    ("Armenia has frozen its membership in the alliance.", each("support", "Armenia")),
    ("The rebels handed over 40 prisoners to the Red Cross.", set()),
    ("The minister flew to Doha on Tuesday.", set()),
    ("Oil prices rose after the attack on the tankers.", set()),
    ("Mexico has taken in 3,000 refugees since the coup.", set()),
    ("Two soldiers were killed when a mine exploded near Goma.", set()),
    ("The treaty entered into force in 1994.", set()),
    ("The prime minister blamed the opposition for the unrest.", set()),
    ("Analysts said the ruling could deepen the crisis.", set()),
    ("Villagers said they had heard shelling all night.", set()),
    ("The two ministers discussed trade and fishing over lunch.", set()),
    ("Turkey's economy has shrunk by two percent this year.", set()),
    ("Bolivia lost its coast in a war with Chile.", set()),
    ("Greece marked the day with a parade.", set()),
]  # fmt: skip

COUNCIL: list[Row] = [
    (
        "The representative of Guyana said the Council must act and that her country would support a stronger text.",
        each("support", "Guyana"),
    ),
    ("Slovenia's delegate regretted the veto and appealed for an immediate truce.", each("support", "Slovenia")),
    ("The observer of Palestine demanded that the occupation end.", each("oppose", "Palestine")),
    ("Algeria's representative, rejecting the draft, said it was unbalanced.", each("oppose", "Algeria")),
    ("Mozambique co-sponsored the resolution on the pirates, as did Ghana and Malta.", each(
        "support", "Mozambique", "Ghana", "Malta")),
    ("Explaining his vote, the delegate of Ecuador said he had abstained because the text was weak.", set()),
    ("The Assembly rejected the amendment on inspections by 80 votes to 40, with Egypt and Iran in favour.", {
        ("Assembly", "oppose"), ("Egypt", "support"), ("Iran", "support")}),
    ("The representative of Japan called for the immediate release of the crew.", each("support", "Japan")),
    ("The speaker for Pakistan said his delegation could not support the draft on the sanctions.", each(
        "oppose", "Pakistan")),
    ("Switzerland's representative encouraged both sides to return to the table.", each("support", "Switzerland")),
    ("France's delegate underscored the need for a ceasefire in Idlib.", each("support", "France")),
    ("The Republic of Korea's representative expressed support for the extension of the mission.", each(
        "support", "South Korea")),
]  # fmt: skip


UNREAD: list[Row] = [
    (
        "The Philippine president rejected a proposal by Beijing to explore jointly for gas near Reed Bank.",
        {("Philippines", "oppose"), ("China", "support")},
    ),
    (
        "Lithuania and Latvia want tougher sanctions; Hungary is blocking them.",
        {("Lithuania", "support"), ("Latvia", "support"), ("Hungary", "oppose")},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*WIRE, *COUNCIL, *(pytest.param(*row, marks=pytest.mark.xfail(strict=False)) for row in UNREAD)],
)
def test_sentence_gives_positions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions} == expected

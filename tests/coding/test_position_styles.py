"""Positions in other styles: wire, live blog, newsletter, report and debate, labelled before the rules were tuned."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str, str]]]

READ: list[Row] = [
    (
        ("BOGOTA (Newswire) - Colombia pressed Venezuela on Tuesday to reopen the border crossing at Cúcuta."),
        {("Colombia", "support")},
    ),
    (
        (
            "The General Assembly voted 87 to 14 to expel Libya from the Human Rights Council, with 20 "
            "abstentions. Angola and Nepal abstained."
        ),
        {("Angola", "neutral"), ("Nepal", "neutral"), ("United Nations", "support")},
    ),
    ("Pakistan insists that India withdraw its troops from the glacier.", {("Pakistan", "support")}),
    ("Portugal is still undecided about joining the naval mission off Somalia.", {("Portugal", "open")}),
    ("Kuwait has left the door open to sending aircraft to Jordan.", {("Kuwait", "open")}),
    ("Belgium has yet to decide whether to expel the Rwandan ambassador.", {("Belgium", "open")}),
    ("Georgia's parliament adopted a resolution to recognise Kosovo.", {("Georgia", "support")}),
    (
        ("Jordan said it would lift its ban on Syrian tomatoes once Damascus reopens the Nassib crossing."),
        {("Jordan", "conditional")},
    ),
    ("Turkey dropped its objections to Swedish membership of NATO on Monday.", {("Turkey", "support")}),
    (
        ("Kenya offered 1,000 police officers for the Haiti mission, while Brazil ruled out sending troops."),
        {("Brazil", "oppose"), ("Kenya", "support")},
    ),
    ("Cuba is against the blockade of Nicaragua's ports.", {("Cuba", "oppose")}),
    ("Rwanda is behind the plan to deploy African troops in Mozambique.", {("Rwanda", "support")}),
    ("Egypt threw its weight behind the ceasefire in Libya.", {("Egypt", "support")}),
    ("Bolivia came out in favour of a regional currency.", {("Bolivia", "support")}),
    ("Ireland has said no to the trade deal with Mercosur.", {("Ireland", "oppose")}),
    ("Niger turned its back on the security pact with Germany.", {("Niger", "oppose")}),
    ("Kazakhstan distanced itself from the plan to annex Donetsk.", {("Kazakhstan", "oppose")}),
    ("Chad repeated its call for the withdrawal of Sudanese fighters.", {("Chad", "support")}),
    ("Amid calls from Norway for an arms embargo, the fighting in Darfur went on.", {("Norway", "support")}),
    ("Serbia would rather keep the railway closed than let the soldiers through.", {("Serbia", "support")}),
    ("India does not recognise the Taliban government.", {("India", "oppose")}),
    ("Denmark has pledged 19 F-16 jets to Ukraine.", {("Denmark", "support")}),
    ("Indonesia co-sponsored the resolution on the withdrawal from Myanmar's townships.", {("Indonesia", "support")}),
    ("09:40 Cyprus: the port of Limassol will not be used for arms shipments.", {("Cyprus", "oppose")}),
    (
        "The motion was tabled by Ghana and seconded by Togo and Benin.",
        {("Benin", "support"), ("Ghana", "support"), ("Togo", "support")},
    ),
    (
        ("Malaysia and Brunei oppose dredging at the reef. They want an inquiry by the regional court."),
        {("Brunei", "oppose"), ("Brunei", "support"), ("Malaysia", "oppose"), ("Malaysia", "support")},
    ),
    ("Hungary sees no need for a new sanctions package.", {("Hungary", "oppose")}),
    (
        "The embargo, backed by Kenya, was criticised by Uganda as premature.",
        {("Kenya", "support"), ("Uganda", "oppose")},
    ),
    ("South Sudan worries about the flow of refugees.", set()),
    ("Zimbabwe's plan to seize the farms drew no reaction from Zambia.", {("Zimbabwe", "support")}),
    ("The delegates from Peru left the hall before the vote on the sanctions.", set()),
    ("Vietnam joined the United States-led patrols in the Gulf of Thailand.", {("Vietnam", "support")}),
    ("The Dutch government announced a delivery of 20 howitzers to Kyiv.", {("Netherlands", "support")}),
    (
        ("The junta accepted the resignation of the interim president and asked the population to stay at home."),
        {("junta", "support")},
    ),
    ("Turkish officials rejected the accusation that Ankara had supplied the drones.", set()),
    (
        "Argentina asked Britain to return to talks over the Falkland Islands. London said no.",
        {("Argentina", "support"), ("United Kingdom", "oppose")},
    ),
    ("The United Nations offered its condolences to the families of the victims.", set()),
    (
        "Vanuatu and Fiji submitted a draft to phase out coal. The text was rejected by Australia.",
        {("Australia", "oppose"), ("Fiji", "support"), ("Vanuatu", "support")},
    ),
    ("The king opened the new terminal, built with money from Kuwait.", set()),
    ("Eritrea denied that it had sent troops to Tigray.", set()),
    ("Police in Dakar arrested 40 supporters of the opposition.", set()),
    ("Malawi welcomed the agreement. Zambia called it a mistake.", {("Malawi", "support"), ("Zambia", "oppose")}),
    (
        "Libya's two governments have agreed to a prisoner swap; the swap was proposed by Algeria.",
        {("Algeria", "support"), ("Libya", "support")},
    ),
    ("Moscow does not want the issue on the agenda of the council.", {("Russia", "oppose")}),
    ("Iraq's parliament is divided over whether to ask the Americans to leave.", {("Iraq", "open")}),
    ('"We will never hand over the island," said Tokyo\'s envoy, Kenji Sato.', {("Japan", "oppose")}),
    ('"Stop arming the militias," the Sudanese foreign minister told the United Arab Emirates.', {("Sudan", "oppose")}),
    ("Nepal decided against joining the corridor project.", {("Nepal", "oppose")}),
    ("The truce, brokered by Qatar, has held since Sunday.", set()),
    ("Oil prices rose after Saudi Arabia considered a cut in output.", {("Saudi Arabia", "open")}),
    ("The rebels demanded the release of prisoners and the withdrawal of Rwandan troops.", {("rebels", "support")}),
    ("Germany has so far resisted calls to ban the party.", {("Germany", "oppose")}),
    (
        "Kiribati lent its support to the Chinese port plan, to which Australia objects.",
        {("Australia", "oppose"), ("Kiribati", "support")},
    ),
    ("The ambassador considers the embargo a mistake.", set()),
    ("Ministers discussed the weather and the harvest.", set()),
    ("Cameroon would only join the force if the African Union pays for it.", {("Cameroon", "conditional")}),
    ("France recalled its ambassador from Baku and suspended visas for officials.", set()),
]

UNREAD: list[Row] = [
    (
        ('"Get your soldiers out of our country," Mali\'s foreign minister, Abdoulaye Diop, told France.'),
        {("Mali", "support")},
    ),
    ("Fishermen in Guyana want compensation for the boats that were seized.", {("Fishermen in Guyana", "support")}),
    ("Lebanon's army will send two units to the border on Monday.", {("Lebanese Armed Forces", "support")}),
    (
        (
            "Prime Minister Mark Rutte of the Netherlands said the European Union must not lift its "
            "sanctions on Belarus before the elections."
        ),
        {("Netherlands", "oppose")},
    ),
    (
        "Sweden's request for an inquiry found support in Norway and Finland.",
        {("Finland", "support"), ("Norway", "support"), ("Sweden", "support")},
    ),
    (
        "Georgia's ruling party vowed to press ahead with the law despite criticism from Brussels.",
        {("European Union", "oppose"), ("Georgian Dream", "support")},
    ),
    ("Spain and Ireland joined South Africa's case against Israel.", {("Ireland", "support"), ("Spain", "support")}),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*READ, *(pytest.param(*row, marks=pytest.mark.xfail(strict=False)) for row in UNREAD)]
)
def test_text_gives_positions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions} == expected

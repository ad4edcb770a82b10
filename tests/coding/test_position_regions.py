"""Positions in other regions and crises: texts labelled before the rules met them, kept now against regress."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str, str]]]

READ: list[Row] = [
    (
        (
            "NAIROBI, March 3 - Uganda's president, Yoweri Museveni, urged Kinshasa to talk to the "
            "rebels, but Kinshasa said no."
        ),
        {("Democratic Republic of the Congo", "oppose"), ("Uganda", "support")},
    ),
    ("Lawmakers in Seoul voted 170 to 98 to extend the troops' mission in Iraq.", {("South Korea", "support")}),
    ("The Bahamas is pressing the United Nations to send a stronger force to Haiti.", {("Bahamas", "support")}),
    ("Bulgaria has yet to decide whether it will take part in the patrols in the Black Sea.", {("Bulgaria", "open")}),
    (
        "Slovenia said it could live with a longer transition, while Croatia ruled out any delay.",
        {("Croatia", "oppose"), ("Slovenia", "open")},
    ),
    ("Mozambique dropped its opposition to foreign troops in Cabo Delgado.", {("Mozambique", "support")}),
    (
        ("Once the prisoners are freed, Armenia will open its airspace to Azerbaijani flights, the ministry said."),
        {("Armenia", "conditional")},
    ),
    ("Ecuador's congress passed a bill to ban foreign military bases.", {("Ecuador", "support")}),
    ("Qatar threw its support behind the Kenyan mediation.", {("Qatar", "support")}),
    ("Mongolia does not want a Russian gas line through its territory.", {("Mongolia", "oppose")}),
    (
        (
            "In a letter, Tonga reaffirmed its call for a moratorium on seabed mining; Nauru wants to "
            "go ahead with the mining."
        ),
        {("Nauru", "support"), ("Tonga", "support")},
    ),
    ("Beijing has no plans to devalue its currency, a senior official said.", {("China", "oppose")}),
    ("Ottawa announced the withdrawal of its trainers from Niger.", {("Canada", "support")}),
    ("11:15 Norway: no Norwegian ships will join the convoy.", {("Norway", "oppose")}),
    (
        "Burundi, Rwanda and Tanzania joined the boycott of the summit.",
        {("Burundi", "support"), ("Rwanda", "support"), ("Tanzania", "support")},
    ),
    ("Sri Lanka is torn over whether to grant the Chinese survey ship access to its ports.", {("Sri Lanka", "open")}),
    ("Mr President, my government cannot accept this text, the delegate of Algeria said.", {("Algeria", "oppose")}),
    (
        (
            "The representative of Guyana said his country supported the Secretary-General's call for "
            "an international force."
        ),
        {("Guyana", "support")},
    ),
    (
        "Spain's request to extend the fishing accord was turned down by Morocco.",
        {("Morocco", "oppose"), ("Spain", "support")},
    ),
    ("Peruvian ministers are considering whether to recall the ambassador from Mexico City.", {("Peru", "open")}),
    ("Iceland stopped short of backing a whaling ban.", set()),
    ("Somaliland's foreign minister hailed the port deal with Ethiopia.", {("Somaliland", "support")}),
    ("Analysts say the junta in Mali could invite more mercenaries.", set()),
    ("Residents of Khartoum fear a new offensive.", set()),
    ("Egypt blamed Ethiopia for the failure of the talks.", set()),
    ("The storm delayed the peace talks between Togo and Benin.", set()),
    (
        ("Montenegro threw out the idea of a customs union with Serbia, whereas North Macedonia embraced it."),
        {("Montenegro", "oppose"), ("North Macedonia", "support")},
    ),
    ("Yerevan, March 4. Armenia is leaning towards buying French radars.", {("Armenia", "open")}),
    (
        (
            "The prime minister of Trinidad and Tobago, Keith Rowley, told parliament that his "
            "government would not take part in any naval blockade of Venezuela."
        ),
        {("Trinidad and Tobago", "oppose")},
    ),
    (
        "Djibouti and Ethiopia signed an agreement to share the port on Thursday.",
        {("Djibouti", "support"), ("Ethiopia", "support")},
    ),
    ("Rights groups urged Thailand not to deport the Uyghurs.", {("rights groups", "oppose")}),
    ("The Kremlin dismissed the proposal for a 30-day truce.", {("Russia", "oppose")}),
    (
        (
            "Japan's cabinet approved a plan to release the treated water into the sea; China and South"
            " Korea condemned the decision."
        ),
        {("China", "oppose"), ("Japan", "support"), ("South Korea", "oppose")},
    ),
    ("Malta and Italy refused to let the ship dock.", {("Italy", "oppose"), ("Malta", "oppose")}),
    ("Costa Rica's delegate said her country could not support the amendment.", {("Costa Rica", "oppose")}),
    ("Burkina Faso has not ruled out leaving the currency union.", {("Burkina Faso", "open")}),
    (
        "Tajikistan said it would reopen the crossing as soon as Kyrgyz troops pull back.",
        {("Tajikistan", "conditional")},
    ),
    ("Saudi Arabia and Iran agreed to restore ties.", {("Iran", "support"), ("Saudi Arabia", "support")}),
    (
        "Namibia opposes South Africa's bid to build a dam on the Orange river.",
        {("Namibia", "oppose"), ("South Africa", "support")},
    ),
    ("The mayor of Odesa thanked the volunteers.", set()),
    ("Cholera has killed 200 people in Malawi, the health ministry said.", set()),
    ("Observers noted that turnout was low in the capital.", set()),
    ("Finland's foreign minister met her Estonian colleague in Tallinn on Friday.", set()),
    ("Bangladesh says Myanmar fired shells across the border.", set()),
    ("Cyprus has blocked the opening of new chapters in Turkey's accession talks.", {("Cyprus", "oppose")}),
    (
        "Washington is considering whether to remove Sudan from its list of sponsors of terrorism.",
        {("United States", "open")},
    ),
    (
        "Gabon and Equatorial Guinea agreed to take the island dispute to the court in The Hague.",
        {("Equatorial Guinea", "support"), ("Gabon", "support")},
    ),
    ("Delhi has no plans to reopen the trade route, officials in India said.", {("India", "oppose")}),
    ("Nicaragua withdrew its support for the Chinese canal.", {("Nicaragua", "oppose")}),
    (
        "Zambia and Angola pledged a battalion each to the force in Congo.",
        {("Angola", "support"), ("Zambia", "support")},
    ),
    (
        ("Mexico's president, Claudia Sheinbaum, said her country would never accept foreign troops on its soil."),
        {("Mexico", "oppose")},
    ),
    ("The Houthis demanded an end to the blockade of Hodeidah.", {("Houthi movement", "oppose")}),
    (
        "Botswana called on Zimbabwe to free the journalists, a demand echoed by Zambia.",
        {("Botswana", "support"), ("Zambia", "support")},
    ),
    (
        "Turkmenistan will not join the pipeline scheme unless Azerbaijan settles its debt.",
        {("Turkmenistan", "conditional")},
    ),
    (
        ("Estonia's foreign minister, Margus Tsahkna, backed the idea of shooting down drones over the Baltic."),
        {("Estonia", "support")},
    ),
    ("Opposition parties in Togo rejected the new constitution.", {("opposition parties in Togo", "oppose")}),
    ("If Kosovo joins the council, Serbia will leave it, Belgrade warned.", {("Serbia", "oppose")}),
    ("Thousands fled the town of Goma.", set()),
    ("The ministers of Iraq and Syria held talks in Amman.", set()),
    ("Norway's oil fund sold its shares in the company last year.", set()),
    ("Experts say a blockade would hurt Taiwan.", set()),
    ("Austria voiced scepticism about the enlargement.", {("Austria", "oppose")}),
    (
        "The Philippines signed the defence pact with Japan despite protests from Beijing.",
        {("China", "oppose"), ("Japan", "support"), ("Philippines", "support")},
    ),
    ("Liberia is ready to host the talks but will not pay for them.", {("Liberia", "oppose"), ("Liberia", "support")}),
    ("Latvia is sending 40 drones to Moldova.", {("Latvia", "support")}),
    ("Canada imposed sanctions on 14 Haitian businessmen.", {("Canada", "support")}),
    ("The World Bank froze its loans to Uganda.", {("World Bank", "support")}),
]

UNREAD: list[Row] = [
    (
        "Estonia has promised 60 howitzers and Latvia will send helicopters.",
        {("Estonia", "support"), ("Latvia", "support")},
    ),
    (
        ("Thailand is all for a ceasefire on the border, its envoy told the council, but against foreign observers."),
        {("Thailand", "oppose"), ("Thailand", "support")},
    ),
    (
        ("The draft, submitted by Mexico and co-sponsored by Chile and Costa Rica, calls for a pause in the drilling."),
        {("Chile", "support"), ("Costa Rica", "support"), ("Mexico", "support")},
    ),
    ("Opponents of the dam, among them Sudan, want the filling halted.", {("Sudan", "oppose")}),
    (
        "Israel wants Hezbollah off the border; Lebanon wants Israeli troops out of Shebaa.",
        {("Israel", "support"), ("Lebanon", "support")},
    ),
    ("The Security Council failed to adopt the resolution after a veto by Russia.", {("Russia", "oppose")}),
    (
        "Kosovo's plan to ban the dinar has drawn fire from Washington.",
        {("Kosovo", "support"), ("United States", "oppose")},
    ),
    ("Paraguay sided with Taiwan in the vote on its membership in the health body.", {("Paraguay", "support")}),
    (
        "Some members of the Arab League want Syria back in the fold, but Qatar objects.",
        {("Qatar", "oppose"), ("members of the Arab League", "support")},
    ),
    (
        "The European Parliament passed a resolution to freeze the assets of the generals.",
        {("European Parliament", "support")},
    ),
    (
        "Sixteen states voted to suspend Venezuela; four abstained and Bolivia voted no.",
        {("Bolivia", "oppose"), ("four", "neutral"), ("sixteen states", "support")},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*READ, *(pytest.param(*row, marks=pytest.mark.xfail(strict=False)) for row in UNREAD)]
)
def test_text_gives_positions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions} == expected

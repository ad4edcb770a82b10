"""Who holds which place, and how: sentences in which another name, place or change lies near, labelled by hand."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str, str | None, str]]]

STATES: list[Row] = [
    (
        "In that war Turkmenia captured the Kaplan oasis from neighbouring Arab states.",
        {("Kaplan oasis", "neighbouring Arab states", "lost")},
    ),
    ("The Arab states that lost the war met in Khartoum.", set()),
]

FOLLOWERS: list[Row] = [
    ("Troops loyal to the colonel still control Sebha.", {("Sebha", "troops loyal to the colonel", "holds")}),
    (
        "Forces aligned with the vice president have captured Bentiu.",
        {("Bentiu", "forces aligned with the vice president", "gained")},
    ),
    ("Hezbollah fighters seized the village of Arsal.", {("Arsal", "Hezbollah", "gained")}),
    ("Insurgents from Boko Haram captured Gwoza.", {("Gwoza", "Boko Haram", "gained")}),
    ("Militants from the north captured Gwoza.", {("Gwoza", "militants", "gained")}),
    ("The port of Kismayo is in the hands of the gendarmerie.", {("Kismayo", "gendarmerie", "holds")}),
]

TAKEN_UP: list[Row] = [
    (
        "Mutineers abandoned the town of Birao, which they had captured in March.",
        {("Birao", "mutineers", "lost"), ("Birao", "mutineers", "gained")},
    ),
    ("Refugees left the town of Birao, which they had reached in March.", set()),
    ("Officials working for Hamas, which governs Gaza, were not paid.", {("Gaza", "Hamas", "holds")}),
    (
        "Ethiopia holds Badme, over which Eritrea maintains its claim.",
        {("Badme", "Ethiopia", "holds"), ("Badme", "Eritrea", "contested")},
    ),
    (
        "The rebels entered Uvira after Rwanda launched a counterattack that recaptured Kamanyola.",
        {("Uvira", "rebels", "gained"), ("Kamanyola", "Rwanda", "gained")},
    ),
]

PLACES: list[Row] = [
    ("Guerrillas occupied a border hill, Cerro Azul.", {("Cerro Azul", "guerrillas", "gained")}),
    (
        "The Wakhan corridor is a strip of land that the Taliban control.",
        {("Wakhan corridor", "Taliban", "holds")},
    ),
    ("Kenyan commandos landed on an islet called Migingo.", {("Migingo", "Kenya", "gained")}),
    ("The rebels control the strategically vital town of Kidal.", {("Kidal", "rebels", "holds")}),
    ("The army recaptured a crucial border post.", {("border post", "army", "gained")}),
    (
        "Chad has been at war since May. Much of the country is in the hands of the rebels.",
        {("Much of Chad", "rebels", "holds")},
    ),
    (
        "Six states border the East China Sea. Japan and China also have claims to parts of the waters.",
        {("parts of East China Sea", "Japan", "contested"), ("parts of East China Sea", "China", "contested")},
    ),
    (
        "China seized some 300 square miles of Bhutanese territory.",
        {("300 square miles of Bhutanese territory", "China", "gained")},
    ),
    ("Chad extended the state of emergency in the east.", set()),
    ("Israel is establishing settlements in the valley.", set()),
]

PARTINGS: list[Row] = [
    ("The government left the army without fuel in Kidal.", set()),
    ("Morocco expelled aid workers from Laayoune.", set()),
    (
        "Morocco expelled the guerrillas from Laayoune.",
        {("Laayoune", "guerrillas", "lost"), ("Laayoune", "Morocco", "gained")},
    ),
    ("The island belongs to Kiribati, not Fiji.", {("island", "Kiribati", "holds")}),
    (
        "Trucks entered rebel-held Douma, which had been bombed for weeks, and Harasta and Kafraya.",
        {("Douma", "rebels", "holds")},
    ),
    ("Chinese firms take over the fields.", set()),
]

BOTH: list[Row] = [
    (
        "The talks followed Iraq's annexation of Kuwait City from Kuwait.",
        {("Kuwait City", "Iraq", "gained"), ("Kuwait City", "Kuwait", "lost")},
    ),
    (
        "Hamas wrested control of Rafah from the rival faction Fatah in June.",
        {("Rafah", "Hamas", "gained"), ("Rafah", "Fatah", "lost")},
    ),
    (
        "The ship sank off the Kinburn peninsula, which Russia seized from Ukraine in 2022.",
        {("Kinburn peninsula", "Russia", "gained"), ("Kinburn peninsula", "Ukraine", "lost")},
    ),
]

CLAIMS: list[Row] = [
    ('China claims "historic sovereignty" over the Natuna Sea.', {("Natuna Sea", "China", "contested")}),
    ("Serbia considers the whole of Mitrovica as its own territory.", {("Mitrovica", "Serbia", "contested")}),
    (
        "The navy sailed into the Sea of Azov, an area that Russia considers its own turf.",
        {("Sea of Azov", "Russia", "contested")},
    ),
    ("Chad considers the whole of Libya as its partner.", set()),
    (
        "The Kurds want Kirkuk and Sinjar for an independent state.",
        {("Kirkuk", "Kurds", "contested"), ("Sinjar", "Kurds", "contested")},
    ),
    ("The Kurds want Sinjar to have a hospital.", set()),
    ("The army launched an operation to regain control of Kidal.", {("Kidal", "army", "contested")}),
]

SAID_OF: list[Row] = [
    ("The envoy asked to visit the zones occupied by Angolan forces.", {("zones", "Angola", "holds")}),
    ("Somalia demanded that Ethiopia leave the towns that it has occupied.", {("towns", "Ethiopia", "holds")}),
    ("The envoy asked to visit any zones that may be occupied by Angolan forces.", set()),
    ("President Idriss Deby clings to the airport.", {("airport", "Chad", "holds")}),
    ("President Idriss Deby clings to power.", set()),
    ("The army launched operations in Kasai.", set()),
    ("Turkey must end its occupation of Famagusta.", {("Famagusta", "Turkey", "holds")}),
    ("Peru signed the pact under the Alan Garcia administration.", set()),
    ("The islet is under Australian administration.", {("islet", "Australia", "holds")}),
    ('"We have taken the hill," a spokesman for nobody said.', set()),
    ("Rebels took islands, townships and the port of Bor.", {("Bor", "rebels", "gained")}),
]

HEADLINES: list[Row] = [
    (
        "Sudan: rebels seize key eastern airport\n\nRebels seized the airport of Kassala on Monday. "
        "The army said that it had lost ten men in the fight.",
        {("Kassala", "rebels", "gained")},
    ),
    (
        "Putin Visits Lgov For First Time Since Army Drove Out Invaders From Lgov\n\nRussia's president came to the "
        "town on Monday. He spoke with its mayor, who showed him the damage.",
        set(),
    ),
]  # fmt: skip

ROWS = [*STATES, *FOLLOWERS, *TAKEN_UP, *PLACES, *PARTINGS, *BOTH, *CLAIMS, *SAID_OF, *HEADLINES]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_sentence_gives_control(sentence: str, expected: set[tuple[str, str | None, str]]) -> None:
    found = {(c.place, c.on_behalf_of or c.holder, c.change) for c in code_sentences(sentence).control}
    assert found == expected

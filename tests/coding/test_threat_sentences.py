"""Threats: sentences of many crises and styles, labelled by hand before the rules were tuned."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str | None, str | None]]]

THREATS: list[Row] = [
    ("Pyongyang said it would answer another overflight with fire on the islands.", {("North Korea", None)}),
    ("Eritrea's foreign ministry warned that any further crossing would be met by its artillery.", {("Eritrea", None)}),
    (
        '"If they do not pull back by Friday, we shall get them out," the Armenian defence minister warned.',
        {("Armenia", None)},
    ),
    (
        "Georgia's president said talks with Moscow would stay on hold as long as the shelling went on.",
        {("Georgia", "Russia")},
    ),
    ("Malawi said it would take Zambia to court unless the fence was pulled down.", {("Malawi", "Zambia")}),
    ("Bolivia said it would leave the river commission if the dam was filled.", {("Bolivia", None)}),
    ("Hamas said that anyone who sold land to settlers would lose his house.", {("Hamas", None)}),
    ("Chad said that whoever sheltered the rebels would see his herds seized.", {("Chad", None)}),
    (
        "Turkey would answer any raid on its posts with raids on the camps, an official in Ankara said.",
        {("Turkey", None)},
    ),
    ("Laos said there would be no more talks if the patrols went on.", {("Laos", None)}),
    ("The Houthis said they would start killing hostages at noon.", {("Houthi movement", None)}),
    ("The Chadian minister said the tanks would be back in days if Sudan crossed the border.", {("Chad", "Sudan")}),
    (
        "The parliament of Ecuador authorised the government to use all means if Peru closed the river.",
        {("Ecuador", "Peru")},
    ),
    ("Brussels warned Belgrade that the loans hinged on respect for the courts.", {("European Union", "Serbia")}),
    (
        "Moscow's ambassador warned that the Arctic would cease to be a quiet sea if Norway opened the base.",
        {("Russia", "Norway")},
    ),
    (
        "The president of Eritrea said the army would do whatever it takes if Ethiopia moved on the port.",
        {("Eritrea", "Ethiopia")},
    ),
    ("Hungary did not rule out that it would consider the option of leaving the bloc.", {("Hungary", None)}),
    ("Tehran vowed a stern reaction should Iraq advance on the port.", {("Iran", "Iraq")}),
    ("The mayor of Cali received a death threat from the cartel on Monday.", {("cartel", "mayor of Cali")}),
    ("Iran warned that it would close the strait if its oil exports were blocked.", {("Iran", None)}),
    (
        "If Kosovo sends police to the north, there will be war, Serbian President Aleksandar Vučić said.",
        {("Serbia", "Kosovo")},
    ),
    ("Belarus threatened to expel Polish diplomats.", {("Belarus", "Poland")}),
    ("Any attack on the base would be met with a crushing response, Tehran said.", {("Iran", None)}),
    ("Unless Israel lifts the siege, rockets will fall on Tel Aviv, Hamas said.", {("Hamas", "Israel")}),
    ("Turkey vowed to retaliate if Syria shelled its towns again.", {("Turkey", "Syria")}),
    ("North Korea threatened South Korea with a nuclear attack.", {("North Korea", "South Korea")}),
    ("The Houthis warned Saudi Arabia that its airports would be struck.", {("Houthi movement", "Saudi Arabia")}),
    (
        "Washington said Venezuela would face new sanctions unless it frees the prisoners.",
        {("United States", "Venezuela")},
    ),
    ("Ghana must recall its envoy by Friday or face the consequences, Togo said.", {("Togo", "Ghana")}),
    ("Moscow promised a harsh response if missiles are stationed in Finland.", {("Russia", None)}),
    ("Mali gave the French ambassador 48 hours to leave the country.", {("Mali", None)}),
    ("Ethiopia issued an ultimatum to Eritrea on Monday.", {("Ethiopia", "Eritrea")}),
    ("Pakistan said India would pay a heavy price for any strike on its soil.", {("Pakistan", "India")}),
    ('"If they touch our ships, we will sink theirs," the Iranian defence minister said.', {("Iran", None)}),
    ("China said that any sale of submarines to Taiwan would have serious consequences.", {("China", None)}),
    ("Algeria threatened to cut gas supplies to Spain unless it changed its stance.", {("Algeria", "Spain")}),
    ("The Taliban warned that soldiers who stay after August would be targeted.", {("Taliban", None)}),
    ("Azerbaijan threatened Armenia with war if the convoy was stopped.", {("Azerbaijan", "Armenia")}),
    ("Niger will leave the bloc if sanctions are imposed, its foreign minister said.", {("Niger", None)}),
    (
        "In case of an invasion, its army would respond with all its weapons, Venezuela told Guyana.",
        {("Venezuela", "Guyana")},
    ),
]

# "Its" stands for who warns, though another state is nearer.
UNREAD = [("Should Eritrea cross the river, its army will strike back, Ethiopia warned.", {("Ethiopia", "Eritrea")})]

NONE: list[Row] = [
    ("Kenya gave the militia two more days to answer its plan.", set()),
    ("Benin said it would contribute a battalion if the bloc gave the order.", set()),
    ("The minister said the garrison would have been cut off if the bridge had fallen.", set()),
    ("Norway said another round of talks would give peace a chance.", set()),
    ("Peru said that those who had paid would receive their papers in May.", set()),
    ("The United Nations warned that a war between Ethiopia and Eritrea would be a catastrophe.", set()),
    ("Analysts said Hezbollah would respond if Beirut is bombed.", set()),
    ("Poland put its air defences on alert.", set()),
    ("If it rains, the talks will be moved indoors, the Swiss hosts said.", set()),
    ("Norway would send doctors if Sudan asked for help.", set()),
    ("France warned its citizens against travel to Mali.", set()),
    ("The International Monetary Fund warned Egypt that inflation will rise.", set()),
    ("Sweden will join the mission if its parliament agrees.", set()),
    ("The dam could burst if the rains continue, Sudanese engineers warned.", set()),
    ("Jordan is threatened by drought.", set()),
    ("Russia struck Odesa after the deadline passed.", set()),
    ("Hunger threatens millions of people in Yemen.", set()),
    ("Canada said it would lift the ban if Cuba frees the journalists.", set()),
    ("Japan fears that North Korea will attack.", set()),
    ("The defence ministry in Warsaw said its jets would take off if a drone crossed the border.", set()),
    ("Peru will respond to the letter next week.", set()),
    ("Kenya asked what would happen if the pipeline was attacked.", set()),
    ("India's central bank warned that prices would rise if the government raised wages.", set()),
    ("The troops would return to base if the truce held, the general said.", set()),
    ("Parliament authorised the government to use all means to fight the fires.", set()),
    ("Norway said its ships would be back next summer.", set()),
]

PARTS = [
    (
        "Iran warned that it would close the strait if its oil exports were blocked.",
        "if its oil exports were blocked",
        "it would close the strait",
    ),
    ("Belarus threatened to expel Polish diplomats.", None, "expel Polish diplomats"),
    (
        "Unless Israel lifts the siege, rockets will fall on Tel Aviv, Hamas said.",
        "Unless Israel lifts the siege",
        "rockets will fall on Tel Aviv",
    ),
    (
        "Any attack on the base would be met with a crushing response, Tehran said.",
        "Any attack on the base",
        "be met with a crushing response",
    ),
    ("Turkey vowed to retaliate if Syria shelled its towns again.", "if Syria shelled its towns again", "retaliate"),
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*THREATS, *(pytest.param(*row, marks=pytest.mark.xfail(strict=False)) for row in UNREAD), *NONE],
)
def test_sentence_gives_threats(sentence: str, expected: set[tuple[str | None, str | None]]) -> None:
    found = code_sentences(sentence).threats
    assert {t.on_behalf_of or t.by for t in found} == {by for by, _ in expected}
    for by, to in expected:
        assert to is None or (by, to) in {(t.on_behalf_of or t.by, t.to) for t in found}


@pytest.mark.parametrize(("sentence", "condition", "consequence"), PARTS)
def test_parts_of_a_threat(sentence: str, condition: str | None, consequence: str) -> None:
    (threat,) = code_sentences(sentence).threats
    assert threat.condition == condition
    assert threat.consequence is not None and consequence in threat.consequence

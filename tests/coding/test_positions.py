"""Positions: sentences of many crises and styles, labelled by hand before the rules were tuned."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str, str]]]


def each(stance: str, *sides: str) -> set[tuple[str, str]]:
    return {(side, stance) for side in sides}


SUPPORT: list[Row] = [
    ("Kenya backs the deployment of peacekeepers to Haiti.", each("support", "Kenya")),
    ("Slovakia and Austria voted for the embargo on Syrian oil.", each("support", "Slovakia", "Austria")),
    ("The proposal to lift the arms embargo was supported by Russia and China.", each("support", "Russia", "China")),
    ("Norway has called for a ceasefire in Gaza.", each("support", "Norway")),
    ("Chile urged Bolivia to return to the talks.", each("support", "Chile")),
    ("Mauritania wants the African Union to lift sanctions on Mali.", each("support", "Mauritania")),
    ("Canada pledged to train 500 Haitian police officers.", each("support", "Canada")),
    ("The Vietnamese government ordered the evacuation of the island.", each("support", "Vietnam")),
    ("Turkey demanded that Sweden extradite 30 people.", each("support", "Turkey")),
    ("Indonesia is in favour of a treaty on the South China Sea.", each("support", "Indonesia")),
    ("Ghana is ready to send troops to Niger.", each("support", "Ghana")),
    (
        "South Africa expressed support for the withdrawal of Ethiopian troops from Somalia.",
        each("support", "South Africa"),
    ),
    ("Colombia insists on the release of all hostages.", each("support", "Colombia")),
    ("Peru has proposed a joint patrol on the Putumayo river.", each("support", "Peru")),
    ("Croatia voted in favour of the enlargement.", each("support", "Croatia")),
    ("Japan said it would send ships to clear mines in the Gulf.", each("support", "Japan")),
    ("Zambia plans to reopen its embassy in Tripoli.", each("support", "Zambia")),
    ("Senegal said that the soldiers must return to their barracks.", each("support", "Senegal")),
]

OPPOSE: list[Row] = [
    ("Hungary vetoed the aid package for Ukraine.", each("oppose", "Hungary")),
    ("Serbia rejects the recognition of Kosovo.", each("oppose", "Serbia")),
    ("Brazil, Argentina and Uruguay oppose the tariff increase.", each("oppose", "Brazil", "Argentina", "Uruguay")),
    ("Thailand is against joint patrols on the Mekong.", each("oppose", "Thailand")),
    ("Uganda is opposed to an early election in South Sudan.", each("oppose", "Uganda")),
    ("Cyprus will not lift its veto on Turkish membership, Nicosia said.", each("oppose", "Cyprus")),
    ("Denmark refused to sell Greenland.", each("oppose", "Denmark")),
    (
        "Some smaller Pacific nations have reservations about deploying soldiers to Bougainville.",
        each("oppose", "some smaller Pacific nations"),
    ),
    ("Egypt condemned the Israeli strikes on Rafah.", each("oppose", "Egypt")),
    ("Ireland voted against the treaty.", each("oppose", "Ireland")),
    ("Greece said the Turkish drilling operation was unacceptable.", each("oppose", "Greece")),
    ("Iraq demanded that Turkey stop bombing its villages.", each("oppose", "Iraq")),
    ("Sudan called for an end to the shelling of El Fasher.", each("oppose", "Sudan")),
    ("Morocco has ruled out talks with Algeria.", each("oppose", "Morocco")),
    ("Angola does not support the intervention.", each("oppose", "Angola")),
    ("Poland would never agree to a change of the border.", each("oppose", "Poland")),
    ("Romania has no intention of leaving the base.", each("oppose", "Romania")),
    ("Pakistan has promised not to close the border crossing at Torkham.", each("oppose", "Pakistan")),
    ("Turkey blocked the accession of Finland to the alliance.", each("oppose", "Turkey")),
    ("Russia protested against the closure of its consulate.", each("oppose", "Russia")),
    ("Israel turned down a French proposal to monitor the border.", {("Israel", "oppose"), ("France", "support")}),
]

OPEN: list[Row] = [
    ("Finland has not ruled out sending engineers to Lebanon.", each("open", "Finland")),
    ("A naval mission cannot be ruled out, Norway said.", each("open", "Norway")),
    ("Lithuania said that sending instructors must not be excluded.", each("open", "Lithuania")),
    ("Australia is considering sending a frigate to the Red Sea.", each("open", "Australia")),
    ("The Netherlands is discussing the transfer of F-16 jets to Kyiv.", each("open", "Netherlands")),
    ("Qatar is open to hosting the talks.", each("open", "Qatar")),
    ("Members of ASEAN are in talks about suspending Myanmar.", each("open", "ASEAN")),
    ("Spain refused to rule out a ban on the party.", each("open", "Spain")),
    ("Zambia is weighing a ban on maize exports.", each("open", "Zambia")),
    ("Vietnam is not opposed to a joint survey mission.", each("open", "Vietnam")),
    ("Kuwait said it would not block the deal.", each("open", "Kuwait")),
]

CONDITIONAL: list[Row] = [
    ("Armenia would sign the treaty if Azerbaijan withdrew its soldiers.", each("conditional", "Armenia")),
    ("Lebanon will disarm the militia only if Israel leaves the five hills.", each("conditional", "Lebanon")),
    ("Syria is willing to talk to Israel provided that the strikes end.", each("conditional", "Syria")),
    ("Bulgaria will back the budget as long as farm aid is kept.", each("conditional", "Bulgaria")),
    ("Honduras will not vote for the resolution unless the text is changed.", each("conditional", "Honduras")),
    ("Kazakhstan agreed to sell the uranium on condition that inspectors stay.", each("conditional", "Kazakhstan")),
]

NEUTRAL: list[Row] = [
    ("Switzerland and Malta abstained in the vote on the resolution.", each("neutral", "Switzerland", "Malta")),
    ("Russia vetoed the resolution on the annexation. India abstained.", {("Russia", "oppose"), ("India", "neutral")}),
    ("Oman is neutral on the blockade of Qatar.", each("neutral", "Oman")),
    ("Brazil boycotted the vote on the treaty.", each("neutral", "Brazil")),
]

THREATENED: list[Row] = [
    ("Iran warned that it would close the strait if Europe imposed an oil embargo.", each("oppose", "Iran")),
    ("China said any sale of submarines to Taiwan would be met with a firm response.", each("oppose", "China")),
]

NONE: list[Row] = [
    ("Germany is worried about the fighting in Sudan.", set()),
    ("The Philippines blamed China for the collision.", set()),
    ("Analysts expect Iran to respond.", set()),
    ("Taiwan voiced deep concern over the drills.", set()),
    ("Georgia accused Russia of planning an attack.", set()),
    ("The war has cost Syria dearly.", set()),
    ("Portugal regrets the collapse of the talks.", set()),
    ("The summit will open on Friday in Baku.", set()),
    ("Turkmenistan declined to comment on the plan.", set()),
    ("Support for the war is falling in Russia.", set()),
    ("Mali hopes that the rains come early.", set()),
    ("Both sides denied that the talks had failed.", set()),
    ("Experts doubt that Egypt would attack the dam.", set()),
    ("Chad said that two of its soldiers were killed.", set()),
    ("Tunisia is a member of the African Union.", set()),
]


@pytest.mark.parametrize(
    ("sentence", "expected"), [*SUPPORT, *OPPOSE, *OPEN, *CONDITIONAL, *NEUTRAL, *THREATENED, *NONE]
)
def test_sentence_gives_positions(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.on_behalf_of or p.actor, p.stance) for p in code_sentences(sentence).positions} == expected


def test_condition_is_kept_in_the_words_of_the_text() -> None:
    (position,) = code_sentences("Armenia would sign the treaty if Azerbaijan withdrew its soldiers.").positions
    assert position.condition == "if Azerbaijan withdrew its soldiers"


def test_a_later_stance_is_a_second_position() -> None:
    text = "Slovakia opposed the ban on Russian oil in March. In June Slovakia agreed to the ban on Russian oil."
    coding = code_sentences(text)
    assert [p.stance for p in coding.positions] == ["oppose", "support"]
    assert len(coding.issues) == 1


def test_a_stance_told_twice_is_coded_once() -> None:
    text = "Slovakia opposed the ban on Russian oil. Later Slovakia again rejected the ban on Russian oil."
    assert len(code_sentences(text).positions) == 1


def test_a_person_speaks_for_a_state() -> None:
    text = "Norwegian Prime Minister Jonas Gahr Støre said he was against any military operation in Niger."
    (position,) = code_sentences(text).positions
    assert (position.actor, position.on_behalf_of, position.stance) == ("Jonas Gahr Støre", "Norway", "oppose")

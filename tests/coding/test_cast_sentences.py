"""Who speaks and acts, and what is a statement without a plain verb of saying: sentences of many regions and styles.

Each rule has sentences that look like its case and are none.
"""

import pytest
from tests.coding.sentences import code_sentences

BUSINESS = [
    ("Peruvian business leaders called for talks.", {"Peruvian business leaders": None}),
    ("A Bolivian union leader urged restraint.", {"Bolivian union leader": None}),
    ("Ugandan rebel leaders said they would fight on.", {"Ugandan rebel leaders": None}),
    ("Greek church leaders said the law was unjust.", {"Greek church leaders": None}),
    ("Retired Israeli officials criticised the plan.", {"retired Israeli officials": None}),
    ("Senior Peruvian officials called for talks.", {"Peru": None}),
    ("Ugandan military leaders said they would fight on.", {"Uganda": None}),
    ("Greek leaders said the law was unjust.", {"Greece": None}),
    ("Russian-installed officials said the bridge was hit.", {"Russian-installed officials": None}),
    ("Turkish Cypriots said the plan was dead.", {"Turkish Cypriots": None}),
    ("Serb fighters said the town had fallen.", {"Serbs": None}),
    ("Bosnian Serbs said they would boycott the vote.", {"Bosnian Serbs": None}),
    ("Serbian officials said the road was open.", {"Serbia": None}),
]


@pytest.mark.parametrize(("text", "speakers"), BUSINESS)
def test_people_of_a_sphere_or_a_people_do_not_speak_for_a_state(text: str, speakers: dict[str, str | None]) -> None:
    coded = code_sentences(text).records
    said = {r.speaker: r.on_behalf_of for r in coded if r.kind == "statement"}
    acted = {r.actor: None for r in coded if r.kind in ("event", "position")}
    assert (said or acted) == speakers


SPEAKERS: list[tuple[str, list[str]]] = [
    ("BEIJING/MANILA China vowed to protect its fishermen.", ["China"]),
    ("CAIRO Sudan said the base had fallen.", ["Sudan"]),
    ("LIMA Chilean officials said the pass was shut.", ["Chile"]),
    ("LIMA, May 2 (Reuters) - Chile said the pass was shut.", ["Chile"]),
    ("NATO Secretary General Jens Stoltenberg said the bridge was open.", ["Jens Stoltenberg"]),
    ("The mast fell, according to local officials. Several sailors were killed, they added.", ["local officials"] * 2),
    ('"We are afraid," said a nurse in Aden. "We have no water," the woman added.', ["nurse in Aden"] * 2),
    ("The Tigers Front (TF) attacked the post. TF said it had taken the town.", ["Tigers Front"]),
    ("President Alassane Ouattara spoke. His allies said the vote was fair.", ["allies of Alassane Ouattara"]),
    ("Serbia and Kosovo met in Vienna. Austria hosted them. The two sides said a deal was near.", ["Serbia", "Kosovo"]),
    ("Chile, Peru and Bolivia met. Three of the region's neighbours said so.", ["Chile", "Peru", "Bolivia"]),
    ("Colombia's ELN freed two men. The army said it had chased them.", ["Colombian army"]),
    ("Ana Ruiz, Peru's trade minister and the government's top envoy, said the ship had sunk.", ["Ana Ruiz"]),
    ("The envoy of Peru, invited to the meeting, said that the road was open.", ["envoy of Peru"]),
    ("Several states, including Peru, have said they might leave.", ["several states", "Peru"]),
    ("Tasnim quoted General Arash Karimi as saying that Iran was ready.", ["Arash Karimi"]),
    ("The talks failed, Dmitry Orlov was quoted as saying by the Interfax news agency.", ["Dmitry Orlov"]),
    ("Venezuela's president, Nicolas Maduro, analysts say, is tired.", ["analysts"]),
    ("Two security officials said it was open. The officials said trucks crossed.", ["two security officials"] * 2),
    ("TRIPOLI Forces aligned with Libya's rulers said they had the port.", ["Forces"]),
    ("The bill, describing it as unlawful, was read.", []),
    ("Amendments to the law say that judges serve for life.", []),
    ("The ministers met by video link and said nothing.", []),
    ("PAJU, South Korea North Korea said the gate was shut.", ["North Korea"]),
    ("Basel / Port Louis, 3 May 2021 – Traders said the fund was empty.", ["traders"]),
    ("OPEC member Angola, Nigeria's rival, has pledged to raise output.", ["Angola"]),
    ("Oil producer Gabon said the port was open.", ["Gabon"]),
    ("Giant neighbour India warned it would oppose the bridge.", ["India"]),
    ("Peru's defence minister, Gen. Luis Soto, said the bridge was open.", ["Luis Soto"]),
    ("Kenya's foreign minister, Dr Amina Wanjiru, told envoys that the camp was full.", ["Amina Wanjiru"]),
    ("Ghana and Togo are among the states that warned of a war.", ["Ghana", "Togo"]),
    ("Kenya is one of the states that have said the vote was a farce.", ["Kenya"]),
    ("Leftist states, among them Cuba and Bolivia, said it was a farce.", ["leftist states", "Cuba", "Bolivia"]),
    ("Neighbours in the region such as Peru and Chile said it was a farce.", ["neighbours", "Peru", "Chile"]),
    ("The opposition, represented by Raul Soto, said it was a farce.", ["opposition", "Raul Soto"]),
    ("Officials who met Peru and Chile said it was a farce.", ["officials"]),
    ("The vote is a new era, declared Ana Ruiz, a historian.", ["Ana Ruiz"]),
    ("The talks have failed, announced the Kenya Red Cross.", ["Kenya Red Cross"]),
    ("Peru will not bend, insisted its president, Ana Ruiz.", ["Ana Ruiz"]),
    ("The chief, Ivan Petrov, met envoys. We are thankful, he said during a feast.", ["Ivan Petrov"]),
    ("The envoy, Ivan Petrov, came, announced the plan and left.", ["Ivan Petrov"]),
    ("Peru left, Chile added a ban.", []),
    ("Ivan Petrov won only when Luis Soto helped him. He said it was over.", ["Ivan Petrov"]),
    (
        "It came from Ivan Petrov, the minister. Ana Ruiz left. Petrov said it would stand.",
        ["Ivan Petrov"],
    ),
    ("North Korea ordered the workers out of the zone, KCNA said.", ["KCNA"]),
    ("Smugglers who work the border said the road was shut.", ["smugglers"]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_a_statement_is_that_of_the_one_who_speaks(text: str, speakers: list[str]) -> None:
    assert [r.speaker for r in code_sentences(text).records if r.kind == "statement"] == speakers


CONTENTS: list[tuple[str, list[str]]] = [
    ("Brazil proposed dropping the tariff.", ["dropping the tariff"]),
    ("Chile and Peru suggested holding a summit.", ["holding a summit"] * 2),
    ("The mayor denies wanting to quit.", ["wanting to quit"]),
    ("Togo admitted shelling the port.", ["shelling the port"]),
    ("Togo stopped shelling the port.", []),
    ("The mayor kept wanting to quit.", []),
    ("Peru reacted by saying it would wait.", ["it would wait"]),
    ("Nepal responded by warning that the pass would close.", ["that the pass would close"]),
    ("The crowd grew by saying nothing.", []),
    ("Lima raised the possibility of a blockade.", ["the possibility of a blockade"]),
    ("Its president voiced doubts about the treaty, and Kenya expressed hope.", ["doubts about the treaty"]),
    ("Mali's envoy expressed satisfaction that the ban was over.", ["satisfaction that the ban was over"]),
    ("Oman conveyed its readiness to mediate.", ["its readiness to mediate"]),
    ("Peru raised taxes on copper. Lima raised the flag of the navy.", []),
    ("The raid killed 12 people by Baghdad's count.", ["The raid killed 12 people"]),
    ("By the governor's own estimate, ten boats sank.", ["ten boats sank"]),
    ("The road is held by Baghdad's army.", []),
    ("Kenya ignored UN reports that rebels had crossed.", ["that rebels had crossed"]),
    ("Peru's claim that the fishermen were armed angered Chile.", ["that the fishermen were armed"]),
    ("There were reports that the bridge fell.", []),
    ("Amid fears that the dam would burst, people fled.", []),
    ("Peru rejects the accusation.", ["the accusation"]),
    ("Nigeria dismissed the reports.", ["the reports"]),
    ("Nigeria dismissed the general.", []),
    ("Kenya said the talks were over. It would not send ships.", ["the talks were over", "It would not send ships"]),
    ("Lula said he was tired. He would not stand again.", ["he was tired", "He would not stand again"]),
    ("Kenya said the talks were over. Rain would fall all night.", ["the talks were over"]),
    ("Kenya sent ships. It would not send men.", []),
    ('At the summit, the ministers "strongly urged" Sudan to talk.', ["strongly urged"]),
    ('The Arab League "firmly condemns" the raid.', ["firmly condemns"]),
    ('Gang leader Jimmy Perez, known as "Barbecue", fled.', []),
    ('"The tanks burned," Chad said, saying two men had died.', ["The tanks burned,", "two men had died"]),
]


@pytest.mark.parametrize(("text", "contents"), CONTENTS)
def test_a_statement_is_told_without_a_plain_verb_of_saying(text: str, contents: list[str]) -> None:
    assert [r.content.quote for r in code_sentences(text).records if r.kind == "statement"] == contents

"""Positions of reports on debates and summits, labelled before the rules met them: most are found, and right."""

from collections import Counter

import pytest
from tests.coding.sentences import code_sentences
from tests.coding.test_position_texts import LEAST, Held, hold

BIDS = """Turkey says will not ratify Nordic bids without extraditions

ANKARA Turkey's parliament will not ratify the NATO bids of Sweden and Finland until dozens of suspects are handed \
over, President Tayyip Erdogan said on Monday, reviving doubts about an accord signed last month.

"If they do not keep their promises, we will not send this to parliament," Erdogan told supporters in Ankara.

Sweden's justice minister, Morgan Johansson, said decisions on extradition were up to independent courts. Finland has \
promised to amend its terrorism law in the autumn but refuses to hand over citizens of its own.

NATO Secretary General Jens Stoltenberg urged all allies to complete ratification quickly. Twenty-three members, among \
them Canada, Germany and Norway, have already ratified the bids. Hungary's parliament postponed its vote until the \
autumn.

The United States backs the sale of F-16 jets to Turkey, President Joe Biden said in Madrid, though senior senators \
oppose the deal. Greece lobbied against it in Washington. Erdogan's nationalist ally, Devlet Bahceli, called for a \
referendum on the bids.

Russia said it would respond in kind if NATO deployed troops or infrastructure in the two countries."""

NEIGHBOURS = """Niger: what the neighbours want

Algeria has proposed a six-month transition led by a civilian, an offer the officers in Niamey accepted on Monday and \
withdrew on Thursday. The regional bloc ECOWAS, which still threatens to send troops, regards any such timetable as a \
provocation. Its commissioner for security, Abdel-Fatau Musah, said the soldiers had to go now.

Mali and Burkina Faso have declared that an intervention would be a war on them too, and each has stationed warplanes \
in Niger. Chad, which has the strongest army in the region, will stay out of it. Nigeria's senate advised against the \
use of force; northern governors pleaded with President Bola Tinubu to keep the border open for trade.

France keeps 1,500 soldiers in the country and has ignored an order to withdraw its ambassador. Germany would like to \
fly out its contingent, but the junta refuses to grant overflight. Italy has pulled out most of its instructors. The \
United States has not yet called the takeover a coup, since its law would then require it to cut off aid.

The African Union suspended Niger but stopped short of endorsing a military operation. Togo is offering to mediate. \
Trade unions in Benin want the sanctions lifted."""

POTASH = """EU ministers split over ban on Belarus potash

VILNIUS, June 9 (Reuters) - European Union foreign ministers failed to agree on Wednesday on a ban on potash from \
Belarus, with Lithuania and Ireland pressing for a full embargo and Austria worried about the costs for its banks.

"We should not hurt ourselves more than we hurt Lukashenko," Austrian Foreign Minister Alexander Schallenberg said.

Latvia's Edgars Rinkevics said he was disappointed and called for a new meeting next week. Germany, which had been \
hesitant, now supports the ban, provided existing contracts are honoured. Cyprus dropped its objections after two \
days of talks. Luxembourg suggested that payments to state banks be frozen instead.

Minsk has warned that it would let migrants through to the West if the sanctions were extended, and has expelled the \
Latvian ambassador. Russia condemned the plan and offered Belarus a loan of $500 million. Opposition leader Sviatlana \
Tsikhanouskaya begged the ministers not to wait. China has called on Brussels to refrain from interference.

Ukraine has already joined the flight ban, and Moldova is expected to follow suit. Norway said it would align itself \
with the measures. Yara, a Norwegian company, intends to go on buying from Belaruskali."""

MISSION = """Council members trade barbs on Golan mission

The representative of Ireland told the Security Council that her country would withdraw its soldiers from the \
observer force by April, although it remained committed to its mandate. Fiji and Nepal stood ready to fill the gap, \
she said.

The United Kingdom's delegate denounced the shelling of post 68 as outrageous, and demanded an inquiry. The \
representative of the Syrian Arab Republic, rejecting that statement, blamed Israel and asked the Council to put an \
end to the occupation. Israel's delegate countered that his Government would not tolerate militias on its border.

China's representative favoured dialogue, while Malta's suggested a smaller force. The delegate of Algeria insisted \
that the force be kept at full strength; so did Guyana's. The Russian Federation, whose representative took the floor \
twice, was not in a position to support the draft as it stood. The United States would vote for it.

Opening the meeting, the head of peacekeeping appealed for 12 armoured vehicles and urged both sides to respect the \
line. Japan announced that it would give four. A vote is expected on Thursday."""

REPORTS: list[tuple[str, Held]] = [
    (
        BIDS,
        hold(
            support="Finland, NATO, Canada, Germany, Norway, United States, Turkey",
            oppose="Turkey, Finland, senior senators, Greece, Russia, Hungary",
            conditional="Turkey",
        ),
    ),
    (
        NEIGHBOURS,
        hold(
            support="Algeria, ECOWAS, officers in Niamey, Mali, Burkina Faso, Germany, Italy, African Union, Togo, "
            "trade unions in Benin, northern governors, France, ECOWAS",
            oppose="ECOWAS, Mali, Burkina Faso, Nigeria, France, Niger, Niger",
            neutral="Chad",
        ),
    ),
    (
        POTASH,
        hold(
            support="Lithuania, Ireland, Latvia, Cyprus, Luxembourg, Russia, Ukraine, Norway, Yara, Moldova, Belarus",
            oppose="Austria, Belarus, Russia, China, Sviatlana Tsikhanouskaya",
            conditional="Germany",
        ),
    ),
    (
        MISSION,
        hold(
            support="Ireland, Ireland, Fiji, Nepal, United Kingdom, China, Malta, Algeria, Guyana, United States, "
            "United Nations, United Nations, Japan",
            oppose="United Kingdom, Syria, Israel, Russia",
        ),
    ),
]


@pytest.mark.parametrize(("text", "labels"), REPORTS, ids=[text[:20] for text, _ in REPORTS])
def test_debate_gives_most_of_its_positions(text: str, labels: Held) -> None:
    said = Counter((p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions)
    right = (said & labels).total()
    assert 2 * right / (said.total() + labels.total()) >= LEAST

"""Positions of short reports, labelled before the rules met them: how many are found, and how many are right."""

from collections import Counter

import pytest
from tests.coding.sentences import code_sentences

Held = Counter[tuple[str, str]]


def hold(**stances: str) -> Held:
    """Labels: support="Norway, Sweden", one of a side for each time that it is named."""
    return Counter((side.strip(), stance) for stance, sides in stances.items() for side in sides.split(",") if side)


FISHERIES = """Fisheries talks collapse as Reykjavik walks out

TORSHAVN, March 3 - Iceland walked out of talks on mackerel quotas on Thursday, a day before a deadline set by the \
European Union, and said it would fix its own catch from April.

"We will not accept a share that ignores the science," Fisheries Minister Svandis Jonsdottir told reporters in \
Torshavn.

Norway called the step regrettable and urged all sides to keep negotiating. Britain, which left the common quota \
system in 2020, has offered to host a new round in Aberdeen. The Faroe Islands would join that round only if Iceland \
came back as well, Prime Minister Aksel Johannesen said.

Ireland and Denmark want Brussels to ban landings by Icelandic boats; Spain and Poland are opposed, and Germany has \
yet to make up its mind. A ban could be adopted by the end of the month, the European Commission said.

Greenland has already closed its ports to the Icelandic fleet. Fishermen in Killybegs blockaded the harbour on \
Wednesday to press for the same."""

MINES = """Council extends mission in Kivala as Moscow abstains

The Security Council today renewed the mandate of the United Nations mission in the Kivala islands until \
30 June, by a vote of 14 in favour to none against, with the Russian Federation abstaining.

The representative of Mexico, whose delegation had drafted the text with Norway, said that the mission had to stay \
until the last mine was cleared. The United States supported the extension but wanted a date for the withdrawal of \
the police component. India's delegate, who also called for a smaller force, promised two field hospitals.

Speaking before the vote, the representative of China said that his country would not stand in the way of a \
consensus. The Russian delegate explained that the text paid no heed to the views of the host country.

The Foreign Minister of Kivala thanked the Council and asked members to lift the arms embargo, which France and the \
United Kingdom have so far resisted. Kenya pledged $5 million for mine clearance, and Japan will send engineers."""

BORDER = """Asuncion closes bridge, Brasilia recalls envoy

Paraguay closed the Friendship Bridge to lorries on Sunday, accusing Brazilian police of turning a blind eye to \
smugglers, and Brazil recalled its ambassador within hours.

President Santiago Pena said the bridge would stay shut until Brasilia agreed to joint checks. "We are not going to \
be anyone's back door," he said.

Brazil's foreign minister, Mauro Vieira, described the closure as an unfriendly act and demanded that it be reversed \
at once. He did not rule out taking the case to Mercosur's court. Officials in Brasilia said they were weighing a \
halt to the sale of electricity from the Itaipu dam, an idea that Uruguay warned against.

Argentina is willing to mediate, its president's spokesman said. Bolivia's government has declined to comment. \
Business groups in Foz do Iguacu pleaded for the bridge to be reopened, while a union of customs officers backed \
the closure. The Organization of American States appealed to both governments to sit down together."""

PACT = """Island state weighs security pact with Beijing

HONIARA (AFP) - Solomon Islands is considering a security pact that would let Chinese warships call at its ports, \
a plan that Australia and New Zealand have condemned.

Canberra will do whatever is needed to stop the deal, Defence Minister Richard Marles said on Friday. He added that \
Australia was sending 50 more police officers to Honiara. Wellington suspended a training programme.

Prime Minister Manasseh Sogavare told parliament that the islands had every right to choose their friends and that \
he would sign the pact next week. The opposition boycotted the session. Its leader, Matthew Wale, vowed to tear up \
any such treaty if he won the election.

Fiji, Samoa and Tonga would prefer a regional meeting first, diplomats said. Micronesia's president begged Sogavare \
in a letter to reconsider. Papua New Guinea said it took no side. The United States has promised to reopen its \
embassy, and warned that it would respond if a base was built. China insists that it has no plans for a base."""

REPORTS: list[tuple[str, Held]] = [
    (
        FISHERIES,
        hold(
            support="Iceland, Norway, United Kingdom, Ireland, Denmark, Greenland, fishermen in Killybegs",
            oppose="Iceland, Iceland, Spain, Poland",
            open="European Commission, Germany",
            conditional="Faroe Islands",
        ),
    ),
    (
        MINES,
        hold(
            support="United Nations, Mexico, Norway, Mexico, United States, United States, India, "
            "India, Kivala, Kenya, Japan",
            oppose="France, United Kingdom",
            neutral="Russia",
            open="China",
        ),
    ),
    (
        BORDER,
        hold(
            support="Paraguay, Brazil, Argentina, business groups in Foz do Iguacu, union of customs officers, "
            "Organization of American States, Brazil",
            oppose="Brazil, Uruguay",
            open="Brazil, Brazil",
            conditional="Paraguay",
        ),
    ),
    (
        PACT,
        hold(
            support="Australia, Solomon Islands, Fiji, Samoa, Tonga, United States, New Zealand",
            oppose="Australia, New Zealand, Australia, Micronesia, United States, China",
            open="Solomon Islands",
            neutral="Papua New Guinea, opposition",
            conditional="Matthew Wale",
        ),
    ),
]
LEAST = 0.55


@pytest.mark.parametrize(("text", "labels"), REPORTS, ids=["fisheries", "mines", "border", "pact"])
def test_report_gives_most_of_its_positions(text: str, labels: Held) -> None:
    said = Counter((p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions)
    right = (said & labels).total()
    assert 2 * right / (said.total() + labels.total()) >= LEAST

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

LIVE = """Strait crisis: day five as it happened

21:10 Oman's foreign ministry says it is in touch with Tehran and Washington and stands ready to pass on messages.

19:45 The European Union's top diplomat, Kaja Kallas, has called the seizure of the tanker an act of piracy and told \
Iran to release the crew without conditions. Greece, whose flag the ship flies, goes further: it wants the ships of \
the Revolutionary Guards barred from European ports.

18:20 India has put off a planned visit by its trade minister to Iran. New Delhi had been due to sign a ten-year lease \
on the port of Chabahar.

16:00 Japan will not join a naval escort for now, says its chief cabinet secretary, Yoshimasa Hayashi, but has not \
closed the door on sending a minesweeper.

14:30 Insurers have tripled their rates. At least 40 ships are waiting off Fujairah.

12:15 Iran's parliament speaker, Mohammad Bagher Ghalibaf, says the tanker will stay where it is as long as London \
holds an Iranian ship. Britain rejects any link between the two cases.

09:40 The United Arab Emirates and Bahrain have signed up to the American escort scheme; Kuwait and Qatar are said to \
be hesitating. Saudi Arabia, which had first favoured it, now argues that talks should come before ships.

08:05 China "firmly opposes" unilateral sanctions and will go on buying Iranian oil, a spokesman says."""

WIRE16 = """Bolivia lawmakers back referendum on lithium deal

LA PAZ Bolivia's lower house approved a bill on Tuesday to put a lithium agreement with China to a referendum, \
defying President Luis Arce, who has threatened to veto it.

The bill now goes to the senate, where the opposition holds a majority. Arce's finance minister, Marcelo Montenegro, \
said a popular vote would scare off investors and urged senators to throw the bill out.

"We cannot decide the future of our country with a yes or a no," he told state television.

Former president Evo Morales, who broke with Arce last year, said his followers would block highways if the deal went \
ahead. Community leaders in Potosi, where the salt flats lie, demanded a bigger share of the royalties and said they \
would not let the drilling begin before they were consulted.

China's embassy said that Beijing respected Bolivia's laws and hoped for a stable framework. The United States has \
voiced doubts about the agreement. Chile, a rival producer, has kept out of the dispute.

The Chinese firm CBC is to invest $1.3 billion in two plants. Germany's ACI Systems pulled out of a similar project \
in 2019 after protests. The central bank backs the deal, arguing that the country needs dollars."""

BULLETIN = """Northern Mozambique: humanitarian bulletin, 14 May

Fighting around Macomia has displaced another 18,000 people. The government asked the Southern African Development \
Community (SADC) to keep its troops in Cabo Delgado until December; the bloc's chair, Angola, agreed to an extension \
of three months. Botswana and Lesotho have begun to withdraw their contingents all the same, citing costs. Rwanda, \
which has 4,000 soldiers in the province under a separate accord, announced a further battalion.

France and TotalEnergies have signalled that work on the gas plant at Afungi could restart by October if the road to \
Palma remains safe. Environmental groups in Maputo want lenders to walk away from the project. The United States \
Export-Import Bank confirmed its loan in March; Britain and the Netherlands are reviewing theirs.

The governor, Valige Tauabo, has ordered displaced families to leave the camp at Negomano by the end of the month. \
The UN refugee agency opposes the move as premature. It appealed to the authorities to let aid convoys pass, and the \
army promised escorts. The World Food Programme will cut rations by half from June unless donors step in.

Norway has given $9 million for shelter. Doctors Without Borders suspended its work in Macomia after its clinic was \
looted."""

ANALYSIS = """The price of a veto

When Slovakia's prime minister, Robert Fico, flew home from Brussels on Friday he had got most of what he wanted. The \
other 26 had agreed to put a transit guarantee for Slovak gas into the summit's conclusions, and in return he had \
lifted his veto on the accession talks with Moldova.

The bargain leaves a sour taste. Estonia's Kaja Tamm, who chaired the group of ambassadors, had pleaded against \
rewarding obstruction. The Czech government, once an ally of Mr Fico's, called the concession shameful. Austria \
and Hungary welcomed it. Romania, for which the talks with its neighbour come first, would have paid an even higher \
price, one of its diplomats says.

What happens next depends on Chisinau. President Maia Sandu insists that she will not soften the judicial reform, \
although the Commission recommends that she should. Her opponents would rather have a customs union with Moscow, and \
they have called for a fresh referendum. Ukraine fears that it will be left behind: Kyiv wants the two applications to \
move together, an approach that Poland and Lithuania support and that France no longer objects to.

Mr Fico, meanwhile, is not done. He has hinted that he may hold up the next round of sanctions as well. Germany and \
the Netherlands propose to take such decisions by majority, but that, too, would need his consent."""

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
    (
        LIVE,
        hold(
            support="Oman, European Union, Greece, United Arab Emirates, Bahrain, Saudi Arabia, China, Iran",
            oppose="European Union, Japan, United Kingdom, China, India, Saudi Arabia",
            open="Japan, Kuwait, Qatar",
            conditional="Iran",
        ),
    ),
    (
        WIRE16,
        hold(
            support="Bolivia, Marcelo Montenegro, Bolivia, community leaders in Potosi, central bank",
            oppose="Bolivia, Marcelo Montenegro, Evo Morales, United States, ACI Systems",
            conditional="community leaders in Potosi",
            neutral="Chile",
        ),
    ),
    (
        BULLETIN,
        hold(
            support="Mozambique, Angola, Botswana, Lesotho, Rwanda, United Nations, Mozambique, Norway, "
            "Valige Tauabo, environmental groups in Maputo, Export-Import Bank, Doctors Without Borders",
            oppose="United Nations",
            open="United Kingdom, Netherlands",
            conditional="France, TotalEnergies, United Nations",
        ),
    ),
    (
        ANALYSIS,
        hold(
            support="members, Slovakia, Austria, Hungary, European Commission, opponents, opponents, Ukraine, Poland, "
            "Lithuania, Germany, Netherlands, Romania",
            oppose="Estonia, Czechia, Moldova",
            open="Slovakia, France",
        ),
    ),
]
LEAST = 0.55


@pytest.mark.parametrize(("text", "labels"), REPORTS, ids=[text[:20] for text, _ in REPORTS])
def test_report_gives_most_of_its_positions(text: str, labels: Held) -> None:
    said = Counter((p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions)
    right = (said & labels).total()
    assert 2 * right / (said.total() + labels.total()) >= LEAST

"""Issues: wordings of one proposal are one, variants that the text keeps apart are two, and the words read well."""

import pytest
from tests.coding.sentences import code_sentences

MERGED = [
    ("France is open to sending soldiers to Chad. Germany is against putting troops into Chad.", 1),
    ("Norway backs the embargo on Libyan oil. Italy opposes the ban on Libyan oil.", 1),
    ("Kenya proposed to send police to Haiti. The plan was rejected by Cuba.", 1),
    ("Oman called for a ceasefire in Yemen. Iran supports the truce in Yemen.", 1),
    ("Romania supports the accession of Moldova to the European Union. Hungary opposes the entry of Moldova.", 1),
    ("Togo is against a military intervention in Niger. Benin rejects any attack on Niger.", 1),
    ("Peru wants to extend the ban on fishing. Chile wants to deepen the ban on fishing.", 2),
    ("Japan supports sending missiles to Ukraine. Hungary opposes sending soldiers to Ukraine.", 2),
    ("Peru proposed a land swap in the valley. Ecuador said it would never swap land.", 1),
    ("Chile voted to close the border. Bolivia criticised the closure of the border.", 1),
    ("Gabon supported the renewal of the mandate. Chad opposed the extension.", 1),
    ("Jordan wants to ban exports of wheat. Egypt opposes the ban on exports.", 1),
    ("Peru supports the ban on seabed mining. Chile wants to lift the ban on seabed mining.", 2),
    ("Ghana called for talks. Togo called for an embargo on Mali.", 2),
]

WORDED = [
    ("Estonia is against sending ground troops to Ukraine.", "send ground troops to Ukraine"),
    ("Denmark refused to sell Greenland to the United States.", "sell Greenland to the United States"),
    ("Turkey demanded that Sweden extradite 30 people.", "Sweden to extradite 30 people"),
    ("Zambia is weighing a ban on maize exports.", "ban on maize exports"),
    ("Norway has called for a ceasefire in Gaza.", "ceasefire in Gaza"),
    ("Romania has no intention of leaving the base.", "leave the base"),
    ("Jordan plans to lift its ban on tomatoes from Syria.", "lift the ban on tomatoes from Syria"),
    ("Denmark has pledged 19 jets to Ukraine.", "give 19 jets to Ukraine"),
    ("Peru proposed a land swap on Monday.", "land swap"),
    ("Spain refused to back the embargo on Mali.", "embargo on Mali"),
    ("Uganda is opposed to an early election in South Sudan.", "early election in South Sudan"),
]


@pytest.mark.parametrize(("text", "count"), MERGED)
def test_wordings_of_one_proposal_are_one_issue(text: str, count: int) -> None:
    assert len(code_sentences(text).issues) == count


@pytest.mark.parametrize(("text", "proposal"), WORDED)
def test_proposals_are_worded_briefly(text: str, proposal: str) -> None:
    assert [i.proposal for i in code_sentences(text).issues] == [proposal]

"""Where an event ends: what reads like an act and is none, and acts whose type hangs on what stands beside the verb."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str | None, str]]]

UNDER_A_PROVISO: list[Row] = [
    ("Nepal said monitors were welcome, but only once India has pulled its guns back.", set()),
    ("The pact is void once Chad withdraws its soldiers.", set()),
    ("Kenya will not sign the pact as long as Somali soldiers hold the port.", set()),
    ("The treaty does not say what happens when one member attacks another.", set()),
    ("Peru offered talks on condition that Chile withdraws its ships.", set()),
    ("Kenya closed the road once Uganda had withdrawn its soldiers.", {("Kenya", "SANCTION"), ("Uganda", "YIELD")}),
    ("Niger said it would agree to talks only under the condition that Mali leaves.", set()),
    ("Benin recalled its envoy when Togo attacked the post.", {("Benin", "SANCTION"), ("Togo", "ASSAULT")}),
]

NEUTRAL: list[Row] = [
    ("Iceland abstained.", set()),
    ("The motion was carried, with Kenya and Ghana abstaining.", set()),
    ("Two of the council's members, Ghana and Kenya, abstained.", set()),
    ("Bhutan said it would stay out of the quarrel.", set()),
    ("Laos and Nepal stayed out of the vote.", set()),
    ("Iceland voted against the motion.", {("Iceland", "REJECT")}),
    ("Laos refused to join the scheme.", {("Laos", "REJECT")}),
]

OPINIONS: list[Row] = [
    ("Chad and Niger agree that the summit did not produce a deal.", set()),
    ("Japan agreed that the vote was fair.", set()),
    ("Japan considered the Korean proposal serious and fair.", set()),
    ("The Peruvian president declared his agreement with the aims of the reform.", set()),
    ("Togo retorted that it, not Benin, would judge what was fair.", set()),
    ("Senegal said it would oppose any change to the mandate.", set()),
    (
        "Chad and Niger agreed that the border should be closed.",
        {("Chad", "AGREE"), ("Niger", "AGREE")},
    ),
    ("Japan is considering the Korean proposal.", {("Japan", "CONSULT")}),
]

NOUNS_OF_LEAVING: list[Row] = [
    ("Expulsion from the African Union is another option.", set()),
    ("The plan foresees the withdrawal of both armies from Ecuador.", set()),
    ("The opposition of Juan Perez backed the army.", {("opposition of Juan Perez", "SUPPORT")}),
    ("The law passed despite opposition from Norway.", {("Norway", "REJECT")}),
    ("The news drew a rebuke from Turkey.", {("Turkey", "ACCUSE")}),
]

COMPANY: list[Row] = [
    ('"We are ready," Pedro Sanchez said at a meeting with the deputies of his party.', set()),
    ("Olaf Scholz spoke after the meeting of his cabinet.", set()),
    ("The Kenyan foreign minister met a group of mediators in Juba.", {("Kenya", "CONSULT")}),
    ("The Sudanese envoy met with the ambassadors.", {("Sudan", "CONSULT")}),
    (
        "Olaf Scholz met with Emmanuel Macron in Berlin.",
        {("Olaf Scholz", "CONSULT"), ("Emmanuel Macron", "CONSULT")},
    ),
    ("Peru held talks with Chile in Lima.", {("Peru", "CONSULT"), ("Chile", "CONSULT")}),
    (
        "Passing the motion by 9 votes to none, with 3 abstentions (Angola, Peru, Chile), NATO asked Togo to report.",
        {("NATO", "AGREE"), ("NATO", "REQUEST")},
    ),
]

WITHOUT_ARMS: list[Row] = [
    ("Canada has launched a charm offensive in Asia.", set()),
    ("China and Mexico waged a trade war.", set()),
    ("Bolivia is the victim of an economic war led by Chile.", set()),
    ("Ghana lost a legal battle with Togo.", set()),
    ("Peru described the text as an attack on the value of honesty.", set()),
    ("Chad launched an offensive in the north.", {("Chad", "ASSAULT")}),
    ("Chinese warships launched an attack on the Vietnamese post.", {("China", "ASSAULT")}),
]

BY_ANOTHER: list[Row] = [
    (
        "The French envoy thanked Morocco for having agreed to take the refugees.",
        {("France", "SUPPORT"), ("Morocco", "AGREE")},
    ),
    ("Kenya blamed Uganda for having attacked the post.", {("Kenya", "ACCUSE")}),
    ("Sweden praised Benin for its patience.", {("Sweden", "SUPPORT")}),
    ("In a radio address the Kenyan general gave Ali Hassan 48 hours to resign.", {("Kenya", "THREATEN")}),
    ("Colombia gave in to the rebels on Monday.", {("Colombia", "YIELD")}),
    ("Spain declined comment on the reports.", set()),
    ("Chad condemned a war that has killed thousands of people.", {("Chad", "ACCUSE")}),
    ("Bolivia is at odds with its court after Evo Morales won the election last year.", set()),
    ("Evo Morales won the election on Sunday.", {("Evo Morales", "OTHER")}),
    ('"We stand by Chad, which lives with terrorists at its borders," the Ghanaian president said.', set()),
]

BY_WHAT_FOLLOWS: list[Row] = [
    ("The Kenyan government has sanctioned 5 million dollars for new tents.", {("Kenya", "AID")}),
    ("Canada sanctioned three Russian banks.", {("Canada", "SANCTION")}),
    ("Peru proposed to host the refugees in Lima.", {("Peru", "AGREE")}),
    ("Peru proposed that Chile host the refugees.", {("Peru", "REQUEST")}),
    ("Ghana took Togo to the European Court over the law.", {("Ghana", "ACCUSE")}),
    ("Russian forces took the town of Bakhmut on Monday.", {("Russia", "ASSAULT")}),
    ("The Dutch prosecutors charged Bosko Radic with espionage.", {("Netherlands", "COERCE")}),
    ("Poland pledged its full support to Moldova.", {("Poland", "SUPPORT")}),
    ("Norway spends 300 million dollars a year on aid to Malawi.", {("Norway", "AID")}),
    ("The Kenyan general has given the foreign troops until Friday to leave the port.", {("Kenya", "THREATEN")}),
    ("Tonga said it would answer another raid with air strikes.", {("Tonga", "THREATEN")}),
]

# Right labels that the rules do not reach yet: wrong trees or names.
KNOWN_FAULTS: frozenset[str] = frozenset()

ROWS = [
    *UNDER_A_PROVISO,
    *NEUTRAL,
    *OPINIONS,
    *NOUNS_OF_LEAVING,
    *COMPANY,
    *WITHOUT_ARMS,
    *BY_ANOTHER,
    *BY_WHAT_FOLLOWS,
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_sentence_gives_these_events_and_no_others(sentence: str, expected: set[tuple[str | None, str]]) -> None:
    found = {(e.on_behalf_of or e.actor, e.type) for e in code_sentences(sentence).events}
    named = {(e.actor, e.type) for e in code_sentences(sentence).events}
    assert found == expected or named == expected

"""Positions told by a verdict, a deed, a vote or a text that somebody wrote: labelled before the rules met them."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str, str]]]


def each(stance: str, *sides: str) -> set[tuple[str, str]]:
    return {(side, stance) for side in sides}


VERDICTS: list[Row] = [
    ('Morocco called the claims of the Polisario to the wells "groundless".', each("oppose", "Morocco")),
    ('Belarus described as "absurd" the decision of Lithuania to close the crossing.', {
        ("Belarus", "oppose"), ("Lithuania", "support")}),
    ("Eritrea denounced the arms embargo as an act of war.", each("oppose", "Eritrea")),
    ("Cambodia's foreign ministry dismissed the verdict as a farce.", each("oppose", "Cambodia")),
    ("Peru's president branded the new tariff a piece of blackmail.", each("oppose", "Peru")),
    ("Ghana proposed to extend the mission. Togo called this a declaration of war.", {
        ("Ghana", "support"), ("Togo", "oppose")}),
    ("For Cairo, a second dam is out of the question.", each("oppose", "Egypt")),
    ("Bolivia's president said that the lithium fields were not for sale.", each("oppose", "Bolivia")),
    ('An amnesty for the gunmen "is off the table", Mali\'s prime minister said.', each("oppose", "Mali")),
    ("A naval blockade was under discussion, Greece's defence minister said.", each("open", "Greece")),
    ("Norway's foreign minister said that a total ban on seal products was on the table.", each("open", "Norway")),
    ('Mongolia\'s premier said that the border quarrel was "none of our business".', each("oppose", "Mongolia")),
    ("There will be no negotiations with the militia, Niger's defence minister said.", each("oppose", "Niger")),
    ('"There must be no return to the old border," Armenia\'s foreign minister said.', each("oppose", "Armenia")),
    ("Finland is uneasy about lifting the visa ban.", each("oppose", "Finland")),
    ("Uruguay is sceptical of the trade deal with Beijing.", each("oppose", "Uruguay")),
    ("The only solution is a referendum, Nepal's prime minister said.", each("support", "Nepal")),
    ("Rights groups criticised Tunisia for the decree on the courts.", each("oppose", "rights groups")),
    ("Serbia has been criticised by Albania for the ban on its wheat.", each("oppose", "Albania")),
    ("The port of Aden is under repair, Yemen's transport minister said.", set()),
    ("Chad called the ambassador a friend.", set()),
    ("The tractor is not for sale.", set()),
    ("There will be no rain before Friday, the weather office of Kenya said.", set()),
]  # fmt: skip

VOTES: list[Row] = [
    ("The assembly voted on a resolution to send inspectors. Mali, Niger and Togo voted against.", {
        *each("oppose", "Mali", "Niger", "Togo")}),
    ("The council adopted a resolution that extends the arms embargo. China and Pakistan abstained.", {
        ("council", "support"), *each("neutral", "China", "Pakistan")}),
    ("Denmark and Malta had drafted the text of a resolution demanding free elections in Belarus.", each(
        "support", "Denmark", "Malta")),
    ("Uganda urged the union to send medics. Kenya tabled the text.", each("support", "Uganda", "Kenya")),
    ("Brazil proposed a truce on the river. Paraguay prefers to wait.", {
        ("Brazil", "support"), ("Paraguay", "oppose")}),
    ("Laos attended the peace talks as an observer.", each("neutral", "Laos")),
    ("Ireland proposed an embargo on the junta. Spain did not rule it out.", {
        ("Ireland", "support"), ("Spain", "open")}),
]  # fmt: skip

DEEDS: list[Row] = [
    ("Georgia's parliament tightened the law on foreign funding.", each("support", "Georgia")),
    ("Slovakia has toughened its sanctions against Belarus.", each("support", "Slovakia")),
    ("Panama set a ceiling of 20 ships a day.", each("support", "Panama")),
    ("Ethiopia released the crew of the trawler on Monday.", each("support", "Ethiopia")),
    ("Bulgaria blacklisted three banks from Cyprus.", each("support", "Bulgaria")),
    ("Turkmenistan kicked out all foreign reporters.", each("support", "Turkmenistan")),
    ("Zambia has allowed the convoy to cross the border.", each("support", "Zambia")),
    ("Jordan did not let the envoys enter the camp.", each("oppose", "Jordan")),
    ("Kenya and Somalia reached an agreement on the sea border.", each("support", "Kenya", "Somalia")),
    ("Chile signed an extradition treaty with Ecuador.", each("support", "Chile", "Ecuador")),
    ("Qatar offered itself as a mediator between Chad and the rebels.", each("support", "Qatar")),
    ("Vietnam offered its good offices in the dispute.", each("support", "Vietnam")),
    ("Iran's president is refusing to step down.", each("oppose", "Iran")),
    ("Sri Lanka's army said it had suspended cooperation with the Maldives.", each("support", "Sri Lanka")),
    ("Myanmar's junta has ordered an end to the toll on the bridge.", each("oppose", "Myanmar")),
    ("Italy promised two planeloads of blankets.", set()),
    ("Latvia is considering an airlift to the enclave.", each("open", "Latvia")),
    ("Cuba called on both sides to stop shooting at once.", each("oppose", "Cuba")),
    ("Syria's minister said his country would not withdraw from the ridge.", each("oppose", "Syria")),
    ("Two banks were suspended by the parliament of Albania.", each("support", "Albania")),
    ("Nigeria recognised the breakaway republic, as did Gabon.", each("support", "Nigeria", "Gabon")),
    ("Sweden and Estonia said that the radars would be placed on Gotland.", each("support", "Sweden", "Estonia")),
    ("The Socialists called their supporters to a march on Sunday.", each("support", "Socialists")),
    ("Bhutan would accept an arbiter should India agree to one.", each("conditional", "Bhutan")),
    ("Moldova asked for money in return for its help at the border.", each("conditional", "Moldova")),
    ("Kazakhstan's foreign ministry said it would take a response to the deployment of missiles in Kyrgyzstan.", each(
        "oppose", "Kazakhstan")),
    ("Angola hopes for a ceasefire by the end of the week.", each("support", "Angola")),
    ("The army reached the river on Tuesday.", set()),
    ("Cameroon's troops released the brakes and drove off.", set()),
    ("Malaysia's exports to Brunei rose again.", set()),
]  # fmt: skip


SIDES: list[Row] = [
    ("Support for the ban on ivory came from Chile, Peru and Ecuador.", each("support", "Chile", "Peru", "Ecuador")),
    ("Among the backers of the carbon tax are Spain and Italy.", each("support", "Spain", "Italy")),
    ("Opponents of the trade deal include Kenya and Ghana.", each("oppose", "Kenya", "Ghana")),
    ("Zambia is the only country to oppose the treaty.", each("oppose", "Zambia")),
    ("Hungary's veto of the loan angered the bank.", each("oppose", "Hungary")),
    ("Slovakia, like Hungary, opposes the phase-out of Russian gas.", each("oppose", "Slovakia", "Hungary")),
    ("Chad joined Niger in recognising the breakaway republic.", each("support", "Chad", "Niger")),
    ("Bosnia dropped its plan to join the bloc.", each("oppose", "Bosnia and Herzegovina")),
    ("Ukraine applied to join the court.", each("support", "Ukraine")),
    ("Norway pledged 20 million dollars, Denmark 15 million and Iceland 3 million.", each(
        "support", "Norway", "Denmark", "Iceland")),
    ("The plan to share the river was drawn up by Kenya and Uganda.", each("support", "Kenya", "Uganda")),
    ("Spain's prime minister left no doubt that he would oppose the pact.", each("oppose", "Spain")),
    ("Egypt's foreign minister warned that any move to fill the dam would be met with force.", each("oppose", "Egypt")),
    ("Gabon would not sign the treaty or pay its dues, its envoy said.", each("oppose", "Gabon")),
    ("Burundi has shut the border with Rwanda.", set()),
    ("Taiwan's opposition has long argued for talks with Beijing.", each("support", "Taiwan")),
    ("Niger's farmers struggle to feed their herds.", set()),
    ("Let us talk about the harvest, the minister of Ghana said.", set()),
    ("There will be no war, Albania's prime minister said.", set()),
    ("The treaty that Egypt signed with Sudan in 1959 is well known.", set()),
]  # fmt: skip


def test_wording_has_no_article_pronoun_month_or_relative_clause() -> None:
    coding = code_sentences(
        "Angola backs his draft. Canada released the trawler in June. Fiji wants a fund that helps farmers."
    )
    assert [i.proposal for i in coding.issues] == ["adopt the draft", "release the trawler", "fund"]


def test_sums_of_a_gapped_list_are_issues_of_their_own() -> None:
    coding = code_sentences("Norway pledged 20 million dollars, Denmark 15 million and Iceland 3 million.")
    assert [i.proposal for i in coding.issues] == ["give 20 million dollars", "give 15 million", "give 3 million"]


@pytest.mark.parametrize(("text", "expected"), [*VERDICTS, *VOTES, *DEEDS, *SIDES])
def test_sentence_gives_positions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.on_behalf_of or p.actor, p.stance) for p in code_sentences(text).positions} == expected

"""Events by construction: five and more sentences of each, labelled by hand before its rule was written."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str | None, str]]]

PROMISED: list[Row] = [
    ("Norway said it would train Moldovan border guards.", {("Norway", "AGREE")}),
    ("Japan's defence ministry said it would provide Fiji with two patrol boats.", {("Japan", "AID")}),
    ("Kenya says it will reopen its consulate in Hargeisa in May.", {("Kenya", "AGREE")}),
    ("Peru said it would take part in the search for the crew.", {("Peru", "AGREE")}),
    ("Canada told the council that it would host the next round.", {("Canada", "CONSULT")}),
    ("Chad said it would not take part in the search.", {("Chad", "REJECT")}),
    ("Gabon said it would know more by Friday.", set()),
    ("Analysts said Togo would join the talks.", set()),
    ("Uruguay promised to open its ports if Paraguay paid its debts.", set()),
    ("Niger offered to free the two men if Benin lifted the curfew.", set()),
]

VOWED: list[Row] = [
    ("Eritrea vowed to respond to the incursion.", {("Eritrea", "THREATEN")}),
    ("Bolivia vowed to challenge the ruling in The Hague.", {("Bolivia", "THREATEN")}),
    ("Armenia vowed to fight on.", {("Armenia", "THREATEN")}),
    ("Georgia vowed to withdraw its last soldiers by June.", {("Georgia", "AGREE")}),
    ("Cyprus vowed that justice was on its way.", set()),
    ("Cuba vowed to remain calm.", set()),
]

DEMANDED: list[Row] = [
    ("Serbia said Kosovo has to release the officers.", {("Serbia", "REQUEST")}),
    ("Chile said that Bolivia needs to withdraw its complaint.", {("Chile", "REQUEST")}),
    ('"Myanmar must let the monitors in," the Indonesian foreign minister said.', {("Indonesia", "REQUEST")}),
    ("Latvia said the European Union's budget had to grow.", {("Latvia", "REQUEST")}),
    ('"We hope that Sudan will free the pilots," Egypt\'s foreign ministry said.', {("Egypt", "REQUEST")}),
    ("Iraq said it has to protect its pipelines.", set()),
    ("Nepal said the rain had to stop some day.", set()),
]

DENIED: list[Row] = [
    ("Rwanda said it had no soldiers in Congo.", {("Rwanda", "REJECT")}),
    ("Belarus insisted that it had not shot at the balloon.", {("Belarus", "REJECT")}),
    ("Iran maintained that its tankers had never entered Omani waters.", {("Iran", "REJECT")}),
    ("Algeria has never accepted the border.", {("Algeria", "REJECT")}),
    ("Hungary did not sign the declaration.", {("Hungary", "REJECT")}),
    ("Spain does not recognise the vote.", set()),
    ("Ghana said it had no news of the crew.", set()),
    ("Malta did not win the match.", set()),
]

BLAMED: list[Row] = [
    ("India said Pakistan was sheltering the gunmen.", {("India", "ACCUSE")}),
    ("Azerbaijan said Armenia had broken the truce.", {("Azerbaijan", "ACCUSE")}),
    ("Ukraine called the vote a farce.", {("Ukraine", "ACCUSE")}),
    ('Cambodia called the arrests an "insult".', {("Cambodia", "ACCUSE")}),
    ("Lebanon took aim at Cyprus over the survey.", {("Lebanon", "ACCUSE")}),
    ('Harare called the reports of hunger "absurd".', {("Zimbabwe", "ACCUSE")}),
    ("Jordan said the raid had wrecked the talks.", {("Jordan", "ACCUSE")}),
    ("Tonga said the storm had wrecked the pier.", set()),
    ("Senegal called the meeting for Tuesday.", {("Senegal", "CONSULT")}),
    ("Finland called Estonia a friend.", set()),
]

MEETINGS: list[Row] = [
    (
        "At a meeting of the foreign ministers of Jordan and Egypt in Aqaba, the water was divided.",
        {("Foreign Minister of Jordan", "CONSULT"), ("Foreign Minister of Egypt", "CONSULT")},
    ),
    ("An extraordinary ECOWAS summit was held in Abuja.", {("ECOWAS", "CONSULT")}),
    ("A meeting between Serbia and Kosovo lasted four hours.", {("Serbia", "CONSULT"), ("Kosovo", "CONSULT")}),
    ("Days of talks between Chad and Libya ended.", {("Chad", "CONSULT"), ("Libya", "CONSULT")}),
    (
        "The Security Council will hold a closed session on Haiti on Monday.",
        {("United Nations Security Council", "CONSULT")},
    ),
    (
        "Narendra Modi, on a visit to Dhaka, praised the accord.",
        {("Narendra Modi", "SUPPORT"), ("Narendra Modi", "CONSULT")},
    ),
    ("There has been no meeting between Cuba and Haiti.", set()),
    ("Ireland called for a meeting of the board.", {("Ireland", "REQUEST")}),
]

BY_NOUN: list[Row] = [
    ("The remark drew a rebuke from Turkey.", {("Turkey", "ACCUSE")}),
    ("The decree led to the resignation of Prime Minister Ariel Henry.", {("Ariel Henry", "YIELD")}),
    ("Criticism from Poland and Latvia followed.", {("Poland", "ACCUSE"), ("Latvia", "ACCUSE")}),
    ("The plan won the support of Nigeria.", {("Nigeria", "SUPPORT")}),
    ("The visa ban followed a request from Estonia.", {("Estonia", "REQUEST")}),
    ("Despite opposition from Hungary, the text was printed.", {("Hungary", "REJECT")}),
    ("A threat by Sudan was quoted in the papers.", {("Sudan", "THREATEN")}),
    ("Support for the plan is low.", set()),
    ("Opposition parties want a debate about criticism.", set()),
]

MEMBERS: list[Row] = [
    (
        "Several states, including Kenya and Uganda, condemned the raid.",
        {("Kenya", "ACCUSE"), ("Uganda", "ACCUSE")},
    ),
    (
        "Neighbours such as Chad and Niger closed their borders.",
        {("Chad", "SANCTION"), ("Niger", "SANCTION")},
    ),
    (
        "Five countries, among them Peru and Chile, recalled their ambassadors.",
        {("Peru", "SANCTION"), ("Chile", "SANCTION")},
    ),
]

VOTES: list[Row] = [
    (
        "The text was adopted with Chile, Peru and Mexico in favour.",
        {("Chile", "SUPPORT"), ("Peru", "SUPPORT"), ("Mexico", "SUPPORT")},
    ),
    ("Twelve members voted for the draft; Syria voted against.", {("twelve members", "SUPPORT"), ("Syria", "REJECT")}),
    ("Greenland voted in February to leave the union.", {("Greenland", "SANCTION")}),
    ("Parliament in Tirana passed the bill.", {("Parliament of Albania", "AGREE")}),
]

NO_NAME: list[Row] = [
    ("Tens of thousands demonstrated in Tbilisi against the law.", {("tens of thousands", "PROTEST")}),
    ("Miners and dockers went on strike in Chile.", {("miners", "PROTEST"), ("dockers", "PROTEST")}),
    ("Lawmakers in Manila urged the government to act.", {("Philippines", "REQUEST")}),
    ("Fighting broke out near Sukhumi on Friday.", {(None, "ASSAULT")}),
    ("A wave of shelling erupted along the frontier.", {(None, "ASSAULT")}),
    ("Prices marched upwards in Lagos.", set()),
]

OBJECTS: list[Row] = [
    ("The World Bank released $400 million to Zambia.", {("World Bank", "AID")}),
    ("Ghana will leave ECOWAS in January.", {("Ghana", "SANCTION")}),
    ("Burundi put the treaty in abeyance.", {("Burundi", "SANCTION")}),
    ("Peru's congress approved the trade pact.", {("Peru", "AGREE")}),
    ("Turkish planes struck two depots in northern Iraq.", {("Turkey", "ASSAULT")}),
    ("Denmark is sending a battalion of soldiers to Latvia.", {("Denmark", "MOBILIZE")}),
    ("Morocco opposed the resolution.", {("Morocco", "REJECT")}),
    ("Ecuador ordered the firm to pay the farmers.", {("Ecuador", "REQUEST")}),
    ("Egypt advanced its plans on Friday for a new port.", set()),
    ("Oman lost the match on Friday.", set()),
    ("Panama wrote to correspondents on Monday.", set()),
]

JOINED: list[Row] = [
    ("Brazil joined Colombia in condemning the raid.", {("Brazil", "ACCUSE"), ("Colombia", "ACCUSE")}),
    ("Ghana was among the states that recalled their ambassadors.", {("Ghana", "SANCTION")}),
    ("Nauru became the first country to recognise the republic.", {("Nauru", "AGREE")}),
    ("Kuwait was the last to withdraw its soldiers.", {("Kuwait", "YIELD")}),
    ("Peru hopes to be the first country to sign the accord.", set()),
    ("Guyana is among the states that border Brazil.", set()),
]

DECIDED: list[Row] = [
    ("Mali announced plans to expel the French envoy.", {("Mali", "SANCTION")}),
    ("Sudan took a decision to close the border.", {("Sudan", "SANCTION")}),
    ("Denmark's decision to withdraw its soldiers angered the king.", {("Denmark", "YIELD")}),
    ("Portugal voted to send medicine to Angola.", {("Portugal", "AID")}),
    ("Togo has no plans to close the border.", set()),
    ("Fiji rejected plans to close the port.", {("Fiji", "REJECT")}),
]

ATTEMPTED: list[Row] = [
    ("Rebels of the Lord's Resistance Army tried to storm the barracks.", {("Lord's Resistance Army", "ASSAULT")}),
    ("Oman tried to mediate between the two sides.", {("Oman", "CONSULT")}),
    ("Eritrea was forced to withdraw its soldiers.", {("Eritrea", "YIELD")}),
    ("Bhutan tried to grow more rice.", set()),
    ("Laos was forced to import rice.", set()),
]

QUOTED_IN_PART: list[Row] = [
    ('The African Union "strongly condemned" the coup.', {("African Union", "ACCUSE")}),
    ('Sudan\'s army had "liberated" the town of Wad Madani, the BBC reported.', {("Sudan", "ASSAULT")}),
    ('Jordan "welcomed" the accord.', {("Jordan", "SUPPORT")}),
    ('"Our men shot down two drones," a Lebanese officer said.', set()),
]

SENT: list[Row] = [
    ("Under pressure from Lagos, Benin opened the bridge.", {("Nigeria", "REQUEST")}),
    ("Nine members voted for the text, with Syria casting a veto.", {("nine members", "SUPPORT"), ("Syria", "REJECT")}),
    ("Thousands of people gathered outside the parliament in Minsk.", {("thousands of people", "PROTEST")}),
    ("Two Tunisian soldiers were killed when a mine exploded.", {(None, "ASSAULT")}),
    ("Ukraine claimed to have shot down 12 drones.", {("Ukraine", "ASSAULT")}),
    ("Namibia took Angola to court over the river.", {("Namibia", "ACCUSE")}),
    ("Pressed by reporters, Jair Bolsonaro smiled.", set()),
    ("He was followed by Andrzej Duda, who called for a pause.", {("Andrzej Duda", "REQUEST")}),
    (
        "Olaf Scholz told Emmanuel Macron in a phone call that the gas was back.",
        {("Olaf Scholz", "CONSULT"), ("Emmanuel Macron", "CONSULT")},
    ),
    ("Estonia plans to send medicine to Georgia.", {("Estonia", "AID")}),
    ("Angola does not intend to send medicine to Zambia.", set()),
    ("Chad plans to grow more cotton.", set()),
    ("Bahrain followed Kuwait in pulling its envoys out of Beirut.", {("Bahrain", "SANCTION"), ("Kuwait", "SANCTION")}),
    ("Haitian gangs attacked the airport.", {("Haitian gangs", "ASSAULT")}),
    ("Afghanistan said Pakistani jets bombed two villages, killing 40 civilians.", {("Afghanistan", "ACCUSE")}),
    ("Mongolia received Vladimir Putin with full honours.", {("Mongolia", "CONSULT")}),
    ("Morocco said the decision was unjust and closed its embassy in Algiers.", {("Morocco", "SANCTION")}),
    ("Bandits are rare on this road.", set()),
    ("The looting of shops went on under a low sky.", set()),
]

TAUNTED: list[Row] = [
    ('Zambia\'s fisheries minister spoke of "organised theft" by Angola.', {("Zambia", "ACCUSE")}),
    (
        'Peru called for patience after what it said was a "dangerous" move by Chile.',
        {("Peru", "REQUEST"), ("Peru", "ACCUSE")},
    ),
    ('Oman dismissed the charge that it had been "brutal" to Yemen.', {("Oman", "REJECT")}),
    ('Fiji spoke of a "wonderful evening" with Tonga.', set()),
    ("Estonia will stand firm in the face of Russian aggression, the Estonian president said.", set()),
]

NO_ACTS: list[Row] = [
    ("Ghana made no pledge.", set()),
    ("Angola often accuses Zambia of raids.", set()),
    ("Morocco has asked Spain to leave the islands that it occupies.", {("Morocco", "REQUEST")}),
    ("The Latvian foreign minister had every intention of staying.", set()),
    ("Latvia has no intention of leaving the treaty.", {("Latvia", "REJECT")}),
    ("Guinea will sign the pact if Mali leaves it.", set()),
    ("Chad will not pay unless Niger returns the lorries.", set()),
    ("Serbia said it would not sign the accord or attend the summit.", {("Serbia", "REJECT")}),
    ("The Kenyan foreign minister suggested that Uganda was ready.", set()),
    ("Chinese jets struck the depot, killing three.", {("China", "ASSAULT")}),
    ("Norway and Ghana said they would not take sides.", set()),
    ("The treaty will enter into force only when ratified by Kenya.", set()),
    ("Tonga and Fiji announced the proposal in Suva.", set()),
]

RARER_ACTS: list[Row] = [
    ("Bolivia pointed dozens of missiles at Chile.", {("Bolivia", "MOBILIZE")}),
    ("Miners shut their shops in protest at the tax.", {("miners", "PROTEST")}),
    ("Turkey cancelled a visit by the Greek foreign minister.", {("Turkey", "SANCTION")}),
    ("The European Union is considering new measures against Belarus.", {("European Union", "CONSULT")}),
    ("The Red Cross handed out blankets to the villagers.", {("Red Cross", "AID")}),
    ("Ugandan police sealed off the district.", {("Uganda", "COERCE")}),
    ("Georgian soldiers broke through the cordon.", {("Georgia", "COERCE")}),
    ("Turkish forces intervened to support the Libyan government.", {("Turkey", "ASSAULT")}),
    ("The hostages must be released, Japan said.", {("Japan", "REQUEST")}),
]

# Right labels that the rules do not reach yet: wrong trees or names.
KNOWN_FAULTS: frozenset[str] = frozenset()

ROWS = [*PROMISED, *VOWED, *DEMANDED, *DENIED, *BLAMED, *MEETINGS, *BY_NOUN, *MEMBERS, *VOTES, *NO_NAME, *OBJECTS]
ROWS += [*JOINED, *DECIDED, *ATTEMPTED, *QUOTED_IN_PART, *SENT, *TAUNTED, *NO_ACTS, *RARER_ACTS]


def mark_faults(rows: list[Row]) -> list[object]:
    """The rows, those that are known to fail marked as such."""
    fault = pytest.mark.xfail(reason="known fault", strict=False)
    return [pytest.param(*row, marks=fault) if row[0] in KNOWN_FAULTS else row for row in rows]


@pytest.mark.parametrize(("sentence", "expected"), mark_faults(ROWS))
def test_sentence_gives_events(sentence: str, expected: set[tuple[str | None, str]]) -> None:
    found = {(e.on_behalf_of or e.actor, e.type) for e in code_sentences(sentence).events}
    named = {(e.actor, e.type) for e in code_sentences(sentence).events}
    assert found == expected or named == expected

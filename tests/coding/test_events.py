"""Events: sentences of many crises and styles, labelled by hand before the rules were tuned."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str | None, str]]]

MATERIAL: list[Row] = [
    ("Armenian forces shelled two Azerbaijani villages on Tuesday.", {("Armenia", "ASSAULT")}),
    ("Two Azerbaijani villages were shelled by Armenian forces on Tuesday.", {("Armenia", "ASSAULT")}),
    ("Ethiopia invaded Eritrea at dawn.", {("Ethiopia", "ASSAULT")}),
    ("Israel carried out air strikes on Hezbollah positions in southern Lebanon.", {("Israel", "ASSAULT")}),
    ("A market in the town of Mora was bombed on Friday.", {(None, "ASSAULT")}),
    ("Pakistan shot down an Indian drone over Kashmir.", {("Pakistan", "ASSAULT")}),
    ("Iran and Pakistan exchanged fire across their border.", {("Iran", "ASSAULT"), ("Pakistan", "ASSAULT")}),
    ("The Houthis launched a missile at a Greek tanker.", {("Houthi movement", "ASSAULT")}),
    ("Boko Haram fighters captured the town of Baga last week.", {("Boko Haram", "ASSAULT")}),
    ("Iran seized a tanker in the Strait of Hormuz.", {("Iran", "SANCTION")}),
    ("Chinese warships intruded into Vietnamese waters on Monday.", {("China", "COERCE")}),
    ("Turkey annexed nothing, but Morocco blockaded the port of Ceuta.", {("Morocco", "COERCE")}),
    ("Kosovo detained three Serbian officers near the border.", {("Kosovo", "COERCE")}),
    ("Somaliland declared independence on Sunday.", {("Somaliland", "COERCE")}),
    ("India deployed 5,000 troops to Ladakh.", {("India", "MOBILIZE")}),
    ("Five thousand troops were deployed to Ladakh by India.", {("India", "MOBILIZE")}),
    ("Poland put its army on high alert.", {("Poland", "MOBILIZE")}),
    ("Venezuela began massing tanks near the Guyanese border.", {("Venezuela", "MOBILIZE")}),
    ("North Korea tested a new ballistic missile on Saturday.", {("North Korea", "MOBILIZE")}),
    ("Belarus called up its reservists after the incident.", {("Belarus", "MOBILIZE")}),
    ("The European Union imposed sanctions on Belarus.", {("European Union", "SANCTION")}),
    ("Kenya expelled the Somali ambassador.", {("Kenya", "SANCTION")}),
    ("Canada and Norway have suspended aid to Sudan.", {("Canada", "SANCTION"), ("Norway", "SANCTION")}),
    ("Burundi withdrew from the treaty in March.", {("Burundi", "SANCTION")}),
    ("Algeria recalled its ambassador from Madrid.", {("Algeria", "SANCTION")}),
    ("Tunisia closed its border with Libya.", {("Tunisia", "SANCTION")}),
    ("Opposition parties in Georgia boycotted the session.", {("opposition parties in Georgia", "PROTEST")}),
    ("Thousands of teachers protested in Lima against the decree.", {("teachers", "PROTEST")}),
    ("Uganda withdrew its soldiers from eastern Congo.", {("Uganda", "YIELD")}),
    ("Rwanda apologised to Burundi for the incident.", {("Rwanda", "YIELD")}),
    ("Colombia released eleven Venezuelan prisoners.", {("Colombia", "YIELD")}),
    ("Japan gave the Philippines four patrol boats.", {("Japan", "AID")}),
    ("Qatar pledged $200 million to Lebanon.", {("Qatar", "AID")}),
    ("Sweden sent ammunition to Estonia.", {("Sweden", "AID")}),
    ("Kuwait and Oman held a joint naval exercise.", {("Kuwait", "COOPERATE"), ("Oman", "COOPERATE")}),
    (
        "Azerbaijan and Armenia exchanged prisoners on Thursday.",
        {("Azerbaijan", "COOPERATE"), ("Armenia", "COOPERATE")},
    ),
]

VERBAL: list[Row] = [
    ("Serbia accused Kosovo of breaking the accord.", {("Serbia", "ACCUSE")}),
    ("Kosovo was accused by Serbia of breaking the accord.", {("Serbia", "ACCUSE")}),
    (
        "Chile, Peru and Brazil condemned the coup in Bolivia.",
        {("Chile", "ACCUSE"), ("Peru", "ACCUSE"), ("Brazil", "ACCUSE")},
    ),
    ("Hanoi criticised Beijing for the drills.", {("Vietnam", "ACCUSE")}),
    ("The Greek foreign ministry denounced the Turkish survey as illegal.", {("Greece", "ACCUSE")}),
    ("Ghana urged Togo to reopen the border.", {("Ghana", "REQUEST")}),
    ("The United Nations called for an immediate ceasefire in Yemen.", {("United Nations", "REQUEST")}),
    ("Zambia demanded the release of its citizens.", {("Zambia", "REQUEST")}),
    ("Spain asked Morocco for help with the search.", {("Spain", "REQUEST")}),
    ("Finland applied to join NATO.", {("Finland", "REQUEST")}),
    ("Norway proposed a ban on new drilling.", {("Norway", "REQUEST")}),
    ("Iraq said that Turkey must withdraw its troops.", {("Iraq", "REQUEST")}),
    ("Lithuania rejected the Belarusian demand.", {("Lithuania", "REJECT")}),
    (
        "Kabul turned down a Pakistani proposal to bring in the United Nations.",
        {("Afghanistan", "REJECT"), ("Pakistan", "REQUEST")},
    ),
    ("Talks between American and Chinese negotiators ended.", {("United States", "CONSULT"), ("China", "CONSULT")}),
    (
        "Ethiopian and Eritrean delegations signed a border agreement.",
        {("Ethiopia", "AGREE"), ("Eritrea", "AGREE")},
    ),
    ("The European Union released 30 million euros for Somalia.", {("European Union", "AID")}),
    ("The killing of two fishermen by Hezbollah angered the town.", {("Hezbollah", "ASSAULT")}),
    ("The African Union voted to expel Gabon.", {("African Union", "SANCTION")}),
    ("The United States sent the destroyer Mason to the area.", {("United States", "MOBILIZE")}),
    ("Pakistan supplied Azerbaijan with 20 fighter jets.", {("Pakistan", "AID")}),
    ("Cuba refused to extradite the two men.", {("Cuba", "REJECT")}),
    ("Russia vetoed the resolution.", {("Russia", "REJECT")}),
    ("Eritrea denied that its soldiers had crossed the border.", {("Eritrea", "REJECT")}),
    ("Austria will not send tanks to Moldova.", {("Austria", "REJECT")}),
    ("Egypt and Sudan signed an accord on the canal.", {("Egypt", "AGREE"), ("Sudan", "AGREE")}),
    ("An accord on the canal was signed by Egypt and Sudan.", {("Egypt", "AGREE"), ("Sudan", "AGREE")}),
    ("Mongolia agreed to open a corridor.", {("Mongolia", "AGREE")}),
    ("Kazakhstan promised to send troops to Tajikistan.", {("Kazakhstan", "AGREE")}),
    ("Syria accepted the plan.", {("Syria", "AGREE")}),
    ("Nepal offered to host talks between India and China.", {("Nepal", "AGREE")}),
    ("Xi Jinping met Narendra Modi in Kazan.", {("Xi Jinping", "CONSULT"), ("Narendra Modi", "CONSULT")}),
    (
        "The presidents of Kenya and Uganda met in Entebbe.",
        {("President of Kenya", "CONSULT"), ("President of Uganda", "CONSULT")},
    ),
    ("Talks between Ethiopia and Somalia resumed in Ankara.", {("Ethiopia", "CONSULT"), ("Somalia", "CONSULT")}),
    (
        "Narendra Modi spoke by phone with Emmanuel Macron.",
        {("Narendra Modi", "CONSULT"), ("Emmanuel Macron", "CONSULT")},
    ),
    ("Australia backed the Philippines in the dispute.", {("Australia", "SUPPORT")}),
    ("Ireland welcomed the ruling.", {("Ireland", "SUPPORT")}),
    ("South Africa voted for the resolution.", {("South Africa", "SUPPORT")}),
    ("Iran threatened to close the Strait of Hormuz.", {("Iran", "THREATEN")}),
    ("Turkey gave Greece 48 hours to pull back its ships.", {("Turkey", "THREATEN")}),
    ("Sudan warned Chad that any incursion would be met with force.", {("Sudan", "THREATEN")}),
]

HALTED_OR_PLANNED: list[Row] = [
    ("Denmark halted arms deliveries to Saudi Arabia.", {("Denmark", "SANCTION")}),
    ("Germany will give Ukraine ten howitzers.", {("Germany", "AID")}),
    ("Romania announced the withdrawal of its troops from Mali.", {("Romania", "YIELD")}),
    ("Laos and Thailand will meet in Hanoi next week.", {("Laos", "CONSULT"), ("Thailand", "CONSULT")}),
    ("Peru postponed the talks with Ecuador.", {("Peru", "REJECT")}),
    ("Croatia said it had sent medicine to Bosnia and Herzegovina.", {("Croatia", "AID")}),
]

NONE: list[Row] = [
    ("If Russia attacked Latvia, the alliance would respond.", set()),
    ("Turkey could send troops to Libya.", set()),
    ("Oman is concerned about the tension in the Gulf.", set()),
    ("Spain is against the plan.", set()),
    ("A strong earthquake struck central Chile on Monday.", set()),
    ("In 1879 Chile invaded Peru.", set()),
    ("Uruguay lies between Argentina and Brazil.", set()),
    ("Kenya is a member of the African Union.", set()),
    ("Some analysts doubt that Iran wants a war.", set()),
    ("Brazil has not attacked anyone.", set()),
    ("Mexico hopes that Cuba will accept the plan.", set()),
    ("Whether Egypt would deploy troops was unclear.", set()),
    ("The price of wheat rose sharply in Cairo.", set()),
    ("Portugal is a small country in the west of Europe.", set()),
]

MODES = [
    ("Croatia said it had sent medicine to Bosnia and Herzegovina.", "reported", "Croatia"),
    ("Armenian forces shelled two Azerbaijani villages on Tuesday.", "asserted", None),
    ("Laos and Thailand will meet in Hanoi next week.", "planned", None),
]

FIELDS = [
    ("Serbia accused Kosovo of breaking the accord.", "target", "Kosovo"),
    ("Ghana urged Togo to reopen the border.", "target", "Togo"),
    ("India deployed 5,000 troops to Ladakh.", "place", "Ladakh"),
    ("Israel carried out air strikes on Hezbollah positions in southern Lebanon.", "target", "Hezbollah"),
    ("Ireland imposed sanctions on Belarus and Russia on Monday.", "target", ("Belarus", "Russia")),
    ("North Korea tested a new ballistic missile on Saturday.", "when", "on Saturday"),
]

# Right labels that the rules do not reach yet: wrong trees or names.
KNOWN_FAULTS = frozenset({"The United States sent the destroyer Mason to the area."})


def mark_faults(rows: list[Row]) -> list[object]:
    """The rows, those that are known to fail marked as such."""
    fault = pytest.mark.xfail(reason="known fault", strict=False)
    return [pytest.param(*row, marks=fault) if row[0] in KNOWN_FAULTS else row for row in rows]


@pytest.mark.parametrize(("sentence", "expected"), mark_faults([*MATERIAL, *VERBAL, *HALTED_OR_PLANNED, *NONE]))
def test_sentence_gives_events(sentence: str, expected: set[tuple[str | None, str]]) -> None:
    found = {(e.on_behalf_of or e.actor, e.type) for e in code_sentences(sentence).events}
    named = {(e.actor, e.type) for e in code_sentences(sentence).events}
    assert found == expected or named == expected


@pytest.mark.parametrize(("sentence", "mode", "reporter"), MODES)
def test_mode_of_assertion(sentence: str, mode: str, reporter: str | None) -> None:
    assert {(e.mode, e.reported_by) for e in code_sentences(sentence).events} == {(mode, reporter)}


@pytest.mark.parametrize(("sentence", "field", "value"), FIELDS)
def test_fields_of_events(sentence: str, field: str, value: object) -> None:
    assert [getattr(e, field) for e in code_sentences(sentence).events] == [value]

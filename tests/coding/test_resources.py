"""Needs, shortages, offers and deliveries: sentences of many crises, labelled by hand before the rules were tuned."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str | None, str, str]]]

ROWS: list[Row] = [
    ("Lebanon is short of fuel and medicine.", {("Lebanon", "shortage", "fuel"), ("Lebanon", "shortage", "medicine")}),
    ("Sri Lanka lacks fuel.", {("Sri Lanka", "shortage", "fuel")}),
    ("Haiti is running out of water.", {("Haiti", "shortage", "water")}),
    ("Yemen faces a severe shortage of food.", {("Yemen", "shortage", "food")}),
    (
        "Armenian generals warn of shortages of shells and drones.",
        {("Armenia", "shortage", "shells"), ("Armenia", "shortage", "drones")},
    ),
    ("Cuba has no diesel left.", {("Cuba", "shortage", "diesel")}),
    ("Traders in Caracas speak of a lack of flour.", {("Venezuela", "shortage", "flour")}),
    ("Aid agencies spoke of a shortage of clean water in Khartoum.", {("Sudan", "shortage", "clean water")}),
    ("The Norwegian government has proposed to buy generators for Moldova.", {("Norway", "offer", "generators")}),
    ("Pakistan has supplied Azerbaijan with fighter jets.", {("Pakistan", "delivery", "fighter jets")}),
    ("A shipment of rice from Japan arrived in Manila on Monday.", {("Japan", "delivery", "rice")}),
    ("The United States sent two destroyers to the area.", set()),
    ("Moldova needs gas for the winter.", {("Moldova", "need", "gas")}),
    ("Somalia asked Turkey for drones.", {("Somalia", "need", "drones")}),
    ("Taiwan wants more air defence missiles.", {("Taiwan", "need", "air defence missiles")}),
    ("Qatar pledged $200 million to Lebanon.", {("Qatar", "offer", "money")}),
    ("Japan offered rice to the Philippines.", {("Japan", "offer", "rice")}),
    ("Sweden will give Estonia 12 tanks.", {("Sweden", "offer", "tanks")}),
    ("South Korea promised to send medicine to Nepal.", {("South Korea", "offer", "medicine")}),
    ("Norway announced a package of howitzers for Latvia.", {("Norway", "offer", "howitzers")}),
    ("France delivered six howitzers to Armenia.", {("France", "delivery", "howitzers")}),
    (
        "China has sent vaccines and masks to Serbia.",
        {("China", "delivery", "vaccines"), ("China", "delivery", "masks")},
    ),
    ("India supplies grain to Afghanistan.", {("India", "delivery", "grain")}),
    ("Iran gave drones to Ethiopia.", {("Iran", "delivery", "drones")}),
    (
        "Kenya received 40 armoured vehicles from the United States.",
        {("United States", "delivery", "armoured vehicles")},
    ),
    (
        "The World Food Programme delivered 300 tonnes of flour to Gaza.",
        {("World Food Programme", "delivery", "flour")},
    ),
    ("Canada proposed that NATO send generators to Kosovo.", {("Canada", "offer", "generators")}),
    ("Medicine has become scarce in Venezuela.", {("Venezuela", "shortage", "medicine")}),
    ("Russia is sending troops to the Belarusian border.", set()),
    ("Denmark halted arms deliveries to Saudi Arabia.", set()),
    ("Italy needs more time.", set()),
    ("Spain offered its condolences.", set()),
    ("Uganda gave a warning to Rwanda.", set()),
    ("Austria will not send tanks to Moldova.", set()),
    ("Peru needs the support of the court.", set()),
    ("Egypt sent its foreign minister to Ankara.", set()),
    (
        "Canada pledged C$ 30 million to Haiti, Brazil R$ 5 million and Mexico 200 tonnes of rice.",
        {("Canada", "offer", "money"), ("Brazil", "offer", "money"), ("Mexico", "offer", "rice")},
    ),
    (
        "Norway gave 20 million dollars, Denmark 15 million and Sweden 10 million to the fund for Lebanon.",
        {("Norway", "delivery", "money"), ("Denmark", "delivery", "money"), ("Sweden", "delivery", "money")},
    ),
    ("India has promised 4 billion rupees.", {("India", "offer", "money")}),
    (
        "Donors in Brussels announced contributions of $600 million to Yemen.",
        {("donors in Brussels", "offer", "contributions of money")},
    ),
    (
        "South Korea provided the Kenyan coastguard with a patrol boat and two drones.",
        {("South Korea", "delivery", "patrol boat"), ("South Korea", "delivery", "drones")},
    ),
    (
        "Turkey will ship items such as tents, stoves and blankets to Morocco.",
        {("Turkey", "offer", "tents"), ("Turkey", "offer", "stoves"), ("Turkey", "offer", "blankets")},
    ),
    ("Poland has a plan to supply Moldova with coal.", {("Poland", "offer", "coal")}),
    ("Kenya could receive 300 million dollars from the World Bank.", {("World Bank", "offer", "money")}),
    ("Zambia reached an agreement with the World Bank for a loan.", {("World Bank", "offer", "loan")}),
    ("Parliament supports the dispatch of observers to Sudan.", {("Parliament", "offer", "observers")}),
    (
        "Chad asked for hospitals, teachers and wells.",
        {("Chad", "need", "hospitals"), ("Chad", "need", "teachers"), ("Chad", "need", "wells")},
    ),
    ("Austria has no plans to send tanks to Moldova.", set()),
    ("Greece received praise from the European Union.", set()),
    ("The minister announced a package of measures.", set()),
    ("Spain dispatched a patrol boat to the bank.", set()),
    ("Ghana's cabinet is counting on a possible loan from China.", {("China", "offer", "loan")}),
    ("Critics say the army could buy drones from Turkey.", set()),
    ("The Fijian peacekeepers will bring their own trucks.", set()),
    # Words of lack, whatever their part of speech.
    ("Short of tyres, Cuba has parked half its buses.", {("Cuba", "shortage", "tyres")}),
    ("The pilots at Juba are out of kerosene.", {("pilots", "shortage", "kerosene")}),
    ("Serbian clinics were left without insulin.", {("Serbia", "shortage", "insulin")}),
    ("The islanders of Palawan spent a week without water.", {("Palawan", "shortage", "water")}),
    (
        "Mali, which is poor in helicopters, asked Chad for pilots.",
        {("Mali", "shortage", "helicopters"), ("Mali", "need", "pilots")},
    ),
    ("Peruvian miners stopped work for want of dynamite.", {("Peruvian miners", "shortage", "dynamite")}),
    ("Malawi cannot find fertiliser.", {("Malawi", "shortage", "fertiliser")}),
    ("Bolivia struggles to import diesel.", {("Bolivia", "shortage", "diesel")}),
    ("The garrison at Marib has received no shells since May.", {("Marib", "shortage", "shells")}),
    ("Zambia has less than a week's worth of maize.", {("Zambia", "shortage", "maize")}),
    # What carries goods, what holds them, and who gave what is handed on.
    ("Kuwait's lorries crossed into Iraq, loaded with lentils.", {("Kuwait", "delivery", "lentils")}),
    (
        "Finland announced a package of aid for Kenya. It includes radios and saws.",
        {("Finland", "offer", "aid"), ("Finland", "offer", "radios"), ("Finland", "offer", "saws")},
    ),
    (
        "Oman sent a plane of medicine to Aden. Forty tonnes of soap were then flown to Mukalla.",
        {("Oman", "delivery", "medicine"), ("Oman", "delivery", "soap")},
    ),
    # Sums as the goods that they are of or for.
    ("Ireland gave Malta 5 million euros' worth of pumps.", {("Ireland", "delivery", "pumps")}),
    ("Korea lent Laos 20 mln dlrs for food aid.", {("South Korea", "delivery", "money for food aid")}),
    # Taking, considering and asking others to give.
    ("Tonga accepted tents from Fiji.", {("Fiji", "delivery", "tents")}),
    ("Chile is to get 40 lorries from China.", {("China", "offer", "lorries")}),
    ("Slovakia is considering a field hospital for Moldova.", {("Slovakia", "offer", "field hospital")}),
    ("Estonia has 30 mechanics to spare for Georgia.", {("Estonia", "offer", "mechanics")}),
    ("Rwanda lives on coffee money and on wheat from Ukraine.", {("Ukraine", "delivery", "wheat")}),
    ("Greece received six F-16s from Norway.", {("Norway", "delivery", "F-16s")}),
    # What looks like goods given or lacking.
    ("Ankara has sold no drones to Chad.", set()),
    ("The president is without executive power.", set()),
    ("Food stocks generally run out in April.", set()),
    ("Sweden has ordered a review of military aid from Denmark.", set()),
    ("Sudan sent an observer to the talks.", set()),
    ("The court released the three journalists.", set()),
    ("Tehran must pour concrete into the core.", set()),
    # Power that is handed over, men and ships that are called, moved or freed, what is told to be none.
    ("Mali's junta handed over power in March.", set()),
    ("Peru's parliament gave the provinces power over the mines.", set()),
    ("Clinics in Malawi report no shortage of vaccines.", set()),
    ("Chile would send neither tents nor blankets.", set()),
    ("Denmark will send four helicopters to Mali, but no infantry.", {("Denmark", "offer", "helicopters")}),
    ("Sudan wants the Kenyan battalion withdrawn.", set()),
    ("Rebels called for the Chadian soldiers in the fort to surrender.", set()),
    ("Chad's army gave the Libyan soldiers until Sunday to leave.", set()),
    ("The warplanes of Chad dropped bombs on the camp.", set()),
    ("Yemen released the tanker after a week.", set()),
    ("Tunisia's blue helmets came to the bridge on Monday.", set()),
    # What carries goods, and whose it is.
    ("The Panama-flagged tanker left Basra carrying crude.", {(None, "delivery", "crude")}),
    (
        "Forty lorries carrying lentils and soap entered Darfur on Friday.",
        {(None, "delivery", "lentils"), (None, "delivery", "soap")},
    ),
    ("Kenya has sent nine lorries with beans to Juba.", {("Kenya", "delivery", "beans")}),
    # Whose want it is, and what a sum is given as.
    ("The parliament of Fiji deplored the shortage of rice on Rotuma.", {("Rotuma", "shortage", "rice")}),
    ("The Zagreb government appealed for help to house 9,000 people.", {("Croatia", "need", "help")}),
    ("Tunisia wants medicine sent to Gaza.", {("Tunisia", "offer", "medicine")}),
    ("Norway has committed $50m (450m kroner) in loans.", {("Norway", "offer", "loans")}),
    ("Denmark pledged to give billions of dollars in grants to Haiti.", {("Denmark", "offer", "grants")}),
    # Whose a gift is, and what is only thought of or done for oneself.
    ("The assembly expressed its thanks to Oman for its gift of flour.", {("Oman", "delivery", "flour")}),
    (
        "Moldova has benefited from Romanian coal and flour.",
        {("Romania", "delivery", "Romanian coal"), ("Romania", "delivery", "flour")},
    ),
    ("Relations were kept for the purchase of fuel from Kazakhstan.", {("Kazakhstan", "delivery", "fuel")}),
    ("The United States said its contribution this year would be $890 million.", {("United States", "offer", "money")}),
    (
        "The ministry welcomed the pledges made by Chad (300 soldiers), Togo (200 police) and Benin.",
        {("Chad", "offer", "soldiers"), ("Togo", "offer", "police")},
    ),
    ("Malta has diesel for three weeks but would need another 900 tonnes after that.", {("Malta", "need", "diesel")}),
    ("Bulgarian tanks were shipped to Kenya from Romania.", {("Romania", "delivery", "bulgarian tanks")}),
    ("Nepal may have to step up its deliveries of rice.", set()),
    ("Ghana would send frigates to escort the tanker.", set()),
    ("Serbia will send in special police.", set()),
    ("Chad usually sends grain to Libya.", set()),
]

AMOUNTS = [
    ("Sweden will give Estonia 12 tanks.", "12", "Estonia"),
    ("The World Food Programme delivered 300 tonnes of flour to Gaza.", "300 tonnes", "Gaza"),
    ("Qatar pledged $200 million to Lebanon.", "$200 million", "Lebanon"),
    ("France delivered six howitzers to Armenia.", "six", "Armenia"),
]

# Right labels that the rules do not reach yet: wrong trees or names.
KNOWN_FAULTS = frozenset(
    ["The World Food Programme delivered 300 tonnes of flour to Gaza.", "Tonga accepted tents from Fiji."]
)


def mark_faults(rows: list[Row]) -> list[object]:
    """The rows, those that are known to fail marked as such."""
    fault = pytest.mark.xfail(reason="known fault", strict=False)
    return [pytest.param(*row, marks=fault) if row[0] in KNOWN_FAULTS else row for row in rows]


@pytest.mark.parametrize(("sentence", "expected"), mark_faults(ROWS))
def test_sentence_gives_resources(sentence: str, expected: set[tuple[str | None, str, str]]) -> None:
    found = {(r.on_behalf_of or r.actor, r.status, r.what) for r in code_sentences(sentence).resources}
    assert found == expected


@pytest.mark.parametrize(("sentence", "amount", "receiver"), AMOUNTS)
def test_amount_and_receiver(sentence: str, amount: str, receiver: str) -> None:
    assert [(r.amount, r.to) for r in code_sentences(sentence).resources] == [(amount, receiver)]

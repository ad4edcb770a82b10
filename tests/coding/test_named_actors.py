"""Which actors a text has, and under what names: groups by their own words, organs by their state.

Each rule has sentences that look like its case and are none.
"""

import pytest
from tests.coding.sentences import code_sentences

GROUPS: list[tuple[str, set[str]]] = [
    ("About 400 miners blocked the bridge in La Paz.", {"miners"}),
    ("At least three dozen truckers blocked the bridge.", {"truckers"}),
    ("More than 2,000 nurses marched in Accra.", {"nurses"}),
    ("Hundreds of protesters armed with clubs stormed the depot.", {"protesters"}),
    ("Some lawmakers said the treaty was dead.", {"some lawmakers"}),
    ("Several donors said the money was gone.", {"several donors"}),
    ("Several aid groups said the money was gone.", {"aid groups"}),
    ("Other island nations said the treaty was dead.", {"other island nations"}),
    ("The country's leading bankers said the loan was lost.", {"leading bankers"}),
    ("Norway's fishermen said the quota was unfair.", {"Norwegian fishermen"}),
    ("A 41-year-old nurse said the ward was full.", {"nurse"}),
    ("Two ministers said the road was open.", {"two ministers"}),
    ("An official familiar with the talks said the pact was close.", {"official"}),
]


@pytest.mark.parametrize(("text", "names"), GROUPS)
def test_a_group_is_named_by_what_tells_it_apart(text: str, names: set[str]) -> None:
    coded = code_sentences(text).records
    assert {r.name for r in coded if r.kind == "actor" and r.type in ("group", "person")} == names


ORGANS: list[tuple[str, set[tuple[str, str | None]]]] = [
    ("The Chilean senate rejected the bill.", {("Senate of Chile", "Chile")}),
    ("Peru recalled its envoy. The Supreme Court rejected the appeal.", {("Supreme Court of Peru", "Peru")}),
    ("Kenya closed the camp. Its navy fired on a boat.", {("Kenyan navy", "Kenya")}),
    ("In Nairobi, police said two men had fled.", {("Kenyan police", "Kenya")}),
    ("Military police said two men had fled.", set()),
    ("A Turkish Foreign Ministry official said the road was open.", set()),
    ("The Orban government said it would leave.", set()),
]


@pytest.mark.parametrize(("text", "organs"), ORGANS)
def test_an_organ_is_that_of_the_state_spoken_of(text: str, organs: set[tuple[str, str | None]]) -> None:
    coded = code_sentences(text).records
    assert {(r.name, r.acts_for) for r in coded if r.kind == "actor" and r.type == "organisation"} == organs


WHO_DOES: list[tuple[str, list[str]]] = [
    ("The Orban government said it would leave.", ["Hungary"]),
    ("Peru recalled its envoy. The authorities said the port was shut.", ["Peru"]),
    ("The World Food Programme has no trucks left. The agency said its stores were empty.", ["World Food Programme"]),
    ("Samsung Electronics built the plant. The company said it would stay.", ["Samsung Electronics"]),
    ("A member of the Salvation Front spoke to Ana Ruiz. The company said it would stay.", ["company"]),
    ("The Unity Front, a smaller group, said it would sign.", ["Unity Front"]),
    ("An officer who goes by Colonel Hamza said the town had fallen.", ["Colonel Hamza"]),
    ("The officer who met Ana Ruiz said the town had fallen.", ["officer"]),
    ("Colonel Samir Hamza came. Hamza said the town had fallen.", ["Samir Hamza"]),
    ("Ana Ruiz, a preacher, and Luis Soto said the march was off.", ["Ana Ruiz", "Luis Soto"]),
    ("A spokesman for the Unity Front said it would sign.", ["spokesman for Unity Front"]),
    ("The deputy premier of Samoa said it would sign.", ["Deputy Premier of Samoa"]),
    ("Prime Minister Ana Ruiz of Samoa left. The premier said it would sign.", ["Ana Ruiz"]),
    ("Bachar al-Assad said the road was open.", ["Bashar al-Assad"]),
    ("Bashir al-Asmar said the road was open.", ["Bashir al-Asmar"]),
    ("The governor of the border province of Tarija said the road was open.", ["governor of Tarija"]),
    ("Houthi movement fighters left. The Yemeni rebels said the port was theirs.", ["Houthi movement"]),
    ("EU leaders said the deal was dead.", ["EU leaders"]),
    ("A member of the OSCE observer team said the road was open.", ["member of OSCE observer team"]),
    ("The conservative New Dawn said it would leave.", ["New Dawn"]),
    ("The New Conservative Party said it would leave.", ["New Conservative Party"]),
    ("The Syria Democratic Forces (SDF) said the town was theirs.", ["Syrian Democratic Forces"]),
    ("The Sugar Drinkers Federation (SDF) said the town was theirs.", ["Sugar Drinkers Federation"]),
    ("Laurent Mbekani left. Mbekany said the vote was over.", ["Laurent Mbekani"]),
    ("Laurent Mbeki left. Petrov said the vote was over.", ["Petrov"]),
    ("Editing by Ana Ruiz. Peru said the deal was dead.", ["Peru"]),
]


@pytest.mark.parametrize(("text", "speakers"), WHO_DOES)
def test_a_short_form_leads_back_to_its_name(text: str, speakers: list[str]) -> None:
    coded = code_sentences(text, "2023-05-02").records
    assert [r.speaker for r in coded if r.kind == "statement"] == speakers


NO_ACTORS: list[tuple[str, str]] = [
    ("Ghana said the Belgian chocolate was cheaper.", "Belgium"),
    ("Ghana said the Paris accord was dead.", "France"),
    ("Ghana said Latin American leftists would lose.", "United States"),
    ("Ghana closed the port. Edited by: Ana Ruiz", "Ana Ruiz"),
    ("Troops entered the provincial capital Anta Sari, Ghana said.", "Anta Sari"),
]


@pytest.mark.parametrize(("text", "name"), NO_ACTORS)
def test_a_name_that_only_qualifies_or_places_is_no_actor(text: str, name: str) -> None:
    assert name not in {r.name for r in code_sentences(text).records if r.kind == "actor"}


def test_a_body_that_speaks_keeps_its_position_beside_those_of_its_members() -> None:
    text = (
        "Kenya and Uganda are against sending soldiers to Goma. Other community members disagree with sending soldiers"
        " to Goma. The East African Community said that it was against sending soldiers to Goma."
    )
    stands = {(p.actor, p.stance) for p in code_sentences(text).positions}
    assert stands >= {("Kenya", "oppose"), ("Uganda", "oppose"), ("East African Community", "oppose")}

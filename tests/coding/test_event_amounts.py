"""Events told with little: an amount without its verb, counted states, a verdict, a meeting beside the news."""

import pytest
from tests.coding.sentences import code_sentences

Row = tuple[str, set[tuple[str | None, str]]]

GAPPED: list[Row] = [
    (
        "Norway pledged $20 million, Denmark 12 million euros and Japan 5 million dollars.",
        {("Norway", "AID"), ("Denmark", "AID"), ("Japan", "AID")},
    ),
    ("Kuwait has promised US$ 100 million, Qatar US$ 80 million.", {("Kuwait", "AID"), ("Qatar", "AID")}),
    ("Finland offered Malawi up to 3 million euros for wells.", {("Finland", "AID")}),
    ("Spain pledged $5 million, and Portugal abstained.", {("Spain", "AID")}),
    ("Chile sold Peru 20 trucks in 2019.", set()),
]

COUNTED: list[Row] = [
    ("Some 40 countries joined the pact on Monday.", {("some 40 countries", "AGREE")}),
    ("The partisans demonstrated in front of the ministry.", {("partisans", "PROTEST")}),
    ("Villagers condemned the raid.", {("villagers", "ACCUSE")}),
    ("Some 40 shops opened on Monday.", set()),
]

JUDGED: list[Row] = [
    ("Bolivia said the treaty was void.", {("Bolivia", "ACCUSE")}),
    ("Senegal's president said the vote was illegal.", {("Senegal", "ACCUSE")}),
    ("Bolivia said the treaty was not void.", set()),
    ("Bolivia said the treaty was long.", set()),
]

BESIDE: list[Row] = [
    (
        "Ghana and Togo announced the ceiling after a meeting in Lome.",
        {("Ghana", "CONSULT"), ("Togo", "CONSULT")},
    ),
    (
        "Kenya and Uganda signed the treaty at a meeting with Rwanda.",
        {(n, t) for n in ("Kenya", "Uganda") for t in ("AGREE", "CONSULT")} | {("Rwanda", "CONSULT")},
    ),
    (
        "The forum was convened by Nepal together with Bhutan.",
        {("Nepal", "CONSULT"), ("Bhutan", "CONSULT")},
    ),
    (
        "The minister told Reuters that fighting between Sudan and Chad had spread.",
        {("Sudan", "ASSAULT"), ("Chad", "ASSAULT")},
    ),
    ("Ghana and Togo called for a meeting in Lome.", {("Ghana", "REQUEST"), ("Togo", "REQUEST")}),
]

NEAR: list[Row] = [
    ("Iran launched a rocket that put a satellite into orbit.", {("Iran", "MOBILIZE")}),
    ("Iran fired two missiles into the sea.", {("Iran", "MOBILIZE")}),
    ("Iran fired two missiles at a base.", {("Iran", "ASSAULT")}),
    ("Canada voiced solidarity with Latvia, a member since 1999.", {("Canada", "SUPPORT")}),
    ("Kosovo voted against the text in the assembly.", {("Kosovo", "REJECT")}),
    ("The mayor of Osh fled to Kazakhstan.", {("mayor of Osh", "OTHER")}),
    ("France offered mediators.", {("France", "AGREE")}),
    ("Zambia questioned the validity of the count.", {("Zambia", "ACCUSE")}),
    ("Albania conceded that the map says nothing of the islet.", set()),
    ("Laila Haddad chairs the committee on trade.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [*GAPPED, *COUNTED, *JUDGED, *BESIDE, *NEAR])
def test_sentence_gives_events(sentence: str, expected: set[tuple[str | None, str]]) -> None:
    found = {(e.on_behalf_of or e.actor, e.type) for e in code_sentences(sentence).events}
    named = {(e.actor, e.type) for e in code_sentences(sentence).events}
    assert found == expected or named == expected

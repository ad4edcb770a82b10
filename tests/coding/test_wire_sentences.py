"""Sentences in the manner of wire news: clauses that take up the one before, speakers without a state, and more.

Each rule has at least one sentence that looks like its case and is none.
"""

import pytest
from tests.coding.sentences import code_sentences

from tocsin.coding.code import open_article
from tocsin.language.parse import parse
from tocsin.records.document import Document, name_document

STATEMENTS: list[tuple[str, set[str | None]]] = [
    ("Amnesty International called on the junta to free its prisoners.", {"Amnesty International"}),
    ("A charity called Shelter runs two hospitals in Aden.", set()),
    ("Morocco and Algeria claim the valley.", set()),
    ("Al-Shabaab claimed the attack on the hotel.", {"al-Shabaab"}),
    ("Eritrea denied this.", {"Eritrea"}),
    ("President Isaias Afwerki flew to Juba to say that the road would stay shut.", {"Isaias Afwerki"}),
    ("President Isaias Afwerki flew to Juba to rest.", set()),
    ('Asked whether Peru would sign, Foreign Minister Gervasi replied, "Never."', {"Gervasi"}),
    ("The gas is gone, according to a letter seen by Reuters.", {"Reuters"}),
    ("Chad said the convoy carried grain; nobody has seen it.", {"Chad"}),
    ("What Lima says: the border stays open.", set()),
    ("Officials from both Peru and Chile said the road was open.", {"Peru", "Chile"}),
]

POSITIONS: list[tuple[str, set[tuple[str, str]]]] = [
    ("Kenya backed sending troops to Haiti. Jamaica did the same.", {("Kenya", "support"), ("Jamaica", "support")}),
    ("Kenya opposed sending troops to Haiti. Jamaica did not.", {("Kenya", "oppose"), ("Jamaica", "support")}),
    (
        "Kenya demanded that Haiti extradite the general. Haiti said it would not.",
        {("Kenya", "support"), ("Haiti", "oppose")},
    ),
    ("Kenya signed the treaty. The rain did not stop, and the road was lost.", {("Kenya", "support")}),
    ("Bolivia said there was no need for a new summit.", {("Bolivia", "oppose")}),
    ("There was no need for blankets.", set()),
    ("Nepal wants the blockade lifted.", {("Nepal", "support")}),
    ("Nepal wants the same thing.", set()),
    ("Peru welcomed the offer of mediators.", {("Peru", "support")}),
    ("Chile has not announced any plans to withdraw its troops.", set()),
    ("Students demanded a new law in a letter signed in May.", {("students", "support")}),
    ("Critics blame Brasilia for encouraging miners to burn the forest.", set()),
    ("Angola offered to mediate.", {("Angola", "support")}),
    ("Gabon would leave the bloc if force were used.", set()),
    (
        "Oman announced a coalition to guard the gulf, which was joined by India.",
        {("Oman", "support"), ("India", "support")},
    ),
    ("The road was joined by a path. Oman joined the dots.", set()),
    (
        "Panama urged Peru to send ships. Chile is in favour.",
        {("Panama", "support"), ("Chile", "support")},
    ),
    ("Ghana criticised the bombing and urged Chad to stop.", {("Ghana", "oppose")}),
    ('Chad said that any attack on Niger would be "a declaration of war" against it.', {("Chad", "oppose")}),
    ('Chad said that any tourist would see "a land of plenty".', set()),
]

EVENTS: list[tuple[str, set[tuple[str | None, str]]]] = [
    ("Jordan condemned the raid. So did Egypt.", {("Jordan", "ACCUSE"), ("Egypt", "ACCUSE")}),
    ("Jordan condemned the raid. So did nobody else.", {("Jordan", "ACCUSE")}),
    ("Foreign Minister Ararat Mirzoyan of Armenia visited Georgia on Monday.", {("Ararat Mirzoyan", "CONSULT")}),
    ("A tourist visited Georgia on Monday.", set()),
    (
        "Qatar chaired two rounds of talks between Chad and Libya.",
        {("Qatar", "CONSULT"), ("Chad", "CONSULT"), ("Libya", "CONSULT")},
    ),
    ("Qatar called for talks between Chad and Libya.", {("Qatar", "REQUEST")}),
    ("Libyan rockets fell on a village at dawn.", {("Libya", "ASSAULT")}),
    ("Prices fell on Monday.", set()),
    ("LIMA, May 2 - Chile sent warships to the gulf.", {("Chile", "MOBILIZE")}),
    ("Angola stopped selling oil to Chad.", {("Angola", "SANCTION")}),
    ("Angola stopped for lunch.", set()),
    ("Turkey keeps 300 soldiers in Chad.", {("Turkey", "MOBILIZE")}),
    ("Turkey keeps its promises.", set()),
    ("The Council failed to agree after Chile vetoed the draft.", {("Council", "REJECT"), ("Chile", "REJECT")}),
    ("Shots were fired at a police post near Guba.", {(None, "ASSAULT")}),
    ("A car bombing killed nine people in Mosul.", {(None, "ASSAULT")}),
    ("An earthquake killed nine people in Mosul.", set()),
    ("Students marched through Lima on Sunday.", {("students", "PROTEST")}),
    ("Soldiers marched through Lima on Sunday.", set()),
    ("A diplomat, who asked not to be named, spoke of progress.", set()),
    ("The parliament of Georgia voted to expel the envoy.", {("Parliament of Georgia", "SANCTION")}),
    ("The Libyan army said that Chadian soldiers had burned two villages.", {("Libyan army", "ACCUSE")}),
    ("The United Nations said that Chadian soldiers had attacked Libya.", {("Chadian soldiers", "ASSAULT")}),
    pytest.param(
        "Peru handed in its heavy weapons.",
        {("Peru", "YIELD")},
        marks=pytest.mark.xfail(strict=True, reason="the tree makes the weapons a place"),
    ),
    ("Peru and Chile failed to settle the dispute.", {("Peru", "REJECT"), ("Chile", "REJECT")}),
]

ACTORS: list[tuple[str, str, tuple[str, str | None]]] = [
    ("Gabon will sign. Foreign Minister Pacôme Moubelet flew home.", "Pacôme", ("Pacôme Moubelet", "Gabon")),
    ("The former Peruvian president Alan Rosas spoke in Lima.", "Rosas", ("Alan Rosas", None)),
    ("Colonel Idris Baro, a spokesman for the Chadian army, spoke.", "Baro", ("Idris Baro", "Chad")),
    ("Sudan lost the town. The army said so.", "army", ("Sudanese army", "Sudan")),
    ("Several EU members left early.", "members", ("European Union members", None)),
    ("EU members left early.", "members", ("European Union", None)),
    ("Chadian villagers fled.", "villagers", ("Chadian villagers", None)),
    ("Japan's Toyota has left the country.", "Toyota", ("Toyota", None)),
    ("In 2011 President Barack Obama met Hosni Mubarak.", "Obama", ("Barack Obama", "United States")),
]


@pytest.mark.parametrize(("text", "speakers"), STATEMENTS)
def test_text_gives_speakers(text: str, speakers: set[str | None]) -> None:
    assert {s.speaker for s in code_sentences(text).statements} == speakers


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_text_gives_positions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.actor, p.stance) for p in code_sentences(text).positions} == expected


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_text_gives_events(text: str, expected: set[tuple[str | None, str]]) -> None:
    assert {(e.actor, e.type) for e in code_sentences(text).events} == expected


@pytest.mark.parametrize(("text", "word", "expected"), ACTORS)
def test_word_stands_for_actor(text: str, word: str, expected: tuple[str, str | None]) -> None:
    document = Document(id=name_document(text), source="sentence", text=text)
    article = open_article(document, parse([text])[0])
    assert article is not None
    whos = [w for t in article.doc if t.text == word for w in article.cast.who_alone(t)]
    assert [(w.name, w.acts_for) for w in whos] == [expected]

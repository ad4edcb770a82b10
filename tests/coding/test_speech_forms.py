"""Forms of speech and of threats: marks, incises, acts told by a noun, speakers behind the verb, alternatives.

Each form has at least one sentence that looks like its case and is none.
"""

import pytest
from tests.coding.sentences import code_sentences

QUOTED: list[tuple[str, set[tuple[str, str]]]] = [
    ("``The border is shut,'' said President Boric.", {("Gabriel Boric", "The border is shut,")}),
    ("`The border is shut,' said President Boric.", {("Gabriel Boric", "The border is shut,")}),
    ("<<The border is shut,>> said President Boric.", {("Gabriel Boric", "The border is shut,")}),
    ('Chile said it was "vital to keep the road open” and left.', {("Chile", "vital to keep the road open")}),
    (
        'Ana Ruiz said: "We waited for a year.\nThe trucks never came."',
        {("Ana Ruiz", "We waited for a year.\nThe trucks never came.")},
    ),
    (
        '"We have no water left, laments the mayor of Zinder. The trucks stopped coming in May."',
        {("mayor of Zinder", "We have no water left,"), ("mayor of Zinder", "The trucks stopped coming in May.")},
    ),
    (
        '"He came and said the war was over, and we believed him," a farmer in Kivu said.',
        {("farmer in Kivu", "He came and said the war was over, and we believed him,")},
    ),
    ('For Ana Ruiz, the raid was "a triumph of patience".', {("Ana Ruiz", "a triumph of patience")}),
    ('For years, the road was "a triumph of patience".', set()),
    ('"Nobody came," said 34-year-old teacher Maria Quispe.', {("Maria Quispe", "Nobody came,")}),
    ('"We regret this," read a statement from the government of Chile.', {("Chile", "We regret this,")}),
    ('Chad wants better control of the "tourist" visas, Peruvian diplomats said.', {("Peru", "tourist")}),
]

SPEAKERS: list[tuple[str, set[str]]] = [
    ("Turkey made a call for more money.", {"Turkey"}),
    ("Chad made a phone call to Niger.", set()),
    ("France sent a warning to Mali that its soldiers would leave.", {"France"}),
    ("Chad issued a statement on Monday.", set()),
    ("Other units were to join the march, said General Danilo Lim.", {"Danilo Lim"}),
    ("The road will be closed, said a guard of the mine in Kivu.", {"guard of the mine in Kivu"}),
    ("King Hussein was the first to call on Iraq to give up the town.", {"King Hussein"}),
    ("King Hussein was too tired to call on Iraq to give up the town.", set()),
    ("Niger's army said a plane was lost. The statement added that two men had died.", {"Niger army"}),
    ("Bolivia denounced what it called meddling.", {"Bolivia"}),
    ("Peru's president used a speech in Lima to accuse Chile of theft.", {"President of Peru"}),
    ("Peru took steps to reassure its allies.", set()),
    ("The council also called on Hamas to free the men.", {"council"}),
    ("Elections were called for May.", set()),
    ("Chad ordered the villagers to leave, saying the dam might break.", {"Chad"}),
]

THREATENED: list[tuple[str, set[str | None]]] = [
    ("The junta said it would jail anyone who joined the strike.", {"junta"}),
    (
        "Beijing faces new tariffs if it does not give way, the American president wrote.",
        {"President of United States"},
    ),
    ("If Chad caps the price, it will not get another litre, Libya's oil minister said.", {"Oil Minister of Libya"}),
    ("Libya's minister said the pump would stop if the well ran dry.", set()),
    ("Kenya will wreck Uganda's economy if it closes the road.", {"Kenya"}),
    ("Kenya will help Uganda if it opens the road.", set()),
    ("Chad told Libya to open the camp or face sanctions.", {"Chad"}),
    ("Chad told Libya to open the camp or the school.", set()),
    ("The Guards warned Dubai: should Iranian soil be bombed, its port would be hit.", {"Guards"}),
    ("Pakistan vowed a befitting reply to any Indian raid.", {"Pakistan"}),
    ("Pakistan sent a polite reply to India.", set()),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_text_gives_quotations(text: str, expected: set[tuple[str, str]]) -> None:
    said = code_sentences(text).statements
    assert {(s.speaker, s.content.quote) for s in said if s.direct} == expected


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_form_of_speech_has_its_speaker(text: str, speakers: set[str]) -> None:
    assert {s.speaker for s in code_sentences(text).statements} == speakers


@pytest.mark.parametrize(("text", "by"), THREATENED)
def test_form_of_threat_has_its_threatener(text: str, by: set[str | None]) -> None:
    assert {t.by for t in code_sentences(text).threats} == by

"""Statements: sentences of the project's own, many crises and styles, with who says what in them."""

import pytest

from tocsin.coding.code import code_documents
from tocsin.records.coding import Statement
from tocsin.records.document import Document, name_document


def code(text: str) -> list[Statement]:
    document = Document(id=name_document(text), source="test", text=text)
    return list(code_documents([document]).statements)


DIRECT = [
    (
        '"We will never sign this treaty," the president of Peru said.',
        "President of Peru",
        "We will never sign this treaty,",
    ),
    ('"The border stays shut," said Nigerian Foreign Minister Yusuf Tuggar.', "Yusuf Tuggar", "The border stays shut,"),
    ('Chilean President Gabriel Boric called the vote "a farce in two acts".', "Gabriel Boric", "a farce in two acts"),
    (
        "“Our patience is over. We shall act alone,” Ethiopia said in a statement.",
        "Ethiopia",
        "Our patience is over. We shall act alone,",
    ),
    ('Serbia accused Kosovo of "a campaign of terror" in the north.', "Serbia", "a campaign of terror"),
    (
        'The mediator was hopeful: "They are talking to each other again."',
        "mediator",
        "They are talking to each other again.",
    ),
    ('According to Norway, the pact is "not worth its ink".', "Norway", "not worth its ink"),
    (
        "'No one has asked us,' Finland's defence minister, Antti Häkkänen, told reporters.",
        "Antti Häkkänen",
        "No one has asked us,",
    ),
    (
        'Thailand "will not be bullied," Prime Minister Srettha Thavisin wrote on X.',
        "Srettha Thavisin",
        "will not be bullied,",
    ),
    ('"Shells fell all night," a nurse in Khartoum said by telephone.', "nurse in Khartoum", "Shells fell all night,"),
    (
        'Greece, its prime minister Kyriakos Mitsotakis said, "does not bargain over islands".',
        "Kyriakos Mitsotakis",
        "does not bargain over islands",
    ),
    (
        "The Taliban denied the raid. “It is propaganda,” their spokesman, Zabihullah Mujahid, said.",
        "Zabihullah Mujahid",
        "It is propaganda,",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "words"), DIRECT)
def test_a_quotation_has_its_speaker_and_exact_words(text: str, speaker: str, words: str) -> None:
    direct = [s for s in code(text) if s.direct]
    assert [(s.speaker, s.content.quote) for s in direct] == [(speaker, words)]


INDIRECT = [
    (
        "Algeria said that it would recall its envoy from Madrid.",
        "Algeria",
        "that it would recall its envoy from Madrid",
    ),
    ("Kenya has urged both armies to halt their fire.", "Kenya", "to halt their fire"),
    ("The blockade will last, the Greek foreign ministry said.", "Greece", "The blockade will last"),
    ("According to the Moldovan government, the depots are full.", "Moldova", "the depots are full"),
    (
        "Pakistan's army denied that its jets had crossed the line.",
        "Pakistan army",
        "that its jets had crossed the line",
    ),
    ("Bolivia announced the withdrawal of its observers.", "Bolivia", "the withdrawal of its observers"),
    ("Japan's prime minister Fumio Kishida: talks will go on.", "Fumio Kishida", "talks will go on"),
    ("Aid workers report that bread has run out in El Fasher.", "aid workers", "that bread has run out in El Fasher"),
    ("The Vatican called for a ceasefire before Easter.", "Vatican City", "a ceasefire before Easter"),
    ("Cuba was accused by Panama of hiding missiles.", "Panama", "Cuba hiding missiles"),
    ("Sweden promised to send medics.", "Sweden", "to send medics"),
    (
        "A Lebanese officer, who asked not to be named, said the village was empty.",
        "Lebanese officer",
        "the village was empty",
    ),
    (
        "Colombia's claim that rebels crossed the river was denied by Venezuela.",
        "Venezuela",
        "rebels crossed the river",
    ),
    ("Iceland told its partners that it would leave the agreement.", "Iceland", "that it would leave the agreement"),
    ("The court ruled that the border is fixed.", "court", "that the border is fixed"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), INDIRECT)
def test_reported_speech_has_its_speaker(text: str, speaker: str, words: str) -> None:
    found = [s for s in code(text) if not s.direct]
    assert speaker in [s.speaker for s in found]
    mine = next(s for s in found if s.speaker == speaker)
    assert set(words.split()) & set(mine.content.quote.split())


NONE = [
    "Ghana hopes that the talks will go on.",
    "The prime minister of Belgium declined to comment.",
    "Turkey did not say when the bridge would open.",
    "Uruguay fears that prices will rise.",
    "Tunisia may announce a new curfew.",
    "Angola is expected to say that it will leave.",
    "The minister refused to tell reporters what had happened.",
    "Malawi wants the lake for itself.",
    "Vietnam would say no to such a plan.",
    "Officials in Lima have not announced any date.",
]


@pytest.mark.parametrize("text", NONE)
def test_thoughts_wishes_and_silence_are_no_statements(text: str) -> None:
    assert code(text) == []


def test_joint_speakers_make_one_statement_each() -> None:
    found = code("Qatar, Oman and Kuwait said that they would send food to Sanaa.")
    assert [s.speaker for s in found] == ["Qatar", "Oman", "Kuwait"]


def test_a_quotation_broken_by_its_cue_is_one_for_each_part() -> None:
    found = code(
        '"We are ready," Rwanda\'s foreign minister, Olivier Nduhungirehe, said, "but we will not wait for ever."'
    )
    assert [(s.speaker, s.content.quote) for s in found] == [
        ("Olivier Nduhungirehe", "We are ready,"),
        ("Olivier Nduhungirehe", "but we will not wait for ever."),
    ]


def test_a_quotation_goes_on_in_the_next_sentence_without_a_cue() -> None:
    found = code('"The island is ours," said Argentina\'s foreign minister, Diana Mondino. "It always was."')
    assert [(s.speaker, s.content.quote) for s in found] == [
        ("Diana Mondino", "The island is ours,"),
        ("Diana Mondino", "It always was."),
    ]


def test_two_verbs_make_two_statements() -> None:
    found = code("Brazil said that it opposed the embargo and urged its neighbours to keep trading.")
    assert [s.speaker for s in found] == ["Brazil", "Brazil"]


def test_a_person_speaks_on_behalf_of_their_state() -> None:
    (found,) = code("Lithuanian Foreign Minister Gabrielius Landsbergis said the wall would stay.")
    assert (found.speaker, found.on_behalf_of) == ("Gabrielius Landsbergis", "Lithuania")


def test_who_is_addressed_is_kept() -> None:
    (found,) = code("Nepal told India that the road crossed its land.")
    assert (found.speaker, found.addressee) == ("Nepal", "India")


def test_one_stray_mark_does_not_empty_a_document() -> None:
    found = code('The "accord is dead. Mali said that it would leave. "We are free," Niger said.')
    assert {s.speaker for s in found} >= {"Mali", "Niger"}


def test_a_headline_that_repeats_the_text_is_not_coded() -> None:
    found = code("Fiji says reefs are safe\n\nSUVA - Fiji said on Monday that its reefs were safe from the spill.")
    assert len(found) == 1


def test_an_outlet_may_speak_without_an_actor_record() -> None:
    text = "According to Reuters, Yemen has closed the port."
    coding = code_documents([Document(id=name_document(text), source="test", text=text)])
    assert [s.speaker for s in coding.statements] == ["Reuters"]
    assert "Reuters" not in [a.name for a in coding.actors]


def test_a_pronoun_speaks_for_whom_it_stands() -> None:
    found = code("Zambia's president, Hakainde Hichilema, flew to Lusaka. He said the loan was safe.")
    assert [s.speaker for s in found] == ["Hakainde Hichilema"]

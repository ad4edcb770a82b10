"""Copies of an article count once, with both as sources; what a copy adds stays."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.assessing.assess import assess_coding
from tocsin.assessing.copies import make_shingles, read_documents, set_copies_aside
from tocsin.coding.code import code_documents
from tocsin.records.document import Document, name_document

WIRE = (
    "NAIROBI (Wire) — Kenya is against reopening the border, its foreign minister said on Monday. Uganda urged Kenya "
    "to lift the blockade and warned that it would expel Kenyan diplomats if the blockade went on. Tanzania supports "
    "the blockade, an adviser to its president said. The East African Community will meet in Arusha on Friday.\n"
)
ADDED = "Rwanda is against the blockade, its trade minister told this newspaper."
OWN = (
    "Ethiopia offered on Wednesday to mediate between its two neighbours. A diplomat in Addis Ababa said that neither "
    "of them had answered yet, and that the rains would soon cut the only other road.\n"
)


def make(text: str, source: str, day: str | None = "2026-05-04") -> Document:
    return Document(id=name_document(text), source=source, text=text, published=day)


def code(*documents: Document):  # type: ignore[no-untyped-def]
    return code_documents(list(documents))


def list_stands(situation) -> list[tuple[object, ...]]:  # type: ignore[no-untyped-def]
    return [(s.actor, s.stance, s.certainty) for issue in situation.issues for s in issue.stands]


def test_a_copy_changes_no_stand_and_no_certainty_and_is_a_source() -> None:
    wire, copy = make(WIRE, "wire"), make("Border row deepens\n\n" + WIRE, "paper", "2026-05-05")
    alone, both = assess_coding(code(wire)), assess_coding(code(wire, copy))
    assert list_stands(both) == list_stands(alone) != []
    assert [t.certainty for t in both.threats] == [t.certainty for t in alone.threats]
    assert [s.source for s in both.sources] == ["wire", "paper"]
    assert [(c.document, c.of) for c in both.copies] == [(copy.id, wire.id)]
    assert any(gap.about == "independence of paper" for gap in both.gaps)


def test_what_a_copy_adds_stays() -> None:
    wire, copy = make(WIRE, "wire"), make(WIRE + ADDED, "paper", "2026-05-05")
    both = assess_coding(code(wire, copy))
    assert both.copies[0].of == wire.id
    assert "Rwanda" in {s.on_behalf_of or s.actor for issue in both.issues for s in issue.stands}


def test_the_earlier_article_counts_whatever_the_order() -> None:
    wire, copy = make(WIRE, "wire"), make(WIRE + ADDED, "paper", "2026-05-05")
    for documents in ((wire, copy), (copy, wire)):
        coding, copies = set_copies_aside(code(*documents))
        assert [(c.document, c.of) for c in copies] == [(copy.id, wire.id)]
        assert {r.document for r in coding.threats} == {wire.id}


def test_an_undated_article_is_the_copy_of_a_dated_one() -> None:
    wire, copy = make(WIRE, "wire"), make(WIRE + ADDED, "paper", None)
    _, copies = set_copies_aside(code(copy, wire))
    assert [(c.document, c.of) for c in copies] == [(copy.id, wire.id)]


def test_one_sentence_in_common_makes_no_copy_but_counts_once() -> None:
    sentence = WIRE[WIRE.index("Uganda urged") : WIRE.index("Tanzania")]
    wire, other = (
        make(WIRE, "wire"),
        make(OWN + sentence + "\n" + OWN.replace("Ethiopia", "Djibouti"), "paper", "2026-05-06"),
    )
    coding, copies = set_copies_aside(code(wire, other))
    assert copies == ()
    assert {r.document for r in coding.threats} == {wire.id}
    assert {r.document for r in coding.records} == {wire.id, other.id}


def test_articles_with_words_of_their_own_are_untouched() -> None:
    coding = code(make(WIRE, "wire"), make(OWN, "paper"))
    assert set_copies_aside(coding) == (coding, ())


@given(st.lists(st.text(alphabet="ab c.\n", max_size=60), max_size=6))
@settings(max_examples=60)
def test_any_documents_can_be_compared_and_no_document_copies_a_later_one(texts: list[str]) -> None:
    documents = [make(text, str(place)) for place, text in enumerate(dict.fromkeys(texts)) if text]
    order = [reading.document.id for reading in read_documents(documents)]
    for reading in read_documents(documents):
        assert reading.shingles == make_shingles(reading.document.text)
        if reading.copy is not None:
            assert order.index(reading.copy.of) < order.index(reading.document.id)

"""Evidence: numbered in the order of the text, once for each span, with whole words around it."""

from typing import Any

from tocsin.assessing.assess import assess_coding
from tocsin.assessing.gather import gather_evidence

FILLER = "The harbour was quiet and the wind came from the west that day. " * 8
TEXT = FILLER + "Peru backs the plan. Chile is against the plan. " + FILLER


def test_evidence_is_numbered_in_the_order_of_the_text_and_shared_spans_once(write: Any) -> None:
    writer = write()
    writer.read(TEXT)
    issue = writer.add("issue", "Peru backs the plan.", proposal="the plan")
    writer.stand("Chile is against the plan.", "Chile", issue, "oppose")
    writer.stand("Peru backs the plan.", "Peru", issue, "support")
    gathered = gather_evidence(writer.done())
    assert [(e.id, e.quote) for e in gathered.evidence] == [
        ("e1", "Peru backs the plan."), ("e2", "Chile is against the plan.")
    ]  # fmt: skip
    assert len(gathered.evidence[0].records) == 2


def test_context_is_cut_between_words(write: Any) -> None:
    writer = write()
    writer.read(TEXT)
    issue = writer.add("issue", "Peru backs the plan.", proposal="the plan")
    writer.stand("Peru backs the plan.", "Peru", issue, "support")
    evidence = gather_evidence(writer.done()).evidence[0]
    assert 160 <= len(evidence.before) <= 200
    assert 160 <= len(evidence.after) <= 200
    assert TEXT.endswith(evidence.before, 0, evidence.start)
    assert TEXT[evidence.start - len(evidence.before) - 1] == " "
    assert TEXT[evidence.end + len(evidence.after)] == " "


def test_actors_alone_are_no_evidence(write: Any) -> None:
    writer = write()
    writer.read("Peru backs the plan.")
    writer.add("actor", "Peru", name="Peru", type="state")
    situation = assess_coding(writer.done())
    assert situation.evidence == ()
    assert [a.name for a in situation.actors] == ["Peru"]


def test_no_document_and_no_record_is_an_empty_situation(write: Any) -> None:
    situation = assess_coding(write().done())
    assert situation.issues == ()
    assert any("no proposal" in g.what for g in situation.gaps)


def test_several_documents_are_dated_by_the_latest(write: Any) -> None:
    writer = write()
    writer.read("Peru backs the plan.", "2021-05-01")
    writer.read("Chile is against the plan.", "2021-06-01")
    assert assess_coding(writer.done()).as_of == "2021-06-01"

"""Claims that cannot all be so: kept with both sides, flagged, and not found where there are none."""

import pytest

from tocsin.assessing.assess import assess_coding
from tocsin.assessing.counts import conflict, find_counts
from tocsin.coding.code import code_documents
from tocsin.records.document import Document, name_document
from tocsin.records.situation import Situation


def assess(*texts: str) -> Situation:
    documents = [
        Document(id=name_document(text), source=f"paper {place}", text=text, published="2026-05-04")
        for place, text in enumerate(texts)
    ]
    return assess_coding(code_documents(documents))


def list_kinds(situation: Situation) -> list[str]:
    return [c.kind for c in situation.contradictions]


def test_an_act_that_one_asserts_and_the_other_denies() -> None:
    situation = assess(
        "Azerbaijani forces shelled the village of Sotk on Monday, Armenia said. Azerbaijan denied shelling Sotk."
    )
    (found,) = [c for c in situation.contradictions if c.kind == "denial"]
    assert found.about == "what Azerbaijan denies: shelling Sotk"
    assert [claim.by for claim in found.claims] == ["Armenia", "Azerbaijan"]
    quotes = {e.id: e.quote for e in situation.evidence}
    assert "shelled the village of Sotk" in quotes[found.claims[0].evidence[0]]
    assert "denied shelling" in quotes[found.claims[1].evidence[0]]
    assert any("reports disagree" in gap.what and gap.about == found.about for gap in situation.gaps)


def test_a_denial_in_another_article_than_the_assertion() -> None:
    situation = assess(
        "Ethiopian troops crossed into Sudan on Sunday, Sudan's army said.",
        "Ethiopia denied that its troops had crossed into Sudan.",
    )
    (found,) = [c for c in situation.contradictions if c.kind == "denial"]
    assert len({claim.document for claim in found.claims}) == 2


def test_a_denial_of_another_s_act_contradicts_nothing() -> None:
    text = "Yemen's Houthis attacked the tanker Sounion on Wednesday. Iran denied that it had attacked the tanker."
    assert "denial" not in list_kinds(assess(text))


def test_two_sides_that_hold_one_place_in_two_articles() -> None:
    situation = assess(
        "Rebels of the M23 captured Goma on Tuesday.", "Congolese troops captured Goma on Tuesday, the army said."
    )
    (found,) = [c for c in situation.contradictions if c.kind == "control"]
    assert found.about == "control of Goma"
    assert len(found.claims) == 2
    assert all(control.contested for control in situation.control)


def test_two_stances_of_one_side() -> None:
    situation = assess("Kenya is against reopening the border.", "Kenya supports reopening the border.")
    (found,) = [c for c in situation.contradictions if c.kind == "stance"]
    assert {claim.says for claim in found.claims} == {"Kenya: oppose", "Kenya: support"}


def test_two_numbers_of_the_dead_in_one_place() -> None:
    situation = assess(
        "The strike on Nuseirat killed 12 people on Monday, the Israeli army said.",
        "Gaza's health ministry said that at least 40 people were killed in the strike on Nuseirat on Monday.",
        "A strike on Rafah killed 90 people on Monday, a hospital there said.",
    )
    (found,) = [c for c in situation.contradictions if c.kind == "number"]
    assert [claim.says for claim in found.claims] == ["12 people", "at least 40 people"]


def test_two_amounts_of_one_gift() -> None:
    situation = assess(
        "The United States will send 30 Patriot missiles to Ukraine, the Pentagon said.",
        "The United States will send 50 Patriot missiles to Ukraine, a White House official said.",
    )
    (found,) = [c for c in situation.contradictions if c.kind == "number"]
    assert {claim.says for claim in found.claims} == {"30 Patriot missiles", "50 Patriot missiles"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("12 soldiers were killed", "20 soldiers were killed", True),
        ("at least 12 soldiers were killed", "20 soldiers were killed", False),
        ("at least 30 soldiers were killed", "20 soldiers were killed", True),
        ("about 20 soldiers were killed", "21 soldiers were killed", False),
        ("up to 20 soldiers were killed", "five soldiers were killed", False),
        ("12 soldiers were killed", "20 soldiers were wounded", False),
        ("12 soldiers were killed", "20 civilians were killed", False),
        ("killed 12 people and wounded 40 people", "12 people were killed", False),
    ],
)
def test_whether_two_counts_can_both_be_so(one: str, other: str, expected: bool) -> None:
    found = [conflict(a, b) for a in find_counts(one) for b in find_counts(other)]
    assert found
    assert any(found) is expected


def test_an_article_without_contradiction_has_none() -> None:
    situation = assess("Kenya is against reopening the border. Uganda urged Kenya to lift the blockade.")
    assert situation.contradictions == ()

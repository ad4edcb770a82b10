"""Who stands where: stances as ranges, persons for their states, reports that disagree, wordings that are one."""

from typing import Any

import pytest

from tocsin.assessing.assess import assess_coding

TEXT = (
    "Foreign minister Ana Ruiz backs the plan. Peru rejects the plan. Chile may yet accept the plan. Chile hesitates."
)


def start(write: Any) -> tuple[Any, str]:
    writer = write()
    writer.read(TEXT)
    writer.add("actor", "Peru", name="Peru", type="state")
    writer.add("actor", "Chile", name="Chile", type="state")
    writer.add("actor", "Ana Ruiz", name="Ana Ruiz", type="person", acts_for="Peru")
    return writer, writer.add("issue", "the plan", proposal="the plan")


@pytest.mark.parametrize(
    ("stance", "low", "high"), [("support", 50, 100), ("oppose", 0, 49), ("open", 20, 95), ("neutral", 20, 80)]
)
def test_a_stance_is_a_range_on_the_line_with_its_words(write: Any, stance: str, low: float, high: float) -> None:
    writer, issue = start(write)
    writer.stand("Chile may yet accept the plan.", "Chile", issue, stance)
    stand = assess_coding(writer.done()).issues[0].stands[0]
    assert low <= stand.position.low < stand.position.high <= high
    assert stand.position.origin == "quoted"
    assert stand.position.evidence == stand.evidence != ()
    assert stance in stand.position.because


def test_a_person_speaks_for_its_state(write: Any) -> None:
    writer, issue = start(write)
    writer.stand("Ana Ruiz backs the plan", "Ana Ruiz", issue, "support")
    stand = assess_coding(writer.done()).issues[0].stands[0]
    assert (stand.actor, stand.on_behalf_of) == ("Ana Ruiz", "Peru")


def test_reports_that_disagree_are_one_contested_stand_with_a_range_for_both(write: Any) -> None:
    writer, issue = start(write)
    writer.stand("Ana Ruiz backs the plan", "Ana Ruiz", issue, "support", certainty=0.6)
    writer.stand("Peru rejects the plan.", "Peru", issue, "oppose", certainty=0.9)
    situation = assess_coding(writer.done())
    (stand,) = situation.issues[0].stands
    assert stand.contested
    assert stand.stance == "oppose"
    assert (stand.position.low, stand.position.high) == (0, 100)
    assert len(stand.records) == 2
    assert any("disagree" in g.what for g in situation.gaps)


def test_two_reports_of_one_stance_make_it_surer(write: Any) -> None:
    writer, issue = start(write)
    writer.stand("Chile may yet accept the plan.", "Chile", issue, "open", certainty=0.6)
    writer.stand("Chile hesitates.", "Chile", issue, "open", certainty=0.5)
    (stand,) = assess_coding(writer.done()).issues[0].stands
    assert not stand.contested
    assert stand.certainty == pytest.approx(0.8)


def test_wordings_of_one_proposal_in_two_documents_are_one_issue(write: Any) -> None:
    writer = write()
    writer.read("Peru would send soldiers to the border.")
    one = writer.add("issue", "send soldiers to the border", proposal="send soldiers to the border")
    writer.stand("Peru would send soldiers to the border.", "Peru", one, "open")
    writer.read("Chile is against deploying troops on the border.")
    two = writer.add("issue", "deploying troops on the border", proposal="deploy troops on the border")
    writer.stand("Chile is against deploying troops on the border.", "Chile", two, "oppose")
    (issue,) = assess_coding(writer.done()).issues
    assert {s.actor for s in issue.stands} == {"Peru", "Chile"}


def test_issues_that_one_coder_kept_apart_stay_apart(write: Any) -> None:
    writer, issue = start(write)
    writer.stand("Chile hesitates.", "Chile", issue, "open")
    other = writer.add("issue", "Chile hesitates.", proposal="the whole plan")
    writer.stand("Peru rejects the plan.", "Peru", other, "oppose")
    assert len(assess_coding(writer.done()).issues) == 2


def test_the_line_is_told_in_words_at_both_ends(write: Any) -> None:
    writer, issue = start(write)
    writer.stand("Chile hesitates.", "Chile", issue, "open")
    (found,) = assess_coding(writer.done()).issues
    assert (found.zero, found.hundred) == ("not: the plan", "the plan")


def test_who_threatens_over_it_cares_more_than_who_is_listed(write: Any) -> None:
    writer = write()
    writer.read(
        "Peru, Chile, Bolivia and Ecuador are against the canal. If the canal is dug, Brazil will close the border."
    )
    issue = writer.add("issue", "the canal", proposal="dig the canal")
    words = "Peru, Chile, Bolivia and Ecuador are against the canal."
    for name in ("Peru", "Chile", "Bolivia", "Ecuador"):
        writer.stand(words, name, issue, "oppose")
    threat = "If the canal is dug, Brazil will close the border."
    writer.stand(threat, "Brazil", issue, "oppose")
    writer.add(
        "threat", threat, by="Brazil", to="Peru", condition="the canal is dug", consequence="the border is closed"
    )
    salience = {s.actor: s.salience for s in assess_coding(writer.done()).issues[0].stands}
    assert salience["Brazil"].likely > salience["Peru"].likely
    assert salience["Peru"].because != salience["Brazil"].because

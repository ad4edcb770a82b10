"""Threats, commitments, ground, supplies and wars of a situation."""

from typing import Any

import pytest

from tocsin.assessing.assess import assess_coding
from tocsin.records.situation import AssessedThreat


def link(
    write: Any, proposal: str, condition: str | None, stance: str | None = "oppose", apart: bool = True
) -> AssessedThreat:
    """A threat by Iran beside an issue; its stand rests on the threat's own words unless `apart`."""
    writer = write()
    threat, stand = "Iran threatened to close the strait in that case.", "Iran spoke of it on Monday."
    writer.read(f"{threat} {stand} Qatar is in favour.")
    issue = writer.add("issue", "Qatar is in favour.", proposal=proposal)
    writer.stand("Qatar is in favour.", "Qatar", issue, "support")
    if stance:
        writer.stand(stand if apart else threat, "Iran", issue, stance)
    writer.add("threat", threat, by="Iran", to="Qatar", condition=condition, consequence="the strait is closed")
    (found,) = assess_coding(writer.done()).threats
    return found


@pytest.mark.parametrize(
    ("proposal", "condition", "met_by"),
    [
        ("send warships to the gulf", "warships are sent to the gulf", "adoption"),
        ("deploy foreign troops on the island", "one soldier is deployed on the island", "adoption"),
        ("lift the oil embargo", "the embargo on oil is not lifted", "refusal"),
        ("release the two pilots", "the pilots are not released by Friday", "refusal"),
        ("broadcast across the border", "the broadcasts do not stop", "adoption"),
    ],
)
def test_a_condition_is_tied_to_the_issue_that_meets_it(write: Any, proposal: str, condition: str, met_by: str) -> None:
    threat = link(write, proposal, condition, stance=None)
    assert threat.issue is not None
    assert threat.met_by == met_by
    assert threat.linked_because is not None
    assert "also speaks of" in threat.linked_because


def test_a_stand_against_it_in_the_same_words_ties_without_a_shared_word(write: Any) -> None:
    threat = link(write, "blockade the port", "anyone dares to try", apart=False)
    assert threat.issue is not None
    assert "also carry the stand of Iran" in str(threat.linked_because)


@pytest.mark.parametrize("condition", ["a single drop of its water is touched", None])
def test_a_condition_that_nobody_debates_stays_open(write: Any, condition: str | None) -> None:
    assert link(write, "send warships to the gulf", condition, stance=None).issue is None


def test_no_word_of_a_threat_becomes_a_chance(write: Any) -> None:
    carried = link(write, "send warships to the gulf", "warships are sent").carried_out
    assert (carried.likely, carried.worth_cases) == (0.5, 2)
    assert "No published rate" in carried.because


TIES = "Japan and the United States are bound to defend each other. Latvia is in NATO. Kosovo is no member of NATO."


def test_defence_is_honoured_as_rival_studies_say_and_absence_is_kept(write: Any) -> None:
    writer = write()
    writer.read(TIES)
    words = TIES.split(". ")
    writer.add("commitment", words[0], parties=("United States", "Japan"), tie="defence")
    writer.add("commitment", words[1], parties=("Latvia", "NATO"), tie="membership")
    writer.add("commitment", words[2], parties=("Kosovo", "NATO"), tie="none")
    defence, membership, none = assess_coding(writer.done()).commitments
    assert [r.likely for r in defence.honoured.rivals] == [0.22, 0.41, 0.745]
    assert defence.covers == ("Japan",)
    assert (membership.body, membership.covers) == ("NATO", ("Latvia",))
    assert membership.honoured is not None
    assert none.honoured is None
    assert none.covers == ()


def test_a_coalition_of_parties_at_home_is_no_defence_pact(write: Any) -> None:
    writer = write()
    writer.read("The Greens govern with the Liberals.")
    writer.add("commitment", "The Greens govern with the Liberals.", parties=("Greens", "Liberals"), tie="alliance")
    assert assess_coding(writer.done()).commitments[0].honoured is None


def test_what_a_party_belongs_to_comes_from_the_text_and_from_the_tables(write: Any) -> None:
    writer = write()
    writer.read("Latvia is in NATO. Estonia said no. Smaller NATO members have doubts.")
    writer.add("actor", "Estonia", name="Estonia", type="state")
    writer.add("actor", "NATO", name="NATO", type="alliance")
    writer.add("actor", "Smaller NATO members", name="smaller NATO members", type="group")
    writer.add("commitment", "Latvia is in NATO.", parties=("Latvia", "NATO"), tie="membership")
    parties = {a.name: a for a in assess_coding(writer.done()).actors}
    belongs = {name: {(m.body, m.origin) for m in party.belongs_to} for name, party in parties.items()}
    assert ("NATO", "quoted") in belongs["Latvia"]
    assert ("NATO", "table") in belongs["Estonia"]
    assert ("NATO", "quoted") in belongs["smaller NATO members"]


GROUND = "Rebels say they hold Kira. The army of Mali says it holds Kira. Mali lost Banu, and rebels gained Banu."


def test_two_holders_of_one_place_are_contested_and_loser_and_gainer_are_not(write: Any) -> None:
    writer = write()
    writer.read(GROUND)
    writer.add("control", "Rebels say they hold Kira.", place="Kira", holder="rebels", change="holds")
    writer.add("control", "The army of Mali says it holds Kira.", place="Kira", holder="Mali", change="holds")
    writer.add("control", "Mali lost Banu", place="Banu", holder="Mali", change="lost")
    writer.add("control", "rebels gained Banu", place="Banu", holder="rebels", change="gained")
    situation = assess_coding(writer.done())
    assert [(c.place, c.contested) for c in situation.control] == [
        ("Kira", True), ("Kira", True), ("Banu", False), ("Banu", False)
    ]  # fmt: skip
    assert any("control of Kira" in g.about for g in situation.gaps)


def test_a_war_needs_ground_an_invasion_or_several_attacks(write: Any) -> None:
    writer = write()
    writer.read("Rebels shelled Mali. Mali lost Banu. Chad shot at Niger.")
    for name, kind in (("rebels", "group"), ("Mali", "state"), ("Chad", "state"), ("Niger", "state")):
        writer.add("actor", "Rebels" if name == "rebels" else name, name=name, type=kind)
    writer.add("event", "Rebels shelled Mali.", actor="rebels", type="ASSAULT", target="Mali", action="shell")
    writer.add("control", "Mali lost Banu.", place="Banu", holder="Mali", change="lost")
    writer.add("event", "Chad shot at Niger.", actor="Chad", type="ASSAULT", target="Niger", action="shoot at")
    (war,) = assess_coding(writer.done()).wars
    assert war.sides == ("Mali", "rebels")
    assert war.gaining == "rebels"


def test_ground_that_changes_hands_is_a_war_without_an_attack_by_name(write: Any) -> None:
    writer = write()
    writer.read("Mali lost Banu to the rebels. Chad gained Tessa.")
    writer.add("actor", "the rebels", name="rebels", type="group")
    words = "Mali lost Banu to the rebels."
    writer.add("control", words, place="Banu", holder="Mali", change="lost")
    writer.add("control", words, place="Banu", holder="rebels", change="gained")
    writer.add("control", "Chad gained Tessa.", place="Tessa", holder="Chad", change="gained")
    (war,) = assess_coding(writer.done()).wars
    assert (war.sides, war.gaining, war.evidence) == (("Mali", "rebels"), "rebels", ("e1",))


def test_a_denied_attack_is_no_war(write: Any) -> None:
    writer = write()
    writer.read("Chad denied that it had invaded Niger.")
    words = "Chad denied that it had invaded Niger."
    writer.add("actor", "Niger", name="Niger", type="state")
    writer.add("event", words, actor="Chad", type="ASSAULT", target="Niger", action="invade", mode="denied")
    assert assess_coding(writer.done()).wars == ()


def test_only_a_need_or_a_shortage_has_a_stock_and_its_amount_is_a_gap(write: Any) -> None:
    writer = write()
    writer.read("Sudan lacks fuel. Egypt offers fuel to Sudan.")
    writer.add("resource", "Sudan lacks fuel.", actor="Sudan", status="shortage", what="fuel")
    writer.add("resource", "Egypt offers fuel to Sudan.", actor="Egypt", status="offer", what="fuel", to="Sudan")
    situation = assess_coding(writer.done())
    lacking, offered = situation.supplies
    assert lacking.stock is not None
    assert lacking.stock.origin == "default"
    assert offered.stock is None
    assert any("supplies of Sudan" in g.about for g in situation.gaps)


def test_every_number_says_where_it_comes_from(write: Any) -> None:
    writer = write()
    writer.read("Norway is against NATO ships.")
    issue = writer.add("issue", "NATO ships", proposal="send NATO ships")
    writer.stand("Norway is against NATO ships.", "Norway", issue, "oppose")
    for path, quantity in assess_coding(writer.done()).quantities():
        assert quantity.because.endswith("."), path
        assert quantity.origin != "base rate" or quantity.source, path
        assert quantity.origin != "quoted" or quantity.evidence, path


def test_no_date_is_a_gap_and_goes_on(write: Any) -> None:
    writer = write()
    writer.read("Norway is against NATO ships.", None)
    issue = writer.add("issue", "NATO ships", proposal="send NATO ships")
    writer.stand("Norway is against NATO ships.", "Norway", issue, "oppose")
    situation = assess_coding(writer.done())
    assert situation.as_of is None
    assert situation.gaps[0].what == "no day of publication was found"
    assert situation.issues[0].decision is not None

"""Who decides and by which rule: each sign that a text can give, and none."""

from typing import Any

from tocsin.assessing.assess import assess_coding
from tocsin.records.situation import Decision, Situation


def assess(write: Any, proposal: str, *stands: tuple[str, str, str], text: str | None = None, **rest: Any) -> Situation:
    """One issue; each stand (actor, stance, words) rests on words of the text."""
    writer = write()
    writer.read(text or " ".join(words for _, _, words in stands), rest.get("published", "2024-02-28"))
    issue = writer.add("issue", stands[0][2], proposal=proposal)
    for actor, stance, words in stands:
        writer.stand(words, actor, issue, stance)
    for words, fields in rest.get("events", ()):
        writer.add("event", words, **fields)
    for words, fields in rest.get("commitments", ()):
        writer.add("commitment", words, **fields)
    return assess_coding(writer.done())


def decide(write: Any, *args: Any, **rest: Any) -> Decision | None:
    return assess(write, *args, **rest).issues[0].decision


def test_a_body_named_as_acting_decides_by_its_rule_with_its_members_on_the_day(write: Any) -> None:
    decision = decide(write, "send NATO ships to the strait", ("Norway", "oppose", "Norway is against it."))
    assert decision is not None
    assert (decision.body, decision.rule, decision.origin) == ("NATO", "consensus", "quoted")
    assert "Finland" in decision.members
    assert "Sweden" not in decision.members
    later = decide(
        write, "send NATO ships to the strait", ("Norway", "oppose", "Norway is against it."), published="2024-04-01"
    )
    assert later is not None
    assert "Sweden" in later.members


def test_a_state_let_in_later_is_on_the_line_and_a_gap_says_so(write: Any) -> None:
    situation = assess(
        write,
        "send NATO ships to the strait",
        ("Norway", "open", "Norway may agree."),
        ("Sweden", "oppose", "Sweden says no."),
    )
    assert any("Sweden" in g.about and "no member of NATO" in g.what for g in situation.gaps)
    assert {s.actor for s in situation.issues[0].stands} == {"Norway", "Sweden"}


def test_a_body_that_is_the_goal_does_not_decide_as_if_it_acted(write: Any) -> None:
    decision = decide(write, "leave ECOWAS", ("Mali", "support", "Mali will go."))
    assert decision is None or decision.body != "ECOWAS"


def test_who_is_asked_decides(write: Any) -> None:
    words = "Latvia and Estonia urged Germany to release the howitzers."
    event = {"type": "REQUEST", "actor": "Latvia", "target": "Germany", "action": "urge to release"}
    decision = decide(write, "release the howitzers", ("Latvia", "support", words), events=[(words, event)])
    assert decision is not None
    assert (decision.body, decision.rule, decision.members) == ("Germany", "own decision", ("Germany",))


def test_the_party_that_the_proposal_is_for_decides(write: Any) -> None:
    decision = decide(write, "Spain to lift the ban", ("Algeria", "support", "Algeria wants Spain to lift the ban."))
    assert decision is not None
    assert decision.body == "Spain"
    body = decide(write, "ASEAN to send observers", ("Thailand", "support", "Thailand wants ASEAN to send observers."))
    assert body is not None
    assert (body.body, body.rule) == ("ASEAN", "consensus")


def test_who_alone_is_against_it_decides_only_where_it_refuses(write: Any) -> None:
    words = "Iran is against sending weapons."
    assert decide(write, "send weapons", ("Iran", "oppose", words)) is None
    refusal = {"type": "REJECT", "actor": "Iran", "action": "refuse"}
    decision = decide(write, "open the reactor", ("Iran", "oppose", words), events=[(words, refusal)])
    assert decision is not None
    assert decision.body == "Iran"


def test_a_body_that_weighs_it_decides_and_its_stance_stands_for_the_silent(write: Any) -> None:
    decision = decide(write, "deliver jets", ("NATO", "open", "NATO is discussing jets."))
    assert decision is not None
    assert decision.body == "NATO"
    assert decision.silent_position.origin == "quoted"
    assert "open" in decision.silent_position.because


def test_who_carries_it_out_decides_and_it_is_under_way(write: Any) -> None:
    words = "Indian patrol boats turned the trawlers away."
    event = {"type": "COERCE", "actor": "India", "target": "Sri Lanka", "action": "turn away"}
    decision = decide(
        write, "turn the trawlers away", ("India", "support", words), ("Sri Lanka", "oppose", "Sri Lanka protested."),
        events=[(words, event)],
    )  # fmt: skip
    assert decision is not None
    assert decision.body == "India"
    assert decision.under_way


def test_an_agreement_needs_all_who_stand_on_it(write: Any) -> None:
    decision = decide(
        write,
        "sign a ceasefire by May",
        ("Armenia", "support", "Armenia would sign."),
        ("Azerbaijan", "open", "Azerbaijan may."),
    )
    assert decision is not None
    assert (decision.rule, decision.members) == ("unanimity", ("Armenia", "Azerbaijan"))
    assert decision.body == "Armenia and Azerbaijan"


def test_without_an_agreement_is_no_agreement(write: Any) -> None:
    decision = decide(
        write,
        "fill the lake without an agreement",
        ("Kenya", "support", "Kenya will."),
        ("Uganda", "oppose", "Uganda will not have it."),
    )
    assert decision is not None
    assert decision.rule == "own decision"


def test_members_that_the_text_puts_outside_have_no_vote(write: Any) -> None:
    suspended = "Guinea, suspended from ECOWAS, objects."
    situation = assess(
        write, "send ECOWAS troops to the coast",
        ("Ghana", "support", "Ghana is in favour."), ("Guinea", "oppose", suspended),
        commitments=[(suspended, {"parties": ("Guinea", "ECOWAS"), "tie": "none"})], published="2023-08-01",
    )  # fmt: skip
    decision = situation.issues[0].decision
    assert decision is not None
    assert "Guinea" not in decision.members
    assert "Ghana" in decision.members
    assert "Guinea" in decision.because


def test_where_no_sign_is_given_nobody_decides_and_a_gap_says_so(write: Any) -> None:
    situation = assess(
        write,
        "close the strait to tankers",
        ("Oman", "oppose", "Oman is against it."),
        ("Qatar", "oppose", "So is Qatar."),
    )
    assert situation.issues[0].decision is None
    assert any("no article tells who decides" in g.what for g in situation.gaps)

"""What the briefing on the founding article must show, each with its quotation; also on the example of our own."""

from pathlib import Path

import pytest

import tocsin
from tocsin.records.situation import AssessedIssue, Situation

ROOT = Path(__file__).parent.parent
FOUNDING = ROOT.parent / "shared" / "evaluation" / "articles" / "00_seed.txt"
OWN = ROOT / "examples" / "troops.txt"


@pytest.fixture(scope="module", params=[OWN, FOUNDING], ids=["own", "founding"])
def situation(request: pytest.FixtureRequest) -> Situation:
    if not request.param.exists():
        pytest.skip("the founding article is not on this machine")
    return tocsin.assess(tocsin.code(tocsin.read([request.param])))


def find_troops(situation: Situation) -> AssessedIssue:
    return next(i for i in situation.issues if any(w in i.proposal.lower() for w in ("troops", "soldiers")))


def stances(situation: Situation) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for stand in find_troops(situation).stands:
        for name in (stand.actor, stand.on_behalf_of):
            if name:
                found.setdefault(name, set()).add(stand.stance)
    return found


def quotes(situation: Situation, *ids: str) -> str:
    return " | ".join(e.quote for e in situation.evidence if e.id in ids)


def test_france_is_open(situation: Situation) -> None:
    assert stances(situation)["France"] == {"open"}


@pytest.mark.parametrize("state", ["Czech Republic", "Germany", "Poland", "Sweden"])
def test_four_members_are_against_with_their_quotation(situation: Situation, state: str) -> None:
    assert "oppose" in stances(situation)[state]
    stand = next(s for s in find_troops(situation).stands if s.actor == state)
    assert "against sending" in quotes(situation, *stand.evidence)


def test_smaller_members_have_reservations(situation: Situation) -> None:
    small = [s for s in find_troops(situation).stands if "small" in s.actor.lower()]
    assert [s.stance for s in small] == ["oppose"]
    assert "reservations" in quotes(situation, *small[0].evidence)


def test_the_alliance_decides_by_consensus(situation: Situation) -> None:
    decision = find_troops(situation).decision
    assert decision is not None
    assert (decision.body, decision.rule) == ("NATO", "consensus")


def test_no_proposal_is_a_bare_verb(situation: Situation) -> None:
    assert [i.proposal for i in situation.issues if " " not in i.proposal] == []


def test_russia_threatens_with_its_condition(situation: Situation) -> None:
    threat = next(t for t in situation.threats if "Russia" in (t.by, t.on_behalf_of) and "war" in (t.consequence or ""))
    assert "NATO sends" in (threat.condition or "")
    assert threat.issue == find_troops(situation).id
    assert "inevitable" in quotes(situation, *threat.evidence)
    assert threat.carried_out.high < 1


def test_baltic_states_are_covered_and_ukraine_is_not(situation: Situation) -> None:
    ties = {(party, c.tie) for c in situation.commitments for party in c.parties}
    for state in ("Estonia", "Latvia", "Lithuania"):
        assert {(state, "membership"), (state, "defence")} <= ties
    assert ("Ukraine", "none") in ties


def test_avdiivka_is_lost_to_russia_and_bakhmut_sees_gains(situation: Situation) -> None:
    changes = {(c.place.split()[-1], c.on_behalf_of or c.holder, c.change) for c in situation.control}
    assert ("Avdiivka", "Ukraine", "lost") in changes
    assert ("Avdiivka", "Russia", "gained") in changes
    assert ("Bakhmut", "Russia", "gained") in changes


def test_three_shortages(situation: Situation) -> None:
    lacking = {s.what.split()[-1] for s in situation.supplies if s.status == "shortage" and s.actor == "Ukraine"}
    assert "weapons" in lacking
    assert "soldiers" in lacking
    assert lacking & {"ammunition", "shells"}


def test_the_czech_proposal_and_the_missile_talks(situation: Situation) -> None:
    offers = [(s.actor, s.what) for s in situation.supplies if s.status == "offer"]
    assert any(a == "Czech Republic" and ("ammunition" in w or "shells" in w) for a, w in offers)
    missiles = [i for i in situation.issues if "missiles" in i.proposal]
    assert any(s.stance == "open" for i in missiles for s in i.stands)


def test_both_sentences_of_the_quotation_are_there_in_full(situation: Situation) -> None:
    said = [s.content for s in situation.statements if s.direct and s.speaker == "Emmanuel Macron"]
    assert any(
        c.startswith("Nothing should be excluded.") and "We will do everything" in c and c.count(".") >= 1 for c in said
    )


def test_the_post_dates_the_article(situation: Situation) -> None:
    assert (situation.as_of, situation.as_of_from) == ("2024-02-28", "text")
    assert "February 28, 2024" in quotes(situation, *situation.as_of_evidence)


def test_1812_is_no_event(situation: Situation) -> None:
    for event in situation.events:
        assert "1812" not in (event.when or "")
        assert not (event.date or "").startswith("1812")
        assert "Napoleon" not in (event.actor or "")


def test_the_briefing_carries_every_quotation(situation: Situation) -> None:
    briefing = tocsin.brief(situation, tocsin.forecast(situation, draws=1000))
    for words in ("must not be ruled out", "reservations", "inevitable", "Avdiivka", "Nothing should be excluded"):
        assert words in briefing.html
        assert words in briefing.markdown

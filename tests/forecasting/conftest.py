"""Small situations built by hand: an invented league of three states that debates one proposal."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tocsin.records.quantity import Quantity, Reading
from tocsin.records.situation import (
    AssessedCommitment,
    AssessedIssue,
    AssessedSupply,
    AssessedThreat,
    Decision,
    Evidence,
    Party,
    Situation,
    Source,
    Stand,
    War,
)

BECAUSE = "set by the test"


def make_quantity(likely: float, low: float | None = None, high: float | None = None, **rest: Any) -> Quantity:
    fields = {"unit": "points", "origin": "default", "because": BECAUSE, **rest}
    return Quantity(low=likely if low is None else low, likely=likely, high=likely if high is None else high, **fields)


def make_stand(actor: str, low: float, likely: float, high: float, number: int, certainty: float = 1.0) -> Stand:
    return Stand(
        actor=actor, stance="open", position=make_quantity(likely, low, high), salience=make_quantity(0.5, 0.3, 0.8),
        certainty=certainty, evidence=(f"e{number}",), records=(f"pos-{actor}",),
    )  # fmt: skip


def make_decision(members: Sequence[str], rule: str = "consensus", **rest: Any) -> Decision:
    fields = {"silent_position": make_quantity(50, 0, 100), "acts_alone": make_quantity(75, 60, 95), **rest}
    return Decision(body="League", rule=rule, origin="default", because=BECAUSE, members=tuple(members), **fields)


def make_issue(stands: Sequence[Stand], decision: Decision | None, proposal: str = "send a fleet") -> AssessedIssue:
    return AssessedIssue(
        id=f"iss-{proposal}", proposal=proposal, zero=f"not: {proposal}", hundred=proposal, decision=decision,
        stands=tuple(stands), line_error=make_quantity(24, 20, 28), evidence=(), records=(),
    )  # fmt: skip


def make_threat(issue: AssessedIssue | None, number: int = 9, **rest: Any) -> AssessedThreat:
    fields = {
        "by": "Norland",
        "to": "Alba",
        "condition": "a fleet comes",
        "consequence": "the strait is closed",
        **rest,
    }
    return AssessedThreat(
        id="thr-1", issue=issue.id if issue else None, certainty=1.0, evidence=(f"e{number}",), records=("thr-1",),
        carried_out=make_quantity(0.5, 0.05, 0.95, worth_cases=2), **fields,
    )  # fmt: skip


def make_pact(rates: Sequence[float] = (0.22, 0.41, 0.745), number: int = 8) -> AssessedCommitment:
    rivals = tuple(
        Reading(likely=r, low=r / 2, high=(1 + r) / 2, because=BECAUSE, source=f"study {r}", worth_cases=10)
        for r in rates
    )
    honoured = make_quantity(0.41, 0.1, 0.9, origin="base rate", rivals=rivals)
    return AssessedCommitment(
        id="com-1", parties=("League", "Alba"), tie="defence", body="League", covers=("Alba",), honoured=honoured,
        certainty=1.0, evidence=(f"e{number}",), records=("com-1",),
    )  # fmt: skip


def make_war(gaining: str | None = "Norland") -> War:
    return War(
        id="war-1", sides=("Alba", "Norland"), gaining=gaining, attacker_wins=make_quantity(0.6, 0.55, 0.65),
        force_slope=make_quantity(0.478, 0.228, 0.728), evidence=("e7",),
    )  # fmt: skip


def make_shortage(actor: str = "Alba", stock: float = 0.5) -> AssessedSupply:
    return AssessedSupply(
        actor=actor, status="shortage", what="shells", stock=make_quantity(stock, stock / 2, min(1, stock * 1.5)),
        certainty=1.0, evidence=("e6",), records=("res-1",),
    )  # fmt: skip


def make_situation(issues: Sequence[AssessedIssue] = (), **rest: Any) -> Situation:
    names = {s.on_behalf_of or s.actor for i in issues for s in i.stands} | {"Alba", "Norland"}
    actors = tuple(Party(name=n, type="state", capability=make_quantity(0.02, 0.01, 0.04)) for n in sorted(names))
    evidence = tuple(
        Evidence(id=f"e{n}", document="d", start=n, end=n + 1, quote="x", before="", after="", records=())
        for n in range(1, 10)
    )
    source = Source(id="d", title=None, source="a.txt", address=None, published=None, published_from=None, words=9)
    empty = ("commitments", "threats", "control", "supplies", "events", "statements", "wars", "gaps")
    fields: dict[str, Any] = {
        **dict.fromkeys(empty, ()),
        "as_of": "2030-01-02",
        "actors": actors,
        "clock": make_quantity(0.0437, 0.02, 0.08, worth_cases=100),
        "war_base": make_quantity(0.08, 0.03, 0.15, worth_cases=50),
        **rest,
    }
    return Situation(title="A test", sources=(source,), issues=tuple(issues), evidence=evidence, **fields)


@pytest.fixture
def make() -> dict[str, Callable[..., Any]]:
    """All builders by name."""
    return {
        "quantity": make_quantity, "stand": make_stand, "decision": make_decision, "issue": make_issue,
        "threat": make_threat, "pact": make_pact, "war": make_war, "shortage": make_shortage,
        "situation": make_situation,
    }  # fmt: skip

"""The numbers of a situation, each with its path in words."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from tocsin.records.assessed import AssessedCommitment, AssessedIssue, AssessedSupply, AssessedThreat, Party, War
from tocsin.records.quantity import Quantity

Numbers = Iterator[tuple[str, Quantity]]


class Numbered(Protocol):
    """The parts of a situation that hold numbers."""

    @property
    def clock(self) -> Quantity: ...
    @property
    def war_base(self) -> Quantity: ...
    @property
    def pace(self) -> Quantity | None: ...
    @property
    def precision(self) -> Quantity | None: ...
    @property
    def surprise(self) -> Quantity | None: ...
    @property
    def turns(self) -> Quantity | None: ...
    @property
    def yields(self) -> Quantity | None: ...
    @property
    def force_slope(self) -> Quantity | None: ...
    @property
    def actors(self) -> Sequence[Party]: ...
    @property
    def issues(self) -> Sequence[AssessedIssue]: ...
    @property
    def commitments(self) -> Sequence[AssessedCommitment]: ...
    @property
    def threats(self) -> Sequence[AssessedThreat]: ...
    @property
    def supplies(self) -> Sequence[AssessedSupply]: ...
    @property
    def wars(self) -> Sequence[War]: ...


def list_quantities(situation: Numbered) -> Numbers:
    """Every number that is given, in the order of the file."""
    named: list[tuple[str, Quantity | None]] = [
        ("clock", situation.clock),
        ("war base rate", situation.war_base),
        ("pace", situation.pace),
        ("precision", situation.precision),
        ("surprise", situation.surprise),
        ("turns", situation.turns),
        ("yields", situation.yields),
        ("force slope", situation.force_slope),
        *((f"capability: {a.name}", a.capability) for a in situation.actors),
    ]
    for issue in situation.issues:
        named += list_issue(issue)
    for commitment in situation.commitments:
        named.append((name_honoured(commitment), commitment.honoured))
    for threat in situation.threats:
        named += list_threat(threat)
    for supply in situation.supplies:
        named += list_supply(supply)
    for war in situation.wars:
        named += list_war(war)
    yield from ((path, quantity) for path, quantity in named if quantity is not None)


def list_issue(issue: AssessedIssue) -> list[tuple[str, Quantity | None]]:
    named: list[tuple[str, Quantity | None]] = [(f"line error: {issue.proposal}", issue.line_error)]
    if issue.decision is not None:
        named.append((f"silent members: {issue.proposal}", issue.decision.silent_position))
        named.append((f"acts alone: {issue.proposal}", issue.decision.acts_alone))
    for stand in issue.stands:
        named.append((f"position: {stand.actor}, {issue.proposal}", stand.position))
        named.append((f"salience: {stand.actor}, {issue.proposal}", stand.salience))
    return named


def name_honoured(commitment: AssessedCommitment) -> str:
    return f"honoured: {', '.join(commitment.parties)} ({commitment.tie})"


def name_threat(threat: AssessedThreat) -> str:
    return f"{threat.by}, {threat.consequence or threat.condition}"


def list_threat(threat: AssessedThreat) -> list[tuple[str, Quantity | None]]:
    name = name_threat(threat)
    return [
        (f"carried out: {name}", threat.carried_out),
        (f"cost: {name}", threat.cost),
        (f"window: {name}", threat.window),
    ]


def name_supply(supply: AssessedSupply) -> str:
    return f"{supply.actor}, {supply.what}"


def list_supply(supply: AssessedSupply) -> list[tuple[str, Quantity | None]]:
    name = name_supply(supply)
    return [
        (f"supply: {name}", supply.stock),
        (f"drift: {name}", supply.drift),
        (f"binds: {name}", supply.binds),
        (f"delivers: {name}", supply.delivers),
    ]


def name_war(war: War) -> str:
    return " and ".join(war.sides)


def list_war(war: War) -> list[tuple[str, Quantity | None]]:
    name = name_war(war)
    return [
        (f"attacker wins: {name}", war.attacker_wins),
        (f"force slope: {name}", war.force_slope),
        (f"ends: {name}", war.ends),
        (f"battles: {name}", war.battles),
        (f"losses: {name}", war.losses),
        (f"exponent: {name}", war.exponent),
    ]

"""What would make a situation impossible to run, each mistake with its path in the file."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from tocsin.records.assessed import AssessedIssue, AssessedThreat, Decision
from tocsin.records.paths import Numbered, list_quantities
from tocsin.records.told import Evidence, Source

JOINT = ("consensus", "unanimity", "qualified majority", "majority with vetoes", "majority")
CHANCES = (
    "carried out", "honoured", "attacker wins", "clock", "war base rate", "pace", "ends", "delivers",
    "surprise", "turns", "yields",
)  # fmt: skip
POINTS = ("position", "silent members", "acts alone")
AMOUNTS = ("supply", "binds", "battles", "losses", "precision", "window", "salience", "capability", "cost", "exponent")


class Whole(Numbered, Protocol):
    """A situation, as far as these checks look at it."""

    @property
    def as_of(self) -> str | None: ...
    @property
    def sources(self) -> Sequence[Source]: ...
    @property
    def evidence(self) -> Sequence[Evidence]: ...


def find_mistakes(situation: Whole) -> Iterator[str]:
    """Every mistake as 'PATH: what is wrong there'; none where the situation can be run."""
    yield from check_references(situation)
    yield from check_issues(situation)
    yield from check_threats(situation)
    yield from check_wars(situation)
    yield from check_scales(situation)
    yield from check_cycle(situation.issues, situation.threats)
    yield from check_dates(situation)


def check_references(situation: Whole) -> Iterator[str]:
    """Evidence and issues that are named and do not exist; ids that stand twice."""
    known = {e.id for e in situation.evidence}
    for path, quantity in list_quantities(situation):
        for e in quantity.evidence:
            if e not in known:
                yield f"{path}: evidence {e} is not in this situation"
    ids = {
        "issues": [i.id for i in situation.issues],
        "threats": [t.id for t in situation.threats],
        "wars": [w.id for w in situation.wars],
    }
    for kind, named in ids.items():
        for number, name in enumerate(named):
            if name in named[:number]:
                yield f"{kind}[{number}].id: {name} stands twice"
    issues = {i.id for i in situation.issues}
    for number, supply in enumerate(situation.supplies):
        if supply.issue is not None and supply.issue not in issues:
            yield f"supplies[{number}].issue: {supply.issue} is not an issue of this situation"


def check_issues(situation: Whole) -> Iterator[str]:
    """Bodies that nobody knows, and rules that nobody can satisfy."""
    names = {a.name for a in situation.actors}
    opens = {i.id for i in situation.issues} | {t.id for t in situation.threats}
    for number, issue in enumerate(situation.issues):
        if issue.opens_after is not None and issue.opens_after not in opens:
            yield f"issues[{number}].opens_after: {issue.opens_after} is no issue or threat of this situation"
        if issue.decision is not None:
            heard = names | {s.on_behalf_of or s.actor for s in issue.stands}
            yield from check_decision(issue.decision, f"issues[{number}].decision", heard)
    for number, commitment in enumerate(situation.commitments):
        if commitment.body is not None and not names & {commitment.body, *commitment.parties}:
            yield f"commitments[{number}].body: {commitment.body} is unknown: it and its parties are no actors here"


def check_decision(decision: Decision, path: str, names: set[str]) -> Iterator[str]:
    """A body is known where it, or a member, is an actor or stands on the issue, or where its rule has a source."""
    if not decision.members:
        yield f"{path}.members: nobody is a member, so that no vote can satisfy the rule"
    for veto in decision.vetoes:
        if veto not in decision.members:
            yield f"{path}.vetoes: {veto} has a veto and is no member, so that no vote can satisfy the rule"
    known = decision.source is not None or bool(names & {decision.body, *decision.members})
    if decision.rule in JOINT and not known:
        yield f"{path}.body: {decision.body} is unknown: neither it nor a member is an actor of this situation"


def check_threats(situation: Whole) -> Iterator[str]:
    """Threats that nobody makes, or that hang on what does not exist."""
    issues = {i.id for i in situation.issues}
    for number, threat in enumerate(situation.threats):
        if not threat.by:
            yield f"threats[{number}].by: a threat needs the party that makes it"
        if threat.issue is not None and threat.issue not in issues:
            yield f"threats[{number}].issue: {threat.issue} is not an issue of this situation"
        if threat.brings_war and threat.to is None:
            yield f"threats[{number}].to: a threat of war needs the party that it is meant for"


def check_wars(situation: Whole) -> Iterator[str]:
    for number, war in enumerate(situation.wars):
        if war.sides[0] == war.sides[1]:
            yield f"wars[{number}].sides: {war.sides[0]} fights itself"
        if war.gaining is not None and war.gaining not in war.sides:
            yield f"wars[{number}].gaining: {war.gaining} is none of the two sides"


def check_scales(situation: Whole) -> Iterator[str]:
    """Chances outside 0 to 1, positions outside 0 to 100, amounts below 0."""
    for path, quantity in list_quantities(situation):
        kind = path.partition(":")[0]
        top = 1.0 if kind in CHANCES else 100.0 if kind in POINTS else None
        if top is not None and not 0 <= quantity.low <= quantity.high <= top:
            yield f"{path}: {quantity.low:g} to {quantity.high:g} leaves the scale from 0 to {top:g}"
        if kind in AMOUNTS and quantity.low < 0:
            yield f"{path}: {quantity.low:g} is below 0"


def check_cycle(issues: Sequence[AssessedIssue], threats: Sequence[AssessedThreat]) -> Iterator[str]:
    """Conditions that wait for one another, so that none can ever be met."""
    waits = {i.id: i.opens_after for i in issues} | {t.id: t.issue for t in threats}
    for number, issue in enumerate(issues):
        chain = [issue.id]
        while (following := waits.get(chain[-1])) is not None and following not in chain:
            chain.append(following)
        if following == issue.id:
            told = ", which waits for ".join([*chain[1:], issue.id])
            yield f"issues[{number}].opens_after: a cycle of conditions: {issue.id} waits for {told}"
            return


def check_dates(situation: Whole) -> Iterator[str]:
    """Days that are out of order."""
    if situation.as_of is None:
        return
    for number, source in enumerate(situation.sources):
        if source.published is not None and source.published > situation.as_of:
            yield f"as_of: {situation.as_of} lies before sources[{number}] was published, {source.published}"
    for number, threat in enumerate(situation.threats):
        if threat.deadline is not None and threat.deadline < situation.as_of:
            day = f"the day of the situation, {situation.as_of}"
            yield f"threats[{number}].deadline: {threat.deadline} lies before {day}"

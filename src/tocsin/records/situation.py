"""Situation: the system that the articles describe, made to be read and edited by hand."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from tocsin.records.coding import ActorType, Change, EventType, Mode, Stance, Status, Tie
from tocsin.records.disagreement import Contradiction, Copy
from tocsin.records.frozen import IsoDate, IsoInterval, Record, Share
from tocsin.records.quantity import Origin, Quantity
from tocsin.records.suppose import find_path, replace_quantity

Evidences = Annotated[tuple[str, ...], Field(description="ids of evidence")]
Rule = Literal["consensus", "unanimity", "qualified majority", "majority with vetoes", "majority", "own decision"]


class Source(Record):
    """A document that the situation rests on."""

    id: str
    title: str | None
    source: str
    address: str | None
    published: IsoDate | None
    published_from: Literal["given", "page", "text"] | None
    words: int


class Evidence(Record):
    """A quotation with its place and the words around it."""

    id: str = Field(pattern=r"^e\d+$")
    document: str
    start: int
    end: int
    quote: str
    before: str
    after: str
    records: tuple[str, ...] = Field(description="ids of the coded records that rest on it")


class Membership(Record):
    """An actor's belonging to a body on the day of the situation."""

    body: str
    since: str | None = None
    origin: Literal["quoted", "table"]
    source: str
    evidence: Evidences = ()


class Party(Record):
    """An actor of the situation."""

    name: str
    type: ActorType
    code: str | None = None
    acts_for: str | None = None
    belongs_to: tuple[Membership, ...] = ()
    capability: Quantity | None = Field(default=None, description="share of the world's capability, 0 to 1")
    evidence: Evidences = ()


class Stand(Record):
    """Where an actor stands on an issue; `position` from 0 to 100 on the issue's line, `salience` 0 to 1."""

    actor: str
    on_behalf_of: str | None = None
    stance: Stance
    condition: str | None = None
    position: Quantity
    salience: Quantity
    certainty: Share = Field(description="chance that the coded records carry this stance")
    contested: bool = Field(default=False, description="other records give this actor another stance")
    evidence: Evidences
    records: tuple[str, ...]


class Decision(Record):
    """Who decides an issue, by which rule, and what those think who said nothing."""

    body: str
    rule: Rule
    origin: Origin
    because: str
    source: str | None = None
    members: tuple[str, ...] = Field(description="members on the day, for a single decider that one")
    vetoes: tuple[str, ...] = ()
    quota: Share | None = Field(default=None, description="share of the members, for a qualified majority")
    silent_position: Quantity = Field(description="position of a member that no article quotes, 0 to 100")
    acts_alone: Quantity | None = Field(
        default=None, description="position from which a member acts without the body; null where none can"
    )
    under_way: bool = Field(default=False, description="an act of the decider that carries it out is told already")
    evidence: Evidences = ()


class AssessedIssue(Record):
    """An issue: a line from 0 (`zero`, in words) to 100 (`hundred`, in words), and who stands where on it."""

    id: str
    proposal: str
    zero: str
    hundred: str
    decision: Decision | None = Field(description="null where no article tells who decides")
    stands: tuple[Stand, ...]
    line_error: Quantity = Field(description="mean absolute error of the weighted mean on past issues, in points")
    evidence: Evidences
    records: tuple[str, ...]


class AssessedCommitment(Record):
    """A commitment between parties; `honoured` is the chance that it is kept when invoked."""

    id: str
    parties: tuple[str, ...]
    tie: Tie
    body: str | None = None
    covers: tuple[str, ...] = Field(default=(), description="parties that a defence commitment protects")
    honoured: Quantity | None = None
    certainty: Share
    evidence: Evidences
    records: tuple[str, ...]


class AssessedThreat(Record):
    """A threat; `issue` is the issue that meets its condition, `carried_out` the chance that it is then carried out."""

    id: str
    by: str | None
    on_behalf_of: str | None = None
    to: str | None
    condition: str | None
    consequence: str | None
    issue: str | None = None
    met_by: Literal["adoption", "refusal"] = Field(
        default="adoption", description="whether the issue's adoption meets the condition, or that it is not adopted"
    )
    linked_because: str | None = None
    carried_out: Quantity
    certainty: Share
    evidence: Evidences
    records: tuple[str, ...]


class AssessedControl(Record):
    """A report of who holds, gained, lost or contests a place."""

    place: str
    holder: str | None
    on_behalf_of: str | None = None
    change: Change
    when: str | None = None
    date: IsoInterval | None = None
    contested: bool = Field(default=False, description="another report says otherwise")
    note: str | None = Field(default=None, description="a doubt about the text, never a correction of it")
    evidence: Evidences
    records: tuple[str, ...]


class AssessedSupply(Record):
    """A good needed, lacking, offered or delivered; `stock` is the stock as a share of the need, 0 to 1."""

    actor: str | None
    status: Status
    what: str
    amount: str | None = None
    to: str | None = None
    stock: Quantity | None = Field(default=None, description="only for a need or a shortage")
    certainty: Share
    evidence: Evidences
    records: tuple[str, ...]


class AssessedEvent(Record):
    """A dated or undated event, for the time line and for who fights whom."""

    actor: str | None
    on_behalf_of: str | None = None
    type: EventType
    mode: Mode
    action: str | None
    targets: tuple[str, ...] = ()
    place: str | None = None
    when: str | None = None
    date: IsoInterval | None = None
    reported_by: str | None = None
    evidence: Evidences
    records: tuple[str, ...]


class AssessedStatement(Record):
    """A statement, for the evidence of who said what."""

    speaker: str
    on_behalf_of: str | None = None
    addressee: str | None = None
    direct: bool
    content: str
    said_on: IsoInterval | None = None
    evidence: Evidences
    records: tuple[str, ...]


class War(Record):
    """Two sides between whom the articles report fighting; `gaining` is the side that lately gained ground."""

    id: str
    sides: tuple[str, str]
    gaining: str | None = None
    attacker_wins: Quantity = Field(description="chance that the attacker wins a decided battle between equal forces")
    force_slope: Quantity = Field(description="logit of that chance per ln(attacker strength / defender strength)")
    evidence: Evidences


class Gap(Record):
    """Something that no article tells, and what hangs on it."""

    about: str
    what: str
    matters: str


class Situation(Record):
    """One `situation.json`. **Holds** the models use no number that is not here."""

    format: Literal["tocsin/situation/1"] = "tocsin/situation/1"
    title: str
    as_of: IsoDate | None
    as_of_from: Literal["given", "page", "text"] | None = None
    as_of_evidence: Evidences = ()
    sources: tuple[Source, ...]
    actors: tuple[Party, ...]
    issues: tuple[AssessedIssue, ...]
    commitments: tuple[AssessedCommitment, ...]
    threats: tuple[AssessedThreat, ...]
    control: tuple[AssessedControl, ...]
    supplies: tuple[AssessedSupply, ...]
    events: tuple[AssessedEvent, ...]
    statements: tuple[AssessedStatement, ...]
    wars: tuple[War, ...]
    clock: Quantity = Field(description="chance per week that a debate of this kind is settled")
    war_base: Quantity = Field(description="chance that a crisis outside an existing war becomes a war")
    gaps: tuple[Gap, ...]
    evidence: tuple[Evidence, ...]
    copies: tuple[Copy, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    @model_validator(mode="after")
    def check_references(self) -> Self:
        known = {e.id for e in self.evidence}
        for path, quantity in self.quantities():
            for e in quantity.evidence:
                if e not in known:
                    raise ValueError(f"{path}: evidence {e} is not in this situation")
        issues = {i.id for i in self.issues}
        for number, threat in enumerate(self.threats):
            if threat.issue is not None and threat.issue not in issues:
                raise ValueError(f"threats[{number}].issue: {threat.issue} is not an issue of this situation")
        return self

    def quantities(self) -> Iterator[tuple[str, Quantity]]:
        """Every number of the situation with its path in words, e.g. 'supply: Ukraine, ammunition'."""
        yield "clock", self.clock
        yield "war base rate", self.war_base
        for a in self.actors:
            if a.capability is not None:
                yield f"capability: {a.name}", a.capability
        for i in self.issues:
            yield f"line error: {i.proposal}", i.line_error
            if i.decision is not None:
                yield f"silent members: {i.proposal}", i.decision.silent_position
                if i.decision.acts_alone is not None:
                    yield f"acts alone: {i.proposal}", i.decision.acts_alone
            for s in i.stands:
                yield f"position: {s.actor}, {i.proposal}", s.position
                yield f"salience: {s.actor}, {i.proposal}", s.salience
        for c in self.commitments:
            if c.honoured is not None:
                yield f"honoured: {', '.join(c.parties)} ({c.tie})", c.honoured
        for t in self.threats:
            yield f"carried out: {t.by}, {t.consequence or t.condition}", t.carried_out
        for u in self.supplies:
            if u.stock is not None:
                yield f"supply: {u.actor}, {u.what}", u.stock
        for w in self.wars:
            yield f"attacker wins: {' and '.join(w.sides)}", w.attacker_wins
            yield f"force slope: {' and '.join(w.sides)}", w.force_slope

    def suppose(
        self, path: str, *, likely: float, because: str, low: float | None = None, high: float | None = None
    ) -> "Situation":
        """The same situation with one number set by the analyst.

        `path` is a path of `quantities()`, or words of exactly one of them. Without `low` and `high` the number is
        taken as certain. Raises InputError where the path names no number, or several.
        """
        found = find_path(path, [p for p, _ in self.quantities()])
        old = next(q for p, q in self.quantities() if p == found)
        new = Quantity(
            low=likely if low is None else low,
            likely=likely,
            high=likely if high is None else high,
            unit=old.unit,
            origin="analyst",
            because=because,
        )
        return replace_quantity(self, old, new)

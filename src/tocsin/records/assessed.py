"""What a situation makes of the texts: parties, issues with their stands, commitments, threats, supplies and wars."""

from typing import Literal

from pydantic import Field

from tocsin.records.coding import ActorType, Stance, Status, Tie
from tocsin.records.frozen import IsoDate, Record, Share
from tocsin.records.quantity import Origin, Quantity
from tocsin.records.told import Evidences

Rule = Literal["consensus", "unanimity", "qualified majority", "majority with vetoes", "majority", "own decision"]


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
    opens_after: str | None = Field(
        default=None, description="id of the issue whose adoption, or the threat whose execution, must come first"
    )
    evidence: Evidences
    records: tuple[str, ...]


class AssessedCommitment(Record):
    """A commitment between parties; `honoured` is the chance that it is kept when invoked."""

    id: str
    parties: tuple[str, ...]
    tie: Tie
    body: str | None = None
    covers: tuple[str, ...] = Field(default=(), description="parties that a defence commitment protects")
    partners: tuple[str, ...] = Field(default=(), description="who is bound to answer when it is called on")
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
    cost: Quantity | None = Field(
        default=None,
        description="points of the issue's line that its deciders would lose by it; null: they foresee none",
    )
    brings_war: bool = Field(default=False, description="whether carrying it out is fighting between the two parties")
    deadline: IsoDate | None = Field(default=None, description="day by which a refusal counts, for met_by refusal")
    window: Quantity | None = Field(default=None, description="weeks in which it is carried out or never; null: no end")
    certainty: Share
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
    drift: Quantity | None = Field(
        default=None, description="share of the stock that is lost per week; below 0 it grows"
    )
    binds: Quantity | None = Field(
        default=None, description="stock, as a share of the need, below which the lack binds"
    )
    issue: str | None = Field(default=None, description="id of the issue whose adoption delivers it")
    delivers: Quantity | None = Field(default=None, description="share of the gap to the need that a delivery closes")
    certainty: Share
    evidence: Evidences
    records: tuple[str, ...]


class War(Record):
    """Two sides between whom the articles report fighting; `gaining` is the side that lately gained ground."""

    id: str
    sides: tuple[str, str]
    gaining: str | None = None
    attacker_wins: Quantity = Field(description="chance that the attacker wins a decided battle between equal forces")
    force_slope: Quantity = Field(description="logit of that chance per ln(attacker strength / defender strength)")
    ends: Quantity | None = Field(default=None, description="chance per week that the fighting ends")
    battles: Quantity | None = Field(default=None, description="decided battles per week for a place under pressure")
    losses: Quantity | None = Field(default=None, description="share of a force lost per week against an equal one")
    exponent: Quantity | None = Field(default=None, description="w of the law of attrition: 1 square, 0 logarithmic")
    evidence: Evidences

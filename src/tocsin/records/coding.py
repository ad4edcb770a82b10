"""Coding: sourced records of what a text, or a source in it, claims (docs/codebook.md says what each kind means)."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from tocsin.records.document import Document
from tocsin.records.frozen import IsoInterval, Record, Share, Span, hash_words
from tocsin.records.rows import Rows

ActorType = Literal["state", "alliance", "organisation", "person", "group"]
Stance = Literal["support", "oppose", "open", "conditional", "neutral"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
]  # fmt: skip
Mode = Literal["asserted", "reported", "alleged", "denied", "planned"]
Tie = Literal["membership", "defence", "alliance", "agreement", "none"]
Change = Literal["holds", "gained", "lost", "contested"]
Status = Literal["need", "shortage", "offer", "delivery"]


class Coded(Record):
    """What every record of a coding has: the words it rests on, who coded it, how sure, and why."""

    id: str
    document: str = Field(description="id of the document")
    evidence: Span
    coder: str = Field(default="rules", description="'rules', 'llm:MODEL' or 'person:NAME'")
    certainty: Share = Field(description="chance that a careful reader would code this record so")
    why: str = Field(default="", description="the rule that made it and the words that fired the rule")


class Actor(Coded):
    """Who acts, speaks, is a party or is addressed; evidence is the first mention."""

    kind: Literal["actor"] = "actor"
    name: str
    type: ActorType
    acts_for: str | None = None
    code: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    mentions: tuple[Span, ...] = ()


class Issue(Coded):
    """A proposal on which the text gives at least one position; evidence is its first mention."""

    kind: Literal["issue"] = "issue"
    proposal: str


class Statement(Coded):
    """A reported communication act."""

    kind: Literal["statement"] = "statement"
    speaker: str
    on_behalf_of: str | None = None
    addressee: str | None = None
    direct: bool
    content: Span = Field(description="the quoted words without their marks, or the reported clause")
    said_on: IsoInterval | None = None


class Position(Coded):
    """Where one actor stands on one issue."""

    kind: Literal["position"] = "position"
    actor: str
    on_behalf_of: str | None = None
    issue: str = Field(description="id of the issue")
    stance: Stance
    condition: str | None = None
    statement: str | None = Field(default=None, description="id of the statement that carries it")


class Event(Coded):
    """Something reported as done, under way or decided; `actor` is null only for an attack without an author."""

    kind: Literal["event"] = "event"
    actor: str | None
    on_behalf_of: str | None = None
    type: EventType
    action: str | None = Field(default=None, description="verb phrase in words close to the text")
    mode: Mode = "asserted"
    target: str | tuple[str, ...] | None = None
    place: str | None = None
    when: str | None = Field(default=None, description="as written")
    date: IsoInterval | None = None
    reported_by: str | None = None


class Commitment(Coded):
    """A tie between parties that the text states, or says is absent."""

    kind: Literal["commitment"] = "commitment"
    parties: tuple[str, ...] = Field(min_length=1)
    tie: Tie


class Threat(Coded):
    """Harm announced by a party to move or punish another."""

    kind: Literal["threat"] = "threat"
    by: str | None
    on_behalf_of: str | None = None
    to: str | None = None
    condition: str | None = Field(default=None, alias="if")
    consequence: str | None = Field(default=None, alias="then")

    @model_validator(mode="after")
    def check_parts(self) -> Self:
        if self.condition is None and self.consequence is None:
            raise ValueError("a threat has an 'if' or a 'then'")
        return self


class Control(Coded):
    """Who holds, gained, lost or contests a place."""

    kind: Literal["control"] = "control"
    place: str
    holder: str | None
    on_behalf_of: str | None = None
    change: Change
    when: str | None = None
    date: IsoInterval | None = None


class Resource(Coded):
    """A good that someone needs, lacks, offers or delivers."""

    kind: Literal["resource"] = "resource"
    actor: str | None
    on_behalf_of: str | None = None
    status: Status
    what: str
    amount: str | None = None
    to: str | None = None


AnyRecord = Annotated[
    Actor | Issue | Statement | Position | Event | Commitment | Threat | Control | Resource,
    Field(discriminator="kind"),
]
KINDS = ("actor", "issue", "statement", "position", "event", "commitment", "threat", "control", "resource")


def name_record(kind: str, document: str, evidence: Span, *fields: object) -> str:
    """The id of a record: its kind and a hash of what makes it itself, the same in every run."""
    return f"{kind[:3]}-{hash_words(kind, document, evidence.start, evidence.end, *fields)}"


class Coding(Record):
    """Documents and the records coded from them; as a file, one JSON line each, documents first.

    **Holds** every record's evidence is the text between its offsets, in a document of this coding.
    """

    format: Literal["tocsin/coding/1"] = "tocsin/coding/1"
    documents: tuple[Document, ...]
    records: tuple[AnyRecord, ...]

    @model_validator(mode="after")
    def check_grounding(self) -> Self:
        texts = {d.id: d.text for d in self.documents}
        issues = {r.id for r in self.records if r.kind == "issue"}
        seen: set[str] = set()
        for r in self.records:
            if r.document not in texts:
                raise ValueError(f"record {r.id} points to document {r.document}, which is not here")
            if r.id in seen:
                raise ValueError(f"two records have the id {r.id}")
            seen.add(r.id)
            for span in list_spans(r):
                if texts[r.document][span.start : span.end] != span.quote:
                    raise ValueError(f"record {r.id}: characters {span.start} to {span.end} are not its quotation")
            if isinstance(r, Position) and r.issue not in issues:
                raise ValueError(f"position {r.id} points to issue {r.issue}, which is not here")
        return self

    def of_kind(self, kind: str) -> Rows[Any]:
        return Rows(r for r in self.records if r.kind == kind)

    @property
    def actors(self) -> Rows[Actor]:
        return self.of_kind("actor")

    @property
    def issues(self) -> Rows[Issue]:
        return self.of_kind("issue")

    @property
    def statements(self) -> Rows[Statement]:
        return self.of_kind("statement")

    @property
    def positions(self) -> Rows[Position]:
        return self.of_kind("position")

    @property
    def events(self) -> Rows[Event]:
        return self.of_kind("event")

    @property
    def commitments(self) -> Rows[Commitment]:
        return self.of_kind("commitment")

    @property
    def threats(self) -> Rows[Threat]:
        return self.of_kind("threat")

    @property
    def control(self) -> Rows[Control]:
        return self.of_kind("control")

    @property
    def resources(self) -> Rows[Resource]:
        return self.of_kind("resource")


def list_spans(record: Coded) -> Iterable[Span]:
    """Every span of a record: its evidence, and its content or mentions."""
    yield record.evidence
    if isinstance(record, Statement):
        yield record.content
    if isinstance(record, Actor):
        yield from record.mentions

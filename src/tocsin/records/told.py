"""What a situation repeats from the texts: documents, quotations, reports of ground, events and statements."""

from typing import Annotated, Literal

from pydantic import Field

from tocsin.records.coding import Change, EventType, Mode
from tocsin.records.frozen import IsoDate, IsoInterval, Record

Evidences = Annotated[tuple[str, ...], Field(description="ids of evidence")]


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


class Gap(Record):
    """Something that no article tells, and what hangs on it."""

    about: str
    what: str
    matters: str

"""What a briefing is made of, as plain values: the HTML and the Markdown are both written from these."""

from dataclasses import dataclass
from typing import ClassVar

from tocsin.briefing.words import Voice, Words


@dataclass(frozen=True)
class Paragraph:
    kind: ClassVar[str] = "paragraph"
    words: Words
    soft: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading within a section."""

    kind: ClassVar[str] = "heading"
    words: Words
    id: str | None = None


@dataclass(frozen=True)
class Points:
    kind: ClassVar[str] = "points"
    items: tuple[Words, ...]


@dataclass(frozen=True)
class Row:
    cells: tuple[Words, ...]
    id: str | None = None


@dataclass(frozen=True)
class Table:
    """A table; `numbers` are the columns (from 0) that hold numbers."""

    kind: ClassVar[str] = "table"
    caption: str
    head: tuple[Words, ...]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...] = ()
    dense: bool = False


@dataclass(frozen=True)
class Drawing:
    """A chart: the picture for the page, and its specification and figures as files."""

    name: str
    title: str
    description: str
    svg: str
    vega_lite: str
    csv: str


@dataclass(frozen=True)
class Figure:
    """A chart with what it shows in words, and its table twin."""

    kind: ClassVar[str] = "figure"
    drawing: Drawing
    caption: Words
    twin: Table


@dataclass(frozen=True)
class Judgement:
    """A sentence with a chance; its confidence stands apart from its likelihood. `low` to `high` in percent."""

    kind: ClassVar[str] = "judgement"
    words: Words
    confidence: Words
    low: float
    value: float
    high: float


@dataclass(frozen=True)
class Card:
    """Something that numbers lead to: a title, and what stands behind it."""

    kind: ClassVar[str] = "card"
    id: str
    title: Words
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class Quotation:
    """A numbered piece of evidence in its context."""

    kind: ClassVar[str] = "quotation"
    id: str
    number: str
    before: str
    quote: str
    after: str
    who: Words
    place: Words
    used: Words


Block = Paragraph | Heading | Points | Table | Figure | Judgement | Card | Quotation


@dataclass(frozen=True)
class Section:
    """A part of the briefing; `voices` says whose words stand in it."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    voices: tuple[Voice, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Outline:
    """The whole briefing: what it is called, what state it is in, and its sections in order."""

    title: str
    status: tuple[str, ...]
    facts: tuple[Words, ...]
    lead: Words
    legend: tuple[tuple[Voice, str], ...]
    sections: tuple[Section, ...]
    bottom_line: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    foot: Words

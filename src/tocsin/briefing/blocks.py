"""What a briefing is made of, as plain values: the HTML and the Markdown are both written from these."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from tocsin.briefing.words import Piece, Voice, Words

Level = Literal["low", "moderate", "high"]


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
    """A chart with how it is read, its table twin, and whose words and numbers it shows."""

    kind: ClassVar[str] = "figure"
    drawing: Drawing
    caption: Words
    twin: Table
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """A sentence with a chance, in percent; its confidence stands apart from its likelihood."""

    kind: ClassVar[str] = "judgement"
    words: Words
    level: Level
    reason: Words
    figure: Piece
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
    """A numbered piece of evidence in its context; `sorts` are the choices of the filter that show it."""

    kind: ClassVar[str] = "quotation"
    id: str
    sorts: tuple[str, ...]
    number: str
    before: str
    quote: str
    after: str
    who: Words
    place: Words
    used: Words


@dataclass(frozen=True)
class Choice:
    """One choice of a filter: the sort of quotation that it leaves on the page, and how many there are."""

    sort: str
    label: str
    count: int


@dataclass(frozen=True)
class Filter:
    """Choices of which one at a time holds; the page applies them by style alone."""

    kind: ClassVar[str] = "filter"
    name: str
    label: str
    choices: tuple[Choice, ...]


Block = Paragraph | Heading | Points | Table | Figure | Judgement | Card | Quotation | Filter


@dataclass(frozen=True)
class Section:
    """A part of the briefing; `voices` says whose words stand in it, `annex` that it is for looking things up."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    voices: tuple[Voice, ...] = ()
    note: str = ""
    annex: bool = False


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

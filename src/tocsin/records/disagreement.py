"""Disagreement between sources, and what only repeats one: contradictions with both sides, and copies of an article."""

from typing import Literal

from pydantic import Field

from tocsin.records.frozen import Record, Share


class Copy(Record):
    """A document that tells in the same words what another one tells: both are sources, and count once."""

    document: str = Field(description="id of the document that is a copy, or holds one")
    of: str = Field(description="id of the document whose records count")
    alike: Share = Field(description="share of the smaller document's sequences of words that the other has too")


class Claim(Record):
    """One side of a contradiction."""

    says: str = Field(description="what is claimed, in words close to the text")
    by: str | None = Field(description="who is reported to claim it; null where the document itself does")
    document: str
    evidence: tuple[str, ...] = Field(description="ids of evidence")
    records: tuple[str, ...]


class Contradiction(Record):
    """Claims that cannot all be so; none of them is judged."""

    kind: Literal["control", "stance", "denial", "number"]
    about: str
    claims: tuple[Claim, ...] = Field(min_length=2)

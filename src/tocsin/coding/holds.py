"""Holds: a place with who is said to have, gain or lose it, before it becomes a record."""

from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.records.coding import Change

SURE = 0.68


@dataclass(frozen=True)
class Hold:
    """A place, who is said to have, gain or lose it, the words that say so, and what in them did."""

    place: str
    holder: Who
    change: Change
    token: Token
    why: str
    certainty: float = SURE

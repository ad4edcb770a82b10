"""From words to default numbers: stances, salience, words of likelihood and of amount."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.codebook.tables import load_table
from tocsin.errors import InputError


@dataclass(frozen=True, slots=True)
class Wording:
    """The numbers that a word stands for, and why. **Holds** low <= likely <= high."""

    name: str
    low: float
    likely: float
    high: float
    because: str
    source: str


def make_wording(name: str, row: dict[str, Any]) -> Wording:
    """The wording of a row; without a likely value it is the middle of the range."""
    likely = row.get("likely", (row["low"] + row["high"]) / 2)
    source = row.get("source", load_table("wording")["source"])
    return Wording(name, row["low"], likely, row["high"], row.get("because", "words as written"), source)


@cache
def load_wordings(key: str) -> dict[str, Wording]:
    """The wordings of `stance`, `salience`, `likelihood` or `amount` by word."""
    rows = load_table("wording")[key]
    return {word: make_wording(word, row) for row in rows for word in row.get("words", [row.get("name")])}


def stance_wording(stance: str) -> Wording:
    """Where a stance stands on a line from 0 to 100; "silent" for none."""
    return take_wording("stance", stance)


def salience_wording(reason: str = "default") -> Wording:
    """How much an actor cares, 0 to 1: "default", "party", "threatens", "initiator", "repeated" or "group"."""
    return take_wording("salience", reason)


def take_wording(key: str, name: str) -> Wording:
    """The wording of a name; an error where the table has none."""
    if wording := load_wordings(key).get(name):
        return wording
    raise InputError(f"{key} {name!r}", "no such wording in the codebook", "Name one of codebook/wording.toml")


def likelihood_wording(words: str) -> Wording | None:
    """The range of a word of likelihood ("unlikely") as a share; None for any other word."""
    return load_wordings("likelihood").get(words.lower())


def amount_wording(words: str) -> Wording | None:
    """The range of a word of amount ("dozens"); None for any other word."""
    return load_wordings("amount").get(words.lower())


@cache
def list_rhetoric() -> frozenset[str]:
    """Words of certainty that never become a chance."""
    return frozenset(word for row in load_table("wording")["rhetoric"] for word in row["words"])

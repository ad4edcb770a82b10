"""Stances: their words, signs and colours, for whom one is taken, and the id of the issue in the page."""

from tocsin.briefing.words import Colour
from tocsin.records.coding import Stance
from tocsin.records.situation import AssessedIssue, Stand

SIGNS: dict[Stance, str] = {"support": "+", "conditional": "±", "open": "○", "neutral": "·", "oppose": "−"}
STANCES: dict[Stance, str] = {
    "support": "for", "conditional": "for on a condition", "open": "open", "neutral": "neutral", "oppose": "against",
}  # fmt: skip
COLOURS: dict[Stance, Colour] = {
    "support": "blue", "conditional": "sky", "open": "orange", "neutral": "grey", "oppose": "vermilion",
}  # fmt: skip
COLOUR_NAMES: dict[Stance, str] = {
    "support": "blue", "conditional": "light blue", "open": "orange", "neutral": "grey", "oppose": "red",
}  # fmt: skip


def name_side(stand: Stand) -> str:
    """The party that a stand counts for."""
    return stand.on_behalf_of or stand.actor


def number_issue(issue: AssessedIssue) -> str:
    """The issue's id as the tail of an id of the page."""
    return "".join(c if c.isalnum() else "-" for c in issue.id)

"""Look up bodies: who belongs to one on a date, by what rule it decides, who promised whom defence."""

from datetime import date
from functools import cache

from tocsin.codebook.resolve import find_known
from tocsin.codebook.rows import Body
from tocsin.codebook.tables import load_bodies
from tocsin.errors import InputError


@cache
def index_bodies() -> dict[str, Body]:
    """Bodies by canonical name."""
    return {body.name: body for body in load_bodies()}


def find_body(name: str) -> Body | None:
    """The body of any of its names ("EU", "the bloc"), or None."""
    if body := index_bodies().get(name):
        return body
    known = find_known(name)
    return index_bodies().get(known.name) if known else None


def take_body(name: str) -> Body:
    """The body of a name; an error where the table has none."""
    if body := find_body(name):
        return body
    raise InputError(f"body {name!r}", "no such body in the codebook", "Name one of codebook/bodies.toml")


def members(body: str, on: date | None = None) -> tuple[str, ...]:
    """The members of a body on a day (today without one), by name in order; an organ has those of its body.

    Empty where the table lists none.
    **Holds** a member on a day is one by `is_member` on that day, and no state is listed twice.
    """
    found = take_body(body)
    if not found.spells and found.organ_of:
        return members(found.organ_of, on)
    day = on or date.today()
    return tuple(sorted({state for spell in found.spells if spell.term.holds(day) for state in spell.states}))


def is_member(state: str, body: str, on: date | None = None) -> bool:
    """Whether a state (by canonical name) belongs to a body on a day."""
    return state in members(body, on)


def rule(body: str) -> Body:
    """The body's row: `rule`, `threshold` (share of votes), `vetoes` (states), `rule_note`, `treaty`."""
    return take_body(body)


def list_bodies_of(state: str, on: date | None = None) -> tuple[Body, ...]:
    """The bodies whose own table of members has a state on a day."""
    day = on or date.today()
    return tuple(b for b in load_bodies() if any(state in s.states and s.term.holds(day) for s in b.spells))


def list_defence_pacts(first: str, second: str, on: date | None = None) -> tuple[Body, ...]:
    """The defence pacts that bind two states to one another on a day."""
    return tuple(b for b in list_bodies_of(first, on) if b.defence_pact and is_member(second, b.name, on))

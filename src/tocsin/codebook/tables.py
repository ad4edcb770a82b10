"""Load the tables of the codebook: each TOML file once, when it is first asked for."""

import tomllib
from calendar import monthrange
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

from tocsin.codebook.rows import Ambiguous, Body, Group, Kind, Outlet, Spell, State, Status, Term
from tocsin.errors import FormatError

FOLDER = Path(__file__).parent


@cache
def load_table(name: str) -> dict[str, Any]:
    """The table `name` as its TOML file has it."""
    path = FOLDER / f"{name}.toml"
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise FormatError(f"codebook/{path.name}", "the table cannot be read", "Install tocsin again") from error
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"codebook/{path.name}", f"not valid TOML: {error}", "Mend the line named") from error


def parse_day(words: str, last: bool = False) -> date | None:
    """The first (or last) day of "2017", "2017-05" or "2017-05-14"; None for no words.

    **Holds** the first day is never after the last.
    """
    if not words:
        return None
    numbers = [int(part) for part in words.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else (12 if last else 1)
    if len(numbers) > 2:
        return date(year, month, numbers[2])
    return date(year, month, monthrange(year, month)[1] if last else 1)


def make_term(row: dict[str, Any]) -> Term:
    """The term of a row with `from` and `to`, either of them absent where open."""
    return Term(parse_day(str(row.get("from", ""))), parse_day(str(row.get("to", "")), last=True))


def take_words(row: dict[str, Any], *keys: str) -> dict[str, Any]:
    """The lists of words of a row as tuples, under their own keys."""
    return {key: tuple(row.get(key, ())) for key in keys}


@cache
def load_states() -> tuple[State, ...]:
    """All states, former states and territories; a name that two of them share is for the date to decide."""
    statuses: tuple[Status, ...] = ("state", "former", "territory")
    words = ("also", "adjective", "people", "capital", "seats")
    return tuple(
        State(
            name=row["name"],
            iso=row["iso"],
            cow=row.get("cow"),
            region=row["region"],
            term=make_term(row),
            now=row.get("now"),
            parent=row.get("parent"),
            status=status,
            **take_words(row, *words),
        )
        for status in statuses
        for row in load_table("states")[status]
    )


@cache
def load_ambiguous() -> tuple[Ambiguous, ...]:
    """Names with several readings."""
    rows = load_table("states")["ambiguous"]
    return tuple(Ambiguous(r["name"], tuple(r["readings"]), r.get("usual"), r["note"]) for r in rows)


@cache
def load_bodies() -> tuple[Body, ...]:
    """All bodies with their spells of membership."""
    table = load_table("bodies")
    plain = ("rule", "rule_note", "threshold", "defence_pact", "treaty", "organ_of")
    return tuple(
        Body(
            name=row["name"], kind=row["kind"], source=row.get("source", table["source"]), term=make_term(row),
            spells=tuple(Spell(tuple(s["states"]), make_term(s), s.get("note", "")) for s in row.get("members", ())),
            **take_words(row, "also", "nouns", "seats", "vetoes"), **{k: row[k] for k in plain if k in row},
        )
        for row in table["body"]
    )  # fmt: skip


def split_line(line: str, columns: int) -> list[str]:
    """The columns of a line "name | second | third", the last ones empty where the line ends before them."""
    words = [word.strip() for word in line.split("|")]
    return words + [""] * (columns - len(words))


def split_list(words: str) -> tuple[str, ...]:
    """The parts of "one, two"."""
    return tuple(word for part in words.split(",") if (word := part.strip()))


@cache
def load_groups() -> tuple[Group, ...]:
    """Armed groups, movements, parties, armed services, agencies and parliaments."""
    rows = [split_line(line, 6) for line in load_table("groups")["groups"].split("\n") if line]
    return tuple(
        Group(name, type, cast(Kind, kind), acts_for or None, based_in or None, split_list(also))
        for name, type, kind, acts_for, based_in, also in rows
    )


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """News outlets and agencies."""
    rows = [split_line(line, 4) for line in load_table("outlets")["outlets"].split("\n") if line]
    return tuple(Outlet(name, based_in, state or None, split_list(also)) for name, based_in, state, also in rows)

"""The rows of the codebook's tables: frozen, and nothing in them that a table does not say."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["state", "alliance", "organisation", "person", "group", "outlet"]
Form = Literal[
    "name", "short", "capital", "seat", "adjective", "people", "noun", "surname", "office", "government", "organ"
]  # fmt: skip
Status = Literal["state", "former", "territory"]
Rule = Literal["consensus", "unanimity", "qualified majority", "majority with vetoes", "majority", "own decision"]


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of days, both ends included; an open end is None."""

    start: date | None = None
    end: date | None = None

    def holds(self, on: date) -> bool:
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


ALWAYS = Term()


@dataclass(frozen=True, slots=True)
class State:
    """A state, a former state or a territory; `parent` is who a territory belongs to, `now` a former state's heir."""

    name: str
    iso: str
    cow: int | None
    region: str
    also: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    term: Term = ALWAYS
    now: str | None = None
    parent: str | None = None
    status: Status = "state"


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name with several readings; `usual` is what news mostly means by it, None where only the text can tell."""

    name: str
    readings: tuple[str, ...]
    usual: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of membership of some states in a body."""

    states: tuple[str, ...]
    term: Term
    note: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body of states: who decides in it by what rule, and whether its members promised to defend one another."""

    name: str
    kind: Kind
    source: str
    also: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    rule: Rule = "consensus"
    rule_note: str = ""
    threshold: float | None = None
    vetoes: tuple[str, ...] = ()
    defence_pact: bool = False
    treaty: str = ""
    organ_of: str | None = None
    spells: tuple[Spell, ...] = ()
    term: Term = ALWAYS


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office (or a figure with a part in public life) during a term; rank 0 heads, 2 figures.

    `alone`: whether the surname alone means the person in world news ("Mitchell" is not the head of Grenada).
    """

    person: str
    role: str
    acts_for: str | None
    term: Term
    rank: int
    also: tuple[str, ...] = ()
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """An armed group, movement, party, armed service, agency or parliament."""

    name: str
    type: str
    kind: Kind
    acts_for: str | None
    based_in: str | None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news outlet or agency; `state` where it is owned by one and speaks for it."""

    name: str
    based_in: str
    state: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for on a date, and how it was said."""

    name: str
    kind: Kind
    form: Form
    code: str | None = None
    acts_for: str | None = None
    role: str | None = None
    also_means: tuple[str, ...] = ()

"""Who holds which office on a date, and whom a full name or a surname means on it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from tocsin.codebook.rows import Form, Holder, Known, Term
from tocsin.codebook.tables import load_states, load_table, parse_day, split_line, split_list
from tocsin.codebook.words import make_plain_key, strip_name

RANKS = {"office": 0, "post": 1}
FIGURE_RANK = 2
# News goes on naming people after they left office; a surname before it is mostly someone else.
YEARS_REMEMBERED = 15
DAYS_FORESEEN = 400
PARTICLES = frozenset(
    (
        "von",
        "van",
        "de",
        "der",
        "den",
        "da",
        "dos",
        "du",
        "di",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ben",
        "ould",
        "abu",
    )
)
SURNAME_FIRST = frozenset({"China", "Taiwan", "South Korea", "North Korea"})


def parse_holder(row: str) -> tuple[date | None, date | None, str, tuple[str, ...]]:
    """Start, end, name and other spellings of a row "FROM[..TO] Name [= spelling, spelling]"."""
    days, _, rest = row.partition(" ")
    start, _, end = days.partition("..")
    name, _, also = rest.partition("=")
    return parse_day(start), parse_day(end, last=True), name.strip(), split_list(also)


def read_office(row: dict[str, Any], rank: int) -> Iterator[Holder]:
    """The holders of an office, each until the day before the next one begins where no end is given."""
    parsed = [parse_holder(line) for line in row["holders"].split("\n") if line]
    for place, (start, end, name, also) in enumerate(parsed):
        following = parsed[place + 1][0] if place + 1 < len(parsed) else None
        # Members of a joint presidency begin on one day: none of them ends it for the next. The day of a handover is
        # the new holder's.
        if following is not None and start is not None and following > start and (end is None or end == following):
            end = following - timedelta(days=1)
        yield Holder(name, row["role"], row["of"], Term(start, end), rank, also, row.get("alone", True))


def parse_figure(line: str) -> Holder:
    """The figure of a line "name | part | for whom | from | to | other spellings", its end cut off where empty."""
    name, part, acts_for, start, end, also = split_line(line, 6)
    term = Term(parse_day(start), parse_day(end, last=True))
    return Holder(name, part, acts_for or None, term, FIGURE_RANK, split_list(also))


@cache
def load_holders() -> tuple[Holder, ...]:
    """Everyone in the table of leaders, one row for each term."""
    table = load_table("leaders")
    offices = [holder for key, rank in RANKS.items() for row in table[key] for holder in read_office(row, rank)]
    figures = [parse_figure(line) for line in table["figures"].split("\n") if line]
    return (*offices, *figures)


def find_surname(person: str, acts_for: str | None) -> str:
    """The part of a full name that news uses alone: the last word with its particles, or the first in East Asia."""
    words = person.split()
    if acts_for in SURNAME_FIRST and len(words) > 1:
        return words[0]
    if len(words) < 2 or words[-1].isupper():
        return person
    place = len(words) - 1
    while place > 1 and words[place - 1].lower() in PARTICLES:
        place -= 1
    return " ".join(words[place:])


@cache
def index_people() -> tuple[dict[str, tuple[Holder, ...]], dict[str, tuple[Holder, ...]]]:
    """Holders by the keys of their full names, and by the keys of what they are called alone."""
    full: dict[str, list[Holder]] = {}
    alone: dict[str, list[Holder]] = {}
    for holder in load_holders():
        surname = find_surname(holder.person, holder.acts_for)
        short = {surname, surname.removeprefix("al-"), *(w for w in holder.also if " " not in w)}
        turned = " ".join(reversed(holder.person.split())) if holder.acts_for == "Japan" else holder.person
        for name in {holder.person, turned, *(w for w in holder.also if " " in w)}:
            full.setdefault(make_plain_key(strip_name(name)), []).append(holder)
        for name in short:
            alone.setdefault(make_plain_key(strip_name(name)), []).append(holder)
    return {k: tuple(v) for k, v in full.items()}, {k: tuple(v) for k, v in alone.items()}


@cache
def index_leading() -> frozenset[str]:
    """All who are or were head of a state or government."""
    return frozenset(holder.person for holder in load_holders() if holder.rank == 0)


def leads(person: str) -> bool:
    """Whether somebody is or was head of a state or government."""
    return person in index_leading()


def keep_valid(holders: Sequence[Holder], on: date) -> list[Holder]:
    """The holders whose term holds on a day, the highest rank only."""
    valid = [h for h in holders if h.term.holds(on)]
    best = min((h.rank for h in valid), default=0)
    return [h for h in valid if h.rank == best]


def keep_remembered(holders: Sequence[Holder], on: date) -> list[Holder]:
    """Holders out of office on a day whom news still names, those who left last; else those who come next."""
    ended = [h for h in holders if h.term.end and 0 <= (on - h.term.end).days <= 366 * YEARS_REMEMBERED]
    if ended:
        best = min(h.rank for h in ended)
        last = max(h.term.end for h in ended if h.term.end and h.rank == best)
        return [h for h in ended if h.term.end == last and h.rank == best]
    return [h for h in holders if h.term.start and 0 < (h.term.start - on).days <= DAYS_FORESEEN]


def make_person(holder: Holder, on: date, form: Form) -> Known:
    """What is known of a holder on a day: whom they act for, only while the term holds."""
    if holder.term.holds(on):
        return Known(holder.person, "person", form, acts_for=holder.acts_for, role=holder.role)
    left = holder.term.end is not None and holder.term.end < on
    return Known(holder.person, "person", form, role=f"former {holder.role}" if left else None)


def is_named_alone(holder: Holder, on: date) -> bool:
    """Whether news calls a holder by the surname without having said the full name.

    Heads always, unless the table says otherwise; others while in office, and not where many share few surnames;
    leaders of movements also afterwards.
    """
    if not holder.alone:
        return False
    if holder.rank == 0 or (holder.rank == FIGURE_RANK and "leader" in holder.role):
        return True
    return holder.term.holds(on) and holder.acts_for not in SURNAME_FIRST


def find_person(name: str, on: date) -> Known | None:
    """The person of a full name, or of a surname that means one person on the day."""
    key = make_plain_key(strip_name(name))
    full, alone = index_people()
    if held := full.get(key):
        chosen = keep_valid(held, on) or keep_remembered(held, on)
        if chosen or " " in key:
            return make_person((chosen or list(held))[0], on, "name")
    called = [holder for holder in alone.get(key, ()) if is_named_alone(holder, on)]
    chosen = keep_valid(called, on) or keep_remembered(called, on)
    if chosen and len({h.person for h in chosen}) == 1:
        return make_person(chosen[0], on, "surname")
    return None


@cache
def index_roles() -> dict[str, tuple[str, ...]]:
    """Offices by every name they go by, those with that very name first."""
    rows = load_table("roles")["role"]
    found: dict[str, list[str]] = {}
    for row in rows:
        for name in (row["name"], *row["also"]):
            found.setdefault(name.lower(), []).append(row["name"])
    for row in rows:
        for name in (row["name"], *row["also"]):
            found[name.lower()].extend(row.get("same_as", ()))
    return {name: tuple(dict.fromkeys(roles)) for name, roles in found.items()}


@cache
def index_offices() -> dict[tuple[str, str], tuple[Holder, ...]]:
    """Holders by the state or body and the office."""
    found: dict[tuple[str, str], list[Holder]] = {}
    for holder in load_holders():
        found.setdefault((holder.acts_for or "", holder.role), []).append(holder)
    return {key: tuple(holders) for key, holders in found.items()}


def find_office_holder(acts_for: str, role: str, on: date | None = None) -> Known | None:
    """Who holds an office of a state or body on a day (today without one); None where the table does not tell.

    `acts_for` is the canonical name ("France", "NATO"), `role` any name of the office ("President", "top diplomat").
    """
    day = on or date.today()
    words = role.strip().lower()
    for owner in (acts_for, *list_forerunners(acts_for, day)):
        for office in (words, *index_roles().get(words, ())):
            held = keep_valid(index_offices().get((owner, office), ()), day)
            if len({h.person for h in held}) == 1:
                return Known(held[0].person, "person", "office", acts_for=owner, role=held[0].role)
    return None


def list_forerunners(state: str, on: date) -> tuple[str, ...]:
    """The former states alive on a day whose heir a state is: West Germany for "the German chancellor" of 1985."""
    return tuple(s.name for s in load_states() if s.now == state and s.term.holds(on))

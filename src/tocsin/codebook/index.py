"""All names of the codebook by key, people's apart: states, bodies, groups and outlets."""

from collections.abc import Iterator
from functools import cache

from tocsin.codebook.rows import ALWAYS, Form, Known, Term
from tocsin.codebook.tables import (
    load_ambiguous,
    load_bodies,
    load_groups,
    load_outlets,
    load_states,
    load_table,
)
from tocsin.codebook.words import make_key, make_plain_key, strip_name

Entry = tuple[Known, Term]


def list_states() -> Iterator[tuple[str, Known, Term]]:
    """Every name of every state, former states first: on their days they own the seats that they left to others."""
    for state in sorted(load_states(), key=lambda s: s.status != "former"):
        forms: tuple[tuple[Form, tuple[str, ...]], ...] = (
            ("name", (state.name,)),
            ("short", state.also),
            ("capital", state.capital),
            ("seat", state.seats),
            ("adjective", state.adjective),
            ("people", state.people),
        )
        for form, names in forms:
            known = Known(state.name, "state", form, state.iso, state.parent)
            yield from ((name, known, state.term) for name in names)


def list_bodies() -> Iterator[tuple[str, Known, Term]]:
    """Every name of every body."""
    for body in load_bodies():
        forms: tuple[tuple[Form, tuple[str, ...]], ...] = (
            ("name", (body.name,)),
            ("short", body.also),
            ("seat", body.seats),
            ("noun", body.nouns),
        )
        for form, names in forms:
            known = Known(body.name, body.kind, form, acts_for=body.organ_of)
            yield from ((name, known, body.term) for name in names)


def list_groups() -> Iterator[tuple[str, Known, Term]]:
    """Every name of every group and outlet."""
    for group in load_groups():
        for place, name in enumerate((group.name, *group.also)):
            form: Form = "short" if place else "name"
            yield name, Known(group.name, group.kind, form, acts_for=group.acts_for), ALWAYS
    for outlet in load_outlets():
        for place, name in enumerate((outlet.name, *outlet.also)):
            yield (
                name,
                Known(outlet.name, "outlet", "short" if place else "name", acts_for=outlet.state),
                ALWAYS,
            )


@cache
def index_names() -> dict[str, tuple[Entry, ...]]:
    """All names of the tables but people's, by key; "The Times" alone keeps its article, which makes it a name."""
    found: dict[str, list[Entry]] = {}
    for name, known, term in (*list_states(), *list_bodies(), *list_groups()):
        stripped = strip_name(name)
        bare = known.kind == "outlet" and name.startswith("The ") and " " not in stripped
        key = f"the {make_plain_key(stripped)}" if bare else make_key(stripped)
        found.setdefault(key, []).append((known, term))
    return {key: tuple(dict.fromkeys(entries)) for key, entries in found.items()}


@cache
def index_readings() -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """The usual reading and all readings of the names that have several."""
    return {make_plain_key(strip_name(a.name)): (a.usual, a.readings) for a in load_ambiguous()}


@cache
def index_shields() -> frozenset[str]:
    """Keys of names that have a country's word in them and are no state."""
    return frozenset(make_plain_key(strip_name(name)) for name in load_table("outlets")["not_states"])


def list_readings(name: str) -> tuple[str, ...]:
    """All that an ambiguous name may mean; empty where it has one meaning, or none."""
    return index_readings().get(make_plain_key(strip_name(name)), (None, ()))[1]


def is_shielded(name: str) -> bool:
    """Whether a name must not be read as a state: an outlet, or "South China Sea", "Nord Stream", "Vietnam War"."""
    stripped = strip_name(name)
    names, plain = index_names(), make_plain_key(stripped)
    found = (
        *names.get(make_key(stripped), ()),
        *(names.get(f"the {plain}", ()) if name.startswith("The ") else ()),
    )
    return plain in index_shields() or any(known.kind == "outlet" for known, _ in found)

"""Resolve a name: what state, body, person, group or outlet it stands for on a date."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from tocsin.codebook.people import find_office_holder, find_person, index_roles
from tocsin.codebook.rows import ALWAYS, Form, Known, Term
from tocsin.codebook.tables import (
    load_ambiguous,
    load_bodies,
    load_groups,
    load_outlets,
    load_states,
    load_table,
)
from tocsin.codebook.words import is_acronym, make_key, make_plain_key, has_capital, strip_name

Entry = tuple[str, Known, Term]


def list_states() -> Iterator[Entry]:
    """Every name of every state, former state and territory."""
    for state in load_states():
        forms: tuple[tuple[Form, tuple[str, ...]], ...] = (
            ("name", (state.name,)), ("short", state.also), ("capital", state.capital), ("seat", state.seats),
            ("adjective", state.adjective), ("people", state.people),
        )  # fmt: skip
        acts_for = state.parent
        for form, names in forms:
            for name in names:
                yield name, Known(state.name, "state", form, state.iso, acts_for), state.term


def list_others() -> Iterator[Entry]:
    """Every name of every body, group and outlet."""
    for body in load_bodies():
        for form, names in (
            ("name", (body.name,)),
            ("short", body.also),
            ("seat", body.seats),
            ("noun", body.nouns),
        ):
            known = Known(body.name, body.kind, form, acts_for=body.organ_of)  # type: ignore[arg-type]
            yield from ((name, known, body.term) for name in names)
    for group in load_groups():
        for place, name in enumerate((group.name, *group.also)):
            yield (
                name,
                Known(group.name, group.kind, "short" if place else "name", acts_for=group.acts_for),
                ALWAYS,
            )
    for outlet in load_outlets():
        for place, name in enumerate((outlet.name, *outlet.also)):
            yield (
                name,
                Known(outlet.name, "outlet", "short" if place else "name", acts_for=outlet.state),
                ALWAYS,
            )


@cache
def index_names() -> dict[str, tuple[tuple[Known, Term], ...]]:
    """All names of the tables but people's, by key; "The Times" alone keeps its article, which makes it a name."""
    found: dict[str, list[tuple[Known, Term]]] = {}
    for name, known, term in (*list_states(), *list_others()):
        stripped = strip_name(name)
        bare = known.kind == "outlet" and name.startswith("The ") and " " not in stripped
        found.setdefault(f"the {make_plain_key(stripped)}" if bare else make_key(stripped), []).append(
            (known, term)
        )
    return {key: tuple(dict.fromkeys(entries)) for key, entries in found.items()}


@cache
def index_readings() -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """The usual reading and all readings of the names that have several."""
    return {make_plain_key(strip_name(a.name)): (a.usual, a.readings) for a in load_ambiguous()}


@cache
def index_shields() -> frozenset[str]:
    """Keys of names that have a country's word in them and are no state."""
    return frozenset(make_plain_key(strip_name(name)) for name in load_table("outlets")["not_states"])


def is_shielded(name: str) -> bool:
    """Whether a name must not be read as a state: an outlet, or "South China Sea", "Nord Stream", "Vietnam War"."""
    stripped = strip_name(name)
    found = index_names().get(make_key(stripped), ())
    return make_plain_key(stripped) in index_shields() or any(known.kind == "outlet" for known, _ in found)


def list_readings(name: str) -> tuple[str, ...]:
    """All that an ambiguous name may mean; empty where it has one meaning, or none."""
    return index_readings().get(make_plain_key(strip_name(name)), (None, ()))[1]


def find_known(name: str, on: date | None = None) -> Known | None:
    """What a name stands for on a day (today without one); None for a name that is not known, or not to be told.

    `name` is a name, short form, adjective, capital, seat, office ("French President"), organ ("the Russian army"),
    person or surname as the text has it; case counts ("us" is not "US"), articles, accents and a possessive do not.

    **Holds** adding "'s" or "the " to a name changes nothing.
    """
    stripped = strip_name(name)
    if not stripped:
        return None
    day = on or date.today()
    found = find_exact(name, stripped, day)
    if found or not has_capital(stripped) or make_plain_key(stripped) in index_shields():
        return found
    return find_person(stripped, day) or find_titled(stripped, day) or find_organ(stripped, day)


def find_exact(name: str, stripped: str, on: date) -> Known | None:
    """The entry of a name as it stands in the tables."""
    names = index_names()
    if (
        len(words := name.split()) == 2
        and words[0] == "The"
        and (found := names.get(f"the {make_plain_key(stripped)}"))
    ):
        return found[0][0]
    entries = names.get(make_key(stripped), ())
    if not entries and is_acronym(stripped):
        entries = names.get(make_plain_key(stripped), ())
    if not has_capital(stripped):
        entries = tuple(e for e in entries if e[0].form == "noun")
    return choose_entry(make_plain_key(stripped), entries, on)


def choose_entry(key: str, entries: tuple[tuple[Known, Term], ...], on: date) -> Known | None:
    """The entry valid on a day; of several the usual reading, none where only the text can tell."""
    valid = [known for known, term in entries if term.holds(on)] or [known for known, _ in entries]
    usual, readings = index_readings().get(key, (None, ()))
    if not readings:
        return valid[0] if valid else None
    chosen = next((k for k in valid if k.name == usual), None) or (find_known(usual, on) if usual else None)
    if chosen is None:
        return None
    return Known(chosen.name, chosen.kind, chosen.form, chosen.code, chosen.acts_for, chosen.role, readings)


@cache
def index_organs() -> tuple[tuple[str, Form], ...]:
    """Organs by their words, the longest first: those that are the state, and those that act for it."""
    table = load_table("roles")
    forms: tuple[tuple[str, Form], ...] = (("state_organs", "government"), ("own_organs", "organ"))
    organs: list[tuple[str, Form]] = [(words, form) for key, form in forms for words in table[key]]
    return tuple(sorted(organs, key=lambda organ: -len(organ[0])))


def find_owner(words: str, on: date) -> Known | None:
    """The state or body that a qualifier such as "French", "Russia's" or "NATO" names."""
    stripped = strip_name(words)
    found = find_exact(words, stripped, on) if stripped else None
    return found if found and found.kind in ("state", "alliance", "organisation", "group") else None


def find_organ(stripped: str, on: date) -> Known | None:
    """The state of "the Russian government", or the organ of "the Russian army", which acts for Russia."""
    lowered = stripped.lower()
    for words, form in index_organs():
        if lowered.endswith(f" {words}") and (owner := find_owner(stripped[: -len(words) - 1], on)):
            pass
        elif lowered.startswith(f"{words} of ") and (owner := find_owner(stripped[len(words) + 4 :], on)):
            pass
        else:
            continue
        if form == "government":
            return Known(owner.name, owner.kind, "government", owner.code, owner.acts_for)
        return Known(stripped, "organisation", "organ", acts_for=owner.name)
    return None


def find_titled(stripped: str, on: date) -> Known | None:
    """The person of "President Macron", "Polish Foreign Minister Radosław Sikorski", "French President"."""
    words = stripped.split()
    table = load_table("roles")
    if words[0].lower() in table["not_now"]:
        person = find_known(" ".join(words[1:]), on)
        return person if person and person.kind == "person" and person.form != "office" else None
    for split in range(1, len(words)):
        role, rest = " ".join(words[:split]), " ".join(words[split:])
        if is_title(role, on) and (person := find_person(rest, on)):
            return person
    return find_office(words, on)


def is_title(words: str, on: date) -> bool:
    """Whether words before a name are a title or an office, a state or body before it or not."""
    lowered = words.lower().replace(".", "")
    if lowered in index_roles() or lowered in index_titles():
        return True
    parts = words.split()
    return any(
        find_owner(" ".join(parts[:k]), on) and is_title(" ".join(parts[k:]), on)
        for k in range(1, len(parts))
    )


@cache
def index_titles() -> frozenset[str]:
    """Titles and parts in lower case, without full stops."""
    table = load_table("roles")
    parts = [name for row in table["part"] for name in (row["name"], *row["also"])]
    return frozenset(word.lower().replace(".", "") for word in (*table["titles"], *parts))


def find_office(words: list[str], on: date) -> Known | None:
    """The holder of "French President", "Russia's foreign minister", "president of France"."""
    for split in range(1, len(words)):
        first, second = " ".join(words[:split]), " ".join(words[split:])
        if second.lower() in index_roles() and (owner := find_owner(first, on)):
            return find_office_holder(owner.name, second, on)
        if (
            first.lower() in index_roles()
            and second.lower().startswith("of ")
            and (owner := find_owner(second[3:], on))
        ):
            return find_office_holder(owner.name, first, on)
    return None

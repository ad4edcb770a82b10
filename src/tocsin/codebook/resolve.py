"""Resolve a name: what state, body, person, group or outlet it stands for on a date."""

from datetime import date
from functools import cache, lru_cache

from tocsin.codebook.index import Entry, index_names, index_readings, index_shields
from tocsin.codebook.people import find_office_holder, find_person, index_roles
from tocsin.codebook.rows import Form, Known
from tocsin.codebook.tables import load_table
from tocsin.codebook.words import has_capital, is_acronym, make_key, make_plain_key, strip_name


def find_known(name: str, on: date | None = None) -> Known | None:
    """What a name stands for on a day (today without one); None for a name that is not known, or not to be told.

    `name` is a name, short form, adjective, capital, seat, office ("French President"), organ ("the Russian army"),
    person or surname as the text has it; case counts ("us" is not "US"), accents and a possessive do not.

    **Holds** adding "'s" to a name, or "the" before it, changes nothing.
    """
    return _find_on(name, on or date.today())


@lru_cache(maxsize=8192)
def _find_on(name: str, day: date) -> Known | None:
    stripped = strip_name(name)
    if not stripped:
        return None
    found = find_exact(name, day)
    if found or not has_capital(stripped) or make_plain_key(stripped) in index_shields():
        return found
    return (
        find_person(stripped, day)
        or find_titled(stripped, day)
        or find_organ(stripped, day)
        or find_owned(stripped, day)
    )


def find_exact(name: str, on: date) -> Known | None:
    """The entry of a name as it stands in the tables."""
    names, stripped = index_names(), strip_name(name)
    plain = make_plain_key(stripped)
    if name.startswith("The ") and (outlet := names.get(f"the {plain}")):
        return outlet[0][0]
    entries = names.get(make_key(stripped), ())
    if not entries and is_acronym(stripped):
        entries = names.get(plain, ())
    if not has_capital(stripped):
        entries = tuple(entry for entry in entries if entry[0].form == "noun")
    return choose_entry(plain, entries, on)


def choose_entry(key: str, entries: tuple[Entry, ...], on: date) -> Known | None:
    """The entry valid on a day; of several the usual reading, none where only the text can tell."""
    valid = [known for known, term in entries if term.holds(on)] or [known for known, _ in entries]
    usual, readings = index_readings().get(key, (None, ()))
    if not readings:
        return valid[0] if valid else None
    if usual is None:
        return None
    chosen = next((k for k in valid if k.name == usual), None) or find_known(usual, on)
    if chosen is None:
        return None
    return Known(chosen.name, chosen.kind, chosen.form, chosen.code, chosen.acts_for, chosen.role, readings)


def find_owner(words: str, on: date) -> Known | None:
    """The state, body or group that a qualifier such as "French", "Russia's" or "NATO" names."""
    found = find_exact(words, on) if words else None
    return found if found and found.kind != "outlet" else None


@cache
def index_organs() -> tuple[tuple[str, Form], ...]:
    """Organs by their words, the longest first: those that are the state, and those that act for it."""
    table = load_table("roles")
    forms: tuple[tuple[str, Form], ...] = (("state_organs", "government"), ("own_organs", "organ"))
    organs: list[tuple[str, Form]] = [(words, form) for key, form in forms for words in table[key]]
    return tuple(sorted(organs, key=lambda organ: -len(organ[0])))


def find_organ(stripped: str, on: date) -> Known | None:
    """The state of "the Russian government", or the organ of "the Russian army", which acts for Russia."""
    lowered = stripped.lower()
    for words, form in index_organs():
        if lowered.endswith(f" {words}"):
            owner = find_owner(stripped[: -len(words) - 1], on)
        elif lowered.startswith(f"{words} of "):
            owner = find_owner(stripped[len(words) + 4 :], on)
        else:
            continue
        if owner and form == "government":
            return Known(owner.name, owner.kind, "government", owner.code, owner.acts_for)
        if owner:
            return Known(stripped, "organisation", "organ", acts_for=owner.name)
    return None


def find_owned(stripped: str, on: date) -> Known | None:
    """The body, group or person behind the state it acts for: "Japan's Diet", "the Iranian Revolutionary Guards"."""
    words = stripped.split()
    for split in range(1, len(words)):
        owner = find_owner(" ".join(words[:split]), on)
        rest = " ".join(words[split:])
        owned = (find_exact(rest, on) or find_person(rest, on)) if owner else None
        if owner and owned and owned.acts_for == owner.name:
            return owned
    return None


def find_titled(stripped: str, on: date) -> Known | None:
    """The person of "President Macron", "Polish Foreign Minister Radosław Sikorski", "French President"."""
    words = stripped.split()
    if words[0].lower() in load_table("roles")["not_now"]:
        person = find_known(" ".join(words[1:]), on)
        return person if person and person.kind == "person" and person.form != "office" else None
    for split in range(1, len(words)):
        if is_title(words[:split], on) and (person := find_person(" ".join(words[split:]), on)):
            return person
    return find_office(words, on)


def is_title(words: list[str], on: date) -> bool:
    """Whether words before a name are a title or an office, a state or body before it or not."""
    lowered = " ".join(words).lower().replace(".", "")
    if lowered in index_roles() or lowered in index_titles():
        return True
    return any(
        find_owner(" ".join(words[:split]), on) and is_title(words[split:], on) for split in range(1, len(words))
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
        behind = second[3:] if second.lower().startswith("of ") else ""
        if behind and first.lower() in index_roles() and (owner := find_owner(behind, on)):
            return find_office_holder(owner.name, first, on)
    return None

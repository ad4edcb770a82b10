"""Which type a name of the tables has, for the language model to hold to."""

from collections.abc import Iterator
from functools import cache

from tocsin.codebook.index import index_readings, list_bodies, list_groups, list_states
from tocsin.codebook.people import load_holders
from tocsin.codebook.words import has_capital, make_plain_key, strip_name

WRITTEN_FORMS = ("name", "short", "capital")
PEOPLE_FORMS = ("adjective", "people")


@cache
def index_name_types() -> dict[str, str]:
    """The type (PERSON, LOC, ORG, or MISC for a people) of each name as written; one with several readings has none."""
    found: dict[str, set[str]] = {}
    for name, kind in _list_names():
        found.setdefault(strip_name(name), set()).add(kind)
    readings = index_readings()
    return {
        name: kinds.pop()
        for name, kinds in found.items()
        if len(kinds) == 1 and has_capital(name) and make_plain_key(name) not in readings
    }


def _list_names() -> Iterator[tuple[str, str]]:
    for name, known, _ in (*list_states(), *list_bodies(), *list_groups()):
        if known.form in WRITTEN_FORMS:
            yield name, "LOC" if known.kind == "state" else "ORG"
        elif known.form in PEOPLE_FORMS:
            yield name, "MISC"
    for holder in load_holders():
        yield from ((name, "PERSON") for name in (holder.person, *holder.also) if " " in name)

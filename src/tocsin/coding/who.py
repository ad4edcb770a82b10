"""Who: an actor under its canonical name, and the names of actors that the tables of the codebook have."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from tocsin.codebook.index import index_names
from tocsin.codebook.people import find_person, index_people
from tocsin.codebook.resolve import find_known
from tocsin.codebook.rows import Known
from tocsin.codebook.words import has_capital, is_acronym, make_key, make_plain_key, strip_name


@dataclass(frozen=True)
class Who:
    """One that acts, speaks, is a party or is addressed: canonical name, whom it acts for, type ("outlet" included)."""

    name: str
    acts_for: str | None = None
    type: str = "group"
    code: str | None = None


@dataclass(frozen=True)
class Name:
    """A name: its tokens, the one that heads them, who it is (None for a place or a thing), and how it is said."""

    first: int
    last: int
    head: int
    who: Who | None
    form: str = "name"
    label: str = ""

    @property
    def is_adjective(self) -> bool:
        """Whether the name only qualifies ("Chinese ships")."""
        return self.form == "adjective"


def find_table_name(words: str, on: date | None) -> Known | None:
    """The entry of a state, body, group or outlet under exactly these words; no people, no common nouns."""
    stripped = strip_name(words)
    if not stripped or not has_capital(stripped):
        return None
    key = make_key(stripped)
    names = index_names()
    plain = make_plain_key(stripped)
    acronym = is_acronym(stripped) and plain in names
    if key not in names and not acronym and not (words.startswith("The ") and f"the {plain}" in names):
        return None
    known = find_known(words, on)
    return known if known and known.kind != "person" and known.form != "noun" else None


def make_who(known: Known) -> Who:
    """The actor of an entry of the tables."""
    return Who(known.name, known.acts_for, known.kind, known.code)


def find_head(doc: Doc, first: int, last: int) -> int:
    """The token of a stretch whose head lies outside it; the last one where the tree is broken."""
    inside = [t for t in doc[first:last] if not first <= t.head.i < last or t.head.i == t.i]
    nominal = [t for t in inside if t.pos_ in ("PROPN", "NOUN", "ADJ", "X")]
    return (nominal or inside or [doc[last - 1]])[0].i


def find_full_person(stripped: str, on: date | None) -> Known | None:
    """A person of the tables under a full name; surnames alone are left to what the network read as people."""
    if " " not in stripped or make_plain_key(stripped) not in index_people()[0]:
        return None
    return find_person(stripped, on or date.today())

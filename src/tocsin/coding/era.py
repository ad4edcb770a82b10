"""Era: the day that a text without a date is read as of, told by who of the people it names was in office together."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from spacy.tokens import Doc

from tocsin.codebook.people import index_people
from tocsin.codebook.rows import Term
from tocsin.codebook.words import make_plain_key, strip_name
from tocsin.coding.sparing import take_each


def guess_day(doc: Doc) -> date | None:
    """A day on which most of the leaders whom a text names in full were in office; None where that is so today."""
    terms = list_terms(doc)
    days = [date.today(), *(t.start + timedelta(days=1) for ts in terms.values() for t in ts if t.start is not None)]
    best = max(days, key=lambda day: (count_in_office(terms, day), day))
    return best if count_in_office(terms, best) > count_in_office(terms, date.today()) else None


def list_terms(doc: Doc) -> Mapping[str, Sequence[Term]]:
    """The terms of office of the people whom the tables know under their full names, by name."""
    full, _ = index_people()
    people = (entity for entity in doc.ents if entity.label_ == "PERSON")
    keys = set(take_each(people, lambda entity: make_plain_key(strip_name(" ".join(entity.text.split())))))
    return {key: [h.term for h in full[key]] for key in keys if " " in key and key in full}


def count_in_office(terms: Mapping[str, Iterable[Term]], day: date) -> int:
    return sum(any(term.holds(day) for term in held) for held in terms.values())

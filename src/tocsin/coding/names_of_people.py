"""Names of people: how far they reach, whom one means that is spelt otherwise, and what is read as one and is none."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from tocsin.codebook.people import find_person, leads
from tocsin.codebook.rows import Known
from tocsin.codebook.spellings import find_spelt_otherwise
from tocsin.codebook.words import strip_name
from tocsin.coding.nouns import load_nouns
from tocsin.coding.who import Name, Who, find_full_person, find_table_name


def cover_person(doc: Doc, first: int, last: int, on: date | None) -> tuple[int, int]:
    """A person's name without the titles and the state before it, with the words of it that the network left out."""
    titles = [t.i for t in doc[first : last - 1] if t.lower_ in load_nouns("people_nouns")]
    first = max(titles, default=first - 1) + 1
    known = (
        find_table_name(doc[first].text, on) if last - first > 2 and first and doc[first - 1].lower_ == "of" else None
    )
    first += known is not None and known.kind == "state"
    before = doc[first - 1] if first else doc[first]
    if doc[first].dep_ == "flat" and before.i == doc[first].head.i and before.pos_ == "PROPN" and not before.ent_type_:
        first -= before.text[:1].isupper() and before.lower_ not in load_nouns("people_nouns")
    while last < len(doc) and _goes_on(doc, first, last):
        last += 1
    return first, end_of_hyphens(doc, first, last)


def _goes_on(doc: Doc, first: int, last: int) -> bool:
    """Whether a name goes on with a word that the network left out: of one word also where the tree sees no name."""
    token = doc[last]
    if not token.text[:1].isupper() or token.ent_type_ not in ("", "PERSON") or token.is_sent_start:
        return False
    if token.dep_ == "flat" and not token.ent_type_:
        return True
    owned = first > 0 and doc[first - 1].tag_ == "POS"
    alone = (
        last - first == 1
        and not owned
        and doc[first].text.istitle()
        and token.text.istitle()
        and doc[first].whitespace_ == " "
    )
    other = token.text in load_nouns("dates") | load_nouns("organisation_words")
    return (
        alone
        and not other
        and token.lower_ not in load_nouns("people_nouns")
        and token.pos_ in ("PROPN", "VERB", "ADP")
    )


def end_of_hyphens(doc: Doc, first: int, last: int) -> int:
    """Where a stretch ends with what hyphens tie to its last word ("Jae-in")."""
    while (
        last > first
        and last + 1 < len(doc)
        and not doc[last - 1].whitespace_
        and doc[last].text == "-"
        and not doc[last].whitespace_
    ):
        last += 2
    return last


def find_person_otherwise(words: str, on: date | None) -> Known | None:
    """The person of the tables whose name is turned ("Koizumi Junichiro") or spelt otherwise ("Bachar al-Assad")."""
    parts = words.split()
    turned = find_full_person(strip_name(f"{parts[1]} {parts[0]}"), on) if len(parts) == 2 else None
    full = turned or find_spelt_otherwise(words)
    return full if full is None or isinstance(full, Known) else find_person(full, on or date.today())


def write_person(words: str) -> str:
    """A name in capitals as names are written ("ELENA MARKOVIC" is "Elena Markovic"); initials stay."""
    return words.title() if words.isupper() and " " in words and "." not in words else words


def is_no_person(doc: Doc, first: int, last: int) -> bool:
    """Whether what the network read as a person is a title alone, or the place that a noun before it announces."""
    if all(t.lower_ in load_nouns("people_nouns") for t in doc[first:last]):
        return True
    before = doc[first - 1] if first else doc[first]
    return before.pos_ == "NOUN" and before.lemma_.lower() in load_nouns("settlements")


def keep_called(doc: Doc, names: Iterable[Name], on: date | None) -> list[Name]:
    """Names where a surname means whom the tables say only if they lead a state or the text names whose they are."""
    listed = list(names)
    spoken = {part for n in listed if n.who is not None for part in (n.who.name, n.who.acts_for) if n.form != "surname"}

    def judge(name: Name) -> Name:
        who = name.who
        if name.form != "surname" or who is None or who.acts_for in spoken or leads(who.name):
            return name
        return replace(name, who=Who(doc[name.first : name.last].text, None, "person"), form="name")

    return [judge(name) for name in listed]

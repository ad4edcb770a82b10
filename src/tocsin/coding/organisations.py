"""Organisations that no table has, read from their capitalised words and the state in them."""

from datetime import date

from spacy.tokens import Doc, Span

from tocsin.codebook.resolve import find_known
from tocsin.codebook.rows import Known
from tocsin.coding.datelines import opens_paragraph
from tocsin.coding.nouns import load_nouns
from tocsin.coding.who import Name, Who, find_head, find_table_name, make_who


def is_organisation(span: Span, on: date | None) -> bool:
    """Whether capitalised words read as an organisation: "Liberation Movement", "Institute for Space Research"."""
    if (
        len(span) < 2
        or not span[-1].text[:1].isupper()
        or not span[0].text[:1].isalpha()
        or span[0].lower_ in ("the", "a", "an")
        or span[0].pos_ == "ADP"
    ):
        return False
    words = [t.text for t in span]
    if words[0] in load_nouns("dates") and not words[1][:1].isdigit():
        return False
    if span[0].is_upper and not span[1].is_upper and opens_paragraph(span[0]) and _is_capital(span[0].text, on):
        return False
    if any(
        (known := find_table_name(span[n:].text, on)) and known.form != "adjective"
        for n in range(1, len(span) - 1)
        if "-" in words[:n]
    ):
        return False
    if (
        words[-1] in load_nouns("dates")
        or "the" in words
        or "The" in words
        or any(w == "and" and find_table_name(words[n - 1], on) for n, w in enumerate(words))
    ):
        return False
    places = [n for n, word in enumerate(words) if word in load_nouns("organisation_words")]
    if not places or any(t.ent_type_ == "PERSON" and t.ent_iob_ == "B" for t in span[1:]):
        return False
    last = places[-1]
    return (last == len(words) - 1 and last > 0) or (
        last + 2 < len(words) and words[last + 1] in ("of", "for", "to", "on")
    )


def _is_capital(word: str, on: date | None) -> bool:
    known = find_table_name(word, on) if len(word) > 3 else None
    return known is not None and known.form == "capital"


def make_organisation(doc: Doc, first: int, last: int, on: date | None) -> Name:
    """An organisation that no table has; "Brazil's Space Institute" is the institute, which acts for Brazil."""
    words = " ".join(doc[first:last].text.split())
    head = find_head(doc, first, last)
    known = find_known(words, on)
    if known and known.kind != "person" and (known.form != "organ" or " of " in words):
        return Name(first, last, head, make_who(known), known.form, "table")
    owner, own = _split_owner(doc, first, last, on)
    if owner and any(t.text in load_nouns("departments") for t in doc[first:last]):
        return Name(first, last, head, make_who(owner), "government", "ORG")
    generic = known is not None and known.form == "organ"
    start = own if last - own > 1 and not generic else first
    return Name(
        start,
        last,
        head,
        Who(" ".join(doc[start:last].text.split()), owner.name if owner else None, "organisation"),
        "name",
        "ORG",
    )


def _split_owner(doc: Doc, first: int, last: int, on: date | None) -> tuple[Known | None, int]:
    """The state in an organisation's name, and where the name goes on after its possessive."""
    for end in range(min(last - 1, first + 4), first, -1):
        known = find_table_name(doc[first:end].text, on)
        if known and known.kind == "state":
            return known, end + 1 if doc[end].lower_ in ("'s", "’s", "'", "’") else first
    if (
        last - first > 2
        and doc[last - 2].lower_ == "of"
        and (known := find_table_name(doc[last - 1].text, on))
        and known.kind == "state"
    ):
        return known, first
    return None, first


def find_led(words: str, on: date | None) -> Known | None:
    """The state of the government that a leader's name stands before: "Netanyahu Government"."""
    leader, _, organ = words.rpartition(" ")
    known = find_known(leader, on) if leader and organ.lower() in load_nouns("led") else None
    owner = find_known(known.acts_for, on) if known is not None and known.kind == "person" and known.acts_for else None
    return owner if owner is not None and owner.kind == "state" else None


def find_possessed(doc: Doc, first: int, last: int, on: date | None) -> Name | None:
    """A one-word organ of the state before it ("Japan's Diet"), which acts for it; a company acts for itself."""
    if last - first != 1 or first < 2 or doc[first - 1].lower_ not in ("'s", "’s"):
        return None
    owner = find_table_name(doc[first - 2].text, on)
    if owner is None or owner.kind != "state":
        return None
    if doc[first].lower_ not in load_nouns("organ_nouns"):
        return Name(first, last, first, Who(doc[first].text, None, "organisation"), "name", "ORG")
    return Name(first, last, first, Who(doc[first - 2 : last].text, owner.name, "organisation"), "name", "ORG")

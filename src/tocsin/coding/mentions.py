"""Names in a document: where they stand, and what the tables of the codebook, or the text itself, say of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span, Token

from tocsin.codebook.index import index_shields
from tocsin.codebook.people import index_roles
from tocsin.codebook.resolve import find_known
from tocsin.codebook.rows import Known
from tocsin.codebook.words import has_capital, make_plain_key, strip_name
from tocsin.coding.names_of_people import (
    cover_person,
    end_of_hyphens,
    find_person_otherwise,
    is_no_person,
    keep_called,
    write_person,
)
from tocsin.coding.nouns import load_nouns
from tocsin.coding.organisations import find_led, find_possessed, is_organisation, make_organisation
from tocsin.coding.screening import screen_names
from tocsin.coding.sparing import read_each, take_each
from tocsin.coding.who import Name, Who, find_full_person, find_head, find_table_name, make_who

__all__ = ["Name", "Who", "find_names"]

LONGEST_NAME = 8
CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def find_names(doc: Doc, on: date | None) -> list[Name]:
    """The names of `doc` in order, without overlaps: names of the tables first, then what the network read as names."""
    taken: dict[int, Name] = {}
    fixed = set(read_each(doc.ents, lambda entity: _fix_person(entity, on)))
    west = read_each(doc[1:], _read_west)
    entities = read_each(doc.ents, lambda entity: _read_entity(doc, entity, on))
    titled = read_each(doc[1:], lambda token: _read_titled(doc, token, on))
    leaders = read_each(doc[:-1], lambda token: _read_leader(token, on))
    for name in [*_scan_tables(doc, on, fixed), *west, *entities, *titled, *leaders]:
        if not any(i in taken for i in range(name.first, name.last)):
            taken.update(dict.fromkeys(range(name.first, name.last), name))
    return screen_names(doc, keep_called(doc, sorted(set(taken.values()), key=lambda n: n.first), on))


def _fix_person(entity: Span, on: date | None) -> Iterator[int]:
    """The words of a person's full name that no table has, which are no names of states or bodies either."""
    if entity.label_ == "PERSON" and len(entity) > 1 and not find_table_name(entity.text, on):
        yield from range(entity.start, entity.end)


def _scan_tables(doc: Doc, on: date | None, fixed: set[int]) -> Iterator[Name]:
    """Names of the tables, longest first at each place; shielded names are names of no one."""
    read = 0

    def match(token: Token) -> Name | None:
        return _match_at(doc, token.i, on) if token.i >= read and _may_start(token) else None

    for name in take_each(doc, match):
        is_person = name is not None and name.who is not None and name.who.type == "person"
        if name is not None and (is_person or not any(i in fixed for i in range(name.first, name.last))):
            yield name
            read = name.last


def _may_start(token: Token) -> bool:
    """Whether a name of the tables may begin at a token: capitals, figures, and the Arabic article before a hyphen."""
    return token.text[:1].isupper() or token.text[:1].isdigit() or (token.text == "al" and not token.whitespace_)


def _match_at(doc: Doc, at: int, on: date | None) -> Name | None:
    limit = min(at + LONGEST_NAME, len(doc))
    end = at + 1
    while end < limit and _continues(doc[end]):
        end += 1
    for _ in range(2):
        if end < limit and doc[end].is_alpha and doc[end].pos_ in ("NOUN", "ADJ"):
            end += 1
    if (placed := _find_with_place(doc, at, end, on)) is not None:
        return placed
    for last in range(end, at, -1):
        if last - at > 1 and doc[last - 1].lower_ in load_nouns("inside_names"):
            continue
        words = doc[at:last].text
        stripped = strip_name(words)
        if make_plain_key(stripped) in index_shields():
            return Name(at, last, find_head(doc, at, last), None, "shield")
        known = find_table_name(words, on) or find_full_person(stripped, on)
        if known is not None and doc[at].lower_ == "the" and (known.kind != "outlet" or _goes_on(doc, last)):
            continue
        if known is not None and not _is_other_word(doc[at:last], known):
            return _set_apart(
                doc, Name(at, last, find_head(doc, at, last), make_who(known), _find_form(doc[at:last], known), "table")
            )
        if is_organisation(doc[at:last], on):
            return make_organisation(doc, at, last, on)
    return None


def _set_apart(doc: Doc, name: Name) -> Name:
    """A name where people are called by their descent, and so are not the state of that name ("ethnic Germans")."""
    if not name.first or doc[name.first - 1].lower_ != "ethnic" or name.form not in ("adjective", "people"):
        return name
    if name.is_adjective:
        return replace(name, who=None, form="thing")
    words = doc[name.first : name.last].text
    return replace(name, who=Who(f"ethnic {words}", None, "group"), form="name")


def _find_with_place(doc: Doc, at: int, end: int, on: date | None) -> Name | None:
    """A name of the tables that has a place in it: "al-Qaeda in the Arabian Peninsula"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "in":
        return None
    last = end + 2 if doc[end + 1].lower_ == "the" else end + 1
    ends: list[int] = []
    while last < len(doc) and doc[last].text[:1].isupper() and len(ends) < 2:
        last += 1
        ends.append(last)
    for stop in reversed(ends):
        known = find_table_name(doc[at:stop].text, on)
        if known is not None:
            return Name(at, stop, find_head(doc, at, stop), make_who(known), known.form, "table")
    return None


def _goes_on(doc: Doc, last: int) -> bool:
    """Whether a paper's name is only how a longer name begins: "The East African Community"."""
    return last < len(doc) and doc[last].text[:1].isupper() and any(t.head.i == last for t in doc[last - 2 : last])


def _continues(token: Token) -> bool:
    """Whether a token can stand inside a name that began before it."""
    if token.is_space:
        return False
    hyphened = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    inner = token.lower_ in load_nouns("inside_names") or (
        token.lower_ in ("to", "on") and token.i > 0 and token.nbor(-1).text in load_nouns("organisation_words")
    )
    return token.text[:1].isupper() or inner or hyphened


def _find_form(span: Span, known: Known) -> str:
    """How the name is said here: one that is both adjective and people ("Chinese") by its place in the tree."""
    token = span[-1]
    if known.form not in ("adjective", "people"):
        return known.form
    qualifies = token.dep_ in ("amod", "compound") or (
        token.pos_ == "ADJ" and token.dep_ not in ("nsubj", "obj", "obl", "nmod", "conj")
    )
    return "adjective" if qualifies or (token.text[-1:] not in "s" and token.dep_ == "dep") else "people"


def _is_other_word(span: Span, known: Known) -> bool:
    """Whether a name of the tables is another word here: "Turkey" the bird is rare, "May", "Will" or "IS" are not."""
    if len(span) > 1:
        return False
    token = span[0]
    if known.kind in ("group", "organisation", "outlet") and token.pos_ in (
        "VERB",
        "AUX",
        "PRON",
        "DET",
        "ADV",
        "SCONJ",
        "CCONJ",
    ):
        return True
    part_of_person = token.ent_type_ == "PERSON" and known.form in ("name", "capital", "people")
    return part_of_person and any(
        t.ent_type_ == "PERSON"
        for t in (*token.doc[max(token.i - 1, 0) : token.i], *token.doc[token.i + 1 : token.i + 2])
    )


def _read_entity(doc: Doc, entity: Span, on: date | None) -> Iterator[Name]:
    """What the network read as a name: a person, an organisation that no table has, or a place, which is no one."""
    first, last = _trim(doc, entity.start, entity.end)
    if first >= last:
        return
    if entity.label_ == "PERSON":
        first, last = cover_person(doc, first, last, on)
    while entity.label_ == "ORG" and last - first > 1 and doc[first].is_lower and doc[first].pos_ == "ADJ":
        first += 1
    if entity.label_ == "ORG":
        first = max((t.i + 1 for t in doc[first : last - 1] if t.text == "The"), default=first)
    words = _drop_honorifics(doc[first:last])
    if not has_capital(words):
        return
    head = find_head(doc, first, last)
    known = find_known(_open_handle(words), on) or (
        find_person_otherwise(words, on) if entity.label_ == "PERSON" else None
    )
    if known and known.form in ("office", "government", "noun") and entity.label_ == "PERSON":
        known = None
    if known and known.form != "noun":
        form = known.form if known.form != "office" else "name"
        yield Name(first, last, head, make_who(known), form, entity.label_)
    elif entity.label_ == "PERSON" and is_no_person(doc, first, last):
        yield Name(first, last, head, None, "place", entity.label_)
    elif entity.label_ == "PERSON":
        yield Name(first, last, head, Who(write_person(_open_handle(words)), None, "person"), "name", "PERSON")
    elif entity.label_ == "ORG" and (led := find_led(words, on)) is not None:
        yield Name(first, last, head, make_who(led), "government", "ORG")
    elif entity.label_ == "ORG" and words.lower() in index_roles():
        return
    elif entity.label_ == "ORG" and (owned := find_possessed(doc, first, last, on)) is not None:
        yield owned
    elif entity.label_ == "ORG" and words.lower() in load_nouns("civil_organs"):
        return
    elif entity.label_ == "ORG" and has_capital(words):
        yield Name(first, last, head, Who(words, None, "organisation"), "name", "ORG")
    else:
        yield Name(first, last, head, None, "place" if entity.label_ == "LOC" else "thing", entity.label_)


def _read_west(token: Token) -> Iterator[Name]:
    """The West as a party, said with its article and without a name behind it ("the West Bank")."""
    if token.text != "West" or token.nbor(-1).lower_ != "the":
        return
    named = token.i + 1 < len(token.doc) and token.nbor().text[:1].isupper()
    if not named and not any(c.lower_ in ("in", "to") for c in token.children):
        yield Name(token.i, token.i + 1, token.i, Who("the West", None, "group"), "name", "MISC")


def _read_titled(doc: Doc, token: Token, on: date | None) -> Iterator[Name]:
    """A person whom the network did not read as a name, told by the title before it ("President Kennedy")."""
    if (
        token.pos_ != "PROPN"
        or token.ent_type_
        or not token.text[:1].isupper()
        or token.lower_ in load_nouns("people_nouns")
    ):
        return
    title = token.nbor(-1)
    if not title.text[:1].isupper() or title.lower_ not in load_nouns("people_nouns"):
        return
    last = token.i + 1
    while last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].text[:1].isupper():
        last += 1
    words = doc[token.i : last].text
    known = find_known(words, on)
    if known is None or known.kind == "person":
        who = make_who(known) if known is not None else Who(words, None, "person")
        yield Name(token.i, last, find_head(doc, token.i, last), who, "name", "PERSON")


def _read_leader(token: Token, on: date | None) -> Iterator[Name]:
    """A leader whom the network did not read as a name, told by what they lead ("the Orban government")."""
    if token.ent_type_ or not token.text.istitle() or token.nbor().lower_ not in load_nouns("led"):
        return
    known = find_known(token.text, on)
    if known is not None and known.kind == "person" and known.acts_for:
        yield Name(token.i, token.i + 1, token.i, make_who(known), "surname", "PERSON")


def _trim(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """A stretch without quotation marks, articles and possessives at its ends."""
    while first < last and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in ("the", "a", "an")):
        first += 1
    last = end_of_hyphens(doc, first, last)
    while last > first and doc[last - 1].lower_ in ("and", "or", "of", "in", "on", "the", "said"):
        last -= 1
    while last > first and (
        doc[last - 1].is_punct or doc[last - 1].is_space or doc[last - 1].lower_ in ("'s", "’s", "'", "’")
    ):
        last -= 1
    return first, last


def _drop_honorifics(span: Span) -> str:
    """The words of a name without the courtesy before it ("M. Pineau" is "Pineau")."""
    first = span.start
    before = span.doc[first - 1].text if first else ""
    while first + 1 < span.end and span.doc[first].text.rstrip(".") in load_nouns("honorifics"):
        if before.rstrip(".") in load_nouns("honorifics") and len(span.doc[first].text.rstrip(".")) == 1:
            break
        before = span.doc[first].text
        first += 1
    return span.doc[first : span.end].text.lstrip(". ")


def _open_handle(words: str) -> str:
    """The name in a handle ("@EmmanuelMacron" is "Emmanuel Macron"); other words as they are."""
    if not words.startswith("@"):
        return " ".join(words.split())
    return " ".join(CAMEL.findall(words[1:])) or words[1:]

"""Names in a document: where they stand, and what the tables of the codebook, or the text itself, say of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from tocsin.codebook.index import index_names, index_shields
from tocsin.codebook.people import find_person, index_people
from tocsin.codebook.resolve import find_known
from tocsin.codebook.rows import Known
from tocsin.codebook.words import has_capital, is_acronym, make_key, make_plain_key, strip_name
from tocsin.coding.nouns import load_nouns

LONGEST_NAME = 8
CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


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


def find_names(doc: Doc, on: date | None) -> list[Name]:
    """The names of `doc` in order, without overlaps: names of the tables first, then what the network read as names."""
    taken: dict[int, Name] = {}
    people = [e for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 and not find_table_name(e.text, on)]
    fixed = {t.i for e in people for t in e}
    for name in [*_scan_tables(doc, on, fixed), *_read_entities(doc, on)]:
        if not any(i in taken for i in range(name.first, name.last)):
            taken.update(dict.fromkeys(range(name.first, name.last), name))
    return sorted(set(taken.values()), key=lambda n: n.first)


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


def _scan_tables(doc: Doc, on: date | None, fixed: set[int]) -> Iterator[Name]:
    """Names of the tables, longest first at each place; shielded names are names of no one."""
    at = 0
    while at < len(doc):
        name = _match_at(doc, at, on) if _may_start(doc[at]) else None
        is_person = name is not None and name.who is not None and name.who.type == "person"
        if name is not None and (is_person or not any(i in fixed for i in range(name.first, name.last))):
            yield name
            at = name.last
        else:
            at += 1


def _may_start(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit() or token.text.startswith("al-")


def _match_at(doc: Doc, at: int, on: date | None) -> Name | None:
    limit = min(at + LONGEST_NAME, len(doc))
    end = at + 1
    while end < limit and _continues(doc[end]):
        end += 1
    if end < limit and doc[end].is_alpha and doc[end].pos_ == "NOUN":
        end += 1
    for last in range(end, at, -1):
        if last - at > 1 and doc[last - 1].lower_ in load_nouns("inside_names"):
            continue
        words = doc[at:last].text
        stripped = strip_name(words)
        if make_plain_key(stripped) in index_shields():
            return Name(at, last, find_head(doc, at, last), None, "shield")
        known = find_table_name(words, on) or _find_full_person(stripped, on)
        if known is not None and not _is_other_word(doc[at:last], known):
            return Name(at, last, find_head(doc, at, last), make_who(known), _find_form(doc[at:last], known), "table")
        if _is_organisation(doc[at:last], on):
            return _make_organisation(doc, at, last, on)
    return None


def _continues(token: Token) -> bool:
    """Whether a token can stand inside a name that began before it."""
    if token.is_space:
        return False
    hyphened = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    inner = token.lower_ in load_nouns("inside_names") or (
        token.lower_ in ("to", "on") and token.i > 0 and token.nbor(-1).text in load_nouns("organisation_words")
    )
    return token.text[:1].isupper() or inner or hyphened


def _find_full_person(stripped: str, on: date | None) -> Known | None:
    """A person of the tables under a full name; surnames alone are left to what the network read as people."""
    if " " not in stripped or make_plain_key(stripped) not in index_people()[0]:
        return None
    return find_person(stripped, on or date.today())


def _is_organisation(span: Span, on: date | None) -> bool:
    """Whether capitalised words read as an organisation: "Liberation Movement", "Institute for Space Research"."""
    if (
        len(span) < 2
        or not span[-1].text[:1].isupper()
        or not span[0].text[:1].isalpha()
        or span[0].lower_ in ("the", "a", "an")
    ):
        return False
    words = [t.text for t in span]
    if any(
        (known := find_table_name(span[n:].text, on)) and known.form != "adjective"
        for n in range(1, len(span) - 1)
        if "-" in words[:n]
    ):
        return False
    if "the" in words or any(w == "and" and find_table_name(words[n - 1], on) for n, w in enumerate(words)):
        return False
    places = [n for n, word in enumerate(words) if word in load_nouns("organisation_words")]
    if not places or any(t.ent_type_ == "PERSON" and t.ent_iob_ == "B" for t in span[1:]):
        return False
    last = places[-1]
    return (last == len(words) - 1 and last > 0) or (
        last + 2 < len(words) and words[last + 1] in ("of", "for", "to", "on")
    )


def _make_organisation(doc: Doc, first: int, last: int, on: date | None) -> Name:
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


def _read_entities(doc: Doc, on: date | None) -> Iterator[Name]:
    """What the network read as names: people, organisations that no table has, and places, which are no one."""
    for entity in doc.ents:
        first, last = _trim(doc, entity.start, entity.end)
        if first >= last:
            continue
        if entity.label_ == "PERSON":
            last = _extend_person(doc, last)
        words = doc[first:last].text
        if not has_capital(words):
            continue
        head = find_head(doc, first, last)
        known = find_known(_open_handle(words), on) or _turn_person(words, entity.label_, on)
        if known and known.form in ("office", "government", "noun") and entity.label_ == "PERSON":
            known = None
        if known and known.form != "noun":
            form = known.form if known.form != "office" else "name"
            yield Name(first, last, head, make_who(known), form, entity.label_)
        elif entity.label_ == "PERSON":
            yield Name(first, last, head, Who(_open_handle(words), None, "person"), "name", "PERSON")
        elif entity.label_ == "ORG" and (owned := _find_possessed(doc, first, last, on)) is not None:
            yield owned
        elif entity.label_ == "ORG" and has_capital(words):
            yield Name(first, last, head, Who(words, None, "organisation"), "name", "ORG")
        elif words == "West" and first and doc[first - 1].lower_ == "the":
            yield Name(first, last, head, Who("the West", None, "group"), "name", "MISC")
        else:
            yield Name(first, last, head, None, "place" if entity.label_ == "LOC" else "thing", entity.label_)


def _trim(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """A stretch without quotation marks, articles and possessives at its ends."""
    while first < last and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in ("the", "a", "an")):
        first += 1
    while (
        last > first
        and last + 1 < len(doc)
        and not doc[last - 1].whitespace_
        and doc[last].text == "-"
        and not doc[last].whitespace_
    ):
        last += 2
    while last > first and doc[last - 1].lower_ in ("and", "or", "of", "in", "on", "the", "said"):
        last -= 1
    while last > first and (
        doc[last - 1].is_punct or doc[last - 1].is_space or doc[last - 1].lower_ in ("'s", "’s", "'", "’")
    ):
        last -= 1
    return first, last


def _find_possessed(doc: Doc, first: int, last: int, on: date | None) -> Name | None:
    """A one-word organ with the state before it ("Japan's Diet"), which acts for the state."""
    if last - first != 1 or first < 2 or doc[first - 1].lower_ not in ("'s", "’s"):
        return None
    owner = find_table_name(doc[first - 2].text, on)
    if owner is None or owner.kind != "state":
        return None
    return Name(first, last, first, Who(doc[first - 2 : last].text, owner.name, "organisation"), "name", "ORG")


def _turn_person(words: str, label: str, on: date | None) -> Known | None:
    """The person of a name with the family name first ("Koizumi Junichiro")."""
    parts = words.split()
    if label != "PERSON" or len(parts) != 2:
        return None
    return _find_full_person(strip_name(f"{parts[1]} {parts[0]}"), on)


def _extend_person(doc: Doc, last: int) -> int:
    """The end of a person's name with the capitalised words that the network left out of it."""
    while last < len(doc) and doc[last].dep_ == "flat" and doc[last].text[:1].isupper() and not doc[last].ent_type_:
        last += 1
    return last


def _open_handle(words: str) -> str:
    """The name in a handle ("@EmmanuelMacron" is "Emmanuel Macron"); other words as they are."""
    if not words.startswith("@"):
        return " ".join(words.split())
    return " ".join(CAMEL.findall(words[1:])) or words[1:]

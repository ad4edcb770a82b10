"""Short names: names that stand for a longer one of the same text."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from tocsin.codebook.tables import load_bodies
from tocsin.coding.mentions import Name, Who
from tocsin.coding.nouns import load_nouns


def join_names(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """The names of a text, short forms as who they are there ("Tiani", "the North", "the Commission")."""
    joined = _join_short_names(doc, names)
    return _keep_era(sorted([*joined, *_find_surnames(doc, joined)], key=lambda name: name.first))


def _find_surnames(doc: Doc, names: list[Name]) -> list[Name]:
    """Surnames, said again, of people whom the text names in full, where the network read no name ("Mr. Dujarric")."""
    taken = {i for name in names for i in range(name.first, name.last)}
    people = {doc[n.last - 1].text: n.who for n in names if n.who and n.who.type == "person" and n.last - n.first > 1}
    return [
        Name(t.i, t.i + 1, t.i, people[t.text], "name", "PERSON")
        for t in doc
        if t.i not in taken and t.pos_ == "PROPN" and t.text[:1].isupper() and t.text in people
    ]


def _join_short_names(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """Names where a short form of a person or body that the text has in full is that one ("Tiani", "the Houthis")."""
    listed = list(names)
    full = [n for n in listed if n.who and n.who.type == "person" and n.last - n.first > 1]
    joined = []
    for name in listed:
        who = name.who
        own = [t for t in doc[name.first : name.last] if t.text.rstrip(".") not in load_nouns("honorifics")]
        if len(own) == 1 and name.label in ("PERSON", "ORG", "LOC", "MISC") and not name.is_adjective:
            word = own[0].text
            longer = next(
                (f for f in full if word in (doc[f.last - 1].text, doc[f.first].text) and f.first != name.first), None
            )
            if longer is not None and (who is None or who.type in ("person", "organisation")):
                who = longer.who
            elif word in ("North", "South", "East") and (half := _find_half(word, listed)) is not None:
                who = half
            elif who is not None and who.type == "organisation" and name.label == "ORG":
                who = _find_whole_body(word, listed) or who
        joined.append(Name(name.first, name.last, name.head, who, name.form, name.label))
    return joined


def _keep_era(names: list[Name]) -> list[Name]:
    """Names where "the Russians" are the Soviet Union in a text that names it and never Russia by its own name."""
    union = next((n.who for n in names if n.who is not None and n.who.name == "Soviet Union"), None)
    russian = [n for n in names if n.who is not None and n.who.name == "Russia"]
    if union is None or any(n.form == "name" for n in russian):
        return names
    return [replace(n, who=union) if n in russian else n for n in names]


def _find_half(word: str, names: Iterable[Name]) -> Who | None:
    """The state of the text that "the North" or "the South" means ("North Korea")."""
    return next(
        (n.who for n in names if n.who is not None and n.who.type == "state" and n.who.name.startswith(word)), None
    )


def _find_whole_body(word: str, names: Iterable[Name]) -> Who | None:
    """The organ that a short form means: of an organisation in the text, or of a body in it ("the Commission")."""
    spoken = {n.who.name: n.who for n in names if n.who is not None and n.who.type in ("alliance", "organisation")}
    for name, who in spoken.items():
        if name != word and word in name.split():
            return who
    for body in load_bodies():
        if body.organ_of in spoken and body.name.split()[-1] == word:
            return Who(body.name, body.organ_of, body.kind)
    return None

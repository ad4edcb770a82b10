"""Short names: names that stand for a longer one of the same text."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches

from spacy.tokens import Doc

from tocsin.codebook.resolve import find_known
from tocsin.codebook.tables import load_bodies
from tocsin.coding.mentions import Name, Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.sparing import take_each
from tocsin.coding.who import make_who

ALIKE = 0.83
BODIES = ("organisation", "group", "alliance")
COUNCILS = frozenset({"Council", "Assembly", "Committee", "Commission", "Secretariat", "Court", "Congress", "Tribunal"})


def join_names(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """The names of a text, short forms as who they are there ("Tiani", "the North", "the Commission")."""
    owned = _join_organs(doc, list(names))
    joined = _keep_ranks(doc, _join_acronyms(doc, _join_short_names(doc, owned)))
    return _keep_era(sorted([*joined, *_find_surnames(doc, joined)], key=lambda name: name.first))


def _keep_ranks(doc: Doc, names: list[Name]) -> list[Name]:
    """Names where people whom the text only calls by a rank and one word keep the rank ("Colonel Hamza")."""
    ranked: dict[str, Who] = {}
    for name in names:
        title = doc[name.first - 1].text if name.first else ""
        if _is_lone(name) and title in load_nouns("ranks"):
            ranked.setdefault(doc[name.first].text, Who(f"{title} {doc[name.first].text}", None, "person"))
    return [replace(n, who=ranked.get(doc[n.first].text, n.who)) if _is_lone(n) else n for n in names]


def _is_lone(name: Name) -> bool:
    """Whether a name is the one word that the text has for a person whom no table knows."""
    who = name.who
    alone = name.last - name.first == 1 and name.label == "PERSON"
    return alone and who is not None and who.type == "person" and who.acts_for is None and " " not in who.name


def _join_organs(doc: Doc, names: list[Name]) -> list[Name]:
    """Names where a council that no table has is that of the body behind it ("Permanent Council of the OAS")."""
    starts = {name.first: name for name in names}
    pairs = take_each(names, lambda name: _find_body_behind(doc, name, starts), lambda name: doc[name.first])
    organs = dict(pair for pair in pairs if pair is not None)
    return [replace(name, who=organs[name.who]) if name.who in organs else name for name in names]


def _find_body_behind(doc: Doc, name: Name, starts: Mapping[int, Name]) -> tuple[Who, Who] | None:
    """A council without a body, and the same as that of the body named right behind it; None for any other name."""
    who, behind = name.who, name.last + 1
    if who is None or who.type != "organisation" or who.acts_for or doc[name.last - 1].text not in COUNCILS:
        return None
    if behind >= len(doc) or doc[name.last].lower_ != "of":
        return None
    body = starts.get(behind + (doc[behind].lower_ == "the"))
    if body is None or body.who is None or body.who.type not in ("organisation", "alliance"):
        return None
    return who, Who(f"{who.name} of {doc[body.first : body.last].text}", body.who.name, "organisation")


def _join_acronyms(doc: Doc, names: list[Name]) -> list[Name]:
    """Names where a short form that the text gives in brackets is the body before it: "the New Forces (FN)"."""
    short: dict[str, Who] = {}
    renamed: dict[Who | None, Who] = {}
    for name in names:
        if name.who is not None and name.who.type in BODIES and name.last - name.first > 1 and name.last + 2 < len(doc):
            opened, form, closed = doc[name.last : name.last + 3]
            if opened.text == "(" and closed.text == ")" and form.text.isupper() and len(form.text) > 1:
                meant = _know_short_form(doc, name, form.text) or name.who
                renamed[name.who] = meant
                short.setdefault(form.text, meant)
    taken = {n.first for n in names}
    told = [replace(n, who=short.get(doc[n.first : n.last].text) or renamed.get(n.who, n.who)) for n in names]
    missed = (t for t in doc if t.text in short and t.i not in taken)
    return [*told, *(Name(t.i, t.i + 1, t.i, short[t.text], "short", "ORG") for t in missed)] if short else names


def _know_short_form(doc: Doc, name: Name, form: str) -> Who | None:
    """Who a name is by the short form behind it, where the tables know that alone: "Syria Democratic Forces (SDF)"."""
    initials = "".join(t.text[0] for t in doc[name.first : name.last] if t.text[:1].isupper())
    known = find_known(form) if initials == form and name.label != "table" and form.isupper() else None
    if known is None or known.kind not in BODIES or name.who is None:
        return None
    return make_who(known) if SequenceMatcher(None, known.name, name.who.name).ratio() >= ALIKE else None


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
    longer = _index_people(doc, listed)
    spoken = _list_bodies(listed)
    wholes = _index_bodies(spoken)

    def join(name: Name) -> Name:
        who = name.who
        own = [t for t in doc[name.first : name.last] if t.text.rstrip(".") not in load_nouns("honorifics")]
        word = " ".join(t.text for t in own)
        is_short = len(own) == 1 or (name.label == "PERSON" and word in longer)
        if is_short and name.label in ("PERSON", "ORG", "LOC", "MISC") and not name.is_adjective:
            near = longer.get(word) or (_list_alike(word, longer) if name.label == "PERSON" else ())
            full = next((other for other in near if other.last - other.first > len(own)), None)
            if full is not None and (who is None or who.type in ("person", "organisation")):
                who = full.who
            elif word in ("North", "South", "East") and (half := _find_half(word, listed)) is not None:
                who = half
            elif who is not None and who.type == "organisation" and name.label == "ORG":
                who = wholes.get(word) or _find_organ(word, spoken) or who
        return replace(name, who=who)

    return list(take_each(listed, join, lambda name: doc[name.first]))


def _index_people(doc: Doc, names: Iterable[Name]) -> dict[str, list[Name]]:
    """The people whom the text names in full, by the first word of their names and by how these end."""
    people: dict[str, list[Name]] = {}
    for name in names:
        if name.who and name.who.type == "person" and name.last - name.first > 1:
            words = [t.text for t in doc[name.first : name.last]]
            for said in {words[0], *(" ".join(words[n:]) for n in range(1, len(words)))}:
                people.setdefault(said, []).append(name)
    return people


def _list_alike(word: str, people: Mapping[str, list[Name]]) -> list[Name]:
    """The one person whose surname a text writes once otherwise ("Ghagbo" for "Gbagbo"); none for short words."""
    alike = get_close_matches(word, [w for w in people if w[0] == word[0]], n=2, cutoff=ALIKE) if len(word) > 5 else []
    return people[alike[0]] if len(alike) == 1 else []


def _keep_era(names: list[Name]) -> list[Name]:
    """Names where "the Russians" are the Soviet Union in a text that names it and never Russia by its own name."""
    union = next((n.who for n in names if n.who is not None and n.who.name == "Soviet Union"), None)
    russian = [n for n in names if n.who is not None and n.who.name == "Russia"]
    if union is None or any(n.form == "name" for n in russian):
        return names
    return [replace(n, who=union) if n.who is not None and n.who.name == "Russia" else n for n in names]


def _find_half(word: str, names: Iterable[Name]) -> Who | None:
    """The state of the text that "the North" or "the South" means ("North Korea")."""
    return next(
        (n.who for n in names if n.who is not None and n.who.type == "state" and n.who.name.startswith(word)), None
    )


def _list_bodies(names: Iterable[Name]) -> dict[str, Who]:
    return {n.who.name: n.who for n in names if n.who is not None and n.who.type in BODIES}


def _index_bodies(spoken: Mapping[str, Who]) -> dict[str, Who]:
    """The organisations of a text by the single words of their names, the first that has a word."""
    bodies: dict[str, Who] = {}
    for name, who in spoken.items():
        for word in name.split():
            if name != word:
                bodies.setdefault(word, who)
    return bodies


def _find_organ(word: str, spoken: Mapping[str, Who]) -> Who | None:
    """The organ that a short form means, of a body in the text ("the Commission")."""
    for body in load_bodies():
        if body.organ_of in spoken and body.name.split()[-1] == word:
            return Who(body.name, body.organ_of, body.kind)
    return None

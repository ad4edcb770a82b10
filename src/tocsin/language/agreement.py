"""Names across a document: one type for one name, and the same name found wherever it stands."""

from collections import Counter
from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Span, Token

from tocsin.language.wordpieces import read_handle


def agree_names(doc: Doc, known: Mapping[str, str] | None = None) -> list[Span]:
    """The names of `doc` with one type for one name: the type in `known` (name -> type), else the majority.

    A last name counts as the person whose name ends with it ("Macron", "Emmanuel Macron"); a name tagged in one place
    is found wherever else the same capitalised words stand untagged.

    **Holds** two names written alike have one type.
    """
    types = _vote(doc.ents, known or {})
    taken = [False] * len(doc)
    spans = []
    for name in doc.ents:
        spans.append(Span(doc, name.start, name.end, label=types[_write(name)]))
        taken[name.start : name.end] = [True] * len(name)
    return sorted([*spans, *_find_missed(doc, types, taken)], key=lambda span: span.start)


def _write(name: Iterable[Token]) -> str:
    """A name as its words, handles opened."""
    return " ".join(read_handle(token.text) for token in name)


def _vote(names: Iterable[Span], known: Mapping[str, str]) -> dict[str, str]:
    """The type of each name, the last names of people first of all people."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(_write(name), Counter())[name.label_] += 1
    last_names = {
        key.split()[-1] for key, counts in votes.items() if " " in key and counts.most_common(1)[0][0] == "PERSON"
    }
    for key in last_names & votes.keys():
        votes[key]["PERSON"] += 2
    return {key: known.get(key) or max(counts, key=lambda kind: (counts[kind], kind)) for key, counts in votes.items()}


def _find_missed(doc: Doc, types: Mapping[str, str], taken: list[bool]) -> list[Span]:
    """Untagged runs of words equal to a name found elsewhere, longest first."""
    keys = {key: kind for key, kind in types.items() if key[0].isupper() and len(key) > 2}
    longest = max((len(key.split(" ")) for key in keys), default=0)
    words = [read_handle(token.text) for token in doc]
    spans = []
    place = 0
    while place < len(words):
        for end in range(min(place + longest, len(words)), place, -1):
            kind = keys.get(" ".join(words[place:end]))
            if kind and not any(taken[place:end]) and all(t.pos_ in ("PROPN", "ADJ") for t in doc[place:end]):
                spans.append(Span(doc, place, end, label=kind))
                place = end - 1
                break
        place += 1
    return spans

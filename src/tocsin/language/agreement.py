"""Names across a document: one type for one name, and the same name found wherever it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from tocsin.language.wordpieces import read_handle

NAME_PARTS = ("PROPN", "ADJ")


@dataclass(frozen=True)
class NameTable:
    """Names with their types, as tokens parted by spaces; by first token, how many tokens they have, most first."""

    types: Mapping[str, str]
    lengths: Mapping[str, Sequence[int]]


def make_table(types: Mapping[str, str]) -> NameTable:
    """The table of names as they are written (name -> type)."""
    spaced = {name.replace("-", " - "): kind for name, kind in types.items()}
    lengths: dict[str, set[int]] = {}
    for name in spaced:
        first, *rest = name.split(" ")
        lengths.setdefault(first, set()).add(1 + len(rest))
    return NameTable(spaced, {first: sorted(counts, reverse=True) for first, counts in lengths.items()})


NO_NAMES = make_table({})


def agree_names(doc: Doc, known: NameTable = NO_NAMES) -> list[Span]:
    """The names of `doc` with one type for one name: the type in `known`, else the majority.

    A name of `known` is found wherever it stands whole and capitalised; it takes the place of tags on a part of it. A
    last name counts as the person whose name ends with it ("Macron", "Emmanuel Macron"); a name tagged in one place is
    found wherever else the same capitalised words stand untagged.

    **Holds** two names written alike have one type.
    """
    words = [read_handle(token.text) for token in doc]
    names = _hold_to(doc, words, known)
    types = _vote(names, known.types)
    taken = [False] * len(doc)
    spans = []
    for name in names:
        spans.append(Span(doc, name.start, name.end, label=types[_write(name)]))
        taken[name.start : name.end] = [True] * len(name)
    tagged = make_table({key: kind for key, kind in types.items() if key[0].isupper() and len(key) > 2})
    missed = [Span(doc, a, b, label=kind) for a, b, kind in _find_runs(doc, words, tagged) if not any(taken[a:b])]
    return sorted([*spans, *missed], key=lambda span: span.start)


def _hold_to(doc: Doc, words: Sequence[str], known: NameTable) -> list[Span]:
    """The names of `doc`, those of the table whole: a longer tag stays, one that is shorter or crosses goes."""
    names = list(doc.ents)
    for start, end, kind in _find_runs(doc, words, known):
        if not any(name.start <= start and end <= name.end for name in names):
            names = [name for name in names if name.end <= start or end <= name.start]
            names.append(Span(doc, start, end, label=kind))
    return names


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


def _find_runs(doc: Doc, words: Sequence[str], table: NameTable) -> Iterator[tuple[int, int, str]]:
    """Runs of words that are names of the table, from left to right, longest first, with the name's type.

    A single word must be tagged as a name or an adjective ("polish" is no state, "Congo" is tagged either way).
    """
    place = 0
    while place < len(words):
        end = place + 1
        for length in table.lengths.get(words[place], ()):
            run = slice(place, place + length)
            kind = table.types.get(" ".join(words[run]))
            if kind and place + length <= len(words) and (length > 1 or doc[place].pos_ in NAME_PARTS):
                end = place + length
                yield place, end, kind
                break
        place = end

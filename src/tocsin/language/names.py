"""Names in a document: spans from the network's tags, trimmed of titles, and one type for one name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Span

TYPES = {"PERSON": "PERSON", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC", "NORP": "MISC", "PRODUCT": "MISC"}

TITLES = frozenset(
    "president presidents prime minister ministers chancellor king queen prince princess sheikh emir sultan general "
    "gen. lt. lt col. col colonel major maj. captain capt. admiral adm. secretary senator sen. rep. representative gov. "
    "governor mr. mr mrs. mrs ms. ms dr. dr prof. professor sir lord lady ambassador envoy spokesman spokeswoman "
    "spokesperson chief leader commander deputy vice foreign defense defence minister premier ayatollah pope judge "
    "justice chairman chairwoman director former ex late then acting dictator oligarch analyst sgt. brig. rev. hon. "
    "congressman congresswoman mp republican democrat democratic".split()
)


def find_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans `(start, end, type)` from B- and I- tags; an I- that follows nothing of its type starts a span."""
    spans: list[tuple[int, int, str]] = []
    kind = ""
    start = 0
    for i, tag in enumerate([*tags, "O"]):
        continues = tag.startswith("I-") and tag[2:] == kind
        if kind and not continues:
            spans.append((start, i, kind))
            kind = ""
        if tag != "O" and not continues:
            start, kind = i, tag[2:]
    return spans


def make_spans(doc: Doc, tags: Sequence[str]) -> list[Span]:
    """The names of `doc` from one tag a token, of the types PERSON, LOC, ORG and MISC, trimmed to the name."""
    spans = []
    for start, end, kind in find_spans(tags):
        if kind in TYPES:
            trimmed = _trim(doc, start, end, kind)
            if trimmed:
                spans.append(Span(doc, *trimmed, label=TYPES[kind]))
    return spans


def _trim(doc: Doc, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """The span without what is not the name: articles, adjectives, titles and roles before a person, possessives."""
    while start < end and (_is_edge(doc[start].text) or (kind == "PERSON" and _is_role(doc[start].text))):
        start += 1
    while end > start and (doc[end - 1].text in ("'s", "’s", "'", "’", ",") or doc[end - 1].is_space):
        end -= 1
    if start == end or not any(c.isalpha() for c in doc[start:end].text):
        return None
    return start, end


def _is_edge(word: str) -> bool:
    return word.lower() in ("the", "a", "an") or not any(c.isalnum() for c in word)


def _is_role(word: str) -> bool:
    return word.lower() in TITLES or (word.islower() and len(word) > 3)


def agree_names(doc: Doc, known: Mapping[str, str] | None = None) -> list[Span]:
    """The names of `doc` with one type for one name: the type in `known` (name -> type), else the majority.

    A shorter name counts as the person whose name ends with it ("Macron", "Emmanuel Macron"); a name tagged in one
    place is found wherever else the same capitalised words stand untagged.

    **Holds** two names written alike have one type.
    """
    types = _vote(doc.ents, known or {})
    taken = [False] * len(doc)
    spans = []
    for name in doc.ents:
        spans.append(Span(doc, name.start, name.end, label=types[_key(name)]))
        taken[name.start : name.end] = [True] * len(name)
    return sorted([*spans, *_find_missed(doc, types, taken)], key=lambda span: span.start)


def _key(span: Span) -> str:
    return " ".join(token.text for token in span)


def _vote(names: Iterable[Span], known: Mapping[str, str]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(_key(name), Counter())[name.label_] += 1
    people = [key.split() for key, counts in votes.items() if " " in key and counts.most_common(1)[0][0] == "PERSON"]
    types = {}
    for key, counts in votes.items():
        if any(person[-1] == key for person in people):
            counts["PERSON"] += 2
        types[key] = known.get(key) or max(counts, key=lambda kind: (counts[kind], kind))
    return types


def _find_missed(doc: Doc, types: Mapping[str, str], taken: list[bool]) -> list[Span]:
    """Untagged runs of words equal to a name found elsewhere, longest first."""
    keys = {tuple(key.split(" ")): kind for key, kind in types.items() if key[0].isupper() and len(key) > 2}
    longest = max(map(len, keys), default=0)
    words = [token.text for token in doc]
    spans = []
    i = 0
    while i < len(words):
        for size in range(min(longest, len(words) - i), 0, -1):
            kind = keys.get(tuple(words[i : i + size]))
            if kind and not any(taken[i : i + size]) and all(t.pos_ in ("PROPN", "ADJ") for t in doc[i : i + size]):
                spans.append(Span(doc, i, i + size, label=kind))
                i += size - 1
                break
        i += 1
    return spans

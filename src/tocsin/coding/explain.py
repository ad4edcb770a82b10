"""Explain a record: its words in their sentence, the rule that made it, the words that fired it, its certainty."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.codebook.reliability import Tried, find_tried, name_rule
from tocsin.errors import InputError
from tocsin.language.parse import parse
from tocsin.records.coding import AnyRecord, Coding
from tocsin.records.document import Document
from tocsin.records.frozen import Span, take_span

MANY = 5
LONGEST_ENDING = 4


@dataclass(frozen=True)
class Explanation:
    """A record with its document, the sentences that its evidence stands in, and the words in them that fired its rule.

    `tried`: records of its kind and rule judged on labelled articles.
    **Holds** the sentence holds the evidence, and the evidence the words that fired.
    """

    record: AnyRecord
    document: Document
    sentence: Span
    rule: str
    fired: tuple[Span, ...]
    tried: Tried


def explain_record(coding: Coding, name: str) -> Explanation:
    """The record whose id is `name`, or alone begins with it, explained; an InputError where none or several do."""
    record = find_record(coding, name)
    document = next(d for d in coding.documents if d.id == record.document)
    return Explanation(
        record=record,
        document=document,
        sentence=find_sentence(document.text, record.evidence),
        rule=name_rule(record.kind, record.why),
        fired=tuple(find_fired(document.text, record.evidence, record.why)),
        tried=find_tried(record.kind, record.why),
    )


def find_record(coding: Coding, name: str) -> AnyRecord:
    """The record of an id or of the beginning of one."""
    found = [r for r in coding.records if r.id == name] or [r for r in coding.records if r.id.startswith(name)]
    if not found:
        raise InputError(f"record {name}", "no record of this coding has such an id", "Take an id from coding.jsonl")
    if len(found) > 1:
        some = ", ".join(r.id for r in found[:MANY]) + (", ..." if len(found) > MANY else "")
        raise InputError(f"record {name}", f"{len(found)} records begin so: {some}", "Give more of the id")
    return found[0]


def find_sentence(text: str, evidence: Span) -> Span:
    """The sentence, or sentences, that hold the evidence; only the lines around it are read."""
    start = text.rfind("\n", 0, evidence.start) + 1
    end = text.find("\n", evidence.end)
    end = len(text) if end < 0 else end
    doc = parse([text[start:end]])[0]
    first, last = evidence.start - start, evidence.end - start
    held = [s for s in doc.sents if s.start_char < last and s.end_char > first]
    if not held:
        return evidence
    found = take_span(text, start + held[0].start_char, start + held[-1].end_char)
    return found if found.start <= evidence.start and found.end >= evidence.end else take_span(text, start, end)


def find_fired(text: str, evidence: Span, why: str) -> Iterator[Span]:
    """The words of the evidence that `why` names as written, or by their dictionary form, in the order of the text."""
    named = [*re.findall(r"'([^']+)'", why), *re.findall(r"\(([^)]+)\)", why)]
    exact = {word.lower() for word in named}
    forms = set() if named else {word.lower() for word in re.findall(r"[^\W\d_]{3,}", why)}
    taken = 0
    for words in sorted(exact, key=len, reverse=True):
        match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", evidence.quote, re.IGNORECASE)
        if match:
            taken += 1
            yield take_span(text, evidence.start + match.start(), evidence.start + match.end())
    if taken:
        return
    for match in re.finditer(r"[^\W\d_]+", evidence.quote):
        if any(is_form(match.group().lower(), form) for form in forms):
            yield take_span(text, evidence.start + match.start(), evidence.start + match.end())


def is_form(word: str, form: str) -> bool:
    """Whether a word may be an inflected form of another: "urged" of "urge", "cuts" of "cut"."""
    stem = form[:-1] if form[-1] in "ey" else form
    return word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING

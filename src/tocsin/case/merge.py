"""Merge cases: the union of their articles, records and logs; ids are made of content, so nothing comes twice."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.case.correct import list_effective
from tocsin.case.store import Case, insert_document, insert_log, insert_records, load_coding, load_log
from tocsin.records.coding import Coding
from tocsin.records.correction import Correction


@dataclass(frozen=True)
class Merged:
    """How much of another case was new, and what two people decided differently."""

    documents: int
    records: int
    corrections: int
    disputes: tuple[str, ...]


def merge_case(case: Case, other: Case) -> Merged:
    """Take over into `case` what `other` holds, in one transaction.

    Where two people decided differently about one record, the later decision counts, and it is listed.

    **Holds** merging is a union: in any order, and any number of times, the same articles, records and log.
    """
    return merge_lines(case, load_coding(other), load_log(other))


def merge_lines(case: Case, coding: Coding, log: list[Correction], coder: str = "merged") -> Merged:
    """Take over a coding and a log, as they come from another case or from files."""
    with case.writing():
        documents = sum(insert_document(case, document, coder) for document in coding.documents)
        records = insert_records(case, coding.records)
        corrections = insert_log(case, log)
    return Merged(documents, records, corrections, tuple(list_disputes(load_log(case))))


def list_disputes(log: list[Correction]) -> Iterator[str]:
    """Decisions that another person's followed without having seen them, and that it differs from; a sentence each."""
    last: dict[tuple[str, bool], Correction] = {}
    for line in list_effective(log):
        earlier = last.get((line.about, line.action == "set"))
        unseen = earlier is not None and earlier.by != line.by and line.before != earlier.after
        if earlier is not None and unseen and tell_outcome(line) != tell_outcome(earlier):
            yield f"{line.about}: {earlier.by} says {earlier.action}, {line.by} says {line.action} and was last"
        last[(line.about, line.action == "set")] = line


def tell_outcome(line: Correction) -> str:
    """What a decision makes of its subject, without who made it."""
    if line.after is None:
        return "nothing"
    return line.after.model_dump_json(exclude={"coder", "certainty", "why", "because"})

"""The log applied to what the coder made: pure functions, the same in every process."""

from collections.abc import Iterable, Sequence

from tocsin.records.coding import AnyRecord, Coded, Coding, Position
from tocsin.records.correction import ON_RECORDS, Correction, sort_log
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Situation


def list_effective(log: Iterable[Correction]) -> list[Correction]:
    """The corrections that count: those whose step is not undone, in the order in which they were made.

    **Holds** the order of the lines given does not matter; a step undone and redone counts as before.
    """
    lines = sort_log(log)
    undone: set[str] = set()
    for line in lines:
        if line.action == "undo":
            undone.add(line.about)
        elif line.action == "redo":
            undone.discard(line.about)
    return [line for line in lines if line.action not in ("undo", "redo") and line.step not in undone]


def find_decisions(log: Iterable[Correction]) -> dict[str, Correction]:
    """The last correction that counts of each record, by the record's id."""
    return {line.about: line for line in list_effective(log) if line.action in ON_RECORDS}


def correct_coding(coding: Coding, log: Iterable[Correction]) -> Coding:
    """The coding that later stages see: the coder's records, with what people decided in their place.

    A position on a rejected issue falls with it; a position whose statement was rejected stands without it.

    **Holds** an empty log, or one that is undone, leaves the coding as it is; records that no line is about stay the
    same; every quotation equals its span.
    """
    decisions = find_decisions(log)
    if not decisions:
        return coding
    known = {d.id for d in coding.documents}
    coded = {r.id for r in coding.records}
    kept = [decide_record(r, decisions.get(r.id)) for r in coding.records]
    kept += [take_record(c) for c in decisions.values() if c.about not in coded and c.document in known]
    records = settle_references([r for r in kept if r is not None])
    return Coding(documents=coding.documents, records=tuple(records))


def decide_record(record: AnyRecord, decision: Correction | None) -> AnyRecord | None:
    return record if decision is None else take_record(decision)


def take_record(decision: Correction) -> AnyRecord | None:
    after = decision.after
    return after if after is not None and not isinstance(after, Quantity) else None


def settle_references(records: Sequence[AnyRecord]) -> list[AnyRecord]:
    """Records without positions on issues that are gone, and without links to statements that are gone."""
    there = {r.id for r in records}
    settled: list[AnyRecord] = []
    for record in records:
        if isinstance(record, Position):
            if record.issue not in there:
                continue
            if record.statement is not None and record.statement not in there:
                record = record.model_copy(update={"statement": None})
        settled.append(record)
    return settled


def find_settings(log: Iterable[Correction]) -> dict[str, Quantity]:
    """The numbers that people set, by their paths; a number given back to the tool is not among them."""
    last = {line.about: line for line in list_effective(log) if line.action == "set"}
    return {path: line.after for path, line in last.items() if isinstance(line.after, Quantity)}


def set_quantities(situation: Situation, settings: dict[str, Quantity]) -> tuple[Situation, list[str]]:
    """The situation with the numbers that people set, and the paths that it no longer has."""
    lost = []
    for path, quantity in settings.items():
        if path not in {p for p, _ in situation.quantities()}:
            lost.append(path)
            continue
        situation = situation.suppose(
            path, likely=quantity.likely, low=quantity.low, high=quantity.high, because=quantity.because
        )
    return situation, lost


def find_status(record: Coded, decision: Correction | None) -> str:
    """'proposed', 'accepted', 'rejected', 'edited' or 'added'."""
    words = {"accept": "accepted", "reject": "rejected", "edit": "edited", "add": "added"}
    return "proposed" if decision is None else words[decision.action]


def find_undoable(lines: Iterable[tuple[str, str, str]]) -> tuple[str | None, str | None]:
    """The step that the next undo takes back, and the one that the next redo brings again.

    `lines` are the action, step and subject of one person's lines, in the order in which they were written.
    """
    done: list[str] = []
    undone: list[str] = []
    for action, step, about in lines:
        if action == "undo":
            done = [earlier for earlier in done if earlier != about]
            undone.append(about)
        elif action == "redo":
            undone = [earlier for earlier in undone if earlier != about]
            done.append(about)
        elif not done or done[-1] != step:
            done.append(step)
            undone = []
    return (done[-1] if done else None), (undone[-1] if undone else None)

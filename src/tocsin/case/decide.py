"""What a person decides, as new lines of the log: each call is one step and one transaction."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from tocsin.case.correct import find_undoable
from tocsin.case.store import Case, find_next_moment, insert_log, load_documents
from tocsin.errors import InputError
from tocsin.mistakes import explain_mistake
from tocsin.records.coding import AnyRecord, list_spans
from tocsin.records.correction import Action, Correction, Subject, name_correction
from tocsin.records.frozen import Span, hash_words
from tocsin.records.quantity import Quantity

CONFIRMED = 0.95
RECORDS: TypeAdapter[AnyRecord] = TypeAdapter(AnyRecord)


class Overtaken(InputError):
    """Somebody decided about the same record since the page was drawn."""


@dataclass(frozen=True)
class Change:
    """What shall stand in the place of `about`; `seen` is the last correction that the person knew of ("" is none).

    With `seen` None the change is made whatever stands there.
    """

    about: str
    after: AnyRecord | Quantity | None
    document: str | None = None
    seen: str | None = None


def confirm_record(record: AnyRecord, by: str) -> AnyRecord:
    """The record as a person confirms it: theirs from now on, and at least as certain as a second reading makes it.

    A reviewed record counts as right with a chance of 0.95, an assumption: two careful readers still differ at times.
    """
    certainty = max(record.certainty, CONFIRMED)
    return record.model_copy(update={"coder": f"person:{by}", "certainty": certainty})


def decide(case: Case, by: str, action: Action, changes: Sequence[Change], why: str = "") -> list[Correction]:
    """Write one step with a line for each change, and return its lines.

    Raises Overtaken where a record was decided about since, InputError where a record does not fit its article.
    **Holds** when this returns, the lines are on the disk; when it raises, none of them is.
    """
    with case.writing():
        moment = find_next_moment(case)
        step = "ste-" + hash_words(moment, by, action, *(c.about for c in changes), length=16)
        lines = [write_correction(case, moment, by, action, step, change, why) for change in changes]
        insert_log(case, lines)
    return lines


def write_correction(
    case: Case, moment: str, by: str, action: Action, step: str, change: Change, why: str
) -> Correction:
    last = find_last(case, change.about, action)
    known = last.id if last is not None else ""
    if change.seen is not None and change.seen != known:
        who = f"{last.by} decided otherwise about it at {last.at[11:16]} UTC" if last else "a decision on it was undone"
        raise Overtaken("this record", f"{who}, after this page was drawn", "Look at it again, then decide")
    before = last.after if last is not None else find_coded(case, change.about)
    if change.after is not None and not isinstance(change.after, Quantity):
        check_spans(case, change.after)
    fields = Correction(
        id="",
        at=moment,
        by=by,
        action=action,
        step=step,
        about=change.about,
        document=change.document,
        before=before,
        after=change.after,
        why=why,
    )
    return fields.model_copy(update={"id": name_correction(fields)})


def check_spans(case: Case, record: AnyRecord) -> None:
    texts = [d.text for d in load_documents(case, record.document)]
    if not texts:
        raise InputError("this record", f"there is no article {record.document} in the case", "Add it first")
    for span in list_spans(record):
        if texts[0][span.start : span.end] != span.quote:
            what = f"characters {span.start} to {span.end} of the article are not its quotation"
            raise InputError("this record", what, "Select the words again")


def find_last(case: Case, about: str, action: Action) -> Correction | None:
    """The last correction that counts about a record, or about a number where `action` is "set"."""
    fits = "action = 'set'" if action == "set" else "action <> 'set'"
    row = case.sql.execute(
        f"SELECT line FROM effective WHERE about = ? AND {fits} ORDER BY at DESC, id DESC LIMIT 1", (about,)
    ).fetchone()
    return Correction.model_validate_json(row[0]) if row else None


def find_coded(case: Case, id: str) -> AnyRecord | None:
    row = case.sql.execute("SELECT line FROM records WHERE id = ?", (id,)).fetchone()
    return RECORDS.validate_json(row[0]) if row else None


def find_current(case: Case, id: str) -> Subject:
    """The record as it stands now. None where it was rejected, or there is none."""
    last = find_last(case, id, "accept")
    return last.after if last is not None else find_coded(case, id)


def change_record(record: AnyRecord, by: str, fields: dict[str, object], evidence: Span | None, why: str) -> AnyRecord:
    """The record with other fields and, where given, other words to rest on; its id stays.

    Raises InputError in plain words where a field cannot hold what it is given.
    """
    value = json.loads(record.model_dump_json(by_alias=True)) | fields
    if evidence is not None:
        value["evidence"] = evidence.model_dump()
        content = value.get("content")
        if content and not evidence.start <= content["start"] <= content["end"] <= evidence.end:
            value["content"] = evidence.model_dump()
    value |= {"coder": f"person:{by}", "certainty": fields.get("certainty", max(record.certainty, CONFIRMED))}
    value["why"] = f"{why or 'changed by hand'}; before: {record.why}" if record.why else why or "changed by hand"
    return check_fields(value)


def check_fields(value: dict[str, object]) -> AnyRecord:
    try:
        return RECORDS.validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        raise InputError("this record", explain_mistake(error), "Change that field") from error


def take_back(case: Case, by: str, action: Literal["undo", "redo"]) -> Correction:
    """Undo this person's last step, or redo the one undone last; returns the line. Raises InputError for none."""
    with case.writing():
        step = choose_step(case, by, action)
        moment = find_next_moment(case)
        fields = Correction(id="", at=moment, by=by, action=action, step=f"{action}-{step}-{moment}", about=step)
        line = fields.model_copy(update={"id": name_correction(fields)})
        insert_log(case, [line])
    return line


def choose_step(case: Case, by: str, action: Literal["undo", "redo"]) -> str:
    lines = case.sql.execute("SELECT action, step, about FROM log WHERE by = ? ORDER BY at, id", (by,))
    undo, redo = find_undoable(lines)
    step = undo if action == "undo" else redo
    if step is None:
        raise InputError(action, f"{by} has nothing to {action} in this case", "Look at it with `tocsin log`")
    return step


def set_number(case: Case, by: str, path: str, quantity: Quantity | None) -> list[Correction]:
    """Set a number of the situation in this case, or with None give it back to what the articles and tables tell."""
    because = quantity.because if quantity is not None else "given back"
    return decide(case, by, "set", [Change(path, quantity)], because)

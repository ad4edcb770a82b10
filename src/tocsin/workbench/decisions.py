"""From a form of the page of review to lines of the log."""

from collections.abc import Callable, Sequence

from tocsin.case.decide import Change, change_record, check_fields, confirm_record, decide
from tocsin.case.store import Case
from tocsin.errors import InputError
from tocsin.records.coding import KINDS, AnyRecord, name_record
from tocsin.records.frozen import Span
from tocsin.workbench.fields import read_fields
from tocsin.workbench.shown import Opened, Shown

SURE = 0.95


def act(
    case: Case, by: str, opened: Opened, shown: Sequence[Shown], form: dict[str, str], span: Span | None, filtered: bool
) -> list[str]:
    """Write what the form decides; returns the ids of the records that it is about.

    Raises InputError, in plain words, where that cannot be, Overtaken where somebody decided meanwhile.
    """
    action = form.get("action", "")
    if action == "accept shown":
        return accept_shown(case, by, shown, form, filtered)
    if action == "add":
        return add_record(case, by, opened, form, span)
    current = opened.find(form.get("record"))
    if current is None:
        raise InputError("this record", "it is not in this article any more", "Choose another")
    makers: dict[str, Callable[[], AnyRecord | None]] = {
        "accept": lambda: confirm_record(current.record, by),
        "reject": lambda: None,
        "edit": lambda: change_record(
            current.record, by, settle_issue(read_fields(current.record.kind, form), opened), None, form.get("why", "")
        ),
        "words": lambda: change_record(current.record, by, {}, need_span(span), "other words"),
    }
    if action not in makers:
        raise InputError("this page", f"there is no action '{action}'", "Load the page again")
    change = Change(current.record.id, makers[action](), current.record.document, form.get("seen", ""))
    kept = {"words": "edit"}.get(action, action)
    if kept == "accept" and current.status in ("edited", "added"):
        return [current.record.id]
    decide(case, by, "edit" if kept == "edit" else "accept" if kept == "accept" else "reject", [change],
           form.get("why", ""))  # fmt: skip
    return [current.record.id]


def need_span(span: Span | None) -> Span:
    if span is None:
        raise InputError("the quotation", "no words are selected", "Select them in the text first")
    return span


def accept_shown(case: Case, by: str, shown: Sequence[Shown], form: dict[str, str], filtered: bool) -> list[str]:
    """Accept what the page showed, and only after a filter: as many as its button said, else nothing."""
    if not filtered:
        raise InputError("accept all", "without a filter this would accept what nobody looked at", "Filter first")
    undecided = [s for s in shown if s.status == "proposed"]
    asked = form.get("ids", "").split()
    if sorted(asked) != sorted(s.record.id for s in undecided):
        raise InputError("accept all", "the records shown have changed since", "Look at them again")
    changes = [Change(s.record.id, confirm_record(s.record, by), s.record.document, s.seen) for s in undecided]
    decide(case, by, "accept", changes)
    return [c.about for c in changes]


def settle_issue(fields: dict[str, object], opened: Opened) -> dict[str, object]:
    """The fields, if the proposal they point at stands in this article."""
    if "issue" in fields and fields["issue"] not in opened.proposals:
        raise InputError("the proposal", "it is none of this article's", "Choose one of the list")
    return fields


def add_record(case: Case, by: str, opened: Opened, form: dict[str, str], span: Span | None) -> list[str]:
    """A new record on selected words; with a position, a new proposal where its wording is given."""
    kind = form.get("new", "")
    if kind not in KINDS:
        raise InputError("a new record", f"there is no kind '{kind}'", "Choose one of the list")
    evidence = need_span(span)
    document = opened.document.id
    made: list[AnyRecord] = []
    proposal = " ".join(form.get("proposal", "").split())
    if kind == "position" and proposal:
        made.append(make_record("issue", document, evidence, {"proposal": proposal}, by, ""))
        form = form | {"field-issue": made[0].id}
    fields = read_fields(kind, form)
    if not made:
        settle_issue(fields, opened)
    made.insert(0, make_record(kind, document, evidence, fields, by, form.get("why", "")))
    decide(case, by, "add", [Change(r.id, r, document) for r in made], form.get("why", ""))
    return [r.id for r in made]


def make_record(kind: str, document: str, evidence: Span, fields: dict[str, object], by: str, why: str) -> AnyRecord:
    values = {
        "kind": kind, "id": name_record(kind, document, evidence, by, *fields.values()), "document": document,
        "evidence": evidence.model_dump(), "coder": f"person:{by}", "certainty": SURE, "why": why or "added by hand",
    }  # fmt: skip
    if kind == "statement":
        values["content"] = evidence.model_dump()
    return check_fields(values | fields)

"""Review: the text with its marks beside the record in hand, and what a person may do with it."""

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from tocsin.case.decide import Overtaken, take_back
from tocsin.case.store import Case
from tocsin.case.summary import find_number, find_open_article
from tocsin.errors import TocsinError
from tocsin.records.coding import KINDS
from tocsin.records.correction import Correction
from tocsin.records.frozen import Span, take_span
from tocsin.workbench.decisions import act
from tocsin.workbench.fields import list_fields
from tocsin.workbench.marks import cut_text
from tocsin.workbench.pages import Form, find_desk, go, show, write_query
from tocsin.workbench.shown import Opened, Shown, filter_shown, find_moves, open_article

FILTERS = ("kind", "status", "who", "words")


def open_review(request: Request) -> Response:
    """Go to the undecided sentence on which most hangs; before the first forecast, to the first undecided article."""
    desk = find_desk(request)
    with desk.open() as case:
        found = desk.load_forecast(case)
        if found is not None:
            decided = {row[0] for row in case.sql.execute("SELECT record FROM decisions")}
            moves = find_moves(found[0])
            ranked = [id for id in moves if id not in decided]
            place = find_place(case, ranked)
            if place is not None:
                return go(f"/review/{place[0]}{write_query({'record': place[1]})}")
        article = find_open_article(case)
        if article is None:
            row = case.sql.execute("SELECT id FROM documents ORDER BY number LIMIT 1").fetchone()
            article = row[0] if row else None
    return go(f"/review/{article}" if article else "/articles")


def find_place(case: Case, ranked: Sequence[str]) -> tuple[str, str] | None:
    """The article and the record of the first of these records that is in the case."""
    for id in ranked[:50]:
        row = case.sql.execute("SELECT document FROM records WHERE id = ?", (id,)).fetchone()
        if row is not None:
            return str(row[0]), id
    return None


def show_article(request: Request) -> Response:
    try:
        return show_review(request, request.query_params.get("record"))
    except TocsinError as error:
        return show(request, "error", 404, message=str(error))


def show_review(request: Request, record: str | None, status: int = 200, **more: Any) -> Response:
    """The page of one article, with one record in hand."""
    desk, document = find_desk(request), request.path_params["document"]
    with desk.open() as case:
        number = find_number(case, document)
        found = desk.load_forecast(case)
        opened = open_article(case, document, found[0] if found else None)
        following = find_open_article(case, number)
    filters = read_filters(request)
    shown = filter_shown(opened.shown, **filters)
    current = choose_current(opened, shown, record)
    ids = [s.record.id for s in shown]
    place = ids.index(current.record.id) if current is not None and current.record.id in ids else -1
    with_current = [*shown, current] if current is not None and current not in shown else shown
    values: dict[str, Any] = {
        "opened": opened, "shown": shown, "current": current, "kinds": KINDS, "filters": filters,
        "pieces": cut_text(opened.document.text, with_current, current.record.id if current else None),
        "fields": list_fields(current.record.kind, current.record) if current else [],
        "history": tell_history(opened, current),
        "previous": ids[place - 1] if place > 0 else None,
        "next": ids[place + 1] if 0 <= place < len(ids) - 1 else None,
        "following": following if following != document else None,
        "names": sorted({s.record.name for s in opened.shown if s.record.kind == "actor"}),
        "undecided": sum(s.status == "proposed" for s in shown),
        "new": None, "problem": "", "editing": False,
    }  # fmt: skip
    return show(request, "review", status, **(values | more))


def read_filters(request: Request) -> dict[str, str]:
    return {name: request.query_params.get(name, "") for name in FILTERS}


def choose_current(opened: Opened, shown: Sequence[Shown], record: str | None) -> Shown | None:
    """The record asked for, else the undecided one on which most hangs, else the first."""
    asked = opened.find(record)
    if asked is not None:
        return asked
    undecided = [s for s in shown if s.status == "proposed"]
    return max(undecided, key=lambda s: abs(s.move.points) if s.move else 0, default=shown[0] if shown else None)


def tell_history(opened: Opened, current: Shown | None) -> list[Correction]:
    """What was decided about a record, undone steps and all, newest first."""
    if current is None:
        return []
    own = [line for line in opened.log if line.about == current.record.id]
    steps = {line.step for line in own}
    turned = [line for line in opened.log if line.action in ("undo", "redo") and line.about in steps]
    return sorted([*own, *turned], key=lambda line: (line.at, line.id), reverse=True)


def show_new(request: Request) -> Response:
    """The form for a new record on selected words."""
    desk, document = find_desk(request), request.path_params["document"]
    asked = request.query_params
    kind = asked.get("new", "position")
    with desk.open() as case:
        find_number(case, document)
        opened = open_article(case, document, None)
    span = read_span(opened.document.text, asked.get("start", ""), asked.get("end", ""))
    if span is None or kind not in KINDS:
        return show_review(request, asked.get("record"), 422, problem="Select the words first that carry the record.")
    new = {"kind": kind, "span": span, "fields": list_fields(kind)}
    return show_review(request, asked.get("record"), new=new)


def read_span(text: str, start: str, end: str) -> Span | None:
    """The span between two code point offsets, white space at its ends left out; None where they make none."""
    if not (start.isdecimal() and end.isdecimal() and len(start) < 9 and len(end) < 9):
        return None
    first, last = int(start), int(end)
    if not first < last <= len(text) or not text[first:last].strip():
        return None
    return take_span(text, first, last)


def decide_on_article(request: Request, form: Form) -> Response:
    """Do what the form says, and go to the next record; what cannot be is said on the page, and changes nothing."""
    desk, document = find_desk(request), request.path_params["document"]
    with desk.open(write=True) as case:
        find_number(case, document)
        opened = open_article(case, document, None)
        shown = filter_shown(opened.shown, **read_filters(request))
        spans = read_span(opened.document.text, form.get("start", ""), form.get("end", ""))
        try:
            done = act(case, desk.by, opened, shown, form, spans, any(read_filters(request).values()))
        except Overtaken as error:
            return show_review(request, form.get("record"), 409, problem=str(error))
        except TocsinError as error:
            editing = form.get("action") == "edit"
            return show_review(request, form.get("record"), 422, problem=str(error), editing=editing)
    desk.answer_anew()
    return go(f"/review/{document}{write_query({**read_filters(request), 'record': choose_next(shown, done, form)})}")


def choose_next(shown: Sequence[Shown], done: Sequence[str], form: Form) -> str:
    """The next undecided record after the one decided on; that one itself where none is left or it was just made."""
    here = form.get("record", "")
    if form.get("action") in ("add", "words"):
        return done[0] if done else here
    ids = [s.record.id for s in shown]
    place = ids.index(here) if here in ids else -1
    later = [*shown[place + 1 :], *shown[: max(place, 0)]]
    return next((s.record.id for s in later if s.status == "proposed" and s.record.id not in done), here)


def turn_back(request: Request, form: Form) -> Response:
    """Undo or redo, and go to the record concerned."""
    desk = find_desk(request)
    with desk.open(write=True) as case:
        line = take_back(case, desk.by, "redo" if form.get("action") == "redo" else "undo")
        query = "SELECT about, document, action FROM log WHERE step = ? ORDER BY number LIMIT 1"
        about, document, what = case.sql.execute(query, (line.about,)).fetchone()
    desk.answer_anew()
    if what == "set":
        return go("/situation")
    return go(f"/review/{document}{write_query({'record': about})}")

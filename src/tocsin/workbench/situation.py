"""Situation: the system as assessed; every number can be set with a reason, or supposed and compared."""

import math
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from tocsin.briefing.sentences import format_percent, format_quantity
from tocsin.case.correct import find_settings
from tocsin.case.decide import set_number
from tocsin.case.headline import list_headlines
from tocsin.case.store import load_log
from tocsin.errors import InputError
from tocsin.records.forecast import Forecast
from tocsin.records.quantity import Quantity
from tocsin.records.situation import AssessedIssue, Situation
from tocsin.workbench.pages import Form, find_desk, go, show

Entry = tuple[str, Quantity, str, str]
MOVING = "what moves the headline"
MOST_ISSUES, MOST_NUMBERS, MOST_COLUMNS = 20, 200, 6


def show_situation(request: Request) -> Response:
    desk = find_desk(request)
    words = request.query_params.get("words", "").lower()
    with desk.open() as case:
        found = desk.load_forecast(case)
        settings = find_settings(load_log(case))
        headlines = list_headlines(case)
    if found is None:
        return show(request, "situation", situation=None)
    situation = found[0].situation
    issues = sorted(situation.issues, key=lambda i: -len(i.stands))
    numbers = list_numbers(situation, words)
    headline = headlines[-1].label if headlines else None
    return show(
        request,
        "situation",
        situation=situation,
        fresh=found[1],
        issues=issues[:MOST_ISSUES],
        more_issues=max(0, len(issues) - MOST_ISSUES),
        matrix=make_matrix(issues[:MOST_COLUMNS]),
        groups=group_numbers(numbers[:MOST_NUMBERS], found[0], headline),
        more_numbers=max(0, len(numbers) - MOST_NUMBERS),
        settings=settings,
        evidence={e.id: e for e in situation.evidence},
        words=words,
        format_quantity=format_quantity,
    )


def list_numbers(situation: Situation, words: str) -> list[tuple[str, Quantity]]:
    """Every number of the situation by its path, each path once, that holds all the words."""
    found = dict(reversed(list(situation.quantities())))
    wanted = words.split()
    return [(p, q) for p, q in reversed(found.items()) if all(w in p.lower() for w in wanted)]


def group_numbers(
    numbers: list[tuple[str, Quantity]], forecast: Forecast, headline: str | None
) -> dict[str, list[Entry]]:
    """The numbers that move the headline first, then all by what they are numbers of."""
    question = next((q for q in forecast.questions if q.label == headline), None)
    shares = {d.path: d.variance_share for d in question.drivers} if question else {}
    groups: dict[str, list[Entry]] = {MOVING: []} if shares else {}
    for number, (path, quantity) in enumerate(numbers):
        if shares.get(path, 0) >= 0.005:
            groups[MOVING].append((path, quantity, f"m{number}", format_percent(shares[path])))
        kind = path.partition(":")[0] if ":" in path else "rates"
        groups.setdefault(kind, []).append((path, quantity, str(number), ""))
    groups.get(MOVING, []).sort(key=lambda entry: -shares[entry[0]])
    return {name: members for name, members in groups.items() if members}


def make_matrix(issues: list[AssessedIssue]) -> list[dict[str, Any]]:
    """A row for each actor, with its stand on each issue; those who stand on most come first."""
    stands: dict[str, dict[str, Any]] = {}
    for issue in issues:
        for stand in issue.stands:
            stands.setdefault(stand.actor, {})[issue.id] = stand
    rows = sorted(stands.items(), key=lambda row: -len(row[1]))
    return [{"actor": actor, "stands": [by_issue.get(i.id) for i in issues]} for actor, by_issue in rows[:60]]


def change_number(request: Request, form: Form) -> Response:
    """Set a number in the case, give it back, or suppose it for the next run."""
    desk, path, action = find_desk(request), form.get("path", ""), form.get("action", "")
    with desk.open(write=True) as case:
        found = desk.load_forecast(case)
        known = dict(found[0].situation.quantities()) if found else {}
        if action == "give back":
            set_number(case, desk.by, path, None)
            desk.answer_anew()
            return go("/situation#numbers")
        if path not in known:
            raise InputError(path[:100] or "the number", "it is no number of this situation", "Choose one of the list")
        quantity = read_quantity(form, known[path])
        if action == "set":
            set_number(case, desk.by, path, quantity)
            desk.answer_anew()
            return go("/situation#numbers")
    supposed = {"path": path, "likely": quantity.likely, "low": quantity.low, "high": quantity.high}
    desk.suppositions[:] = [s for s in desk.suppositions if s["path"] != path]
    desk.suppositions.append({**supposed, "because": quantity.because})
    return go("/run")


def read_quantity(form: Form, old: Quantity) -> Quantity:
    """A number from a form; without low and high it is taken as given. Raises InputError in plain words."""
    likely = read_number(form, "likely")
    low = read_number(form, "low") if form.get("low", "").strip() else likely
    high = read_number(form, "high") if form.get("high", "").strip() else likely
    because = " ".join(form.get("because", "").split())
    if not because:
        raise InputError("the reason", "it is empty", "Say why you set this number: it is kept and shown with it")
    if not low <= likely <= high:
        raise InputError("the number", "low, likely and high are not in this order", "Put them in order")
    if old.unit.startswith(("chance", "share")) and not 0 <= low <= high <= 1:
        raise InputError("the number", f"{old.unit} is from 0 to 1", "For 20 %, write 0.2")
    if old.unit.startswith("points of 100") and not 0 <= low <= high <= 100:
        raise InputError("the number", "points are from 0 to 100", "Give a number on that line")
    return Quantity(low=low, likely=likely, high=high, unit=old.unit, origin="analyst", because=because)


def read_number(form: Form, name: str) -> float:
    words = form.get(name, "").strip().replace(",", ".")
    try:
        number = float(words)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise InputError(name, f"'{words[:40]}' is no number", "Write it like 0.2")
    return number

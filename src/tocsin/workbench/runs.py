"""Run: forecast with other settings and suppositions, see how far it is, stop it, compare."""

from starlette.requests import Request
from starlette.responses import Response

from tocsin.errors import InputError
from tocsin.workbench.calculation import STOPPED
from tocsin.workbench.pages import Form, find_desk, go, show

WEEKS, DRAWS, SEED = 26, 10_000, 7
LIMITS = {"weeks": (1, 520), "draws": (100, 1_000_000), "seed": (0, 2**31)}


def show_run(request: Request) -> Response:
    desk = find_desk(request)
    outcome = desk.calculation.outcomes.get("run", {})
    result = outcome.get("done")
    settings = result["settings"] if result else {"weeks": WEEKS, "draws": DRAWS, "seed": SEED}
    error = outcome.get("error", "")
    return show(
        request, "run", running=desk.calculation.is_busy("run"), result=result, settings=settings, limits=LIMITS,
        error="The run was stopped; nothing of it was kept." if error == STOPPED else error,
        suppositions=desk.suppositions,
    )  # fmt: skip


def control_run(request: Request, form: Form) -> Response:
    """Start or stop a run, or take a supposition away."""
    desk, action = find_desk(request), form.get("action", "")
    if action == "stop":
        desk.calculation.stop("run")
    elif action == "drop":
        desk.suppositions[:] = [s for s in desk.suppositions if s["path"] != form.get("path")]
    elif action == "start":
        settings = {name: read_setting(form, name) for name in LIMITS}
        desk.calculation.stop("run")
        desk.calculation.ask("run", None, suppose=list(desk.suppositions), **settings)
    return go("/run")


def read_setting(form: Form, name: str) -> int:
    low, high = LIMITS[name]
    words = form.get(name, "").strip()
    if not words.isdecimal() or len(words) > 10 or not low <= int(words) <= high:
        raise InputError(name, f"'{words[:40]}' is no whole number from {low} to {high}", "Change it")
    return int(words)

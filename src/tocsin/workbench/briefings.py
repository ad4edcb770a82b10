"""Briefing: the document that a reader opens, written from the case as it stands."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from tocsin.workbench.pages import find_desk, show

PATIENCE = 300.0
FORMS = {"html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8"}


def show_briefing(request: Request) -> Response:
    return show(request, "briefing")


def frame_briefing(request: Request) -> Response:
    """The briefing itself, which the page shows in a frame without scripts."""
    written = find_desk(request).calculation.ask_and_wait("brief", PATIENCE)
    if written is None or "done" not in written:
        why = written["error"] if written else "it takes too long"
        return PlainTextResponse(f"The briefing cannot be written now: {why}.", 503)
    return HTMLResponse(written["done"]["html"])


def download_briefing(request: Request) -> Response:
    """The briefing as one file to keep, HTML or Markdown; under half reviewed, its name says that it is a draft."""
    desk = find_desk(request)
    form = "md" if request.query_params.get("form") == "md" else "html"
    written = desk.calculation.ask_and_wait("brief", PATIENCE)
    if written is None or "done" not in written:
        return PlainTextResponse("The briefing cannot be written now.", 503)
    with desk.open() as case:
        state = desk.tell_state(case)
    draft = "-DRAFT" if 2 * state["reviewed"] < state["claims"] else ""
    stem = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in desk.path.stem)
    name = f"briefing-{stem}{draft}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content = written["done"]["html" if form == "html" else "markdown"]
    return Response(content, headers=headers, media_type=FORMS[form])

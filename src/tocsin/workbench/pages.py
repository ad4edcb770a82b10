"""Pages: templates filled, forms read. All text is escaped by the templates; there is no way around that."""

from collections.abc import Awaitable, Callable
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tocsin.case.summary import CLOSE, OPEN
from tocsin.errors import InputError, TocsinError
from tocsin.workbench.desk import Desk

Form = dict[str, str]
PAGES = (("articles", "Articles"), ("review", "Review"), ("situation", "Situation"), ("run", "Run"),
         ("briefing", "Briefing"))  # fmt: skip


@cache
def load_templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("tocsin.workbench", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"exact": write_exactly, "found": mark_found, "query": write_query}
    return environment


def write_exactly(text: str) -> Markup:
    """Text of an article in which every character stays one character: HTML would swallow CR and NUL."""
    return Markup(str(escape(text.replace("\x00", "\ufffd"))).replace("\r", "&#13;"))


def mark_found(excerpt: str) -> Markup:
    return Markup(str(escape(excerpt)).replace(OPEN, "<mark>").replace(CLOSE, "</mark>"))


def write_query(values: dict[str, str]) -> str:
    """The part of an address after '?', without empty values."""
    kept = {name: value for name, value in values.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def find_desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def show(request: Request, page: str, status: int = 200, **values: Any) -> Response:
    """A page with what all pages have: the case, the counts, the headline."""
    desk = find_desk(request)
    with desk.open() as case:
        state = desk.tell_state(case)
    template = load_templates().get_template(f"{page}.html.j2")
    html = template.render(page=page, pages=PAGES, state=state, case=desk.path.stem, by=desk.by, **values)
    return HTMLResponse(html, status)


def show_error(request: Request, error: Exception) -> Response:
    """What a user can mend, as a page of its own."""
    return show(request, "error", 422 if isinstance(error, InputError) else 400, message=str(error))


def take_form(handle: Callable[[Request, Form], Response]) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that reads a form (only urlencoded) and handles it beside the event loop."""

    async def endpoint(request: Request) -> Response:
        if request.headers.get("content-type", "").split(";")[0] != "application/x-www-form-urlencoded":
            return Response("A form is wanted.", 415)
        body = await request.body()
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=5000)
        form = {name: "\n".join(values) for name, values in fields.items()}
        try:
            return await run_in_threadpool(handle, request, form)
        except TocsinError as error:
            return await run_in_threadpool(show_error, request, error)

    return endpoint


def go(address: str) -> Response:
    return RedirectResponse(address, 303)


def read_static(name: str) -> bytes:
    return files("tocsin.workbench").joinpath("static", name).read_bytes()

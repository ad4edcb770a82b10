"""Articles: what is in the case, search in their words, and adding more."""

import base64
import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tocsin.case.summary import PAGE, list_articles, list_failures
from tocsin.errors import InputError
from tocsin.workbench.pages import Form, find_desk, go, show

ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LONGEST_NAME = 200


def show_articles(request: Request) -> Response:
    asked = request.query_params
    words, page = asked.get("words", ""), asked.get("page", "1")
    number = max(1, int(page)) if page.isdecimal() and len(page) < 7 else 1
    desk = find_desk(request)
    with desk.open() as case:
        articles, total = list_articles(case, words, number)
        failures = list_failures(case)
    last = max(1, -(-total // PAGE))
    return show(
        request, "articles", articles=articles, total=total, words=words, number=number, last=last, failures=failures,
        adding=desk.calculation.is_busy("add") or desk.calculation.is_busy("fetch"),
    )  # fmt: skip


def add_article(request: Request, form: Form) -> Response:
    """Add a page at an address, or pasted text; it is read and coded in the process beside the page."""
    desk = find_desk(request)
    published = form.get("published", "").strip()
    if published and not DAY.fullmatch(published):
        raise InputError("the day of publication", f"'{published}' is no day", "Write it as YYYY-MM-DD")
    address, text = form.get("address", "").strip(), form.get("text", "")
    if address:
        if not ADDRESS.fullmatch(address):
            raise InputError(address[:100], "it is no address of a page", "An address begins with https://")
        desk.calculation.ask_each("fetch", address=address, published=published or None)
    elif text.strip():
        name = clean_name(form.get("title", "") or "pasted text")
        hand_over(request, text.replace("\r\n", "\n").encode(), name, published)
    else:
        raise InputError("add an article", "there is no address and no text", "Give one of them")
    desk.answer_anew()
    return go("/articles")


async def add_file(request: Request) -> Response:
    """Add a file that the browser sends; its name is only what it is called."""
    name = clean_name(request.query_params.get("name", ""))
    content = await request.body()
    await run_in_threadpool(hand_over, request, content, name, "")
    find_desk(request).answer_anew()
    return JSONResponse({"taken": name}, 202)


def hand_over(request: Request, content: bytes, name: str, published: str) -> None:
    packed = base64.b64encode(content).decode()
    find_desk(request).calculation.ask_each("add", content=packed, name=name, published=published or None)


def clean_name(name: str) -> str:
    """The last part of a name, without what no name has."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(c for c in last if c.isprintable()).strip()
    return shown[:LONGEST_NAME] or "article"

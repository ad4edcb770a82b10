"""For everybody: axe finds nothing on any page, nothing is cut off on a phone, and marks count code points."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tocsin.case.store import add_article, create_case
from tocsin.records.coding import Actor
from tocsin.records.document import Document, name_document
from tocsin.records.frozen import Span

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
expect = sync_api.expect
Start = Callable[..., Any]
SLOW = 60_000
PAGES = ("articles", "review", "situation", "run", "briefing", "review/nothing")
SIZES = {"screen": (1280, 680), "phone": (360, 740)}


@pytest.fixture(scope="module")
def signed_in(browser: sync_api.Browser, answered: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A running workbench for the tests of this module, and the state of a browser that may open it."""
    path = shutil.copy(answered, tmp_path_factory.mktemp("axe") / "troops.case")
    process = subprocess.Popen(
        [sys.executable, "-m", "tocsin", "review", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.keyboard.type("ar")
    expect(page.locator("#count")).to_contain_text("2 of")
    yield address.split("/?")[0], context.storage_state()
    context.close()
    process.terminate()
    process.wait(10)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    browser: sync_api.Browser, signed_in: tuple[str, Any], size: str, scheme: str
) -> None:
    base, state = signed_in
    width, height = SIZES[size]
    context = browser.new_context(
        storage_state=state, viewport={"width": width, "height": height}, bypass_csp=True, color_scheme=scheme
    )
    page = context.new_page()
    for name in PAGES:
        page.goto(f"{base}/{name}")
        if name == "briefing":
            expect(page.frame_locator("iframe").locator("h1")).to_be_visible(timeout=SLOW)
        check(page, f"{name} {size} {scheme}")
        if name == "review":
            page.keyboard.press("e")
            check(page, f"{name} {size} {scheme}, editing")
            page.keyboard.press("Escape")
            page.keyboard.press("n")
            page.keyboard.press("Enter")
            expect(page.get_by_role("heading", name="New record")).to_be_visible()
            check(page, f"{name} {size} {scheme}, new")
        if name == "situation":
            page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
            check(page, f"{name} {size} {scheme}, all open")
    context.close()


def check(page: sync_api.Page, where: str) -> None:
    options = {"iframes": False, "resultTypes": ["violations"]}
    found = axe_api.Axe().run(page, options=options).response["violations"]
    told = [f"{v['id']}: {v['nodes'][0]['html'][:120]} {v['nodes'][0]['failureSummary'][:200]}" for v in found]
    assert told == [], where
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, where


TEXTS = {
    "emoji": "A 😀 smile, two 👩‍👩‍👧 more. Aldania agrees 🇫🇷 at last.",
    "combining": "Cafe\u0301 owners in A\u030aland agree. Aldania agrees at last.",
    "hebrew": "The minister said: שלום לכולם. Aldania agrees.\nישראל עונה היום, 3 פעמים.\nAldania agrees at last.",
    "crlf": "One line.\r\nTwo lines.\r\n\r\nAldania agrees.\r\nThe end <b>&amp; more.",
    "odd": "\nA leading line.\x00\x0bAldania\u2028agrees\ufeff at last.\u0007",
}


@pytest.mark.parametrize("name", TEXTS)
def test_offsets_are_code_points_whatever_the_text(
    page: sync_api.Page, start: Start, tmp_path: Path, name: str
) -> None:
    text = TEXTS[name]
    document = Document(id=name_document(text), source="odd.txt", text=text)
    at = text.index("Aldania")
    actor = Actor(
        id="act-1", document=document.id, evidence=Span(start=at, end=at + 7, quote="Aldania"), certainty=0.9,
        name="Aldania", type="state",
    )  # fmt: skip
    with create_case(tmp_path / "odd.case") as case:
        add_article(case, document, [actor], "hand")
    workbench = start(tmp_path / "odd.case")
    page.goto(workbench.address)
    page.locator("main[data-answered=yes]").wait_for(timeout=SLOW)
    page.goto(f"{workbench.base}/review/{document.id}?kind=all")
    shown = page.locator("#text").evaluate("e => e.textContent")
    assert shown == text.replace("\x00", "\ufffd")
    assert page.locator("mark.current").text_content() == "Aldania"
    starts = [m.start() for m in re.finditer(r"\S+", text)]
    for first in starts[:: max(1, len(starts) // 4)]:
        words = re.match(r"\S+", text[first:])
        assert words is not None
        units = [len(text[:p].encode("utf-16-le", "surrogatepass")) // 2 for p in (first, first + words.end())]
        page.evaluate(
            """([from, to]) => {
              const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
              const ends = [];
              let at = 0;
              while (walker.nextNode()) {
                for (const unit of [from, to])
                  if (unit >= at && unit <= at + walker.currentNode.length && ends.length < (unit === from ? 1 : 2))
                    ends.push([walker.currentNode, unit - at]);
                at += walker.currentNode.length;
              }
              getSelection().setBaseAndExtent(...ends[0], ...ends[1]);
            }""",
            units,
        )
        page.keyboard.press("n")
        expect(page.get_by_role("heading", name="New record")).to_be_visible()
        query = page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")
        assert (int(query["start"]), int(query["end"])) == (first, first + words.end())
        page.goto(f"{workbench.base}/review/{document.id}?kind=all")

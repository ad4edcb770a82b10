"""The page in Debian's chromium: it asks nothing, runs without scripts, and fits a phone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tocsin.briefing.write import write_briefing
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="module")
def address(harbour: Situation, harbour_forecast: Forecast, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("page") / "briefing.html"
    path.write_text(write_briefing(harbour, harbour_forecast).html, encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_page_asks_nothing_and_fits(browser: sync_api.Browser, address: str, width: int) -> None:
    context = browser.new_context(java_script_enabled=True, viewport={"width": width, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert asked == [address]
    assert complaints == []
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    context.close()


def test_two_clicks_lead_from_a_number_to_its_words(browser: sync_api.Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(".judgement a").first.click()
    page.locator(".card:target a.cite, .card:target a:has(.cite)").first.click()
    assert page.locator(".quotation:target q").count() == 1
    context.close()

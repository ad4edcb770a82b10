"""The page in Debian's chromium: it asks nothing, runs without scripts, and fits a phone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tocsin.briefing.write import write_briefing
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
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


def pick(found: list[sync_api.Locator], number: int) -> list[sync_api.Locator]:
    """Some of a list, spread over all of it."""
    return [found[n * (len(found) - 1) // (number - 1)] for n in range(number)] if len(found) > number else found


def open_reason(page: sync_api.Page) -> bool:
    """Whether what was opened is a quotation, a base rate or a stated assumption."""
    if page.locator(".quotation:target q").count():
        return True
    row = page.locator("#numbers ~ .scroll tr:target")
    return row.count() == 1 and row.locator("td").nth(1).inner_text() != "quoted"


def test_two_clicks_lead_from_numbers_to_their_reasons(browser: sync_api.Browser, address: str) -> None:
    """Five numbers of the bottom line and ten of the charts, without a script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    lines = pick(page.locator(".judgement .sentence a, .judgement .confidence a").all(), 5)
    marks = pick(page.locator(".chart a").all(), 10)
    assert (len(lines), len(marks)) == (5, 10)
    for first in (*lines, *marks):
        first.click()
        if not open_reason(page):
            page.locator(":target a.cite, :target a:has(.cite), :target tbody a").first.click()
        assert open_reason(page), page.url
    context.close()


def test_filter_leaves_what_was_chosen_and_what_a_link_opens(browser: sync_api.Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    quotations = page.locator(".quotation:visible")
    everything = quotations.count()
    page.locator("label[for=show-threat]").click()
    assert page.locator(".quotation:visible").count() == page.locator(".quotation.threat").count() == 1
    page.goto(f"{address}#e7")
    assert page.locator("#e7:visible").count() == 1
    page.locator("label[for=show-kind-all]").click()
    assert quotations.count() == everything == 7
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: sync_api.Browser, address: str, scheme: str, width: int) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address)
    for details in page.locator("summary").all():
        details.click()
    found = axe.Axe().run(page).response
    assert found["passes"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    context.close()


def test_print_shows_the_quotations_and_hides_what_only_a_screen_can_use(
    browser: sync_api.Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    assert page.locator("nav:visible, details:visible, .filter:visible").count() == 0
    assert page.locator(".quotation:visible").count() == 7
    page.close()

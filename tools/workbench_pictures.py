"""The five pages of the workbench as pictures, on a screen and on a phone: workbench_pictures.py FOLDER.

Starts the workbench on the example article, reviews a little, and writes FOLDER/workbench-NAME-screen.png and
FOLDER/workbench-NAME-phone.png.
Needs Debian's chromium.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

EXAMPLE = Path(__file__).parent.parent / "examples" / "troops.txt"
SIZES = {"screen": (1280, 800), "phone": (390, 844)}
PATIENCE = 60_000
PAGES = ("articles", "review", "situation", "run", "briefing")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        case = Path(work, "troops.case")
        tocsin = [sys.executable, "-m", "tocsin"]
        subprocess.run([*tocsin, "add", str(case), str(EXAMPLE)], check=True)
        server = subprocess.Popen([*tocsin, "review", str(case), "--by", "anna"], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=["--no-sandbox", "--font-render-hinting=none"]
                )
                take_pictures(browser, address, folder)
                browser.close()
        finally:
            server.terminate()
            server.wait()


def take_pictures(browser: Browser, address: str, folder: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    review_a_little(page)
    state = context.storage_state()
    context.close()
    for size, (width, height) in SIZES.items():
        context = browser.new_context(
            storage_state=state,
            viewport={"width": width, "height": height},
            is_mobile=size == "phone",
            has_touch=size == "phone",
        )
        page = context.new_page()
        for name in PAGES:
            show_page(page, address.split("/?")[0], name)
            page.screenshot(path=folder / f"workbench-{name}-{size}.png")
            if len(sys.argv) > 2:
                page.screenshot(path=folder / f"workbench-{name}-{size}-whole.png", full_page=True)
        context.close()


def review_a_little(page: Page) -> None:
    """Accept some claims, reject one, suppose a number, and run."""
    expect(page.locator("#headline")).to_contain_text("chance", timeout=PATIENCE)
    page.goto(page.url.split("/review")[0] + "/review")
    for key in "aaar":
        before = page.locator(".card").get_attribute("data-record")
        page.keyboard.press(key)
        expect(page.locator(".card")).not_to_have_attribute("data-record", before or "")
    expect(page.locator("#move")).to_contain_text(re.compile("→|still"), timeout=PATIENCE)
    page.goto(page.url.split("/review")[0] + "/situation")
    page.get_by_role("searchbox").fill("clock")
    page.keyboard.press("Enter")
    number = page.locator("details.quantity", has_text="clock").last
    number.locator("summary").click()
    number.get_by_label("likely").fill("0.1")
    number.get_by_label("low").fill("0.05")
    number.get_by_label("high").fill("0.2")
    number.get_by_label(re.compile("because")).fill("a summit is set for next month")
    number.get_by_role("button", name="Suppose").click()
    page.get_by_role("button", name="Run", exact=True).click()
    page.locator("table.results").wait_for(timeout=PATIENCE)


def show_page(page: Page, base: str, name: str) -> None:
    page.goto(f"{base}/{name}")
    if name == "briefing":
        page.frame_locator("iframe").locator("h1").wait_for(timeout=PATIENCE)
    expect(page.locator("#busy")).to_have_text("", timeout=PATIENCE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

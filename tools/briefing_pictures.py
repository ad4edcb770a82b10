"""Screenshots of a briefing for docs/: briefing_pictures.py briefing.html docs/pictures

A phone, a screen, the dark screen and the first printed page, with Debian's chromium.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

VIEWS = {
    "phone": ({"width": 390, "height": 1240}, "light", "screen"),
    "screen": ({"width": 1280, "height": 1240}, "light", "screen"),
    "dark": ({"width": 1280, "height": 1240}, "dark", "screen"),
    "print": ({"width": 794, "height": 1123}, "light", "print"),
}
CHARTS = {
    "#wants figure": "who-wants-what", "#alignments figure": "alignments", "#ties figure": "conditions",
    "#model figure": "chances", "figure:has(#build-up-title)": "build-up",
}  # fmt: skip


def take_views(browser: Browser, address: str, folder: Path) -> None:
    """The top of the page in each view."""
    for name, (size, scheme, media) in VIEWS.items():
        context = browser.new_context(viewport=size, color_scheme=scheme, java_script_enabled=False)
        page = context.new_page()
        page.goto(address)
        page.emulate_media(media=media)
        if media == "print":
            page.evaluate("document.body.style.padding = '16mm'")
        page.screenshot(path=folder / f"briefing-{name}.png")
        context.close()


def take_charts(browser: Browser, address: str, folder: Path) -> None:
    """Some charts, where the briefing has them."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    for where, name in CHARTS.items():
        figure = page.locator(where).first
        if figure.count():
            figure.screenshot(path=folder / f"chart-{name}.png")
    page.close()


def main() -> int:
    chromium = shutil.which("chromium")
    if chromium is None or len(sys.argv) != 3:
        print(
            "briefing_pictures.py briefing.html FOLDER; it needs chromium: sudo apt-get install chromium",
            file=sys.stderr,
        )
        return 1
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    address = Path(sys.argv[1]).resolve().as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        take_views(browser, address, folder)
        take_charts(browser, address, folder)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

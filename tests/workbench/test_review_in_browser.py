"""Reviewing in Debian's chromium: the first run, keys alone, undo over a restart, two tabs."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tocsin.case.store import load_log, open_case
from tocsin.records.correction import Correction

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect
Start = Callable[..., Any]
SLOW = 60_000
ARTICLE = """The harbour of Port Selm

May 3, 2031. France wants to send peacekeepers to Ukraine, its foreign minister said on Monday. “We must send
peacekeepers to Ukraine,” she told reporters. Germany and Poland are against sending peacekeepers to Ukraine. NATO
ministers will discuss the proposal next week. If NATO sends peacekeepers to Ukraine, Russia will cut off the gas
supplies of Germany, the Kremlin warned.
"""


def read_log(path: Path) -> list[Correction]:
    with open_case(path, write=False) as case:
        return load_log(case)


def in_hand(page: sync_api.Page) -> str:
    return page.locator(".card").get_attribute("data-record") or ""


def press_and_move(page: sync_api.Page, key: str) -> str:
    """Press a key that leads to another record; returns the one before."""
    before = in_hand(page)
    page.keyboard.press(key)
    expect(page.locator(".card")).not_to_have_attribute("data-record", before)
    return before


def test_from_an_empty_folder_to_a_changed_briefing(page: sync_api.Page, start: Start, tmp_path: Path) -> None:
    workbench = start(tmp_path / "new.case")
    page.goto(workbench.address)
    assert page.url == f"{workbench.base}/articles"
    page.get_by_label("Name").fill("harbour")
    page.get_by_label("Text").fill(ARTICLE)
    page.get_by_role("button", name="Add this text").click()
    expect(page.locator(".articles .title")).to_have_text("The harbour of Port Selm", timeout=SLOW)
    expect(page.locator("#headline")).to_contain_text("%, range", timeout=SLOW)
    page.get_by_role("link", name="Briefing", exact=True).click()
    frame = page.frame_locator("iframe")
    expect(frame.locator(".status")).to_contain_text("no person has reviewed", timeout=SLOW)
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_role("button", name="Reject").click()
    expect(page.locator("#move")).to_have_text(re.compile("→|still|no chance|headline"), timeout=SLOW)
    page.get_by_role("link", name="Briefing", exact=True).click()
    expect(page.frame_locator("iframe").locator(".status")).to_contain_text("1 of", timeout=SLOW)
    assert [line.action for line in read_log(workbench.path)] == ["reject"]


def test_it_opens_on_the_sentence_on_which_most_hangs(page: sync_api.Page, start: Start, troops: Path) -> None:
    page.goto(start(troops).address)
    weights = page.locator(".list .weight").all_text_contents()
    greatest = max(abs(float(w.replace("−", "-"))) for w in weights)
    shown = page.locator(".card .weight strong").text_content() or ""
    assert abs(float(shown.split()[0].replace("−", "-"))) == greatest


def test_keys_alone_do_everything(page: sync_api.Page, start: Start, troops: Path) -> None:
    workbench = start(troops)
    page.goto(workbench.address)
    first = press_and_move(page, "j")
    press_and_move(page, "k")
    assert in_hand(page) == first
    accepted = press_and_move(page, "a")
    rejected = press_and_move(page, "r")
    page.keyboard.press("e")
    page.keyboard.press("Tab")
    page.locator("#edit-why").focus()
    page.keyboard.type("a r j u: letters, not keys")
    edited = in_hand(page)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".card")).not_to_have_attribute("data-record", edited)
    lines = read_log(workbench.path)
    assert [(line.action, line.about) for line in lines] == [
        ("accept", accepted), ("reject", rejected), ("edit", edited),
    ]  # fmt: skip
    assert lines[2].why == "a r j u: letters, not keys"
    page.keyboard.press("u")
    expect(page.locator(".card")).to_have_attribute("data-record", edited)
    page.keyboard.press("Control+z")
    expect(page.locator(".card")).to_have_attribute("data-record", rejected)
    expect(page.locator(".card .tag.proposed")).to_be_visible()
    page.keyboard.press("Shift+U")
    expect(page.locator(".card .tag.rejected")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    for key, name in (("a", "Articles"), ("s", "Situation"), ("m", "Run"), ("b", "Briefing"), ("r", "Review")):
        page.keyboard.press("g")
        page.keyboard.press(key)
        expect(page.locator("nav [aria-current=page]")).to_have_text(name)


def test_words_are_selected_anew_and_a_record_added_by_keys(page: sync_api.Page, start: Start, troops: Path) -> None:
    workbench = start(troops)
    page.goto(workbench.address)
    before, record = page.locator(".card blockquote").text_content() or "", in_hand(page)
    page.keyboard.press("s")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator(".card .tag.edited")).to_be_visible()
    after = page.locator(".card blockquote").text_content() or ""
    words = before.split()
    assert after.split()[0] == words[1]
    assert len(after) < len(before) and after in before
    assert in_hand(page) == record
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="New record")).to_be_visible()
    page.locator("#new-actor").fill("Norway")
    page.locator("#new-actor").press("Control+Enter")
    expect(page.locator(".card .tag.added")).to_be_visible()
    expect(page.locator("#card-title")).to_contain_text("Norway")
    assert [line.action for line in read_log(workbench.path)] == ["edit", "add"]


def test_keys_pressed_in_a_row_each_meet_the_next_record(page: sync_api.Page, start: Start, troops: Path) -> None:
    workbench = start(troops)
    page.goto(workbench.address)
    page.keyboard.type("aaaa")
    expect(page.locator("#count")).to_contain_text("4 of")
    lines = read_log(workbench.path)
    assert len({line.about for line in lines}) == 4
    assert {line.action for line in lines} == {"accept"}


def test_undo_reaches_over_a_kill_and_a_restart(page: sync_api.Page, start: Start, troops: Path) -> None:
    workbench = start(troops)
    page.goto(workbench.address)
    rejected = press_and_move(page, "r")
    workbench.kill()
    again = start(troops)
    page.goto(again.address)
    expect(page.locator("#count")).to_contain_text("1 of")
    page.keyboard.press("u")
    expect(page.locator(".card")).to_have_attribute("data-record", rejected)
    expect(page.locator(".card .tag.proposed")).to_be_visible()
    assert [line.action for line in read_log(troops)] == ["reject", "undo"]


def test_two_tabs_follow_each_other_and_nobody_is_overrun(page: sync_api.Page, start: Start, troops: Path) -> None:
    workbench = start(troops)
    page.goto(workbench.address)
    other = page.context.new_page()
    other.goto(page.url)
    blind = page.context.new_page()
    blind.route("**/state", lambda route: route.abort())
    blind.goto(page.url)
    record = press_and_move(page, "a")
    expect(other.locator("#count")).to_contain_text("1 of")
    assert in_hand(blind) == record
    blind.keyboard.press("r")
    expect(blind.get_by_role("alert")).to_contain_text("anna decided otherwise")
    assert [line.action for line in read_log(workbench.path)] == ["accept"]


def test_only_what_a_filter_shows_is_accepted_at_once(page: sync_api.Page, start: Start, troops: Path) -> None:
    workbench = start(troops)
    page.goto(workbench.address)
    expect(page.get_by_role("button", name=re.compile("Accept the"))).to_have_count(0)
    page.locator("#kind").select_option("threat")
    button = page.get_by_role("button", name="Accept the 2 shown")
    button.click()
    expect(page.locator(".list li.accepted")).to_have_count(2)
    assert {line.action for line in read_log(workbench.path)} == {"accept"}
    page.keyboard.press("u")
    expect(page.locator("#count")).to_contain_text("0 of")


def test_a_number_is_set_undone_supposed_and_compared(page: sync_api.Page, start: Start, troops: Path) -> None:
    workbench = start(troops)
    page.goto(workbench.address)
    page.goto(f"{workbench.base}/situation?words=clock")

    def fill(button: str, likely: str = "0.2", because: str = "a summit is set") -> None:
        number = page.locator("details.quantity", has_text="clock").last
        number.locator("summary").click()
        for label, value in (("low", ""), ("likely", likely), ("high", ""), (re.compile("because"), because)):
            number.get_by_label(label, exact=isinstance(label, str)).fill(value)
        number.get_by_role("button", name=button).click()

    fill("Set in the case", likely="2")
    expect(page.get_by_role("alert")).to_contain_text("is from 0 to 1")
    page.goto(f"{workbench.base}/situation?words=clock")
    fill("Set in the case")
    expect(page.locator(".settings")).to_contain_text("clock is set to 20% (taken as given): a summit is set")
    expect(page.locator("#move")).to_contain_text("→", timeout=SLOW)
    page.keyboard.press("u")
    expect(page.locator(".settings")).to_have_count(0)
    page.goto(f"{workbench.base}/situation?words=clock")
    fill("Suppose and compare")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.get_by_role("heading", name="As it is, and as supposed")).to_be_visible(timeout=SLOW)
    expect(page.locator("table.results tbody tr").first).to_contain_text("+")
    assert [line.action for line in read_log(workbench.path)] == ["set", "undo"]


def test_a_run_shows_its_progress_and_can_be_stopped(page: sync_api.Page, start: Start, troops: Path) -> None:
    workbench = start(troops)
    page.goto(workbench.address)
    page.goto(f"{workbench.base}/run")
    page.get_by_label("Worlds").fill("1000000")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator("#progress .step")).to_contain_text("forecasting 1000000 worlds", timeout=SLOW)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("alert")).to_contain_text("was stopped")
    expect(page.get_by_role("progressbar")).to_have_count(0)
    page.get_by_label("Worlds").fill("200")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator("table.results")).to_be_visible(timeout=SLOW)

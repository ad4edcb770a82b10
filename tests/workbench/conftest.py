"""The workbench as a user starts it: a real process on a real case, and Debian's chromium before it."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tocsin.case.add import add_sources
from tocsin.case.answer import answer_case
from tocsin.case.store import create_case

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
sync_api.expect.set_options(timeout=30_000)  # a machine that is busy with other things answers late
CHROMIUM = shutil.which("chromium")
EXAMPLE = Path(__file__).parents[2] / "examples" / "troops.txt"


@dataclass
class Workbench:
    """A running `tocsin review`; `address` is the one it printed, `base` the same without the token."""

    process: subprocess.Popen[str]
    address: str
    path: Path

    @property
    def base(self) -> str:
        return self.address.split("/?")[0]

    @property
    def port(self) -> int:
        return int(self.base.rsplit(":", 1)[1])

    def kill(self) -> None:
        """Without a word, as a power cut does."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()


Start = Callable[..., Workbench]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts workbenches, and ends them with the test."""
    running: list[Workbench] = []

    def start_workbench(path: Path, by: str = "anna") -> Workbench:
        command = [sys.executable, "-m", "tocsin", "review", str(path), "--by", by]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]+", address)
        running.append(Workbench(process, address, path))
        return running[-1]

    yield start_workbench
    for workbench in running:
        workbench.process.terminate()
        workbench.process.wait(10)


@pytest.fixture(scope="session")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with the example article, coded and forecast."""
    path = tmp_path_factory.mktemp("answered") / "troops.case"
    with create_case(path) as case:
        add_sources(case, [str(EXAMPLE)])
        answer_case(case)
        case.sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def troops(answered: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(answered, tmp_path / "troops.case"))


@pytest.fixture(scope="session")
def browser() -> Iterator[sync_api.Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: sync_api.Browser) -> Iterator[sync_api.Page]:
    """A page on a 13-inch screen that must not complain."""
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.set_default_timeout(20_000)
    yield opened
    context.close()
    assert [c for c in complaints if "Failed to load resource" not in c] == []

"""Real processes on one real file: killed while they write, reading while another writes, stopped and taken up."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tocsin.case.check import check_case
from tocsin.case.decide import Change, confirm_record, decide
from tocsin.case.store import Case, count_documents, load_coding, open_case
from tocsin.records.coding import Coding

ROOT = Path(__file__).parents[2]
READER = """
import sys
from pathlib import Path
from tocsin.case.store import load_log, open_case
seen = 0
with open_case(Path(sys.argv[1]), write=False) as case:
    print("ready", flush=True)
    while seen < 60:
        log = load_log(case)
        assert len(log) >= seen
        seen = len(log)
print(seen)
"""


def test_no_correction_is_lost_when_writers_are_killed(case: Case) -> None:
    """Eighty kills here, and 200 or more by the same program: tools/kill_writers.py CASE 200."""
    command = [sys.executable, str(ROOT / "tools" / "kill_writers.py"), str(case.path), "80"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    counts = json.loads(result.stdout)
    assert (counts["kills"], counts["lost"], counts["wrong"]) == (80, 0, [])
    assert counts["said"] >= 80


def test_two_processes_read_while_one_writes(case: Case, harbour: Coding) -> None:
    command = [sys.executable, "-c", READER, str(case.path)]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
    for number in range(60):
        record = harbour.records[number % len(harbour.records)]
        decide(case, "anna", "accept", [Change(record.id, confirm_record(record, "anna"), record.document)])
    assert [reader.communicate()[0] for reader in readers] == ["60\n", "60\n"]


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tocsin", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def write_articles(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        text = f"The {number}th debate. Aldania said on Monday that it wants the harbour closed. Borsk is against it."
        (folder / f"{number:02}.txt").write_text(text + " The ministers met again, and the talks went on." * 3)


def test_adding_is_taken_up_where_it_stopped(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 8)
    stopped, whole = tmp_path / "stopped.case", tmp_path / "whole.case"
    writer = subprocess.Popen([sys.executable, "-m", "tocsin", "add", str(stopped), str(tmp_path / "articles")])
    while writer.poll() is None and count_added(stopped) < 3:
        time.sleep(0.005)
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    with open_case(stopped) as found:
        there = count_documents(found)
        assert there >= 3
        assert list(check_case(found)) == []
    again = call("--json", "add", str(stopped), str(tmp_path / "articles"))
    assert json.loads(again.stdout) == {"added": 8 - there, "there_already": there, "corrections": 0, "failed": 0}
    call("add", str(whole), str(tmp_path / "articles"))
    with open_case(stopped) as first, open_case(whole) as second:
        assert load_coding(first) == load_coding(second)


def count_added(path: Path) -> int:
    try:
        with open_case(path, write=False) as case:
            return count_documents(case)
    except Exception:
        return 0


def test_one_bad_article_stops_no_other(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 2)
    (tmp_path / "articles" / "empty.txt").write_text("")
    result = call("add", str(tmp_path / "a.case"), str(tmp_path / "articles"))
    assert result.returncode == 4
    assert "empty.txt" in result.stderr
    assert result.stdout.startswith("2 added")


def test_log_undo_merge_and_check_from_the_command_line(case: Case, harbour: Coding, tmp_path: Path) -> None:
    record = harbour.records[-1]
    decide(case, "anna", "reject", [Change(record.id, None, record.document)], "told by nobody")
    path = str(case.path)
    assert "anna  reject" in call("log", path).stdout
    assert json.loads(call("--json", "log", path).stdout)["about"] == record.id
    assert call("undo", path, "--by", "ben").returncode == 1
    assert call("undo", path, "--by", "anna").stdout == f"Undone: reject {record.id}\n"
    assert call("redo", path, "--by", "anna").stdout == f"Done again: reject {record.id}\n"
    assert call("init", str(tmp_path / "new.case")).returncode == 0
    assert "1 articles, 6 records, 3 corrections new" in call("merge", str(tmp_path / "new.case"), path).stdout
    assert "is whole: 1 articles, 3 lines" in call("check", str(tmp_path / "new.case")).stdout


@pytest.mark.parametrize("command", [["init"], ["check"], ["log"], ["undo"], ["export"]])
def test_what_is_no_case_is_told_in_one_line(command: list[str], tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes.\n" * 200)
    result = call(*command, str(path), *(["csv"] if command == ["export"] else []))
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "notes.txt" in result.stderr

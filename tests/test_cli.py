"""The command line as a user calls it: real processes, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = Path(__file__).parent.parent / "examples" / "troops.txt"
STAGES = ["documents.jsonl", "coding.jsonl", "situation.json", "forecast.json", "briefing.html", "briefing.md"]


def call(
    *arguments: str, given: bytes = b"", hash_seed: str = "0", folder: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-m", "tocsin", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env=environment, cwd=folder, check=False)


@pytest.fixture(scope="module")
def briefed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief") / "out"
    result = call("brief", str(ARTICLE), "--output", str(folder), "--draws", "2000")
    assert result.returncode == 0, result.stderr.decode()
    assert b"briefing.html" in result.stdout
    return folder


def test_brief_writes_every_stage(briefed: Path) -> None:
    assert sorted(p.name for p in briefed.iterdir()) == sorted([*STAGES, "charts"])


def test_two_processes_write_the_same_bytes(briefed: Path, tmp_path: Path) -> None:
    call("brief", str(ARTICLE), "--output", str(tmp_path / "again"), "--draws", "2000", hash_seed="1")
    for name in STAGES:
        assert (tmp_path / "again" / name).read_bytes() == (briefed / name).read_bytes(), name


def test_the_pipe_of_stages_equals_brief(briefed: Path) -> None:
    stream = call("read", str(ARTICLE)).stdout
    assert stream == (briefed / "documents.jsonl").read_bytes()
    for stage, name in (("code", "coding.jsonl"), ("assess", "situation.json")):
        stream = call(stage, "-", given=stream).stdout
        assert stream == (briefed / name).read_bytes(), stage
    stream = call("forecast", "-", "--draws", "2000", given=stream).stdout
    assert stream == (briefed / "forecast.json").read_bytes()
    assert call("brief", "-", given=stream).stdout == (briefed / "briefing.html").read_bytes()


def test_forecast_lists_chances_by_week(briefed: Path) -> None:
    lines = call("forecast", str(briefed / "forecast.json"), "--draws", "2000", "--weekly").stdout.decode().splitlines()
    assert lines[0] == "question\tshows\tweek\tlow\tvalue\thigh"
    rows = [line.split("\t") for line in lines[1:]]
    told = json.loads((briefed / "forecast.json").read_text(encoding="utf-8"))["questions"]
    for question in (q for q in told if q["series"] is not None):
        mine = [row for row in rows if row[0] == question["label"]]
        assert [float(row[2]) for row in mine] == question["series"]["weeks"]
        assert float(mine[-1][4]) == round(question["chance"]["value"], 4)


def test_code_takes_an_article_and_writes_a_file(tmp_path: Path) -> None:
    result = call("code", str(ARTICLE), "--output", str(tmp_path / "c.jsonl"))
    assert (result.returncode, result.stdout) == (0, b"")
    kinds = {json.loads(line).get("kind") for line in (tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()}
    assert {"document", "actor", "issue", "position", "statement", "event", "threat", "commitment"} <= kinds


def test_explain_shows_the_words_of_a_record_of_a_coding_and_of_an_article(briefed: Path) -> None:
    coding = briefed / "coding.jsonl"
    rows = [json.loads(line) for line in coding.read_text(encoding="utf-8").splitlines()]
    threat = next(row for row in rows if row.get("kind") == "threat")
    plain = call("explain", threat["id"], str(coding)).stdout.decode()
    assert threat["why"] in plain
    assert "certainty" in plain
    as_json = json.loads(call("explain", threat["id"][:9], str(ARTICLE), "--json").stdout)
    assert as_json["record"]["evidence"] == threat["evidence"]
    wrong = call("explain", "nothing-0", str(coding))
    assert (wrong.returncode, wrong.stdout) == (1, b"")
    assert b"no record of this coding has such an id" in wrong.stderr


def test_data_lists_the_tables_with_rows_age_and_source() -> None:
    plain = call("data").stdout.decode()
    assert "leaders" in plain
    assert "World Factbook" in plain
    tables = {row["name"]: row for row in json.loads(call("data", "--json").stdout)}
    assert tables == {row["name"]: row for row in json.loads(call("--json", "data").stdout)}
    assert tables["states"]["rows"] > 190
    assert tables["leaders"]["known_to"] >= "2026-09"


BAD = [
    ("missing.txt", None, 1, "missing.txt"),
    ("empty.txt", b"", 1, "empty"),
    ("binary.txt", bytes(range(256)) * 40, 1, "binary"),
    ("german.txt", "Die Bundesregierung hat am Montag erklärt, dass sie keine Soldaten in die Ukraine schicken werde, "
     "und die Opposition hat diese Entscheidung im Bundestag begrüßt.".encode() * 5, 1, "German"),
    ("huge.txt", b"The ministers met again on Monday and said nothing new. " * 100_000, 1, "5 MB"),
    ("broken.json", b'{"format": "tocsin/situation/1", "title": ', 1, "line 1"),
    ("future.json", b'{"format": "tocsin/situation/9"}', 1, "tocsin/situation/9"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "code", "words"), BAD, ids=[row[0] for row in BAD])
def test_bad_input_gets_one_message_and_leaves_no_file(
    name: str, content: bytes | None, code: int, words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = call("brief", str(path), "--output", str(tmp_path / "out"))
    message = result.stderr.decode()
    assert result.returncode == code
    assert words in message
    assert "Traceback" not in message
    assert len(message.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_private_address_is_refused(tmp_path: Path) -> None:
    result = call("read", "http://127.0.0.1:9/article")
    assert result.returncode == 1
    assert b"private" in result.stderr


def test_one_bad_article_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    result = call("read", str(ARTICLE), str(tmp_path / "bad.txt"))
    assert result.returncode == 4
    assert len(result.stdout.decode().splitlines()) == 1
    assert b"bad.txt" in result.stderr


def test_offsets_that_do_not_fit_are_named(briefed: Path, tmp_path: Path) -> None:
    lines = (briefed / "coding.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        row = json.loads(line)
        if row.get("kind") == "threat":
            row["evidence"]["start"] += 1
            row["evidence"]["end"] += 1
            lines[number] = json.dumps(row)
            break
    (tmp_path / "coding.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = call("assess", str(tmp_path / "coding.jsonl"))
    assert result.returncode == 1
    assert row["id"] in result.stderr.decode()


def test_an_article_without_a_date_goes_on_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(
        "The government of Kenya said on Monday that it would send police to Haiti. Haiti welcomed the plan.\n"
    )
    result = call("assess", str(path))
    assert result.returncode == 0
    situation = json.loads(result.stdout)
    assert situation["as_of"] is None
    assert any("date" in gap["about"].lower() or "date" in gap["what"].lower() for gap in situation["gaps"])


def test_wrong_calls_are_told_with_code_2() -> None:
    assert call("brief").returncode == 2
    assert call("forecast", str(ARTICLE), "--weeks", "0").returncode == 2


def test_errors_as_json() -> None:
    result = call("--json", "read", "nowhere.txt")
    assert json.loads(result.stderr)["exit_code"] == result.returncode == 1


def test_suppose_moves_the_answer_and_shows_both(tmp_path: Path) -> None:
    result = call(
        "brief",
        str(ARTICLE),
        "-o",
        str(tmp_path / "w"),
        "--draws",
        "2000",
        "--suppose",
        "clock=0.9 because a vote is set",
    )
    assert result.returncode == 0, result.stderr.decode()
    assert "a vote is set" in (tmp_path / "w" / "briefing.md").read_text(encoding="utf-8")
    wrong = call("forecast", str(ARTICLE), "--suppose", "no such number=1 because why")
    assert wrong.returncode == 1
    assert b"names no number" in wrong.stderr


def test_compare_briefs_the_second_beside_the_first(briefed: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    words = ARTICLE.read_text(encoding="utf-8").replace("Germany, Poland, Sweden and", "Germany, Sweden and")
    later.write_text(words, encoding="utf-8")
    folder = tmp_path / "compared"
    result = call("compare", str(briefed / "forecast.json"), str(later), "--draws", "2000", "--output", str(folder))
    assert result.returncode == 0, result.stderr.decode()
    page = (folder / "briefing.html").read_text(encoding="utf-8")
    assert 'id="what-if"' in page
    assert "Who stands elsewhere than before" in page
    assert call("compare", str(briefed / "forecast.json")).returncode == 2

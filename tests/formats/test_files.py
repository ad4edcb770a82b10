"""Load and save on a disk and on streams: whole or not at all."""

import io
from pathlib import Path

import pytest

from tocsin.errors import FormatError, InputError, NothingFound
from tocsin.files import format_record, load, load_if_stage, save
from tocsin.records.briefing import Briefing
from tocsin.records.coding import Coding
from tocsin.records.document import Document
from tocsin.records.situation import Situation


def test_what_is_saved_is_loaded(situation: Situation, coding: Coding, tmp_path: Path) -> None:
    assert save(situation, tmp_path / "situation.json") == [tmp_path / "situation.json"]
    assert load(tmp_path / "situation.json") == situation
    save(coding, str(tmp_path / "coding.jsonl"))
    assert load(str(tmp_path / "coding.jsonl")) == coding
    assert load((tmp_path / "coding.jsonl").read_bytes()) == coding
    assert list(tmp_path.glob(".*")) == []


def test_a_file_with_a_byte_order_mark_is_loaded(situation: Situation) -> None:
    assert load(b"\xef\xbb\xbf" + format_record(situation).encode()) == situation


def test_a_briefing_is_written_after_its_ending(briefing: Briefing, tmp_path: Path) -> None:
    save(briefing, tmp_path / "b.html")
    save(briefing, tmp_path / "b.md")
    assert (tmp_path / "b.html").read_bytes() == briefing.html.encode()
    assert (tmp_path / "b.md").read_bytes() == briefing.markdown.encode()
    with pytest.raises(InputError, match=r"not written as \.docx"):
        save(briefing, tmp_path / "b.docx")


def test_a_folder_gets_the_briefing_and_its_charts(briefing: Briefing, tmp_path: Path) -> None:
    written = save(briefing, tmp_path / "new" / "out")
    names = ["briefing.html", "briefing.md", "charts/position-i1.csv", "charts/position-i1.vl.json"]
    assert sorted(path.relative_to(tmp_path / "new" / "out").as_posix() for path in written) == names
    assert all(path.is_file() for path in written)


def test_a_stream_gets_the_text(situation: Situation, briefing: Briefing) -> None:
    text, binary = io.StringIO(), io.BytesIO()
    save(situation, text)
    save(situation, binary)
    assert text.getvalue() == binary.getvalue().decode() == format_record(situation)
    assert format_record(briefing) == briefing.html


def test_standard_output_is_utf8_whatever_the_terminal_says(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)
    assert save(briefing, "-") == []
    assert stream.buffer.getvalue() == briefing.html.encode()  # type: ignore[attr-defined]


def test_standard_input_is_a_stage_or_handed_on(coding: Coding, monkeypatch: pytest.MonkeyPatch) -> None:
    content = format_record(coding).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert load_if_stage("-") == (coding, content)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"An article.")))
    assert load_if_stage("-") == (None, b"An article.")


def test_a_source_is_a_stage_by_its_ending_or_its_start(coding: Coding, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("An article.")
    (tmp_path / "b.txt").write_text(format_record(coding), encoding="utf-8")
    (tmp_path / "c.json").write_text("An article.")
    for article in (str(tmp_path / "a.txt"), str(tmp_path), str(tmp_path / "none.json"), "https://example.org/a.json"):
        assert load_if_stage(article) == (None, None)
    assert load_if_stage(str(tmp_path / "b.txt")) == (coding, None)
    with pytest.raises(FormatError, match="broken JSON"):
        load_if_stage(str(tmp_path / "c.json"))


def test_a_failed_write_leaves_the_old_file_and_no_other(
    situation: Situation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "situation.json"
    path.write_text("old")

    def fill_disk(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill_disk)
    with pytest.raises(InputError, match="No space left"):
        save(situation, path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["situation.json"]


def test_a_link_stays_a_link_and_a_pipe_is_written_to(situation: Situation, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real.json")
    save(situation, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert load(tmp_path / "real.json") == situation
    save(situation, "/dev/null")
    assert Path("/dev/null").is_char_device()


def test_where_nothing_can_be_written_it_is_told(situation: Situation, briefing: Briefing, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no folder"):
        save(situation, tmp_path / "none" / "s.json")
    with pytest.raises(InputError, match="cannot be written"):
        save(situation, tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be written"):
        save(briefing, tmp_path / "file" / "out")
    empty: list[Document] = []
    with pytest.raises(NothingFound):
        save(empty, tmp_path / "d.jsonl")
    assert not (tmp_path / "d.jsonl").exists()


@pytest.mark.parametrize(
    ("content", "words"), [(b"\xff\xfe\x00", "not UTF-8"), (b"", "it is empty"), (b"\x00", "broken JSON")]
)
def test_bytes_that_are_no_file_of_tocsin_are_told(content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(FormatError, match=words):
        load(tmp_path / "x")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / "none.json")
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path)
    with pytest.raises(InputError):
        load("a\0b")

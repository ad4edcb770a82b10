"""Sources to documents: files, folders, addresses, standard input, and what goes wrong with one of them."""

import io
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import InputError
from tocsin.formats import format_stage
from tocsin.reading.read import read_sources
from tocsin.records.coding import Coding
from tocsin.records.document import name_document

WORDS = "The council said that it would close the strait.\r\n"


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def test_a_text_file_is_kept_to_the_letter(tmp_path: Path) -> None:
    write(tmp_path, a_txt=WORDS)
    reading = read_sources([str(tmp_path / "a.txt")])
    (document,) = reading.documents
    assert reading.failures == []
    assert (document.text, document.source, document.id) == (WORDS, "a.txt", name_document(WORDS))
    assert (document.published, document.published_from, document.address) == (None, None, None)


def test_the_given_day_wins_over_the_page_and_the_page_over_the_text(tmp_path: Path, page: str) -> None:
    stated = '<meta property="article:published_time" content="2031-05-02T22:00:00Z">'
    undated = page.replace(stated, "").replace("fleet", "navy")
    write(tmp_path, a_html=page, b_html=undated, c_txt=WORDS)
    days = [(d.published, d.published_from) for d in read_sources([str(tmp_path)]).documents]
    assert days == [("2031-05-02", "page"), ("2031-05-01", "text"), (None, None)]
    given_days = {
        (d.published, d.published_from) for d in read_sources([str(tmp_path)], published="2032-01-01").documents
    }
    assert given_days == {("2032-01-01", "given")}


def test_an_inferred_day_shows_its_words(tmp_path: Path) -> None:
    text = f"Friday, August 21, 2015\n\n{WORDS}"
    write(tmp_path, a_txt=text)
    (document,) = read_sources([str(tmp_path / "a.txt")]).documents
    assert document.published_evidence is not None
    assert document.published_evidence.quote == "Friday, August 21, 2015"


def test_markdown_keeps_its_marks_and_gives_its_title(tmp_path: Path) -> None:
    text = f"# Talks fail\n\n*{WORDS.strip()}*\n"
    write(tmp_path, a_md=text)
    (document,) = read_sources([str(tmp_path / "a.md")]).documents
    assert (document.title, document.text) == ("Talks fail", text)


def test_a_saved_page_is_read_as_a_page_with_or_without_its_ending(tmp_path: Path, page: str) -> None:
    write(tmp_path, a_html=page, b=page, c_txt=page)
    for name in ("a.html", "b", "c.txt"):
        (document,) = read_sources([str(tmp_path / name)]).documents
        assert (document.title, document.source) == ("Talks fail", name)
        assert document.address == "https://courier.example/talks"
        assert "<" not in document.text


def test_a_folder_gives_its_articles_by_name_with_those_of_its_folders(tmp_path: Path) -> None:
    write(tmp_path, b_txt="The b.", a_md="The a.", sub__c_html="<p>The c is this and that.</p>", d_csv="The d.")
    write(tmp_path, **{".hidden_txt": "The e.", ".git__f_txt": "The f."})
    assert [d.source for d in read_sources([str(tmp_path)]).documents] == ["a.md", "b.txt", "sub/c.html"]


def test_the_same_words_come_once(tmp_path: Path) -> None:
    write(tmp_path, a_txt=WORDS, b_txt=WORDS)
    reading = read_sources([str(tmp_path), str(tmp_path / "b.txt")])
    assert [d.source for d in reading.documents] == ["a.txt"]
    assert reading.failures == []


def test_standard_input_is_text_or_page(monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    (document,) = read_sources(["-"], standard_input=WORDS.encode()).documents
    assert (document.source, document.text) == ("standard input", WORDS)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\n" + page.encode())))
    assert read_sources(["-"]).documents[0].title == "Talks fail"


def test_an_address_gives_a_document_with_host_and_address(root: str) -> None:
    reading = read_sources([f"{root}/to?/page", f"{root}/plain", f"{root}/latin"], allow_private=True)
    page, plain, latin = reading.documents
    assert (page.source, page.address, page.title) == ("127.0.0.1", f"{root}/page", "Talks fail")
    assert (page.published, page.published_from) == ("2031-05-02", "page")
    assert plain.text.startswith("The council said")
    assert "café’s" in latin.text


def test_one_bad_article_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, a_txt=WORDS, b_txt="", c_txt="Der Kanzler war am Montag in Paris und hat dort mit ihm geredet.")
    (tmp_path / "d.txt").write_bytes(bytes(range(256)))
    reading = read_sources([str(tmp_path / "none.txt"), str(tmp_path), "http://127.0.0.1/a"])
    assert [d.source for d in reading.documents] == ["a.txt"]
    told = [str(failure) for failure in reading.failures]
    for words, failure in zip(("no such file", "empty", "German", "binary", "private"), told, strict=True):
        assert words in failure
    assert told[1].startswith(str(tmp_path / "b.txt"))


def test_bad_sources_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "big.txt").write_bytes(b"word " * 1_100_000)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    table = {
        "empty": "holds no .txt, .md or .html file",
        "pipe.txt": "not a regular file",
        "big.txt": "holds 5.5 MB",
        "loop.txt": "cannot be read",
        "a\0b": "cannot be read",
        "a" * 5000: "cannot be read",
    }
    for name, words in table.items():
        (failure,) = read_sources([str(tmp_path / name)]).failures
        assert words in str(failure)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    write(tmp_path, a_txt=WORDS)
    (tmp_path / "a.txt").chmod(0)
    (failure,) = read_sources([str(tmp_path / "a.txt")]).failures
    assert "may not read" in str(failure)


def test_a_file_of_tocsin_is_no_article(tmp_path: Path) -> None:
    documents = read_sources(["-"], standard_input=WORDS.encode()).documents
    write(tmp_path, a_txt=format_stage(Coding(documents=tuple(documents), records=())))
    (failure,) = read_sources([str(tmp_path / "a.txt")]).failures
    assert "tocsin/coding/1" in str(failure)


def test_a_wrong_call_is_an_error_at_once() -> None:
    for sources, day in ([], None), ([""], None), (["-"], "May"):
        with pytest.raises(InputError):
            read_sources(sources, published=day, standard_input=WORDS.encode())


@settings(deadline=None)
@given(
    st.binary(max_size=400) | st.text(max_size=400).map(str.encode),
    st.sampled_from([".txt", ".md", ".html", "", ".pdf"]),
)
def test_any_bytes_give_a_document_or_an_error(content: bytes, suffix: str) -> None:
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(content)
        file.flush()
        reading = read_sources([file.name])
    assert len(reading.documents) + len(reading.failures) == 1
    for document in reading.documents:
        assert document.id == name_document(document.text)

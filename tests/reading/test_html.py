"""A page to its article: paragraphs, never markup; what the page says about itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import InputError
from tocsin.reading.html import read_page


def test_a_page_gives_its_paragraphs_title_day_and_address(page: str) -> None:
    found = read_page(page.encode(), "x")
    lines = found.text.splitlines()
    assert "The minister’s answer to the council was & remains “no”, and that is that." in lines
    assert "The council said on Monday that it would close the strait if the fleet came back." in lines
    assert any("(@the_post) May 1, 2031" in line for line in lines)
    assert (found.title, found.published) == ("Talks fail", "2031-05-02")
    assert found.address == "https://courier.example/talks"
    for furniture in ("<", "alert", "Home", "2035"):
        assert furniture not in found.text


@pytest.mark.parametrize(
    "markup",
    [
        "<p>The minister said that this was the end of it.</p>",
        "<html><body>The minister said that this was the end of it.</body></html>",
        "<!-- saved from here -->\n<!-- a --><html><body>The minister said that this was the end of it.</body></html>",
        "<body><p>The minister said that this was the end of it.</p></body>",
        "<html><body><table><tr><td>The minister said that this was the end of it.</td></tr></table></body></html>",
        '<?xml version="1.0" encoding="utf-8"?><html><p>The minister said that this was the end of it.</p></html>',
    ],
)
def test_the_smallest_pages_are_read(markup: str) -> None:
    found = read_page(markup.encode(), "x")
    assert found.text == "The minister said that this was the end of it."
    assert found.published is None


def test_a_page_without_an_article_says_nothing_but_the_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError):
        read_page(b"<frameset><frame src=a></frameset>", "x")
    assert capfd.readouterr() == ("", "")


def test_a_day_in_the_prose_is_not_the_page_s_day() -> None:
    words = "<p>On June 25, 1950 the army crossed the border, and the council met on June 27, 1950.</p>" * 5
    assert read_page(f"<html><body><article>{words}</article></body></html>".encode(), "x").published is None


ENCODED = [
    ("windows-1252", "windows-1252", ""),
    ("windows-1252", None, '<meta charset="windows-1252">'),
    ("utf-8", None, ""),
    ("utf-16", None, ""),
    ("utf-8", "iso-8859-1", ""),
    ("utf-8", None, '<meta charset="utf-16">'),
    ("utf-8", "no-such-charset", ""),
]


@pytest.mark.parametrize(("encoding", "charset", "meta"), ENCODED)
def test_the_encoding_is_the_server_s_or_the_page_s(encoding: str, charset: str | None, meta: str) -> None:
    markup = f"<html><head>{meta}</head><body><p>The café’s owner said “no” to the council.</p></body></html>"
    assert read_page(markup.encode(encoding), "x", charset=charset).text == "The café’s owner said “no” to the council."


EMPTY = ["", "<html></html>", "<html><body><script>let a = 1</script></body></html>", "<html><body> </body></html>"]


@pytest.mark.parametrize("markup", EMPTY)
def test_a_page_without_an_article_is_told(markup: str) -> None:
    with pytest.raises(InputError, match="no article was found on the page"):
        read_page(markup.encode(), "x")


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="<>/!-apbodyhtml \n&;\"'=", max_size=200).map(str.encode))
def test_any_bytes_give_a_page_or_an_error(content: bytes) -> None:
    try:
        assert read_page(content, "x").text.strip()
    except InputError as error:
        assert error.mend

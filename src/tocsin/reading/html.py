"""An HTML page to the text of its article, paragraph by paragraph, with the title and day that the page states."""

import logging
import re
from typing import Any

from trafilatura import bare_extraction, html2txt

from tocsin.errors import InputError
from tocsin.reading.page import Page
from tocsin.reading.text import check_size, check_text, decode_marked

CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
ONE_BYTE = re.compile(r"(?:windows-|cp|iso-?8859|latin|mac|koi8)[\w-]*$", re.IGNORECASE)
# Days searched for in the prose would be guesses; without a last day of its own, the answer would hang on today's.
STATED_DAY = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2100-01-01"}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
PROLOGUE = re.compile(r"^(?:\s+|\ufeff|<!--.*?-->|<\?xml[^>]*>)+", re.DOTALL)
TABLE_ROW = re.compile(r"^\| (.*) \| *$", re.MULTILINE)
# It writes to standard error what this module says in its own errors.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_page(content: bytes, where: str, *, charset: str | None = None) -> Page:
    """The article of a page. `charset` is what the server said; else the page's own word counts.

    Raises InputError where the page is too long or holds no article.
    """
    check_size(len(content), where)
    markup = complete_markup(decode_page(content, where, charset))
    found: Any = bare_extraction(markup, with_metadata=True, include_comments=False, date_extraction_params=STATED_DAY)
    text = TABLE_ROW.sub(join_cells, (found and found.text) or html2txt(markup)).strip()
    if not text:
        what = "no article was found on the page"
        raise InputError(where, what, "Copy the article's words from a browser into a .txt file and read that")
    check_text(text, where)
    if not found:
        return Page(text)
    address = found.url if found.url and re.match(r"https?://", found.url) else None
    return Page(text, found.title or None, found.date or None, address)


def complete_markup(markup: str) -> str:
    """The markup from its <html> on, with one where it lacks it: the parser takes nothing else for a page."""
    markup = PROLOGUE.sub("", CONTROLS.sub(" ", markup))
    if re.match(r"<(?:!doctype html|html)\b", markup, re.IGNORECASE):
        return markup
    return f"<html>{markup}</html>" if "<body" in markup.lower() else f"<html><body>{markup}</body></html>"


def join_cells(row: re.Match[str]) -> str:
    return "\t".join(cell.strip() for cell in row[1].split("|"))


def decode_page(content: bytes, where: str, charset: str | None) -> str:
    """The markup as UTF-8 where it is that, else in the encoding that the server or the page names."""
    named = CHARSET.search(content[:4096])
    for encoding in (charset, named and named[1].decode("ascii")):
        if encoding and ONE_BYTE.match(encoding) and not is_utf8(content):
            try:
                return content.decode(encoding)
            except (LookupError, UnicodeError):
                continue
    return decode_marked(content, where)


def is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True

"""One article (a file, a page, a stream) to its document: bytes to text, English?, title and day."""

import re
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tocsin.errors import InputError
from tocsin.formats import sniff_format
from tocsin.reading.dates import find_published
from tocsin.reading.language import check_english
from tocsin.reading.page import Page
from tocsin.reading.text import MOST_BYTES, check_size, decode_text
from tocsin.reading.titles import find_title
from tocsin.records.document import Document, name_document

PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
ARTICLE_SUFFIXES = (".txt", ".md", *PAGE_SUFFIXES)
MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
STANDARD_INPUT = "standard input"


def read_standard_input(content: bytes | None, day: str | None) -> Document:
    """The document of standard input, or of its `content` where that was already read."""
    if content is None:
        content = sys.stdin.buffer.read(MOST_BYTES)
    return read_content(content, STANDARD_INPUT, STANDARD_INPUT, day)


def read_file(path: Path, name: str, day: str | None) -> Document:
    """The document of a file, called `name` in it."""
    where = str(path)
    try:
        if path.exists() and not path.is_file():
            raise InputError(where, "it is not a regular file", "Name a .txt, .md or .html file, or pipe it to '-'")
        check_size(path.stat().st_size, where)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES)
    except (OSError, ValueError) as error:
        raise explain_unreadable(where, error) from error
    return read_content(content, name, where, day, suffix=path.suffix.lower())


def explain_unreadable(where: str, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(where, "there is no such file", "Check the path; an address begins with https://")
    if isinstance(error, PermissionError):
        return InputError(where, "you may not read this file", "Change its permissions, or copy its text")
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(where, f"it cannot be read ({why})", "Check the path")


def read_content(content: bytes, name: str, where: str, day: str | None, *, suffix: str = "") -> Document:
    """The document of a file's bytes: a page by its ending or its first tag, else a text."""
    if suffix in PAGE_SUFFIXES or MARKUP.match(content[:10_000]):
        return make_document(load_step("html").read_page(content, where), where, name, day)
    text = decode_text(content, where)
    own = sniff_format(text)
    if own:
        raise InputError(where, f"it is no article but a file of tocsin ({own})", "Give it to the command after read")
    return make_document(Page(text, find_title(text, markdown=suffix == ".md")), where, name, day)


def read_address(address: str, allow_private: bool, day: str | None) -> Document:
    answer = load_step("fetch").fetch_page(address, allow_private=allow_private)
    if answer.is_page:
        page = load_step("html").read_page(answer.content, address, charset=answer.charset)
    else:
        text = decode_text(answer.content, address)
        page = Page(text, find_title(text))
    name = urlsplit(answer.address).hostname or answer.address
    return make_document(replace(page, address=answer.address), address, name, day)


def load_step(name: str) -> Any:
    """The module of a step whose libraries take 0.2 s to import, which a text file need not wait for."""
    return import_module(f"tocsin.reading.{name}")


def make_document(page: Page, where: str, name: str, given: str | None) -> Document:
    """The document of an English article; its day is the given one, else the page's, else one that the text states."""
    check_english(page.text, where)
    day = given or page.published
    found = None if day else find_published(page.text)
    return Document(
        id=name_document(page.text),
        title=page.title,
        source=name,
        address=page.address,
        published=found[0] if found else day,
        published_from="given" if given else "page" if day else "text" if found else None,
        published_evidence=found[1] if found else None,
        text=page.text,
    )

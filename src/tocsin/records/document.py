"""Document: one article as it was read. Its text is never changed afterwards, since offsets point into it."""

from typing import Literal

from pydantic import Field

from tocsin.records.frozen import IsoDate, Record, Span, hash_words


class Document(Record):
    """One line of `documents.jsonl`."""

    kind: Literal["document"] = "document"
    format: Literal["tocsin/document/1"] = "tocsin/document/1"
    id: str = Field(description="made of the text: the same words have the same id")
    title: str | None = None
    source: str = Field(description="file name, host or 'standard input'")
    address: str | None = Field(default=None, description="the http(s) address the page came from")
    published: IsoDate | None = None
    published_from: Literal["given", "page", "text"] | None = Field(
        default=None, description="'text' means inferred from the words in `published_evidence`"
    )
    published_evidence: Span | None = None
    language: str = "en"
    text: str = Field(min_length=1)


def name_document(text: str) -> str:
    """The id of a document: a hash of its text."""
    return "d" + hash_words(text, length=12)

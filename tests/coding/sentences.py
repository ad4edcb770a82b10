"""Code a sentence: each text is parsed and coded once in a session of tests."""

from functools import cache

from tocsin.coding.code import code_documents
from tocsin.records.coding import Coding
from tocsin.records.document import Document, name_document


@cache
def code_sentences(text: str, published: str | None = None) -> Coding:
    """The coding of a short text."""
    document = Document(id=name_document(text), source="sentence", text=text, published=published)
    return code_documents([document])

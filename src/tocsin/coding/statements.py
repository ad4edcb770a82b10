"""Statements: who said what to whom, in quotation marks or not."""

from tocsin.coding.article import Article
from tocsin.records.coding import Statement


def code_statements(article: Article) -> list[Statement]:
    """The reported communication acts of an article."""
    return []

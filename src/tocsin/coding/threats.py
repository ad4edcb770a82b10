"""Placeholder of the step that codes threats."""

from collections.abc import Sequence
from typing import Any

from tocsin.coding.article import Article
from tocsin.records.coding import Statement


def code_threats(article: Article, statements: Sequence[Statement]) -> Any:
    """Nothing yet."""
    return []

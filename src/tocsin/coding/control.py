"""Placeholder of the step that codes control."""

from collections.abc import Sequence
from typing import Any

from tocsin.coding.article import Article
from tocsin.records.coding import Statement


def code_control(article: Article, statements: Sequence[Statement]) -> Any:
    """Nothing yet."""
    return []

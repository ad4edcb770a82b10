"""What an article gives before it is a document."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """An article's text, and what it says about itself: title, day (YYYY-MM-DD) and http(s) address."""

    text: str
    title: str | None = None
    published: str | None = None
    address: str | None = None

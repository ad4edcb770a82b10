"""Article: what the steps of coding share about one document."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from tocsin.coding.actors import Cast
from tocsin.coding.quotations import Quotation
from tocsin.coding.sparing import find_word
from tocsin.records.coding import Statement
from tocsin.records.document import Document


@dataclass(frozen=True)
class Article:
    """A document, its tree, who is in it, its quotations, and the day it was published."""

    document: Document
    doc: Doc
    cast: Cast
    quotations: tuple[Quotation, ...]
    published: date | None

    def find_quotation(self, token: Token) -> Quotation | None:
        """The quotation that `token` stands in, or None."""
        place = bisect_right(self.quotations, token.i, key=lambda quotation: quotation.first) - 1
        return self.quotations[place] if place >= 0 and self.quotations[place].holds(token.i) else None

    def list_quotations(self, first: int, last: int) -> tuple[Quotation, ...]:
        """The quotations that lie wholly between two tokens."""
        place = bisect_left(self.quotations, first, key=lambda quotation: quotation.first)
        end = bisect_right(self.quotations, last, key=lambda quotation: quotation.last)
        return self.quotations[place:end]

    def find_start(self, statement: Statement) -> Token:
        """The first word of what a statement says."""
        return find_word(self.doc, statement.content.start)

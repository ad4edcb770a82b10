"""Article: what the steps of coding share about one document."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from tocsin.coding.actors import Cast
from tocsin.coding.quotations import Quotation
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
        return next((q for q in self.quotations if q.holds(token.i)), None)

"""Attributions: which token of the text speaks each quotation."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tocsin.coding.clauses import find_subjects
from tocsin.coding.quotations import Quotation


def find_speakers(doc: Doc, quotations: Sequence[Quotation]) -> dict[int, int]:
    """The token that heads the speaker of each quotation, by the quotation's number; none where it is not told."""
    found = {}
    for number, quotation in enumerate(quotations):
        for token in doc[quotation.first : quotation.last]:
            head = token.head
            if not quotation.holds(head.i) and head.pos_ == "VERB":
                subjects = find_subjects(head)
                if subjects and not quotation.holds(subjects[0].i):
                    found[number] = subjects[0].i
                    break
    return found

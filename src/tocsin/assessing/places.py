"""Whether two records rest on the same words."""

from tocsin.records.coding import Coded


def overlaps(one: Coded, two: Coded) -> bool:
    """Whether the evidence of two records shares characters."""
    return (
        one.document == two.document and one.evidence.start < two.evidence.end and two.evidence.start < one.evidence.end
    )

"""Commitments: the ties between parties that a text states, or says are absent."""

from collections.abc import Sequence

from tocsin.coding.article import Article
from tocsin.coding.bonds import Bond
from tocsin.coding.clauses import take_sentence
from tocsin.coding.memberships import list_memberships
from tocsin.coding.pacts import list_pacts
from tocsin.coding.sparing import read_each
from tocsin.records.coding import Commitment, Statement, name_record
from tocsin.records.frozen import take_span


def code_commitments(article: Article, statements: Sequence[Statement]) -> list[Commitment]:
    """The commitments of an article in the order of the text; a tie of the same parties told twice is coded once."""
    members = read_each(article.doc, lambda token: list_memberships(article, token))
    pacts = read_each(article.doc, lambda token: list_pacts(article, token))
    bonds = [*members, *pacts]
    return [write_commitment(article, bond) for bond in drop_same(sorted(bonds, key=lambda b: b.token.i))]


def drop_same(bonds: Sequence[Bond]) -> list[Bond]:
    """Bonds without those whose parties all stand in an earlier one, or a fuller one of the sentence, of their kind."""
    kept: list[Bond] = []
    for bond in sorted(bonds, key=lambda b: (b.token.sent.start, -len(b.parties), b.token.i)):
        if not any(other.tie == bond.tie and set(bond.parties) <= set(other.parties) for other in kept):
            kept.append(bond)
    return sorted(kept, key=lambda b: b.token.i)


def write_commitment(article: Article, bond: Bond) -> Commitment:
    """The record of a bond."""
    evidence = take_span(article.document.text, *take_sentence(bond.token))
    return Commitment(
        id=name_record("commitment", article.document.id, evidence, bond.tie, *sorted(bond.parties)),
        document=article.document.id, evidence=evidence, certainty=bond.certainty, why=bond.why,
        parties=bond.parties, tie=bond.tie,
    )  # fmt: skip

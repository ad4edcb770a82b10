"""Code documents: parse them, find who is in them, and code each kind of record, in this order."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from tocsin.coding.actors import find_cast, make_actors
from tocsin.coding.article import Article
from tocsin.coding.commitments import code_commitments
from tocsin.coding.control import code_control
from tocsin.coding.events import code_events
from tocsin.coding.positions import code_positions
from tocsin.coding.quotations import find_quotations
from tocsin.coding.resources import code_resources
from tocsin.coding.statements import code_statements
from tocsin.coding.threats import code_threats
from tocsin.language.parse import parse
from tocsin.records.coding import AnyRecord, Coding, Statement
from tocsin.records.document import Document

STEPS = (code_threats, code_commitments, code_events, code_control, code_resources)
NAMED_IN = ("speaker", "addressee", "actor", "by", "to", "holder", "target", "parties", "on_behalf_of")


def code_documents(documents: Sequence[Document]) -> Coding:
    """The records of all documents; a document that a step cannot read keeps the records of the other steps."""
    docs = parse([document.text for document in documents])
    records: list[AnyRecord] = []
    for document, doc in zip(documents, docs, strict=True):
        published = date.fromisoformat(document.published) if document.published else None
        quotations = find_quotations(doc)
        article = Article(document, doc, find_cast(doc, quotations, published), quotations, published)
        records.extend(code_article(article))
    return Coding(documents=tuple(documents), records=tuple(drop_twins(records)))


def code_article(article: Article) -> list[AnyRecord]:
    """All records of one article, actors first."""
    statements = code_statements(article)
    issues, positions = code_positions(article, statements)
    coded: list[AnyRecord] = [*issues, *statements, *positions]
    for step in STEPS:
        coded.extend(step(article, statements))
    return [*make_actors(article.document, article.cast, list_names(article, coded)), *coded]


def list_names(article: Article, records: Iterable[AnyRecord]) -> list[str]:
    """The actors of an article: those that its records name, in the order of their first mention."""
    return [who.name for who in article.cast.actors]


def drop_twins(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """Records without those whose id came before."""
    return list({record.id: record for record in records}.values())

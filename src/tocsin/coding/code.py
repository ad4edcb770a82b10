"""Code documents: parse them, find who is in them, and code each kind of record, in this order."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from spacy.tokens import Doc

from tocsin.codebook.name_types import index_name_types
from tocsin.codebook.resolve import find_known
from tocsin.coding.actor_records import make_actors
from tocsin.coding.actors import Who, find_cast
from tocsin.coding.article import Article
from tocsin.coding.certainty import calibrate
from tocsin.coding.commitments import code_commitments
from tocsin.coding.control import code_control
from tocsin.coding.era import guess_day
from tocsin.coding.events import code_events
from tocsin.coding.incises import part_at_incises
from tocsin.coding.positions import code_positions
from tocsin.coding.quotations import Quotation, find_quotations
from tocsin.coding.repeats import drop_repeats, find_headline
from tocsin.coding.resources import code_resources
from tocsin.coding.sparing import SOURCE
from tocsin.coding.statements import code_statements
from tocsin.coding.threats import code_threats
from tocsin.language.parse import parse
from tocsin.records.coding import AnyRecord, Coding, Event, Issue, Position, Statement, Threat
from tocsin.records.document import Document
from tocsin.records.frozen import Span

STEPS = (code_commitments, code_control, code_resources)
LOG = logging.getLogger(__name__)
Found = TypeVar("Found")
FIRST = ("speaker", "actor", "by", "holder")
NAMED_IN = ("speaker", "addressee", "actor", "by", "to", "holder", "target", "parties", "on_behalf_of")


def code_documents(documents: Sequence[Document], *, calibrated: bool = True) -> Coding:
    """The records of all documents; what a step cannot read is left out, and the records of the other steps are kept.

    `calibrated`: certainties are chances learnt from labelled articles; otherwise what each rule says of itself.

    **Holds** no text raises, and every record is grounded in its document.
    """
    docs = parse([document.text for document in documents], index_name_types())
    records: list[AnyRecord] = []
    for document, doc in zip(documents, docs, strict=True):
        article = open_article(document, doc)
        if article is not None:
            coded = code_article(article)
            records.extend(calibrate(coded) if calibrated else coded)
    return Coding(documents=tuple(documents), records=tuple(drop_twins(records)))


def open_article(document: Document, doc: Doc) -> Article | None:
    """A document with its cast and quotations; None where its cast cannot be read."""
    published = date.fromisoformat(document.published) if document.published else None
    doc.user_data[SOURCE] = document.source
    no_quotations: tuple[Quotation, ...] = ()
    quotations = try_step(lambda: part_at_incises(doc, find_quotations(doc)), no_quotations, document)
    cast = try_step(lambda: find_cast(doc, quotations, published or guess_day(doc)), None, document)
    return Article(document, doc, cast, quotations, published) if cast is not None else None


def code_article(article: Article) -> list[AnyRecord]:
    """All records of one article, actors first."""
    document = article.document
    no_statements: list[Statement] = []
    no_positions: tuple[list[Issue], list[Position]] = ([], [])
    statements = try_step(lambda: code_statements(article), no_statements, document)
    issues, positions = try_step(lambda: code_positions(article, statements), no_positions, document)
    no_threats: list[Threat] = []
    threats = try_step(lambda: code_threats(article, statements), no_threats, document)
    no_events: list[Event] = []
    events = try_step(lambda: code_events(article, statements, threats), no_events, document)
    coded: list[AnyRecord] = [*issues, *statements, *positions, *threats, *events]
    for step in STEPS:
        coded.extend(try_step(lambda step=step: step(article, statements), [], document))  # type: ignore[misc]
    coded = drop_repeats(coded, find_headline(document.text))
    return [*make_actors(document, article.cast, list_parties(article, coded)), *coded]


def try_step(step: Callable[[], Found], otherwise: Found, document: Document) -> Found:
    """What a step finds; `otherwise` where it fails, since one odd sentence must not empty a document."""
    try:
        return step()
    except Exception as error:
        LOG.warning("%s: a step of coding failed (%r), so its records are missing", document.source, error)
        LOG.debug("the step that failed", exc_info=True)
        return otherwise


def list_parties(article: Article, records: Iterable[AnyRecord]) -> dict[str, tuple[Who, Span | None]]:
    """The actors of an article: the named ones that act, and all that its records name, with where they are.

    Whom somebody acts for by the tables alone, and not in the text, is no actor of it.
    """
    cast = article.cast
    found: dict[str, tuple[Who, Span | None]] = {}
    for name, who, span in list_named(records, [field for field in NAMED_IN if field != "on_behalf_of"]):
        if name not in cast.known:
            found.setdefault(name, (who, span))
    named = cast.acting | {name for name, _, _ in list_named(records)}
    told: dict[str, tuple[Who, Span | None]] = {who.name: (who, None) for who in cast.actors if who.name in named}
    return told | found


def list_named(records: Iterable[AnyRecord], fields: Sequence[str] = NAMED_IN) -> Iterator[tuple[str, Who, Span]]:
    """The names that records hold, with what the record itself says of them."""
    for record in records:
        acts_for = getattr(record, "on_behalf_of", None)
        for field in fields:
            value = getattr(record, field, None)
            names = value if isinstance(value, tuple) else (value,) if value else ()
            for name in names:
                known = find_known(name)
                kind = known.kind if known is not None else "group"
                yield name, Who(name, acts_for if field in FIRST else None, kind), record.evidence


def drop_twins(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """Records without those whose id came before."""
    return list({record.id: record for record in records}.values())

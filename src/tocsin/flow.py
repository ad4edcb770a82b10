"""The five verbs in their order: read this first.

    read      articles    -> documents   text, page and post to a text that is never changed afterwards; its day
    code      documents   -> coding      actors, statements, positions, threats, events, ...; each with its words
    assess    coding      -> situation   issues as lines from 0 to 100, quantities with origin, what no article tells
    forecast  situation   -> forecast    ten thousand worlds: chances with two ranges, and what moves them
    brief     both        -> briefing    one HTML file and its Markdown twin

Each stage meets the next only in the records (`tocsin.records`), which are also its file format.
"""

import warnings
from collections.abc import Iterable, Sequence
from os import PathLike

from tocsin.assessing.assess import assess_coding
from tocsin.briefing.write import write_briefing
from tocsin.coding.code import code_documents
from tocsin.errors import TocsinError
from tocsin.forecasting.forecast import forecast_situation
from tocsin.reading.read import read_sources
from tocsin.records.briefing import Briefing
from tocsin.records.coding import Coding
from tocsin.records.document import Document
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation
from tocsin.version import __version__


def read(
    sources: str | PathLike[str] | Iterable[str | PathLike[str]], *, published: str | None = None
) -> list[Document]:
    """Articles (files, folders, http(s) addresses, '-' for standard input) as documents.

    `published` (YYYY-MM-DD) is the day of publication where the caller knows it. A source that cannot be read is
    left out with a warning as long as another can; otherwise its TocsinError is raised.
    """
    names = [sources] if isinstance(sources, (str, PathLike)) else list(sources)
    documents, failures = read_sources([str(name) for name in names], published=published)
    if failures and not documents:
        raise failures[0]
    for failure in failures:
        warnings.warn(str(failure), stacklevel=2)
    return documents


def code(documents: Sequence[Document]) -> Coding:
    """What the documents claim, as records that each rest on the words that say it."""
    return code_documents(documents)


def assess(coding: Coding) -> Situation:
    """The system that the coding describes: who wants what, who is bound, what threatens, and what is not known."""
    return assess_coding(coding)


def forecast(
    situation: Situation,
    *,
    weeks: int = 26,
    draws: int = 10_000,
    seed: int = 7,
    questions: Sequence[str] = (),
    without: Situation | None = None,
    workers: int = 1,
) -> Forecast:
    """Chances for the next `weeks` weeks from `draws` seeded worlds. **Holds** same arguments, same bytes.

    `questions` are one's own, each 'LABEL', 'LABEL given LABEL' or either 'by YYYY-MM-DD'. `without` is the situation
    before a supposition: the forecast then also tells how far each answer has moved, in the same worlds.
    """
    return forecast_situation(
        situation, weeks=weeks, draws=draws, seed=seed, version=__version__, questions=questions, without=without,
        workers=workers,
    )  # fmt: skip


def brief(situation: Situation, forecast: Forecast, *, compared_with: Forecast | None = None) -> Briefing:
    """The briefing on a situation and its forecast, beside another forecast where one is given.

    Raises TocsinError where the forecast was made from another situation.
    """
    if forecast.situation != situation:
        raise TocsinError("brief", "the forecast was made from another situation", "Forecast this situation first")
    return write_briefing(situation, forecast, compared_with=compared_with)

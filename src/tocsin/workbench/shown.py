"""The records of one article as the page of review shows them: each with its status, its words and its weight."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.briefing.sentences import find_question, name_question
from tocsin.case.correct import find_decisions, find_status
from tocsin.case.store import Case, load_coding, load_log
from tocsin.records.coding import AnyRecord, Coding
from tocsin.records.correction import Correction, sort_log
from tocsin.records.document import Document
from tocsin.records.forecast import Forecast
from tocsin.records.quantity import Quantity
from tocsin.workbench.words import describe_record


@dataclass(frozen=True)
class Move:
    """How far an answer moves without a sentence, in percentage points, and which answer."""

    points: float
    question: str


GLYPHS = {"proposed": "○", "accepted": "✓", "edited": "✎", "added": "+", "rejected": "✕"}


@dataclass(frozen=True)
class Shown:
    """A record as it stands, or as it stood before it was rejected; `move` is what hangs on it."""

    record: AnyRecord
    status: str
    line: str
    move: Move | None
    decision: Correction | None

    @property
    def glyph(self) -> str:
        return GLYPHS[self.status]

    @property
    def seen(self) -> str:
        return self.decision.id if self.decision else ""


@dataclass(frozen=True)
class Opened:
    """An article on the desk: its text, its records in the order of the text, and its part of the log."""

    document: Document
    shown: tuple[Shown, ...]
    log: tuple[Correction, ...]
    proposals: dict[str, str]

    def find(self, id: str | None) -> Shown | None:
        return next((s for s in self.shown if s.record.id == id), None)


def open_article(case: Case, document: str, forecast: Forecast | None) -> Opened:
    """Raises nothing for an article that is in the case."""
    coding = load_coding(case, document)
    log = load_log(case, document)
    decisions = find_decisions(log)
    standing = list(list_standing(coding, decisions))
    proposals = {r.id: r.proposal for r, _ in standing if r.kind == "issue"}
    moves = find_moves(forecast, document) if forecast is not None else {}
    shown = [
        Shown(r, find_status(r, decision), describe_record(r, proposals), moves.get(r.id), decision)
        for r, decision in standing
    ]
    shown.sort(key=lambda s: (s.record.evidence.start, s.record.evidence.end))
    return Opened(coding.documents[0], tuple(shown), tuple(sort_log(log)), proposals)


def list_standing(coding: Coding, decisions: dict[str, Correction]) -> Iterator[tuple[AnyRecord, Correction | None]]:
    """Every record, coded or added, as it stands; a rejected one as it last stood."""
    for record in coding.records:
        decision = decisions.pop(record.id, None)
        yield choose_standing(decision) or record, decision
    for decision in decisions.values():
        added = choose_standing(decision)
        if added is not None:
            yield added, decision


def choose_standing(decision: Correction | None) -> AnyRecord | None:
    if decision is None:
        return None
    found = decision.after if decision.after is not None else decision.before
    return None if isinstance(found, Quantity) else found


def find_moves(forecast: Forecast, document: str | None = None) -> dict[str, Move]:
    """The answer that each sentence moves most, by record; of one article, or of all, the greatest move first."""
    evidence = {e.id: e for e in forecast.situation.evidence}
    moves: dict[str, Move] = {}
    for leverage in sorted(forecast.leverage, key=lambda found: -abs(found.moves)):
        found = evidence.get(leverage.evidence)
        question = find_question(forecast, leverage.question)
        if found is not None and question is not None and document in (None, found.document):
            move = Move(100 * leverage.moves, name_question(question, forecast.situation))
            for record in found.records:
                moves.setdefault(record, move)
    return moves


def filter_shown(
    shown: Sequence[Shown], kind: str = "", status: str = "", who: str = "", words: str = ""
) -> list[Shown]:
    """Those of a kind ("" is all but actors, "all" is all), a status ("decided" is all but proposed), with words."""
    found = []
    for s in shown:
        fits_kind = s.record.kind == kind or kind == "all" or (not kind and s.record.kind != "actor")
        fits_status = not status or s.status == status or (status == "decided" and s.status != "proposed")
        text = f"{s.line} {s.record.evidence.quote}".lower()
        if fits_kind and fits_status and who.lower() in s.line.lower() and words.lower() in text:
            found.append(s)
    return found

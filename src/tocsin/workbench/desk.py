"""The desk: whose case lies on it, what is being calculated, and what was supposed and run in this session."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tocsin.case.headline import Headline, list_headlines, load_forecast, tell_move
from tocsin.case.store import Case, count_documents, count_log, open_case
from tocsin.case.summary import count_reviewed
from tocsin.records.forecast import Forecast
from tocsin.workbench.calculation import Calculation


@dataclass
class Desk:
    """What all pages share. Everything that must last is in the case; the rest goes with the session."""

    path: Path
    by: str
    calculation: Calculation
    suppositions: list[dict[str, Any]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    newest: tuple[tuple[int, int], Forecast] | None = None
    counted: tuple[tuple[int, int], tuple[int, int]] | None = None

    @contextmanager
    def open(self, *, write: bool = False) -> Iterator[Case]:
        with open_case(self.path, write=write) as case:
            yield case

    def load_forecast(self, case: Case) -> tuple[Forecast, bool] | None:
        """The newest forecast, and whether it saw everything; read from the file only when it changed."""
        row = case.sql.execute("SELECT log, documents FROM newest_forecast").fetchone()
        if row is None:
            return None
        with self.lock:
            if self.newest is None or self.newest[0] != row:
                found = load_forecast(case)
                assert found is not None
                self.newest = row, found[0]
            return self.newest[1], row == (count_log(case), count_documents(case))

    def count_reviewed(self, case: Case) -> tuple[int, int]:
        """As in the case; counted anew only when it changed."""
        row = count_log(case), count_documents(case)
        with self.lock:
            if self.counted is None or self.counted[0] != row:
                self.counted = row, count_reviewed(case)
            return self.counted[1]

    def answer_anew(self) -> None:
        """Have the case forecast as it stands now."""
        self.calculation.ask("answer")

    def tell_state(self, case: Case) -> dict[str, Any]:
        """What the line at the top of every page says, and what is under way."""
        headlines = list_headlines(case)
        progress = self.calculation.progress
        reviewed, claims = self.count_reviewed(case)
        answered = self.calculation.outcomes.get("answer", {})
        return {
            "log": count_log(case),
            "documents": count_documents(case),
            "reviewed": reviewed,
            "claims": claims,
            "headline": headlines[-1].sentence if headlines else "",
            "move": tell_last_move(headlines),
            "behind": count_log(case) - headlines[-1].log if headlines else 0,
            "error": answered.get("error", ""),
            "busy": progress.kind if progress else "",
            "step": progress.step if progress else "",
            "runs": self.calculation.finished.get("run", 0),
            "adds": sum(self.calculation.finished.get(kind, 0) for kind in ("add", "fetch")),
        }


def tell_last_move(headlines: list[Headline]) -> str:
    if not headlines:
        return ""
    return tell_move(headlines[-2], headlines[-1]) if len(headlines) > 1 else ""

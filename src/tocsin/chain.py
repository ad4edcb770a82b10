"""The chain of stages from whatever a user has to whatever the user wants."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from tocsin.errors import FormatError, InputError, NothingFound, TocsinError
from tocsin.files import Saved, load_if_stage, save
from tocsin.flow import assess, brief, code, forecast
from tocsin.reading.read import read_sources
from tocsin.records.briefing import Briefing
from tocsin.records.coding import Coding
from tocsin.records.document import Document
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation


def ignore_step(step: str) -> None:
    """Progress that nobody watches."""


class Chain:
    """Starts at the stage that the sources hold; each later stage is made when it is first asked for."""

    def __init__(self, say: Callable[[str], None] = ignore_step) -> None:
        self.say = say
        self.failures: list[TocsinError] = []
        self.asked = 0
        self._documents: list[Document] | None = None
        self._coding: Coding | None = None
        self._situation: Situation | None = None
        self._forecast: Forecast | None = None
        self._briefing: Briefing | None = None
        self._without: Forecast | None = None
        self._unsupposed: Situation | None = None

    def take(self, sources: Sequence[str], published: str | None) -> None:
        """Load one file of a stage, or read any number of articles."""
        self.asked = len(sources)
        stage, rest = load_if_stage(sources[0]) if len(sources) == 1 else (None, None)
        if isinstance(stage, Forecast):
            self._forecast, self._situation = stage, stage.situation
        elif isinstance(stage, Situation):
            self._situation = stage
        elif isinstance(stage, Coding):
            self._coding, self._documents = stage, list(stage.documents)
        elif isinstance(stage, list):
            self._documents = stage
        else:
            self.say("reading")
            documents, failures = read_sources(sources, published=published, standard_input=rest)
            if failures and not documents:
                raise failures[0] if len(failures) == 1 else join_failures(failures)
            self._documents, self.failures = documents, failures

    @property
    def documents(self) -> list[Document]:
        if self._documents is None:
            raise FormatError(
                "input", "a situation or forecast holds no documents", "Give the articles, or documents.jsonl"
            )
        return self._documents

    @property
    def coding(self) -> Coding:
        if self._coding is None:
            self.say("coding")
            self._coding = code(self.documents)
        return self._coding

    @property
    def situation(self) -> Situation:
        if self._situation is None:
            self.say("assessing")
            self._situation = assess(self.coding)
        return self._situation

    def suppose(self, suppositions: Sequence[str]) -> None:
        """Set numbers of the situation: each 'PATH=VALUE because WHY'."""
        if not suppositions:
            return
        self._unsupposed = self.situation
        for words in suppositions:
            path, likely, because = split_supposition(words)
            self._situation = self.situation.suppose(path, likely=likely, because=because)
        self._forecast = None

    def run(
        self, weeks: int, draws: int, seed: int, questions: Sequence[str] = (), workers: int = 1, alone: bool = False
    ) -> None:
        """Forecast, unless a forecast was loaded; with a supposition also without it, unless `alone`."""
        if self._forecast is None or questions:
            self.say("forecasting")
            self._forecast = forecast(
                self.situation, weeks=weeks, draws=draws, seed=seed, questions=questions, without=self._unsupposed,
                workers=workers,
            )  # fmt: skip
        if self._unsupposed is not None and not alone:
            self._without = forecast(self._unsupposed, weeks=weeks, draws=draws, seed=seed)

    def compare(self, earlier: "Chain") -> None:
        """Let the briefing also show what changed since `earlier`, which has been run."""
        self._without, self._briefing = earlier.forecast, None
        self.failures, self.asked = [*earlier.failures, *self.failures], earlier.asked + self.asked

    @property
    def forecast(self) -> Forecast:
        assert self._forecast is not None
        return self._forecast

    @property
    def briefing(self) -> Briefing:
        if self._briefing is None:
            self.say("briefing")
            self._briefing = brief(self.situation, self.forecast, compared_with=self._without)
        return self._briefing

    def save(self, folder: Path) -> list[Path]:
        """Write every stage that this chain holds into `folder`; nothing is written before all of it is made."""
        briefing = self.briefing
        stages: list[tuple[str, Saved]] = []
        if self._documents is not None:
            stages.append(("documents.jsonl", self._documents))
        if self._coding is not None:
            stages.append(("coding.jsonl", self._coding))
        stages += [("situation.json", self.situation), ("forecast.json", self.forecast)]
        if folder.exists() and not folder.is_dir():
            raise InputError(str(folder), "this is a file", "Name a folder with --output")
        written = save(briefing, folder)
        for name, record in stages:
            written += save(record, folder / name)
        return written


def split_supposition(words: str) -> tuple[str, float, str]:
    """'PATH=VALUE because WHY' in its parts."""
    path, equals, rest = words.partition("=")
    value, _, because = rest.partition(" because ")
    if not equals or not because.strip() or not is_number(value):
        what = f"'{words}' is not of the form PATH=VALUE because WHY"
        raise InputError("--suppose", what, "For example: 'clock=0.1 because a summit is set'")
    return path.strip(), float(value), because.strip()


def is_number(words: str) -> bool:
    try:
        return math.isfinite(float(words))
    except ValueError:
        return False


def join_failures(failures: Sequence[TocsinError]) -> TocsinError:
    """One error for several sources of which none could be read."""
    return NothingFound("every source failed", "; ".join(str(failure).rstrip(".") for failure in failures))

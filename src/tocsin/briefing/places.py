"""Places: the ids within a briefing that its numbers lead to, and who is told to say what."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.briefing.sentences import format_quantity
from tocsin.briefing.words import Piece, Words, join, link, say
from tocsin.records.forecast import Forecast
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Evidence, Situation


@dataclass(frozen=True, eq=False)
class Places:
    """Where each piece of evidence, quantity and question stands in the briefing."""

    evidence: dict[str, Evidence]
    quantities: dict[int, str]
    paths: dict[str, str]
    questions: dict[str, str]
    speakers: dict[str, tuple[str, ...]]

    def cite(self, evidence: Iterable[str]) -> Words:
        """' [3] [5]', each leading to its quotation."""
        known = sorted({e for e in evidence if e in self.evidence}, key=lambda e: int(e[1:]))
        return join([say(Piece(f"[{e[1:]}]", e, "cite")) for e in known], " ")

    def cite_after(self, evidence: Iterable[str]) -> Words:
        """The same with a space before it, where there is any."""
        cited = self.cite(evidence)
        return say(" ", cited) if cited else ()

    def open_first(self, evidence: Iterable[str]) -> str | None:
        """The first piece of evidence that the briefing holds."""
        return next((e for e in evidence if e in self.evidence), None)

    def open_quantity(self, quantity: Quantity) -> Words:
        """A quantity with its range, leading to its line among the numbers used."""
        return say(link(format_quantity(quantity), self.quantities.get(id(quantity))))

    def open_question(self, name: str) -> str | None:
        return self.questions.get(name)


def find_places(situation: Situation, forecast: Forecast) -> Places:
    """The places of a briefing; `situation` must be the object whose quantities are shown."""
    quantities: dict[int, str] = {}
    paths: dict[str, str] = {}
    for number, (path, quantity) in enumerate(situation.quantities(), 1):
        quantities.setdefault(id(quantity), f"n{number}")
        paths.setdefault(path, f"n{number}")
    questions: dict[str, str] = {}
    for number, question in enumerate(forecast.questions, 1):
        questions.setdefault(question.id, f"q{number}")
        questions.setdefault(question.label, f"q{number}")
    return Places(
        evidence={e.id: e for e in situation.evidence},
        quantities=quantities,
        paths=paths,
        questions=questions,
        speakers={e.id: find_speakers(e, situation) for e in situation.evidence},
    )


def find_speakers(evidence: Evidence, situation: Situation) -> tuple[str, ...]:
    """Who is reported to say these words, or words that hold them; empty where the article itself does."""
    holding = {e.id for e in situation.evidence if is_within(evidence, e)}
    said = [name_for(s.speaker, s.on_behalf_of) for s in situation.statements if holding & set(s.evidence)]
    reported = [e.reported_by for e in situation.events if e.reported_by and evidence.id in e.evidence]
    return tuple(dict.fromkeys([*said, *reported]))


def is_within(inner: Evidence, outer: Evidence) -> bool:
    return inner.document == outer.document and outer.start <= inner.start and inner.end <= outer.end


def name_for(actor: str, on_behalf_of: str | None) -> str:
    """'Emmanuel Macron, for France'."""
    return f"{actor}, for {on_behalf_of}" if on_behalf_of and on_behalf_of != actor else actor

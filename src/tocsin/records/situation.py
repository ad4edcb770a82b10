"""Situation: the system that the articles describe, made to be read and edited by hand."""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from tocsin.records.assessed import AssessedCommitment as AssessedCommitment
from tocsin.records.assessed import AssessedIssue as AssessedIssue
from tocsin.records.assessed import AssessedSupply as AssessedSupply
from tocsin.records.assessed import AssessedThreat as AssessedThreat
from tocsin.records.assessed import Decision as Decision
from tocsin.records.assessed import Membership as Membership
from tocsin.records.assessed import Party as Party
from tocsin.records.assessed import Rule as Rule
from tocsin.records.assessed import Stand as Stand
from tocsin.records.assessed import War as War
from tocsin.records.disagreement import Contradiction, Copy
from tocsin.records.frozen import IsoDate, Record
from tocsin.records.paths import list_quantities
from tocsin.records.quantity import Quantity
from tocsin.records.soundness import find_mistakes
from tocsin.records.suppose import find_path, replace_quantity
from tocsin.records.told import AssessedControl as AssessedControl
from tocsin.records.told import AssessedEvent as AssessedEvent
from tocsin.records.told import AssessedStatement as AssessedStatement
from tocsin.records.told import Evidence as Evidence
from tocsin.records.told import Evidences as Evidences
from tocsin.records.told import Gap as Gap
from tocsin.records.told import Source as Source


class Situation(Record):
    """One `situation.json`. **Holds** the models use no number that is not here."""

    format: Literal["tocsin/situation/1"] = "tocsin/situation/1"
    title: str
    as_of: IsoDate | None
    as_of_from: Literal["given", "page", "text"] | None = None
    as_of_evidence: Evidences = ()
    sources: tuple[Source, ...]
    actors: tuple[Party, ...]
    issues: tuple[AssessedIssue, ...]
    commitments: tuple[AssessedCommitment, ...]
    threats: tuple[AssessedThreat, ...]
    control: tuple[AssessedControl, ...]
    supplies: tuple[AssessedSupply, ...]
    events: tuple[AssessedEvent, ...]
    statements: tuple[AssessedStatement, ...]
    wars: tuple[War, ...]
    clock: Quantity = Field(description="chance per week that a debate of this kind is settled")
    war_base: Quantity = Field(description="chance that a crisis outside an existing war becomes a war")
    pace: Quantity | None = Field(
        default=None, description="chance per week that a threat or pact that is called on is answered; null: at once"
    )
    precision: Quantity | None = Field(
        default=None, description="how closely choices follow what they are worth; 0 not at all; null: 0"
    )
    surprise: Quantity | None = Field(
        default=None, description="chance that a decision goes by nothing that is told, and is even; null: never"
    )
    turns: Quantity | None = Field(
        default=None, description="chance that a stand turns over before its matter is settled; null: never"
    )
    yields: Quantity | None = Field(
        default=None, description="chance that who refuses what it is threatened over yields in the end; null: as turns"
    )
    force_slope: Quantity | None = Field(
        default=None, description="logit of a war's odds per ln(strength ratio), for who weighs a war that is none yet"
    )
    gaps: tuple[Gap, ...]
    evidence: tuple[Evidence, ...]
    copies: tuple[Copy, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    @model_validator(mode="after")
    def check_sound(self) -> Self:
        mistake = next(find_mistakes(self), None)
        if mistake is not None:
            raise ValueError(mistake)
        return self

    def quantities(self) -> Iterator[tuple[str, Quantity]]:
        """Every number of the situation with its path in words, e.g. 'supply: Ukraine, ammunition'."""
        yield from list_quantities(self)

    def suppose(
        self, path: str, *, likely: float, because: str, low: float | None = None, high: float | None = None
    ) -> "Situation":
        """The same situation with one number set by the analyst.

        `path` is a path of `quantities()`, or words of exactly one of them. Without `low` and `high` the number is
        taken as certain. Raises InputError where the path names no number, or several.
        """
        found = find_path(path, [p for p, _ in self.quantities()])
        old = next(q for p, q in self.quantities() if p == found)
        new = Quantity(
            low=likely if low is None else low,
            likely=likely,
            high=likely if high is None else high,
            unit=old.unit,
            origin="analyst",
            because=because,
        )
        return replace_quantity(self, old, new)

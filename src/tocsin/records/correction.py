"""Correction: one line of the log that a person writes while reading what was coded. Lines are added, never changed."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from tocsin.records.coding import AnyRecord, Coded
from tocsin.records.frozen import Record, hash_words
from tocsin.records.quantity import Quantity

Action = Literal["accept", "reject", "edit", "add", "set", "undo", "redo"]
ON_RECORDS = ("accept", "reject", "edit", "add")
Subject = Annotated[AnyRecord, Field()] | Quantity | None


class Correction(Record):
    """What one person decided about one record, one number of the situation, or one earlier step.

    `about` is the id of a record; for "set" the path of a Quantity; for "undo" and "redo" the step that they concern.
    `before` is what stood there when the person decided, `after` what stands there since; null is nothing.
    Corrections made in one go share a `step`, and are undone together.
    """

    format: Literal["tocsin/correction/1"] = "tocsin/correction/1"
    id: str = Field(description="made of all the other fields: the same line has the same id in every copy of a case")
    at: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$", description="UTC, to the microsecond")
    by: str = Field(min_length=1)
    action: Action
    step: str
    about: str
    document: str | None = None
    before: Subject = None
    after: Subject = None
    why: str = ""

    @model_validator(mode="after")
    def check_subject(self) -> Self:
        wanted: type = Quantity if self.action == "set" else Coded if self.action in ON_RECORDS else type(None)
        for value in (self.before, self.after):
            if value is not None and not isinstance(value, wanted):
                raise ValueError(f"a correction that says '{self.action}' cannot hold a {type(value).__name__}")
        return self


def name_correction(fields: Correction) -> str:
    """The id that a correction with these fields has."""
    return "cor-" + hash_words(fields.model_copy(update={"id": ""}).model_dump_json(by_alias=True), length=16)


def sort_log(log: Iterable[Correction]) -> list[Correction]:
    """A log in the order in which its lines were written, whichever file they come from."""
    return sorted(log, key=lambda c: (c.at, c.id))

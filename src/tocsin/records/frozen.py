"""What every record is: frozen, without unknown fields, and with a span as its way to point at words."""

import hashlib
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator


def check_days(words: str) -> str:
    """The day or interval of days as it stands, if the calendar has it."""
    days = [date.fromisoformat(day) for day in words.split("/")]
    if days != sorted(days):
        raise ValueError(f"{words} ends before it begins")
    return words


Share = Annotated[float, Field(ge=0, le=1)]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(check_days)]
IsoInterval = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$"), AfterValidator(check_days)]


class Record(BaseModel):
    """A frozen record; a field that its format does not name is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Span(Record):
    """Words of a document: code point offsets, and the words themselves. **Holds** text[start:end] == quote."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    quote: str = Field(min_length=1)

    @model_validator(mode="after")
    def check_length(self) -> "Span":
        if self.end - self.start != len(self.quote):
            raise ValueError(f"start {self.start} and end {self.end} do not span {len(self.quote)} characters")
        return self


def take_span(text: str, start: int, end: int) -> Span:
    """The span of `text` from `start` to `end`, white space at both ends left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end, quote=text[start:end])


def hash_words(*words: object, length: int = 10) -> str:
    """A stable short name of some words: the same in every process and on every machine."""
    return hashlib.sha256("\x1f".join(map(str, words)).encode()).hexdigest()[:length]

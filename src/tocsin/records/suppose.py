"""Suppose: find a number of a record by words, and replace it."""

from typing import TypeVar

from tocsin.errors import InputError
from tocsin.records.frozen import Record
from tocsin.records.quantity import Quantity

R = TypeVar("R", bound=Record)


def find_path(words: str, paths: list[str]) -> str:
    """The one path that is `words`, or that holds all of its words."""
    if words in paths:
        return words
    wanted = set(words.lower().replace(",", " ").split())
    fits = sorted({p for p in paths if wanted <= set(p.lower().replace(",", " ").split())})
    if len(fits) == 1:
        return fits[0]
    what = (
        f"'{words}' names no number of this situation"
        if not fits
        else f"'{words}' could be any of: {'; '.join(fits[:5])}"
    )
    raise InputError("suppose", what, "Numbers are named as in `tocsin assess --paths`")


def replace_quantity(record: R, target: Quantity, new: Quantity) -> R:
    """The record with the very quantity `target` replaced by `new`, wherever in it that stands."""

    def swap(value: object) -> object:
        if value is target:
            return new
        if isinstance(value, Record):
            fields = {name: getattr(value, name) for name in type(value).model_fields}
            swapped = {name: swap(v) for name, v in fields.items()}
            changed = {name: v for name, v in swapped.items() if v is not fields[name]}
            return value.model_copy(update=changed) if changed else value
        if isinstance(value, tuple):
            items = tuple(swap(v) for v in value)
            return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
        return value

    changed = swap(record)
    assert isinstance(changed, type(record))
    return changed

"""The fields of a record as a form, made from the record's own definition, and a form back to fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from tocsin.errors import InputError
from tocsin.formats import KINDS
from tocsin.records.coding import AnyRecord, Coded

HIDDEN = frozenset([*Coded.model_fields, "kind", "mentions", "content", "statement", "code"])
LABELS = {
    "if": "if (condition)", "then": "then (consequence)", "acts_for": "acts for", "on_behalf_of": "on behalf of",
    "said_on": "said on (YYYY-MM-DD)", "date": "date (YYYY-MM-DD)", "when": "when, as written", "target": "targets",
    "reported_by": "reported by", "change": "what happened", "what": "good",
}  # fmt: skip
NAMES = frozenset(["name", "acts_for", "speaker", "on_behalf_of", "addressee", "actor", "by", "to", "holder", "target",
                   "parties", "reported_by"])  # fmt: skip
SEPARATOR = ";"
PREFIX = "field-"


@dataclass(frozen=True)
class Field:
    """One line of a form; `form` is text, names (joined by ';'), choice, yes or issue."""

    name: str
    label: str
    form: str
    value: str
    choices: tuple[str, ...] = ()
    needed: bool = False
    is_name: bool = False


def list_fields(kind: str, record: AnyRecord | None = None) -> list[Field]:
    """The fields of a kind that a person may change, filled from a record where one is given."""
    fields = []
    for attribute, definition in KINDS[kind].model_fields.items():
        name = definition.alias or attribute
        if attribute in HIDDEN:
            continue
        value = getattr(record, attribute) if record is not None else definition.get_default()
        form, choices, optional = read_annotation(name, definition.annotation)
        label = LABELS.get(name, name.replace("_", " "))
        fields.append(Field(name, label, form, write_value(value), choices, not optional, attribute in NAMES))
    return fields


def read_annotation(name: str, annotation: Any) -> tuple[str, tuple[str, ...], bool]:
    """How a field is asked for, its choices, and whether it may be empty."""
    union = get_origin(annotation) in (Union, UnionType)
    parts = [part for part in (get_args(annotation) if union else (annotation,)) if part is not NoneType]
    optional = NoneType in get_args(annotation)
    if name == "issue":
        return "issue", (), optional
    if any(get_origin(part) is tuple for part in parts):
        return "names", (), optional
    if parts[0] is bool:
        return "yes", (), True
    if get_origin(parts[0]) is Literal:
        return "choice", tuple(map(str, get_args(parts[0]))), optional
    return "text", (), optional


def write_value(value: object) -> str:
    if isinstance(value, tuple):
        return f"{SEPARATOR} ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None or repr(value) == "PydanticUndefined" else str(value)


def read_fields(kind: str, form: Mapping[str, str]) -> dict[str, object]:
    """The fields of a record from a form. Raises InputError where a field that is needed is empty."""
    found: dict[str, object] = {}
    for field in list_fields(kind):
        given = " ".join(form.get(PREFIX + field.name, "").split())
        if field.needed and not given:
            raise InputError(field.label, "this field is empty", "Fill it in")
        if field.form == "yes":
            found[field.name] = given == "yes"
        elif field.form == "names":
            names = [name.strip() for name in given.split(SEPARATOR) if name.strip()]
            found[field.name] = names[0] if field.name == "target" and len(names) == 1 else names or None
        else:
            found[field.name] = given or None
    return found

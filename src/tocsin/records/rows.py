"""Rows: a tuple of records that can become a pandas frame."""

from typing import Any, TypeVar

from tocsin.errors import InputError
from tocsin.records.frozen import Record

R = TypeVar("R", bound=Record)


class Rows(tuple[R, ...]):
    """Records of one kind, in the order of the text."""

    __slots__ = ()

    def to_frame(self) -> Any:
        """One row a record, one column a field, the evidence as `quote`, `start`, `end`.

        Returns a pandas DataFrame; raises InputError where pandas is not installed.
        """
        return make_frame([flatten_record(r) for r in self])


def make_frame(rows: Any) -> Any:
    """Rows or columns as a pandas DataFrame; raises InputError where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise InputError(
            "to_frame", "pandas is not installed", "Install it with: pip install 'tocsin[frames]'"
        ) from error
    return pandas.DataFrame(rows)


def flatten_record(record: Record) -> dict[str, Any]:
    """A record as one flat row: the evidence span becomes `quote`, `start` and `end`."""
    row = record.model_dump(by_alias=True)
    evidence = row.pop("evidence", None)
    if isinstance(evidence, dict):
        row |= {"quote": evidence["quote"], "start": evidence["start"], "end": evidence["end"]}
    return row

"""The words of threats, from the table of their cues."""

from functools import cache

from tocsin.codebook.tables import load_table


@cache
def load_cues(kind: str, key: str) -> frozenset[str]:
    """One list of words of the cues of threats."""
    return frozenset(load_table("cues_threats")[kind][key].split())

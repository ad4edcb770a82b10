"""The words of threats, from the table of their cues."""

from functools import cache

from tocsin.codebook.tables import load_table

# The modals of what somebody is set on doing.
SET_ON = frozenset({"will", "would", "shall"})


@cache
def load_cues(kind: str, key: str) -> frozenset[str]:
    """One list of words of the cues of threats."""
    return frozenset(load_table("cues_threats")[kind][key].split())

"""Words of control: the lists of the cues by which the coder reads who holds a place."""

from functools import cache

from tocsin.codebook.tables import load_table


@cache
def load_words(key: str) -> frozenset[str]:
    """One list of words of the cues of control."""
    return frozenset(load_table("cues_control")[key])

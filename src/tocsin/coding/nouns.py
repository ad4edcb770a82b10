"""Nouns: the lists of words that name actors without a name."""

from functools import cache

from tocsin.codebook.tables import load_table


@cache
def load_nouns(key: str) -> frozenset[str]:
    """One list of nouns of the actors' cues."""
    return frozenset(load_table("cues_actors")[key])

"""Spellings: the head of state or government whose name a text writes in another transliteration."""

import re
from difflib import SequenceMatcher
from functools import cache

from tocsin.codebook.people import load_holders
from tocsin.codebook.words import make_plain_key, strip_name

# What transliterations of one sound write differently, in this order.
SAME = tuple(pair.split("=") for pair in "sch=s sh=s ch=s kh=h gh=g th=t dh=d dj=j ph=f w=v q=k c=k".split())
VOWELS = re.compile(r"(?<=.)[aeiouyj]")
DOUBLED = re.compile(r"(.)\1+")
ALIKE = 0.83


def make_sound(name: str) -> str:
    """What stays of a name in any transliteration: its consonants, and the first letter of each word."""
    words = make_plain_key(strip_name(name)).replace("-", " ")
    for written, sound in SAME:
        words = words.replace(written, sound)
    return " ".join(VOWELS.sub("", DOUBLED.sub(r"\1", word)) for word in words.split())


@cache
def index_sounds() -> dict[str, tuple[str, ...]]:
    """Heads of state and government by the sound of their full names."""
    found: dict[str, dict[str, None]] = {}
    for holder in load_holders():
        if " " in holder.person and holder.rank == 0:
            found.setdefault(make_sound(holder.person), {})[holder.person] = None
    return {sound: tuple(people) for sound, people in found.items()}


def find_spelt_otherwise(name: str) -> str | None:
    """The one head whose full name sounds and looks alike: "Bachar al-Assad" is Bashar al-Assad."""
    people = index_sounds().get(make_sound(name), ()) if " " in name else ()
    alike = [person for person in people if SequenceMatcher(None, person.lower(), name.lower()).ratio() >= ALIKE]
    return alike[0] if len(alike) == 1 else None

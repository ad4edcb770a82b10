"""The words of the codebook, indexed: what an event, a stance, a good or a tie is called, and which verbs tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from tocsin.codebook.tables import load_table
from tocsin.records.coding import EventType


@dataclass(frozen=True, slots=True)
class Pattern:
    """A verb with the particle or preposition and the heads of objects that it needs to mean an event type."""

    verb: str
    particle: str
    objects: frozenset[str]
    type: EventType

    def fits(self, particles: frozenset[str], objects: frozenset[str]) -> bool:
        """Whether a clause with these particles and object heads (dictionary forms) is one of this pattern."""
        return (not self.particle or self.particle in particles) and (not self.objects or bool(self.objects & objects))


@dataclass(frozen=True, slots=True)
class Telling:
    """A communication verb in one of its classes; see communication.toml for `frames`, `bare` and `needs_content`."""

    verb: str
    kind: str
    force: str
    frames: frozenset[str]
    bare: bool
    needs_content: bool
    stance: str | None


@cache
def index_words(table: str, key: str, column: str, label: str = "name") -> dict[str, tuple[str, ...]]:
    """The words in `column` of the rows `key` of a table, each with the `label` of every row that has it.

    `index_words("stances", "stance", "verbs")["reject"]` is `("oppose",)`.
    """
    found: dict[str, list[str]] = {}
    for row in load_table(table)[key]:
        for word in row.get(column, ()):
            found.setdefault(word.lower(), []).append(row[label])
    return {word: tuple(dict.fromkeys(labels)) for word, labels in found.items()}


@cache
def list_words(table: str, section: str, column: str) -> frozenset[str]:
    """The words in `column` of a section of a table: `list_words("communication", "thought", "verbs")`."""
    section_row: dict[str, Any] = load_table(table)[section]
    return frozenset(word.lower() for word in section_row[column])


def open_class(noun: str) -> Sequence[str]:
    """The nouns of a class of objects ("@forces"); any other noun alone, none for no word."""
    if noun.startswith("@"):
        return cast(Sequence[str], load_table("events")["objects"][noun[1:]])
    return (noun,) if noun else ()


def parse_pattern(words: str, type: EventType) -> Pattern:
    """The pattern of "verb", "verb particle", "verb: object, @class" or "verb particle: object"."""
    left, _, right = words.partition(":")
    verb, _, particle = left.strip().partition(" ")
    return Pattern(verb, particle.strip(), frozenset(n for w in right.split(",") for n in open_class(w.strip())), type)


@cache
def load_patterns() -> dict[str, tuple[Pattern, ...]]:
    """Event patterns by verb, the most exacting first: objects before a particle before the bare verb."""
    found: dict[str, list[Pattern]] = {}
    for row in load_table("events")["type"]:
        for words in row["patterns"]:
            pattern = parse_pattern(words, cast(EventType, row["name"]))
            found.setdefault(pattern.verb, []).append(pattern)
    return {
        verb: tuple(sorted(patterns, key=lambda p: (not p.objects, not p.particle, -len(p.particle))))
        for verb, patterns in found.items()
    }


def find_event_type(
    verb: str, particles: frozenset[str] = frozenset(), objects: frozenset[str] = frozenset()
) -> EventType | None:
    """The event type of a verb with its particles and the heads of its objects, all in dictionary form.

    **Holds** an object that no pattern of the verb names changes nothing.
    """
    return next((p.type for p in load_patterns().get(verb, ()) if p.fits(particles, objects)), None)


@cache
def index_event_nouns() -> dict[str, EventType]:
    """Event nouns with their type; a noun of two types has the first in the table's order."""
    return {noun: cast(EventType, types[0]) for noun, types in index_words("events", "type", "nouns").items()}


@cache
def index_event_classes() -> dict[str, str]:
    """The class of each event type: verbal or material, cooperation or conflict."""
    return {row["name"]: row["class"] for row in load_table("events")["type"]}


@cache
def load_tellings() -> dict[str, tuple[Telling, ...]]:
    """Communication verbs (with their particles: "point out") and the classes each belongs to."""
    found: dict[str, list[Telling]] = {}
    for row in load_table("communication")["class"]:
        for verb in row["verbs"]:
            needs_content = verb in row.get("needs_content", ()) or not row["bare"]
            found.setdefault(verb, []).append(
                Telling(
                    verb,
                    row["name"],
                    row["force"],
                    frozenset(row["frames"]),
                    row["bare"],
                    needs_content,
                    row.get("stance"),
                )
            )
    return {verb: tuple(tellings) for verb, tellings in found.items()}

"""Records of the actors of an article, each with all its mentions."""

from collections.abc import Iterable, Mapping
from typing import get_args

from tocsin.coding.actors import Cast, Who
from tocsin.records.coding import Actor, ActorType, name_record
from tocsin.records.document import Document
from tocsin.records.frozen import Span, take_span

TYPES = frozenset(get_args(ActorType))


def make_actors(document: Document, cast: Cast, parties: Mapping[str, tuple[Who, Span | None]]) -> list[Actor]:
    """Actor records of the given parties, with where the text mentions them; outlets that no state owns have none."""
    records = []
    for name, (told, span) in parties.items():
        who = cast.known.get(name, told)
        if who.type == "outlet" and not who.acts_for:
            continue
        mentions = list_mentions(document, name, cast.phrases.get(name, ())) or ((span,) if span is not None else ())
        if not mentions:
            continue
        records.append(
            Actor(
                id=name_record("actor", document.id, mentions[0], name),
                document=document.id, evidence=mentions[0], certainty=0.85 if name in cast.acting else 0.7,
                why=f"mentioned as {mentions[0].quote[:60]!r}", name=name, acts_for=who.acts_for,
                type=who.type if who.type in TYPES else "organisation",
                code=who.code if who.type == "state" else None, mentions=mentions,
            )
        )  # fmt: skip
    return records


def list_mentions(document: Document, name: str, spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans of an actor's mentions; where none is known, the first place that has its words."""
    found = sorted({(start, end) for start, end in spans if end > start})
    if not found and (at := document.text.lower().find(name.lower())) >= 0 and len(name.lower()) == len(name):
        found = [(at, at + len(name))]
    return tuple(take_span(document.text, start, end) for start, end in found if document.text[start:end].strip())

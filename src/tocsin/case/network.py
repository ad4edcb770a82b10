"""The corrected coding as a network: who stands where on what, and who threatens, is bound to or acts on whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.records.coding import Coding, Commitment, Event, Position, Threat

STANCES = {"support": 1, "oppose": -1}
COOPERATION = frozenset(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"])


@dataclass(frozen=True)
class Node:
    id: str
    label: str
    kind: str
    type: str = ""
    code: str = ""


@dataclass(frozen=True)
class Edge:
    """One record as a tie; `sign` is 1 for support, cooperation and commitments, -1 for their opposites, else 0.

    `day` is the day or interval of the record, else the day of its article, as YYYY-MM-DD or YYYY-MM-DD/YYYY-MM-DD.
    """

    id: str
    source: str
    target: str
    kind: str
    value: str
    sign: int
    certainty: float
    day: str
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Network:
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def make_network(coding: Coding, *, no_text: bool = False) -> Network:
    """**Holds** each edge is one pair of one record, and both its ends are nodes."""
    edges = tuple(list_edges(coding, no_text))
    types = {a.name: (a.type, a.code or "") for a in coding.actors}
    issues = {f"issue: {i.proposal}" for i in coding.issues}
    names = dict.fromkeys([*types, *(end for e in edges for end in (e.source, e.target) if end not in issues)])
    actors = [Node(name, name, "actor", *types.get(name, ("", ""))) for name in names]
    proposals = [Node(name, name.removeprefix("issue: "), "issue") for name in dict.fromkeys(sorted(issues))]
    return Network((*actors, *proposals), edges)


def list_edges(coding: Coding, no_text: bool) -> Iterator[Edge]:
    proposals = {i.id: f"issue: {i.proposal}" for i in coding.issues}
    days = {d.id: d.published or "" for d in coding.documents}
    for record in coding.records:
        for number, (source, target, value, sign) in enumerate(list_ties(record, proposals)):
            day = getattr(record, "date", None) or days[record.document]
            quote = "" if no_text else record.evidence.quote
            id = record.id if number == 0 else f"{record.id}-{number}"
            yield Edge(
                id, source, target, record.kind, value, sign, record.certainty, day, record.document,
                record.evidence.start, record.evidence.end, quote,
            )  # fmt: skip


def list_ties(record: object, proposals: dict[str, str]) -> Iterator[tuple[str, str, str, int]]:
    """The ties that a record makes: from whom to whom or what, of which value, with which sign."""
    match record:
        case Position():
            yield record.actor, proposals[record.issue], record.stance, STANCES.get(record.stance, 0)
        case Threat(by=str(by), to=str(to)):
            yield by, to, "threat", -1
        case Commitment():
            for number, first in enumerate(record.parties):
                for second in record.parties[number + 1 :]:
                    yield first, second, record.tie, 0 if record.tie == "none" else 1
        case Event(actor=str(actor)) if record.target:
            sign = 0 if record.type == "OTHER" else 1 if record.type in COOPERATION else -1
            targets = record.target if isinstance(record.target, tuple) else (record.target,)
            for target in targets:
                yield actor, target, record.type, sign

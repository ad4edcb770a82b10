"""Commitments: who is bound to whom, whom a defence covers, and how such promises were kept in the past."""

from collections.abc import Sequence

from tocsin.assessing.cast import BODIES, Cast
from tocsin.assessing.gather import Gathered
from tocsin.assessing.parties import find_body
from tocsin.assessing.values import take_honoured
from tocsin.codebook.names import members
from tocsin.codebook.tables import load_bodies
from tocsin.records.coding import Coding, Commitment
from tocsin.records.situation import AssessedCommitment


def list_commitments(coding: Coding, cast: Cast, gathered: Gathered) -> tuple[AssessedCommitment, ...]:
    """One record for each tie and circle of parties, however often it is told."""
    circles: dict[tuple[str, tuple[str, ...]], list[Commitment]] = {}
    for commitment in coding.commitments:
        circles.setdefault((commitment.tie, tuple(sorted(commitment.parties))), []).append(commitment)
    return tuple(assess_circle(records, cast, gathered) for records in circles.values())


def assess_circle(records: Sequence[Commitment], cast: Cast, gathered: Gathered) -> AssessedCommitment:
    first = records[0]
    body = find_body(first.parties, cast) if first.tie != "agreement" else None
    defends = is_defence(first, body, cast)
    return AssessedCommitment(
        id=first.id,
        parties=first.parties,
        tie=first.tie,
        body=body,
        covers=list_covered(first, body) if defends else (),
        partners=list_partners(first, body, cast) if defends else (),
        honoured=take_honoured(first.tie, body) if defends else None,
        certainty=max(r.certainty for r in records),
        evidence=gathered.cite(records),
        records=tuple(r.id for r in records),
    )


def is_defence(commitment: Commitment, body: str | None, cast: Cast) -> bool:
    """Whether the tie promises armed help: between states, or states and a body; no coalition of parties at home."""
    powers = all(cast.figure(p).type in ("state", *BODIES) for p in commitment.parties)
    if commitment.tie == "membership":
        return is_defence_pact(body, cast)
    return commitment.tie == "defence" or (commitment.tie == "alliance" and powers)


def is_defence_pact(body: str | None, cast: Cast) -> bool:
    """Whether the codebook lists the body as a defence pact."""
    if body is None or cast.figure(body).type not in BODIES:
        return False
    return any(b.name == cast.figure(body).canonical and b.defence_pact for b in load_bodies())


def list_partners(commitment: Commitment, body: str | None, cast: Cast) -> tuple[str, ...]:
    """Who is bound to answer: the members of the body on the day, else who promises, else every party."""
    if body is not None:
        listed = members(cast.figure(body).canonical, cast.on)
        return tuple(cast.spell(m) for m in sorted(listed)) or tuple(p for p in commitment.parties if p != body)
    if commitment.tie == "defence" and len(commitment.parties) == 2:
        return commitment.parties[:1]
    return commitment.parties


def list_covered(commitment: Commitment, body: str | None) -> tuple[str, ...]:
    """Whom a defence protects: the members named; in a pact without a body, all after the first, who promises."""
    others = tuple(p for p in commitment.parties if p != body)
    if body is None and commitment.tie == "defence" and len(others) == 2:
        return others[1:]
    return others

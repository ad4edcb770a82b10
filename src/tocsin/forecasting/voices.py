"""Who is heard on an issue: every stand in numbers, and whether it counts in the body that decides."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_quantity, draw_uniform
from tocsin.records.situation import AssessedIssue, Decision, Party, Situation, Stand

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Voice:
    """One stand in every world. `decides`: it counts for the compromise; `votes`: it has a vote of its own."""

    name: str
    stand: Stand
    position: Array
    capability: Array
    salience: Array
    right: Bools
    decides: bool
    votes: bool


def list_voices(worlds: Worlds, situation: Situation, issue: AssessedIssue) -> list[Voice]:
    """The voices on an issue, in an order that does not depend on that of the records."""
    parties = {a.name: a for a in situation.actors}
    stands = sorted(issue.stands, key=lambda s: (s.on_behalf_of or s.actor, s.actor))
    silent = draw_silent(worlds, issue)
    known = all(find_capability(s, parties) is not None for s in stands)
    return [hear_stand(worlds, issue, stand, parties, silent, known) for stand in stands]


def hear_stand(
    worlds: Worlds,
    issue: AssessedIssue,
    stand: Stand,
    parties: Mapping[str, Party],
    silent: Array | None,
    known: bool,
) -> Voice:
    """One stand in numbers; where its words were misread, it stands where the silent members stand."""
    certainty = find_certainty(issue, stand)
    right = draw_uniform(worlds, f"reading: {', '.join(stand.evidence)}") < certainty
    position = draw_quantity(worlds, f"position: {stand.actor}, {issue.proposal}", stand.position)
    party = find_capability(stand, parties) if known else None
    capability = np.ones(worlds.draws)
    if party is not None and party.capability is not None:
        capability = np.maximum(draw_quantity(worlds, f"capability: {party.name}", party.capability), 1e-9)
    name = stand.on_behalf_of or stand.actor
    return Voice(
        name=name,
        stand=stand,
        position=np.clip(position if silent is None else np.where(right, position, silent), 0.0, 100.0),
        capability=capability,
        salience=np.maximum(draw_quantity(worlds, f"salience: {stand.actor}, {issue.proposal}", stand.salience), 1e-9),
        right=right,
        decides=is_decider(issue.decision, name, parties),
        votes=has_vote(issue.decision, name, parties),
    )


def draw_silent(worlds: Worlds, issue: AssessedIssue) -> Array | None:
    """Where the silent members stand: one draw a world for all of them, since their silence has one reason."""
    if issue.decision is None:
        return None
    return draw_quantity(worlds, f"silent members: {issue.proposal}", issue.decision.silent_position)


def find_certainty(issue: AssessedIssue, stand: Stand) -> float:
    """How sure the reading of a stand's words is: the mean over the stands that rest on the same words."""
    shared = [s.certainty for s in issue.stands if s.evidence == stand.evidence]
    return float(np.mean(shared))


def find_capability(stand: Stand, parties: Mapping[str, Party]) -> Party | None:
    """The party whose capability backs a stand: whom it is on behalf of, else the actor."""
    for name in (stand.on_behalf_of, stand.actor):
        if name is not None and name in parties and parties[name].capability is not None:
            return parties[name]
    return None


def is_decider(decision: Decision | None, name: str, parties: Mapping[str, Party]) -> bool:
    """Whether a voice belongs to those who decide: all where nobody knows who does."""
    return decision is None or name == decision.body or has_vote(decision, name, parties)


def has_vote(decision: Decision | None, name: str, parties: Mapping[str, Party]) -> bool:
    """A member, or an unnamed group of members, which under consensus is at least one of them."""
    if decision is None:
        return False
    if name in decision.members:
        return True
    if decision.rule not in ("consensus", "unanimity") or name not in parties:
        return False
    party = parties[name]
    return party.type == "group" and any(m.body == decision.body for m in party.belongs_to)

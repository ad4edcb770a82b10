"""Questions on commitments: is it invoked, and is it honoured when it is."""

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.horizon import Horizon
from tocsin.forecasting.question import Answer
from tocsin.forecasting.wars import find_war_begins
from tocsin.records.situation import AssessedCommitment, Situation

Array = NDArray[np.float64]


def ask_commitments(worlds: Worlds, situation: Situation, horizon: Horizon) -> list[Answer]:
    """The questions on commitments to defend, one pair for each body or circle of parties."""
    answers: list[Answer] = []
    seen: set[str] = set()
    ranked = sorted(situation.commitments, key=lambda c: c.tie not in ("defence", "alliance"))
    for commitment in ranked:
        name = name_commitment(commitment)
        if commitment.honoured is None or name in seen:
            continue
        seen.add(name)
        answers += ask_commitment(worlds, situation, commitment, name, horizon)
    return answers


def name_commitment(commitment: AssessedCommitment) -> str:
    return commitment.body or ", ".join(commitment.parties)


def ask_commitment(
    worlds: Worlds, situation: Situation, commitment: AssessedCommitment, name: str, horizon: Horizon
) -> list[Answer]:
    invoked, because, evidence = find_invoked(worlds, situation, commitment, horizon)
    path = f"honoured: {', '.join(commitment.parties)} ({commitment.tie})"
    assert commitment.honoured is not None
    covered = ", ".join(commitment.covers) or ", ".join(commitment.parties)
    reports = tuple(dict.fromkeys((*commitment.evidence, *evidence)))
    return [
        Answer(
            label=f"invoked: {name}",
            asked="commitment invoked",
            about=commitment.id,
            actor=commitment.body,
            ask=f"Will the commitment that covers {covered} be invoked {horizon.words}?",
            resolved_by="An armed attack on a covered party and its public call on the commitment.",
            because=because,
            chances=invoked,
            paths=("war base rate", "clock"),
            evidence=reports,
        ),
        Answer(
            label=f"honoured: {name}",
            asked="commitment honoured",
            about=commitment.id,
            actor=commitment.body,
            ask=f"If the commitment that covers {covered} is invoked, will a given partner keep it?",
            resolved_by="The partner's armed help after the call, as coded by the study that gives the rate.",
            because=f"Given that it is invoked: {commitment.honoured.because}",
            chances=draw_quantity(worlds, path, commitment.honoured),
            paths=(path,),
            evidence=commitment.evidence,
        ),
    ]


def find_invoked(
    worlds: Worlds, situation: Situation, commitment: AssessedCommitment, horizon: Horizon
) -> tuple[Array | None, str, tuple[str, ...]]:
    """The chance that a covered party is attacked: that of a war where a threat stands between it and another."""
    circle = {*commitment.covers, *commitment.parties, *([commitment.body] if commitment.body else [])}
    threats = [t for t in situation.threats if is_against(t.on_behalf_of or t.by, t.to, circle)]
    if not threats:
        return None, "The text does not say enough: it reports no threat against a covered party.", ()
    evidence = tuple(e for t in threats for e in t.evidence)
    by = threats[0].on_behalf_of or threats[0].by
    chances = find_war_begins(worlds, situation, horizon)
    because = (
        f"{by} threatens a party of it; the chance is that of a crisis becoming a war: {situation.war_base.because}"
    )
    return chances, because, evidence


def is_against(by: str | None, to: str | None, circle: set[str]) -> bool:
    """Whether somebody outside the circle threatens somebody inside."""
    return by is not None and to is not None and by not in circle and to in circle

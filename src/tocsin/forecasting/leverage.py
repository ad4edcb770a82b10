"""Which sentence moves which answer: the answers again without the records that rest on one sentence alone."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from tocsin.forecasting.chance import find_worlds
from tocsin.forecasting.question import Answer
from tocsin.records.forecast import Leverage
from tocsin.records.frozen import Record
from tocsin.records.situation import AssessedIssue, Situation

R = TypeVar("R", bound=Record)
HEADLINES = ("adopted", "acted outside", "threat carried out", "ground gained", "war begins")
KEPT = 20
LEAST = 0.0005


def find_leverage(
    situation: Situation, answers: Sequence[Answer], weeks: float, again: Callable[[Situation], list[Answer]]
) -> tuple[Leverage, ...]:
    """The greatest moves, first; `again` answers a situation in the same worlds.

    A question that falls away without a sentence has moved by its whole chance.
    """
    chances = {
        a.label: float(found.mean()) for a in answers
        if a.asked in HEADLINES and (found := find_worlds(a, weeks)) is not None
    }  # fmt: skip
    moves: list[Leverage] = []
    for evidence in situation.evidence:
        reduced = drop_evidence(situation, evidence.id)
        if reduced is None:
            continue
        without = {a.label: find_worlds(a, weeks) for a in again(reduced)}
        for label, value in chances.items():
            left = without.get(label)
            move = (0.0 if left is None else float(left.mean())) - value
            if abs(move) >= LEAST:
                moves.append(Leverage(evidence=evidence.id, question=label, moves=round(move, 6)))
    order = {label: number for number, label in enumerate(chances)}
    moves.sort(key=lambda m: (-abs(m.moves), order[m.question], int(m.evidence[1:])))
    return tuple(moves[:KEPT])


def drop_evidence(situation: Situation, evidence: str) -> Situation | None:
    """The situation without what rests on this evidence alone; None where nothing that counts does."""
    issues = tuple(drop_stands(issue, evidence) for issue in situation.issues)
    threats = drop_records(situation.threats, evidence)
    commitments = drop_records(situation.commitments, evidence)
    supplies = drop_records(situation.supplies, evidence)
    wars = drop_records(situation.wars, evidence)
    same = (
        all(a is b for a, b in zip(issues, situation.issues, strict=True))
        and len(threats) == len(situation.threats)
        and len(commitments) == len(situation.commitments)
        and len(supplies) == len(situation.supplies)
        and len(wars) == len(situation.wars)
    )
    if same:
        return None
    changed = {"issues": issues, "threats": threats, "commitments": commitments, "supplies": supplies, "wars": wars}
    return situation.model_copy(update=changed)


def drop_stands(issue: AssessedIssue, evidence: str) -> AssessedIssue:
    kept = tuple(s for s in issue.stands if s.evidence != (evidence,))
    return issue if len(kept) == len(issue.stands) else issue.model_copy(update={"stands": kept})


def drop_records(records: tuple[R, ...], evidence: str) -> tuple[R, ...]:
    return tuple(r for r in records if getattr(r, "evidence", None) != (evidence,))

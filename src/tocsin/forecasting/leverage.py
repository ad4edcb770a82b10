"""Which sentence moves which answer: the answers again as if what rests on one sentence alone were wrong."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar

from tocsin.forecasting.chance import find_worlds
from tocsin.forecasting.parts import split_situation
from tocsin.forecasting.question import Answer
from tocsin.records.forecast import Leverage
from tocsin.records.frozen import Record
from tocsin.records.quantity import Quantity
from tocsin.records.situation import (
    AssessedCommitment,
    AssessedIssue,
    AssessedSupply,
    AssessedThreat,
    Situation,
    Stand,
    War,
)  # fmt: skip

R = TypeVar("R", bound=Record)
How = Literal["dropped", "turned"]
HEADLINES = ("adopted", "acted outside", "threat carried out", "ground gained", "war begins")
KEPT = 20
LEAST = 0.0005
OTHER_STANCE: dict[str, str] = {"support": "oppose", "oppose": "support"}


def find_leverage(
    situation: Situation, answers: Sequence[Answer], weeks: float, again: Callable[[Situation], list[Answer]], how: How
) -> tuple[Leverage, ...]:
    """The greatest moves, first, when what rests on a sentence alone is dropped, or its stances are turned.

    `answers` are those of the whole situation, in their order; `again` answers a situation in the same worlds with the
    same luck. A question that falls away without a sentence has moved by its whole chance.

    **Holds** the moves are those of the whole situation answered again for each sentence: a part that shares nothing
    with the others changes none of their answers.
    """
    order = {a.label: number for number, a in enumerate(answers)}
    moves = [move for part in split_situation(situation) for move in find_moves(part, weeks, again, how)]
    moves.sort(key=lambda m: (-abs(m.moves), order[m.question], int(m.evidence[1:])))
    return tuple(moves[:KEPT])


def find_moves(
    part: Situation, weeks: float, again: Callable[[Situation], list[Answer]], how: How
) -> Iterator[Leverage]:
    """How far each sentence that something rests on alone moves the headline answers of a part."""
    chances = measure_answers(again(part), weeks)
    change = drop_evidence if how == "dropped" else turn_evidence
    alone = {r.evidence[0] for r in list_resting(part) if len(r.evidence) == 1}
    for evidence in part.evidence:
        changed = change(part, evidence.id) if evidence.id in alone else None
        if changed is None:
            continue
        found_again = measure_answers(again(changed), weeks)
        for label, value in chances.items():
            move = found_again.get(label, 0.0) - value
            if abs(move) >= LEAST:
                yield Leverage(
                    evidence=evidence.id, question=label, moves=round(move, 6), how=how, records=evidence.records
                )


def measure_answers(answers: Iterable[Answer], weeks: float) -> dict[str, float]:
    """The chances of the headline questions that have one."""
    asked = {a.label: find_worlds(a, weeks) for a in answers if a.asked in HEADLINES}
    return {label: float(found.mean()) for label, found in asked.items() if found is not None}


def list_resting(part: Situation) -> Iterator[Stand | AssessedThreat | AssessedCommitment | AssessedSupply | War]:
    """What of a situation rests on sentences, and counts in a forecast."""
    for issue in part.issues:
        yield from issue.stands
    yield from part.threats
    yield from part.commitments
    yield from part.supplies
    yield from part.wars


def drop_evidence(situation: Situation, evidence: str) -> Situation | None:
    """The situation without what rests on this evidence alone; None where nothing that counts does.

    An issue that waits for a threat that falls away, and a delivery tied to it, stay as they are.
    """
    issues = tuple(drop_stands(issue, evidence) for issue in situation.issues)
    waited = {i.opens_after for i in situation.issues}
    threats = tuple(t for t in situation.threats if t.evidence != (evidence,) or t.id in waited)
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


def turn_evidence(situation: Situation, evidence: str) -> Situation | None:
    """The situation with the stands that rest on this evidence alone mirrored on their lines; None without any."""
    issues = tuple(turn_stands(issue, evidence) for issue in situation.issues)
    if all(a is b for a, b in zip(issues, situation.issues, strict=True)):
        return None
    return situation.model_copy(update={"issues": issues})


def turn_stands(issue: AssessedIssue, evidence: str) -> AssessedIssue:
    turned = tuple(turn_stand(s) if s.evidence == (evidence,) else s for s in issue.stands)
    same = all(a is b for a, b in zip(turned, issue.stands, strict=True))
    return issue if same else issue.model_copy(update={"stands": turned})


def turn_stand(stand: Stand) -> Stand:
    """**Holds** turned twice, a stand is where it was."""
    position = mirror_quantity(stand.position)
    return stand.model_copy(update={"stance": OTHER_STANCE.get(stand.stance, stand.stance), "position": position})


def mirror_quantity(quantity: Quantity) -> Quantity:
    ends = {"low": 100 - quantity.high, "likely": 100 - quantity.likely, "high": 100 - quantity.low}
    return quantity.model_copy(update=ends)

"""Issues as lines from 0 to 100: proposals that are one, and who stands where on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.assessing.cast import Cast
from tocsin.assessing.gather import Gathered
from tocsin.assessing.places import overlaps
from tocsin.assessing.values import take_salience, take_stance
from tocsin.assessing.words import find_content
from tocsin.records.coding import Coded, Coding, Issue, Position
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Stand

ALIKE = 0.6
GROUP = 2


@dataclass(frozen=True)
class Line:
    """A proposal with the issue records that word it and the positions on it."""

    id: str
    proposal: str
    issues: tuple[Issue, ...]
    positions: tuple[Position, ...]


def draw_lines(coding: Coding) -> list[Line]:
    """The proposals of all documents; two documents' wordings of one proposal are one line."""
    groups: list[list[Issue]] = []
    for issue in coding.issues:
        same = next((g for g in groups if is_same_proposal(g[0], issue)), None)
        if same is None:
            groups.append([issue])
        else:
            same.append(issue)
    return [
        Line(
            id=group[0].id,
            proposal=group[0].proposal,
            issues=tuple(group),
            positions=tuple(p for p in coding.positions if p.issue in {i.id for i in group}),
        )
        for group in groups
    ]


def is_same_proposal(one: Issue, two: Issue) -> bool:
    """Issues of one document were kept apart by its coder; those of two are one where most content words agree."""
    if one.document == two.document:
        return one.proposal == two.proposal
    first, second = find_content(one.proposal), find_content(two.proposal)
    return bool(first | second) and len(first & second) / len(first | second) >= ALIKE


def place_stands(line: Line, coding: Coding, cast: Cast, gathered: Gathered) -> tuple[Stand, ...]:
    """One stand for each side on the line; the records of one side are weighed together."""
    sides: dict[str, list[Position]] = {}
    for position in line.positions:
        sides.setdefault(find_stand_side(position, cast), []).append(position)
    return tuple(
        weigh_positions(side, records, find_salience(side, records, line, coding, cast), cast, gathered)
        for side, records in sides.items()
    )


def find_stand_side(position: Position, cast: Cast) -> str:
    """A person speaks for its state; a chamber or party within one stands for itself unless the text says more."""
    if position.on_behalf_of is not None:
        return position.on_behalf_of
    figure = cast.figure(position.actor)
    return cast.side(position.actor) if figure.type == "person" and figure.acts_for else position.actor


def find_salience(side: str, records: Sequence[Position], line: Line, coding: Coding, cast: Cast) -> str:
    """What the text shows of how much a side cares: the first kind of the wording table that fits."""
    if any(find_side(t.by, t.on_behalf_of, cast) == side and overlaps_any(t, records) for t in coding.threats):
        return "threatens"
    if is_party_to(side, line.proposal, cast):
        return "party"
    asks = [e for e in coding.events if e.type == "REQUEST" and find_side(e.actor, e.on_behalf_of, cast) == side]
    if any(overlaps_any(e, records) for e in asks):
        return "initiator"
    if len({(r.document, r.evidence.start) for r in records}) > 1:
        return "repeated"
    sharing = {find_stand_side(p, cast) for p in line.positions if overlaps_any(p, records)}
    return "group" if len(sharing) > GROUP or cast.figure(side).type == "group" else "default"


def find_side(actor: str | None, on_behalf_of: str | None, cast: Cast) -> str | None:
    return None if actor is None else cast.side(actor, on_behalf_of)


def overlaps_any(one: Coded, records: Sequence[Position]) -> bool:
    return any(overlaps(one, r) for r in records)


def is_party_to(side: str, proposal: str, cast: Cast) -> bool:
    """Whether the proposal names the side: it is done to it, by it or on its ground."""
    figure = cast.figure(side)
    return any(find_content(name) <= find_content(proposal) for name in (side, figure.canonical) if find_content(name))


def weigh_positions(side: str, records: Sequence[Position], salience: str, cast: Cast, gathered: Gathered) -> Stand:
    """The stand of one side: the surest record leads, of equals the last; where stances differ the range holds all."""
    leading = max(enumerate(records), key=lambda item: (item[1].certainty, item[0]))[1]
    agreeing = [r for r in records if r.stance == leading.stance]
    rivals = dict.fromkeys(r.stance for r in records if r.stance != leading.stance)
    evidence = gathered.cite(records)
    position = take_stance(leading.stance, gathered.cite(agreeing))
    for rival in rivals:
        position = widen_position(position, take_stance(rival, evidence), rival, evidence)
    return Stand(
        actor=leading.actor,
        on_behalf_of=side if side != leading.actor else None,
        stance=leading.stance,
        condition=leading.condition,
        position=position,
        salience=take_salience(salience, evidence),
        certainty=round(1 - miss_all([r.certainty for r in agreeing]), 6),
        contested=bool(rivals),
        evidence=gathered.cite(agreeing),
        records=tuple(r.id for r in records),
    )


def miss_all(certainties: Sequence[float]) -> float:
    """The chance that every one of some independent readings is wrong, kept above 1 in 100: one text, one coder."""
    missed = 1.0
    for certainty in certainties:
        missed *= 1 - certainty
    return max(missed, 0.01)


def widen_position(position: Quantity, other: Quantity, stance: str, evidence: tuple[str, ...]) -> Quantity:
    """The position with a range that also holds a report that disagrees."""
    return position.model_copy(
        update={
            "low": min(position.low, other.low),
            "high": max(position.high, other.high),
            "because": f"{position.because} Another report gives '{stance}', so the range holds both.",
            "evidence": evidence,
        }
    )

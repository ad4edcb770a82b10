"""Threats, each tied to the issue whose adoption, or refusal, meets its condition."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.assessing.cast import Cast
from tocsin.assessing.gather import Gathered
from tocsin.assessing.lines import Line
from tocsin.assessing.paces import take_cost
from tocsin.assessing.places import overlaps
from tocsin.assessing.values import take_carried_out
from tocsin.assessing.words import find_content, find_names, find_stem, is_turned, list_words, split_phrase
from tocsin.records.coding import Coding, Threat
from tocsin.records.situation import AssessedThreat

LEAST = 2.0
FORCE = frozenset({"attack"})


@dataclass(frozen=True)
class Link:
    """How well a threat's condition fits an issue, whether it asks for its refusal, and why."""

    line: Line
    strength: float
    turned: bool
    because: str


def list_threats(coding: Coding, lines: Sequence[Line], cast: Cast, gathered: Gathered) -> tuple[AssessedThreat, ...]:
    """Every threat once; the same words by the same party about the same thing count as one."""
    told: dict[tuple[object, ...], list[Threat]] = {}
    for threat in coding.threats:
        if threat.by is None:
            continue
        told.setdefault((threat.by, threat.to, threat.condition, threat.consequence), []).append(threat)
    return tuple(assess_threat(records, lines, cast, gathered) for records in told.values())


def assess_threat(records: Sequence[Threat], lines: Sequence[Line], cast: Cast, gathered: Gathered) -> AssessedThreat:
    first = records[0]
    link = find_link(first, lines, cast)
    by = first.by
    side = cast.side(by, first.on_behalf_of) if by is not None else None
    brings_war = threatens_force(first)
    return AssessedThreat(
        id=first.id,
        by=by,
        on_behalf_of=side if side != by else None,
        to=first.to,
        condition=first.condition,
        consequence=first.consequence,
        issue=link.line.id if link else None,
        met_by="refusal" if link and link.turned else "adoption",
        linked_because=link.because if link else None,
        carried_out=take_carried_out(economic=not brings_war and threatens_economy(first)),
        cost=take_cost(brings_war, side or "the party"),
        brings_war=brings_war,
        certainty=max(r.certainty for r in records),
        evidence=gathered.cite(records),
        records=tuple(r.id for r in records),
    )


def threatens_force(threat: Threat) -> bool:
    """Whether the harm announced is fighting with the party that the threat is meant for."""
    return threat.to is not None and bool(find_content(threat.consequence or "") & (list_words("fighting") | FORCE))


def threatens_economy(threat: Threat) -> bool:
    """Whether the harm announced is done with trade, money, goods or travel."""
    return bool(find_content(threat.consequence or "") & list_words("economic"))


def find_link(threat: Threat, lines: Sequence[Line], cast: Cast) -> Link | None:
    """The issue that the condition speaks of: most shared words that are no names, and a stand in the same words."""
    if threat.condition is None:
        return None
    links = [link for line in lines if (link := weigh_link(threat, threat.condition, line, cast)).strength >= LEAST]
    return max(links, key=lambda link: link.strength, default=None)


def weigh_link(threat: Threat, condition: str, line: Line, cast: Cast) -> Link:
    """Shared content words count 1, shared names 1/2, half of all content words 1 more, a stand in the same words 2.

    Without a shared word only a stand against the proposal links: who threatens harm if it happens opposes it.
    """
    names = find_names(line.proposal) | find_names(condition)
    shared = find_content(condition) & find_content(line.proposal)
    own = [p for p in line.positions if overlaps(p, threat) and is_threatener(threat, p.actor, p.on_behalf_of, cast)]
    opposed = any(p.stance == "oppose" for p in own)
    mostly = len(shared - names) >= len(find_content(condition) - names) / 2
    strength = len(shared - names) + len(shared & names) / 2 + (2 if own else 0) + (1 if mostly else 0)
    if not opposed and not shared - names:
        strength = 0.0
    turned = decide_turn(condition, line, own[0].stance if own else None)
    reasons = []
    if shared:
        told = dict.fromkeys(f"'{w}'" for w in split_phrase(condition) if find_stem(w) in shared)
        reasons.append(f"the proposal also speaks of {', '.join(told)}")
    if own:
        reasons.append(f"the words of the threat also carry the stand of {own[0].actor} ({own[0].stance}) on it")
    because = "; ".join(reasons) or "nothing links them"
    return Link(line, strength, turned, because[0].upper() + because[1:] + ".")


def decide_turn(condition: str, line: Line, stance: str | None) -> bool:
    """A threat by who opposes the proposal is met by its adoption, by who supports it by its refusal."""
    if stance == "oppose":
        return False
    if stance == "support":
        return True
    return is_turned(condition, line.proposal)


def is_threatener(threat: Threat, actor: str, on_behalf_of: str | None, cast: Cast) -> bool:
    if threat.by is None:
        return False
    return actor == threat.by or cast.side(actor, on_behalf_of) == cast.side(threat.by, threat.on_behalf_of)

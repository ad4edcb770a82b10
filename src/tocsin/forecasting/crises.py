"""The rules of crises and pacts: a threat between two powers may end in war, and an attack calls on the pact."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.menaces import find_pace, name_attacked, name_fighting
from tocsin.models.clock import find_hazard
from tocsin.models.commitment import Guarded, write_rules
from tocsin.models.process import Effect, Places, Rule, State
from tocsin.models.spread import invert_binomial
from tocsin.records.paths import name_honoured
from tocsin.records.situation import AssessedCommitment, AssessedThreat, Situation

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Crisis:
    """Two powers, one of which threatens the other, that are not at war; `evidence` carries the threats."""

    by: str
    to: str
    evidence: tuple[str, ...]


def list_crises(situation: Situation) -> list[Crisis]:
    """One crisis for each pair of powers with a threat between them and no war, in a fixed order."""
    found: dict[tuple[str, str], list[AssessedThreat]] = {}
    for threat in situation.threats:
        by, to = threat.on_behalf_of or threat.by, find_side(situation, threat.to)
        if by is None or to is None or by == to or not (is_power(situation, by) and is_power(situation, to)):
            continue
        if not any({by, to} == set(w.sides) for w in situation.wars):
            found.setdefault((min(by, to), max(by, to)), []).append(threat)
    crises = []
    for _, threats in sorted(found.items()):
        first = min(threats, key=lambda t: t.id)
        evidence = tuple(dict.fromkeys(e for t in threats for e in t.evidence))
        crises.append(Crisis(first.on_behalf_of or first.by or "", find_side(situation, first.to) or "", evidence))
    return crises


def write_crisis_rules(worlds: Worlds, situation: Situation, crisis: Crisis) -> tuple[Rule, ...]:
    """A crisis ends at its hazard: in war with the base rate, else calmly.

    **Holds** the chance of war by a day is its share of the end's hazard: competing risks.
    """
    share = draw_quantity(worlds, "war base rate", situation.war_base)
    fighting, calm = name_fighting(crisis.by, crisis.to), f"calm: {crisis.by} and {crisis.to}"
    attack = Effect(sets=(fighting, name_attacked(crisis.to, crisis.by)))
    return (
        Rule(
            f"crisis: {crisis.by} and {crisis.to}",
            (attack, Effect(sets=(calm,))),
            bars=(fighting, calm),
            hazard=find_hazard(draw_quantity(worlds, "clock", situation.clock)),
            chances=np.array([share, 1 - share]),
        ),
    )


def name_commitment(commitment: AssessedCommitment) -> str:
    return commitment.body or ", ".join(commitment.parties)


def list_pacts(situation: Situation) -> list[AssessedCommitment]:
    """The commitments to defend, one for each body or circle of parties; an outspoken defence before a membership."""
    ranked = sorted(situation.commitments, key=lambda c: (c.tie not in ("defence", "alliance"), c.id))
    named: dict[str, AssessedCommitment] = {}
    for commitment in ranked:
        if commitment.honoured is not None:
            named.setdefault(name_commitment(commitment), commitment)
    return list(named.values())


def list_attackers(situation: Situation, pact: AssessedCommitment) -> list[AssessedThreat]:
    """The threats by somebody outside the circle against somebody inside, in an order of their own."""
    circle = {*pact.covers, *pact.parties, *([pact.body] if pact.body else [])}
    found = [
        t
        for t in situation.threats
        if (by := t.on_behalf_of or t.by) is not None and by not in circle and find_side(situation, t.to) in circle
    ]
    return sorted(found, key=lambda t: t.id)


def count_partners(pact: AssessedCommitment, attacked: str | None) -> int:
    """How many are bound to answer, the attacked one left out; at least one."""
    bound = pact.partners or tuple(p for p in pact.parties if p not in (*pact.covers, pact.body))
    return max(1, len([p for p in bound if p != attacked]))


@dataclass(frozen=True, eq=False)
class CountPartners:
    """Draws how many partners keep a pact, given that one does; all rely on one reliability a world."""

    counts: str
    partners: int
    reliability: Array

    def __call__(self, state: State, paths: Places, now: Array) -> None:
        luck = state.luck(f"{self.counts}: how many", 0)[paths]
        state.stocks[self.counts][paths] = invert_binomial(luck, self.partners, self.reliability[paths], least=1)


def write_pact_rules(worlds: Worlds, situation: Situation, pact: AssessedCommitment) -> tuple[Rule, ...]:
    """An attack on a covered party detaches the pact; each partner then keeps it with the same reliability.

    **Holds** the number of partners that keep it is Beta-Binomial for a reliability from one Beta distribution.
    """
    assert pact.honoured is not None
    attackers = list_attackers(situation, pact)
    sides = list(dict.fromkeys((find_side(situation, t.to) or "", t.on_behalf_of or t.by or "") for t in attackers))
    if not sides:
        return ()
    partners = count_partners(pact, sides[0][0])
    reliability = draw_quantity(worlds, name_honoured(pact), pact.honoured)
    guarded = Guarded(
        pact.id,
        tuple(name_attacked(to, by) for to, by in sides),
        kept=1 - (1 - reliability) ** partners,
        pace=find_pace(worlds, situation),
        act=CountPartners(name_helpers(pact), partners, reliability),
    )
    return write_rules(guarded)


def name_helpers(pact: AssessedCommitment) -> str:
    return f"helpers: {pact.id}"


def find_side(situation: Situation, name: str | None) -> str | None:
    """The state that a person acts for, else the name itself."""
    party = next((a for a in situation.actors if a.name == name), None)
    return party.acts_for if party is not None and party.type == "person" and party.acts_for else name


def is_power(situation: Situation, name: str) -> bool:
    """A party that can wage war: a state or an alliance, or a group that is told to attack or to be attacked."""
    kind = next((a.type for a in situation.actors if a.name == name), None)
    fights = any(e.type == "ASSAULT" and name in (e.actor, e.on_behalf_of, *e.targets) for e in situation.events)
    return kind in ("state", "alliance") or (kind == "group" and fights)

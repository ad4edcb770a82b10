"""What deciders foresee: how likely a threat is carried out once its condition is met, and what that would cost."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.models.attrition import find_odds
from tocsin.models.choice import End, Move, play_tree
from tocsin.records.paths import name_honoured, name_threat
from tocsin.records.situation import AssessedCommitment, AssessedIssue, AssessedThreat, Party, Situation

Array = NDArray[np.float64]
MOST_POINTS = 100.0
CARRY, PASS, JOIN, ASIDE = "carry it out", "let it pass", "join", "stand aside"


def find_credibility(worlds: Worlds, situation: Situation, threat: AssessedThreat) -> Array:
    """The chance in every world that the threat is carried out once its condition is met, if it was read rightly.

    The threatener moves, then the partners of the threatened. Both moves have their base rate; a threat of war is
    tilted by what the war would be worth: the odds of winning it, partners counted as far as they are relied on,
    against even odds.

    **Holds** without a precision, or where the tables know no strength, the chance is the base rate exactly.
    """
    base = draw_quantity(worlds, f"carried out: {name_threat(threat)}", threat.carried_out)
    worth = weigh_war(worlds, situation, threat) if threat.brings_war else None
    if worth is None or situation.precision is None:
        return base
    joined, apart, reliability = worth
    answers = {JOIN: value_end(joined), ASIDE: value_end(apart)}
    partners = Move("partners", answers, base={JOIN: reliability, ASIDE: 1 - reliability})
    options: dict[str, Move | End] = {CARRY: partners, PASS: value_end(0.0)}
    tree = Move("threatener", options, base={CARRY: base, PASS: 1 - base})
    precision = draw_quantity(worlds, "precision", situation.precision)
    played = play_tree(tree, {"threatener": precision, "partners": 0.0})
    return np.asarray(np.broadcast_to(played.chances[CARRY], base.shape))


def value_end(worth: Array | float) -> End:
    """An end by what it is worth to the threatener; the partners' move stays at its base rate."""
    return End({"threatener": worth, "partners": 0.0})


def weigh_war(worlds: Worlds, situation: Situation, threat: AssessedThreat) -> tuple[Array, Array, Array] | None:
    """The odds of the war less one half, with and without the partners, and how far these are relied on."""
    parties = {a.name: a for a in situation.actors}
    by, to = parties.get(threat.on_behalf_of or threat.by or ""), parties.get(threat.to or "")
    own, theirs = draw_strength(worlds, by), draw_strength(worlds, to)
    if situation.force_slope is None or own is None or theirs is None or to is None:
        return None
    slope = draw_quantity(worlds, "force slope", situation.force_slope)
    pact = find_pact(situation, to.name)
    if pact is None or pact.honoured is None:
        odds = find_odds(0.5, slope, own, theirs) - 0.5
        return odds, odds, np.ones(worlds.draws)
    reliability = draw_quantity(worlds, name_honoured(pact), pact.honoured)
    if to.name == pact.body:
        odds = find_odds(0.5, slope, own, reliability * theirs) - 0.5
        return odds, odds, reliability
    others = [parties[p] for p in pact.partners if p in parties and p != to.name]
    helping = [s for p in others if (s := draw_strength(worlds, p)) is not None]
    joined = find_odds(0.5, slope, own, theirs + sum(helping, np.zeros(worlds.draws))) - 0.5
    return joined, find_odds(0.5, slope, own, theirs) - 0.5, reliability


def draw_strength(worlds: Worlds, party: Party | None) -> Array | None:
    if party is None or party.capability is None:
        return None
    return np.maximum(draw_quantity(worlds, f"capability: {party.name}", party.capability), 1e-9)


def find_pact(situation: Situation, name: str) -> AssessedCommitment | None:
    """The pact that covers a party, or that it is the body of."""
    kept = [c for c in situation.commitments if c.honoured is not None and name in (*c.covers, c.body)]
    return min(kept, key=lambda c: (c.tie not in ("defence", "alliance"), c.id), default=None)


def foresee_costs(worlds: Worlds, situation: Situation, issue: AssessedIssue) -> Array | float:
    """By how many points the threats on an issue move those who decide it away from what they would bring about.

    A threat against adoption moves them down by its cost times the chance that it is carried out, a threat against
    refusal up.

    **Holds** a threat that is never carried out, or costs nothing, moves nobody; a more credible one moves them more.
    """
    moved: Array | float = 0.0
    for threat in list_foreseen(situation.threats, issue):
        assert threat.cost is not None
        cost = draw_quantity(worlds, f"cost: {name_threat(threat)}", threat.cost)
        points = cost * find_credibility(worlds, situation, threat) * threat.certainty
        moved = moved + (points if threat.met_by == "adoption" else -points)
    return np.clip(moved, -MOST_POINTS, MOST_POINTS)


def list_foreseen(threats: Sequence[AssessedThreat], issue: AssessedIssue) -> list[AssessedThreat]:
    """The threats on an issue that cost those who decide it something, in an order of their own; not their own ones."""
    members = () if issue.decision is None else issue.decision.members
    found = [
        t for t in threats
        if t.issue == issue.id and t.cost is not None and (t.on_behalf_of or t.by) not in members
    ]  # fmt: skip
    return sorted(found, key=lambda t: t.id)


def list_threat_paths(situation: Situation, threat: AssessedThreat) -> tuple[str, ...]:
    """The quantities that the chance of a threat's execution goes through."""
    paths = [f"carried out: {name_threat(threat)}"]
    if threat.brings_war and situation.precision is not None and situation.force_slope is not None:
        paths += ["precision", "force slope"]
        paths += [f"capability: {n}" for n in (threat.on_behalf_of or threat.by, threat.to) if n]
        pact = find_pact(situation, threat.to or "")
        paths += [name_honoured(pact)] if pact is not None else []
    return tuple(paths)


def list_foreseen_paths(situation: Situation, issue: AssessedIssue) -> tuple[str, ...]:
    """The quantities behind what the deciders of an issue foresee."""
    found = list_foreseen(situation.threats, issue)
    return tuple(p for t in found for p in (f"cost: {name_threat(t)}", *list_threat_paths(situation, t)))

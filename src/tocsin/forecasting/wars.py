"""Questions on wars: who gains ground next, and whether a crisis becomes a war."""

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.horizon import Horizon
from tocsin.forecasting.question import Answer
from tocsin.models.attrition import find_odds
from tocsin.models.clock import find_first, find_hazard
from tocsin.records.situation import Situation, War

Array = NDArray[np.float64]


def ask_ground(worlds: Worlds, situation: Situation, war: War, horizon: Horizon) -> Answer:
    """Will the side that lately gained ground win the next decided battle."""
    side = war.gaining or war.sides[0]
    other = war.sides[1] if side == war.sides[0] else war.sides[0]
    chances = None
    paths: tuple[str, ...] = (f"attacker wins: {' and '.join(war.sides)}", f"force slope: {' and '.join(war.sides)}")
    because = "The text does not say enough: it does not tell which side is gaining ground."
    if war.gaining is not None:
        attacker, own = draw_strength(worlds, situation, side)
        defender, theirs = draw_strength(worlds, situation, other)
        equal, slope = (
            draw_quantity(worlds, paths[0], war.attacker_wins),
            draw_quantity(worlds, paths[1], war.force_slope),
        )
        chances = find_odds(equal, slope, attacker, defender)
        short = " and ".join(n for n, p in ((side, own), (other, theirs)) if p)
        because = f"{side} lately gained ground, so it is taken as the attacker: {war.attacker_wins.because} " + (
            f"The reported shortages of {short} tilt it." if short else "No shortage is reported that would tilt it."
        )
        paths = (*paths, *own, *theirs)
    return Answer(
        label=f"ground gained: {side} against {other}",
        asked="ground gained",
        about=war.id,
        actor=side,
        ask=f"Will {side} win the next battle with {other} that is decided {horizon.words}?",
        resolved_by="The next place whose change of hands both sides, or two independent sources, report.",
        because=because,
        chances=chances,
        paths=paths,
        evidence=war.evidence,
    )


def draw_strength(worlds: Worlds, situation: Situation, side: str) -> tuple[Array, tuple[str, ...]]:
    """The mean stock of a side as a share of its need, 1 where no shortage is reported, and its paths."""
    stocks = {
        f"supply: {s.actor}, {s.what}": s.stock for s in situation.supplies if s.actor == side and s.stock is not None
    }
    if not stocks:
        return np.ones(worlds.draws), ()
    drawn = [draw_quantity(worlds, path, stock) for path, stock in sorted(stocks.items())]
    return np.maximum(np.mean(drawn, axis=0), 1e-3), tuple(sorted(stocks))


def ask_war_begins(worlds: Worlds, situation: Situation, horizon: Horizon) -> list[Answer]:
    """One question for each pair of parties with a threat between them and no war."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for threat in situation.threats:
        by, to = threat.on_behalf_of or threat.by, find_side(situation, threat.to)
        if by is None or to is None or by == to or not (is_power(situation, by) and is_power(situation, to)):
            continue
        pair = (by, to) if by < to else (to, by)
        if not any(set(pair) == set(w.sides) for w in situation.wars):
            pairs.setdefault(pair, []).extend(threat.evidence)
    chances = find_war_begins(worlds, situation, horizon)
    return [ask_pair(pair, evidence, situation, chances, horizon) for pair, evidence in sorted(pairs.items())]


def ask_pair(
    pair: tuple[str, str], evidence: list[str], situation: Situation, chances: Array, horizon: Horizon
) -> Answer:
    one, two = pair
    return Answer(
        label=f"war begins: {one} and {two}",
        asked="war begins",
        about=f"{one} and {two}",
        actor=None,
        ask=f"Will fighting at the level of war begin between {one} and {two} {horizon.words}?",
        resolved_by="Full-scale war between the two as the International Crisis Behavior project codes it.",
        because=f"A threat stands between them and no war is reported: {situation.war_base.because}",
        chances=chances,
        paths=("war base rate", "clock"),
        evidence=tuple(dict.fromkeys(evidence)),
    )


def find_war_begins(worlds: Worlds, situation: Situation, horizon: Horizon) -> Array:
    """The chance that a crisis becomes a war within the horizon: the end of the crisis splits into war and the rest."""
    share = draw_quantity(worlds, "war base rate", situation.war_base)
    end = find_hazard(draw_quantity(worlds, "clock", situation.clock))
    return np.asarray(find_first(np.array([end * share, end * (1 - share)]), horizon.weeks)[0], dtype=np.float64)


def find_side(situation: Situation, name: str | None) -> str | None:
    """The state that a person acts for, else the name itself."""
    party = next((a for a in situation.actors if a.name == name), None)
    return party.acts_for if party is not None and party.type == "person" and party.acts_for else name


def is_power(situation: Situation, name: str) -> bool:
    """A party that can wage war: a state or an alliance, or a group that is told to attack or to be attacked."""
    kind = next((a.type for a in situation.actors if a.name == name), None)
    fights = any(e.type == "ASSAULT" and name in (e.actor, e.on_behalf_of, *e.targets) for e in situation.events)
    return kind in ("state", "alliance") or (kind == "group" and fights)

"""Questions on wars: who gains ground next, whether a place changes hands, and whether fighting begins or ends."""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.course import Course
from tocsin.forecasting.crises import Crisis
from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.front import is_measured, name_ended, name_fallen, name_stock
from tocsin.forecasting.menaces import name_fighting, name_pair
from tocsin.forecasting.question import Answer
from tocsin.models.attrition import find_odds
from tocsin.models.clock import find_ended, find_hazard
from tocsin.records.paths import name_supply, name_war
from tocsin.records.situation import AssessedControl, Situation, War

Array = NDArray[np.float64]


def ask_war(worlds: Worlds, situation: Situation, war: War, course: Course) -> list[Answer]:
    """The questions on one war."""
    answers = [ask_ground(worlds, situation, war)]
    answers += [ask_fall(situation, war, control, course) for control in list_pressed(situation, war)]
    if war.ends is not None:
        answers.append(ask_end(worlds, war, course))
    return answers


def ask_ground(worlds: Worlds, situation: Situation, war: War) -> Answer:
    """Will the side that lately gained ground win the next decided battle."""
    side = war.gaining or war.sides[0]
    other = find_other(war, side)
    chances = None
    name = name_war(war)
    paths: tuple[str, ...] = (f"attacker wins: {name}", f"force slope: {name}")
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
        ask=(f"Will {side} win the next battle with {other} that is decided ", "?"),
        clause=f"{side} will win the next battle with {other} that is decided",
        resolved_by="The next place whose change of hands both sides, or two independent sources, report.",
        because=because,
        chances=chances,
        paths=paths,
        evidence=war.evidence,
    )


def find_other(war: War, side: str) -> str:
    return war.sides[1] if side == war.sides[0] else war.sides[0]


def draw_strength(worlds: Worlds, situation: Situation, side: str) -> tuple[Array, tuple[str, ...]]:
    """The mean stock of a side as a share of its need, 1 where no shortage is reported, and its paths."""
    stocks = {
        f"supply: {name_supply(s)}": s.stock for s in situation.supplies if s.actor == side and s.stock is not None
    }
    if not stocks:
        return np.ones(worlds.draws), ()
    drawn = [draw_quantity(worlds, path, stock) for path, stock in sorted(stocks.items())]
    return np.maximum(np.mean(drawn, axis=0), 1e-3), tuple(sorted(stocks))


def list_pressed(situation: Situation, war: War) -> list[AssessedControl]:
    """The places that the side under pressure was last told to hold, and those whose holder the reports dispute."""
    if war.gaining is None or war.battles is None:
        return []
    other, latest = find_other(war, war.gaining), {}
    for control in situation.control:
        holder = control.on_behalf_of or control.holder
        if holder in war.sides:
            latest[control.place] = control
    disputed = {c.place for c in situation.control if c.contested}
    return [
        c for place, c in sorted(latest.items())
        if place in disputed or (c.change in ("holds", "gained") and (c.on_behalf_of or c.holder) == other)
    ]  # fmt: skip


def is_known(situation: Situation, place: str) -> bool:
    return not any(c.contested and c.place == place for c in situation.control)


def ask_fall(situation: Situation, war: War, control: AssessedControl, course: Course) -> Answer:
    """Will a place that the side under pressure holds change hands."""
    assert war.gaining is not None
    name, known = name_war(war), is_known(situation, control.place)
    side, other = war.gaining, find_other(war, war.gaining)
    because = (
        f"{side} lately gained ground and {other} holds it; battles for it are decided at a pace that no published "
        "rate gives, and the strengths of both sides, which wear down and run short, tilt each."
    )
    return Answer(
        label=f"place changes hands: {control.place}",
        asked="place changes hands",
        about=war.id,
        actor=side,
        ask=(f"Will {side} take {control.place} from {other} ", "?")
        if known
        else (f"Will {control.place} change hands ", "?"),
        clause=f"{side} will take {control.place}",
        resolved_by="The change of hands, as both sides or two independent sources report it.",
        because=because if known else "The text does not say enough: its reports disagree on who holds it.",
        times=course.when(name_fallen(war, control.place)) if known else None,
        paths=(
            *(f"{kind}: {name}" for kind in ("battles", "attacker wins", "force slope", "losses", "exponent", "ends")),
            *list_supply_paths(situation, war.sides),
        ),
        evidence=tuple(dict.fromkeys((*control.evidence, *war.evidence))),
    )


def list_supply_paths(situation: Situation, sides: tuple[str, ...]) -> tuple[str, ...]:
    own = [name_supply(s) for s in situation.supplies if s.actor in sides and s.stock is not None]
    return tuple(f"{kind}: {name}" for name in own for kind in ("supply", "drift", "delivers"))


def ask_end(worlds: Worlds, war: War, course: Course) -> Answer:
    """Will the fighting end: at its hazard, which nothing bars."""
    name = name_war(war)
    assert war.ends is not None
    timely = partial(find_ended, find_hazard(draw_quantity(worlds, f"ends: {name}", war.ends)))
    return Answer(
        label=f"war ends: {name}",
        asked="war ends",
        about=war.id,
        actor=None,
        ask=(f"Will the fighting between {name} end ", "?"),
        clause=f"the fighting between {name} will end",
        resolved_by="A truce or peace that holds for four weeks, or fewer than 25 deaths in battle in that time.",
        because=war.ends.because,
        chances=timely(course.weeks),
        timely=timely,
        times=course.when(name_ended(war)),
        paths=(f"ends: {name}",),
        evidence=war.evidence,
    )


def ask_shortages(situation: Situation, course: Course) -> Iterator[Answer]:
    """One question for each short stock: when does its lack bind."""
    for supply in situation.supplies:
        if supply.stock is None or supply.binds is None:
            continue
        name = name_supply(supply)
        whom = supply.actor or "an unnamed party"
        known = is_measured(supply)
        because = f"{supply.stock.because} {supply.binds.because}"
        if not known:
            because = (
                f"The text does not say enough: it tells that {whom} lacks {supply.what}, and of no amount, so that "
                "every number behind a chance would be a default; set one to get it."
            )
        yield Answer(
            label=f"shortage binds: {name}",
            asked="shortage binds",
            about=name,
            actor=supply.actor,
            ask=(f"Will {whom} lack {supply.what} so far that it binds ", "?"),
            clause=f"{whom} will lack {supply.what} so far that it binds",
            resolved_by="Two independent reports that less is there than the share of the need named in the situation.",
            because=because + (" A delivery that is debated would fill it." if supply.issue and known else ""),
            times=course.when(f"binds: {name}") if known else None,
            levels=course.levels.get(name_stock(supply)),
            paths=tuple(f"{kind}: {name}" for kind in ("supply", "drift", "binds", "delivers")),
            evidence=supply.evidence,
        )


def ask_war_begins(situation: Situation, crisis: Crisis, course: Course, attack: Sequence[str]) -> Answer:
    """Will a crisis become a war; `attack` are the paths to an attack."""
    one, two = sorted((crisis.by, crisis.to))
    pair = name_pair(one, two)
    return Answer(
        label=f"war begins: {pair}",
        asked="war begins",
        about=pair,
        actor=None,
        ask=(f"Will fighting at the level of war begin between {pair} ", "?"),
        clause=f"fighting at the level of war will begin between {pair}",
        resolved_by="Full-scale war between the two as the International Crisis Behavior project codes it.",
        because=(
            f"A threat stands between them and no war is reported: {situation.war_base.because} A threat of war that "
            "is carried out comes on top."
        ),
        times=course.when(name_fighting(one, two)),
        paths=tuple(attack),
        evidence=crisis.evidence,
    )

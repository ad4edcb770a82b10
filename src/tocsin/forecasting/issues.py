"""The rules of an issue: it is settled at the pace of its clock, adopted, done outside the body, or dropped."""

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.collective import Resolution
from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.models.clock import find_hazard
from tocsin.models.process import Effect, Rule
from tocsin.records.situation import AssessedIssue, Situation

Array = NDArray[np.float64]


def name_adopted(issue: str) -> str:
    return f"adopted: {issue}"


def name_outside(issue: str) -> str:
    return f"outside: {issue}"


def name_dropped(issue: str) -> str:
    return f"dropped: {issue}"


def name_done(done: str, situation: Situation) -> str:
    """The fact that an issue is adopted, or a threat carried out, by its id."""
    return name_adopted(done) if any(i.id == done for i in situation.issues) else f"discharged: {done}"


def write_issue_rules(worlds: Worlds, situation: Situation, resolution: Resolution) -> tuple[Rule, ...]:
    """The rule by which an issue is settled; none where the text says too little.

    **Holds** for an issue that is open now, the share of paths in which it is adopted by a day is the chance that it
    is settled by then times the chance that it is then adopted, beyond noise.
    """
    issue = resolution.issue
    if resolution.adopted is None:
        return ()
    outside = np.zeros(worlds.draws) if resolution.outside is None else resolution.outside
    dropped = np.clip(1 - resolution.adopted - outside, 0.0, 1.0)
    names = (name_adopted(issue.id), name_outside(issue.id), name_dropped(issue.id))
    hazard = find_settling(worlds, situation, issue)
    return (
        Rule(
            f"settled: {issue.id}",
            tuple(Effect(sets=(name,)) for name in names),
            needs=() if issue.opens_after is None else (name_done(issue.opens_after, situation),),
            bars=names,
            hazard=0.0 if hazard is None else hazard,
            delay=0.0 if hazard is None else None,
            chances=np.array([resolution.adopted, outside, dropped]),
        ),
    )


def find_settling(worlds: Worlds, situation: Situation, issue: AssessedIssue) -> Array | None:
    """The hazard per week at which an issue is settled; None where it is under way and waits for nothing."""
    if issue.decision is not None and issue.decision.under_way:
        return None
    return find_hazard(draw_quantity(worlds, "clock", situation.clock))

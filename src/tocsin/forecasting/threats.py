"""Questions on threats: is the condition met, and is the threat then carried out."""

from collections.abc import Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.course import Course
from tocsin.forecasting.draw import Worlds
from tocsin.forecasting.foresight import find_credibility, list_threat_paths
from tocsin.forecasting.menaces import find_pace
from tocsin.forecasting.proposals import Settled
from tocsin.forecasting.question import Answer
from tocsin.models.clock import find_both, find_ended
from tocsin.models.commitment import name_stage
from tocsin.records.situation import AssessedThreat, Situation

Array = NDArray[np.float64]


def ask_threat(
    worlds: Worlds, situation: Situation, threat: AssessedThreat, settled: Mapping[str, Settled], course: Course
) -> list[Answer]:
    """The two questions on a threat; no chance where its condition is tied to nothing that is debated."""
    on = settled.get(threat.issue) if threat.issue is not None else None
    missing = find_missing(threat, on)
    because = missing or explain_met(threat, on)
    known = on if not missing else None
    paths = () if known is None else (*known.paths, *list_threat_paths(situation, threat))
    who = threat.by or "an unnamed party"
    what = threat.consequence or f"the harm announced if {threat.condition}"
    trigger = threat.condition or "its condition"
    return [
        Answer(
            label=f"threat triggered: {who}, {what}",
            asked="threat triggered",
            about=threat.id,
            actor=threat.by,
            ask=(f"Will the condition of the threat by {who} be met ", f": {trigger}?"),
            clause=f"the condition of the threat by {who} will be met: {trigger}",
            resolved_by=f"Public reports that this has happened: {trigger}.",
            because=because,
            chances=None if known is None else find_met(threat, known),
            timely=None if known is None or threat.met_by == "refusal" else known.find_timely,
            times=None if known is None else course.when(name_stage(threat.id, "detached")),
            paths=() if known is None else known.paths,
            evidence=threat.evidence,
        ),
        Answer(
            label=f"threat carried out: {who}, {what}",
            asked="threat carried out",
            about=threat.id,
            actor=threat.by,
            ask=(f"Will {who} carry out this threat ", f": {what}?"),
            clause=f"{who} will carry out this threat: {what}",
            resolved_by=f"Public reports of acts of {who} that amount to this: {what}.",
            because=because if known is None else explain_carried_out(because, threat, situation),
            chances=None if known is None else find_carried_out(worlds, situation, threat, known),
            timely=None if known is None else partial(find_timely, worlds, situation, known),
            times=None if known is None else course.when(name_stage(threat.id, "discharged")),
            paths=(*paths, *(("pace",) if situation.pace is not None else ())),
            evidence=threat.evidence,
        ),
    ]


def find_missing(threat: AssessedThreat, on: Settled | None) -> str:
    """What is missing for a chance, in a sentence; empty where nothing is."""
    if threat.condition is None:
        return "The text does not say enough: it gives the threat no condition."
    if on is None:
        return "The text does not say enough: the threat's condition is no proposal that the articles debate."
    if on.resolution.adopted is None:
        return f"The condition hangs on '{on.issue.proposal}'. {on.resolution.why}"
    return ""


def explain_met(threat: AssessedThreat, on: Settled | None) -> str:
    assert on is not None
    if threat.met_by == "refusal":
        day = f" by {threat.deadline}" if threat.deadline else " in time"
        return f"The condition is met unless this is adopted{day}: {on.issue.proposal}."
    if on.resolution.outside is None:
        return f"The condition is met if this is adopted: {on.issue.proposal}."
    return f"The condition is met if this is adopted, or done without the body: {on.issue.proposal}."


def find_met(threat: AssessedThreat, on: Settled) -> Array | None:
    """The exact chance in every world that the condition is met in time; None where only the course tells."""
    adopted, outside = on.time_chance(on.resolution.adopted), on.time_chance(on.resolution.outside)
    if adopted is None or threat.deadline is not None:
        return None
    if threat.met_by == "refusal":
        return np.asarray(1 - adopted)
    return adopted if outside is None else np.minimum(adopted + outside, 1.0)


def find_carried_out(worlds: Worlds, situation: Situation, threat: AssessedThreat, on: Settled) -> Array | None:
    """The exact chance in every world that the condition is met and the threat then carried out in time."""
    if on.settled is None or threat.met_by == "refusal" or threat.window is not None:
        return None
    resolution, weeks = on.resolution, on.course.weeks
    assert resolution.adopted is not None
    met = resolution.adopted if resolution.outside is None else np.minimum(resolution.adopted + resolution.outside, 1.0)
    timely = find_timely(worlds, situation, on, weeks)
    return np.asarray(timely * met * find_credibility(worlds, situation, threat) * threat.certainty)


def find_timely(worlds: Worlds, situation: Situation, on: Settled, weeks: float) -> Array:
    """The chance in every world that the issue is settled, and then answered, within so many weeks."""
    pace = find_pace(worlds, situation)
    if on.hazard is None or pace is None:
        return on.find_timely(weeks) if pace is None else find_ended(pace, weeks)
    return find_both(on.hazard, pace, weeks)


def explain_carried_out(because: str, threat: AssessedThreat, situation: Situation) -> str:
    tilt = " The strength of both sides tilts it." if threat.brings_war and situation.precision is not None else ""
    return (
        f"{because} It is then carried out with a chance that no published rate narrows, "
        f"times the certainty that the words are a threat.{tilt} Words such as 'inevitable' count for nothing here."
    )

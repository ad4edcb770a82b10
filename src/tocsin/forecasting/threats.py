"""Questions on threats: is the condition met, and is the threat then carried out."""

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.collective import Resolution, list_paths
from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.horizon import Horizon
from tocsin.forecasting.question import Answer
from tocsin.records.situation import AssessedThreat

Array = NDArray[np.float64]


def ask_threat(
    worlds: Worlds, threat: AssessedThreat, resolutions: dict[str, Resolution], horizon: Horizon
) -> list[Answer]:
    """The two questions on a threat; no chance where its condition is tied to nothing that is debated."""
    resolution = resolutions.get(threat.issue) if threat.issue is not None else None
    met, because = find_met(threat, resolution)
    path = f"carried out: {threat.by}, {threat.consequence or threat.condition}"
    chances = None
    if met is not None:
        chances = met * draw_quantity(worlds, path, threat.carried_out) * threat.certainty
    paths = () if resolution is None else list_paths(resolution.issue)
    who = threat.by or "an unnamed party"
    what = threat.consequence or f"the harm announced if {threat.condition}"
    trigger = threat.condition or "its condition"
    evidence = threat.evidence
    return [
        Answer(
            label=f"threat triggered: {who}, {what}",
            asked="threat triggered",
            about=threat.id,
            actor=threat.by,
            ask=f"Will the condition of the threat by {who} be met {horizon.words}: {trigger}?",
            resolved_by=f"Public reports that this has happened: {trigger}.",
            because=because,
            chances=met,
            paths=paths,
            evidence=evidence,
        ),
        Answer(
            label=f"threat carried out: {who}, {what}",
            asked="threat carried out",
            about=threat.id,
            actor=threat.by,
            ask=f"Will {who} carry out this threat {horizon.words}: {what}?",
            resolved_by=f"Public reports of acts of {who} that amount to this: {what}.",
            because=explain_carried_out(because, met is not None),
            chances=chances,
            paths=(*paths, path),
            evidence=evidence,
        ),
    ]


def find_met(threat: AssessedThreat, resolution: Resolution | None) -> tuple[Array | None, str]:
    """The chance in every world that the threat's condition is met, and why."""
    if threat.condition is None:
        return None, "The text does not say enough: it gives the threat no condition."
    if resolution is None:
        return None, "The text does not say enough: the threat's condition is no proposal that the articles debate."
    if resolution.adopted is None:
        return None, f"The condition hangs on '{resolution.issue.proposal}'. {resolution.why}"
    if threat.met_by == "refusal":
        return (
            1 - resolution.adopted,
            f"The condition is met unless this is adopted in time: {resolution.issue.proposal}.",
        )
    if resolution.outside is None:
        return resolution.adopted, f"The condition is met if this is adopted: {resolution.issue.proposal}."
    met = np.minimum(resolution.adopted + resolution.outside, 1.0)
    return met, f"The condition is met if this is adopted, or done without the body: {resolution.issue.proposal}."


def explain_carried_out(because: str, linked: bool) -> str:
    if not linked:
        return because
    return (
        f"{because} It is then carried out with a chance that no published rate narrows, "
        "times the certainty that the words are a threat. Words such as 'inevitable' count for nothing here."
    )

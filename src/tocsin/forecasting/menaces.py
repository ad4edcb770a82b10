"""The rules of threats: a met condition opens a window, in which the threat is carried out or let pass."""

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.foresight import find_credibility
from tocsin.forecasting.horizon import Horizon, count_weeks
from tocsin.forecasting.issues import name_adopted, name_dropped, name_outside
from tocsin.models.clock import find_hazard
from tocsin.models.commitment import Guarded, write_rules
from tocsin.models.process import Effect, Rule
from tocsin.records.paths import name_threat
from tocsin.records.situation import AssessedThreat, Situation

Array = NDArray[np.float64]


def name_pair(one: str, two: str) -> str:
    """Two parties in one order."""
    return " and ".join(sorted((one, two)))


def name_fighting(one: str, two: str) -> str:
    return f"fighting: {name_pair(one, two)}"


def name_attacked(target: str, by: str) -> str:
    return f"attacked: {target} by {by}"


def find_pace(worlds: Worlds, situation: Situation) -> Array | None:
    """The hazard per week at which what is called on is answered; None where at once."""
    return None if situation.pace is None else find_hazard(draw_quantity(worlds, "pace", situation.pace))


def write_threat_rules(
    worlds: Worlds, situation: Situation, threat: AssessedThreat, horizon: Horizon
) -> tuple[Rule, ...]:
    """The rules of a threat whose condition is tied to an issue; none otherwise."""
    if threat.issue is None or threat.condition is None:
        return ()
    adopted, outside, dropped = (name(threat.issue) for name in (name_adopted, name_outside, name_dropped))
    late: tuple[Rule, ...] = ()
    triggers: tuple[str, ...] = (adopted, outside)
    releases: tuple[str, ...] = (dropped,)
    if threat.met_by == "refusal":
        refused = name_refused(threat)
        late = (
            Rule(
                f"late: {threat.id}",
                (Effect(sets=(refused,)),),
                bars=(adopted, refused),
                delay=find_due(threat, horizon),
            ),
        )
        triggers, releases = (dropped, outside, refused), (adopted,)
    guarded = Guarded(
        threat.id,
        triggers,
        kept=find_credibility(worlds, situation, threat) * threat.certainty,
        pace=find_pace(worlds, situation),
        deadline=None
        if threat.window is None
        else draw_quantity(worlds, f"window: {name_threat(threat)}", threat.window),
        releases=releases,
        brings=list_brought(threat),
    )
    return (*late, *write_rules(guarded))


def name_refused(threat: AssessedThreat) -> str:
    return f"not in time: {threat.id}"


def find_due(threat: AssessedThreat, horizon: Horizon) -> float:
    """The weeks after which a matter that is not adopted counts as refused: to its deadline, else to the horizon."""
    if threat.deadline is None or horizon.as_of is None:
        return float(horizon.weeks)
    return count_weeks(horizon.as_of, threat.deadline)


def list_brought(threat: AssessedThreat) -> tuple[str, ...]:
    """The facts that carrying out a threat of war brings."""
    by = threat.on_behalf_of or threat.by
    if not threat.brings_war or by is None or threat.to is None:
        return ()
    return name_fighting(by, threat.to), name_attacked(threat.to, by)

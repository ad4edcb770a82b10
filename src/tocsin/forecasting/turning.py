"""Stands that turn over before a matter is settled: refusals that yield to a threat, and changes of mind."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.records.quantity import Quantity
from tocsin.records.situation import AssessedIssue, Situation

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


def find_turned(
    worlds: Worlds, situation: Situation, issue: AssessedIssue, names: Sequence[str], accepts: Bools
) -> Array:
    """The chance that the stand of each voter is turned over once the matter is settled (voters x draws).

    Who refuses what it is threatened over yields at the rate of past threats, as far as the words are a threat; any
    other stand turns at a rate that nobody has measured. What is under way already is decided and turns no more.

    **Holds** without `turns` and `yields` no stand turns; a threat that is surer to be one makes a refusal yield more.
    """
    turned = np.zeros(accepts.shape)
    if issue.decision is None or issue.decision.under_way:
        return turned
    turned += draw_chance(worlds, "turns", situation.turns)
    if situation.yields is None:
        return turned
    yields = draw_chance(worlds, "yields", situation.yields)
    for row, name in enumerate(names):
        sure = find_pressure(situation, issue, name)
        turned[row] = np.where(accepts[row], turned[row], sure * yields + (1 - sure) * turned[row])
    return turned


def draw_chance(worlds: Worlds, path: str, quantity: Quantity | None) -> Array:
    """A chance in every world; 0 where the situation leaves it out."""
    return np.zeros(worlds.draws) if quantity is None else np.clip(draw_quantity(worlds, path, quantity), 0.0, 1.0)


def find_pressure(situation: Situation, issue: AssessedIssue, name: str) -> float:
    """How sure it is that another party threatens this one, or the body that decides, unless the issue is adopted."""
    assert issue.decision is not None
    asked = {name, issue.decision.body}
    return max(
        (
            t.certainty
            for t in situation.threats
            if t.issue == issue.id and t.met_by == "refusal" and t.to in asked and (t.on_behalf_of or t.by) != name
        ),
        default=0.0,
    )

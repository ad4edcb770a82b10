"""All questions of a situation with their answers, in the order in which a reader asks them."""

from dataclasses import dataclass, field

from tocsin.forecasting.collective import Resolution, resolve_issue
from tocsin.forecasting.commitments import ask_commitments
from tocsin.forecasting.draw import Worlds
from tocsin.forecasting.horizon import Horizon
from tocsin.forecasting.proposals import ask_proposal
from tocsin.forecasting.question import Answer
from tocsin.forecasting.threats import ask_threat
from tocsin.forecasting.wars import ask_ground, ask_war_begins
from tocsin.records.situation import Situation


@dataclass
class Resolved:
    """Issues that were resolved before, so that a situation with one record less costs only what changed."""

    by_issue: dict[int, Resolution] = field(default_factory=dict)


def answer_situation(
    worlds: Worlds, situation: Situation, horizon: Horizon, resolved: Resolved
) -> tuple[list[Answer], list[Resolution]]:
    """Every question of the situation; of two with one label the first stays."""
    resolutions = []
    for issue in situation.issues:
        if id(issue) not in resolved.by_issue:
            resolved.by_issue[id(issue)] = resolve_issue(worlds, situation, issue, horizon.weeks)
        resolutions.append(resolved.by_issue[id(issue)])
    by_id = {r.issue.id: r for r in resolutions}
    answers = [a for r in resolutions for a in ask_proposal(r, horizon)]
    answers += [a for t in situation.threats for a in ask_threat(worlds, t, by_id, horizon)]
    answers += ask_commitments(worlds, situation, horizon)
    answers += [ask_ground(worlds, situation, war, horizon) for war in situation.wars]
    answers += ask_war_begins(worlds, situation, horizon)
    unique: dict[str, Answer] = {}
    for answer in answers:
        unique.setdefault(answer.label, answer)
    return list(unique.values()), resolutions

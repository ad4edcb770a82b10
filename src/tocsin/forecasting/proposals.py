"""Questions on issues: will the body adopt it, will some act without it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.collective import Resolution, list_paths
from tocsin.forecasting.course import Course
from tocsin.forecasting.draw import Worlds
from tocsin.forecasting.foresight import list_foreseen, list_foreseen_paths
from tocsin.forecasting.issues import find_settling, name_adopted, name_outside
from tocsin.forecasting.question import Answer
from tocsin.models.clock import find_ended
from tocsin.records.situation import AssessedIssue, Situation

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Settled:
    """An issue with what would become of it once settled, the chance that it is settled in time, and its course.

    `settled` is None where the issue waits for another event, so that only its course tells. `hazard` is the one per
    week at which it is settled, None where at once.
    """

    resolution: Resolution
    settled: Array | None
    course: Course
    paths: tuple[str, ...]
    hazard: Array | None = None

    @property
    def issue(self) -> AssessedIssue:
        return self.resolution.issue

    def time_chance(self, chance: Array | None) -> Array | None:
        """A chance once settled, in time."""
        return None if chance is None or self.settled is None else self.settled * chance

    def find_timely(self, weeks: float) -> Array:
        """The chance in every world that it is settled within so many weeks."""
        assert self.settled is not None
        return np.ones_like(self.settled) if self.hazard is None else find_ended(self.hazard, weeks)


def settle_issue(worlds: Worlds, situation: Situation, resolution: Resolution, course: Course) -> Settled:
    """An issue beside its course."""
    issue = resolution.issue
    settled = hazard = None
    if issue.opens_after is None:
        hazard = find_settling(worlds, situation, issue)
        settled = np.ones(worlds.draws) if hazard is None else find_ended(hazard, course.weeks)
    return Settled(
        resolution,
        settled,
        course,
        (*list_paths(issue), "surprise", *list_foreseen_paths(situation, issue)),
        hazard,
    )


def ask_proposal(settled: Settled, situation: Situation) -> list[Answer]:
    """The questions on one issue."""
    answers = [ask_adopted(settled, situation)]
    if settled.resolution.outside is not None:
        answers.append(ask_outside(settled))
    return answers


def ask_adopted(settled: Settled, situation: Situation) -> Answer:
    issue, resolution = settled.issue, settled.resolution
    body = None if issue.decision is None else issue.decision.body
    single = issue.decision is not None and issue.decision.rule == "own decision"
    tail = f": {issue.proposal}?"
    if body is None:
        ask, clause = ("Will this be decided ", tail), f"this will be decided: {issue.proposal}"
    elif single:
        ask, clause = (f"Will {body} go through with this ", tail), f"{body} will go through with: {issue.proposal}"
    else:
        ask, clause = (f"Will {body} adopt this ", tail), f"{body} will adopt: {issue.proposal}"
    return Answer(
        label=f"adopted: {issue.proposal}",
        asked="adopted",
        about=issue.id,
        actor=body,
        ask=ask,
        clause=clause,
        resolved_by=f"A public decision of {body or 'those who decide'}, or a public act that carries it out.",
        because=resolution.why + explain_foreseen(situation, issue),
        chances=settled.time_chance(resolution.adopted),
        timely=settled.find_timely,
        times=None if resolution.adopted is None else settled.course.when(name_adopted(issue.id)),
        paths=settled.paths,
        evidence=list_evidence(issue),
    )


def explain_foreseen(situation: Situation, issue: AssessedIssue) -> str:
    """What the deciders count in, in a sentence; empty where nothing."""
    makers = dict.fromkeys(t.on_behalf_of or t.by or "" for t in list_foreseen(situation.threats, issue))
    waits = " It can only be decided once something else has happened." if issue.opens_after else ""
    if not makers:
        return waits
    verb = "announces" if len(makers) == 1 else "announce"
    return f"{waits} They count in what {' and '.join(makers)} {verb}, as far as it is credible."


def ask_outside(settled: Settled) -> Answer:
    issue = settled.issue
    assert issue.decision is not None
    body = issue.decision.body
    return Answer(
        label=f"acted outside {body}: {issue.proposal}",
        asked="acted outside",
        about=issue.id,
        actor=None,
        ask=(f"Will members of {body} do this ", f" though {body} has not adopted it: {issue.proposal}?"),
        clause=f"members of {body} will do this without its decision: {issue.proposal}",
        resolved_by=f"A member's public announcement that it does so, without a decision of {body}.",
        because=(
            f"{body} does not adopt it, and a quoted member stands so high that it starts alone; "
            "others follow as the bar falls with the strength that has joined."
        ),
        chances=settled.time_chance(settled.resolution.outside),
        timely=settled.find_timely,
        times=settled.course.when(name_outside(issue.id)),
        paths=settled.paths,
        evidence=list_evidence(issue),
    )


def list_evidence(issue: AssessedIssue) -> tuple[str, ...]:
    """The evidence of an issue's stands, each once."""
    return tuple(dict.fromkeys(e for s in issue.stands for e in s.evidence))

"""Questions on issues: will the body adopt it, will some act without it."""

from tocsin.forecasting.collective import Resolution, list_paths
from tocsin.forecasting.horizon import Horizon
from tocsin.forecasting.question import Answer
from tocsin.records.situation import AssessedIssue


def ask_proposal(resolution: Resolution, horizon: Horizon) -> list[Answer]:
    """The questions on one issue."""
    answers = [ask_adopted(resolution, horizon)]
    if resolution.outside is not None:
        answers.append(ask_outside(resolution, horizon))
    return answers


def ask_adopted(resolution: Resolution, horizon: Horizon) -> Answer:
    issue = resolution.issue
    body = None if issue.decision is None else issue.decision.body
    single = issue.decision is not None and issue.decision.rule == "own decision"
    if body is None:
        ask = f"Will this be decided {horizon.words}: {issue.proposal}?"
    elif single:
        ask = f"Will {body} go through with this {horizon.words}: {issue.proposal}?"
    else:
        ask = f"Will {body} adopt this {horizon.words}: {issue.proposal}?"
    return Answer(
        label=f"adopted: {issue.proposal}",
        asked="adopted",
        about=issue.id,
        actor=body,
        ask=ask,
        resolved_by=f"A public decision of {body or 'those who decide'}, or a public act that carries it out.",
        because=resolution.why,
        chances=resolution.adopted,
        paths=list_paths(issue),
        evidence=list_evidence(issue),
    )


def ask_outside(resolution: Resolution, horizon: Horizon) -> Answer:
    issue = resolution.issue
    assert issue.decision is not None
    body = issue.decision.body
    return Answer(
        label=f"acted outside {body}: {issue.proposal}",
        asked="acted outside",
        about=issue.id,
        actor=None,
        ask=f"Will members of {body} do this {horizon.words} though {body} has not adopted it: {issue.proposal}?",
        resolved_by=f"A member's public announcement that it does so, without a decision of {body}.",
        because=(
            f"{body} does not adopt it, and a quoted member stands so high that it starts alone; "
            "others follow as the bar falls with the strength that has joined."
        ),
        chances=resolution.outside,
        paths=list_paths(issue),
        evidence=list_evidence(issue),
    )


def list_evidence(issue: AssessedIssue) -> tuple[str, ...]:
    """The evidence of an issue's stands, each once."""
    return tuple(dict.fromkeys(e for s in issue.stands for e in s.evidence))

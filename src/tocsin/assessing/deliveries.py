"""Deliveries: which issue, once adopted, would fill which shortage."""

from collections.abc import Sequence

from tocsin.assessing.paces import take_binds, take_delivers, take_drift
from tocsin.assessing.words import find_content
from tocsin.records.situation import AssessedIssue, AssessedSupply

GIVING = frozenset({"send", "aid", "help", "buy", "arms", "sell", "fund"})


def link_supplies(supplies: Sequence[AssessedSupply], issues: Sequence[AssessedIssue]) -> tuple[AssessedSupply, ...]:
    """The supplies, each shortage with how it runs on, and tied to the issue whose adoption delivers it."""
    return tuple(link_supply(s, issues) if s.stock is not None else s for s in supplies)


def link_supply(supply: AssessedSupply, issues: Sequence[AssessedIssue]) -> AssessedSupply:
    fitting = [i for i in issues if is_delivery(i, supply)]
    issue = min(fitting, key=lambda i: len(i.proposal), default=None)
    return supply.model_copy(
        update={
            "drift": take_drift(),
            "binds": take_binds(),
            "issue": issue.id if issue else None,
            "delivers": take_delivers(issue.proposal) if issue else None,
        }
    )


def is_delivery(issue: AssessedIssue, supply: AssessedSupply) -> bool:
    """Whether a proposal speaks of giving this good to the party that lacks it."""
    words = find_content(issue.proposal)
    good = find_content(supply.what)
    named = supply.actor is not None and find_content(supply.actor) <= words
    return bool(good) and good <= words and named and bool(words & GIVING)

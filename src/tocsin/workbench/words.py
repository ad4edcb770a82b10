"""A record in one line of words, for lists."""

import re

from tocsin.records.coding import (
    Actor,
    AnyRecord,
    Commitment,
    Control,
    Event,
    Issue,
    Position,
    Resource,
    Statement,
    Threat,
)  # fmt: skip

LONGEST = 160
STANCES = {
    "support": "for", "oppose": "against", "open": "open to", "conditional": "on a condition for",
    "neutral": "neutral on",
}  # fmt: skip
SOMEBODY = "somebody"
LEADING_IF = re.compile(r"if\s+", re.IGNORECASE)


def describe_record(record: AnyRecord, proposals: dict[str, str]) -> str:
    """What a record says, in one line; `proposals` are the wordings of issues by id."""
    line = " ".join(tell(record, proposals).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def tell(record: AnyRecord, proposals: dict[str, str]) -> str:
    match record:
        case Actor():
            return f"{record.name} ({record.type}){f', for {record.acts_for}' if record.acts_for else ''}"
        case Issue():
            return f"Proposal: {record.proposal}"
        case Statement():
            to = f" to {record.addressee}" if record.addressee else ""
            return f"{who(record.speaker, record.on_behalf_of)} said{to}: {record.content.quote}"
        case Position():
            proposal = proposals.get(record.issue, "a proposal that was rejected")
            return f"{who(record.actor, record.on_behalf_of)}, {STANCES[record.stance]}: {proposal}"
        case Event():
            targets = record.target if isinstance(record.target, tuple) else (record.target,) if record.target else ()
            to = f" → {', '.join(targets)}" if targets else ""
            return f"{who(record.actor, record.on_behalf_of)}{to}: {record.action or record.type.lower()}"
        case Commitment():
            tie = "no tie" if record.tie == "none" else record.tie
            return f"{', '.join(record.parties)}: {tie}"
        case Threat():
            condition = f"if {LEADING_IF.sub('', record.condition)}" if record.condition else ""
            to = f" to {record.to}" if record.to else ""
            parts = ", then ".join(p for p in (condition, record.consequence) if p)
            return f"Threat by {who(record.by, record.on_behalf_of)}{to}: {parts}"
        case Control():
            return f"{record.place}: {record.change} by {who(record.holder, record.on_behalf_of)}"
        case Resource():
            amount = f"{record.amount} of " if record.amount else ""
            to = f" to {record.to}" if record.to else ""
            return f"{who(record.actor, record.on_behalf_of)}, {record.status}: {amount}{record.what}{to}"


def who(name: str | None, on_behalf_of: str | None) -> str:
    shown = name or SOMEBODY
    return f"{shown} (for {on_behalf_of})" if on_behalf_of and on_behalf_of != name else shown

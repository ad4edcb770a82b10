"""How an issue is decided: by the rule of a body, by one party alone, or by all who would be parties to it."""

from collections.abc import Sequence

from tocsin.assessing.cast import BODIES, Cast
from tocsin.assessing.deciders import Decider, find_decider, find_listed
from tocsin.assessing.gather import Gathered
from tocsin.assessing.lines import Line
from tocsin.assessing.values import take_acts_alone, take_silent, take_stance
from tocsin.assessing.words import find_content
from tocsin.codebook.names import members
from tocsin.codebook.rows import Body
from tocsin.records.coding import Coding
from tocsin.records.situation import Decision, Stand

JOINT = frozenset(
    [
        "agreement",
        "negotiate",
        "ceasefire",
        "truce",
        "peace",
        "summit",
        "meeting",
        "armistice",
        "pact",
        "dialogue",
        "reconciliation",
    ]
)


def find_decision(
    line: Line, stands: Sequence[Stand], coding: Coding, cast: Cast, gathered: Gathered
) -> Decision | None:
    """Who decides the line and by which rule; None where no article tells, or where each decides for itself."""
    joint = find_joint(line, stands, cast)
    if joint is not None:
        return decide_jointly(line, stands, joint, gathered)
    decider = find_decider(line, stands, coding, cast, gathered)
    if decider is None:
        return None
    body = find_listed(cast.figure(decider.name).canonical)
    if body is not None:
        return decide_in_body(decider, body, stands, coding, cast)
    if cast.figure(decider.name).type in BODIES:
        return None
    return decide_alone(decider, cast)


def decide_in_body(decider: Decider, body: Body, stands: Sequence[Stand], coding: Coding, cast: Cast) -> Decision:
    """A decision by the body's rule; what the body itself is reported to think stands for its silent members.

    Members that the text tells to be suspended or outside have no vote.
    """
    own = next((s for s in stands if s.actor == decider.name or s.on_behalf_of == decider.name), None)
    listed = [cast.spell(m) for m in sorted(members(body.name, cast.on))]
    outside = {p for c in coding.commitments if c.tie == "none" and decider.name in c.parties for p in c.parties}
    names = tuple(n for n in listed if n not in outside)
    note = f" ({body.rule_note})" if body.rule_note else ""
    left = (
        f", without {' and '.join(n for n in listed if n in outside)}, outside by the text"
        if outside & set(listed)
        else ""
    )
    day = f"on {cast.on.isoformat()}" if cast.on else "on the latest day of the table"
    return Decision(
        body=decider.name,
        rule=body.rule,
        origin="quoted" if decider.quoted else "default",
        because=f"{decider.because} Its rule is {body.rule}{note}; {len(names)} members {day}{left}.",
        source=body.source,
        members=names,
        vetoes=tuple(cast.spell(v) for v in body.vetoes),
        quota=body.threshold,
        silent_position=take_stance(own.stance, own.evidence, "The body itself is reported so")
        if own
        else take_silent(),
        acts_alone=take_acts_alone(decider.name),
        evidence=decider.evidence,
    )


def decide_alone(decider: Decider, cast: Cast) -> Decision:
    """A decision of one party for itself."""
    side = cast.side(decider.name)
    return Decision(
        body=side,
        rule="own decision",
        origin="quoted" if decider.quoted else "default",
        because=decider.because,
        members=(side,),
        silent_position=take_silent(),
        evidence=decider.evidence,
    )


def decide_jointly(line: Line, stands: Sequence[Stand], parties: tuple[str, ...], gathered: Gathered) -> Decision:
    """An agreement needs all who would be parties to it."""
    return Decision(
        body=" and ".join([", ".join(parties[:-1]), parties[-1]]),
        rule="unanimity",
        origin="default",
        because="It is a joint act, so every party that stands on it must accept.",
        members=parties,
        silent_position=take_silent(),
        evidence=gathered.cite(line.positions),
    )


def find_joint(line: Line, stands: Sequence[Stand], cast: Cast) -> tuple[str, ...] | None:
    """The parties of a joint act: an agreement, talks, a ceasefire."""
    if not find_content(line.proposal) & JOINT:
        return None
    sides = dict.fromkeys(s.on_behalf_of or s.actor for s in stands)
    parties = tuple(sorted(s for s in sides if cast.figure(s).type in ("state", "group")))
    return parties if len(parties) >= 2 else None

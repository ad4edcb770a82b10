"""How an issue is decided: by the rule of a body, by one party alone, or by all who would be parties to it."""

from collections.abc import Sequence

from tocsin.assessing.cast import BODIES, Cast
from tocsin.assessing.deciders import Decider, find_decider, find_listed, join_names
from tocsin.assessing.gather import Gathered
from tocsin.assessing.lines import Line
from tocsin.assessing.values import take_acts_alone, take_silent, take_stance
from tocsin.assessing.words import find_content, list_words, take_leading
from tocsin.codebook.names import members
from tocsin.codebook.rows import Body
from tocsin.records.coding import Coding
from tocsin.records.situation import Decision, Stand


def find_decision(
    line: Line, stands: Sequence[Stand], coding: Coding, cast: Cast, gathered: Gathered
) -> Decision | None:
    """Who decides the line and by which rule; None where no article tells, or where each decides for itself."""
    decider = find_joint(line, stands, cast, gathered) or find_decider(line, stands, coding, cast, gathered)
    if decider is None:
        return None
    if len(decider.names) > 1:
        return decide_jointly(decider)
    body = find_listed(cast.figure(decider.names[0]).canonical)
    if body is not None:
        return decide_in_body(decider, body, stands, coding, cast)
    return None if cast.figure(decider.names[0]).type in BODIES else decide_alone(decider, cast)


def find_joint(line: Line, stands: Sequence[Stand], cast: Cast, gathered: Gathered) -> Decider | None:
    """The parties of a joint act, such as an agreement, talks or a ceasefire: all who stand on it."""
    if not find_content(take_leading(line.proposal)) & list_words("joint"):
        return None
    sides = dict.fromkeys(s.on_behalf_of or s.actor for s in stands)
    parties = tuple(sorted(s for s in sides if cast.figure(s).type in ("state", "group")))
    because = "It is a joint act, so every party that stands on it must accept."
    return Decider(parties, because, False, gathered.cite(line.positions)) if len(parties) > 1 else None


def decide_jointly(decider: Decider) -> Decision:
    """A decision that needs all of some parties."""
    return Decision(
        body=join_names(decider.names),
        rule="unanimity",
        origin="quoted" if decider.quoted else "default",
        because=decider.because,
        members=decider.names,
        silent_position=take_silent(),
        evidence=decider.evidence,
    )


def decide_in_body(decider: Decider, body: Body, stands: Sequence[Stand], coding: Coding, cast: Cast) -> Decision:
    """A decision by the body's rule; what the body itself is reported to think stands for its silent members.

    Members that the text tells to be suspended or outside have no vote.
    """
    name = decider.names[0]
    own = next((s for s in stands if name in (s.actor, s.on_behalf_of)), None)
    listed = [cast.spell(m) for m in sorted(members(body.name, cast.on))]
    left = {p for c in coding.commitments if c.tie == "none" and name in c.parties for p in c.parties}
    silent = take_stance(own.stance, own.evidence, "The body itself is reported so") if own else take_silent()
    voting = tuple(n for n in listed if n not in left)
    return Decision(
        body=name,
        rule=body.rule,
        origin="quoted" if decider.quoted else "default",
        because=f"{decider.because} {describe_rule(body, listed, left, cast)}",
        source=body.source,
        members=voting,
        vetoes=tuple(v for v in map(cast.spell, body.vetoes) if v in voting),
        quota=body.threshold,
        silent_position=silent,
        acts_alone=take_acts_alone(name) if body.rule in ("consensus", "unanimity") else None,
        evidence=decider.evidence,
    )


def describe_rule(body: Body, listed: Sequence[str], left: set[str], cast: Cast) -> str:
    """The rule of a body and its members on the day, in a sentence."""
    note = f" ({body.rule_note})" if body.rule_note else ""
    day = f"on {cast.on.isoformat()}" if cast.on else "on the latest day of the table"
    gone = [n for n in listed if n in left]
    without = f"; {' and '.join(gone)} left out, being outside by the text" if gone else ""
    return f"Its rule is {body.rule}{note}; {len(listed)} members {day}{without}."


def decide_alone(decider: Decider, cast: Cast) -> Decision:
    """A decision of one party for itself."""
    side = cast.side(decider.names[0])
    return Decision(
        body=side,
        rule="own decision",
        origin="quoted" if decider.quoted else "default",
        because=decider.because,
        members=(side,),
        under_way=decider.under_way,
        silent_position=take_silent(),
        evidence=decider.evidence,
    )

"""Who decides an issue: the body that the words name or address, or the one that would act."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.assessing.cast import BODIES, Cast
from tocsin.assessing.gather import Gathered
from tocsin.assessing.lines import Line
from tocsin.assessing.places import overlaps
from tocsin.codebook.names import find_known, members
from tocsin.codebook.rows import Body
from tocsin.codebook.tables import load_bodies
from tocsin.records.coding import Coded, Coding, Position
from tocsin.records.situation import Stand

DOING = ("AGREE", "AID", "YIELD", "COERCE", "MOBILIZE", "ASSAULT", "SANCTION", "COOPERATE")
ASKING = ("REQUEST", "THREATEN", "ACCUSE")
OUTER = ("to", "from", "at", "with", "against", "in", "into", "on", "join", "leave", "quit", "withdraw")


@dataclass(frozen=True)
class Decider:
    """Who decides, how we know, and in which words."""

    name: str
    because: str
    quoted: bool
    evidence: tuple[str, ...] = ()


def find_decider(line: Line, stands: Sequence[Stand], coding: Coding, cast: Cast, gathered: Gathered) -> Decider | None:
    """Who decides the line, by the first sign that the text gives; None where it gives none."""
    return (
        find_named(line, cast, gathered)
        or find_asked(line, coding, cast, gathered)
        or find_debating(line, cast, gathered)
        or find_doer(line, coding, cast, gathered)
        or find_only(line, stands, coding, cast)
        or find_circle(stands, cast)
    )


def find_named(line: Line, cast: Cast, gathered: Gathered) -> Decider | None:
    """The one body that the proposal names as the one that acts: 'send NATO troops', not 'join NATO'."""
    found = dict.fromkeys(list_bodies_in(line.proposal, cast))
    if len(found) != 1:
        return None
    name = next(iter(found))
    return Decider(name, f"The proposal names {name}.", True, gathered.cite(line.issues))


def list_bodies_in(words: str, cast: Cast) -> list[str]:
    """The bodies named in some words, other than as a place or a goal."""
    tokens = re.findall(r"[\w.&'’-]+", words)
    found: list[str] = []
    start = 0
    while start < len(tokens):
        length = next((n for n in (6, 5, 4, 3, 2, 1) if find_body_name(tokens[start : start + n], n, cast)), 0)
        if length:
            before = tokens[start - 1].lower() if start else ""
            before = tokens[start - 2].lower() if before == "the" and start > 1 else before
            if before not in OUTER:
                found.append(find_body_name(tokens[start : start + length], length, cast))
        start += length or 1
    return found


def find_body_name(tokens: Sequence[str], length: int, cast: Cast) -> str:
    """The body that exactly these tokens name, in the coding's spelling; empty where none."""
    if len(tokens) < length or not tokens[0][:1].isupper():
        return ""
    words = " ".join(tokens)
    if words in cast.figures:
        return words if cast.figures[words].type in BODIES else ""
    known = find_known(words, cast.on)
    return cast.spell(known.name) if known is not None and known.kind in BODIES else ""


def find_asked(line: Line, coding: Coding, cast: Cast, gathered: Gathered) -> Decider | None:
    """The party that those who stand on the line ask, threaten or blame in the same words: it would have to act."""
    asked: Counter[str] = Counter()
    words: dict[str, list[Coded]] = {}
    for position in line.positions:
        for event in coding.events:
            if event.type not in ASKING or not is_same_side(position, event.actor, event.on_behalf_of, cast):
                continue
            if overlaps(position, event):
                for target in list_targets(event.target):
                    side = cast.side(target)
                    if side != cast.side(position.actor, position.on_behalf_of):
                        asked[side] += 1
                        words.setdefault(side, []).append(event)
    able = {s: n for s, n in asked.items() if cast.figure(s).type in ("state", "group", *BODIES)}
    if not able:
        return None
    name = min(able, key=lambda s: (-able[s], list(asked).index(s)))
    return Decider(name, f"{name} is the one who is asked or pressed.", True, gathered.cite(words[name]))


def find_debating(line: Line, cast: Cast, gathered: Gathered) -> Decider | None:
    """A body that itself stands on the line and is told to confer on it."""
    for position in line.positions:
        side = cast.side(position.actor, position.on_behalf_of)
        if cast.figure(side).type not in BODIES or position.stance not in ("open", "conditional"):
            continue
        return Decider(side, f"{side} is reported to weigh it.", True, gathered.cite([position]))
    return None


def find_doer(line: Line, coding: Coding, cast: Cast, gathered: Gathered) -> Decider | None:
    """The one side that is told to carry it out in the words of its position."""
    doers: dict[str, list[Coded]] = {}
    for position in line.positions:
        if position.stance == "oppose":
            continue
        for event in coding.events:
            if event.type in DOING and is_same_side(position, event.actor, event.on_behalf_of, cast):
                if overlaps(position, event):
                    doers.setdefault(cast.side(position.actor, position.on_behalf_of), []).append(event)
    if len(doers) != 1:
        return None
    name, events = next(iter(doers.items()))
    return Decider(name, f"{name} is told to carry it out or to have promised it.", True, gathered.cite(events))


def find_only(line: Line, stands: Sequence[Stand], coding: Coding, cast: Cast) -> Decider | None:
    """The only side that stands on the line, or the only one in favour of what all others oppose."""
    sides = {s.on_behalf_of or s.actor: s for s in stands}
    wanting = {r.actor for r in coding.resources if r.status in ("need", "shortage")}
    favour = [n for n, s in sides.items() if s.stance in ("support", "open", "conditional")]
    asks = any(
        e.type == "REQUEST" and is_same_side(p, e.actor, e.on_behalf_of, cast) and overlaps(p, e)
        for p in line.positions
        for e in coding.events
    )
    if asks or set(favour) & wanting:
        return None
    able = ("state", "group")
    if len(sides) == 1 and cast.figure(name := next(iter(sides))).type in able:
        return Decider(name, f"No article tells who decides; {name} alone is told to stand on it.", False)
    if len(favour) == 1 and len(sides) > 1 and cast.figure(favour[0]).type in able:
        opposed = all(s.stance == "oppose" for n, s in sides.items() if n != favour[0])
        if opposed:
            return Decider(
                favour[0], f"No article tells who decides; {favour[0]} alone is for it, all others against.", False
            )
    return None


def find_circle(stands: Sequence[Stand], cast: Cast) -> Decider | None:
    """The body of the story whose members are at least two, and two thirds, of those who stand on the line."""
    sides = [s.on_behalf_of or s.actor for s in stands]
    best: Decider | None = None
    fewest = 10_000
    for figure in cast.figures.values():
        body = find_listed(figure.canonical) if figure.type in BODIES else None
        if body is None:
            continue
        inside = {cast.spell(m) for m in members(body.name, cast.on)}
        count = sum(s in inside or s == figure.name for s in sides)
        if count >= 2 and 3 * count >= 2 * len(sides) and len(inside) < fewest:
            fewest = len(inside)
            because = (
                f"No article tells who decides; {count} of the {len(sides)} who stand on it are {figure.name} members."
            )
            best = Decider(figure.name, because, False)
    return best


def find_listed(canonical: str) -> Body | None:
    """The codebook's body of this name, where its members are listed."""
    return next((b for b in load_bodies() if b.name == canonical and b.spells), None)


def is_same_side(position: Position, actor: str | None, on_behalf_of: str | None, cast: Cast) -> bool:
    if actor is None:
        return False
    return actor == position.actor or cast.side(actor, on_behalf_of) == cast.side(position.actor, position.on_behalf_of)


def list_targets(target: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (target,) if isinstance(target, str) else target or ()

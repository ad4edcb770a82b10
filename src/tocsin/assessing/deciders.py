"""Who decides an issue: the body that the words name or address, or the one that would act."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tocsin.assessing.cast import BODIES, Cast
from tocsin.assessing.gather import Gathered
from tocsin.assessing.lines import Line
from tocsin.assessing.places import overlaps
from tocsin.codebook.names import find_known, members
from tocsin.codebook.rows import Body
from tocsin.codebook.tables import load_bodies
from tocsin.records.coding import Coding, Event, Position
from tocsin.records.situation import Stand

DOING = ("AGREE", "AID", "YIELD", "COERCE", "MOBILIZE", "ASSAULT", "SANCTION", "COOPERATE")
OUTER = ("to", "from", "at", "with", "against", "in", "into", "on", "join", "leave", "quit", "withdraw")
MOST_MEMBERS = 60


@dataclass(frozen=True)
class Decider:
    """Who decides, how we know, and in which words; several names decide together."""

    names: tuple[str, ...]
    because: str
    quoted: bool
    evidence: tuple[str, ...] = ()
    under_way: bool = False


def find_decider(line: Line, stands: Sequence[Stand], coding: Coding, cast: Cast, gathered: Gathered) -> Decider | None:
    """Who decides the line, by the first sign that the text gives; None where it gives none.

    Where several carry it out, each decides for itself, so that nobody decides for all.
    """
    found = find_named(line, cast, gathered) or find_asked(line, coding, cast, gathered, ("REQUEST", "THREATEN"))
    found = found or find_debating(line, cast, gathered)
    if found is not None:
        return found
    doers = list_acts(line, coding, cast, DOING, lambda p: p.stance != "oppose", lambda p, e: [find_side(p, cast)])
    if doers:
        return name_doer(doers, gathered)
    found = find_asked(line, coding, cast, gathered, ("ACCUSE",)) or find_circle(line, stands, coding, cast)
    return found or find_only(line, stands, coding, cast)


def find_named(line: Line, cast: Cast, gathered: Gathered) -> Decider | None:
    """The party that would act by the proposal's own words: 'Spain to send ships', 'send NATO ships', 'Spanish ban'."""
    asked = find_subject(line.proposal, cast)
    if asked is not None:
        return Decider((asked,), f"The proposal is for {asked} to act.", True, gathered.cite(line.issues))
    inside, outside = list_bodies_in(line.proposal, cast)
    if len({*inside, *outside}) == 1 and inside:
        return Decider((inside[0],), f"The proposal names {inside[0]}.", True, gathered.cite(line.issues))
    first = next(iter(line.proposal.split()), "")
    known = find_known(first, cast.on) if first[:1].isupper() else None
    if known is not None and known.kind == "state" and known.form == "adjective":
        name = cast.spell(known.name)
        return Decider((name,), f"The proposal is an act of {name}.", True, gathered.cite(line.issues))
    return None


def find_subject(proposal: str, cast: Cast) -> str | None:
    """The party of 'PARTY to DO', where the story or the tables know it."""
    found = re.match(r"(.{2,60}?) to [a-z]", proposal)
    if found is None or not found[1][:1].isupper():
        return None
    name = re.sub(r"^The ", "", found[1])
    if name in cast.figures:
        return cast.side(name)
    known = find_known(name, cast.on)
    return cast.spell(known.name) if known is not None and known.kind in ("state", *BODIES) else None


def list_bodies_in(words: str, cast: Cast) -> tuple[list[str], list[str]]:
    """The bodies named in some words: those that act, and those that are a place or a goal."""
    tokens = re.findall(r"[\w.&'’-]+", words)
    inside: list[str] = []
    outside: list[str] = []
    start = 0
    while start < len(tokens):
        length = next((n for n in (6, 5, 4, 3, 2, 1) if find_body_name(tokens[start : start + n], n, cast)), 0)
        if length:
            before = [t.lower() for t in tokens[max(0, start - 2) : start] if t.lower() != "the"]
            name = find_body_name(tokens[start : start + length], length, cast)
            (outside if before and before[-1] in OUTER else inside).append(name)
        start += length or 1
    return inside, outside


def find_body_name(tokens: Sequence[str], length: int, cast: Cast) -> str:
    """The body that exactly these tokens name, in the coding's spelling; empty where none."""
    if len(tokens) < length or not tokens[0][:1].isupper():
        return ""
    words = " ".join(tokens)
    if words in cast.figures:
        return words if find_listed(cast.figures[words].canonical) is not None else ""
    known = find_known(words, cast.on)
    return cast.spell(known.name) if known is not None and find_listed(known.name) is not None else ""


Keep = Callable[[Position], bool]
Whom = Callable[[Position, Event], list[str]]


def list_acts(
    line: Line, coding: Coding, cast: Cast, types: Sequence[str], keep: Keep, whom: Whom
) -> dict[str, list[Event]]:
    """The events of some types that rest on the words of a position of the same side, by the party of `whom`."""
    found: dict[str, list[Event]] = {}
    for position in line.positions:
        for event in coding.events:
            if event.type in types and keep(position) and overlaps(position, event) and is_own(position, event, cast):
                for name in whom(position, event):
                    found.setdefault(name, []).append(event)
    return found


def find_asked(line: Line, coding: Coding, cast: Cast, gathered: Gathered, types: Sequence[str]) -> Decider | None:
    """The parties that those who stand on the line ask or press in the same words: they would have to act.

    Several only where one act asks them all.
    """

    def list_others(position: Position, event: Event) -> list[str]:
        targets = (event.target,) if isinstance(event.target, str) else event.target or ()
        return [s for s in dict.fromkeys(cast.side(t) for t in targets) if s != find_side(position, cast)]

    asked = list_acts(line, coding, cast, types, lambda p: True, list_others)
    able = {
        s: e
        for s, e in asked.items()
        if cast.figure(s).type in ("state", "group", *BODIES) and not is_goal(s, line.proposal)
    }
    most = max((len(e) for e in able.values()), default=0)
    names = tuple(s for s, e in able.items() if len(e) == most)
    events = [e for s in names for e in able[s]]
    if not names or any(e not in able[s] for s in names for e in events):
        return None
    verb = "is the one who is" if len(names) == 1 else "are those who are"
    return Decider(names, f"{join_names(names)} {verb} asked or pressed.", True, gathered.cite(events))


def is_goal(name: str, proposal: str) -> bool:
    """Whether a proposal names a party only as the one it is done to or for."""
    return re.search(rf"\b(?:for|to|into|in|against|with|from)\s+(?:the\s+)?{re.escape(name)}\b", proposal) is not None


def join_names(names: Sequence[str]) -> str:
    """A, B and C."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def find_debating(line: Line, cast: Cast, gathered: Gathered) -> Decider | None:
    """A body that is told to weigh it, itself or by some of its members."""
    for position in line.positions:
        side = find_side(position, cast)
        body = find_body_of(side, cast)
        if body is not None and position.stance in ("open", "conditional"):
            weighs = "is" if side == body else "are"
            return Decider((body,), f"{side} {weighs} reported to weigh it.", True, gathered.cite([position]))
    return None


def find_body_of(name: str, cast: Cast) -> str | None:
    """The body that a name stands for, or that the words of a group name it a part of ("smaller NATO members")."""
    figure = cast.figure(name)
    if figure.type in BODIES:
        return name
    inside, outside = list_bodies_in(name, cast) if figure.type == "group" else ([], [])
    return inside[0] if inside and len({*inside, *outside}) == 1 else None


def name_doer(doers: dict[str, list[Event]], gathered: Gathered) -> Decider | None:
    """The one side that is told to carry it out; None where several do."""
    if len(doers) > 1:
        return None
    name, events = next(iter(doers.items()))
    under_way = any(e.type != "AGREE" and e.mode == "asserted" for e in events)
    because = f"{name} is told to {'carry it out' if under_way else 'have promised it'}."
    return Decider((name,), because, True, gathered.cite(events), under_way)


def find_circle(line: Line, stands: Sequence[Stand], coding: Coding, cast: Cast) -> Decider | None:
    """The body that confers in these articles, with at least two, and two thirds, of those who stand as members.

    Only states and bodies are counted, and not those who threaten: an adversary has no vote in what it opposes.
    """
    threatening = {cast.side(t.by, t.on_behalf_of) for t in coding.threats if t.by}
    named = dict.fromkeys(s.on_behalf_of or s.actor for s in stands)
    sides = [n for n in named if n not in threatening and cast.figure(n).type in ("state", *BODIES)]
    near = {p.document for p in line.positions}
    talks = [e.actor for e in coding.events if e.type == "CONSULT" and e.actor and e.document in near]
    conferring = {n for actor in talks for n in (actor, cast.side(actor))}
    conferring |= {n for p in coding.positions if p.document in near for n in (p.actor, find_side(p, cast))}
    conferring |= {host for n in conferring if (host := find_body_of(n, cast))}
    found: list[tuple[int, int, str]] = []
    for figure in cast.figures.values():
        body = find_listed(figure.canonical) if figure.type in BODIES and figure.name in conferring else None
        if body is None:
            continue
        inside = {cast.spell(m) for m in members(body.name, cast.on)}
        count = sum(s in inside or s == figure.name for s in sides)
        if count >= 2 and 3 * count >= 2 * len(sides) and len(inside) <= MOST_MEMBERS:
            found.append((-count, len(inside), figure.name))
    if not found:
        return None
    count, _, name = min(found)
    share = f"of the {len(sides)} states and bodies that stand on it {-count} are of {name}, which confers"
    because = f"No article tells who decides; {share}."
    return Decider((name,), because, False)


def find_only(line: Line, stands: Sequence[Stand], coding: Coding, cast: Cast) -> Decider | None:
    """The only side that stands on the line, or the only one in favour of what nobody else wants.

    Not where it asks for it, or needs it: then another would have to act. Who alone is against it decides only where
    it is told to refuse: else it may speak of what others do.
    """
    sides = {s.on_behalf_of or s.actor: s for s in stands}
    favour = [n for n, s in sides.items() if s.stance in ("support", "open", "conditional")]
    candidates = list(sides) if len(sides) == 1 else favour
    if len(candidates) != 1 or any(s.stance not in ("oppose", "neutral") for n, s in sides.items() if n not in favour):
        return None
    name = candidates[0]
    asks = list_acts(line, coding, cast, ("REQUEST",), lambda p: True, lambda p, e: [find_side(p, cast)])
    wanting = {cast.side(r.actor) for r in coding.resources if r.actor and r.status in ("need", "shortage")}
    figure = cast.figure(name)
    refuses = list_acts(line, coding, cast, ("REJECT",), lambda p: True, lambda p, e: [find_side(p, cast)])
    if name in asks or (name in favour and name in wanting) or (name not in favour and name not in refuses):
        return None
    if not is_named_power(figure.type, name):
        return None
    told = f"{name} alone is told to stand on it" if len(sides) == 1 else f"{name} alone is for it"
    return Decider((name,), f"No article tells who decides; {told}.", False)


def is_named_power(kind: str, name: str) -> bool:
    """A state, or a group with a name of its own."""
    return kind == "state" or (kind == "group" and name[:1].isupper())


def find_listed(canonical: str) -> Body | None:
    """The codebook's body of this name, where its members are listed."""
    return next((b for b in load_bodies() if b.name == canonical and (b.spells or b.organ_of)), None)


def find_side(position: Position, cast: Cast) -> str:
    return cast.side(position.actor, position.on_behalf_of)


def is_own(position: Position, event: Event, cast: Cast) -> bool:
    """Whether an event is of the side that takes the position."""
    if event.actor is None:
        return False
    return event.actor == position.actor or cast.side(event.actor, event.on_behalf_of) == find_side(position, cast)

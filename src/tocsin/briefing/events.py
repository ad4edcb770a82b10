"""What is reported to have happened: the timeline and the table of events."""

from collections.abc import Iterator
from datetime import date

from tocsin.briefing.blocks import Block, Figure, Row, Section, Table
from tocsin.briefing.ground import tell_when
from tocsin.briefing.network import CONFLICT, COOPERATION
from tocsin.briefing.places import Places, name_for
from tocsin.briefing.ties import drop_empty_columns
from tocsin.briefing.timeline_chart import Moment, Tone, draw_timeline, tell_days
from tocsin.briefing.words import Words, list_names, say, shorten, soften, tag, tidy
from tocsin.records.coding import EventType, Mode
from tocsin.records.situation import AssessedEvent, Situation

MODES: dict[Mode, str] = {
    "asserted": "told as fact", "reported": "reported", "alleged": "alleged", "denied": "denied", "planned": "planned",
}  # fmt: skip
DEEDS: dict[EventType, str] = {
    "AGREE": "agrees", "CONSULT": "confers", "SUPPORT": "backs", "COOPERATE": "works with", "AID": "aids",
    "YIELD": "gives way", "REQUEST": "asks", "ACCUSE": "accuses", "REJECT": "rejects", "THREATEN": "threatens",
    "PROTEST": "protests", "SANCTION": "sanctions", "MOBILIZE": "moves forces", "COERCE": "coerces",
    "ASSAULT": "attacks", "OTHER": "acts",
}  # fmt: skip
CERTAIN: frozenset[Mode] = frozenset(("asserted", "reported"))
TONES: dict[Tone, str] = {
    "cooperation": "● blue:", "conflict": "◆ red:", "other": "■ grey:", "words": "▲ black: said, in",
}  # fmt: skip


def write_events(situation: Situation, places: Places) -> Section | None:
    """What is reported to have happened, by date where one is told, else in the order of the text."""
    if not situation.events:
        return None
    blocks: list[Block] = list(picture_timeline(situation, places))
    dated = sorted((e for e in situation.events if e.date), key=lambda e: e.date or "")
    rows = [*dated, *(e for e in situation.events if not e.date)]
    table = Table(
        "Events in the order of their dates; those without one last.",
        (say("who"), say("what ", tag("coder")), say("when"), say("told as"), say("words ", tag("reported"))),
        tuple(Row(describe_event(e, places)) for e in rows),
    )
    blocks.append(drop_empty_columns(table))
    return Section("events", "What is reported to have happened", tuple(blocks), ("reported", "coder"))


def picture_timeline(situation: Situation, places: Places) -> Iterator[Block]:
    """The timeline of what is told with a day, where days differ."""
    moments = [*date_events(situation, places), *date_statements(situation, places)]
    published = [date.fromisoformat(s.published) for s in situation.sources if s.published]
    drawing = draw_timeline(moments, published, "timeline")
    if drawing is None:
        return
    tones = {m.tone for m in moments}
    signs = ", ".join(f"{sign} {tone}" for tone, sign in TONES.items() if tone in tones)
    hollow = "" if all(m.certain for m in moments) else " Hollow: planned, alleged or denied."
    caption = say(f"{signs}.{hollow} Dashed: day of publication. The day is the one told, as the words were read.")
    rows = tuple(
        Row((say(tell_days(m)), say(m.words), places.cite([m.place] if m.place else [])))
        for m in sorted(moments, key=lambda m: (m.first, m.last, m.words))
    )
    head = (say("day"), say("what"), say("words"))
    yield Figure(drawing, caption, Table("What is told with a day.", head, rows, dense=True), ("reported", "coder"))


def date_events(situation: Situation, places: Places) -> Iterator[Moment]:
    for event in situation.events:
        if event.date:
            who, deed = describe_deed(event)
            tone: Tone = (
                "cooperation" if event.type in COOPERATION else "conflict" if event.type in CONFLICT else "other"
            )
            words = f"{who}: {deed}" + (f" ({MODES[event.mode]})" if event.mode not in CERTAIN else "")
            yield make_moment(event.date, words, tone, event.mode in CERTAIN, places.open_first(event.evidence))


def date_statements(situation: Situation, places: Places) -> Iterator[Moment]:
    """Statements with a day, where no event of that day has the same author."""
    told = {(event.actor, event.date) for event in situation.events}
    for statement in situation.statements:
        if statement.said_on and (statement.speaker, statement.said_on) not in told:
            words = f"{tidy(name_for(statement.speaker, statement.on_behalf_of))}: “{shorten(statement.content, 90)}”"
            yield make_moment(statement.said_on, words, "words", True, places.open_first(statement.evidence))


def make_moment(days: str, words: str, tone: Tone, certain: bool, place: str | None) -> Moment:
    first, _, last = days.partition("/")
    return Moment(date.fromisoformat(first), date.fromisoformat(last or first), words, tone, certain, place)


def describe_deed(event: AssessedEvent) -> tuple[str, str]:
    """Who is told to have done what."""
    who = tidy(name_for(event.actor, event.on_behalf_of)) if event.actor else "unknown"
    targets = list_names([tidy(t) for t in event.targets], 5)
    return who, tidy(event.action) if event.action else f"{DEEDS[event.type]} {targets}".strip()


def describe_event(event: AssessedEvent, places: Places) -> tuple[Words, ...]:
    who, deed = describe_deed(event)
    targets = list_names([tidy(t) for t in event.targets], 5)
    to = f" (towards {targets})" if event.action and targets else ""
    told = MODES[event.mode] + (f" by {tidy(event.reported_by)}" if event.reported_by else "")
    told = "" if event.mode == "asserted" and not event.reported_by else told
    place = f", {tidy(event.place)}" if event.place else ""
    when = say(tell_when(event.when, event.date))
    return say(who), say(deed, soften(to + place)), when, say(told), places.cite(event.evidence)

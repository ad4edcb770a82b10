"""What of the articles was read: the strips of coverage, and the filter of the quotations."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from tocsin.briefing.blocks import Block, Choice, Figure, Filter, Row, Table
from tocsin.briefing.coverage_chart import LANES, Mark, Strip, draw_coverage
from tocsin.briefing.sentences import format_date
from tocsin.briefing.words import capitalise, count, list_names, say, shorten
from tocsin.records.situation import Evidence, Situation, Source


class Supported(Protocol):
    """What rests on evidence."""

    @property
    def evidence(self) -> tuple[str, ...]: ...


PLURALS = {"supply": "supplies", "control": "control", "other": "other"}
FEWEST = 6


def picture_coverage(situation: Situation) -> Iterator[Block]:
    """Each article as a strip with the places of its quotations."""
    strips = [lay_strip(s, situation) for s in situation.sources]
    drawing = draw_coverage([s for s in strips if s.marks], "coverage")
    if drawing is None:
        return
    caption = say(
        "Each line is an article from its first character to the last words that are quoted here; each mark is a "
        "quotation, in the line of what it was read as."
    )
    rows = tuple(
        Row((
            say(shorten(source.title or source.source, 80)),
            say(shorten(source.source, 40)),
            say(format_date(source.published) or "no date"),
            say(count(source.words, "word")),
            say(str(len({m.evidence for m in strip.marks}))),
            say(list_names([f"{n} {k}" for k in LANES if (n := sum(m.lane == k for m in strip.marks))])),
        ))
        for source, strip in zip(situation.sources, strips, strict=True)
    )  # fmt: skip
    head = (say("article"), say("from"), say("published"), say("length"), say("quotations"), say("read as"))
    yield Figure(drawing, caption, Table("The articles.", head, rows, numbers=(4,), dense=True), ("coder",))


def lay_strip(source: Source, situation: Situation) -> Strip:
    own = [e for e in situation.evidence if e.document == source.id]
    marks = tuple(Mark(e.id, e.start, e.end, lane) for e in own for lane in find_sorts(e, situation) or ("other",))
    title = shorten(source.title or source.source, 60)
    dated = f"{title}, {format_date(source.published)}" if source.published else title
    return Strip(dated, max((e.end + len(e.after) for e in own), default=1), marks)


def find_sorts(evidence: Evidence, situation: Situation) -> tuple[str, ...]:
    """What kinds of record rest on this evidence, in the order of LANES."""
    groups: dict[str, Iterable[Supported]] = {
        "position": [s for i in situation.issues for s in i.stands], "threat": situation.threats,
        "commitment": situation.commitments, "control": situation.control, "supply": situation.supplies,
        "event": situation.events, "statement": situation.statements,
    }  # fmt: skip
    return tuple(lane for lane in LANES if any(evidence.id in r.evidence for r in groups.get(lane, ())))


def sort_evidence(evidence: Evidence, situation: Situation) -> tuple[str, ...]:
    """The choices of the filters that show this evidence: its kinds, and its article."""
    number = next((n for n, s in enumerate(situation.sources, 1) if s.id == evidence.document), 0)
    return (*(find_sorts(evidence, situation) or ("other",)), f"article-{number}")


def make_filters(situation: Situation) -> Iterator[Block]:
    """A filter by kind and, with several articles, one by article; none where little is to be filtered."""
    if len(situation.evidence) < FEWEST:
        return
    sorts = [sort_evidence(e, situation) for e in situation.evidence]
    counts = {lane: sum(lane in s for s in sorts) for lane in LANES}
    kinds = tuple(
        Choice(lane, capitalise(PLURALS.get(lane, f"{lane}s")), number) for lane, number in counts.items() if number
    )
    if len(kinds) > 1:
        yield Filter("kind", "Show what was read as", kinds)
    articles = tuple(
        Choice(f"article-{n}", shorten(s.title or s.source, 40), sum(f"article-{n}" in s for s in sorts))
        for n, s in enumerate(situation.sources, 1)
    )
    if len(articles) > 1:
        yield Filter("article", "From", articles)

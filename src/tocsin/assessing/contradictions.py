"""Contradictions: claims of one article, or of several, that cannot all be so; both sides are kept, none is judged."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from tocsin.assessing.cast import Cast
from tocsin.assessing.counts import Count, conflict, find_counts
from tocsin.assessing.gather import Gathered
from tocsin.assessing.lines import Line, find_stand_side
from tocsin.assessing.words import find_content, find_names, list_words
from tocsin.codebook.names import find_known
from tocsin.records.coding import Coded, Coding, Control, Event, Position, Resource, Statement
from tocsin.records.disagreement import Claim, Contradiction
from tocsin.records.situation import AssessedControl

DENIALS = re.compile(
    r"^(?:\w+ly )?(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)? (?:reports?|claims?))\b(?: that)?", re.I
)
SHARED = 0.6
FEWEST_SHARED = 2
DAYS = 3
CLOSE = 400


def find_contradictions(
    coding: Coding, lines: Sequence[Line], control: Sequence[AssessedControl], cast: Cast, gathered: Gathered
) -> tuple[Contradiction, ...]:
    """Every contradiction: over places, stances, denied acts and numbers, in this order."""
    return (
        *find_control_contradictions(coding, control, cast, gathered),
        *(c for line in lines for c in find_stance_contradictions(line, cast, gathered)),
        *find_denials(coding, cast, gathered),
        *find_number_contradictions(coding, cast, gathered),
    )


def make_claim(says: str, by: str | None, records: Sequence[Coded], gathered: Gathered) -> Claim:
    return Claim(
        says=" ".join(says.split()),
        by=by,
        document=records[0].document,
        evidence=gathered.cite(records),
        records=tuple(r.id for r in records),
    )


def find_speaker(record: Coded) -> str | None:
    """Who is reported to claim what a record tells; None where the document does."""
    if isinstance(record, Statement):
        return record.speaker
    return record.reported_by if isinstance(record, Event) else None


def find_control_contradictions(
    coding: Coding, control: Sequence[AssessedControl], cast: Cast, gathered: Gathered
) -> Iterator[Contradiction]:
    """Places that two sides are told to hold, or to have gained, or to claim."""
    contested = {c.records[0] for c in control if c.contested and c.records}
    places: dict[str, list[Control]] = {}
    for record in coding.control:
        if record.id in contested and record.holder is not None:
            places.setdefault(record.place.lower(), []).append(record)
    for records in places.values():
        if len({cast.side(r.holder, r.on_behalf_of) for r in records if r.holder}) > 1:
            claims = [make_claim(f"{r.holder} {r.change} {r.place}", None, [r], gathered) for r in records]
            yield Contradiction(kind="control", about=f"control of {records[0].place}", claims=tuple(claims))


def find_stance_contradictions(line: Line, cast: Cast, gathered: Gathered) -> Iterator[Contradiction]:
    """Sides that are told to stand differently on one proposal."""
    sides: dict[str, list[Position]] = {}
    for position in line.positions:
        sides.setdefault(find_stand_side(position, cast), []).append(position)
    for side, positions in sides.items():
        stances = dict.fromkeys(p.stance for p in positions)
        if len(stances) > 1:
            told = {stance: [p for p in positions if p.stance == stance] for stance in stances}
            claims = [make_claim(f"{side}: {stance}", None, records, gathered) for stance, records in told.items()]
            yield Contradiction(kind="stance", about=f"position of {side} on '{line.proposal}'", claims=tuple(claims))


def find_denials(coding: Coding, cast: Cast, gathered: Gathered) -> Iterator[Contradiction]:
    """Acts that a side denies and that an article, or somebody in it, asserts."""
    for denial in coding.events:
        denied = take_denied(denial)
        if denied is None or denial.actor is None:
            continue
        side = cast.side(denial.actor, denial.on_behalf_of)
        words = find_content(denied) - find_content(side)
        told: list[Coded] = [*coding.events, *coding.statements]
        asserted = [r for r in told if asserts(r, denial, side, words, cast)]
        if asserted and len(words) >= FEWEST_SHARED:
            first = min(asserted, key=lambda r: (not isinstance(r, Event), r.document != denial.document))
            claims = (
                make_claim(take_words(first), find_speaker(first), [first], gathered),
                make_claim(denial.action or denied, denial.actor, [denial], gathered),
            )
            yield Contradiction(kind="denial", about=f"what {side} denies: {denied}", claims=claims)


def take_denied(event: Event) -> str | None:
    """What an event denies, in its words; None where it is no denial."""
    if event.mode == "denied":
        return event.action
    match = DENIALS.match(event.action or "") if event.type == "REJECT" else None
    return (event.action or "")[match.end() :].strip() if match else None


def asserts(record: Coded, denial: Event, side: str, words: frozenset[str], cast: Cast) -> bool:
    """Whether a record tells that a side did what it denies, and is not that side's own."""
    if record.evidence == denial.evidence and record.document == denial.document:
        return False
    content = find_content(take_words(record))
    if not words or len(words & content) < max(FEWEST_SHARED, SHARED * len(words)):
        return False
    if isinstance(record, Event):
        doer = cast.side(record.actor, record.on_behalf_of) if record.actor else None
        return doer == side and take_denied(record) is None and record.mode != "planned"
    if isinstance(record, Statement):
        other = cast.side(record.speaker, record.on_behalf_of) != side
        return (
            other
            and names_side(record.content.quote, side)
            and not re.search(r"\b(?:not|no|never|n't)\b", take_words(record))
        )
    return False


def take_words(record: Coded) -> str:
    """The words that say what a record tells."""
    if isinstance(record, Statement):
        return record.content.quote
    return (record.action if isinstance(record, Event) else None) or record.evidence.quote


def names_side(words: str, side: str) -> bool:
    """Whether some words name a side, by its name or its adjective."""
    if side.lower() in words.lower():
        return True
    return any((known := find_known(word)) and known.name == side for word in re.findall(r"\b[A-Z]\w+", words))


def find_number_contradictions(coding: Coding, cast: Cast, gathered: Gathered) -> Iterator[Contradiction]:
    """Numbers of one thing that differ: goods of one giver to one receiver, people or things harmed in one case."""
    for one, other in combinations([r for r in coding.resources if r.amount], 2):
        if is_same_good(one, other, cast) and differ(one.amount or "", other.amount or ""):
            claims = tuple(make_claim(f"{r.amount} {r.what}", None, [r], gathered) for r in (one, other))
            yield Contradiction(kind="number", about=f"{one.what} of {one.actor}: {one.status}", claims=claims)
    for told in group_counts([(r, count) for r in list_told(coding) for count in find_counts(take_sentence(r))]):
        counted = tuple(make_claim(count.words, find_speaker(r), [r], gathered) for r, count in told)
        first = told[0][1]
        yield Contradiction(kind="number", about=f"how many: {first.noun}, {first.harm}", claims=counted)


def group_counts(counted: Sequence[tuple[Coded, Count]]) -> list[list[tuple[Coded, Count]]]:
    """Counts of one case of which some cannot both be so, in the order of the text; told twice by one, they are one."""
    groups: list[list[tuple[Coded, Count]]] = []
    for one, other in combinations(counted, 2):
        if conflict(one[1], other[1]) and is_same_case(one[0], other[0]):
            group = next((g for g in groups if one in g or other in g), None)
            if group is None:
                groups.append(group := [])
            group += [pair for pair in (one, other) if all(name_count(pair) != name_count(p) for p in group)]
    return groups


def name_count(counted: tuple[Coded, Count]) -> tuple[str, str | None, str]:
    record, count = counted
    return record.document, find_speaker(record), count.words.lower()


def is_same_good(one: Resource, other: Resource, cast: Cast) -> bool:
    sides = [cast.side(r.actor, r.on_behalf_of) if r.actor else None for r in (one, other)]
    alike = find_content(one.what) == find_content(other.what)
    return sides[0] == sides[1] and (one.status, one.to) == (other.status, other.to) and alike


def differ(one: str, other: str) -> bool:
    """Whether two amounts are figures, and not the same."""
    figures = [re.findall(r"\d[\d,.]*", words) for words in (one, other)]
    return bool(figures[0] and figures[1]) and figures[0] != figures[1]


def list_told(coding: Coding) -> list[Coded]:
    """Statements, and events whose words no statement has."""
    told: list[Coded] = list(coding.statements)
    places = {(r.document, r.content.start) for r in coding.statements}
    return told + [e for e in coding.events if (e.document, e.evidence.start) not in places]


def take_sentence(record: Coded) -> str:
    return record.content.quote if isinstance(record, Statement) else record.evidence.quote


def is_same_case(one: Coded, other: Coded) -> bool:
    """Whether two records may tell of one event: a name in common or close together, and no two days far apart."""
    days = [date.fromisoformat(r.date[:10]) for r in (one, other) if isinstance(r, Event) and r.date]
    if len(days) == 2 and abs((days[0] - days[1]).days) > DAYS:
        return False
    if one.document == other.document and abs(one.evidence.start - other.evidence.start) <= CLOSE:
        return one.evidence != other.evidence
    return bool(find_own_names(one) & find_own_names(other))


def find_own_names(record: Coded) -> frozenset[str]:
    """The names in a record's words that are no day or month and not the speaker's."""
    return find_names(take_sentence(record)) - list_words("calendar") - find_content(find_speaker(record) or "")

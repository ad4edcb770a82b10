"""Positions: who stands where on what, and the issues that they stand on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tocsin.codebook.names import find_body, is_member
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import take_sentence
from tocsin.coding.issues import Agenda
from tocsin.coding.promises import find_speaker, list_said
from tocsin.coding.repeats import find_headline
from tocsin.coding.sparing import read_each
from tocsin.coding.stances import list_stances
from tocsin.coding.turns import Stance
from tocsin.records.coding import Issue, Position, Statement, name_record
from tocsin.records.frozen import Span, take_span

ECHOED = {
    "same": {stance: stance for stance in ("support", "oppose", "open", "conditional", "neutral")},
    "other": {"support": "oppose", "oppose": "support", "open": "oppose", "conditional": "oppose"},
}
STRETCH = 500
Told = Mapping[int, Sequence[Statement]]
NAMELESS = frozenset({"the", "this", "that", "these", "those", "some", "it", "they", "who", "which"})


def code_positions(article: Article, statements: Sequence[Statement]) -> tuple[list[Issue], list[Position]]:
    """The issues and positions of an article: one per actor and issue, a later one only where the stance changes."""
    stances = list(read_each(article.doc.sents, lambda sentence: list_stances(article, list(sentence))))
    stances += read_each(statements, lambda statement: list_said(article, statement), article.find_start)
    stances.sort(key=lambda s: s.cue.i)
    agenda = Agenda(article)
    positions: list[Position] = []
    told = index_statements(statements)
    taken = read_each(stances, lambda s: take_stand(article, told, agenda, positions, s), lambda s: s.cue)
    positions.extend(taken)  # one by one, since an echo takes up the position before it
    body = drop_headline(article, drop_general(article, positions))
    kept = list(drop_repeated(article, body))
    return agenda.list_issues({p.issue for p in kept}), kept


def index_statements(statements: Sequence[Statement]) -> Told:
    """The statements by the stretches of the text that they reach into."""
    told: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        start = min(statement.evidence.start, statement.content.start)
        end = max(statement.evidence.end, statement.content.end)
        for stretch in range(start // STRETCH, end // STRETCH + 1):
            told[stretch].append(statement)
    return told


def take_stand(
    article: Article, told: Told, agenda: Agenda, before: Sequence[Position], stance: Stance
) -> Iterator[Position]:
    """The positions of a stance, one per holder, on the issue that the agenda finds for it."""
    statements = told.get(stance.cue.idx // STRETCH, ())
    stance = find_sayer(article, statements, stance)
    evidence = take_evidence(article, stance)
    issue = (
        agenda.find_last(stance.cue, near=stance.stance in ECHOED)
        if stance.last
        else agenda.find_issue(stance.proposal, stance.holders, evidence, met=stance.met)
    )
    if issue is not None and stance.stance in ECHOED:
        stance = replace(stance, stance=echo_last(before, issue, ECHOED[stance.stance]))
    if issue is not None and stance.stance:
        statement = find_statement(statements, article, stance)
        holders = [w for w in stance.holders if w.name.lower() not in NAMELESS]
        yield from (make_position(article, stance, who, issue, evidence, statement) for who in holders)


def echo_last(positions: Sequence[Position], issue: str, turned: Mapping[str, str]) -> str:
    """The stance that was taken last on an issue, as an echo turns it; "" where there is none."""
    last = next((p.stance for p in reversed(positions) if p.issue == issue), "")
    return turned.get(last, "")


def find_sayer(article: Article, statements: Sequence[Statement], stance: Stance) -> Stance:
    """The stance with its holder, where that is whoever says the cue: the speaker of the shortest statement there."""
    if not stance.said or stance.holders:
        return stance
    at = stance.cue.idx
    around = [s for s in statements if s.content.start <= at < s.content.end]
    nearest = min(around, key=lambda s: s.content.end - s.content.start, default=None)
    speaker = find_speaker(article, nearest) if nearest is not None else None
    return replace(stance, holders=(speaker,)) if speaker is not None else stance


def take_evidence(article: Article, stance: Stance) -> Span:
    return take_span(article.document.text, *take_sentence(stance.cue))


def find_statement(statements: Sequence[Statement], article: Article, stance: Stance) -> Statement | None:
    """The shortest statement whose words hold the cue and whose speaker holds the stance."""
    at = stance.cue.idx
    around = [
        s
        for s in statements
        if s.evidence.start <= at < s.evidence.end and s.speaker in {w.name for w in stance.holders}
    ]
    return min(around, key=lambda s: s.evidence.end - s.evidence.start, default=None)


def make_position(
    article: Article, stance: Stance, who: Who, issue: str, evidence: Span, statement: Statement | None
) -> Position:
    document = article.document.id
    return Position(
        id=name_record("position", document, evidence, who.name, issue, stance.stance), document=document,
        evidence=evidence, certainty=round(stance.certainty, 2), why=f"{stance.stance} by {stance.why}",
        actor=who.name, on_behalf_of=who.acts_for, issue=issue, stance=stance.stance,
        condition=stance.condition, statement=statement.id if statement is not None else None,
    )  # fmt: skip


def drop_repeated(article: Article, positions: Iterable[Position]) -> Iterator[Position]:
    """Positions without those that repeat their side's last stance on the issue; a person counts for its state."""
    last: dict[tuple[str, str], str] = {}
    for position in positions:
        known = article.cast.find_actor(position.actor)
        person = known is not None and known.type == "person"
        side = position.on_behalf_of if person and position.on_behalf_of else position.actor
        if last.get((side, position.issue)) != position.stance:
            last[side, position.issue] = position.stance
            yield position


def drop_general(article: Article, positions: Sequence[Position]) -> list[Position]:
    """Positions without a body's that only sums up its members ("other allies disagree"), where these are named."""
    return [p for p in positions if not (find_body(p.actor) is not None and count_members(article, positions, p) > 1)]


def drop_headline(article: Article, positions: Sequence[Position]) -> list[Position]:
    """Positions without a headline's that the text below tells again."""
    end = find_headline(article.document.text)
    below = {(p.on_behalf_of or p.actor, p.stance) for p in positions if p.evidence.end > end}
    return [p for p in positions if p.evidence.end > end or (p.on_behalf_of or p.actor, p.stance) not in below]


def count_members(article: Article, positions: Sequence[Position], general: Position) -> int:
    """How many members of the body hold its stance on the issue under their own names."""
    same = [p for p in positions if (p.issue, p.stance) == (general.issue, general.stance)]
    sides = {p.on_behalf_of or p.actor for p in same}
    return sum(is_member(side, general.actor, article.published) for side in sides - {general.actor})

"""Positions: who stands where on what, and the issues that they stand on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tocsin.codebook.names import find_body, find_known
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import take_sentence
from tocsin.coding.issues import Agenda
from tocsin.coding.promises import find_speaker, find_told, list_said
from tocsin.coding.proposals import load_words
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
NAMELESS = frozenset(
    {"the", "this", "that", "these", "those", "some", "it", "they", "who", "which", "percent", "percentage"}
)


def code_positions(article: Article, statements: Sequence[Statement]) -> tuple[list[Issue], list[Position]]:
    """The issues and positions of an article: one per actor and issue, a later one only where the stance changes."""
    stances = list(read_each(article.doc.sents, lambda sentence: list_stances(article, list(sentence))))
    stances += read_each(statements, lambda statement: list_said(article, statement), article.find_start)
    stances.sort(key=lambda s: s.cue.i)
    agenda = Agenda(article)
    positions: list[Position] = []
    waiting: list[Stance] = []
    told = index_statements(statements)
    stances = list(drop_doubled(find_sayer(article, told.get(s.cue.idx // STRETCH, ()), s) for s in stances))
    taken = read_each(stances, lambda s: take_stand(article, told, agenda, positions, s, waiting), lambda s: s.cue)
    positions.extend(taken)  # one by one, since an echo takes up the position before it
    positions.extend(read_each(waiting, lambda s: take_late(article, told, agenda, s), lambda s: s.cue))
    positions.sort(key=lambda p: p.evidence.start)
    body = drop_headline(article, drop_general(article, positions))
    kept = list(drop_repeated(article, body))
    return agenda.list_issues({p.issue for p in kept}), kept


def drop_doubled(stances: Iterable[Stance]) -> Iterator[Stance]:
    """Stances without those that a second rule read in the same word for the same holders: the first one stays."""
    seen: set[tuple[int, tuple[Who, ...]]] = set()
    for stance in stances:
        if stance.holders and (stance.cue.i, stance.holders) in seen:
            continue
        if not stance.met:
            seen.add((stance.cue.i, stance.holders))
        yield stance


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
    article: Article, told: Told, agenda: Agenda, before: Sequence[Position], stance: Stance, waiting: list[Stance]
) -> Iterator[Position]:
    """The positions of a stance, one per holder, on the issue that the agenda finds for it.

    A stance that may be on an issue told further down is put among those `waiting`.
    """
    issue = find_issue(agenda, article, stance)
    if issue is None and (stance.met or stance.last) and stance.stance not in ECHOED:
        waiting.append(stance)
    if issue is not None and stance.stance in ECHOED:
        stance = replace(stance, stance=echo_last(before, issue, ECHOED[stance.stance]))
    yield from make_positions(article, told, stance, issue)


def take_late(article: Article, told: Told, agenda: Agenda, stance: Stance) -> Iterator[Position]:
    """The positions of a stance on an issue that is told only after it: a headline's vote, an act that others judge."""
    issue = agenda.find_next(stance.cue) if stance.last else find_issue(agenda, article, stance)
    yield from make_positions(article, told, stance, issue)


def find_issue(agenda: Agenda, article: Article, stance: Stance) -> str | None:
    """The issue that a stance is on: what its proposal words, or what was spoken of or voted on last."""
    if stance.last:
        voted = agenda.voted if stance.voted or stance.cue.lemma_ == "abstain" else None
        return voted or agenda.find_last(stance.cue, near=stance.stance in ECHOED)
    issue = agenda.find_issue(stance.proposal, stance.holders, take_evidence(article, stance), met=stance.met)
    if issue is not None and (stance.voted or stance.cue.lemma_ in load_words("voting")):
        agenda.voted = issue
    return issue


def make_positions(article: Article, told: Told, stance: Stance, issue: str | None) -> Iterator[Position]:
    """A position for each that holds a stance."""
    if issue is None or not stance.stance:
        return
    evidence = take_evidence(article, stance)
    statement = find_statement(told.get(stance.cue.idx // STRETCH, ()), article, stance)
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
    around = [s for s in statements if (told := find_told(s)).start <= at < told.end]
    nearest = min(around, key=lambda s: s.content.end - s.content.start, default=None)
    joint = [s for s in around if nearest is not None and s.content == nearest.content]
    speakers = [w for s in joint if (w := find_speaker(article, s)) is not None]
    return replace(stance, holders=tuple(dict.fromkeys(speakers))) if speakers else stance


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
    """Positions without a group's that only sums up its members ("other allies disagree"), where these are named."""
    return [p for p in positions if count_members(article, positions, p) < 2]


def drop_headline(article: Article, positions: Sequence[Position]) -> list[Position]:
    """Positions without a headline's that the text below tells again."""
    end = find_headline(article.document.text)
    told = [p for p in positions if p.evidence.end > end]
    below = {(p.on_behalf_of or p.actor, p.stance) for p in told} | {(p.issue, p.stance) for p in told}
    mine = (p for p in positions if p.evidence.end <= end)
    alone = [p for p in mine if not {(p.on_behalf_of or p.actor, p.stance), (p.issue, p.stance)} & below]
    return [*alone, *told]


def count_members(article: Article, positions: Sequence[Position], general: Position) -> int:
    """How many states hold the stance of a general group on the issue under their own names."""
    if not is_general(article, general.actor):
        return 0
    same = [p for p in positions if (p.issue, p.stance) == (general.issue, general.stance)]
    return sum(is_state(side) for side in {p.on_behalf_of or p.actor for p in same} - {general.actor})


def is_general(article: Article, name: str) -> bool:
    """Whether a name is that of a group in the text's words whose members may be named beside: "other allies"."""
    known = article.cast.find_actor(name)
    if known is not None and known.type != "group":
        return False
    *before, word = name.split() or ("",)
    own = " ".join(w for w in before if w.lower() not in load_words("vague"))
    return bool({word[:-1], word[:-3] + "y"} & load_words("generals")) and (not own or find_body(own) is not None)


def is_state(name: str) -> bool:
    known = find_known(name)
    return known is not None and known.kind == "state"

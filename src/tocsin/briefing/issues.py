"""What is at issue, and who wants what."""

from collections import Counter
from collections.abc import Sequence

from tocsin.briefing.blocks import Block, Figure, Heading, Paragraph, Points, Row, Section, Table
from tocsin.briefing.places import Places, name_for
from tocsin.briefing.position_chart import draw_position_line, find_backer
from tocsin.briefing.sentences import MODEL_LABEL, format_percent
from tocsin.briefing.words import (
    Piece,
    Words,
    capitalise,
    join,
    link,
    list_names,
    quote,
    say,
    shorten,
    soften,
    soften_words,
    stress,
    tag,
    tidy,
)  # fmt: skip
from tocsin.records.coding import Stance
from tocsin.records.forecast import Blocker, Forecast, Outcome
from tocsin.records.situation import AssessedIssue, Decision, Party, Situation, Stand

SIGNS: dict[Stance, str] = {"support": "+", "conditional": "±", "open": "○", "neutral": "·", "oppose": "−"}
STANCES: dict[Stance, str] = {
    "support": "for", "conditional": "for on a condition", "open": "open", "neutral": "neutral", "oppose": "against",
}  # fmt: skip
COLOUR_NAMES: dict[Stance, str] = {
    "support": "blue", "conditional": "light blue", "open": "orange", "neutral": "grey", "oppose": "red",
}  # fmt: skip
MATRIX_COLUMNS = 8
EXCERPT_LENGTH = 120
SHOWN_BLOCKERS = 6
CITED = 8


def write_at_issue(situation: Situation, places: Places) -> Section | None:
    """Each proposal, its line, who decides it, and how the stands divide."""
    if not situation.issues:
        return None
    items = tuple(describe_issue(issue, places) for issue in rank_issues(situation))
    return Section("at-issue", "What is at issue", (Points(items),), ("reported", "coder"))


def rank_issues(situation: Situation) -> list[AssessedIssue]:
    """The issues on which most parties stand first."""
    return sorted(situation.issues, key=lambda i: -len(i.stands))


def describe_issue(issue: AssessedIssue, places: Places) -> Words:
    sides = {stance: [tidy(name_side(s)) for s in issue.stands if s.stance == stance] for stance in STANCES}
    divided = [
        say(f"{capitalise(STANCES[stance])}: {list_names(names, 6)}. ") for stance, names in sides.items() if names
    ]
    return say(
        stress(capitalise(tidy(issue.proposal)), f"wants-{number_issue(issue)}" if issue.stands else None),
        ". ",
        join(divided, "") or say("Nobody is reported to stand on it. "),
        describe_decision(issue.decision),
        places.cite_after(issue.evidence[:CITED]),
    )


def number_issue(issue: AssessedIssue) -> str:
    """The issue's id as the tail of an id of the page."""
    return "".join(c if c.isalnum() else "-" for c in issue.id)


def describe_decision(decision: Decision | None) -> Words:
    """Who decides, and how that is known."""
    if decision is None:
        return say("Who decides: not told.")
    known = {"quoted": "reported", "base rate": "from a table", "analyst": "set by an analyst", "default": "assumed"}
    rule = "alone" if decision.rule == "own decision" else f"by {decision.rule}"
    source = soften_words(say("; source: ", make_source(decision.source))) if decision.source else ()
    because = tidy(decision.because).rstrip(".")
    return say(
        f"Who decides: {tidy(decision.body)}, {rule} ",
        soften(f"({known[decision.origin]}: {because}"),
        source,
        soften(")."),
    )


def make_source(source: str) -> Words:
    """A source in words, leading to its address where it has one."""
    pieces: list[Piece] = []
    for word in tidy(source).split(" "):
        bare = word.strip("(),;.")
        if bare.startswith(("https://", "http://")):
            before, _, after = word.partition(bare)
            pieces += [Piece(before), Piece(bare, bare), Piece(after + " ")]
        else:
            pieces.append(Piece(word + " "))
    last = pieces[-1]
    return say(*pieces[:-1], Piece(last.text.rstrip(), last.to, last.mark))


def write_wants(situation: Situation, forecast: Forecast, places: Places) -> Section | None:
    """A chart and a table for each issue; before them, where it helps, all parties on all issues."""
    issues = [i for i in rank_issues(situation) if i.stands]
    if not issues:
        return None
    outcomes = {o.issue: o for o in forecast.outcomes}
    parties = {p.name: p for p in situation.actors}
    blocks: list[Block] = list(write_matrix(issues))
    for issue in issues:
        outcome = outcomes.get(issue.id)
        table = tabulate_stands(issue, places)
        drawing = draw_position_line(issue, outcome, parties, f"line-{number_issue(issue)}")
        blocks.append(Heading(say(capitalise(tidy(issue.proposal))), f"wants-{number_issue(issue)}"))
        blocks.append(Paragraph(describe_line(issue), soft=True))
        if drawing is not None:
            blocks.append(Figure(drawing, caption_line(issue, outcome), tabulate_line(issue, parties, places)))
        blocks.append(table)
        blocks += describe_outcome(issue, outcome, places)
    return Section("wants", "Who wants what", tuple(blocks), ("reported", "coder", "model"), MODEL_LABEL)


def describe_line(issue: AssessedIssue) -> Words:
    if issue.zero == f"not: {issue.proposal}" and issue.hundred == issue.proposal:
        return say("On the line, 0 is ‘not’ and 100 is the proposal in full.")
    return say(f"The line runs from 0 (‘{tidy(issue.zero)}’) to 100 (‘{tidy(issue.hundred)}’).")


def write_matrix(issues: Sequence[AssessedIssue]) -> list[Block]:
    """Parties by issues, where some party stands on more than one of them."""
    stands = {(name_side(s), i.id): s for i in issues for s in i.stands}
    reach = Counter(side for side, _ in stands)
    if len(issues) < 2 or not any(n > 1 for n in reach.values()):
        return []
    shown = list(issues[:MATRIX_COLUMNS])
    sides = sorted(reach, key=lambda side: (-reach[side], side.lower()))
    rows = tuple(
        Row((say(tidy(side)), *(mark_stance(stands.get((side, i.id))) for i in shown)))
        for side in sides
        if any((side, i.id) in stands for i in shown)
    )
    head = (say("party"), *(say(link(tidy(i.proposal), f"wants-{number_issue(i)}")) for i in shown))
    signs = ", ".join(f"{SIGNS[stance]} {words}" for stance, words in STANCES.items())
    return [Table(f"Parties and issues: {signs}.", head, rows, dense=True)]


def mark_stance(stand: Stand | None) -> Words:
    if stand is None:
        return ()
    return say(Piece(f"{SIGNS[stand.stance]} {STANCES[stand.stance]}{' (contested)' if stand.contested else ''}"))


def name_side(stand: Stand) -> str:
    return stand.on_behalf_of or stand.actor


def tabulate_stands(issue: AssessedIssue, places: Places) -> Table:
    """Who stands where, with the words it is read from."""
    stands = sorted(issue.stands, key=lambda s: (s.position.likely, name_side(s)))
    rows: list[Row] = []
    excerpted: set[str] = set()
    for stand in stands:
        words = say(excerpt(stand, places, excerpted), " ", places.cite(stand.evidence))
        who = say(tidy(name_for(stand.actor, stand.on_behalf_of)))
        rows.append(Row((who, describe_stance(stand), places.open_quantity(stand.position), words)))
        excerpted.update(stand.evidence[:1])
    head = (
        say("party"), say("stands ", tag("coder")), say("position, 0 to 100"), say("words ", tag("reported")),
    )  # fmt: skip
    return Table("Who stands where, and in which words.", head, tuple(rows), numbers=(2,))


def excerpt(stand: Stand, places: Places, excerpted: set[str]) -> Words:
    """The first words that carry a stand, unless a line above shows them."""
    first = next((e for e in stand.evidence if e in places.evidence), None)
    if first is None or first in excerpted:
        return ()
    return say(quote(shorten(places.evidence[first].quote, EXCERPT_LENGTH)))


def describe_stance(stand: Stand) -> Words:
    extra = f" if {tidy(stand.condition).removeprefix('if ')}" if stand.condition else ""
    contested = " (contested: another report says otherwise)" if stand.contested else ""
    return say(stress(STANCES[stand.stance]), extra, soften(contested))


def tabulate_line(issue: AssessedIssue, parties: dict[str, Party], places: Places) -> Table:
    """The figures of the position line."""
    rows = tuple(
        Row((
            say(tidy(name_side(s))),
            places.open_quantity(s.position),
            places.open_quantity(s.salience),
            open_capability(s, parties, places),
            say(format_percent(s.certainty)),
        ))
        for s in sorted(issue.stands, key=lambda s: (s.position.likely, s.actor))
    )  # fmt: skip
    head = (say("party"), say("position"), say("attention"), say("capability"), say("sure of the reading"))
    return Table("The figures of this chart.", head, rows, numbers=(1, 2, 3, 4), dense=True)


def open_capability(stand: Stand, parties: dict[str, Party], places: Places) -> Words:
    party = find_backer(stand, parties)
    return places.open_quantity(party.capability) if party and party.capability else say("not known")


def caption_line(issue: AssessedIssue, outcome: Outcome | None) -> Words:
    """How the chart is read."""
    present = {s.stance for s in issue.stands}
    colours = ", ".join(f"{COLOUR_NAMES[stance]} {STANCES[stance]}" for stance in STANCES if stance in present)
    words = say(
        f"Colour: {colours}. Area: share of the world’s capability (hollow: no table lists it). Ring: attention. ",
        "Line: plausible range.",
    )
    if outcome is None:
        return words
    strip = " Below: where the model’s worlds settle; thick, 90% of the mean; thin, the middle 80% of outcomes."
    return say(words, strip)


def describe_outcome(issue: AssessedIssue, outcome: Outcome | None, places: Places) -> list[Block]:
    """Where the model sees it settle, who refuses, who acts alone."""
    if outcome is None:
        return []
    told: list[Words] = []
    if len(issue.stands) > 1:
        mean = f"{outcome.mean:.0f} of 100 (range {outcome.mean_low:.0f} to {outcome.mean_high:.0f})"
        spread = f"; 80% of outcomes lie between {outcome.low:.0f} and {outcome.high:.0f}."
        told.append(say("The compromise settles at ", link(mean, places.quantities.get(id(issue.line_error))), spread))
    if outcome.blockers:
        told.append(say(f"Refused, by share of worlds, by {list_shares(outcome.blockers)}."))
    if outcome.actors_outside:
        told.append(say(f"Acting without the body: {list_shares(outcome.actors_outside)}."))
    return [Paragraph(say(tag("model"), " ", join(told, " ")))] if told else []


def list_shares(blockers: Sequence[Blocker]) -> str:
    """'A in 90%, B in 40% (assumed)'."""
    shares = [f"{tidy(b.actor)} in {format_percent(b.share)}{'' if b.quoted else ' (assumed)'}" for b in blockers]
    return list_names(shares, SHOWN_BLOCKERS)

"""What is at issue, and who wants what."""

from collections.abc import Sequence

from tocsin.briefing.blocks import Block, Figure, Heading, Paragraph, Points, Row, Section, Table
from tocsin.briefing.matrix import explain_colours, picture_matrix
from tocsin.briefing.places import Places, name_for
from tocsin.briefing.position_chart import draw_position_line, find_backer
from tocsin.briefing.sentences import MODEL_LABEL, format_percent
from tocsin.briefing.stances import STANCES, name_side, number_issue
from tocsin.briefing.words import (
    Piece,
    Voice,
    Words,
    capitalise,
    drop_if,
    join,
    key,
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
from tocsin.records.forecast import Blocker, Forecast, Outcome
from tocsin.records.situation import AssessedIssue, Decision, Party, Situation, Stand

EXCERPT_LENGTH = 120
SHOWN_BLOCKERS = 6
CITED, CHARTED = 8, 8


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
    blocks: list[Block] = list(picture_matrix(issues, places))
    for number, issue in enumerate(issues):
        outcome = outcomes.get(issue.id)
        table = tabulate_stands(issue, places)
        name = f"line-{number_issue(issue)}"
        drawing = draw_position_line(issue, outcome, parties, places, name) if number < CHARTED else None
        blocks.append(Heading(say(capitalise(tidy(issue.proposal))), f"wants-{number_issue(issue)}"))
        blocks.append(Paragraph(describe_line(issue), soft=True))
        if drawing is not None:
            voices: tuple[Voice, ...] = ("coder", "model") if outcome else ("coder",)
            twin = tabulate_line(issue, parties, places)
            blocks.append(Figure(drawing, caption_line(issue, outcome), twin, voices))
        blocks.append(table)
        blocks += describe_outcome(issue, outcome, places)
    return Section("wants", "Who wants what", tuple(blocks), ("reported", "coder", "model"), MODEL_LABEL)


def describe_line(issue: AssessedIssue) -> Words:
    if issue.zero == f"not: {issue.proposal}" and issue.hundred == issue.proposal:
        return say("On the line, 0 is ‘not’ and 100 is the proposal in full.")
    return say(f"The line runs from 0 (‘{tidy(issue.zero)}’) to 100 (‘{tidy(issue.hundred)}’).")


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
    extra = f" if {drop_if(stand.condition)}" if stand.condition else ""
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
    words = say(
        explain_colours(s.stance for s in issue.stands),
        ". Area: share of the world’s capability (hollow: no table lists it). Ring: attention. Line: plausible range.",
    )
    if outcome is None:
        return words
    return say(
        words, " ", key("purple"), " where the model’s worlds settle: thick line, 90% of the mean; thin line, the "
        "middle 80% of outcomes; tick, the mean.",
    )  # fmt: skip


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
    if outcome.turned_by:
        moves = [f"{tidy(m.actor)} from {m.start:.0f} to {m.end:.0f}" for m in outcome.turned_by]
        told.append(say(f"The least moves that would turn the decision: {list_names(moves, SHOWN_BLOCKERS)}."))
    return [Paragraph(say(tag("model"), " ", join(told, " ")))] if told else []


def list_shares(blockers: Sequence[Blocker]) -> str:
    """'A in 90%, B in 40% (assumed)'."""
    shares = [f"{tidy(b.actor)} in {format_percent(b.share)}{'' if b.quoted else ' (assumed)'}" for b in blockers]
    return list_names(shares, SHOWN_BLOCKERS)

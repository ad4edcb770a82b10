"""What differs between two situations and their forecasts, matched by words."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.briefing.blocks import Row, Table
from tocsin.briefing.expectations import ORIGINS
from tocsin.briefing.matching import match_words
from tocsin.briefing.places import Places, name_for
from tocsin.briefing.sentences import format_quantity
from tocsin.briefing.stances import STANCES, name_side, number_issue
from tocsin.briefing.words import (
    Words,
    capitalise,
    drop_if,
    link,
    list_names,
    quote,
    say,
    shorten,
    soften,
    stress,
    tidy,
)
from tocsin.records.forecast import Forecast, Question
from tocsin.records.quantity import Quantity
from tocsin.records.situation import AssessedCommitment, AssessedIssue, AssessedThreat, Situation, Stand

EXCERPT = 140
OF_STANDS = ("position: ", "salience: ")


@dataclass(frozen=True)
class Differences:
    """Matched pairs (after, before), what only one of the two holds, and the evidence whose words are new."""

    questions: tuple[tuple[Question, Question], ...]
    issues: tuple[tuple[AssessedIssue, AssessedIssue], ...]
    new_issues: tuple[AssessedIssue, ...]
    gone_issues: tuple[AssessedIssue, ...]
    new_threats: tuple[AssessedThreat, ...]
    gone_threats: tuple[AssessedThreat, ...]
    new_commitments: tuple[AssessedCommitment, ...]
    gone_commitments: tuple[AssessedCommitment, ...]
    fresh: frozenset[str]
    earlier: dict[str, str]


def find_differences(after: Forecast, before: Forecast) -> Differences:
    now, then = after.situation, before.situation
    issues = match_words(now.issues, then.issues, lambda i: i.proposal, lambda i: 0)
    threats = match_words(now.threats, then.threats, lambda t: f"{t.by} {t.condition} {t.consequence}", lambda t: t.by)
    ties = match_words(now.commitments, then.commitments, lambda c: " ".join(sorted(c.parties)), lambda c: c.tie)
    known = {e.quote for e in then.evidence}
    return Differences(
        questions=tuple(match_words(after.questions, before.questions, lambda q: q.label, lambda q: q.asked)),
        issues=tuple(issues),
        new_issues=tuple(i for i in now.issues if all(i is not a for a, _ in issues)),
        gone_issues=tuple(i for i in then.issues if all(i is not b for _, b in issues)),
        new_threats=tuple(t for t in now.threats if all(t is not a for a, _ in threats)),
        gone_threats=tuple(t for t in then.threats if all(t is not b for _, b in threats)),
        new_commitments=tuple(c for c in now.commitments if all(c is not a for a, _ in ties)),
        gone_commitments=tuple(c for c in then.commitments if all(c is not b for _, b in ties)),
        fresh=frozenset(e.id for e in now.evidence if e.quote not in known),
        earlier={e.id: e.quote for e in then.evidence},
    )


def tabulate_stands(differences: Differences, places: Places, names: tuple[str, str]) -> Table | None:
    """Who stands elsewhere than before, is new on an issue, or is no longer told to stand on it."""
    rows: list[Row] = []
    for now, then in differences.issues:
        ours = {name_side(s): s for s in now.stands}
        theirs = {name_side(s): s for s in then.stands}
        for side in dict.fromkeys([*theirs, *ours]):
            stand, old = ours.get(side), theirs.get(side)
            if stand is None or old is None or stand.stance != old.stance:
                rows.append(Row((
                    say(tidy(side)), name_issue(now, then), tell_earlier(old, differences), tell_later(stand, places),
                )))  # fmt: skip
    head = (say("party"), say("on"), say(names[0]), say(names[1]))
    return Table("Who stands elsewhere than before, with the words.", head, tuple(rows)) if rows else None


def name_issue(now: AssessedIssue, then: AssessedIssue) -> Words:
    """The proposal, and its earlier wording where that was another."""
    before = say(soften(f" (before: ‘{tidy(then.proposal)}’)")) if then.proposal != now.proposal else ()
    return say(link(tidy(now.proposal), f"wants-{number_issue(now)}"), before)


def tell_earlier(stand: Stand | None, differences: Differences) -> Words:
    if stand is None:
        return say(soften("nothing told"))
    words = next((differences.earlier[e] for e in stand.evidence if e in differences.earlier), None)
    return say(stress(STANCES[stand.stance]), quote_after(words))


def quote_after(words: str | None) -> Words:
    """Words of the earlier situation after a space, where there are any."""
    return say(" ", quote(shorten(words, EXCERPT))) if words else ()


def tell_later(stand: Stand | None, places: Places) -> Words:
    if stand is None:
        return say(soften("nothing told"))
    first = places.open_first(stand.evidence)
    words = say(" ", quote(shorten(places.evidence[first].quote, EXCERPT))) if first else ()
    return say(stress(STANCES[stand.stance]), words, places.cite_after(stand.evidence))


def tell_new(differences: Differences, situation: Situation, places: Places) -> Iterator[Words]:
    """Issues, threats and ties that only the later situation holds, with their words."""
    for issue in differences.new_issues:
        yield say(stress("Issue"), f": {capitalise(tidy(issue.proposal))}.", places.cite_after(issue.evidence[:8]))
    for threat in differences.new_threats:
        yield say(stress("Threat"), f": {tell_threat(threat)}.", places.cite_after(threat.evidence))
    for tie in differences.new_commitments:
        yield say(stress("Commitment"), f": {tell_tie(tie)}.", places.cite_after(tie.evidence))


def tell_gone(differences: Differences, other: Situation) -> Iterator[Words]:
    """The same for the earlier one, whose words are quoted in full."""
    records: tuple[tuple[str, str, tuple[str, ...]], ...] = (
        *(("Issue", capitalise(tidy(i.proposal)), i.evidence) for i in differences.gone_issues),
        *(("Threat", tell_threat(t), t.evidence) for t in differences.gone_threats),
        *(("Commitment", tell_tie(c), c.evidence) for c in differences.gone_commitments),
    )
    for kind, told, evidence in records:
        words = next((differences.earlier[e] for e in evidence if e in differences.earlier), None)
        yield say(stress(kind), f": {told}.", quote_after(words))


def tell_threat(threat: AssessedThreat) -> str:
    who = tidy(name_for(threat.by, threat.on_behalf_of)) if threat.by else "an unnamed party"
    condition = f"if {drop_if(threat.condition)} → " if threat.condition else ""
    return f"{who}: {condition}{tidy(threat.consequence) if threat.consequence else 'harm not told'}"


def tell_tie(commitment: AssessedCommitment) -> str:
    return f"{list_names([tidy(p) for p in commitment.parties], 6)} ({commitment.tie})"


def compare_numbers(situation: Situation, other: Situation, places: Places, *, every: bool) -> Iterator[Row]:
    """The numbers of both situations that differ; those of stands only where `every` one is wanted."""
    theirs = dict(reversed(list(other.quantities())))
    seen: set[str] = set()
    for path, quantity in situation.quantities():
        rival = theirs.get(path)
        if path in seen or rival == quantity or rival is None:
            continue
        if not every and (path.startswith(OF_STANDS) or same_number(rival, quantity)):
            continue
        seen.add(path)
        yield Row((say(link(tidy(path), places.paths[path])), describe_number(rival), describe_number(quantity)))


def same_number(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.likely, one.high) == (other.low, other.likely, other.high)


def describe_number(quantity: Quantity) -> Words:
    return say(
        stress(format_quantity(quantity)),
        f" {tidy(quantity.unit)}; {ORIGINS[quantity.origin]}: {tidy(quantity.because)}",
    )

"""Commitments and threats: who is bound to whom, who announces what harm."""

from collections.abc import Iterator

from tocsin.briefing.blocks import Block, Figure, Heading, Points, Row, Section, Table
from tocsin.briefing.places import Places, name_for
from tocsin.briefing.sentences import MODEL_LABEL, format_chance
from tocsin.briefing.stances import number_issue
from tocsin.briefing.tree import Branch, grow_tree, open_branch
from tocsin.briefing.tree_chart import draw_tree
from tocsin.briefing.words import Words, drop_if, link, list_names, say, soften, stress, tag, tidy
from tocsin.records.coding import Tie
from tocsin.records.forecast import Forecast
from tocsin.records.situation import AssessedCommitment, AssessedThreat, Situation

TIES: dict[Tie, str] = {
    "membership": "membership", "defence": "promise of defence", "alliance": "alliance", "agreement": "agreement",
    "none": "no tie",
}  # fmt: skip


def write_ties(situation: Situation, forecast: Forecast, places: Places) -> Section | None:
    blocks: list[Block] = []
    if situation.threats:
        blocks.append(Heading(say("Threats")))
        blocks.append(Points(tuple(describe_threat(t, situation, forecast, places) for t in situation.threats)))
    if situation.commitments:
        blocks.append(Heading(say("Commitments")))
        blocks.append(tabulate_commitments(situation, places))
    if not blocks:
        return None
    tree = list(picture_tree(situation, forecast, places))
    title = "Commitments and threats"
    if not situation.threats or not situation.commitments:
        blocks, title = blocks[1:], "Threats" if situation.threats else "Commitments"
    return Section("ties", title, (*tree, *blocks), ("reported", "coder", "model"), MODEL_LABEL)


def picture_tree(situation: Situation, forecast: Forecast, places: Places) -> Iterator[Block]:
    """The tree of conditions with its table, where a threat or a promise hangs on something."""
    branches = grow_tree(situation, forecast)
    drawing = draw_tree(branches, places, "tree")
    if drawing is None:
        return
    rows = tuple(
        Row((
            say("— " * b.depth, tidy(b.words)),
            open_given(b, places),
            say(link(format_chance(b.chance), open_branch(b, places))) if b.chance else (),
        ))
        for b in branches
    )  # fmt: skip
    caption = say(
        "Read from left to right: what may be decided, what it triggers, what follows. ", stress("In all"),
        ": the model’s chance of coming to this step, with its range. ", stress("Once the step above has come"),
        ": a number of the situation, with its plausible range, not of the model.",
    )  # fmt: skip
    head = (say("step"), say("once the step above has come"), say("chance in all"))
    yield Figure(drawing, caption, Table("The steps.", head, rows, numbers=(1, 2), dense=True), ("coder", "model"))


def open_given(branch: Branch, places: Places) -> Words:
    return places.open_quantity(branch.given) if branch.given is not None else ()


def describe_threat(threat: AssessedThreat, situation: Situation, forecast: Forecast, places: Places) -> Words:
    """Who is reported to threaten whom, on what condition, with what; the issue it hangs on; the model's chances."""
    who = tidy(name_for(threat.by, threat.on_behalf_of)) if threat.by else "An unnamed party"
    to = say(" to ", stress(tidy(threat.to))) if threat.to else ()
    condition = f"if {drop_if(threat.condition)}" if threat.condition else "no condition is told"
    consequence = tidy(threat.consequence) if threat.consequence else "the harm is not told"
    told = say(stress(who), to, f", as reported: {condition} → {consequence}.", places.cite_after(threat.evidence))
    issue = next((i for i in situation.issues if i.id == threat.issue), None)
    if issue is not None:
        met = "adoption" if threat.met_by == "adoption" else "refusal"
        because = f" ({tidy(threat.linked_because).rstrip('.')})" if threat.linked_because else ""
        told = say(
            told, " ", tag("coder"), f" Its condition is met by the {met} of ",
            link(tidy(issue.proposal), f"wants-{number_issue(issue)}"), soften(because), ".",
        )  # fmt: skip
    return say(told, tell_threat_chances(threat, forecast, places))


def tell_threat_chances(threat: AssessedThreat, forecast: Forecast, places: Places) -> Words:
    asked = {q.asked: q for q in forecast.questions if q.about == threat.id}
    told = [
        say(f"{words} ", link(format_chance(q.chance), places.open_question(q.id)))
        for kind, words in (("threat triggered", "triggered"), ("threat carried out", "triggered and carried out"))
        if (q := asked.get(kind)) is not None and q.chance is not None  # type: ignore[call-overload]
    ]
    if not told:
        return ()
    both = say(told[0], ", ", told[1]) if len(told) == 2 else told[0]
    return say(" ", tag("model"), " Chance that it is ", both, ".")


def tabulate_commitments(situation: Situation, places: Places) -> Table:
    rows = tuple(
        Row((
            say(list_names([tidy(p) for p in c.parties], 8)),
            say(TIES[c.tie], f" ({tidy(c.body)})" if c.body and c.body not in c.parties else ""),
            say(tell_covered(c)),
            places.open_quantity(c.honoured) if c.honoured is not None else (),
            places.cite(c.evidence),
        ))
        for c in situation.commitments
    )  # fmt: skip
    kept = say("chance that it is kept when invoked")
    head = (say("parties"), say("tie ", tag("coder")), say("covers"), kept, say("words ", tag("reported")))
    return drop_empty_columns(Table("Who is bound to whom.", head, rows, numbers=(3,)))


def tell_covered(commitment: AssessedCommitment) -> str:
    return list_names([tidy(c) for c in commitment.covers], 8)


def drop_empty_columns(table: Table) -> Table:
    """The table without columns that no row fills."""
    kept = [n for n in range(len(table.head)) if any(n < len(r.cells) and r.cells[n] for r in table.rows)]
    return Table(
        caption=table.caption,
        head=tuple(table.head[n] for n in kept),
        rows=tuple(Row(tuple(r.cells[n] for n in kept), r.id) for r in table.rows),
        numbers=tuple(kept.index(n) for n in table.numbers if n in kept),
        dense=table.dense,
    )

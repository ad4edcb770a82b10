"""The tree of conditions: from what may be decided or attacked to what is threatened or promised for that case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.briefing.places import Places
from tocsin.briefing.sentences import format_chance, format_quantity, name_commitment, name_threatener
from tocsin.briefing.words import capitalise
from tocsin.records.forecast import Asked, Chance, Forecast, Question
from tocsin.records.quantity import Quantity
from tocsin.records.situation import AssessedIssue, AssessedThreat, Situation


@dataclass(frozen=True)
class Branch:
    """A step of the tree at `depth`; `given` is the chance of the step once the one above it has come, `chance` that of
    coming here at all. A root has neither."""

    depth: int
    words: str
    given: Quantity | None = None
    chance: Chance | None = None
    question: str | None = None

    @property
    def told(self) -> str:
        parts = [format_chance(self.chance)] if self.chance else []
        parts += [f"once the step above has come: {format_quantity(self.given)}"] if self.given else []
        return "; ".join(parts)


def grow_tree(situation: Situation, forecast: Forecast) -> tuple[Branch, ...]:
    """The branches in the order in which they are drawn; empty where no threat or promise hangs on anything."""
    asked: dict[tuple[Asked, str], Question] = {}
    for question in forecast.questions:
        if question.chance is not None:
            asked.setdefault((question.asked, question.about), question)
    branches: list[Branch] = []
    for issue in situation.issues:
        hanging = [t for t in situation.threats if t.issue == issue.id and ("threat triggered", t.id) in asked]
        if hanging:
            branches += grow_issue(issue, hanging, asked)
    for commitment in situation.commitments:
        invoked = asked.get(("commitment invoked", commitment.id))
        kept = asked.get(("commitment honoured", commitment.id))
        if invoked is not None and kept is not None:
            branches.append(Branch(0, f"Promise of {name_commitment(invoked, situation)}"))
            branches.append(lead_to(1, "A party to it is attacked and calls on it", invoked))
            branches.append(Branch(2, "A given partner keeps it", commitment.honoured, None, kept.id))
    return tuple(branches)


def grow_issue(
    issue: AssessedIssue, threats: Sequence[AssessedThreat], asked: dict[tuple[Asked, str], Question]
) -> Iterator[Branch]:
    """What may be decided on an issue, then each threat for that case."""
    yield Branch(0, capitalise(issue.proposal))
    adopted = asked.get(("adopted", issue.id))
    outside = asked.get(("acted outside", issue.id))
    body = issue.decision.body if issue.decision else "those who decide"
    if adopted:
        yield lead_to(1, f"{capitalise(body)} adopts it", adopted)
    if outside:
        yield lead_to(1, f"Members of {body} do it without its decision", outside)
    for threat in threats:
        met = asked["threat triggered", threat.id]
        case = "Refusal" if threat.met_by == "refusal" else "Either" if adopted and outside else "This"
        yield lead_to(1, f"{case} meets the condition of the threat by {name_threatener(threat)}", met)
        carried = asked.get(("threat carried out", threat.id))
        if carried:
            done = f"It is carried out: {threat.consequence or 'the harm is not told'}"
            yield lead_to(2, done, carried, threat.carried_out)


def lead_to(depth: int, words: str, question: Question, given: Quantity | None = None) -> Branch:
    return Branch(depth, words, given, question.chance, question.id)


def open_branch(branch: Branch, places: Places) -> str | None:
    """The place of the briefing that a branch's numbers lead to."""
    return places.open_question(branch.question) if branch.question else None

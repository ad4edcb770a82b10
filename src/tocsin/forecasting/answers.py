"""All questions of a situation with their answers, in the order in which a reader asks them."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.forecasting.collective import Resolution, resolve_issue
from tocsin.forecasting.commitments import ask_commitments, list_attack_paths
from tocsin.forecasting.course import Course, run_rules
from tocsin.forecasting.crises import list_crises, list_pacts, write_crisis_rules, write_pact_rules
from tocsin.forecasting.draw import Worlds, draw_quantity, remember
from tocsin.forecasting.foresight import foresee_costs
from tocsin.forecasting.front import run_front
from tocsin.forecasting.horizon import Horizon
from tocsin.forecasting.issues import write_issue_rules
from tocsin.forecasting.menaces import write_threat_rules
from tocsin.forecasting.proposals import ask_proposal, settle_issue
from tocsin.forecasting.question import Answer
from tocsin.forecasting.threats import ask_threat
from tocsin.forecasting.wars import ask_shortages, ask_war, ask_war_begins, is_known, list_pressed
from tocsin.models.process import Rule
from tocsin.records.situation import AssessedIssue, Situation

SETTLED = 1e9


def answer_situation(
    worlds: Worlds, situation: Situation, horizon: Horizon, *, stocks: bool = True
) -> tuple[list[Answer], list[Resolution]]:
    """Every question of the situation; of two with one label the first stays.

    Without `stocks` the wars and supplies are left out, on which no decision, threat or crisis hangs.

    What was found before in these worlds is taken again where nothing that it rests on has changed.
    """
    resolutions = [resolve_once(worlds, situation, issue) for issue in situation.issues]
    course = run_politics(worlds, situation, resolutions, horizon)
    places = {
        w.id: [c.place for c in list_pressed(situation, w) if is_known(situation, c.place)] for w in situation.wars
    }
    front = run_front(worlds, situation, course, places) if stocks else Course(course.weeks)
    settled = {r.issue.id: settle_issue(worlds, situation, r, course) for r in resolutions}
    answers = [a for s in settled.values() for a in ask_proposal(s, situation)]
    answers += [a for t in situation.threats for a in ask_threat(worlds, situation, t, settled, course)]
    attack = list_attack_paths(situation)
    answers += ask_commitments(worlds, situation, course, attack)
    answers += [a for war in situation.wars for a in ask_war(worlds, situation, war, front)]
    answers += ask_shortages(situation, front)
    answers += [ask_war_begins(situation, crisis, course, attack) for crisis in list_crises(situation)]
    return keep_first(answers), resolutions


def keep_first(answers: Sequence[Answer]) -> list[Answer]:
    unique: dict[str, Answer] = {}
    for answer in answers:
        unique.setdefault(answer.label, answer)
    return list(unique.values())


def resolve_once(worlds: Worlds, situation: Situation, issue: AssessedIssue) -> Resolution:
    """What becomes of an issue once it is settled, its deciders foreseeing what that would bring upon them."""

    def resolve() -> tuple[Resolution, Situation]:
        foreseen = foresee_costs(worlds, situation, issue)
        resolution = resolve_issue(worlds, situation, issue, SETTLED, foreseen)
        return add_surprise(worlds, situation, resolution), situation

    threats = tuple(id(t) for t in situation.threats if t.issue == issue.id)
    pacts = tuple(id(c) for c in situation.commitments)
    numbers = (situation.precision, situation.force_slope, situation.surprise, situation.turns, situation.yields)
    choices = tuple(map(id, (*numbers, situation.actors)))
    key = ("issue", id(issue), threats, pacts if threats else (), choices)
    resolution: Resolution = remember(worlds, key, resolve)[0]
    return resolution


def add_surprise(worlds: Worlds, situation: Situation, resolution: Resolution) -> Resolution:
    """The same, but in a small share of the cases nothing that is told counts, and adoption is as likely as not.

    **Holds** no chance of adoption is 0 or 1 where a surprise is possible; without one nothing changes.
    """
    if situation.surprise is None or resolution.adopted is None:
        return resolution
    share = draw_quantity(worlds, "surprise", situation.surprise)
    outside = None if resolution.outside is None else (1 - share) * resolution.outside
    return replace(resolution, adopted=(1 - share) * resolution.adopted + share / 2, outside=outside)


def run_politics(worlds: Worlds, situation: Situation, resolutions: Sequence[Resolution], horizon: Horizon) -> Course:
    """Issues, threats, crises and pacts together: a decision detaches a threat, a threat may bring war, war a pact."""
    rules: list[Rule] = [rule for r in resolutions for rule in write_issue_rules(worlds, situation, r)]
    known = {r.issue.id for r in resolutions if r.adopted is not None}
    for threat in situation.threats:
        if threat.issue in known:
            rules += write_threat_rules(worlds, situation, threat, horizon)
    for crisis in list_crises(situation):
        rules += write_crisis_rules(worlds, situation, crisis)
    for pact in list_pacts(situation):
        rules += write_pact_rules(worlds, situation, pact)
    return run_rules(worlds, rules, float(horizon.weeks))

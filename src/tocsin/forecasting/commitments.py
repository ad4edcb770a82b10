"""Questions on commitments: is it invoked, is it honoured, and by how many."""

from collections.abc import Sequence

import numpy as np

from tocsin.forecasting.course import Course
from tocsin.forecasting.crises import (
    count_partners,
    find_side,
    list_attackers,
    list_pacts,
    name_commitment,
    name_helpers,
)  # fmt: skip
from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.question import Answer
from tocsin.models.commitment import name_stage
from tocsin.records.paths import name_honoured
from tocsin.records.situation import AssessedCommitment, Situation


def ask_commitments(worlds: Worlds, situation: Situation, course: Course, attack: Sequence[str]) -> list[Answer]:
    """The questions on commitments to defend, by body or circle of parties; `attack` are the paths to an attack."""
    answers: list[Answer] = []
    for pact in list_pacts(situation):
        answers += [ask_invoked(situation, pact, course, attack), ask_honoured(worlds, pact)]
        if course.when(name_stage(pact.id, "detached")) is not None:
            answers.append(ask_helped(situation, pact, course, attack))
    return answers


def ask_invoked(situation: Situation, pact: AssessedCommitment, course: Course, attack: Sequence[str]) -> Answer:
    covered = ", ".join(pact.covers) or ", ".join(pact.parties)
    threats = list_attackers(situation, pact)
    because = "The text does not say enough: it reports no threat against a covered party."
    if threats:
        by = threats[0].on_behalf_of or threats[0].by
        because = (
            f"{by} threatens a party of it; an attack comes as a crisis becomes a war, or as a threat of war is "
            f"carried out: {situation.war_base.because}"
        )
    return Answer(
        label=f"invoked: {name_commitment(pact)}",
        asked="commitment invoked",
        about=pact.id,
        actor=pact.body,
        ask=(f"Will the commitment that covers {covered} be invoked ", "?"),
        clause=f"the commitment that covers {covered} will be invoked",
        resolved_by="An armed attack on a covered party and its public call on the commitment.",
        because=because,
        times=course.when(name_stage(pact.id, "detached")) if threats else None,
        paths=tuple(attack),
        evidence=tuple(dict.fromkeys((*pact.evidence, *(e for t in threats for e in t.evidence)))),
    )


def list_attack_paths(situation: Situation) -> tuple[str, ...]:
    """The quantities that an attack hangs on: the crisis, and the threats of war."""
    carried = [p for p, _ in situation.quantities() if p.startswith(("carried out", "position", "acts alone"))]
    return ("war base rate", "clock", "pace", "precision", *carried)


def ask_honoured(worlds: Worlds, pact: AssessedCommitment) -> Answer:
    assert pact.honoured is not None
    covered = ", ".join(pact.covers) or ", ".join(pact.parties)
    return Answer(
        label=f"honoured: {name_commitment(pact)}",
        asked="commitment honoured",
        about=pact.id,
        actor=pact.body,
        ask=(f"If the commitment that covers {covered} is invoked, will a given partner keep it?", ""),
        clause=f"a given partner would keep the commitment that covers {covered}",
        resolved_by="The partner's armed help after the call, as coded by the study that gives the rate.",
        because=f"Given that it is invoked: {pact.honoured.because}",
        chances=draw_quantity(worlds, name_honoured(pact), pact.honoured),
        paths=(name_honoured(pact),),
        evidence=pact.evidence,
    )


def ask_helped(situation: Situation, pact: AssessedCommitment, course: Course, attack: Sequence[str]) -> Answer:
    """Will at least one partner come to help, and how many if it is called on."""
    name, threats = name_commitment(pact), list_attackers(situation, pact)
    partners = count_partners(pact, find_side(situation, threats[0].to))
    helpers = course.stocks[name_helpers(pact)]
    answered = np.isfinite(course.times[name_stage(pact.id, "discharged")])
    answered |= np.isfinite(course.times[name_stage(pact.id, "violated")])
    whom = "its partner" if partners == 1 else f"at least one of {partners} partners"
    return Answer(
        label=f"helped: {name}",
        asked="allies join",
        about=pact.id,
        actor=pact.body,
        ask=(f"Will {whom} of {name} come to armed help ", " after the commitment is invoked?"),
        clause=f"{whom} of {name} will come to armed help after an attack",
        resolved_by="Armed help of a partner to the attacked, in public reports.",
        because=(
            "An attack must come first; all partners then share one reliability in each world, since they look at "
            "one another: were they independent, at least one of many would always help."
        ),
        times=course.when(name_stage(pact.id, "discharged")),
        number=helpers[answered] if answered.any() else None,
        unit=f"of {partners} partners, if invoked",
        paths=(name_honoured(pact), *attack),
        evidence=pact.evidence,
    )

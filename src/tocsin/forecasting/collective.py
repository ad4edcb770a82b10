"""Collective choice on one issue: whether the body adopts it, who blocks, and who acts without it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tocsin.forecasting.draw import Worlds, draw_quantity
from tocsin.forecasting.flips import list_moves
from tocsin.forecasting.outcome import find_outcome
from tocsin.forecasting.turning import find_turned
from tocsin.forecasting.voices import Voice, draw_silent, find_certainty, list_voices
from tocsin.models.clock import find_ended, find_hazard
from tocsin.models.coalition import grow_coalition
from tocsin.models.pivots import find_needed_moves
from tocsin.models.voting import count_needed, find_adoption
from tocsin.records.forecast import Blocker, Move, Outcome
from tocsin.records.situation import AssessedIssue, Decision, Situation

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
ENOUGH = 50.0
SHOWN_SHARE = 0.005
EVERYONE = ("consensus", "unanimity", "own decision")


@dataclass(frozen=True, eq=False)
class Resolution:
    """What becomes of an issue in every world; `adopted` is None where the text says too little, `why` says what."""

    issue: AssessedIssue
    adopted: Array | None
    outside: Array | None
    why: str
    settle: Callable[[], Outcome | None]

    @cached_property
    def outcome(self) -> Outcome | None:
        """Where the choice would settle on the line; worked out when first asked for."""
        return self.settle()


@dataclass(frozen=True, eq=False)
class Vote:
    """The votes on an issue in every world, misread ones apart; `turned` is the chance that a stand turns over."""

    voices: list[Voice]
    positions: Array
    turned: Array
    readings: NDArray[np.intp]
    certainty: Array
    otherwise: Bools
    vetoes: Bools
    silent: int
    decision: Decision

    @cached_property
    def accepts(self) -> Array:
        """The chance that each member, rightly read, votes yes: as it stood, or turned over."""
        return np.where(self.positions >= ENOUGH, 1 - self.turned, self.turned)


def resolve_issue(
    worlds: Worlds, situation: Situation, issue: AssessedIssue, weeks: float, foreseen: Array | float = 0.0
) -> Resolution:
    """What becomes of an issue within `weeks`; `foreseen` points are taken off the stands of those who vote."""
    voices = list_voices(worlds, situation, issue)
    missing = find_missing(issue, voices)
    if issue.decision is None or missing:
        return Resolution(issue, None, None, missing, lambda: find_outcome(worlds, issue, voices, (), ()))
    vote = take_vote(worlds, situation, issue, issue.decision, voices, foreseen)
    settled = find_settled(worlds, situation, issue.decision, weeks)
    accepted = count_votes(vote, vote.accepts)
    outside, leavers = find_outside(worlds, issue, vote, accepted)
    why = explain_choice(issue.decision, vote)

    def settle() -> Outcome | None:
        moves = list_turning_moves(worlds, issue, vote)
        return find_outcome(worlds, issue, voices, list_blockers(vote, accepted), leavers, moves)

    return Resolution(issue, settled * accepted, None if outside is None else settled * outside, why, settle)


def find_settled(worlds: Worlds, situation: Situation, decision: Decision, weeks: float) -> Array:
    """The chance that the matter is settled within `weeks`; what is under way already waits for nothing."""
    if decision.under_way:
        return np.ones(worlds.draws)
    return find_ended(find_hazard(draw_quantity(worlds, "clock", situation.clock)), weeks)


def find_missing(issue: AssessedIssue, voices: list[Voice]) -> str:
    """What is missing for a chance, in a sentence; empty where nothing is."""
    if issue.decision is None:
        return "The text does not say enough: no article tells who decides."
    if not any(v.decides for v in voices):
        return f"The text does not say enough: it quotes no position of {issue.decision.body} or of a member."
    return ""


def take_vote(
    worlds: Worlds,
    situation: Situation,
    issue: AssessedIssue,
    decision: Decision,
    voices: list[Voice],
    foreseen: Array | float = 0.0,
) -> Vote:
    """The votes of the quoted members; members that share a sentence share its reading."""
    voters = [v for v in voices if v.votes]
    sentences = list(dict.fromkeys(v.stand.evidence for v in voters))
    sure = [find_certainty(issue, next(v.stand for v in voters if v.stand.evidence == s)) for s in sentences]
    silent = draw_silent(worlds, issue)
    assert silent is not None
    named = sum(v.name in decision.members for v in voters)
    everyone = decision.rule in EVERYONE
    path = "position: {actor}, " + issue.proposal
    drawn = [draw_quantity(worlds, path.format(actor=v.stand.actor), v.stand.position) - foreseen for v in voters]
    positions = np.array(drawn).reshape(len(voters), worlds.draws)
    return Vote(
        voices=voters,
        positions=positions,
        turned=find_turned(worlds, situation, issue, [v.name for v in voters], positions >= ENOUGH),
        readings=np.array([sentences.index(v.stand.evidence) for v in voters], dtype=np.intp),
        certainty=np.array(sure),
        otherwise=silent - foreseen >= ENOUGH,
        vetoes=np.array([everyone or v.name in decision.vetoes for v in voters], dtype=bool),
        silent=len(decision.members) - named,
        decision=decision,
    )


def count_votes(vote: Vote, accepts: Array, refuses: Array | None = None) -> Array:
    """The chance in every world that the body adopts."""
    decision = vote.decision
    heard = {v.name for v in vote.voices}
    everyone = decision.rule in EVERYONE
    return find_adoption(
        accepts,
        vote.readings,
        vote.certainty,
        vote.otherwise,
        silent=vote.silent,
        need=count_needed(decision.rule, len(decision.members), decision.quota),
        vetoes=vote.vetoes,
        silent_veto=everyone or any(v not in heard for v in decision.vetoes),
        refuses=refuses,
    )


def list_blockers(vote: Vote, accepted: Array) -> tuple[Blocker, ...]:
    """Who refuses in which share of the worlds, most first; without a veto, of those in which the proposal fails."""
    blockers = []
    votes = zip(vote.voices, vote.positions, vote.accepts, vote.readings, vote.vetoes, strict=True)
    for voice, position, accepts, reading, veto in votes:
        sure = vote.certainty[reading]
        refuses = sure * (1 - accepts) + (1 - sure) * ~vote.otherwise
        share = float((refuses if veto else refuses * (1 - accepted)).mean())
        needs = find_mean_move(position)
        blockers.append(Blocker(actor=voice.name, share=round(min(share, 1.0), 6), quoted=True, needs=needs))
    if vote.silent:
        everyone = vote.decision.rule in EVERYONE
        refuses = ~vote.otherwise * (1.0 if everyone else 1 - accepted)
        blockers.append(Blocker(actor=name_silent(vote.silent), share=round(float(refuses.mean()), 6), quoted=False))
    kept = [b for b in blockers if b.share >= SHOWN_SHARE]
    return tuple(sorted(kept, key=lambda b: (-b.share, b.actor)))


def find_mean_move(position: Array) -> float | None:
    """How far a member would have to move to accept, on average over the worlds in which its words refuse."""
    moves = find_needed_moves(position, 2 * ENOUGH, 0.0)
    refused = moves > 0
    return round(float(moves[refused].mean()), 2) if refused.any() else None


def name_silent(number: int) -> str:
    return "1 member who said nothing" if number == 1 else f"{number} members who said nothing"


def list_turning_moves(worlds: Worlds, issue: AssessedIssue, vote: Vote) -> tuple[Move, ...]:
    """The least moves that would turn the decision; the silent members move as one."""
    names, positions = [v.name for v in vote.voices], list(vote.positions)
    votes, vetoes = [1] * len(names), list(vote.vetoes)
    silent = draw_silent(worlds, issue)
    if vote.silent and silent is not None:
        everyone = vote.decision.rule in EVERYONE
        vetoes.append(everyone or any(v not in names for v in vote.decision.vetoes))
        votes.append(vote.silent)
        names.append(name_silent(vote.silent))
        positions.append(silent)
    need = count_needed(vote.decision.rule, len(vote.decision.members), vote.decision.quota)
    return list_moves(names, positions, votes, vetoes, need)


def find_outside(
    worlds: Worlds, issue: AssessedIssue, vote: Vote, accepted: Array
) -> tuple[Array | None, tuple[Blocker, ...]]:
    """The chance that some member acts though the body does not adopt, and who would.

    P(some start, not adopted) = 1 - P(none starts) - P(adopted) + P(adopted, none starts).
    """
    bar = vote.decision.acts_alone
    states = [n for n, v in enumerate(vote.voices) if v.name in vote.decision.members]
    if bar is None or not states:
        return None, ()
    alone = draw_quantity(worlds, f"acts alone: {issue.proposal}", bar)
    starts = vote.positions >= alone
    starts[[n for n in range(len(vote.voices)) if n not in states]] = False
    kept = starts * (1 - vote.turned)
    nobody = find_adoption(
        1 - kept, vote.readings, vote.certainty, np.ones_like(vote.otherwise), refuses=np.zeros_like(kept),
        vetoes=np.zeros(len(vote.voices), dtype=bool),
    )  # fmt: skip
    willing = vote.positions >= ENOUGH
    quiet = count_votes(vote, vote.accepts - kept * willing, 1 - vote.accepts - kept * ~willing)
    chance = np.clip(1 - nobody - accepted + quiet, 0.0, 1.0)
    return chance, list_leavers([vote.voices[n] for n in states], alone, 1 - accepted)


def list_leavers(voices: list[Voice], alone: Array, blocked: Array) -> tuple[Blocker, ...]:
    """Which members act without the body, and in what share of the worlds."""
    positions = np.array([np.where(v.right, v.position, 0.0) for v in voices])
    cost = np.maximum(alone - ENOUGH, 0.0)
    joined = grow_coalition(positions - ENOUGH, cost, np.array([v.capability for v in voices])).joined
    shares = (joined * blocked).mean(axis=1)
    leavers = [
        Blocker(actor=v.name, share=round(float(s), 6), quoted=True) for v, s in zip(voices, shares, strict=True)
    ]
    return tuple(sorted((b for b in leavers if b.share >= SHOWN_SHARE), key=lambda b: (-b.share, b.actor)))


def explain_choice(decision: Decision, vote: Vote) -> str:
    """How the chance of adoption comes about."""
    quoted = len(vote.voices)
    if decision.rule == "own decision":
        who = f"{decision.body} decides by itself"
        what = "the chance is that it stands at 50 or above"
        what += ", as said or turned over" if vote.turned.any() else ""
        what += ", as an act that carries it out is told" if decision.under_way else ", and that it is settled in time"
        return f"{who}: {what}."
    heard = f"{quoted} of them quoted" if quoted else "none of them quoted apart from the body"
    who = f"{decision.body} decides by {decision.rule} of {len(decision.members)} members, {heard}"
    what = "a member accepts where it stands at 50 or above; the silent ones stand together in each world"
    turned = "; a stand may turn over before" if vote.turned.any() else ""
    return f"{who}; {what}{turned}; the matter must be settled in time."


def list_paths(issue: AssessedIssue) -> tuple[str, ...]:
    """The quantities that the chances of an issue go through."""
    positions = [f"position: {s.actor}, {issue.proposal}" for s in issue.stands]
    waits = () if issue.decision is not None and issue.decision.under_way else ("clock", "turns", "yields")
    return (*waits, f"silent members: {issue.proposal}", f"acts alone: {issue.proposal}", *positions)

"""Score what a ledger has resolved, beside climatology, persistence and an even chance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.models.compromise import spread_outcome
from tocsin.models.scores import bin_calibration, find_brier, find_crps, find_log_score
from tocsin.records.ledger import Entry, KeptLine, KeptQuestion, Resolution

Array = NDArray[np.float64]
ENOUGH = 50
LINE_ERROR = 28.51
POINTS = 101


@dataclass(frozen=True)
class Row:
    """The mean scores of one forecaster; `better_by` is how far the model's Brier score is better, with its error."""

    name: str
    number: int
    brier: float
    log_score: float
    better_by: float | None = None
    error: float | None = None


@dataclass(frozen=True)
class Scores:
    """All scores of a ledger; `claim` says in a sentence what may be claimed."""

    rows: tuple[Row, ...]
    calibration: tuple[tuple[float, float, int], ...]
    lines: tuple[tuple[str, int, float], ...]
    claim: str
    kept: int
    resolved: int


def score_ledger(entries: Sequence[Entry]) -> Scores:
    """The scores of the questions and lines that are resolved; the last resolution of each counts."""
    outcomes = {e.id: e.outcome for e in entries if isinstance(e, Resolution)}
    questions = list({e.id: e for e in entries if isinstance(e, KeptQuestion)}.values())
    lines = list({e.id: e for e in entries if isinstance(e, KeptLine)}.values())
    done = [(q, float(o)) for q in questions if (o := outcomes.get(q.id)) is not None]
    settled = [(line, float(o)) for line in lines if (o := outcomes.get(line.id)) is not None]
    chances, happened = (np.array(column) for column in split_done(done))
    rows = score_questions([q for q, _ in done], chances, happened) if done else ()
    return Scores(
        rows=rows,
        calibration=tuple(bin_calibration(chances, happened)) if done else (),
        lines=score_lines(settled),
        claim=write_claim(rows, len(done)),
        kept=len(questions) + len(lines),
        resolved=len(done) + len(settled),
    )


def split_done(done: Sequence[tuple[KeptQuestion, float]]) -> tuple[list[float], list[float]]:
    return [q.chance for q, _ in done], [min(o, 1.0) for _, o in done]


def score_questions(questions: Sequence[KeptQuestion], chances: Array, happened: Array) -> tuple[Row, ...]:
    """The model's row, then one for each baseline with the paired difference on the same questions."""
    whole = np.ones(len(questions), dtype=bool)
    told = np.array([q.climatology is not None for q in questions])
    baselines: list[tuple[str, Array, NDArray[np.bool_]]] = [
        ("even chance", np.full(len(questions), 0.5), whole),
        ("persistence", np.array([q.persistence for q in questions]), whole),
        ("climatology or else even", np.array([q.climatology or 0.5 for q in questions]), whole),
        ("climatology where published", np.array([q.climatology or 0.5 for q in questions]), told),
    ]
    rows = [make_row("model", chances, happened, chances)]
    rows += [make_row(name, rival[on], happened[on], chances[on]) for name, rival, on in baselines if on.any()]
    return tuple(rows)


def make_row(name: str, rival: Array, happened: Array, model: Array) -> Row:
    """Mean scores, and how far the model's Brier score lies below, with its standard error over questions."""
    brier = find_brier(rival, happened)
    gain = brier - find_brier(model, happened)
    error = float(gain.std(ddof=1) / np.sqrt(gain.size)) if gain.size > 1 else None
    alone = name == "model"
    return Row(
        name=name,
        number=happened.size,
        brier=round(float(brier.mean()), 4),
        log_score=round(float(find_log_score(rival, happened).mean()), 4),
        better_by=None if alone else round(float(gain.mean()), 4),
        error=None if alone or error is None else round(error, 4),
    )


def score_lines(settled: Sequence[tuple[KeptLine, float]]) -> tuple[tuple[str, int, float], ...]:
    """The mean CRPS, in points of 100, of the model and of baselines on the same issues.

    Climatology is a spread around the middle with the mean absolute error, 28.51 points, that a constant has on past
    EU issues (Thomson et al. 2012, own computation); persistence that nothing of the proposal is done.
    """
    if not settled:
        return ()
    nothing = np.eye(POINTS)[0]
    baselines = {
        "climatology": spread_outcome(np.array([50.0]), np.array([LINE_ERROR])),
        "persistence": nothing,
        "uniform": np.full(POINTS, 1 / POINTS),
    }
    model = float(np.mean([find_crps(np.array(line.masses), outcome) for line, outcome in settled]))
    rows = [("model", len(settled), round(model, 2))]
    for name, masses in baselines.items():
        mean = float(np.mean([find_crps(masses, outcome) for _, outcome in settled]))
        rows.append((name, len(settled), round(mean, 2)))
    return tuple(rows)


def write_claim(rows: Sequence[Row], number: int) -> str:
    """What may be claimed. **Holds** below ENOUGH resolved questions nothing may."""
    if number < ENOUGH:
        return f"No claim can be made: {number} of the {ENOUGH} resolved questions that any claim needs."
    told: dict[str, list[str]] = {"better": [], "worse": [], "not shown to be better or worse": []}
    for row in rows[1:]:
        assert row.better_by is not None
        clear = row.error is not None and abs(row.better_by) > 2 * row.error
        verdict = ("better" if row.better_by > 0 else "worse") if clear else "not shown to be better or worse"
        told[verdict].append(row.name)
    parts = [f"{verdict} than {', '.join(names)}" for verdict, names in told.items() if names]
    judged = "; ".join(parts)
    return (
        f"On {number} questions the model's Brier score is {judged}; a difference counts from two standard errors, and "
        "questions of one crisis hang together."
    )

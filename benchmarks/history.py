"""Twelve frozen situations scored beside baselines and a placebo: history.py [DRAWS] prints the table.

The placebo gives every stand a position of some other stand of the twelve, turns threats against refusal into threats
against adoption and back by the toss of a coin, and is forecast and scored likewise: what is left of the score without
the roles of the story. One shuffle is a story of its own; what they say together is each question's mean over them.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tocsin.files import load
from tocsin.forecasting.forecast import forecast_situation
from tocsin.forecasting.keeping import keep_forecast
from tocsin.forecasting.scoring import Scores, score_ledger
from tocsin.ledger import print_scores
from tocsin.records.ledger import Entry, KeptQuestion, Resolution
from tocsin.records.situation import Situation

HISTORY = Path(__file__).parent.parent / "examples" / "history"
WEEKS = 26
PLACEBOS = 12


def list_cases() -> list[tuple[Situation, list[dict[str, object]]]]:
    """Every situation with its outcomes."""
    cases = []
    for path in sorted(HISTORY.glob("*.situation.json")):
        situation = load(path)
        assert isinstance(situation, Situation)
        outcome = path.with_name(path.name.replace(".situation.", ".outcome."))
        cases.append((situation, json.loads(outcome.read_text(encoding="utf-8"))["outcomes"]))
    return cases


def resolve(situation: Situation, outcomes: Sequence[dict[str, object]], draws: int) -> list[Entry]:
    """The questions of a case that have an outcome, and their resolutions."""
    forecast = forecast_situation(situation, weeks=WEEKS, draws=draws, version="history")
    kept = {e.label: e for e in keep_forecast(forecast) if isinstance(e, KeptQuestion)}
    entries: list[Entry] = []
    for told in outcomes:
        question = kept[str(told["question"])]
        outcome = float(bool(told["happened"]))
        entries += [
            question,
            Resolution(id=question.id, outcome=outcome, on=str(told["on"]), source=str(told["source"])),
        ]
    return entries


def shuffle_roles(situations: Sequence[Situation], seed: int) -> list[Situation]:
    """The situations with their roles shuffled."""
    stream = np.random.default_rng(seed)
    pool = [
        stand.position.model_copy(update={"evidence": (), "origin": "default"})
        for s in situations
        for i in s.issues
        for stand in i.stands
    ]
    shuffled = []
    for situation in situations:
        issues = tuple(
            i.model_copy(
                update={
                    "stands": tuple(
                        s.model_copy(update={"position": pool[int(stream.integers(len(pool)))]}) for s in i.stands
                    )
                }
            )
            for i in situation.issues
        )
        threats = tuple(
            t.model_copy(update={"met_by": str(stream.choice(["adoption", "refusal"])), "deadline": None})
            for t in situation.threats
        )
        shuffled.append(situation.model_copy(update={"issues": issues, "threats": threats}))
    return shuffled


def list_kept(entries: Sequence[Entry]) -> list[KeptQuestion]:
    return [e for e in entries if isinstance(e, KeptQuestion)]


def describe_boldness(chances: Sequence[float]) -> str:
    found = np.array(chances)
    return (
        f"{found.size} chances from {found.min():.3f} to {found.max():.3f}; below 5%: {(found < 0.05).mean():.0%}, "
        f"above 95%: {(found > 0.95).mean():.0%}; mean distance from an even chance {abs(found - 0.5).mean():.2f}"
    )


def describe_wars(entries: Sequence[KeptQuestion]) -> str:
    wars = np.array([e.chance for e in entries if e.label.startswith("war begins")])
    return f"chances of war from {wars.min():.2f} to {wars.max():.2f}, {(wars > 0.4).mean():.0%} above 40%"


def score_cases(draws: int) -> tuple[list[Entry], Scores]:
    entries = [e for situation, outcomes in list_cases() for e in resolve(situation, outcomes, draws)]
    return entries, score_ledger(entries)


def main() -> None:
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    cases = list_cases()
    entries, scores = score_cases(draws)
    outcomes = {e.id: e.outcome for e in entries if isinstance(e, Resolution)}
    for entry in entries:
        if isinstance(entry, KeptQuestion):
            print(
                f"{entry.made_on}  {entry.chance:.3f} ({entry.low:.2f}-{entry.high:.2f})  "
                f"{outcomes[entry.id]:.0f}  {entry.label}"
            )
    print("\n" + print_scores(scores))
    kept = list_kept(entries)
    print("\nmodel:    " + describe_boldness([e.chance for e in kept]) + "; " + describe_wars(kept))
    briers, bold = [], []
    for seed in range(PLACEBOS):
        shuffled = shuffle_roles([s for s, _ in cases], seed)
        placebo = [e for s, (_, o) in zip(shuffled, cases, strict=True) for e in resolve(s, o, draws // 4)]
        briers.append(score_ledger(placebo).rows[0].brier)
        bold.append(list_kept(placebo))
    every = [e for shuffle in bold for e in shuffle]
    print("placebo:  " + describe_boldness([e.chance for e in every]) + "; " + describe_wars(every))
    print("together: " + describe_boldness([float(np.mean([e.chance for e in q])) for q in zip(*bold, strict=True)]))
    print(f"placebo: Brier {np.mean(briers):.4f} (from {min(briers):.4f} to {max(briers):.4f}, {PLACEBOS} shuffles)")


if __name__ == "__main__":
    main()

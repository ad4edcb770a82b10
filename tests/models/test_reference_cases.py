"""The compromise on published cases; skipped where the reference tables are not beside the project."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from tocsin.models.compromise import find_compromise, spread_outcome, stack_positions

TABLES = Path(__file__).parents[3] / "shared" / "data" / "bargaining"
pytestmark = pytest.mark.skipif(not TABLES.is_dir(), reason="the reference tables of bargaining are not here")
MISSING = {"", "NA"}


def test_emission_standards_weighted_mean() -> None:
    with (TABLES / "ec_emissions.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    positions = np.array([[float(r["position"])] for r in rows])
    weights = np.array([[float(r["capability"]) * float(r["salience"])] for r in rows])
    reference = json.loads((TABLES / "ec_emissions_reference.json").read_text(encoding="utf-8"))["weighted_mean"]
    assert find_compromise(positions, weights)[0] == pytest.approx(reference, rel=1e-12)


def read_weights(name: str) -> dict[str, float]:
    with (TABLES / name).open(encoding="utf-8-sig") as file:
        return {r["abbr"].lower(): float(r["weights"]) for r in csv.DictReader(file)}


def read_cases() -> list[tuple[np.ndarray, np.ndarray, float]]:
    """Positions, weights and outcome of every scored issue of the development half of DEU II."""
    with (TABLES / "DEU2_dev_membership.csv").open(encoding="utf-8") as file:
        late = {r["prnr"]: r["post04"] == "1" for r in csv.DictReader(file)}
    votes = {False: read_weights("council_weights_EU15.csv"), True: read_weights("council_weights_EU27.csv")}
    cases = []
    with (TABLES / "DEU2_dev.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            council = votes[late[row["prnr"]]]
            actors = {**council, "com": max(council.values()), "ep": max(council.values())}
            told = [a for a in actors if row.get(f"p{a}", "") not in MISSING]
            if row["out"] in MISSING or len(told) < 3:
                continue
            salience = [row.get(f"s{a}", "") for a in told]
            known = [float(s) for s in salience if s not in MISSING]
            fill = float(np.mean(known)) if known else 50.0
            cared = np.clip([fill if s in MISSING else float(s) for s in salience], 1, 100)
            positions = np.array([float(row[f"p{a}"]) for a in told])
            cases.append((positions, np.array([actors[a] for a in told]) * cared, float(row["out"])))
    return cases


def find_crps(masses: np.ndarray, outcome: float) -> float:
    reached = np.cumsum(masses)
    return float(((reached - (np.arange(101) >= outcome)) ** 2).sum())


def test_compromise_has_its_published_error_and_the_mixture_beats_mean_with_noise() -> None:
    cases = read_cases()
    assert len(cases) == 160
    means = [find_compromise(p[:, None], w[:, None])[0] for p, w, _ in cases]
    errors = [abs(m - out) for m, (_, _, out) in zip(means, cases, strict=True)]
    assert np.mean(errors) == pytest.approx(24.33, abs=0.02)
    plain, mixed = [], []
    for mean, (positions, weights, outcome) in zip(means, cases, strict=True):
        spread = spread_outcome(np.array([mean]), np.array([24.33]))
        atoms = stack_positions(positions[:, None], weights[:, None])
        plain.append(find_crps(spread, outcome))
        mixed.append(find_crps((spread + atoms) / 2, outcome))
    assert np.mean(mixed) < np.mean(plain) < 17.9
    assert np.mean(mixed) < 17.1

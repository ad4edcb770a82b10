"""Laws that every model of collective choice keeps: names, order, units and direction mean nothing."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.models.challenge import ChallengeRules, run_challenges
from tocsin.models.compromise import find_compromise
from tocsin.models.election import elect_positions
from tocsin.models.median import find_median
from tocsin.models.nash import bargain_nash, bargain_shares
from tocsin.models.spatial import run_spatial

Model = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]
Table = tuple[np.ndarray, np.ndarray, np.ndarray]


def expect(process: str) -> Model:
    def model(x: np.ndarray, s: np.ndarray, c: np.ndarray) -> np.ndarray:
        return (elect_positions(x, c * s, process=process) * x).sum(axis=0)  # type: ignore[arg-type]

    return model


def challenge(version: str) -> Model:
    def model(x: np.ndarray, s: np.ndarray, c: np.ndarray) -> np.ndarray:
        return run_challenges(x, s / 100, c, 1, ChallengeRules(version)).positions[-1].mean(axis=0)  # type: ignore[arg-type]

    return model


MODELS: dict[str, Model] = {
    "compromise": lambda x, s, c: find_compromise(x, c * s),
    "median": lambda x, s, c: find_median(x, c * s),
    "conditional election": expect("conditional"),
    "Markov election": expect("markov"),
    "election with incentive": expect("incentive"),
    "published challenge": challenge("published"),
    "spatial": lambda x, s, c: run_spatial(x[:, None], s[:, None], c).positions[1].mean(axis=(0, 1)),
}
MIRRORED = sorted(set(MODELS) - {"spatial"})


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Two to seven actors at whole points, with saliences and capabilities that are all different."""
    actors = draw(st.integers(2, 7))
    positions = draw(st.lists(st.integers(0, 100), min_size=actors, max_size=actors))
    seed = draw(st.integers(0, 2**20))
    random = np.random.default_rng(seed)
    return (
        np.array(positions, dtype=float)[:, None],
        random.uniform(5, 100, (actors, 1)),
        random.uniform(1, 50, (actors, 1)),
    )


@pytest.mark.parametrize("name", sorted(MODELS))
@given(tables(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_reordering_the_actors_changes_nothing(name: str, table: Table, random: object) -> None:
    order = list(range(len(table[0])))
    random.shuffle(order)  # type: ignore[attr-defined]
    one, two = MODELS[name](*table), MODELS[name](*(part[order] for part in table))
    np.testing.assert_allclose(one, two, atol=1e-6)


@pytest.mark.parametrize("name", sorted(MODELS))
@given(tables(), st.floats(0.01, 1000))
@settings(max_examples=40)
def test_rescaling_capability_changes_nothing(name: str, table: Table, unit: float) -> None:
    x, s, c = table
    np.testing.assert_allclose(MODELS[name](x, s, c), MODELS[name](x, s, c * unit), atol=1e-6)


@pytest.mark.parametrize("name", MIRRORED)
@given(tables())
@settings(max_examples=40)
def test_mirroring_the_line_mirrors_the_answer(name: str, table: Table) -> None:
    x, s, c = table
    np.testing.assert_allclose(MODELS[name](x, s, c), 100 - MODELS[name](100 - x, s, c), atol=1e-6)


@given(tables())
@settings(max_examples=40)
def test_mirroring_a_dimension_mirrors_the_spatial_model_to_its_rounding(table: Table) -> None:
    """Offers are rounded half up to a hundredth of a point, which knows left from right."""
    x, s, c = table
    here = run_spatial(x[:, None], s[:, None], c).positions[1]
    there = run_spatial(100 - x[:, None], s[:, None], c).positions[1]
    np.testing.assert_allclose(here, 100 - there, atol=0.011)


@pytest.mark.parametrize("name", sorted(MODELS))
@given(tables())
@settings(max_examples=25)
def test_a_dictator_decides(name: str, table: Table) -> None:
    x, s, c = table
    alone = np.full_like(c, 1e-9)
    alone[0] = 1.0
    if name in ("published challenge", "spatial"):
        model = run_challenges(x, s / 100, alone, 1).positions if name != "spatial" else None
        history = model if model is not None else run_spatial(x[:, None], s[:, None], alone).positions[:, :, 0]
        np.testing.assert_allclose(history[:, 0, 0], x[0, 0], atol=0.02)
    else:
        np.testing.assert_allclose(MODELS[name](x, s, alone), x[0], atol=1e-4)


@pytest.mark.parametrize("name", sorted(MODELS))
@given(tables())
@settings(max_examples=25)
def test_the_answer_lies_among_the_positions(name: str, table: Table) -> None:
    answer = MODELS[name](*table)[0]
    assert table[0].min() - 0.01 <= answer <= table[0].max() + 0.01


@pytest.mark.parametrize("name", ["compromise", "median", "conditional election", "Markov election"])
@given(tables(), st.floats(0.1, 200))
@settings(max_examples=40)
def test_more_weight_to_one_end_never_moves_the_answer_away_from_it(name: str, table: Table, more: float) -> None:
    x, s, c = table
    heavier = c.copy()
    heavier[int(np.argmax(x))] += more
    assert MODELS[name](x, s, heavier)[0] >= MODELS[name](x, s, c)[0] - 1e-6


@given(tables(), st.floats(0, 100))
@settings(max_examples=60)
def test_a_batch_is_its_draws_one_by_one(table: Table, other: float) -> None:
    x, s, c = (np.repeat(part, 3, axis=1) for part in table)
    x[0, 1] = other
    for model in MODELS.values():
        whole = model(x, s, c)
        apart = [model(x[:, [n]], s[:, [n]], c[:, [n]])[0] for n in range(3)]
        np.testing.assert_allclose(whole, apart, atol=1e-6)


@given(tables(), st.integers(0, 100), st.sampled_from(["linear", "quadratic"]))
@settings(max_examples=80)
def test_bargains_gain_for_all_or_there_is_none(table: Table, threat: int, loss: str) -> None:
    x, s, c = table
    point = np.array([float(threat)])
    for bargain in (bargain_nash(x, c * s, point, loss), bargain_shares(x, point, loss)):  # type: ignore[arg-type]
        agree = (x > threat).all() or (x < threat).all()
        assert np.isnan(bargain[0]) == (not agree)
        if agree:
            assert (np.abs(x - bargain) <= np.abs(x - point) + 1e-6).all()

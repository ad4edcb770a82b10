"""What moves an answer: a closed form of Sobol indices, and flips against an enumeration."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.models.sensitivity import find_flip, share_variance

BODY = st.lists(st.tuples(st.integers(0, 100), st.integers(1, 5), st.booleans()), min_size=1, max_size=6)


def test_indices_of_the_function_of_ishigami() -> None:
    """Ishigami & Homma 1990, with a = 7 and b = 0.1: closed forms 0.314, 0.442, 0; in all 0.558, 0.442, 0.244."""
    low, high = np.full(3, -np.pi), np.full(3, np.pi)
    found = share_variance(
        lambda x: np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0]), low, high, 2**15
    )
    np.testing.assert_allclose(found.alone, [0.3139, 0.4424, 0.0], atol=0.02)
    np.testing.assert_allclose(found.in_all, [0.5576, 0.4424, 0.2437], atol=0.02)


def test_an_input_that_is_ignored_or_does_not_vary_carries_nothing() -> None:
    found = share_variance(lambda x: x[0] + 2 * x[2], np.array([0.0, 0, 5]), np.array([1.0, 1, 5]))
    assert found.alone[1] == pytest.approx(0, abs=0.01)
    assert found.alone[2] == 0
    assert found.alone[0] == pytest.approx(1, abs=0.05)
    constant = share_variance(lambda x: np.ones(x.shape[1]), np.zeros(2), np.ones(2))
    assert constant.alone.tolist() == [0, 0]


def passes(positions: np.ndarray, votes: np.ndarray, quota: float, vetoes: np.ndarray) -> bool:
    accepts = positions >= 50
    return bool(votes[accepts].sum() >= quota and accepts[vetoes].all())


@given(BODY, st.floats(0.1, 1))
@settings(max_examples=200)
def test_no_cheaper_moves_turn_the_decision(body: list[tuple[int, int, bool]], share: float) -> None:
    positions, votes, vetoes = (np.array(v) for v in zip(*body, strict=True))
    positions = positions.astype(float)
    quota = float(np.ceil(share * votes.sum()))
    before = passes(positions, votes, quota, vetoes)
    flip = find_flip(positions, votes.astype(float), quota, vetoes)
    after = positions.copy()
    after[list(flip.actors)] = flip.positions
    assert passes(after, votes, quota, vetoes) != before
    for size in range(len(body) + 1):
        for chosen in itertools.combinations(range(len(body)), size):
            tried = positions.copy()
            tried[list(chosen)] = 49.999 if before else 50.0
            if passes(tried, votes, quota, vetoes) != before:
                least = np.abs(np.where(tried != positions, 50 - positions, 0)).sum()
                assert flip.distance <= least + 1e-3

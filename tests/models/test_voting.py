"""Rules of decision, against an enumeration of all readings, and their laws."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.models.voting import count_needed, find_adoption


def adopt_by_hand(
    yes: list[float], no: list[float], readings: list[int], certainty: list[float], otherwise: bool, silent: int,
    need: int, vetoes: list[bool], silent_veto: bool,
) -> float:  # fmt: skip
    """The chance of adoption by going through every pattern of right and wrong readings, and of votes."""
    chance = 0.0
    for pattern in itertools.product((True, False), repeat=len(certainty)):
        weight = float(np.prod([c if right else 1 - c for c, right in zip(certainty, pattern, strict=True)]))
        for votes in itertools.product((True, False), repeat=len(yes)):
            told = zip(votes, yes, no, readings, strict=True)
            cast = [(y if v else n) if pattern[r] else float(v == otherwise) for v, y, n, r in told]
            enough = sum(votes) + silent * otherwise >= need
            unopposed = all(v or not veto for v, veto in zip(votes, vetoes, strict=True))
            quiet = otherwise or not (silent_veto and silent)
            chance += weight * float(np.prod(cast)) * (enough and unopposed and quiet)
    return chance


@given(st.data())
def test_equals_the_sum_over_all_readings_and_votes(data: st.DataObject) -> None:
    members = data.draw(st.integers(1, 5))
    groups = data.draw(st.integers(1, members))
    readings = data.draw(st.lists(st.integers(0, groups - 1), min_size=members, max_size=members))
    used = sorted(set(readings))
    readings = [used.index(r) for r in readings]
    certainty = data.draw(st.lists(st.floats(0, 1), min_size=len(used), max_size=len(used)))
    yes = data.draw(st.lists(st.floats(0, 1), min_size=members, max_size=members))
    left = data.draw(st.sampled_from([0.0, 0.3, 1.0]))
    no = [(1 - y) * (1 - left) for y in yes]
    vetoes = data.draw(st.lists(st.booleans(), min_size=members, max_size=members))
    otherwise, silent_veto = data.draw(st.booleans()), data.draw(st.booleans())
    silent, need = data.draw(st.integers(0, 3)), data.draw(st.integers(0, 5))
    found = find_adoption(
        np.array(yes)[:, None], np.array(readings), np.array(certainty), np.array([otherwise]),
        refuses=np.array(no)[:, None], silent=silent, need=need, vetoes=np.array(vetoes), silent_veto=silent_veto,
    )  # fmt: skip
    expected = adopt_by_hand(yes, no, readings, certainty, otherwise, silent, need, vetoes, silent_veto)
    assert found[0] == pytest.approx(expected, abs=1e-9)


@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_unanimity_never_adopts_what_one_member_refuses(accepts: list[bool]) -> None:
    everyone = np.ones(len(accepts), dtype=bool)
    found = find_adoption(
        np.array(accepts)[:, None], np.arange(len(accepts)), np.ones(len(accepts)), np.array([True]),
        vetoes=everyone, silent_veto=True,
    )  # fmt: skip
    assert found[0] == float(all(accepts))


@given(st.lists(st.booleans(), min_size=1, max_size=6), st.integers(0, 5), st.integers(1, 4))
def test_a_vote_turned_to_yes_never_lowers_the_chance(accepts: list[bool], place: int, need: int) -> None:
    better = list(accepts)
    better[place % len(accepts)] = True
    count, sure = len(accepts), np.full(len(accepts), 0.7)
    chances = [
        find_adoption(
            np.array(votes)[:, None], np.arange(count), sure, np.array([False]), need=need,
            vetoes=np.zeros(count, dtype=bool),
        )[0]
        for votes in (accepts, better)
    ]  # fmt: skip
    assert chances[1] >= chances[0] - 1e-12


@pytest.mark.parametrize("accepts", [True, False])
def test_a_dictator_decides(accepts: bool) -> None:
    found = find_adoption(
        np.array([[accepts]]), np.array([0]), np.array([1.0]), np.array([not accepts]), vetoes=np.array([True])
    )
    assert found[0] == float(accepts)


@pytest.mark.parametrize(
    ("rule", "members", "quota", "need"),
    [
        ("majority", 15, None, 8), ("majority", 4, None, 3), ("majority with vetoes", 15, 0.6, 9),
        ("qualified majority", 27, 0.55, 15), ("consensus", 32, None, 0), ("own decision", 1, None, 0),
    ],
)  # fmt: skip
def test_votes_that_a_rule_asks_for(rule: str, members: int, quota: float | None, need: int) -> None:
    assert count_needed(rule, members, quota) == need

"""Power of members in a weighted vote: Shapley-Shubik and Banzhaf, exact by generating functions."""

from collections.abc import Sequence
from math import comb
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Counts = NDArray[Any]


def find_shapley_shubik(votes: Sequence[int], quota: int) -> Array:
    """The share of orders of joining in which each member turns a losing coalition into a winning one.

    `votes` are whole numbers from 0, `quota` is what a decision needs.

    **Source** Shapley & Shubik 1954, American Political Science Review 48:787; the counts by the generating function
    of Cantor, in Lucas 1983, Political and Related Models.
    **Holds** the powers sum to 1 where a decision can be had; equal votes, equal power; more votes never less power;
    a member with the quota alone has all, where the others together lack it.
    """
    check_votes(votes, quota)
    members = len(votes)
    counts = count_coalitions(votes)
    power = np.zeros(members)
    for number, own in enumerate(votes):
        others = remove_member(counts, own)
        swings = others[:, max(quota - own, 0) : quota].sum(axis=1)
        power[number] = sum(int(n) / (members * comb(members - 1, size)) for size, n in enumerate(swings[:members]))
    return power


def find_banzhaf(votes: Sequence[int], quota: int, *, absolute: bool = False) -> Array:
    """Each member's share of all swings, or with `absolute` the share of the others' coalitions that it swings.

    **Source** Penrose 1946, Journal of the Royal Statistical Society 109:53; Banzhaf 1965, Rutgers Law Review 19:317;
    the counts by the generating function of Brams & Affuso 1976, Theory and Decision 7:29.
    **Holds** the shares sum to 1 where a decision can be had; equal votes, equal power; a member whom no decision
    needs has none.
    """
    check_votes(votes, quota)
    counts = count_coalitions(votes).sum(axis=0)[None, :]
    swings = [int(remove_member(counts, own, sizes=False)[:, max(quota - own, 0) : quota].sum()) for own in votes]
    whole = 2 ** (len(votes) - 1) if absolute else sum(swings)
    return np.array([swing / whole if whole else 0.0 for swing in swings])


def count_coalitions(votes: Sequence[int]) -> Counts:
    """How many coalitions have each size and sum of votes (members + 1 x all votes + 1), in whole numbers."""
    exact: Any = np.int64 if len(votes) < 63 else object
    counts: Counts = np.zeros((len(votes) + 1, sum(votes) + 1), dtype=exact)
    counts[0, 0] = 1
    for own in votes:
        joined = counts[:-1, : counts.shape[1] - own].copy()
        counts[1:, own:] += joined
    return counts


def remove_member(counts: Counts, own: int, *, sizes: bool = True) -> Counts:
    """The counts of coalitions without one member that has `own` votes; sizes are rows, unless they are summed."""
    if sizes:
        left = counts.copy()
        for size in range(1, counts.shape[0]):
            left[size, own:] -= left[size - 1, : counts.shape[1] - own]
        return left
    if own == 0:
        return counts // 2
    left = counts.copy()
    for start in range(own, counts.shape[1], own):
        stop = min(start + own, counts.shape[1])
        left[0, start:stop] -= left[0, start - own : stop - own]
    return left


def check_votes(votes: Sequence[int], quota: int) -> None:
    if any(v < 0 or v != int(v) for v in votes) or quota < 1:
        raise ValueError("votes must be whole numbers from 0, the quota at least 1")

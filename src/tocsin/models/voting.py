"""Rules of decision: the chance that a body adopts, given how sure the reading of each vote is."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


def find_adoption(
    accepts: Array | Bools,
    readings: NDArray[np.intp],
    certainty: Array,
    otherwise: Bools,
    *,
    refuses: Array | Bools | None = None,
    silent: int = 0,
    need: int = 0,
    vetoes: Bools,
    silent_veto: bool = False,
) -> Array:
    """The chance that a proposal is adopted in each draw.

    `accepts` (members x draws, 0 to 1) is the chance that a quoted member votes yes if its words are read rightly, each
    by itself; `refuses` that it votes no, 1 - accepts where None. Where they leave something to 1, the member does
    what rules an adoption out. Members that share a sentence share a reading: `readings` (members) names it,
    `certainty` (readings, 0 to 1) is the chance that it is right, independent of the other sentences. A misread member
    votes as the silent ones do, `otherwise` (draws). `silent` members said nothing. Adoption needs `need` votes, the
    votes of all members in `vetoes` (members), and with `silent_veto` those of the silent.

    **Source** the sum over all right and wrong readings and all votes, as in the Poisson binomial distribution (Wang
    1993, Statistica Sinica 3:295).
    **Holds** with everyone a veto and all readings certain, what one member refuses is never adopted; a vote turned
    to yes never lowers the chance; with one member it decides alone.
    """
    yes = np.asarray(accepts, dtype=np.float64)
    no = 1 - yes if refuses is None else np.asarray(refuses, dtype=np.float64)
    draws = yes.shape[1]
    counted = need > 0
    counts = np.ones((1, draws))
    for reading in range(certainty.size):
        own = np.flatnonzero(readings == reading)
        if own.size == 0:
            continue
        cast = np.ones((1, draws))
        for member in own:
            cast = add_vote(cast, yes[member], np.zeros(draws) if vetoes[member] else no[member], counted)
        cast *= certainty[reading]
        misread = np.full(draws, 1 - certainty[reading])
        if counted:
            cast[-1] += misread * otherwise
            cast[0] += misread * ~otherwise * (not vetoes[own].any())
        else:
            cast[0] += misread * (otherwise if vetoes[own].any() else 1.0)
        counts = add_counts(counts, cast)
    needed = need - silent * otherwise.astype(np.intp)
    enough = np.arange(counts.shape[0])[:, None] >= needed if counted else np.ones_like(counts, dtype=bool)
    chance = (counts * enough).sum(axis=0)
    return np.asarray(chance * otherwise if silent_veto and silent else chance, dtype=np.float64)


def add_vote(counts: Array, yes: Array, no: Array, counted: bool) -> Array:
    """The distribution of the count of votes (votes x draws) after one member more, by its chances of yes and no."""
    if not counted:
        return counts * (yes + no)
    grown = np.zeros((counts.shape[0] + 1, counts.shape[1]))
    grown[:-1] = counts * no
    grown[1:] += counts * yes
    return grown


def add_counts(one: Array, other: Array) -> Array:
    """The distribution of the sum of two independent counts (votes x draws)."""
    if one.shape[0] < other.shape[0]:
        one, other = other, one
    summed = np.zeros((one.shape[0] + other.shape[0] - 1, one.shape[1]))
    for votes, chance in enumerate(other):
        summed[votes : votes + one.shape[0]] += one * chance
    return summed


def count_needed(rule: str, members: int, quota: float | None) -> int:
    """Votes that a rule asks for among `members`; 0 where it asks for no number but that nobody refuses.

    **Holds** never more than the members; a majority is more than half of them.
    """
    if rule in ("majority", "majority with vetoes"):
        return members // 2 + 1 if quota is None else min(members, int(np.ceil(quota * members - 1e-9)))
    if rule == "qualified majority":
        return min(members, int(np.ceil((2 / 3 if quota is None else quota) * members - 1e-9)))
    return 0

"""Rules of decision: the chance that a body adopts, given how sure the reading of each vote is."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


def find_adoption(
    accepts: Bools,
    readings: NDArray[np.intp],
    certainty: Array,
    otherwise: Bools,
    *,
    silent: int = 0,
    need: int = 0,
    vetoes: Bools,
    silent_veto: bool = False,
    barred: Bools | None = None,
) -> Array:
    """The chance that a proposal is adopted in each draw.

    `accepts` (members x draws) is how a quoted member votes if its words are read rightly. Members that share a
    sentence share a reading: `readings` (members) names it, `certainty` (readings, 0 to 1) is the chance that it is
    right, independent of the other sentences. A misread member votes as the silent ones do, `otherwise` (draws).
    `silent` members said nothing. Adoption needs `need` votes, the votes of all members in `vetoes` (members), and
    with `silent_veto` those of the silent. `barred` (members x draws) rules out the draws in which such a member,
    rightly read, does so; None bars nothing.

    **Source** the sum over all right and wrong readings, as in the Poisson binomial distribution (Wang 1993,
    Statistica Sinica 3:295).
    **Holds** with everyone a veto and all readings certain, what one member refuses is never adopted; a vote turned
    to yes never lowers the chance; with one member it decides alone.
    """
    members, draws = accepts.shape
    counts = np.zeros((members + 1 if need > 0 else 1, draws))
    counts[0] = 1.0
    for reading in range(certainty.size):
        own = readings == reading
        if not own.any():
            continue
        right = np.all(accepts[own & vetoes], axis=0)
        if barred is not None:
            right &= ~barred[own].any(axis=0)
        wrong = otherwise if (own & vetoes).any() else np.ones(draws, dtype=bool)
        branches = (
            (certainty[reading] * right, accepts[own].sum(axis=0)),
            ((1 - certainty[reading]) * wrong, int(own.sum()) * otherwise.astype(np.intp)),
        )
        counts = add_votes(counts, branches, most=int(own.sum()))
    needed = need - silent * otherwise.astype(np.intp)
    enough = np.arange(counts.shape[0])[:, None] >= needed if need > 0 else np.ones_like(counts, dtype=bool)
    chance = (counts * enough).sum(axis=0)
    return np.asarray(chance * otherwise if silent_veto and silent else chance, dtype=np.float64)


def add_votes(counts: Array, branches: tuple[tuple[Array, NDArray[np.intp]], ...], most: int) -> Array:
    """The distribution of the count of votes after a group of at most `most` members, by branches (chance, votes)."""
    if counts.shape[0] == 1:
        return np.asarray(counts * sum(chance for chance, _ in branches), dtype=np.float64)
    grown = np.zeros_like(counts)
    for votes in range(most + 1):
        chance = sum((mass * (cast == votes) for mass, cast in branches), np.zeros(counts.shape[1]))
        grown[votes:] += chance * counts[: counts.shape[0] - votes]
    return grown


def count_needed(rule: str, members: int, quota: float | None) -> int:
    """Votes that a rule asks for among `members`; 0 where it asks for no number but that nobody refuses.

    **Holds** never more than the members; a majority is more than half of them.
    """
    if rule in ("majority", "majority with vetoes"):
        return members // 2 + 1 if quota is None else min(members, int(np.ceil(quota * members - 1e-9)))
    if rule == "qualified majority":
        return min(members, int(np.ceil((2 / 3 if quota is None else quota) * members - 1e-9)))
    return 0

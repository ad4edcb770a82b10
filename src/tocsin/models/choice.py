"""Choices: logit shares by value, trees of moves, and chances calibrated to a base rate."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
DEPTH = 3


def find_logit(chance: Array | float) -> Array:
    """The log odds of a chance strictly between 0 and 1."""
    share = np.clip(np.asarray(chance, dtype=np.float64), 1e-12, 1 - 1e-12)
    return np.asarray(np.log(share / (1 - share)), dtype=np.float64)


def find_share(logit: Array | float) -> Array:
    """The chance of log odds."""
    return np.asarray(1 / (1 + np.exp(-np.asarray(logit, dtype=np.float64))), dtype=np.float64)


def tilt_rate(base_rate: Array | float, tilt: Array | float, precision: Array | float = 1.0) -> Array:
    """The chance of a choice: the base rate, moved by `precision` times `tilt` in log odds.

    `tilt` is beta.(x - xbar), zero at the covariates of the cases that the rate comes from.

    **Source** agent-logit choice, McKelvey & Palfrey 1998, Experimental Economics 1:9, with its intercept calibrated.
    **Holds** without tilt the chance equals the base rate, for every precision, 0 included.
    """
    return find_share(find_logit(base_rate) + np.asarray(precision) * np.asarray(tilt))


def choose_option(values: Array, precision: Array | float) -> Array:
    """The chances of options by their `values` (options x draws): exp(precision value), normalised.

    **Source** logit choice: Luce 1959; McKelvey & Palfrey 1995, Games and Economic Behavior 10:6.
    **Holds** at precision 0 all options are as likely; the best option's chance rises to 1 with the precision; adding
    the same to all values changes nothing.
    """
    scaled = np.asarray(precision) * values
    weights = np.exp(scaled - scaled.max(axis=0))
    return np.asarray(weights / weights.sum(axis=0), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class End:
    """An end of a tree: what it is worth to each party."""

    worth: Mapping[str, Array | float]


@dataclass(frozen=True, eq=False)
class Move:
    """A party's move between options, each a further move or an end.

    With `base`, the options' rates in past cases, the choice is calibrated: values are then measured from those of
    such cases, and only tilt the rates.
    """

    by: str
    options: Mapping[str, "Move | End"]
    base: Mapping[str, Array | float] | None = None


@dataclass(frozen=True, eq=False)
class Played:
    """A move solved: the chance of each option, what it leads to, and its value to each party."""

    chances: Mapping[str, Array]
    after: Mapping[str, "Played"]
    value: Mapping[str, Array]


def play_tree(tree: Move | End, precision: Mapping[str, Array | float], depth: int = DEPTH) -> Played:
    """The tree by backward induction: each party chooses by logit between the values of what follows.

    `precision` by party. A calibrated move chooses in proportion to base times exp(precision value). Raises ValueError
    where the tree is deeper than `depth` moves.

    **Source** agent-form quantal response equilibrium: McKelvey & Palfrey 1998, Experimental Economics 1:9; Signorino
    1999, American Political Science Review 93:279.
    **Holds** at precision 0 every option is as likely, or as its base rate says; with rising precision the play is
    subgame-perfect; where all ends are worth the same, a calibrated move has its base rate, for every precision.
    """
    if isinstance(tree, End):
        return Played({}, {}, {party: np.asarray(worth, dtype=np.float64) for party, worth in tree.worth.items()})
    if depth == 0:
        raise ValueError(f"the tree of choices is deeper than {DEPTH} moves")
    after = {name: play_tree(next_, precision, depth - 1) for name, next_ in tree.options.items()}
    own = np.array(np.broadcast_arrays(*(np.atleast_1d(a.value[tree.by]) for a in after.values())))
    lead = 0.0 if tree.base is None else np.array([find_log(tree.base[name]) for name in after])
    chances = dict(zip(after, choose_option(lead + np.asarray(precision[tree.by]) * own, 1.0), strict=True))
    parties = dict.fromkeys(p for a in after.values() for p in a.value)
    value = {p: np.asarray(sum(chances[o] * a.value[p] for o, a in after.items())) for p in parties}
    return Played(chances, after, value)


def find_log(share: Array | float) -> Array:
    return np.asarray(np.log(np.maximum(np.atleast_1d(share), 1e-12)), dtype=np.float64)


def find_ends(played: Played) -> dict[tuple[str, ...], Array]:
    """The chance of each way through a tree, by the options taken. **Holds** they sum to 1."""
    ends: dict[tuple[str, ...], Array] = {}
    for option, chance in played.chances.items():
        following = find_ends(played.after[option]) or {(): np.asarray(1.0)}
        ends |= {(option, *path): np.asarray(chance * rest) for path, rest in following.items()}
    return ends

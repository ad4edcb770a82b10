"""Where a rule lets a proposal pass: pivots, core, gridlock, and the best that an agenda setter can get."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
SLACK = 1e-12


def find_pivots(
    positions: Array, votes: Array, quota: Array | float, vetoes: Bools | None = None
) -> tuple[Array, Array]:
    """The left and right pivot of each draw, whose consent a move to the right or to the left needs.

    `positions` is actors x draws, `votes` the same, `quota` the votes that a decision needs (a number or draws; the
    whole sum for unanimity), `vetoes` (actors) who must consent besides. A status quo between the pivots stays: the
    gridlock interval, and the core where it is not empty. Where the left pivot lies right of the right one (less
    than a majority needed), there is none.

    **Source** Krehbiel 1998, Pivotal Politics, ch. 2; Tsebelis 2002, Veto Players, ch. 2.
    **Holds** unanimity spans all positions, a simple majority of equals the median; a higher quota never narrows it.
    """
    order = np.argsort(positions, axis=0, kind="stable")
    placed = np.take_along_axis(positions, order, axis=0)
    cast = np.take_along_axis(votes, order, axis=0)
    needed = np.asarray(quota) - SLACK * cast.sum(axis=0)
    draws, last = np.arange(positions.shape[1]), positions.shape[0] - 1
    from_left = np.argmax(np.cumsum(cast, axis=0) >= needed, axis=0)
    from_right = last - np.argmax(np.cumsum(cast[::-1], axis=0) >= needed, axis=0)
    left, right = placed[from_right, draws], placed[from_left, draws]
    if vetoes is not None and vetoes.any():
        left = np.minimum(left, positions[vetoes].min(axis=0))
        right = np.maximum(right, positions[vetoes].max(axis=0))
    return left, right


def find_winset(left: Array, right: Array, status_quo: Array) -> tuple[Array, Array]:
    """The interval of points that pass against the status quo (all draws); in gridlock the status quo alone.

    Members accept what is at least as near to them as the status quo.

    **Source** Romer & Rosenthal 1978, Public Choice 33:27.
    """
    low = np.where(status_quo > right, 2 * right - status_quo, status_quo)
    high = np.where(status_quo < left, 2 * left - status_quo, status_quo)
    return np.minimum(low, status_quo), np.maximum(high, status_quo)


def find_setter_best(setter: Array, left: Array, right: Array, status_quo: Array) -> Array:
    """What an agenda setter with the ideal point `setter` (draws) gets: the nearest point that passes.

    **Holds** gridlock keeps the status quo; the setter is never worse off than with it.
    """
    low, high = find_winset(left, right, status_quo)
    return np.asarray(np.clip(setter, low, high), dtype=np.float64)


def find_needed_moves(positions: Array, proposal: Array | float, status_quo: Array | float) -> Array:
    """How far each member (actors x draws) would have to move to accept the proposal; 0 where it does.

    A member accepts from the middle between both on, and what is the status quo anyway.

    **Holds** a member that moves this far accepts, and with less it does not.
    """
    middle = (np.asarray(proposal) + np.asarray(status_quo)) / 2
    towards = np.sign(np.asarray(proposal) - np.asarray(status_quo))
    return np.asarray(np.maximum(towards * (middle - positions), 0.0), dtype=np.float64)

"""What would turn a decision: the least moves, from where the members most likely stand."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tocsin.models.sensitivity import find_flip
from tocsin.records.forecast import Move

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


def list_moves(
    names: Sequence[str], positions: Sequence[Array], votes: Sequence[int], vetoes: Sequence[bool], need: int
) -> tuple[Move, ...]:
    """The least moves that would turn the decision at the middle of each member's range.

    `positions` holds the draws of each, from 0 to 100; `votes` what each casts; `need` the votes that the rule asks
    for, 0 where it asks that nobody with a veto refuses.
    """
    if not names:
        return ()
    middles = np.array([float(np.median(p)) for p in positions])
    flip = find_flip(middles, np.array(votes, dtype=float), need, np.array(vetoes, dtype=bool))
    return tuple(
        Move(actor=names[n], start=round(float(middles[n]), 2), end=round(end, 2))
        for n, end in zip(flip.actors, flip.positions, strict=True)
    )

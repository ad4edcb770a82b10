"""A question while it is being answered: its words, and its chance in every world."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.records.forecast import Asked

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Answer:
    """A question and `chances`, its chance given the parameters of each world; None where the text says too little.

    `paths` are the quantities of the situation that went into it.
    """

    label: str
    asked: Asked
    about: str
    actor: str | None
    ask: str
    resolved_by: str
    because: str
    chances: Array | None = None
    paths: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

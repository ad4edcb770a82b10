"""A question while it is being answered: its words, and its chance in every world."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.records.forecast import Asked

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Answer:
    """A question on its way to an answer.

    `times` says when it happens, in weeks (replicates x worlds); `chances` is its chance given the parameters of each
    world, where that is known exactly. With neither, the text says too little. `ask` is the question before and after
    the words of its deadline, `clause` what the chance is of, without the deadline. `given` are the times of what the
    question takes for granted. `number` is an amount beside the chance, by world. `paths` are the quantities of the
    situation that went into it. `timely` gives the chance in every world that there was time for it by a week, in
    proportion to which `chances` builds up. `levels` is the stock that it is about, at the
    weeks of a series over the horizon (weeks x replicates x worlds).
    """

    label: str
    asked: Asked
    about: str
    actor: str | None
    ask: tuple[str, str]
    resolved_by: str
    because: str
    chances: Array | None = None
    paths: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    clause: str = ""
    times: Array | None = None
    given: Array | None = None
    given_label: str | None = None
    number: Array | None = None
    unit: str = ""
    timely: Callable[[float], Array] | None = None
    levels: Array | None = None

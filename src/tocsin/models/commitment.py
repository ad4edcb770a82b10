"""The life of a commitment, a promise or a threat: created, detached, then discharged, violated or expired."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from tocsin.models.process import Act, Array, Effect, Rule

Stage = Literal["detached", "discharged", "violated", "expired"]
STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True, eq=False)
class Guarded:
    """A commitment in a process. It is created at the start and detached by any of `triggers`.

    While detached it is answered at `pace` per week (None: at once): kept with chance `kept` (paths), else broken; not
    answered within `deadline` weeks, it is broken. Any of `releases` ends it before it is detached.
    """

    name: str
    triggers: tuple[str, ...]
    kept: Array
    pace: float | Array | None = None
    deadline: float | Array | None = None
    releases: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    act: Act | None = None


def name_stage(name: str, stage: Stage) -> str:
    """The fact that a commitment has reached a stage."""
    return f"{stage}: {name}"


def write_rules(guarded: Guarded) -> tuple[Rule, ...]:
    """The rules of one commitment: a guard opens the window, and only a choice in it does anything.

    **Source** commitment life cycle: Singh 1999, Artificial Intelligence and Law 7:97; Yolum & Singh 2002.
    **Holds** exactly one of discharged, violated, expired and still created or detached is true at any time; without
    covariates it is kept with its base rate exactly.
    """
    name = guarded.name
    detached, discharged, violated, expired = (name_stage(name, s) for s in STAGES)
    closed = (discharged, violated)
    opened = Effect(sets=(detached,))
    kept = Effect(sets=(discharged, *guarded.brings), act=guarded.act)
    broken = Effect(sets=(violated,))
    rules = [
        Rule(f"{name}: by {t}", (opened,), needs=(t,), bars=(detached, expired), delay=0.0) for t in guarded.triggers
    ]
    rules += [
        Rule(f"{name}: freed by {r}", (Effect(sets=(expired,)),), needs=(r,), bars=(detached, expired), delay=0.0)
        for r in guarded.releases
    ]
    kept_share = np.clip(guarded.kept, 0.0, 1.0)
    chances = np.array([kept_share, 1 - kept_share])
    timing: dict[str, float | Array | None] = {"delay": 0.0}
    if guarded.pace is not None:
        timing = {"hazard": guarded.pace}
    rules.append(
        Rule(f"{name}: answered", (kept, broken), needs=(detached,), bars=closed, chances=chances, **timing)  # type: ignore[arg-type]
    )
    if guarded.deadline is not None:
        rules.append(Rule(f"{name}: late", (broken,), needs=(detached,), bars=closed, delay=guarded.deadline))
    return tuple(rules)


def find_stage(stages: dict[Stage, NDArray[np.bool_]]) -> NDArray[np.str_]:
    """The stage that each path has reached: the last that is true, else created."""
    found = np.full(next(iter(stages.values())).shape, "created", dtype="<U10")
    for stage in STAGES:
        found[stages[stage]] = stage
    return found

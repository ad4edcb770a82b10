"""Issues of the past: who wanted what, how much each cared and weighed, and what came out."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class PastIssue:
    """One scored issue. `positions` lie on a line from 0 to 100, `salience` from 0 to 100, one entry per actor.

    `votes` are those cast in the body, of which `quota` are needed; `setter` is the place of the actor that proposes,
    None where it has no position. `reference` is the status quo, NaN where unknown. Issues of one `dossier` were
    decided together.
    """

    dossier: str
    name: str
    actors: tuple[str, ...]
    positions: Array
    salience: Array
    capability: Array
    votes: Array
    quota: float
    setter: int | None
    reference: float
    outcome: float


@dataclass(frozen=True)
class PastTable:
    """The scored issues of a table, which rows were left out and why, and how the columns were read."""

    issues: tuple[PastIssue, ...]
    left_out: tuple[str, ...]
    rules: str


@dataclass(frozen=True, eq=False)
class Batch:
    """Issues with the same number of actors side by side: actors x issues, and one entry per issue; `places` are
    their places in the table."""

    places: NDArray[np.intp]
    positions: Array
    salience: Array
    capability: Array
    votes: Array
    quota: Array
    setter: Array
    reference: Array

    @property
    def weights(self) -> Array:
        """Capability times salience."""
        return self.capability * self.salience


def batch_issues(issues: tuple[PastIssue, ...]) -> Iterator[Batch]:
    """The issues of each number of actors together, so that a model runs on all of them at once."""
    sizes = np.array([len(i.actors) for i in issues])
    for size in np.unique(sizes):
        places = np.flatnonzero(sizes == size)
        chosen = [issues[n] for n in places]
        yield Batch(
            places=places,
            positions=np.stack([i.positions for i in chosen], axis=1),
            salience=np.stack([i.salience for i in chosen], axis=1),
            capability=np.stack([i.capability for i in chosen], axis=1),
            votes=np.stack([i.votes for i in chosen], axis=1),
            quota=np.array([i.quota for i in chosen]),
            setter=np.array([np.nan if i.setter is None else i.positions[i.setter] for i in chosen]),
            reference=np.array([i.reference for i in chosen]),
        )

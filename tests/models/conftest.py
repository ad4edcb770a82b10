"""Reference tables that lie beside the project where its authors work; tests that need them skip elsewhere."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
TABLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "bargaining"


@dataclass(frozen=True)
class Tables:
    folder: Path

    def json(self, name: str) -> Any:
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def actors(self, name: str) -> tuple[list[str], np.ndarray, np.ndarray, np.ndarray]:
        """Names, positions, salience and capability (actors x 1) of a table of actors."""
        with (self.folder / name).open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        columns = [np.array([[float(r[c])] for r in rows]) for c in ("position", "salience", "capability")]
        return [r["actor"] for r in rows], columns[0], columns[1], columns[2]

    def ktab(self, name: str) -> tuple[list[str], np.ndarray, np.ndarray, np.ndarray]:
        """Names, positions and salience (actors x dimensions x 1) and capability (actors x 1) of a KTAB input."""
        with (self.folder / "ktab" / f"{name}.csv").open(encoding="utf-8") as file:
            lines = list(csv.reader(file))
        actors, dimensions = int(lines[0][2]), int(lines[0][3])
        rows = lines[2 : 2 + actors]
        values = np.array([[float(cell) for cell in row[3 : 3 + 2 * dimensions]] for row in rows])[..., None]
        capability = np.array([[float(r[2])] for r in rows])
        return [r[0].strip() for r in rows], values[:, 0::2], values[:, 1::2], capability


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The reference tables of bargaining."""
    if not TABLES.is_dir():
        pytest.skip("the reference tables of bargaining are not here")
    return Tables(TABLES)

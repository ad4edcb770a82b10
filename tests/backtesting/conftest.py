"""Tables of invented past issues, and the published one where it lies beside the project."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

TABLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "bargaining"
HEAD = "dossier,issue,actor,position,salience,capability,reference,outcome\n"


def invent_rows(dossiers: int = 6, seed: int = 4) -> list[str]:
    """Issues of four actors whose outcome is the position of one of them, in pairs that share a dossier."""
    random = np.random.default_rng(seed)
    rows = []
    for number in range(2 * dossiers):
        positions = random.integers(0, 11, 4) * 10
        outcome, status_quo = positions[random.integers(0, 4)], random.integers(0, 11) * 10
        for actor, position in zip("abcd", positions, strict=True):
            cares, weighs = random.integers(10, 100), random.integers(1, 9)
            where = f"d{number // 2},i{number},{actor},{position}"
            rows.append(f"{where},{cares},{weighs},{status_quo},{outcome}")
    return rows


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows, by default invented ones, as a table in the long format."""

    def write_rows(rows: list[str] | None = None, head: str = HEAD) -> Path:
        path = tmp_path / "past.csv"
        path.write_text(head + "\n".join(invent_rows() if rows is None else rows) + "\n", encoding="utf-8")
        return path

    return write_rows


@pytest.fixture(scope="session")
def council() -> Path:
    """The folder with the development half of DEU II and the votes in the Council."""
    if not (TABLES / "DEU2_dev.csv").is_file():
        pytest.skip("the development half of DEU II is not here")
    return TABLES

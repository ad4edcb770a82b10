"""The coder's figures on the labelled articles do not fall in silence."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ARTICLES = ROOT.parent / "shared" / "evaluation" / "articles"


def test_no_figure_lies_below_its_floor(tmp_path: Path) -> None:
    if not ARTICLES.is_dir():
        pytest.skip("the labelled articles are not on this machine")
    command = [sys.executable, str(ROOT / "tools" / "evaluate.py"), str(ARTICLES), "--output", str(tmp_path / "e.md")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr

"""The wheel stands alone: built, unpacked elsewhere, it makes a briefing with the model inside."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_wheel_works_without_the_repository(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    made = subprocess.run(build, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
        assert wheel.stat().st_size < 40_000_000
        assert not any(name.startswith(("tests/", "examples/")) for name in archive.namelist())
    (tmp_path / "a.txt").write_text(
        "Kenya said on 3 May 2024 that it would send police to Haiti. Haiti thanked Kenya.\n"
    )
    call = (
        "import tocsin.cli, sys; assert 'site' in tocsin.__file__; sys.argv[1:] = ['code', 'a.txt']; tocsin.cli.main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    result = subprocess.run(
        [sys.executable, "-c", call], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert '"Kenya"' in result.stdout

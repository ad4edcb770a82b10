"""The house: public names, documents that run, no word that does not belong."""

import ast
import re
import subprocess
import sys
from importlib.metadata import distribution, requires
from pathlib import Path

import pytest
from click.testing import CliRunner

import tocsin
from tocsin.cli import commands

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "tocsin"
FORBIDDEN = frozenset(
    "util utils helper helpers common core base manager handler processor engine registry factory misc temp".split()
)
PUBLIC = """Briefing Coding Document Forecast Quantity Situation TocsinError __version__
            assess brief code forecast load read save""".split()


def test_public_names_are_these_and_no_others() -> None:
    assert tocsin.__all__ == PUBLIC
    for name in PUBLIC:
        assert getattr(tocsin, name) is not None


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'predict'"):
        _ = tocsin.predict


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_has_help_with_an_example_and_is_in_the_readme(name: str) -> None:
    result = CliRunner().invoke(commands, [name, "--help"])
    assert result.exit_code == 0
    assert "Example:" in result.output
    assert f"tocsin {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_help_loads_no_model_and_no_mathematics() -> None:
    script = "import sys, tocsin.cli; sys.exit(any(m in sys.modules for m in ('numpy', 'spacy', 'pydantic', 'altair')))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_are_small_named_well_and_never_import_the_root(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.stem not in FORBIDDEN
    assert len(text.splitlines()) <= 320, "split this file"
    assert not re.search(r"^\s*(import tocsin|from tocsin import)", text, re.MULTILINE)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 80, f"{node.name} has {length} lines"


def test_no_path_of_a_machine_is_written_down() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not listed:
        pytest.skip("not a git checkout")
    pattern = re.compile(r"/(?:root|tmp|home)/[a-z]")
    for name in listed:
        if name.endswith((".py", ".md", ".toml", ".sh", ".lock", "Makefile")) and name != "tests/test_house.py":
            for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
                assert not pattern.search(line), f"{name}: {line}"


def test_installed_packages_carry_no_gpl() -> None:
    """What tocsin installs is free of the GPL and AGPL; a choice of licences that includes a permissive one is fine."""
    seen: set[str] = set()
    waiting = ["tocsin"]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        metadata = distribution(name).metadata
        words = " ".join([metadata.get("License-Expression") or "", *metadata.get_all("Classifier", [])])
        if re.search(r"\bA?GPL|GNU (Affero )?General Public", words):
            assert re.search(r"MIT|BSD|Apache|MPL|Mozilla", words), f"{name}: {words}"
        for line in requires(name) or ():
            if "extra ==" not in line:
                needed = re.match(r"[A-Za-z0-9._-]+", line)
                assert needed is not None
                try:
                    distribution(needed.group())
                except ModuleNotFoundError:
                    continue
                waiting.append(needed.group())
    assert {"spacy", "numpy", "trafilatura"} <= seen

"""The project's scorer, which lives outside the package, for the tests that hold floors."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent.parent


@cache
def load_scorer() -> ModuleType:
    """The project's scorer, which lives outside the package."""
    sys.path.append(str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location("evaluate", ROOT / "tools" / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

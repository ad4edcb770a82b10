"""tocsin reads what was written about a crisis, and runs the system that it describes.

The public names, nothing else. They are loaded when first used, so that `tocsin --help` does not wait for a model.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tocsin.version import __version__

if TYPE_CHECKING:
    from tocsin.errors import TocsinError
    from tocsin.files import load, save
    from tocsin.flow import assess, brief, code, forecast, read
    from tocsin.records.briefing import Briefing
    from tocsin.records.coding import Coding
    from tocsin.records.document import Document
    from tocsin.records.forecast import Forecast
    from tocsin.records.quantity import Quantity
    from tocsin.records.situation import Situation

__all__ = [
    "Briefing", "Coding", "Document", "Forecast", "Quantity", "Situation", "TocsinError",
    "__version__", "assess", "brief", "code", "forecast", "load", "read", "save",
]  # fmt: skip

PLACES = {
    "TocsinError": "tocsin.errors",
    "Document": "tocsin.records.document",
    "Coding": "tocsin.records.coding",
    "Situation": "tocsin.records.situation",
    "Forecast": "tocsin.records.forecast",
    "Briefing": "tocsin.records.briefing",
    "Quantity": "tocsin.records.quantity",
    "load": "tocsin.files",
    "save": "tocsin.files",
    "read": "tocsin.flow",
    "code": "tocsin.flow",
    "assess": "tocsin.flow",
    "forecast": "tocsin.flow",
    "brief": "tocsin.flow",
}


def __getattr__(name: str) -> Any:
    if name not in PLACES:
        raise AttributeError(f"module 'tocsin' has no attribute '{name}'")
    return getattr(import_module(PLACES[name]), name)


def __dir__() -> list[str]:
    return __all__

"""Where the files that travel with the program lie."""

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent
_PLACES: Final = (_HERE / "styles", _HERE.parent / "styles")

STYLES: Final = next((p for p in _PLACES if (p / "app.tcss").is_file()), _PLACES[0])
"""Folder of the style sheets: inside the package in a wheel, beside it in a checkout."""

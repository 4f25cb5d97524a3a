"""The networks opened last, remembered between two starts; a convenience, never needed."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Final

KEPT: Final = 10


def _place() -> Path:
    from platformdirs import user_state_path

    return user_state_path("kooperation") / "recent.json"


def recent() -> tuple[Path, ...]:
    """Paths of the files opened, the last one first; they may be gone meanwhile."""
    try:
        found = json.loads(_place().read_text(encoding="utf-8"))
    except (OSError, ValueError):  # nothing remembered, or cut short: there is nothing to offer
        return ()
    if not isinstance(found, list):
        return ()
    return tuple(Path(one) for one in found if isinstance(one, str) and one)


def remember(path: Path) -> None:
    """Put a file first. A folder that cannot be written is no reason to stop."""
    known = recent()
    if known[:1] == (path,):
        return
    paths = [path, *(one for one in known if one != path)][:KEPT]
    place = _place()
    temporary = place.with_name(f".{place.name}.new")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        # Names that are no UTF-8 come as lone surrogates; ASCII escapes carry them.
        temporary.write_text(json.dumps([str(one) for one in paths]), encoding="ascii")
        temporary.replace(place)

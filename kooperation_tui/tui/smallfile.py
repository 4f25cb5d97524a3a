"""Small JSON files beside the data file: written whole or not at all, for their owner only."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def write_small(path: Path, value: Any, *, sync: bool = True) -> None:
    """Write a value as JSON. `sync` waits until it is on the disk. Raises OSError."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
        json.dump(value, file, ensure_ascii=False)
        if sync:
            file.flush()
            os.fsync(file.fileno())
    temporary.replace(path)


def read_small(path: Path) -> Any:
    """The value in a file; None if there is none, or it was cut short."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None

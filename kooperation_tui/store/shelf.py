"""The names of backups and what lies in a backup folder.

``NAME.backups/NAME.2026-10-14T0904.json`` beside the file; what a restore
replaced is called ``….replaced.json`` and is never thrown away.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Final

import msgspec

_STAMP: Final = "%Y-%m-%dT%H%M"
_TAIL = re.compile(r"\.(\d{4}-\d{2}-\d{2}T\d{4})(?:-(\d+))?(\.replaced)?\.[^.]+")


class Backup(msgspec.Struct, frozen=True, order=True):
    """A copy that can be restored.

    `taken_at` is in the network's time, to the minute and without a zone;
    `count` tells apart those of one minute. `replaced` ones were set aside
    by a restore and may be damaged.
    """

    taken_at: dt.datetime
    count: int
    path: Path
    replaced: bool = False


def _name(path: Path) -> str:
    return path.stem if path.suffix == ".json" else path.name


def folder(path: Path) -> Path:
    """Where the backups of a file lie; it may not exist yet."""
    return path.with_name(f"{_name(path)}.backups")


def read_name(path: Path, found: Path) -> Backup | None:
    """What `found` says by its name; None if it is no backup of `path`."""
    name = _name(path)
    tail = _TAIL.fullmatch(found.name[len(name) :]) if found.name.startswith(name) else None
    if tail is None:
        return None
    try:
        taken = dt.datetime.strptime(tail[1], _STAMP)
    except ValueError:
        return None
    return Backup(taken, int(tail[2] or 1), found, tail[3] is not None)


def backups(path: Path) -> list[Backup]:
    """All backups of a file, newest first; none if the folder cannot be read."""
    try:
        names = list(folder(path).iterdir())
    except OSError:
        return []
    found = (read_name(path, name) for name in names)
    return sorted((one for one in found if one is not None), reverse=True)


def newest(path: Path) -> Backup | None:
    """The backup to go back to: the newest that was not set aside as broken."""
    return next((one for one in backups(path) if not one.replaced), None)


def made_on(path: Path, day: dt.date) -> bool:
    """True if there is a backup of that day."""
    return any(one.taken_at.date() == day for one in backups(path) if not one.replaced)


def free_name(path: Path, now: dt.datetime, mark: str = "") -> Path:
    """The name for a backup made now."""
    stamp = now.strftime(_STAMP)
    minute = dt.datetime.strptime(stamp, _STAMP)
    count = 1 + max((one.count for one in backups(path) if one.taken_at == minute), default=0)
    number = "" if count == 1 else f"-{count}"
    return folder(path) / f"{_name(path)}.{stamp}{number}{mark}{path.suffix or '.json'}"

"""Backups made anew after a person was erased (rules of the log, 10)."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import msgspec

from kooperation_tui.domain.data import row_key
from kooperation_tui.domain.model import Person
from kooperation_tui.store import fileformat, files
from kooperation_tui.store.backup import copy_now
from kooperation_tui.store.lock import WAIT, locked
from kooperation_tui.store.shelf import Backup, backups, folder


class Renewed(msgspec.Struct, frozen=True):
    """What became of the backups: how many went, and which could not be looked into."""

    removed: int
    unread: tuple[Path, ...] = ()


def renew(path: Path, person: str, now: datetime, *, wait: float = WAIT) -> Renewed:
    """Make a fresh backup, then remove every other one that still knows a person (by id).

    Copies that cannot be read stay and are named: whoever keeps them decides.

    Args:
        now: the moment that names the fresh one, in the network's time.

    Raises:
        Busy, Unwritable: nothing was removed.
    """
    path = Path(os.path.realpath(path))
    with locked(path, wait):
        fresh = copy_now(path, now)
        removed, unread = 0, []
        for one in backups(path):
            if one.path == fresh.path:
                continue
            try:
                if _knows(one, person):
                    one.path.unlink()
                    removed += 1
            except (OSError, fileformat.Garbled, fileformat.FromTheFuture):
                unread.append(one.path)
        if removed:
            files.flush_folder(folder(path))
    return Renewed(removed=removed, unread=tuple(unread))


def _knows(backup: Backup, person: str) -> bool:
    """Whether a backup was made before the person was erased."""
    data, _ = files.read_whole(backup.path)
    row = fileformat.parse(data).tables.get(Person.TABLE, {}).get(row_key(person))
    return row is not None and not row.get("erased_on")

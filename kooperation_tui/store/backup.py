"""Copies of the file beside it, one for each day it was changed, ten kept.

What a restore replaces is set aside with them and never thrown away.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import stat
from pathlib import Path
from typing import Final

from kooperation_tui.store import errors, fileformat, files
from kooperation_tui.store.lock import WAIT, locked
from kooperation_tui.store.shelf import (
    Backup,
    backups,
    folder,
    free_name,
    made_on,
    newest,
    read_name,
)
from kooperation_tui.store.storage import PATIENCE, load

__all__ = [
    "KEPT",
    "Backup",
    "backup",
    "backups",
    "copy_now",
    "folder",
    "made_on",
    "newest",
    "restore",
]

KEPT: Final = 10


def _make_folder(path: Path, like: os.stat_result) -> None:
    place = folder(path)
    try:
        place.mkdir(mode=0o700)
        files.flush_folder(path.parent)
    except FileExistsError:
        if not place.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None
    # Members of the group who may write the file must be able to add backups.
    group = like.st_mode & stat.S_IRWXG
    with contextlib.suppress(OSError):
        files.share(place, like, stat.S_IRWXU | (group | stat.S_IXGRP if group else 0))


def copy_now(path: Path, now: dt.datetime) -> Backup:
    """Copy the file as it is; the caller holds the lock. Raises Unwritable."""
    try:
        return _copy(path, now)
    except OSError as error:
        errors.backup_failed(path, folder(path), error)


def _copy(path: Path, now: dt.datetime) -> Backup:
    like = path.stat()
    data, _ = files.read_whole(path)
    _make_folder(path, like)
    target = free_name(path, now)
    files.sweep(target)
    try:
        files.put_durably(target, data, like=like, mode=files.mode_of(like) & 0o660)
    except files.FolderNotSynced as error:
        raise error.cause from error
    _prune(path)
    made = read_name(path, target)
    assert made is not None
    return made


def _prune(path: Path) -> None:
    regular = [one for one in backups(path) if not one.replaced]
    for old in regular[KEPT:]:
        with contextlib.suppress(OSError):
            old.path.unlink()


def backup(
    path: Path, now: dt.datetime, *, wait: float = WAIT, patience: float = PATIENCE
) -> Backup:
    """Make a backup of a whole file now. The oldest beyond ten go.

    Args:
        now: the moment that names it, in the network's time.
        wait: seconds to wait for the lock.
        patience: see `storage.load`.

    Raises:
        Busy, Damaged, Missing, NotOurs, Unreadable, Unwritable.
    """
    path = Path(os.path.realpath(path))
    load(path, patience=patience)
    with locked(path, wait):
        return copy_now(path, now)


def restore(path: Path, which: Path | str, now: dt.datetime, *, wait: float = WAIT) -> Path | None:
    """Put a backup in the place of the file.

    Args:
        path: the file; damaged or missing is fine.
        which: the backup's path, or its name in the backup folder.
        now: the moment that names what is set aside, in the network's time.
        wait: seconds to wait for the lock.

    Returns:
        Where the replaced file was set aside; None if there was none.

    Raises:
        Busy, Damaged (the backup is), Missing (the backup is), Newer, Unreadable, Unwritable.
    """
    path = Path(os.path.realpath(path))
    source = Path(which)
    if source.name == str(which):
        source = folder(path) / source
    data = _checked(source)
    with locked(path, wait):
        try:
            return _put_back(path, source, data, now)
        except files.FolderNotSynced as error:
            errors.unsure(path, error)
        except OSError as error:
            errors.writing_failed(path, error)


def _checked(source: Path) -> bytes:
    try:
        data, _ = files.read_whole(source)
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise errors.Missing(
                "There is no backup {path}; “kooperation restore” without a name lists them.",
                path=str(source),
            ) from error
        errors.reading_failed(source, error)
    try:
        fileformat.parse(data)
    except fileformat.Garbled as problem:
        raise errors.Damaged(
            "The backup {path} is damaged itself; choose another one.", path=str(source)
        ) from problem
    except fileformat.FromTheFuture as problem:
        raise errors.Newer(
            "The backup {path} was written by a newer release; update Kooperation to restore it.",
            path=str(source),
        ) from problem
    return data


def _put_back(path: Path, source: Path, data: bytes, now: dt.datetime) -> Path | None:
    files.sweep(path)
    present = path.stat() if path.exists() else None
    try:
        aside = None if present is None else _set_aside(path, present, now)
    except OSError as error:
        errors.backup_failed(path, folder(path), error)
    like = source.stat() if present is None else present
    mode = 0o600 if present is None else files.mode_of(present)
    renewed = fileformat.with_generation(data, _next_generation(path, data))
    files.put_durably(path, renewed, like=like, mode=mode)
    return aside


def _next_generation(path: Path, data: bytes) -> int:
    """A number that no state of this file has had."""
    with contextlib.suppress(OSError):
        present = fileformat.head_of(files.read_start(path, fileformat.HEAD_SIZE))
        kept = fileformat.head_of(data)
        if present is not None and kept is not None:
            return max(present.generation, kept.generation) + 1
    kept = fileformat.head_of(data)
    # Nobody saves so often between two backups; 0 is never used, the head is missing then.
    return 0 if kept is None else kept.generation + 100_000


def _set_aside(path: Path, present: os.stat_result, now: dt.datetime) -> Path:
    _make_folder(path, present)
    target = free_name(path, now, ".replaced")
    try:
        # A second name needs no room and works for a file that cannot be read any more.
        target.hardlink_to(path)
    except OSError:
        data, _ = files.read_whole(path)
        files.put_durably(target, data, like=present, mode=files.mode_of(present) & 0o660)
    else:
        files.flush_folder(target.parent)
    return target

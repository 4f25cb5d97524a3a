"""What can go wrong with a file, each said in one sentence with the way on."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

from kooperation_tui.domain.errors import KooperationError


class StoreError(KooperationError):
    """The store cannot do it; what was acknowledged before is still there."""


class Damaged(StoreError):
    """The file is one of ours and cannot be read any more; it is left as it is."""


class Busy(StoreError):
    """Another program holds the lock."""


class NotOurs(StoreError):
    """The file was not written by this program."""


class Newer(StoreError):
    """The file has a format that this release does not know."""


class Unreadable(StoreError):
    """The file is there and may not or cannot be read."""


class Unwritable(StoreError):
    """The file cannot be saved; the old state is kept."""


class Unsure(Unwritable):
    """The disk did not confirm the save; the change may be there or not."""


class Missing(StoreError):
    """There is no such file."""


class Vanished(StoreError):
    """The file was there a moment ago."""


class Exists(StoreError):
    """A new file would take the place of another one."""


class Unstorable(StoreError):
    """A text holds something that no file can hold."""


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ESTALE})


def reason(error: OSError) -> str:
    """The system's words for an error, without a path."""
    return os.strerror(error.errno) if error.errno else type(error).__name__


def reading_failed(path: Path, error: OSError, *, known: bool = False) -> NoReturn:
    """Say why `path` cannot be read. `known`: it could be read before."""
    if error.errno in _GONE and known:
        vanished(path, error)
    if error.errno in _GONE:
        raise Missing(
            "There is no file {path}; check the name, or start a network with “kooperation new”.",
            path=str(path),
        ) from error
    if error.errno in _FORBIDDEN:
        raise Unreadable(
            "You are not allowed to read {path}; ask its owner for access.", path=str(path)
        ) from error
    if error.errno == errno.EISDIR:
        raise Unreadable(
            "{path} is not a file; name the file of your network.", path=str(path)
        ) from error
    raise Unreadable(
        "{path} cannot be read ({reason}); check the disk or the connection and try again.",
        path=str(path),
        reason=reason(error),
    ) from error


def vanished(path: Path, error: OSError) -> NoReturn:
    """Say that a file which was open before is gone."""
    raise Vanished(
        "{path} is no longer there; put the file or its folder back, then go on.",
        path=str(path),
    ) from error


def writing_failed(path: Path, error: OSError) -> NoReturn:
    """Say why `path` cannot be saved."""
    if error.errno in _FULL:
        raise Unwritable(
            "{path} was not saved because the disk is full; make room and try again.",
            path=str(path),
        ) from error
    if error.errno in _FORBIDDEN:
        raise Unwritable(
            "{path} was not saved because you are not allowed to write there; "
            "ask the owner of the folder, or work on a copy.",
            path=str(path),
        ) from error
    if error.errno in _GONE:
        vanished(path, error)
    raise Unwritable(
        "{path} was not saved ({reason}); check the disk or the connection and try again.",
        path=str(path),
        reason=reason(error),
    ) from error


def unsure(path: Path, error: Exception) -> NoReturn:
    """Say that the file may be the old or the new one."""
    raise Unsure(
        "The disk did not confirm that {path} was saved; look at the last entry and save again.",
        path=str(path),
    ) from error


def backup_failed(path: Path, folder: Path, error: OSError) -> NoReturn:
    """Say that there is no copy of `path` in `folder`."""
    raise Unwritable(
        "No backup of {path} could be made in {folder} ({reason}); "
        "make room there or allow writing.",
        path=str(path),
        folder=str(folder),
        reason=reason(error),
    ) from error

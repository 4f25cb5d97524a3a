"""The lock that lets one program at a time save a file.

It is a file of its own beside the data file, since the data file's inode
changes with every save, and it stays there: removing a lock file lets two
programs hold it. It works on one machine, SSH included, not across machines.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from kooperation_tui.store import errors, files

WAIT = 5.0
"""Seconds to wait for another program."""


def lock_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


@contextlib.contextmanager
def locked(path: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of a data file; taken and released in the calling thread.

    Raises:
        Busy: another program held it for `wait` seconds.
        Unwritable: the lock file cannot be made or opened.
        Vanished: the folder is gone.
    """
    from filelock import FileLock, Timeout  # who only reads pays nothing for it

    like = _stat(path)
    if like is None and not path.parent.is_dir():  # some filelock releases would make the folder
        errors.writing_failed(path, FileNotFoundError(2, os.strerror(2)))
    mode = 0o600 if like is None else files.mode_of(like) | 0o600
    # A new object each time: none can be left in a half-released state.
    lock = FileLock(lock_path(path), timeout=wait, mode=mode, poll_interval=0.01)
    try:
        lock.acquire()
    except Timeout as error:
        raise errors.Busy(
            "Another program is saving {path} right now; wait a moment and try again.",
            path=str(path),
        ) from error
    except OSError as error:
        errors.writing_failed(path, error)
    try:
        if like is not None:
            _share(lock_path(path), like)
        yield
    finally:
        # What was to be saved is saved; a lock that cannot be let go ends with its object.
        with contextlib.suppress(OSError):
            lock.release(force=True)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _share(lock: Path, like: os.stat_result) -> None:
    """Let those who may write the data file take its lock too."""
    with contextlib.suppress(OSError):
        files.share(lock, like, files.mode_of(like) | 0o600)

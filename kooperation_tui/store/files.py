"""Reading and replacing whole files so that a crash leaves the old one or the new one."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import secrets
import stat
from pathlib import Path
from typing import NamedTuple

# macOS: fsync stops at the drive's cache, this goes through it.
_FULL_SYNC: int | None = getattr(fcntl, "F_FULLFSYNC", None)
# Some network file systems cannot sync a folder; there is nothing more to do then.
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})


class Stamp(NamedTuple):
    """What tells one state of a file from another without opening it."""

    inode: int
    size: int
    mtime_ns: int


class FolderNotSynced(Exception):
    """The new file is in its place, but the disk did not confirm its name."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(str(cause))
        self.cause = cause


def stamp_of(found: os.stat_result) -> Stamp:
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)


def _open_regular(path: Path) -> int:
    # O_NONBLOCK: a pipe with this name must not hang the program.
    fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    except BaseException:
        os.close(fd)
        raise
    return fd


def read_whole(path: Path) -> tuple[bytes, Stamp]:
    """All bytes of one state of a file. Raises OSError."""
    fd = _open_regular(path)
    try:
        before = stamp_of(os.fstat(fd))
        while True:
            os.lseek(fd, 0, os.SEEK_SET)
            parts = []
            while part := os.read(fd, max(before.size, 1 << 16)):
                parts.append(part)
            after = stamp_of(os.fstat(fd))
            if after == before:
                return b"".join(parts), after
            before = after  # a script of somebody's wrote into it while we read
    finally:
        os.close(fd)


def read_start(path: Path, size: int) -> bytes:
    """The first bytes of a file. Raises OSError."""
    fd = _open_regular(path)
    try:
        return os.read(fd, size)
    finally:
        os.close(fd)


def flush(fd: int) -> None:
    """Bring what was written onto the disk itself."""
    if _FULL_SYNC is not None:
        try:
            fcntl.fcntl(fd, _FULL_SYNC)
        except OSError:  # not every volume knows it
            os.fsync(fd)
        return
    os.fsync(fd)


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder onto the disk. Raises OSError."""
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(fd)


def belong_like(fd: int, like: os.stat_result, mode: int) -> None:
    """Give an open file the owner, the group and `mode` of another one, as far as allowed.

    Whoever saves last must not lock the others out of a shared folder. Where
    the group cannot be kept, its rights are not given to another group.
    """
    now = os.fstat(fd)
    if (now.st_uid, now.st_gid) != (like.st_uid, like.st_gid):
        try:
            os.fchown(fd, like.st_uid, like.st_gid)
        except PermissionError:
            try:
                os.fchown(fd, -1, like.st_gid)
            except PermissionError:
                mode &= ~stat.S_IRWXG
    os.fchmod(fd, mode)


def share(path: Path, like: os.stat_result, mode: int) -> None:
    """Give our own file or folder the group and `mode` that others need. Raises OSError."""
    now = path.stat()
    if os.geteuid() not in (0, now.st_uid):
        return
    if (now.st_uid, now.st_gid) != (like.st_uid, like.st_gid):
        os.chown(path, like.st_uid if os.geteuid() == 0 else -1, like.st_gid)
    if mode_of(now) != mode:
        path.chmod(mode)


def mode_of(found: os.stat_result) -> int:
    return stat.S_IMODE(found.st_mode) & 0o777


def _write_all(fd: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(fd, left) :]


def put_durably(
    path: Path, data: bytes, *, like: os.stat_result | None = None, mode: int = 0o600
) -> Stamp:
    """Write a file under a temporary name, sync it, rename it to `path`, sync the folder.

    Args:
        like: whose owner and group the file gets; None leaves them as they come.
        mode: rights of the new file.

    Returns:
        The stamp of the new file.

    Raises:
        OSError: nothing has changed.
        FolderNotSynced: the file is in its place, the rest is unsure.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            _write_all(fd, data)
            if like is not None:
                belong_like(fd, like, mode)
            flush(fd)
            stamp = stamp_of(os.fstat(fd))
        finally:
            os.close(fd)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    try:
        flush_folder(path.parent)
    except OSError as error:
        raise FolderNotSynced(error) from error
    return stamp


def sweep(path: Path) -> None:
    """Remove what killed writers of `path` left behind. Only for the holder of the lock."""
    start = f".{path.name}."
    with contextlib.suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 - names are enough here
            if name.startswith(start) and name.endswith(".tmp"):
                path.with_name(name).unlink()

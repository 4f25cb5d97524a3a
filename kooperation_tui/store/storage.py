"""TinyDB's storage, made safe: parsed once, replaced whole, never written in place."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from tinydb.storages import Storage

from kooperation_tui.store import errors, fileformat, files, migrate, shelf
from kooperation_tui.store.fileformat import Content, RawTables
from kooperation_tui.store.files import Stamp

PATIENCE = 1.0
"""Seconds in which a script that writes in place may finish, before a file counts as damaged."""

# Longer than any file system's clock tick. Two saves within one tick can leave
# the same inode, size and time.
_TICK = 2.0


def load(
    path: Path,
    *,
    patience: float = PATIENCE,
    before: Content | None = None,
    trusted: bool = True,
) -> tuple[Content, Stamp]:
    """Read a network file, in today's format.

    Args:
        patience: seconds to try again while it makes no sense.
        before: an earlier state. So the file is ours, whatever it looks like
            now, and rows that say the same stay the same objects.
        trusted: see `fileformat.parse`.

    Returns:
        What it holds (`format` is the one it was written in), and its stamp.

    Raises:
        Missing, Vanished, Unreadable, NotOurs, Damaged, Newer.
    """
    end = time.monotonic() + patience
    known = before is not None
    while True:
        try:
            data, stamp = files.read_whole(path)
            content = fileformat.parse(data, before, trusted=trusted)
            return _in_todays_format(path, content), stamp
        except OSError as error:
            errors.reading_failed(path, error, known=known)
        except fileformat.FromTheFuture as problem:
            raise errors.Newer(
                "{path} was written by a newer release; update Kooperation to open it.",
                path=str(path),
            ) from problem
        except fileformat.Garbled as problem:
            if time.monotonic() >= end:
                _not_readable(path, problem, known)
        time.sleep(0.02)


def _in_todays_format(path: Path, content: Content) -> Content:
    if content.format == migrate.FORMAT:
        return content
    try:
        tables = migrate.migrated(content.tables, content.format)
    except migrate.NoWay as problem:
        raise errors.Newer(
            "{path} has an unknown format ({format}); update Kooperation to open it.",
            path=str(path),
            format=content.format,
        ) from problem
    return Content(tables, content.generation, content.format)


def _not_readable(path: Path, problem: fileformat.Garbled, known: bool) -> NoReturn:
    newest = shelf.newest(path)
    if newest is not None:
        raise errors.Damaged(
            "{path} is damaged and was left as it is; "
            "“kooperation restore” brings back the backup of {taken}: {backup}.",
            path=str(path),
            taken=newest.taken_at,
            backup=str(newest.path),
        ) from problem
    if known or problem.ours:
        raise errors.Damaged(
            "{path} is damaged and was left as it is; there is no backup beside it, "
            "so look for a copy elsewhere and bring it back with “kooperation restore”.",
            path=str(path),
        ) from problem
    raise errors.NotOurs(
        "{path} is not a file of Kooperation; name another one, "
        "or start a network with “kooperation new”.",
        path=str(path),
    ) from problem


class WholeFile(Storage):
    """One network file under TinyDB's tables.

    TinyDB reads everything and writes everything for each operation; here it
    reads the kept tables, and what it writes is gathered until `commit`.
    Tables and rows that were handed out are never changed.

    Args:
        path: the file; it must exist.
        patience: see `load`.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience
        self._content: Content | None = None
        self._stamp: Stamp | None = None
        self._hopeless: Stamp | None = None
        self._loaded_at = self._compared_at = 0.0
        self._staged: RawTables | None = None
        self.refresh()

    # --- reading ---------------------------------------------------------------

    @property
    def content(self) -> Content:
        """What was read or saved last."""
        assert self._content is not None
        return self._content

    def refresh(self, *, sure: bool = False) -> None:
        """Read the file if it is another one than the kept one.

        Args:
            sure: a writer asks; look into the file even if its stamp is the same.

        Raises:
            Vanished and what `load` raises.
        """
        try:
            stamp = files.stamp_of(self.path.stat())
            if stamp == self._stamp and self._is_same(sure):
                return
        except OSError as error:
            errors.reading_failed(self.path, error, known=self._content is not None)
        try:
            content, stamp = load(
                self.path,
                # Nobody waits a second time for the same broken state.
                patience=0.0 if stamp == self._hopeless else self._patience,
                before=self._content,
                trusted=self._stamp is not None,
            )
        except errors.Damaged:
            self._hopeless = stamp
            raise
        self._keep(content, stamp)

    def looks_changed(self) -> bool:
        """Cheap: one `stat`, and a few bytes while a stamp is too young to be trusted."""
        try:
            stamp = files.stamp_of(self.path.stat())
            return stamp != self._stamp or not self._is_same(sure=False)
        except OSError:
            return True

    def _is_same(self, sure: bool) -> bool:
        """Compare generations, unless the stamp alone can be trusted."""
        if not sure and self._compared_at - self._loaded_at > _TICK:
            return True
        head = fileformat.head_of(files.read_start(self.path, fileformat.HEAD_SIZE))
        self._compared_at = time.monotonic()
        return head is not None and head.generation == self.content.generation

    def _keep(self, content: Content, stamp: Stamp) -> None:
        self._content, self._stamp = content, stamp
        self._loaded_at = self._compared_at = time.monotonic()

    def discard(self) -> None:
        """Trust nothing that is kept: the next `refresh` reads the file."""
        self._stamp = None
        self._staged = None

    def read(self) -> RawTables:
        """For TinyDB: the tables, in a dict that it may change."""
        return dict(self.content.tables) if self._staged is None else self._staged

    # --- writing ---------------------------------------------------------------

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """For TinyDB: gather. Raises RuntimeError outside `gathering`."""
        if self._staged is None:
            raise RuntimeError("a network file is written by Store.change only")
        self._staged = data

    @contextlib.contextmanager
    def gathering(self) -> Iterator[None]:
        """TinyDB may write from here on; `commit` makes it lasting, leaving forgets it."""
        self._staged = dict(self.content.tables)
        try:
            yield
        finally:
            self._staged = None

    def check_writable(self) -> None:
        """Refuse a file that its owner has set read-only: replacing would get round it."""
        if not os.access(self.path, os.W_OK):
            raise errors.Unwritable(
                "{path} is read-only; allow writing in its properties, or work on a copy.",
                path=str(self.path),
            )

    def commit(self) -> None:
        """Replace the file by what was gathered; durable when this returns.

        Raises:
            Unwritable, Vanished: the file is as it was.
            Unsure: it may be the old or the new one.
        """
        assert self._staged is not None
        generation = self.content.generation + 1
        with fileformat.gc_paused():
            data = fileformat.dump(self._staged, generation)
        content = Content(self._staged, generation, migrate.FORMAT, data)
        try:
            like = self.path.stat()
            stamp = files.put_durably(self.path, data, like=like, mode=files.mode_of(like))
        except files.FolderNotSynced as error:
            errors.unsure(self.path, error)
        except OSError as error:
            errors.writing_failed(self.path, error)
        self._keep(content, stamp)

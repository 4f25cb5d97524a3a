"""The default store: one TinyDB file, safe between threads and programs of one machine."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from kooperation_tui.domain.data import Change, Data, Row
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.model import Record
from kooperation_tui.store import backup, errors, fileformat, files, migrate
from kooperation_tui.store.contract import Clock, Command, Ids, Ready, Saved
from kooperation_tui.store.lock import WAIT, locked
from kooperation_tui.store.rows import RowChange, by_table, still_good
from kooperation_tui.store.storage import PATIENCE, WholeFile
from kooperation_tui.store.watching import POLL, watch


class Rows(Table):
    """A TinyDB table whose rows are replaced by new objects, in one operation.

    TinyDB's `update` changes rows that views have in their hands, and its
    `remove` and `insert` would move a changed row to the end.
    """

    # Keys stay the decimal text of the file: turning 40,000 of them into
    # 128-bit integers and back would cost more than encoding the rows.
    document_id_class = str  # type: ignore[assignment]

    def alter(self, puts: Mapping[str, Row], drops: Iterable[str]) -> None:
        """Remove rows, then write rows, by key. A key that is not there is fine."""

        def updater(rows: dict[Any, Mapping[str, Any]]) -> None:
            for key in drops:
                rows.pop(key, None)
            rows.update(puts)

        self._update_table(updater)


class _Database(TinyDB):
    table_class = Rows


class TinyStore:
    """A network in a TinyDB file. Implements `contract.Store`.

    Args:
        path: an existing file; links are followed once.
        clock: the moment, with a zone; names backups and marks saves.
        wait: seconds to wait for another program's save before `Busy`.
        patience: seconds in which a script that writes in place may finish
            before the file counts as damaged.
        poll: seconds between two looks of `changes`.

    Raises:
        Damaged, Missing, Newer, NotOurs, Unreadable.
    """

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock,
        wait: float = WAIT,
        patience: float = PATIENCE,
        poll: float = POLL,
    ) -> None:
        self.path = Path(os.path.realpath(path))
        self._clock = clock
        self._wait = wait
        self._poll = poll
        self._mutex = threading.RLock()
        self._changing = False
        self._closed = False
        self._backed_up_on: dt.date | None = None
        self._storage = WholeFile(self.path, patience)
        self._database = _Database(storage=lambda: self._storage)
        self._viewed = self._storage.content
        self._view = Data(self._viewed.tables, {}, self._viewed.generation)

    @classmethod
    def create(
        cls, path: Path, records: Iterable[Record], *, clock: Clock, wait: float = WAIT
    ) -> TinyStore:
        """Make a new file (rights 0600) and open it.

        Raises:
            Exists: there is something under this name.
            Busy, Unwritable.
        """
        path = Path(os.path.realpath(path))
        changes = by_table(Change(puts=tuple(records)))
        data = fileformat.dump({name: rows.puts for name, rows in changes.items()}, 1)
        if not path.parent.is_dir():
            raise errors.Unwritable(
                "There is no folder {folder}; make it first, or choose another place.",
                folder=str(path.parent),
            )
        _refuse_taken(path)
        with locked(path, wait):
            _refuse_taken(path)
            files.sweep(path)
            try:
                files.put_durably(path, data)
            except files.FolderNotSynced as error:
                errors.unsure(path, error)
            except OSError as error:
                errors.writing_failed(path, error)
        return cls(path, clock=clock, wait=wait)

    # --- the contract ------------------------------------------------------------

    def read(self) -> Data:
        """See `contract.Store.read`. Raises Damaged, Newer, Unreadable, Vanished."""
        # While a save is on its way nobody waits for the disk to read.
        if self._mutex.acquire(blocking=False):
            try:
                self._refresh()
            finally:
                self._mutex.release()
        return self._view

    def change(self, command: Command) -> Saved:
        """See `contract.Store.change`.

        Raises:
            Busy, Damaged, Newer, Unreadable, Unstorable, Unsure, Unwritable,
            Vanished, and whatever the command raises.
        """
        with self._alone():
            self._refresh()  # says in words what is wrong with the file, before any lock
            with locked(self.path, self._wait):
                files.sweep(self.path)
                self._refresh(sure=True)
                return self._run(command)

    def changes(self, ready: Ready | None = None) -> AsyncIterator[Ids]:
        """See `contract.Store.changes`."""
        return watch(
            self._view,
            self.read,
            closed=lambda: self._closed,
            stale=self._is_stale,
            poll=self._poll,
            ready=ready,
        )

    def close(self) -> None:
        """See `contract.Store.close`."""
        with self._mutex:
            self._closed = True

    # --- reading -------------------------------------------------------------------

    def _refresh(self, *, sure: bool = False) -> None:
        if self._closed:
            raise RuntimeError("this store is closed")
        self._storage.refresh(sure=sure)
        content = self._storage.content
        if content is not self._viewed:
            # Others replaced rows: let go of what was made from the old ones.
            memo = still_good(self._view.memo, content.tables)
            self._show(Data(content.tables, memo, content.generation))

    def _show(self, view: Data) -> None:
        self._viewed = self._storage.content
        self._view = view

    def _is_stale(self, known: Data) -> bool:
        return known is not self._view or self._storage.looks_changed()

    # --- changing ------------------------------------------------------------------

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._mutex:
            if self._changing:
                raise RuntimeError("a command must not save by itself")
            self._changing = True
            try:
                yield
            finally:
                self._changing = False

    def _run(self, command: Command) -> Saved:
        try:
            change = command(self._view)
            rows = by_table(change)
        except KooperationError:
            raise  # a rule said no; commands cannot touch what is kept
        except BaseException:
            self._storage.discard()
            raise
        if not change:
            return Saved(data=self._view, change=change, saved_at=self._clock())
        try:
            return self._save(change, rows)
        except BaseException:
            self._storage.discard()
            raise

    def _save(self, change: Change, rows: dict[str, RowChange]) -> Saved:
        self._storage.check_writable()
        now = self._clock()
        problem = self._backup_first()
        with self._storage.gathering():
            for name, one in rows.items():
                table = self._database.table(name)
                assert isinstance(table, Rows)
                table.alter(one.puts, one.drops)
            self._storage.commit()
        memo = self._view.memo
        for name, one in rows.items():
            for key in one.drops | one.puts.keys():
                memo.pop((name, key), None)
        content = self._storage.content
        self._show(Data(content.tables, memo, content.generation))
        return Saved(data=self._view, change=change, saved_at=now, backup_problem=problem)

    def _backup_first(self) -> KooperationError | None:
        """Copy the file before the first save of a day and before a new format.

        A day's copy that fails does not stop a line of a running meeting; one
        before a new format does.
        """
        now = self._clock()
        migrating = self._storage.content.format != migrate.FORMAT
        if not migrating and self._backed_up_on == now.date():
            return None
        try:
            if migrating or not backup.made_on(self.path, now.date()):
                backup.copy_now(self.path, now)
        except KooperationError as problem:
            if migrating:
                raise
            return problem
        self._backed_up_on = now.date()
        return None


def _refuse_taken(path: Path) -> None:
    if os.path.lexists(path):
        raise errors.Exists(
            "There is already something at {path}; open it, or choose another name.",
            path=str(path),
        )

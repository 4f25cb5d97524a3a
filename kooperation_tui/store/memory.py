"""A store without a file, for tests and for practising without a trace."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import AsyncIterator, Iterable

from kooperation_tui.domain.data import Change, Data, Row
from kooperation_tui.domain.model import Record
from kooperation_tui.store.contract import Clock, Command, Ids, Ready, Saved
from kooperation_tui.store.rows import by_table
from kooperation_tui.store.watching import POLL, watch


class MemoryStore:
    """A network in this process. Implements `contract.Store`.

    Args:
        records: what it holds at the beginning.
        clock: the moment, with a zone; the default stands still.
        poll: seconds between two looks of `changes`.
    """

    def __init__(
        self,
        records: Iterable[Record] = (),
        *,
        clock: Clock = lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        poll: float = POLL,
    ) -> None:
        self._clock = clock
        self._poll = poll
        self._mutex = threading.RLock()
        self._changing = False
        self._closed = False
        self._view = _after(Data({}, {}, 0), Change(puts=tuple(records)))

    def read(self) -> Data:
        """See `contract.Store.read`."""
        if self._closed:
            raise RuntimeError("this store is closed")
        return self._view

    def change(self, command: Command) -> Saved:
        """See `contract.Store.change`. Raises Unstorable and whatever the command raises."""
        with self._mutex:
            if self._changing:
                raise RuntimeError("a command must not save by itself")
            self._changing = True
            try:
                change = command(self.read())
                if change:
                    self._view = _after(self._view, change)
                return Saved(data=self._view, change=change, saved_at=self._clock())
            finally:
                self._changing = False

    def changes(self, ready: Ready | None = None) -> AsyncIterator[Ids]:
        """See `contract.Store.changes`."""
        return watch(
            self._view,
            lambda: self._view,
            closed=lambda: self._closed,
            stale=lambda known: known is not self._view,
            poll=self._poll,
            ready=ready,
        )

    def close(self) -> None:
        """See `contract.Store.close`."""
        self._closed = True


def _after(view: Data, change: Change) -> Data:
    tables = dict(view.tables)
    memo = view.memo
    for name, one in by_table(change).items():
        rows: dict[str, Row] = dict(tables.get(name, {}))
        for key in one.drops:
            rows.pop(key, None)
            memo.pop((name, key), None)
        rows.update(one.puts)
        tables[name] = rows
    return Data(tables, memo, view.generation + 1)

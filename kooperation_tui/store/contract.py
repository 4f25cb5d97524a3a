"""What every backend keeps, whatever lies behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Protocol

import msgspec

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import KooperationError

Command = Callable[[Data], Change]
"""Decides on the newest state what to write; never writes by itself."""

Ids = frozenset[tuple[str, str]]
"""(table, id of the row) pairs."""

Ready = Callable[[], Awaitable[None]]
"""Waits for a good moment."""

Clock = Callable[[], dt.datetime]
"""The moment, with a zone. Handed in, so that tests and the demo have their own."""


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a change: it is on the disk.

    `data` is the state with the change in it. `backup_problem` says why the
    day's backup could not be made although the change itself is safe; it is
    tried again with the next change.
    """

    data: Data
    change: Change
    saved_at: dt.datetime
    backup_problem: KooperationError | None = None


class Store(Protocol):
    """A network that several seats read and change at once.

    All methods may be called from any thread; `change` belongs into a worker
    thread, since it waits for the lock and for the disk.
    """

    def read(self) -> Data:
        """The newest state: whole, consistent and immutable.

        Costs one `stat` while nothing has changed. While another thread of
        this program is saving, it is the state before that.

        Raises:
            KooperationError: the store cannot be read; the sentence says why.
        """
        ...

    def change(self, command: Command) -> Saved:
        """Run `command` on the newest state, alone, and keep what it answers.

        All of it or nothing, and durable when this returns. An empty change
        writes nothing. Whatever the command raises comes through, with the
        store unchanged. A command that may be given twice after an unsure
        outcome finds its work done by the ids it made itself.

        Raises:
            KooperationError: from the command, or the store cannot be written.
        """
        ...

    def changes(self, ready: Ready | None = None) -> AsyncIterator[Ids]:
        """What was changed from now on, by this program or another one.

        `ready` is awaited before a newer state is read, so that reading does not
        fall between two keys that somebody presses.

        An empty set means: `read` again. The store could not be read for the
        moment, and `read` says why; or it can be read again.
        """
        ...

    def close(self) -> None:
        """End all `changes` and let the store go. Nothing is left to save."""
        ...

"""Undo outside a meeting: the inverse of the own last change."""

from __future__ import annotations

from collections.abc import Callable

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Record


def inverse(before: Data, change: Change) -> Callable[[Data], Change]:
    """A command that takes a change back.

    It refuses if somebody changed one of its rows since (rules of the log, 5).
    """

    def command(data: Data) -> Change:
        puts: list[Record] = []
        deletes: list[tuple[type[Record], str]] = []
        for record in change.puts:
            if data.find(type(record), record.id) != record:
                raise Refused("Somebody changed this since; change it back by hand.")
            old = before.find(type(record), record.id)
            if old is None:
                deletes.append((type(record), record.id))
            else:
                puts.append(old)
        for kind, identity in change.deletes:
            gone = before.find(kind, identity)
            if data.find(kind, identity) is not None:
                raise Refused("Somebody changed this since; change it back by hand.")
            if gone is not None:
                puts.append(gone)
        return Change(puts=tuple(puts), deletes=tuple(deletes))

    return command

"""Undo outside a meeting: the inverse of the own last change."""

from __future__ import annotations

from collections.abc import Callable

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Record

Rows = tuple[tuple[type[Record], str, Record | None], ...]
"""Kind and id of each row of a change, and the row as it was before; None if there was none."""


def rows_before(before: Data, change: Change) -> Rows:
    """What a change replaces or removes, without holding on to the whole view."""
    touched = [*((type(r), r.id) for r in change.puts), *change.deletes]
    return tuple((kind, identity, before.find(kind, identity)) for kind, identity in touched)


def inverse(before: Data, change: Change) -> Callable[[Data], Change]:
    """A command that takes a change back.

    It refuses if somebody changed one of its rows since (rules of the log, 5).
    """
    rows = rows_before(before, change)
    left: dict[tuple[type[Record], str], Record] = {(type(r), r.id): r for r in change.puts}

    def command(data: Data) -> Change:
        puts: list[Record] = []
        deletes: list[tuple[type[Record], str]] = []
        for kind, identity, was in rows:
            if data.find(kind, identity) != left.get((kind, identity)):
                raise Refused("Somebody changed this since; change it back by hand.")
            if was is not None:
                puts.append(was)
            elif (kind, identity) in left:
                deletes.append((kind, identity))
        return Change(puts=tuple(puts), deletes=tuple(deletes))

    return command

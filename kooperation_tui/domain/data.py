"""A consistent, immutable view of a whole network file, and changes to it.

Rows are kept as the file has them and turned into records when asked for, so
that opening a file with ten years of meetings costs what is looked at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from kooperation_tui.domain import applied, events, model
from kooperation_tui.domain.errors import Refused

R = TypeVar("R", bound=model.Record)

Row = Mapping[str, Any]
Tables = Mapping[str, Mapping[str, Row]]

KINDS: tuple[type[model.Record], ...] = (
    model.Network,
    model.RuleSet,
    model.Organisation,
    model.Person,
    model.Delegation,
    model.Body,
    model.StandingRole,
    model.Meeting,
    events.Event,
    model.Decision,
    model.Action,
    model.ParkingItem,
    model.Minutes,
    model.Block,
    model.Version,
    model.Signature,
    applied.Application,
    applied.DataRegister,
    applied.Resource,
    applied.Circular,
    applied.Goal,
)


def row_key(identity: str) -> str:
    """The key of a row in the file: the id as a decimal number."""
    return str(int(identity, 16))


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a command does: rows to write, rows to remove, and what to tell.

    `deletes` holds (kind, id). A command that finds its work already done
    returns an empty change.
    """

    puts: tuple[model.Record, ...] = ()
    deletes: tuple[tuple[type[model.Record], str], ...] = ()
    result: Any = None

    def __bool__(self) -> bool:
        return bool(self.puts or self.deletes)


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """When and by whom a command is given. `new_id` makes 128-bit hex ids."""

    now: dt.datetime
    new_id: Callable[[], str]
    seat: str = ""
    author: str = ""

    @property
    def today(self) -> dt.date:
        return self.now.date()


class Data:
    """Everything in one network file at one generation.

    Args:
        tables: table name -> row key (decimal id) -> row, as JSON values. The
            mappings must never be changed afterwards.
        memo: records made from rows, carried over between views of one file;
            an entry counts only while its row is the same object.
    """

    def __init__(
        self,
        tables: Tables,
        memo: dict[tuple[str, str], tuple[Row, model.Record]] | None = None,
        generation: int = 0,
    ) -> None:
        self.tables = tables
        self.generation = generation
        self.memo = {} if memo is None else memo
        self._rows: dict[type[model.Record], tuple[Any, ...]] = {}
        self._logs: dict[str, tuple[events.Event, ...]] = {}
        self.derived: dict[Any, Any] = {}
        """Folded states and the like, kept for this view only."""

    @classmethod
    def of(cls, records: Iterable[model.Record]) -> Data:
        """A view made of records: for tests and for building a network at once."""
        tables: dict[str, dict[str, Row]] = {}
        for record in records:
            rows = tables.setdefault(record.TABLE, {})
            rows[row_key(record.id)] = msgspec.to_builtins(record)
        return cls(tables)

    def _record(self, kind: type[R], key: str, row: Row) -> R:
        name = (kind.TABLE, key)
        known = self.memo.get(name)
        if known is not None and known[0] is row:
            return known[1]  # type: ignore[return-value]
        record = msgspec.convert(row, kind)
        self.memo[name] = (row, record)
        return record

    def find(self, kind: type[R], identity: str) -> R | None:
        """The record with this id, or None."""
        if not identity:
            return None
        key = row_key(identity)
        row = self.tables.get(kind.TABLE, {}).get(key)
        return None if row is None else self._record(kind, key, row)

    def get(self, kind: type[R], identity: str) -> R:
        """The record with this id; a KeyError means a broken reference."""
        record = self.find(kind, identity)
        if record is None:
            raise KeyError(f"{kind.TABLE}: {identity}")
        return record

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, in the order of the file."""
        known = self._rows.get(kind)
        if known is None:
            table = self.tables.get(kind.TABLE, {})
            known = tuple(self._record(kind, key, row) for key, row in table.items())
            self._rows[kind] = known
        return known

    def log(self, meeting: str) -> tuple[events.Event, ...]:
        """The events of one meeting in `seq` order."""
        known = self._logs.get(meeting)
        if known is None:
            table = self.tables.get(events.Event.TABLE, {})
            found = [
                self._record(events.Event, key, row)
                for key, row in table.items()
                if row["meeting"] == meeting
            ]
            known = tuple(sorted(found, key=lambda event: event.seq))
            self._logs[meeting] = known
        return known

    @property
    def network(self) -> model.Network:
        """The network itself. Raises Refused in a file without one."""
        found = self.rows(model.Network)
        if not found:
            raise Refused("This file holds no network yet; create one with “kooperation new”.")
        return found[0]

    def apply(self, change: Change) -> Data:
        """The view after a change. This one stays as it is."""
        tables = dict(self.tables)
        copied: dict[str, dict[str, Row]] = {}

        def rows_of(name: str) -> dict[str, Row]:
            if name not in copied:
                copied[name] = dict(tables.get(name, {}))
                tables[name] = copied[name]
            return copied[name]

        for kind, identity in change.deletes:
            rows_of(kind.TABLE).pop(row_key(identity), None)
        for record in change.puts:
            rows_of(record.TABLE)[row_key(record.id)] = msgspec.to_builtins(record)
        return Data(tables, self.memo, self.generation + 1)

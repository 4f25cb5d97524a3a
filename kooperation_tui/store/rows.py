"""Records as rows of a file, and what differs between two states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from kooperation_tui.domain.data import Change, Row, Tables, row_key
from kooperation_tui.domain.model import Record
from kooperation_tui.store.errors import Unstorable

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(dict[str, Any])


def to_row(record: Record) -> dict[str, Any]:
    """The row as it will be read from the file.

    Raises:
        Unstorable: a text with half a character (a lone surrogate), as a
            terminal with a broken encoding sends it.
        ValueError: the record would not read back equal: a programming error.
    """
    try:
        data = _encoder.encode(record)
    except UnicodeEncodeError as problem:
        raise Unstorable(
            "“{text}” holds a character that cannot be saved; delete it and type it again.",
            text=problem.object.encode(errors="replace").decode(),
        ) from problem
    try:
        back = msgspec.json.decode(data, type=type(record))
    except msgspec.MsgspecError as problem:
        raise ValueError(f"{record.TABLE}: {record.id} does not read back") from problem
    if back != record:
        raise ValueError(f"{record.TABLE}: {record.id} does not read back equal")
    return _decoder.decode(data)


class RowChange(msgspec.Struct):
    """What happens to one table: row key -> row to write, and keys to remove first."""

    puts: dict[str, Row] = {}
    drops: set[str] = set()


def by_table(change: Change) -> dict[str, RowChange]:
    """A change as rows, by table. Raises what `to_row` raises."""
    found: dict[str, RowChange] = {}
    for kind, identity in change.deletes:
        found.setdefault(kind.TABLE, RowChange()).drops.add(row_key(identity))
    for record in change.puts:
        rows = found.setdefault(record.TABLE, RowChange()).puts
        rows[row_key(record.id)] = to_row(record)
    return found


def _identity(key: str, row: Mapping[str, Any]) -> str:
    known = row.get("id")
    return known if isinstance(known, str) else f"{int(key):032x}"


def differences(old: Tables, new: Tables) -> frozenset[tuple[str, str]]:
    """(table, id) of each row that is not the same object in both, or only in one."""
    found: set[tuple[str, str]] = set()
    for name in old.keys() | new.keys():
        before, after = old.get(name, {}), new.get(name, {})
        if before is after:
            continue
        for key, row in after.items():
            if before.get(key) is not row:
                found.add((name, _identity(key, row)))
        for key in before.keys() - after.keys():
            found.add((name, _identity(key, before[key])))
    return frozenset(found)


Memo = dict[tuple[str, str], tuple[Row, Record]]


def still_good(memo: Memo, tables: Tables) -> Memo:
    """A new memo without the records whose row is gone from `tables`."""
    return {
        name: entry
        for name, entry in memo.copy().items()  # another thread may be adding to it
        if tables.get(name[0], {}).get(name[1]) is entry[0]
    }

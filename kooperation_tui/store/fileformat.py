"""The bytes of a network file.

A TinyDB file, UTF-8: table name -> decimal row id -> row. The first table is
ours and says which state of the file this is, in the first bytes, so that a
program can tell a new state without reading the rest::

    {"_store":{"1":{"generation":17,"format":1}},"network":{"2881...":{...}},...}
"""

from __future__ import annotations

import contextlib
import gc
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from kooperation_tui.store.migrate import FORMAT

MARKER = "_store"
HEAD_SIZE = 128
"""Bytes from the beginning that hold generation and format, in any spacing."""

RawRows = dict[str, dict[str, Any]]
RawTables = dict[str, RawRows]

# Spaces are allowed: TinyDB's own storage writes them.
_HEAD = re.compile(
    rb'\s*\{\s*"_store"\s*:\s*\{\s*"1"\s*:\s*\{'
    rb'\s*"generation"\s*:\s*(\d{1,18})\s*,\s*"format"\s*:\s*(\d{1,9})\s*[,}]'
)


class Head(msgspec.Struct, frozen=True):
    """Which state of a file this is, and how it is to be read."""

    generation: int
    format: int


class Content(msgspec.Struct, frozen=True):
    """A file as read or as saved.

    `tables` come without ours; `format` is what was written. `data` are the
    bytes the tables were made from, empty if they had to be migrated.
    """

    tables: RawTables
    generation: int
    format: int
    data: bytes = b""


class Garbled(Exception):
    """These bytes are no network file. `ours`: they begin like one."""

    def __init__(self, *, ours: bool) -> None:
        super().__init__("no network file")
        self.ours = ours


class FromTheFuture(Exception):
    """These bytes have a newer format."""


_Split = dict[str, dict[str, msgspec.Raw]]

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(RawTables)
_splitter = msgspec.json.Decoder(_Split)  # finds each row's bytes, makes no objects
_row_decoder = msgspec.json.Decoder(dict[str, Any])


def head_of(start: bytes) -> Head | None:
    """Generation and format from the first `HEAD_SIZE` bytes; None if they are not ours."""
    found = _HEAD.match(start[:HEAD_SIZE])
    return None if found is None else Head(int(found[1]), int(found[2]))


def parse(data: bytes, before: Content | None = None, *, trusted: bool = True) -> Content:
    """The tables in these bytes.

    Args:
        before: an earlier state of the same file. Rows that say the same are
            the same objects again, so what was made from them stays good.
        trusted: False compares what rows say, not the bytes they came from.

    Raises:
        Garbled: not JSON, cut off, or JSON of something else.
        FromTheFuture: written by a newer release.
    """
    head = head_of(data)
    if head is not None and head.format > FORMAT:
        raise FromTheFuture
    try:
        with gc_paused():
            if before is None or head is None or head.format != FORMAT:
                tables = _decoder.decode(data)
            else:
                tables = _parse_changes(data, before, trusted)
    except (msgspec.MsgspecError, ValueError, RecursionError) as problem:
        raise Garbled(ours=head is not None) from problem
    own = tables.pop(MARKER, {}).get("1", {})
    generation, version = own.get("generation"), own.get("format")
    if not isinstance(generation, int) or not isinstance(version, int):
        raise Garbled(ours=False)
    if version > FORMAT:
        raise FromTheFuture
    return Content(tables, generation, version, data)


def _parse_changes(data: bytes, before: Content, trusted: bool) -> RawTables:
    """Make objects only of rows whose bytes are new: another seat's line costs little."""
    # An empty old state makes every row count as new.
    old: _Split = _splitter.decode(before.data) if trusted and before.data else {}
    return {
        name: _table(rows, old.get(name, {}), before.tables.get(name, {}))
        for name, rows in _splitter.decode(data).items()
    }


def _table(rows: dict[str, msgspec.Raw], old: dict[str, msgspec.Raw], known: RawRows) -> RawRows:
    made: RawRows = {}
    kept = 0
    for key, raw in rows.items():
        if key in known and raw == old.get(key):
            made[key] = known[key]
            kept += 1
            continue
        row = _row_decoder.decode(raw)
        same = known.get(key)
        made[key] = same if same is not None and _says_the_same(same, row) else row
    # The same dict again tells a reader at once that nothing changed in this table.
    unchanged = kept == len(rows) == len(known) and list(rows) == list(known)
    return known if unchanged else made


def _says_the_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    # For Python True is 1; for a record it is not.
    return one == other and _encoder.encode(one) == _encoder.encode(other)


def dump(tables: Mapping[str, Mapping[str, Any]], generation: int) -> bytes:
    """The bytes of a file in today's format."""
    own = {MARKER: {"1": {"generation": generation, "format": FORMAT}}}
    return _encoder.encode({**own, **tables})


def with_generation(data: bytes, generation: int) -> bytes:
    """The same file under another generation number."""
    found = _HEAD.match(data[:HEAD_SIZE])
    if found is None:
        return data
    return data[: found.start(1)] + str(generation).encode() + data[found.end(1) :]


@contextlib.contextmanager
def gc_paused() -> Iterator[None]:
    """No garbage collection: thousands of new dicts make it run for nothing (3 x slower)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

"""The file as sent minutes saw it, from what they froze (`domain.frozen`) and their log."""

from __future__ import annotations

from kooperation_tui.domain.data import Data, Row, row_key
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.model import EarlierMinutes, Frozen, Minutes


def as_it_was(data: Data, record: Minutes, version: int = 0) -> Data | None:
    """The file as a version of these minutes saw it: their log, and the frozen rows.

    Args:
        version: one that was sent, 0 for the newest.

    Returns:
        None if that version was not sent, or by a program that froze nothing.
    """
    frozen = frozen_of(record, version)
    if frozen is None:
        return None
    earlier = _earlier(record, version)
    tables: dict[str, dict[str, Row]] = {
        table: {row_key(row["id"]): row for row in rows} for table, rows in frozen.rows.items()
    }
    tables[Event.TABLE] = _log(data, record.meeting, earlier)
    return Data(tables)


def frozen_of(record: Minutes, version: int = 0) -> Frozen | None:
    """What was frozen with a version, 0 the newest; None if that one was not sent."""
    if version in (0, record.version):
        return record.frozen
    earlier = _earlier(record, version)
    return earlier.frozen if earlier is not None else None


def _earlier(record: Minutes, version: int) -> EarlierMinutes | None:
    return next((one for one in record.earlier if one.version == version), None)


def _log(data: Data, meeting: str, earlier: EarlierMinutes | None) -> dict[str, Row]:
    """The rows of the meeting's log, up to where a replaced version ended."""
    return {
        key: row
        for key, row in data.tables.get(Event.TABLE, {}).items()
        if row["meeting"] == meeting and (earlier is None or row["seq"] <= earlier.seq)
    }

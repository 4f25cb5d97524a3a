"""What is wrong inside a file that can be read: its rows and the links between them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from kooperation_tui.domain.data import KINDS, row_key
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.model import Meeting, Record
from kooperation_tui.store.errors import Damaged
from kooperation_tui.store.fileformat import RawTables
from kooperation_tui.store.storage import PATIENCE, load


class Finding(msgspec.Struct, frozen=True):
    """One thing that is not as it should be.

    `message` is a message id with ``{named}`` places, `args` fill them.
    """

    message: str
    args: dict[str, Any]

    def __str__(self) -> str:
        return self.message.format(**self.args)


def check(path: Path, *, patience: float = PATIENCE) -> list[Finding]:
    """Look through a file; an empty list means that all is well.

    Gaps between the registers and the log are not looked for here.

    Raises:
        Missing, Newer, NotOurs, Unreadable.
    """
    try:
        content, _ = load(path, patience=patience)
    except Damaged as damaged:
        return [Finding(damaged.message, damaged.args_by_name)]
    return check_tables(content.tables)


def check_tables(tables: RawTables) -> list[Finding]:
    """The same for tables in today's format."""
    kinds = {kind.TABLE: kind for kind in KINDS}
    found: list[Finding] = []
    records: dict[type[Record], list[Record]] = {}
    for name, rows in tables.items():
        if name not in kinds:
            found.append(
                Finding(
                    "The table “{table}” is unknown here; its {count} rows are kept as they are.",
                    {"table": name, "count": len(rows)},
                )
            )
            continue
        for key, row in rows.items():
            record = _record(kinds[name], key, row, found)
            if record is not None:
                records.setdefault(kinds[name], []).append(record)
    _check_log(records, found)
    return found


def _record(
    kind: type[Record], key: str, row: dict[str, Any], found: list[Finding]
) -> Record | None:
    try:
        record = msgspec.convert(row, kind)
    except msgspec.ValidationError as problem:
        found.append(
            Finding(
                "Row {key} of the table “{table}” cannot be understood: {problem}.",
                {"table": kind.TABLE, "key": key, "problem": str(problem)},
            )
        )
        return None
    if _key_of(record.id) != key:
        found.append(
            Finding(
                "Row {key} of the table “{table}” has another id inside: {id}.",
                {"table": kind.TABLE, "key": key, "id": record.id},
            )
        )
    return record


def _key_of(identity: str) -> str | None:
    try:
        return row_key(identity)
    except ValueError:
        return None


def _check_log(records: dict[type[Record], list[Record]], found: list[Finding]) -> None:
    meetings = {meeting.id for meeting in records.get(Meeting, [])}
    events = [event for event in records.get(Event, []) if isinstance(event, Event)]
    for event in events:
        if event.meeting not in meetings:
            found.append(
                Finding(
                    "The line {id} of the log belongs to a meeting that is not there: {meeting}.",
                    {"id": event.id, "meeting": event.meeting},
                )
            )
    places = Counter((event.meeting, event.seq) for event in events)
    for (meeting, seq), count in places.items():
        if count > 1:
            found.append(
                Finding(
                    "{count} lines of the meeting {meeting} have the same place {seq} in its log.",
                    {"count": count, "meeting": meeting, "seq": seq},
                )
            )

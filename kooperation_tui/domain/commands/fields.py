"""Fields by name: `set KIND ID FIELD=VALUE`, and removing what nothing needs."""

from __future__ import annotations

import datetime as dt
import typing
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from kooperation_tui.domain.commands.network import need_code
from kooperation_tui.domain.data import KINDS, Change, Data, Row
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Action,
    Block,
    CircularRules,
    Decision,
    Majorities,
    Meeting,
    Network,
    Organisation,
    ParkingItem,
    Quorum,
    QuorumKind,
    Record,
    RuleSet,
)

_FIXED = {
    *("id", "history", "texts", "items", "corrections", "meeting", "event", "sha256"),
    *("former", "own"),
}
_OWN_COMMAND: dict[type[Record], frozenset[str]] = {
    Action: frozenset({"number"}),
    Block: frozenset(
        {"key", "state", "decision", "agreed_on", "text_in_force", "in_force_since", "written_on"}
    ),
    Decision: frozenset({"number", "status", "ended_by", "ended_on", "remark"}),
    Meeting: frozenset({"status", "started_at", "ended_at"}),
    Organisation: frozenset({"status", "left_on", "left_reason"}),
    ParkingItem: frozenset({"number"}),
    RuleSet: frozenset({"version", "deviations", "majorities", "circular"}),
}
"""Fields that rules guard: numbers stay (I-19), states change by their command."""


def settable(kind: type[Record]) -> tuple[str, ...]:
    """Names of the fields of a kind that may be set by name."""
    kept = _FIXED | _OWN_COMMAND.get(kind, frozenset())
    names = [f.name for f in msgspec.structs.fields(kind) if f.name not in kept]
    if kind is RuleSet:
        names += [f"majority.{f.name}" for f in msgspec.structs.fields(Majorities)]
        names += [f"circular.{f.name}" for f in msgspec.structs.fields(CircularRules)]
    return tuple(names)


def set_fields(data: Data, record: Record, values: dict[str, str]) -> Change:
    """A record with other values, written as people type them.

    Dates are ISO, lists are separated by commas, an empty value clears. Raises
    Refused for an unknown field or a value that does not fit.
    """
    changed = record
    for name, text in values.items():
        if name not in settable(type(record)):
            raise Refused(
                "There is no field “{name}” here; possible are {names}.",
                name=name,
                names=", ".join(settable(type(record))),
            )
        changed = _with(data, changed, name, text)
    if changed == record:
        return Change(result=record)
    return Change(puts=(changed,), result=changed)


def _with(data: Data, record: Record, name: str, text: str) -> Record:
    if name.startswith("majority.") and isinstance(record, RuleSet):
        field = name.removeprefix("majority.")
        majority = _converted(text, typing.get_type_hints(Majorities)[field], name)
        majorities = msgspec.structs.replace(record.majorities, **{field: majority})
        return msgspec.structs.replace(record, majorities=majorities)
    if name.startswith("circular.") and isinstance(record, RuleSet):
        field = name.removeprefix("circular.")
        value = _converted(text, typing.get_type_hints(CircularRules)[field], name)
        circular = msgspec.structs.replace(record.circular, **{field: value})
        return msgspec.structs.replace(record, circular=circular)
    if name == "code" and isinstance(record, Organisation):
        same = text.casefold() == record.code.casefold()
        return msgspec.structs.replace(record, code=text.upper() if same else need_code(data, text))
    if name == "quorum":
        return msgspec.structs.replace(record, quorum=_quorum(text))
    hints = typing.get_type_hints(type(record))
    return msgspec.structs.replace(record, **{name: _converted(text, hints[name], name, data)})


def _quorum(text: str) -> Quorum:
    """`none`, `half`, `more_than_half`, `2/3`, or a number of partners."""
    if text.isdigit():
        return Quorum(kind=QuorumKind.NUMBER, number=int(text))
    parts = text.split("/")
    if len(parts) == 2 and all(p.isdigit() and int(p) for p in parts):
        return Quorum(kind=QuorumKind.FRACTION, numerator=int(parts[0]), denominator=int(parts[1]))
    kind = _converted(text, QuorumKind, "quorum")
    return Quorum(kind=kind)


def _converted(text: str, hint: Any, name: str, data: Data | None = None) -> Any:
    options = typing.get_args(hint)
    try:
        if typing.get_origin(hint) is tuple:
            return tuple(
                msgspec.convert(part.strip(), options[0], strict=False)
                for part in text.split(",")
                if part.strip()
            )
        if not text and type(None) in options:
            return None
        if data is not None and (hint is dt.datetime or dt.datetime in options):
            moment = dt.datetime.fromisoformat(text)
            return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(_zone(data)))
        return msgspec.convert(text, hint, strict=False)
    except (msgspec.ValidationError, ValueError):
        raise Refused("“{value}” does not fit the field {name}.", value=text, name=name) from None


def _zone(data: Data) -> str:
    rows = data.rows(Network)
    return rows[0].timezone if rows else "UTC"


def remove(data: Data, record: Record) -> Change:
    """Remove a row that nothing refers to; what has a history is kept."""
    if isinstance(record, Network | RuleSet):
        raise Refused("This cannot be removed.")
    used = [
        kind
        for kind in KINDS
        for row in data.tables.get(kind.TABLE, {}).values()
        if row.get("id") != record.id and _mentions(row, record.id)
    ]
    if used:
        raise Refused(
            "Something still refers to this ({names}); set its status or its last day instead.",
            names=", ".join(sorted({kind.TABLE for kind in used})),
        )
    return Change(deletes=((type(record), record.id),), result=record)


def _mentions(row: Row | list[Any] | Any, identity: str) -> bool:
    if isinstance(row, str):
        return row == identity
    if isinstance(row, dict):
        return any(_mentions(value, identity) for value in row.values())
    if isinstance(row, list | tuple):
        return any(_mentions(value, identity) for value in row)
    return False

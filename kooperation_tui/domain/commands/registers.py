"""The stocks of data a network keeps, and when their entries are checked (point 5)."""

from __future__ import annotations

import calendar
import datetime as dt

import msgspec

from kooperation_tui.domain.applied import DataRegister
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused


def add_register(
    data: Data,
    moment: Moment,
    *,
    name: str,
    purpose: str,
    keeper: str = "",
    place: str = "",
    access: str = "",
    retention: str = "",
    every: int = 0,
    check_on: dt.date | None = None,
    holds: str = "",
) -> Change:
    """A stock of data the network keeps. `result` is the register.

    Its purpose is needed: data without a purpose must not be kept (domain 1, point 5).
    """
    if not name.strip() or not purpose.strip():
        raise Refused("A register needs its name and its purpose.")
    if any(r.name.casefold() == name.strip().casefold() for r in data.rows(DataRegister)):
        raise Refused("There is a register “{name}” already.", name=name.strip())
    register = DataRegister(
        id=moment.new_id(),
        name=name.strip(),
        purpose=purpose.strip(),
        keeper=keeper,
        place=place,
        access=access,
        retention=retention,
        every=every,
        check_on=check_on or (months_later(moment.today, every) if every else None),
        holds=holds.strip(),
    )
    return Change(puts=(register,), result=register)


def change_register(
    data: Data,
    moment: Moment,
    *,
    register: str,
    name: str,
    purpose: str,
    keeper: str = "",
    place: str = "",
    access: str = "",
    retention: str = "",
    every: int = 0,
    check_on: dt.date | None = None,
    holds: str = "",
) -> Change:
    """A stock of data (by id) with other words, keeper or checks. `result` is the register."""
    known = data.get(DataRegister, register)
    if not name.strip() or not purpose.strip():
        raise Refused("A register needs its name and its purpose.")
    changed = msgspec.structs.replace(
        known,
        name=name.strip(),
        purpose=purpose.strip(),
        keeper=keeper,
        place=place.strip(),
        access=access.strip(),
        retention=retention.strip(),
        every=every,
        check_on=check_on or (months_later(moment.today, every) if every else None),
        holds=holds.strip(),
    )
    others = (r for r in data.rows(DataRegister) if r.id != register)
    if any(r.name.casefold() == changed.name.casefold() for r in others):
        raise Refused("There is a register “{name}” already.", name=changed.name)
    return Change(puts=(changed,) if changed != known else (), result=changed)


def checked(data: Data, moment: Moment, *, register: str, on: dt.date | None = None) -> Change:
    """The entries of a register (by id) were checked; the next check is set."""
    known = data.get(DataRegister, register)
    day = on or moment.today
    changed = msgspec.structs.replace(
        known, checked_on=day, check_on=months_later(day, known.every) if known.every else None
    )
    return Change(puts=(changed,) if changed != known else (), result=changed)


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))

"""Lasting responsibilities in the network: who has them, from when to when."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Person, Record, StandingRole, StandingRoleKind


def holders(data: Data, role: StandingRoleKind, on: dt.date) -> tuple[StandingRole, ...]:
    """Who has a responsibility on a day."""
    return tuple(
        row
        for row in data.rows(StandingRole)
        if row.role is role
        and (row.since is None or row.since <= on)
        and (row.until is None or on <= row.until)
    )


def take_standing(
    data: Data,
    moment: Moment,
    *,
    role: StandingRoleKind,
    person: str,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Change:
    """A person has a responsibility from a day to a day; several may share it.

    The same person again gets the other days. `result` is the row.
    """
    data.get(Person, person)
    if since is not None and until is not None and until < since:
        raise Refused("The last day lies before the first.")
    on = since or moment.today
    known = next((row for row in holders(data, role, on) if row.person == person), None)
    if known is not None:
        row = msgspec.structs.replace(known, since=since or known.since, until=until)
    else:
        row = StandingRole(id=moment.new_id(), role=role, person=person, since=since, until=until)
    return Change(puts=(row,) if row != known else (), result=row)


def end_standing(
    data: Data, moment: Moment, *, role: StandingRoleKind, on: dt.date | None = None
) -> Change:
    """Nobody has a responsibility any more after a day (yesterday)."""
    last = on or moment.today - dt.timedelta(days=1)
    puts: list[Record] = [
        msgspec.structs.replace(row, until=max(last, row.since) if row.since else last)
        for row in holders(data, role, moment.today)
    ]
    if not puts:
        raise Refused("Nobody has this responsibility.")
    return Change(puts=tuple(puts))

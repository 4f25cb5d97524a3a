"""Lasting responsibilities in the network: who has them, from when to when."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Delegation,
    Organisation,
    OrganisationStatus,
    Person,
    Record,
    StandingRole,
    StandingRoleKind,
)
from kooperation_tui.domain.plan import holds_on


def holders(data: Data, role: StandingRoleKind, on: dt.date) -> tuple[StandingRole, ...]:
    """Who has a responsibility on a day; nobody has it after the own partner has left."""
    found = []
    for row in _entered(data, role, on):
        last = held_until(data, row)
        if last is None or on <= last:
            found.append(row)
    return tuple(found)


def held_until(data: Data, row: StandingRole) -> dt.date | None:
    """The last day of a responsibility: its own, or the last one of the person's partners."""
    known = {d.organisation for d in data.rows(Delegation) if d.person == row.person}
    found = [data.find(Organisation, one) for one in known]
    left = [_last_day(one) for one in found if one is not None]
    gone = max((day for day in left if day is not None), default=None)
    if gone is None or None in left:
        return row.until
    return min(gone, row.until) if row.until is not None else gone


def _last_day(partner: Organisation) -> dt.date | None:
    """The last day of a partner; one that left before the app was never there."""
    if partner.left_on is None and partner.status is OrganisationStatus.LEFT:
        return dt.date.min
    return partner.left_on


def _entered(data: Data, role: StandingRoleKind, on: dt.date) -> tuple[StandingRole, ...]:
    """The rows of a responsibility that run on a day, also of somebody whose partner left."""
    return tuple(row for row in data.rows(StandingRole) if row.role is role and holds_on(row, on))


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
    known = next(
        (
            row
            for row in data.rows(StandingRole)
            if row.role is role and row.person == person and _meets(row, since, until, moment)
        ),
        None,
    )
    if known is not None:
        row = msgspec.structs.replace(known, since=since or known.since, until=until)
    else:
        row = StandingRole(id=moment.new_id(), role=role, person=person, since=since, until=until)
    return Change(puts=(row,) if row != known else (), result=row)


def _meets(row: StandingRole, since: dt.date | None, until: dt.date | None, moment: Moment) -> bool:
    """Whether a responsibility and these days (else from today on) have a day in common."""
    first = since or moment.today
    ended = row.until is not None and row.until < first
    return not ended and (until is None or row.since is None or row.since <= until)


def hand_over(
    data: Data,
    moment: Moment,
    *,
    role: StandingRoleKind,
    person: str,
    since: dt.date | None = None,
) -> Change:
    """A person takes over from a day (today); whoever had it has it until the day before."""
    first = since or moment.today
    now = _entered(data, role, first)
    ended: list[Record] = [
        ended_after(row, first - dt.timedelta(days=1)) for row in now if row.person != person
    ]
    own = next((row for row in now if row.person == person), None)
    if own is not None:
        return Change(puts=tuple(ended), result=own)
    taken = take_standing(data, moment, role=role, person=person, since=first)
    return Change(puts=(*ended, *taken.puts), result=taken.result)


def ended_after(row: StandingRole, last: dt.date) -> StandingRole:
    """The row with its last day; one that ends before stays as it is, none ends before it began."""
    if row.until is not None and row.until <= last:
        return row
    return msgspec.structs.replace(row, until=max(last, row.since) if row.since else last)


def end_standing(
    data: Data, moment: Moment, *, role: StandingRoleKind, on: dt.date | None = None
) -> Change:
    """Nobody has a responsibility any more after a day (yesterday)."""
    last = on or moment.today - dt.timedelta(days=1)
    puts: list[Record] = [ended_after(row, last) for row in _entered(data, role, moment.today)]
    if not puts:
        raise Refused("Nobody has this responsibility.")
    return Change(puts=tuple(puts))

"""Attendance and roles as intervals (I-15 to I-18).

Events are read by time, not by the order they were typed in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.model import Role, RolePlan
from kooperation_tui.domain.state import GuestPresence, Presence, RoleSpan


def presences(
    by_time: Iterable[ev.Event], begun: dt.datetime | None, ended: dt.datetime | None
) -> tuple[Presence, ...]:
    """Who of which partner was there, in the order of arrival.

    Arrivals before the start, and in its minute, count from the start. A second
    arrival of somebody who is there, and a departure of somebody who is not,
    change nothing.
    """
    found: list[Presence] = []
    there: dict[tuple[str, str], int] = {}

    def leave(key: tuple[str, str], at: dt.datetime) -> None:
        place = there.pop(key)
        start = found[place].start
        inside = at if ended is None else min(at, ended)
        found[place] = msgspec.structs.replace(found[place], end=max(inside, start))

    for event in by_time:
        match event.what:
            case ev.Arrived(arrivals=arrivals):
                for arrival in arrivals:
                    key = (arrival.organisation, arrival.person)
                    if key in there:
                        continue
                    there[key] = len(found)
                    found.append(
                        Presence(
                            organisation=arrival.organisation,
                            person=arrival.person,
                            deputy=arrival.deputy,
                            remote=arrival.remote,
                            start=counted_from(event.at, begun),
                        )
                    )
            case ev.Left(organisations=organisations, person=person):
                for key in list(there):
                    if key[0] in organisations and person in ("", key[1]):
                        leave(key, event.at)
            case ev.Excused(organisations=organisations):
                for key in list(there):
                    if key[0] in organisations:
                        leave(key, event.at)
            case _:
                pass
    if ended is not None:
        for key in list(there):
            leave(key, ended)
    return tuple(p for p in found if p.end is None or p.end > p.start or p.end == ended)


def guest_presences(
    by_time: Iterable[ev.Event], begun: dt.datetime | None, ended: dt.datetime | None
) -> tuple[GuestPresence, ...]:
    """Guests in the room; they never count (I-16)."""
    found: list[GuestPresence] = []
    there: dict[str, int] = {}
    for event in by_time:
        match event.what:
            case ev.GuestCame(name=name, organisation=organisation, items=items):
                if name not in there:
                    there[name] = len(found)
                    found.append(
                        GuestPresence(
                            name=name,
                            organisation=organisation,
                            items=items,
                            start=counted_from(event.at, begun),
                        )
                    )
            case ev.GuestLeft(name=name) if name in there:
                place = there.pop(name)
                found[place] = msgspec.structs.replace(
                    found[place], end=max(event.at, found[place].start)
                )
            case _:
                pass
    if ended is not None:
        for place in there.values():
            found[place] = msgspec.structs.replace(found[place], end=max(ended, found[place].start))
    return tuple(found)


def role_spans(
    plan: Iterable[RolePlan],
    by_time: Iterable[ev.Event],
    begun: dt.datetime | None,
    ended: dt.datetime | None,
) -> tuple[RoleSpan, ...]:
    """Who had which role from when to when; a hand-over ends the old span."""
    found: list[RoleSpan] = []
    held: dict[Role, int] = {}
    for entry in plan:
        held[entry.role] = len(found)
        found.append(RoleSpan(role=entry.role, person=entry.person, start=begun))
    for event in by_time:
        if not isinstance(event.what, ev.RoleTaken):
            continue
        at = counted_from(event.at, begun)
        place = held.pop(event.what.role, None)
        if place is not None:
            if found[place].person == event.what.person:
                held[event.what.role] = place
                continue
            found[place] = msgspec.structs.replace(found[place], end=at)
        if event.what.person:
            held[event.what.role] = len(found)
            found.append(RoleSpan(role=event.what.role, person=event.what.person, start=at))
    if ended is not None:
        for place in held.values():
            found[place] = msgspec.structs.replace(found[place], end=ended)
    return tuple(s for s in found if s.start is None or s.end is None or s.end > s.start)


def counted_from(at: dt.datetime, begun: dt.datetime | None) -> dt.datetime:
    """The moment an arrival counts from (rules of the log, 4)."""
    if begun is None:
        return at
    same_minute = at.replace(second=0, microsecond=0) <= begun.replace(second=0, microsecond=0)
    return begun if same_minute else at

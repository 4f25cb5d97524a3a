"""Attendance and roles as intervals (I-15 to I-18).

Events are read by time, not by the order they were typed in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.model import Role, RolePlan
from kooperation_tui.domain.state import GuestPresence, Presence, RoleSpan


def presences(
    by_time: Iterable[ev.Event], begun: dt.datetime | None, ended: dt.datetime | None
) -> tuple[Presence, ...]:
    """Who of which partner was there, in the order of arrival.

    Arrivals before the start, and in its minute, count from the start; whoever leaves in
    the very moment after it was there. A second arrival of somebody who is there, and a
    departure of somebody who is not, change nothing.
    """
    stays = _Stays(begun, lasted_until(begun, ended))
    for event in by_time:
        match event.what:
            case ev.Started():
                stays.running = True
            case ev.Arrived(arrivals=arrivals):
                for arrival in arrivals:
                    stays.come(arrival, event.at)
            case ev.Left(organisations=organisations, person=person):
                stays.go(organisations, person, event.at)
            case ev.Excused(organisations=organisations):
                stays.go(organisations, "", event.at)
            case _:
                pass
    return stays.all()


class _Stays:
    """Stretches in the order of arrival; `running` once the meeting has begun."""

    def __init__(self, begun: dt.datetime | None, ended: dt.datetime | None) -> None:
        self.running = False
        self._begun, self._ended = begun, ended
        self._found: list[Presence] = []
        self._there: dict[tuple[str, str], int] = {}
        self._at_the_start: set[int] = set()

    def come(self, arrival: ev.Arrival, at: dt.datetime) -> None:
        key = (arrival.organisation, arrival.person)
        if key in self._there:
            return
        if arrival.instead:
            self._replace(arrival.organisation)
        self._there[key] = len(self._found)
        self._found.append(
            Presence(
                organisation=arrival.organisation,
                person=arrival.person,
                deputy=arrival.deputy,
                remote=arrival.remote,
                start=counted_from(at, self._begun),
            )
        )

    def _replace(self, organisation: str) -> None:
        """Who was marked as there for this partner never was."""
        for key in [key for key in self._there if key[0] == organisation]:
            place = self._there.pop(key)
            self._found[place] = msgspec.structs.replace(
                self._found[place], end=self._found[place].start
            )

    def go(self, organisations: Collection[str], person: str, at: dt.datetime) -> None:
        """Who is there of these partners leaves; with a person only that one."""
        for key in list(self._there):
            if key[0] in organisations and person in ("", key[1]):
                self._leave(key, at)

    def _leave(self, key: tuple[str, str], at: dt.datetime) -> None:
        place = self._there.pop(key)
        start = self._found[place].start
        inside = at if self._ended is None else min(at, self._ended)
        self._found[place] = msgspec.structs.replace(self._found[place], end=max(inside, start))
        if self.running and start == self._begun:
            self._at_the_start.add(place)

    def all(self) -> tuple[Presence, ...]:
        """What counts, once all events were read; the end of the meeting ends every stay."""
        if self._ended is not None:
            for key in list(self._there):
                self._leave(key, self._ended)
        return tuple(
            p
            for place, p in enumerate(self._found)
            if p.end is None
            or p.end > p.start
            or p.end == self._ended
            or place in self._at_the_start
        )


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
    ended = lasted_until(begun, ended)
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


def lasted_until(begun: dt.datetime | None, ended: dt.datetime | None) -> dt.datetime | None:
    """The end of a meeting for who was in it: one closed as it began lasts an instant."""
    if begun is None or ended is None or ended > begun:
        return ended
    return begun + dt.timedelta(microseconds=1)


def counted_from(at: dt.datetime, begun: dt.datetime | None) -> dt.datetime:
    """The moment an arrival counts from (rules of the log, 4)."""
    if begun is None:
        return at
    same_minute = at.replace(second=0, microsecond=0) <= begun.replace(second=0, microsecond=0)
    return begun if same_minute else at

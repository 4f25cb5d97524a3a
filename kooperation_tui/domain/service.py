"""Who facilitated, wrote and watched the time in the last meetings (point 4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from kooperation_tui.domain.absences import held
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting, Role, Value
from kooperation_tui.domain.plan import day_of
from kooperation_tui.domain.rotation import BACK, ROTATING


class Served(Value):
    """A meeting (by id), its day, and who had which role: ids of people by role."""

    meeting: str
    on: dt.date
    people: dict[Role, tuple[str, ...]]


def served(data: Data, before: Meeting) -> tuple[Served, ...]:
    """The meetings that rotation looks back at, the newest first."""
    found = []
    for meeting in [m for m in held(data) if m.start < before.start][:BACK]:
        people: dict[Role, tuple[str, ...]] = {}
        for span in state_of(data, meeting.id).roles:
            known = people.get(span.role, ())
            if span.person and span.person not in known:
                people[span.role] = (*known, span.person)
        day = day_of(data, meeting.start)
        found.append(Served(meeting=meeting.id, on=day, people=people))
    return tuple(found)


def times(past: tuple[Served, ...], person: str) -> Mapping[Role, int]:
    """In how many of these meetings a person had each of the roles that take turns."""
    return {role: sum(person in one.people.get(role, ()) for one in past) for role in ROTATING}


def last(past: tuple[Served, ...], person: str) -> tuple[Role, dt.date] | None:
    """The role that a person had last, and the day; None if none of those that take turns."""
    for one in past:
        for role in ROTATING:
            if person in one.people.get(role, ()):
                return role, one.on
    return None

"""Rows that a line made, and that go with it when it is taken back."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.data import Data, row_key
from kooperation_tui.domain.fold import standing
from kooperation_tui.domain.model import Delegation, DelegationKind, Meeting, Person, Record
from kooperation_tui.domain.scene import Scene

Rows = tuple[tuple[type[Record], str], ...]


def unmade(scene: Scene, what: ev.Payload) -> Rows:
    """Rows that this line made and nobody has done anything with since."""
    match what:
        case ev.NextMeetingSet(was_start=None):
            return _unmade_meeting(scene, what)
        case ev.Arrived(arrivals=arrivals):
            return tuple(row for one in arrivals for row in _unmade_person(scene, what, one))
        case _:
            return ()


def _unmade_person(scene: Scene, what: ev.Arrived, arrival: ev.Arrival) -> Rows:
    """A person entered on arrival, with the delegation, unless anything else names either."""
    row = scene.data.find(Delegation, arrival.made)
    person = scene.data.find(Person, arrival.person)
    if row is None or person is None:
        return ()
    bare = row == Delegation(
        id=row.id,
        organisation=arrival.organisation,
        person=person.id,
        kind=DelegationKind.DEPUTY,
        since=scene.day,
    ) and person == Person(id=person.id, name=person.name)
    if not bare or _named_elsewhere(scene.data, what, (person.id, row.id)):
        return ()
    return ((Delegation, row.id), (Person, person.id))


def _named_elsewhere(data: Data, what: ev.Arrived, ids: tuple[str, str]) -> bool:
    """Whether a row beside these two names one of them, or a standing event beside this one."""
    own = {row_key(identity) for identity in ids}
    rows: list[object] = [
        row
        for table, rows_ in data.tables.items()
        if table != ev.Event.TABLE
        for key, row in rows_.items()
        if key not in own
    ]
    for meeting in data.rows(Meeting):
        rows += [e.what for e in standing(data.log(meeting.id)) if e.what is not what]
    wanted = [identity.encode() for identity in ids]
    return any(one in msgspec.json.encode(row) for row in rows for one in wanted)


def _unmade_meeting(scene: Scene, what: ev.NextMeetingSet) -> Rows:
    """A meeting, as long as nobody planned anything in it."""
    row = scene.data.find(Meeting, what.meeting)
    if row is None:
        return ()
    bare = Meeting(
        id=row.id,
        body=row.body,
        year=row.year,
        number=row.number,
        start=row.start,
        end=row.end,
        place=row.place,
    )
    return ((Meeting, row.id),) if row == bare and row.start == what.start else ()

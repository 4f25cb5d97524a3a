"""Meetings before they begin, and the undo of changes outside the log."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import network, planning
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.inverse import inverse
from kooperation_tui.domain.model import (
    Answer,
    ItemKind,
    Meeting,
    MeetingStatus,
    Organisation,
    Role,
    Subject,
)
from kooperation_tui.domain.plan import following, label
from kooperation_tui.domain.templates import TEMPLATES, AgendaTemplate, agenda_from
from tests.domain.room import DAY, Room, clock


@pytest.fixture
def planned() -> Room:
    return Room(started=False, present=False)


def numbers(room: Room) -> list[int]:
    return [i.number for i in room.row.items]


def words(message: str, **places: Any) -> str:
    return message.format(**places)


def test_items_are_numbered_in_their_order_and_breaks_are_not(planned: Room) -> None:
    assert numbers(planned) == [1, 2, 3, 0, 4, 5]
    room, moment = planned, planned.moment()
    third = room.row.items[2].id
    room.run(planning.move_item(room.data, moment, meeting=room.meeting, item=third, by=-2))
    assert (room.row.items[0].id, numbers(room)) == (third, [1, 2, 3, 0, 4, 5])
    room.run(planning.move_item(room.data, moment, meeting=room.meeting, item=third, by=99))
    assert room.row.items[-1].id == third
    assert not planning.move_item(room.data, moment, meeting=room.meeting, item=third, by=1)
    room.run(planning.remove_item(room.data, moment, meeting=room.meeting, item=third))
    assert numbers(room) == [1, 2, 0, 3, 4]
    added = room.run(
        planning.add_item(
            room.data,
            moment,
            meeting=room.meeting,
            title="Punkte",
            points=("p3",),
            before=room.row.items[0].id,
        )
    ).result
    assert (added.number, added.subject) == (1, Subject.AGREEMENT)
    changed = room.run(
        planning.change_item(
            room.data, moment, meeting=room.meeting, item=added.id, kind=ItemKind.BREAK, title=""
        )
    ).result
    assert (changed.number, numbers(room)) == (0, [0, 1, 2, 0, 3, 4])


def test_planning_is_refused_in_words(planned: Room) -> None:
    data, moment, meeting = planned.data, planned.moment(), planned.meeting
    item = planned.row.items[0].id
    with pytest.raises(Refused, match="item needs a title"):
        planning.add_item(data, moment, meeting=meeting, title=" ")
    with pytest.raises(Refused, match="cannot be negative"):
        planning.add_item(data, moment, meeting=meeting, title="x", minutes=-1)
    with pytest.raises(Refused, match="item needs a title"):
        planning.change_item(data, moment, meeting=meeting, item=item, title=" ")
    with pytest.raises(Refused, match="no such item"):
        planning.remove_item(data, moment, meeting=meeting, item="x")
    with pytest.raises(Refused, match="end after it starts"):
        planning.change_meeting(data, moment, meeting=meeting, end=clock("08:00"))
    with pytest.raises(Refused, match="end after it starts"):
        planning.add_meeting(data, moment, start=clock("09:00"), end=clock("09:00"), words=words)
    with pytest.raises(Refused, match="There is a meeting 1 in 2026 already"):
        planning.add_meeting(data, moment, start=clock("09:00"), number=1, words=words)
    with pytest.raises(Refused, match="guest needs a name"):
        planning.expect_guest(data, moment, meeting=meeting, name=" ")


def test_a_plan_is_closed_once_the_meeting_began(room: Room) -> None:
    with pytest.raises(Refused, match="Meeting 2026-1 has begun"):
        planning.add_item(room.data, room.moment(), meeting=room.meeting, title="x")
    with pytest.raises(Refused, match="has begun"):
        planning.cancel(room.data, room.moment(), meeting=room.meeting)
    room.do(it.Undo())
    room.do(it.Undo())
    room.run(planning.cancel(room.data, room.moment(), meeting=room.meeting))
    assert room.row.status is MeetingStatus.CANCELLED


def test_roles_answers_and_guests_of_a_plan(planned: Room) -> None:
    room, moment = planned, planned.moment()
    ada = room.person("BB")
    plan_role = planning.plan_role
    for role in (Role.TIMEKEEPER, Role.FACILITATOR):
        room.run(plan_role(room.data, moment, meeting=room.meeting, role=role, person=ada))
    assert [r.role for r in room.row.roles] == [
        Role.FACILITATOR,
        Role.MINUTES,
        Role.TIMEKEEPER,
    ]
    again = plan_role(room.data, moment, meeting=room.meeting, role=Role.FACILITATOR, person=ada)
    assert not again
    room.run(plan_role(room.data, moment, meeting=room.meeting, role=Role.TIMEKEEPER))
    assert len(room.row.roles) == 2
    expect = planning.expect
    bb = room.org("BB")
    for answer in (Answer.COMING, Answer.EXCUSED):
        room.run(expect(room.data, moment, meeting=room.meeting, organisation=bb, answer=answer))
    assert [e.answer for e in room.row.expected] == [Answer.EXCUSED]
    assert room.codes(room.state.excused) == ["BB"]
    room.run(expect(room.data, moment, meeting=room.meeting, organisation=bb, answer=None))
    assert room.row.expected == ()
    for items in ((1,), (2,)):
        room.run(
            planning.expect_guest(room.data, moment, meeting=room.meeting, name="Ina", items=items)
        )
    assert [g.items for g in room.row.guests] == [(2,)]


def test_meetings_are_numbered_by_body_and_year(planned: Room) -> None:
    room, moment = planned, planned.moment()
    body = room.run(network.add_body(room.data, moment, name="Team Karte")).result
    add = planning.add_meeting
    later = clock("09:00") + dt.timedelta(days=50)
    second = room.run(add(room.data, moment, start=later, words=words)).result
    own = room.run(add(room.data, moment, start=later, words=words, body=body.id)).result
    next_year = later.replace(year=2027)
    third = room.run(add(room.data, moment, start=next_year, words=words)).result
    assert [label(room.data, m) for m in (second, own, third)] == ["2026-2", "TK-2026-1", "2027-1"]
    assert following(room.data, room.row) == second
    room.run(planning.cancel(room.data, moment, meeting=second.id))
    assert following(room.data, room.row) == third
    room.run(planning.mark_invited(room.data, moment, meeting=third.id, on=DAY))
    invited = room.data.get(Meeting, third.id)
    assert (invited.status, invited.invited_on) == (MeetingStatus.INVITED, DAY)


@pytest.mark.parametrize("template", AgendaTemplate)
def test_templates_leave_out_what_does_not_apply(planned: Room, template: AgendaTemplate) -> None:
    items = agenda_from(planned.data, template, words, planned.new_id, body=planned.row.body)
    slots = [s for s in TEMPLATES[template] if not s.needs]
    assert [i.kind for i in items] == [s.kind for s in slots]
    assert sorted(i.number for i in items if i.number) == list(
        range(1, sum(1 for i in items if i.kind is not ItemKind.BREAK) + 1)
    )
    assert all("{" not in i.title for i in items)


def test_a_body_is_asked_to_approve_its_own_minutes_only(planned: Room) -> None:
    room, moment = planned, planned.moment()
    team = room.run(network.add_body(room.data, moment, name="Team Karte")).result
    for body in ("", team.id):
        before = clock("09:00") - dt.timedelta(days=30 if body else 60)
        room.run(
            planning.add_meeting(
                room.data, moment, start=before, words=words, body=body, external=True
            )
        )

    def asked(body: str) -> list[str]:
        made = planning.add_meeting(
            room.data,
            moment,
            start=clock("09:00") + dt.timedelta(days=50),
            words=words,
            body=body,
            template=AgendaTemplate.REGULAR,
        ).result
        sources = [i.source.partition(":")[2] for i in made.items if i.subject is Subject.MINUTES]
        return [label(room.data, room.data.get(Meeting, source)) for source in sources]

    assert asked("") == ["2026-2"]
    assert asked(team.id) == ["TK-2026-1"]


def test_undo_outside_a_meeting_is_the_inverse_of_the_own_change(planned: Room) -> None:
    room = planned
    before = room.data
    change = network.add_partner(before, room.moment(), code="XY", name="x", delegate="Ina Kurz")
    room.run(change)
    back = inverse(before, change)
    room.run(back(room.data))
    assert dict(room.data.tables) == dict(before.tables)


def test_undo_outside_a_meeting_is_refused_if_somebody_changed_the_row(planned: Room) -> None:
    room, moment = planned, planned.moment()
    before = room.data
    change = planning.change_meeting(before, moment, meeting=room.meeting, place="Rathaus")
    room.run(change)
    room.run(planning.change_meeting(room.data, moment, meeting=room.meeting, place="Saal"))
    with pytest.raises(Refused, match="Somebody changed this since"):
        inverse(before, change)(room.data)
    gone = room.data.rows(Organisation)[0]
    removal = Change(deletes=((Organisation, gone.id),))
    without = room.data.apply(removal)
    restored = without.apply(inverse(room.data, removal)(without))
    assert restored.find(Organisation, gone.id) == gone
    with pytest.raises(Refused, match="Somebody changed this since"):
        inverse(room.data, removal)(room.data)


def test_a_change_leaves_the_view_it_came_from_as_it_was(planned: Room) -> None:
    before = planned.data
    names = [o.code for o in before.rows(Organisation)]
    planned.run(network.add_partner(before, planned.moment(), code="XY", name="x"))
    assert [o.code for o in before.rows(Organisation)] == names
    assert isinstance(planned.data, Data)
    assert planned.data.generation == before.generation + 1

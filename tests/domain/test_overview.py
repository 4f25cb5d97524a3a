"""The first look after weeks away: next, overdue, to send, to approve, missing."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import minutes, network, planning
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import (
    Action,
    Meeting,
    MeetingStatus,
    Organisation,
    OrganisationStatus,
)
from kooperation_tui.domain.overview import Overview, after_days, overview
from tests.domain.played import held
from tests.domain.room import DAY, RULES, Room, clock
from tests.model_network import clock as model_clock
from tests.model_network import network as model_network

WEEKS = dt.timedelta(weeks=4)


def seen(room: Room, later: dt.timedelta = WEEKS) -> Overview:
    return overview(room.data, clock("09:00") + later)


def messages(found: Overview) -> list[str]:
    return [one.message.format(**one.args) for one in found.missing]


def closed(room: Room) -> None:
    room.go(2)
    room.noted()
    room.do(it.Close(force=True))


def test_a_network_before_its_first_meeting() -> None:
    room = Room(started=False, present=False, items=())
    found = seen(room, -dt.timedelta(days=2))
    assert (found.next, found.days_ahead, found.running) == (room.meeting, 2, "")
    assert messages(found) == [
        "The agenda is empty.",
        "The invitation is not sent.",
        "Who answers for data protection is not entered.",
    ]


def test_a_running_meeting_is_said(room: Room) -> None:
    found = seen(room, dt.timedelta())
    assert (found.running, found.next) == (room.meeting, "")
    assert "No meeting is planned." in messages(found)


def test_the_invitation_has_its_last_day() -> None:
    rules = msgspec.structs.replace(RULES, invitation_days=14)
    room = Room(rules=rules, started=False, present=False)
    found = seen(room, -dt.timedelta(days=20))
    assert (found.invite_by, found.invitation_late) == (DAY - dt.timedelta(days=14), False)
    assert seen(room, -dt.timedelta(days=13)).invitation_late
    room.run(planning.mark_invited(room.data, room.moment(), meeting=room.meeting))
    assert seen(room, -dt.timedelta(days=13)).invite_by is None
    assert room.row.status is MeetingStatus.INVITED


def test_actions_overdue_and_soon(room: Room) -> None:
    room.go(2)
    for title, days in (("spät", 20), ("bald", 35), ("später", 60)):
        room.do(
            it.TakeAction(
                title=title,
                owner_organisation=room.org("BB"),
                due=DAY + dt.timedelta(days=days),
            )
        )
    found = seen(room)
    titles = {a.id: a.title for a in room.data.rows(Action)}
    assert [titles[one] for one in found.overdue] == ["spät"]
    assert [titles[one] for one in found.due_soon] == ["bald"]
    assert found.running_actions == 3


def test_minutes_are_sent_then_approved() -> None:
    room = Room(rules=msgspec.structs.replace(RULES, minutes_days=5))
    closed(room)
    (waiting,) = seen(room).to_send
    assert (waiting.meeting, waiting.by, waiting.late) == (
        room.meeting,
        dt.date(2026, 10, 21),
        True,
    )
    record = minutes.as_sent(room.data, room.moment(), meeting=room.meeting, on=DAY, anyway=True)
    room.run(minutes.send(room.data, room.moment(), minutes=record, texts=()))
    room.run(
        minutes.object_to(
            room.data,
            room.moment(),
            meeting=room.meeting,
            organisation=room.org("JC"),
            text="TOP 2 stimmt nicht.",
            on=DAY,
        )
    )
    found = seen(room)
    assert found.to_send == ()
    assert [(m.meeting, m.objections) for m in found.to_approve] == [(room.meeting, 1)]
    room.run(minutes.approve(room.data, room.moment(), meeting=room.meeting, on=DAY))
    assert seen(room).to_approve == ()


def test_partners_without_a_person_are_named(room: Room) -> None:
    room.run(network.add_partner(room.data, room.moment(), code="NEU", name="Neu"))
    assert "Nobody is named for ('NEU',)." in messages(seen(room))


def test_the_model_network_after_its_meeting() -> None:
    found = overview(held().data, clock("12:00") + WEEKS)
    assert found.settled == 8
    assert found.next and found.days_ahead == 21
    assert len(found.overdue) > 0


def test_a_planned_day_that_went_by_is_asked_for() -> None:
    room = Room(started=False, present=False)
    asked = "Meeting 2026-1 on 2026-10-14 was not recorded; enter it from paper, or cancel it."
    assert asked in messages(seen(room))
    assert asked not in messages(seen(room, dt.timedelta()))
    room.run(planning.cancel(room.data, room.moment(), meeting=room.meeting))
    assert asked not in messages(seen(room))


def test_no_old_meeting_is_folded(room: Room) -> None:
    room.go(2)
    room.do(it.Say(kind=ev.NoteKind.NOTE, text="x"))
    closed(room)
    fresh = Data(room.data.tables)
    overview(fresh, clock("12:00"))
    assert fresh.derived == {}
    assert state_of(fresh, room.meeting).ended_at is not None


@pytest.mark.parametrize(
    ("count", "working", "until"), [(5, True, "2026-10-21"), (5, False, "2026-10-19")]
)
def test_working_days_leave_weekends_out(count: int, working: bool, until: str) -> None:
    assert after_days(DAY, count, working=working) == dt.date.fromisoformat(until)


def test_who_wants_to_join_and_where_it_is_heard() -> None:
    data = model_network()
    [one] = overview(data, model_clock(8)).admissions
    assert data.get(Organisation, one.organisation).status is OrganisationStatus.APPLICANT
    meeting = data.get(Meeting, one.meeting)
    assert (meeting.number, one.item) == (3, 6)
    later = overview(data, model_clock(8) + dt.timedelta(days=1)).admissions
    assert [(a.meeting, a.item) for a in later] == [("", 0)]

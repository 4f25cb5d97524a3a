"""A meeting held on paper and entered later: nothing is stamped with the moment of typing."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.afterwards import entered_afterwards
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.state import Phase
from tests.domain.room import Room, clock

WEEKS = dt.timedelta(days=28)


@pytest.fixture
def paper() -> Room:
    """A room four weeks after the meeting that nobody recorded."""
    room = Room(started=False, present=False)
    room.now += WEEKS
    return room


def is_afterwards(room: Room) -> bool:
    return entered_afterwards(room.data, room.row, room.state, room.now)


def test_attendance_and_start_hold_as_planned(paper: Room) -> None:
    assert is_afterwards(paper)
    came = paper.do(it.ArriveAll())
    assert came.at < paper.row.start
    start = paper.do(it.Start())
    assert start.at == paper.row.start == paper.state.started_at
    assert paper.state.afterwards
    assert {p.start for p in paper.state.presences} == {start.at}


def test_a_start_earlier_than_planned_makes_nobody_late(paper: Room) -> None:
    paper.do(it.ArriveAll())
    paper.do(it.Start(), at="08:50")
    assert {p.start for p in paper.state.presences} == {clock("08:50")}
    assert len(paper.state.represented(clock("08:50"))) == 5


def test_who_came_later_does_not_move_the_start(paper: Room) -> None:
    paper.do(it.Arrive(arrivals=(it.Arriving(organisation=paper.org("JC")),)), at="09:25")
    paper.do(it.Arrive(arrivals=(it.Arriving(organisation=paper.org("BB")),)))
    assert paper.do(it.Start()).at == clock("09:00")
    starts = {p.organisation: p.start for p in paper.state.presences}
    assert starts == {paper.org("BB"): clock("09:00"), paper.org("JC"): clock("09:25")}


def test_a_line_without_a_time_holds_with_the_last_one(paper: Room) -> None:
    paper.do(it.Start(), at="09:02")
    assert paper.say("Erstens", at="09:10").at == clock("09:10")
    assert paper.say("Zweitens").at == clock("09:10")
    assert paper.noted().at == clock("09:10")
    assert paper.do(it.Next()).at == clock("09:10")
    paper.noted()
    assert paper.do(it.Next(), at="09:40").at == clock("09:40")
    assert paper.do(it.Close(force=True)).at == clock("09:40") == paper.state.ended_at
    assert [i.used(paper.now) for i in paper.state.items[:2]] == [
        dt.timedelta(minutes=8),
        dt.timedelta(minutes=30),
    ]


def test_a_line_taken_back_does_not_set_the_time(paper: Room) -> None:
    paper.do(it.Start())
    paper.say("Gesagt", at="09:10")
    paper.say("Vertippt", at="23:10")
    paper.do(it.Undo())
    entry = paper.say("Weiter")
    assert entry.at == clock("09:10") and not entry.late


def test_once_closed_only_lines_with_a_time_are_taken(paper: Room) -> None:
    paper.do(it.Start())
    paper.do(it.Close(force=True), at="11:00")
    assert paper.state.phase is Phase.CLOSED
    with pytest.raises(Refused, match="begin the line with its time"):
        paper.say("Noch etwas")
    assert paper.say("Noch etwas", at="10:30").at == clock("10:30")


def test_in_the_evening_of_the_same_day_the_hours_since_tell_it() -> None:
    room = Room(started=False)
    room.do(it.Start(), "20:00", at="09:02")
    assert room.state.afterwards
    assert room.say("Ohne Uhrzeit").at == clock("09:02")


def test_it_can_be_said_that_a_meeting_was_held_already() -> None:
    room = Room(started=False)
    room.now = clock("11:00")
    assert room.do(it.Start(afterwards=True)).at == room.row.start
    assert room.say("Ohne Uhrzeit").at == room.row.start


def test_a_meeting_that_runs_is_not_entered_afterwards() -> None:
    room = Room()
    assert not room.state.afterwards
    assert room.say("Jetzt", "11:59").at == clock("11:59")
    assert room.say("Später am Abend", "22:30").at == clock("22:30")
    room.now = clock("23:59") + dt.timedelta(hours=1)
    assert room.say("Nach Mitternacht").at == room.now


def test_who_joins_late_with_the_laptop_is_not_taken_for_one_who_copies_paper() -> None:
    room = Room(started=False)
    room.do(it.Start(), "11:30", at="09:00")
    assert not room.state.afterwards
    assert room.say("Jetzt", "12:20").at == clock("12:20")


def test_a_meeting_nobody_closed_gets_no_times_of_another_day() -> None:
    room = Room()
    room.say("Das Letzte", "10:30")
    room.now += WEEKS
    assert is_afterwards(room)
    assert room.do(it.Close(force=True)).at == clock("10:30")


def test_changing_a_line_later_moves_no_clock(paper: Room) -> None:
    paper.do(it.Start())
    note = paper.say("Alt", at="09:10")
    paper.do(it.Close(force=True), at="11:00")
    paper.do(it.Edit(entry=note.id, text="Neu"))
    assert paper.state.last_line_at == clock("11:00")
    assert isinstance(paper.log[-1].what, ev.Revised)


def test_attendance_entered_in_the_evening_counts_from_the_start() -> None:
    room = Room(started=False, present=False)
    room.now = clock("20:00")
    room.do(it.ArriveAll())
    room.do(it.Start(afterwards=True))
    assert {p.start for p in room.state.presences} == {room.row.start}


def test_a_meeting_may_begin_after_its_planned_end() -> None:
    room = Room(started=False, present=False)
    room.now = clock("12:30")
    room.do(it.ArriveAll())
    assert room.do(it.Start()).at == room.now
    assert not room.state.afterwards
    assert {p.start for p in room.state.presences} == {room.now}
    assert room.say("Jetzt", "12:40").at == clock("12:40")

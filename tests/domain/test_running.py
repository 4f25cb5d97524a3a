"""The run of a meeting: items, breaks, outcomes, close, time."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.model import MeetingStatus, ParkingItem
from kooperation_tui.domain.running import forecast, has_outcome, time_left
from kooperation_tui.domain.state import Phase
from tests.domain.room import Room, clock


def numbers(room: Room) -> list[int]:
    return [i.item.number for i in room.state.items]


def test_an_item_does_not_end_without_an_outcome(room: Room) -> None:
    with pytest.raises(Refused, match="Item 1 has no outcome yet"):
        room.do(it.Next())
    with pytest.raises(Refused, match="Item 1 has no outcome yet"):
        room.do(it.Close())
    outcomes: tuple[it.Intent, ...] = (
        it.TakeAction(title="Tun", owner_organisation=room.org("BB")),
        it.SetOutcome(kind=ev.OutcomeKind.DROPPED, text="erledigt sich"),
        it.SetOutcome(kind=ev.OutcomeKind.PARKED),
        it.SetOutcome(kind=ev.OutcomeKind.POSTPONED),
    )
    for intent in outcomes:
        fresh = Room()
        fresh.do(intent)
        fresh.do(it.Next())
        assert fresh.state.running == fresh.item(2)
    room.decide()
    assert has_outcome(room.state, room.item(1))


def test_a_parked_item_keeps_the_number_of_its_topic_in_the_log(room: Room) -> None:
    room.do(it.SetOutcome(kind=ev.OutcomeKind.PARKED))
    outcome = room.log[-1].what
    assert isinstance(outcome, ev.Outcome)
    topic = room.data.get(ParkingItem, outcome.parking)
    assert outcome.number == topic.number == "TS-2026-01"


def test_an_open_wording_holds_the_item(room: Room) -> None:
    room.noted()
    room.do(it.Propose(text="x"))
    for intent in (it.Next(), it.GoTo(number=3), it.Close()):
        with pytest.raises(Refused, match="A wording is still open"):
            room.do(intent)
    assert "A wording is open: {text}" in [g.message for g in gaps(room.data, room.state)]


def test_a_meeting_does_not_close_over_an_open_wording_of_any_item(room: Room) -> None:
    room.do(it.TakeAction(title="Tun", owner_organisation=room.org("BB")))
    room.do(it.Propose(text="zu 2"), under=2)
    with pytest.raises(Refused, match="A wording is still open"):
        room.do(it.Close())


def test_an_item_pulled_in_comes_first_and_the_other_goes_on(room: Room) -> None:
    room.say("zuerst", "09:05")
    room.do(it.GoTo(number=4), "09:10")
    with pytest.raises(Refused, match="Item 4 is running already"):
        room.do(it.GoTo(number=4))
    room.noted()
    room.do(it.GoTo(number=1), "09:20")
    one = room.state.numbered(1)
    assert one is not None
    assert [run.start for run in one.runs] == [clock("09:00"), clock("09:20")]
    assert one.used(clock("09:30")) == dt.timedelta(minutes=20)
    four = room.state.numbered(4)
    assert four is not None
    assert four.ended == clock("09:20")
    room.noted()
    room.do(it.Next())
    assert room.state.running == room.item(2)
    assert numbers(room) == [1, 4, 2, 3, 0, 5]
    assert [i.moved for i in room.state.items][:3] == [False, True, False]


def test_the_agenda_goes_on_where_an_item_was_pulled_in(room: Room) -> None:
    room.noted()
    room.go(4)
    treated = []
    for _ in range(4):
        room.noted()
        room.do(it.Next())
        treated.append(room.state.break_running or room.state.running)
    numbered = {i.item.id: i.item.number for i in room.state.items}
    assert [numbered[i] for i in treated] == [2, 3, 0, 5]


def test_a_break_that_was_passed_does_not_come_back(room: Room) -> None:
    for number in (1, 2, 3, 4):
        room.go(number)
        room.noted()
    room.do(it.Next())
    assert room.state.running == room.item(5)


def test_before_changes_the_order_and_no_number(room: Room) -> None:
    room.do(it.MoveBefore(number=4, before=2))
    assert numbers(room) == [1, 4, 2, 3, 0, 5]
    for intent, words in (
        (it.MoveBefore(number=1, before=2), "Item 1 has been treated"),
        (it.MoveBefore(number=2, before=2), "two different items"),
        (it.MoveBefore(number=2, before=9), "no item 9"),
    ):
        with pytest.raises(Refused, match=words):
            room.do(intent)
    room.noted()
    room.do(it.Next())
    assert room.state.running == room.item(4)


def test_a_planned_break_comes_in_its_place_and_goes_on_with_next(room: Room) -> None:
    for number in (1, 2, 3):
        room.go(number)
        room.noted()
    room.do(it.Pause(), "10:00")
    assert room.state.phase is Phase.PAUSED
    with pytest.raises(Refused, match="It is a break already"):
        room.do(it.Pause())
    room.do(it.Next(), "10:10")
    rest = next(i for i in room.state.items if not i.item.number)
    assert rest.planned
    assert rest.used(clock("12:00")) == dt.timedelta(minutes=10)
    assert room.state.running == room.item(4)


def test_an_unplanned_break_interrupts_the_item(room: Room) -> None:
    room.do(it.Pause(minutes=5), "09:10")
    assert room.row.status is MeetingStatus.RUNNING
    note = room.say("im Flur", "09:12")
    room.do(it.Resume(), "09:20")
    with pytest.raises(Refused, match="no break to end"):
        room.do(it.Resume())
    item = room.state.items[0]
    assert item.used(clock("09:30")) == dt.timedelta(minutes=20)
    assert [i.planned for i in room.state.items if not i.item.number] == [False, True]
    entry = room.state.entry(note.id)
    assert entry is not None
    assert entry.item == room.item(1)


def test_time_left_and_forecast_follow_the_plan(room: Room) -> None:
    item = room.state.items[0]
    assert time_left(item, clock("09:25")) == dt.timedelta(minutes=-5)
    room.do(it.Extend(minutes=10))
    assert time_left(room.state.items[0], clock("09:25")) == dt.timedelta(minutes=5)
    assert forecast(room.state, clock("09:25")) == clock("11:10")
    room.do(it.SetMinutes(number=5, minutes=0))
    assert forecast(room.state, clock("09:25")) == clock("10:50")
    room.do(it.Close(force=True), "10:00")
    assert forecast(room.state, clock("12:00")) == clock("10:00")


def test_agenda_lines_are_refused_in_words(room: Room) -> None:
    for intent, words in (
        (it.AddItem(title=" "), "needs a title"),
        (it.AddItem(title="x", minutes=-1), "cannot be negative"),
        (it.SetMinutes(number=2, minutes=-1), "cannot be negative"),
        (it.Extend(minutes=0), "by how many minutes"),
        (it.NextMeeting(start=clock("08:00")), "later than this one"),
    ):
        with pytest.raises(Refused, match=words):
            room.do(intent)


def test_after_the_last_item_the_meeting_closes(room: Room) -> None:
    for number in range(1, 6):
        room.go(number)
        room.noted()
    with pytest.raises(Refused, match="That was the last item"):
        room.do(it.Next())
    room.do(it.Close(), "11:00")
    assert (room.row.status, room.row.ended_at) == (MeetingStatus.CLOSED, clock("11:00"))
    assert all(i.ended is not None for i in room.state.items if i.item.number)
    assert all(p.end == clock("11:00") for p in room.state.presences)


def test_every_gap_is_named_and_closing_in_spite_of_it_is_possible(room: Room) -> None:
    flag = room.do(it.Say(kind=ev.NoteKind.GAP, text=""), "09:10")
    room.do(it.Close(force=True), "10:00")
    found = {g.message: g for g in gaps(room.data, room.state)}
    assert found["A gap is marked at {time}."].entry == flag.id
    assert found["Item {number} has no outcome."].args == {"number": 1}
    room.do(it.Delete(entry=flag.id))
    assert "A gap is marked at {time}." not in {g.message for g in gaps(room.data, room.state)}


def test_a_planned_meeting_has_no_gaps_and_a_cancelled_one_no_start() -> None:
    room = Room(started=False)
    assert gaps(room.data, room.state) == ()
    room.put(msgspec.structs.replace(room.row, status=MeetingStatus.CANCELLED))
    with pytest.raises(Refused, match="was cancelled"):
        room.do(it.Start())
    room.put(msgspec.structs.replace(room.row, status=MeetingStatus.CLOSED, external=True))
    with pytest.raises(Refused, match="exist elsewhere"):
        room.do(it.Start(), at="09:00")

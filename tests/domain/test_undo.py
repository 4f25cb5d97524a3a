"""Undo of each kind of line gives the tables back (rule 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import KINDS
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Decision,
    Disposition,
    Meeting,
    MeetingStatus,
    ParkingItem,
    Record,
    Role,
)
from kooperation_tui.domain.state import MeetingState, WordingState
from tests.domain.room import DAY, Room, clock

LATER = dt.date(2026, 12, 2)


def rows(room: Room) -> dict[str, list[Record]]:
    """All rows but the log; what was taken back stays in its register."""

    def stands(record: Record) -> bool:
        match record:
            case Decision(status=status) | Action(status=status):
                return status.value != "retracted"
            case ParkingItem(disposition=disposition):
                return disposition is not Disposition.RETRACTED
            case _:
                return True

    return {
        kind.TABLE: [r for r in room.data.rows(kind) if stands(r)]
        for kind in KINDS
        if kind is not ev.Event
    }


def shown(state: MeetingState) -> MeetingState:
    """The state without the counters of the log."""
    return msgspec.structs.replace(state, last_at=None, last_seq=0)


def _prepared(room: Room) -> None:
    """Something of each kind that the lines below can refer to."""
    room.do(it.TakeAction(title="Tun", owner_organisation=room.org("BB"), due_reason="bald"))
    room.do(it.Park(text="Später"))
    room.do(it.AddOption(label="A", text="a"))
    room.decide("Alt")
    room.do(it.GuestIn(name="Hannah Nowak"))
    room.do(it.Propose(text="Offen", point="p3"))
    room.do(
        it.RaiseObjection(kind=ev.ObjectionKind.PARAMOUNT, organisation=room.org("BB"), text="x")
    )
    room.say("Notiz")


LINES: dict[str, Callable[[Room], it.Intent]] = {
    "note": lambda r: it.Say(kind=ev.NoteKind.NOTE, text="x"),
    "gap": lambda r: it.Say(kind=ev.NoteKind.GAP, text=""),
    "annex": lambda r: it.Say(kind=ev.NoteKind.ANNEX, text="x"),
    "continued": lambda r: it.Continue(text="mehr"),
    "substitute": lambda r: it.Substitute(old="Notiz", new="Satz"),
    "edit action": lambda r: it.Edit(entry=r.actions[0].event, text="Anders"),
    "edit topic": lambda r: it.Edit(entry=r.topics[0].event, text="Anders"),
    "delete note": lambda r: it.Delete(entry=r.log[-1].id),
    "delete action": lambda r: it.Delete(entry=r.actions[0].event),
    "delete topic": lambda r: it.Delete(entry=r.topics[0].event),
    "move": lambda r: it.MoveEntry(entry=r.actions[0].event, item=r.item(2)),
    "mark": lambda r: it.Mark(entry=r.log[-1].id),
    "second wording": lambda r: it.Propose(text="Besser"),
    "bind": lambda r: it.BindPoint(point="p8"),
    "vote": lambda r: it.TakeVote(yes=5, no=0, abstain=0),
    "rejected vote": lambda r: it.TakeVote(yes=0, no=5, abstain=0),
    "silence": lambda r: it.NobodyOpposes(),
    "consensus": lambda r: it.TakeConsensus(),
    "fist": lambda r: it.TakeFist(counts=(1, 1, 1, 1, 1, 0)),
    "option": lambda r: it.AddOption(label="B", text="b"),
    "resistance": lambda r: it.TakeResistance(sums=(("A", 3), ("N", 4))),
    "straw": lambda r: it.TakeStraw(text="x"),
    "withdraw": lambda r: it.EndWording(withdrawn=True),
    "reject": lambda r: it.EndWording(withdrawn=False),
    "objection": lambda r: it.RaiseObjection(
        kind=ev.ObjectionKind.CONCERN, organisation=r.org("JC"), text="x"
    ),
    "settled": lambda r: it.SettleObjection(number=1, integrated=True),
    "recused": lambda r: it.Recuse(organisation=r.org("JC")),
    "review": lambda r: it.Review(on=LATER),
    "action": lambda r: it.TakeAction(title="y", owner_organisation=r.org("JC")),
    "progress": lambda r: it.ProgressAction(
        action=r.actions[0].id, due=LATER, owner_organisation=r.org("JC"), reason="x"
    ),
    "done": lambda r: it.ProgressAction(action=r.actions[0].id, status=ActionStatus.DONE),
    "park": lambda r: it.Park(text="y"),
    "disposed": lambda r: it.DisposeParking(
        parking=r.topics[0].id, disposition=Disposition.BODY, target="x", target_on=LATER
    ),
    "leave": lambda r: it.Leave(organisations=r.orgs("JC")),
    "guest in": lambda r: it.GuestIn(name="Ina Kurz"),
    "guest out": lambda r: it.GuestOut(name="Hannah Nowak"),
    "role": lambda r: it.TakeRole(role=Role.MINUTES, person=r.person("JC")),
    "pause": lambda r: it.Pause(minutes=5),
    "extend": lambda r: it.Extend(minutes=5),
    "close": lambda r: it.Close(force=True),
    "add item": lambda r: it.AddItem(title="Neu"),
    "before": lambda r: it.MoveBefore(number=4, before=2),
    "minutes": lambda r: it.SetMinutes(number=2, minutes=5),
    "noted": lambda r: it.SetOutcome(kind=ev.OutcomeKind.NOTED),
    "parked": lambda r: it.SetOutcome(kind=ev.OutcomeKind.PARKED),
    "next meeting": lambda r: it.NextMeeting(start=clock("09:00") + dt.timedelta(days=49)),
}


@pytest.mark.parametrize("line", LINES)
def test_undo_gives_tables_and_state_back(room: Room, line: str) -> None:
    _prepared(room)
    before, state = rows(room), shown(room.state)
    room.do(LINES[line](room), "09:30")
    assert (rows(room), shown(room.state)) != (before, state)
    room.do(it.Undo(), "09:31")
    assert rows(room) == before
    assert shown(room.state) == state


def test_undo_of_next_start_and_arrivals(room: Room) -> None:
    fresh = Room(started=False, present=False)
    fresh.put(msgspec.structs.replace(fresh.row, status=MeetingStatus.INVITED, invited_on=DAY))
    before = rows(fresh)
    fresh.do(it.Start(), "09:00")
    fresh.do(it.ArriveAll())
    fresh.do(it.Undo())
    fresh.do(it.Undo())
    assert rows(fresh) == before
    assert fresh.state.presences == ()
    fresh.do(it.Start(), "09:05")
    assert fresh.state.started_at == clock("09:05")
    room.noted()
    room.do(it.Next())
    room.do(it.Undo())
    assert room.state.running == room.item(1)


def test_start_is_not_taken_back_once_something_was_written(room: Room) -> None:
    fresh = Room(started=False)
    fresh.do(it.Start(), "09:00", seat="moderator")
    fresh.say("Begrüßung", seat="minutes")
    with pytest.raises(Refused, match="has begun already"):
        fresh.do(it.Undo(), seat="moderator")


def test_undo_of_a_ballot_that_something_followed_voids_it(room: Room) -> None:
    room.do(it.Propose(text="x"), seat="minutes")
    room.do(it.TakeVote(yes=5, no=0, abstain=0), seat="minutes")
    room.say("danach", seat="moderator")
    event = room.do(it.Undo(), seat="minutes")
    assert isinstance(event.what, ev.Voided)
    assert [d.status.value for d in room.decisions] == ["void"]
    assert room.state.countings[0].void
    assert room.stands() is WordingState.OPEN


def test_undo_goes_on_backwards_past_a_voided_ballot(room: Room) -> None:
    first = room.say("zuerst", seat="minutes")
    room.do(it.Propose(text="x"), seat="minutes")
    room.do(it.TakeVote(yes=5, no=0, abstain=0), seat="minutes")
    room.say("danach", seat="moderator")
    room.do(it.Undo(), seat="minutes")
    with pytest.raises(Refused, match="A wording is still open"):
        room.do(it.Undo(), seat="minutes")
    room.do(it.EndWording(withdrawn=True), seat="moderator")
    with pytest.raises(Refused, match="has a result"):
        room.do(it.Undo(), seat="minutes")
    assert room.state.entry(first.id) is not None


def test_undo_twice_takes_back_what_followed_and_then_the_ballot(room: Room) -> None:
    room.decide()
    room.say("danach")
    room.do(it.Undo())
    event = room.do(it.Undo())
    assert isinstance(event.what, ev.Retracted)
    assert [d.status.value for d in room.decisions] == ["retracted"]
    room.do(it.Undo())
    assert room.state.wordings == ()


def test_undo_of_a_repeat_leaves_the_void_ballot(room: Room) -> None:
    room.decide()
    room.do(it.VoidBallot(reason="verzählt"))
    before = room.decisions
    room.do(it.TakeVote(yes=3, no=2, abstain=0))
    room.do(it.Undo())
    assert [d.status for d in room.decisions] == [d.status for d in before]
    room.do(it.EndWording(withdrawn=False))
    room.do(it.Undo())
    assert [(d.number, d.status.value) for d in room.decisions] == [("B-2026-1-1", "void")]


def test_a_wording_that_the_other_seat_decided_is_not_taken_away(room: Room) -> None:
    room.do(it.Propose(text="x"), seat="minutes")
    room.do(it.TakeVote(yes=5, no=0, abstain=0), seat="moderator")
    with pytest.raises(Refused, match="has a result"):
        room.do(it.Undo(), seat="minutes")
    assert room.decisions[0].status == "in_force"


def test_an_item_that_ran_is_not_taken_away(room: Room) -> None:
    room.do(it.AddItem(title="Neu"), seat="moderator")
    room.noted()
    room.go(6)
    room.say("unter Neu")
    with pytest.raises(Refused, match="Item 6 has been treated already"):
        room.do(it.Undo(), seat="moderator")


def test_a_rejection_is_not_taken_back_over_another_open_wording(room: Room) -> None:
    room.do(it.Propose(text="x"))
    room.do(it.EndWording(withdrawn=True), seat="moderator")
    room.do(it.Propose(text="y"))
    with pytest.raises(Refused, match="Another wording is open"):
        room.do(it.Undo(), seat="moderator")


def test_progress_of_an_action_that_changed_since_is_not_taken_back(room: Room) -> None:
    room.do(it.TakeAction(title="Tun", owner_organisation=room.org("BB")))
    action = room.actions[0].id
    room.do(it.ProgressAction(action=action, status=ActionStatus.IN_PROGRESS), seat="minutes")
    room.do(it.ProgressAction(action=action, status=ActionStatus.DONE), seat="moderator")
    with pytest.raises(Refused, match="M-2026-001 has changed since"):
        room.do(it.Undo(), seat="minutes")


def test_a_next_meeting_that_was_planned_before_gets_its_date_back(room: Room) -> None:
    room.do(it.NextMeeting(start=clock("09:00") + dt.timedelta(days=49), place="Bibliothek"))
    made = room.data.rows(Meeting)[-1]
    assert (made.number, made.place) == (2, "Bibliothek")
    room.do(it.NextMeeting(start=clock("10:00") + dt.timedelta(days=50)))
    assert room.data.rows(Meeting)[-1].start == clock("10:00") + dt.timedelta(days=50)
    room.do(it.Undo())
    assert room.data.rows(Meeting)[-1] == made
    room.do(it.Undo())
    assert len(room.data.rows(Meeting)) == 1


def test_a_wording_of_both_seats_stays_as_long_as_a_ballot_rests_on_it(room: Room) -> None:
    room.do(it.Propose(text="x"), seat="moderator")
    room.do(it.Propose(text="y"), seat="minutes")
    room.do(it.Undo(), seat="moderator")
    room.do(it.NobodyOpposes(), seat="minutes")
    room.say("danach", seat="moderator")
    room.do(it.Undo(), seat="minutes")
    with pytest.raises(Refused, match="A wording is still open"):
        room.do(it.Undo(), seat="minutes")
    assert room.wording.text == "y"


def test_words_under_a_result_are_not_taken_back(room: Room) -> None:
    room.do(it.Propose(text="x"), seat="moderator")
    room.do(it.Continue(text="y"), seat="moderator")
    room.do(it.NobodyOpposes(), seat="minutes")
    with pytest.raises(Refused, match="has a result"):
        room.do(it.Undo(), seat="moderator")


def test_a_topic_goes_where_the_other_seat_sent_it(room: Room) -> None:
    room.do(it.Park(text="Später"))
    topic = room.topics[0].id
    for seat, way in (("moderator", Disposition.AGENDA), ("minutes", Disposition.DROPPED)):
        room.do(it.DisposeParking(parking=topic, disposition=way), seat=seat)
    room.do(it.Undo(), seat="moderator")
    assert room.topics[0].disposition == Disposition.DROPPED.value
    room.do(it.Undo(), seat="minutes")
    assert room.topics[0].disposition == Disposition.OPEN.value
    room.do(it.Undo())
    with pytest.raises(Refused, match="was taken back"):
        room.do(it.DisposeParking(parking=topic, disposition=Disposition.AGENDA))

"""What a decision changes beside the log, and that it is taken back with it (I-20, I-22)."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BlockState,
    Meeting,
    Minutes,
    MinutesObjection,
    MinutesStatus,
    Subject,
)
from tests.domain.room import DAY, Room, clock


def earlier(room: Room, **minutes: object) -> Meeting:
    """A meeting before this one, with minutes that were sent."""
    start = clock("09:00") - dt.timedelta(days=60)
    change = planning.add_meeting(
        room.data, room.moment(), start=start, words=str, number=9, external=True
    )
    meeting = room.run(change).result
    assert isinstance(meeting, Meeting)
    sent = Minutes(
        id=room.new_id(),
        meeting=meeting.id,
        status=MinutesStatus.SENT,
        sent_on=start.date() + dt.timedelta(days=7),
    )
    room.put(msgspec.structs.replace(sent, **minutes))
    return meeting


def minutes_of(room: Room) -> Minutes:
    return room.data.rows(Minutes)[0]


def approve(room: Room, meeting: Meeting) -> None:
    room.do(it.Propose(text="Das Protokoll wird genehmigt."))
    room.do(it.ApproveMinutes(meeting=meeting.id))
    room.do(it.Correct(item=4, old="übernimmt", new="prüft"))
    room.do(it.NobodyOpposes())


def test_i22_a_point_takes_its_state_from_the_result(room: Room) -> None:
    room.do(it.Propose(text="Punkt 3", point="p3"))
    room.do(it.BindPoint(point="p8"))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    for key in ("p3", "p8"):
        block = room.block(key)
        assert (block.state, block.decision, block.agreed_on) == (
            BlockState.AGREED,
            "B-2026-1-1",
            DAY,
        )
    assert room.decisions[0].subject is Subject.AGREEMENT
    assert room.block("p1").state is BlockState.OPEN


def test_i22_a_rejected_point_stays_as_it_was(room: Room) -> None:
    before = room.block("p3")
    room.do(it.Propose(text="Punkt 3", point="p3"))
    room.do(it.TakeVote(yes=0, no=5, abstain=0))
    assert room.block("p3") == before


@pytest.mark.parametrize("back", [it.Undo(), it.VoidBallot(reason="verzählt")])
@pytest.mark.parametrize(
    "was",
    [
        {"state": BlockState.DRAFT, "text": "Entwurf"},
        {"state": BlockState.AGREED, "decision": "", "agreed_on": dt.date(2024, 1, 1)},
        {"state": BlockState.NOT_NEEDED, "reason": "gibt es nicht"},
    ],
)
def test_undo_and_void_give_a_point_back_its_state(
    room: Room, back: it.Intent, was: dict[str, object]
) -> None:
    room.put(msgspec.structs.replace(room.block("p3"), **was))
    before = room.block("p3")
    room.do(it.Propose(text="Punkt 3", point="p3"))
    room.do(it.NobodyOpposes())
    assert room.block("p3").decision == "B-2026-1-1"
    room.do(back)
    assert room.block("p3") == before


def test_a_point_does_not_fall_back_on_a_decision_that_is_gone(room: Room) -> None:
    room.put(msgspec.structs.replace(room.block("p3"), text="Entwurf", state=BlockState.DRAFT))
    for seat, text in (("moderator", "zuerst"), ("minutes", "danach")):
        room.do(it.Propose(text=text, point="p3"), seat=seat)
        room.do(it.NobodyOpposes(), seat=seat)
    room.do(it.Undo(), seat="moderator")
    room.do(it.EndWording(withdrawn=True), seat="moderator")
    assert room.block("p3").decision == "B-2026-1-2"
    room.do(it.Undo(), seat="minutes")
    assert (room.block("p3").state, room.block("p3").decision) == (BlockState.DRAFT, "")


def test_a_point_written_anew_since_is_left_alone(room: Room) -> None:
    room.do(it.Propose(text="Punkt 3", point="p3"))
    room.do(it.NobodyOpposes())
    changed = msgspec.structs.replace(
        room.block("p3"), text="neu", state=BlockState.DRAFT, decision="", agreed_on=None
    )
    room.put(changed)
    room.do(it.VoidBallot(reason="verzählt"))
    assert room.block("p3") == changed


def test_i20_minutes_are_approved_with_corrections_by_decision(room: Room) -> None:
    meeting = earlier(room)
    approve(room, meeting)
    known = minutes_of(room)
    assert (known.status, known.approved_on, known.approved_by) == (
        MinutesStatus.APPROVED,
        DAY,
        "B-2026-1-1",
    )
    assert [(c.item, c.old, c.new) for c in known.corrections] == [(4, "übernimmt", "prüft")]
    assert room.decisions[0].subject is Subject.MINUTES


@pytest.mark.parametrize("back", [it.Undo(), it.VoidBallot(reason="verzählt")])
@pytest.mark.parametrize("objected", [False, True])
def test_undo_and_void_take_the_approval_back(room: Room, back: it.Intent, objected: bool) -> None:
    objection = MinutesObjection(organisation=room.org("BB"), received_on=DAY, text="TOP 4")
    given = {"status": MinutesStatus.OBJECTIONS, "objections": (objection,)} if objected else {}
    meeting = earlier(room, **given)
    before = minutes_of(room)
    approve(room, meeting)
    room.do(back)
    assert minutes_of(room) == before


def test_i20_a_later_decision_adds_corrections_and_keeps_the_approval(room: Room) -> None:
    meeting = earlier(room)
    approve(room, meeting)
    approved = minutes_of(room)
    room.do(it.Propose(text="Noch eine Berichtigung."))
    room.do(it.ApproveMinutes(meeting=meeting.id))
    room.do(it.NobodyOpposes())
    again = minutes_of(room)
    assert (again.approved_by, again.approved_on) == ("B-2026-1-1", approved.approved_on)
    assert again.corrections[: len(approved.corrections)] == approved.corrections
    room.do(it.Undo())
    assert minutes_of(room) == approved


def test_a_correction_means_the_minutes_before_this_meeting(room: Room) -> None:
    with pytest.raises(Refused, match="no earlier minutes"):
        room.do(it.Correct(item=4, old="a", new="b"))
    meeting = earlier(room)
    with pytest.raises(Refused, match="Name the passage"):
        room.do(it.Correct(item=4, old=" ", new="b"))
    room.do(it.Correct(item=4, old="a", new="b"))
    assert [c.meeting for c in room.state.corrections] == [meeting.id]


def test_minutes_of_this_or_a_later_meeting_cannot_be_approved_here(room: Room) -> None:
    room.do(it.Propose(text="Protokoll"))
    with pytest.raises(Refused, match="2026-1 cannot be approved here"):
        room.do(it.ApproveMinutes(meeting=room.meeting))


def test_a_void_taken_back_lets_the_result_stand_again(room: Room) -> None:
    meeting = earlier(room)
    room.do(it.Propose(text="Punkt 3", point="p3"))
    room.do(it.ApproveMinutes(meeting=meeting.id))
    room.do(it.NobodyOpposes())
    rows = (room.decisions, room.block("p3"), minutes_of(room))
    room.do(it.VoidBallot(reason="verzählt"))
    assert (room.decisions, room.block("p3"), minutes_of(room)) != rows
    room.do(it.Undo())
    assert (room.decisions, room.block("p3"), minutes_of(room)) == rows


def test_a_void_is_not_taken_back_once_the_wording_went_on(room: Room) -> None:
    room.decide()
    room.do(it.VoidBallot(reason="verzählt"), seat="moderator")
    room.do(it.Propose(text="anders"), seat="minutes")
    with pytest.raises(Refused, match="has gone on since"):
        room.do(it.Undo(), seat="moderator")

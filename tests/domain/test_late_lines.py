"""A line recorded late carries its time and lands in its place (rule 2)."""

from __future__ import annotations

import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.state import Span
from tests.domain.room import Room, clock


def test_a_late_next_takes_along_what_came_after_it(room: Room) -> None:
    room.noted()
    room.say("noch zu 1", "09:15")
    room.say("schon zu 2", "09:20")
    action = room.do(it.TakeAction(title="Tun", owner_organisation=room.org("BB")), "09:21")
    topic = room.do(it.Park(text="Später"), "09:22")
    assert [room.actions[0].item, room.topics[0].item] == [1, 1]
    room.do(it.Next(), "09:25", at="09:18")
    assert room.texts(1) == ["noch zu 1"]
    assert room.texts(2) == ["schon zu 2", "Tun", "Später"]
    assert [room.actions[0].item, room.topics[0].item] == [2, 2]
    assert {room.actions[0].event, room.topics[0].event} == {action.id, topic.id}
    first, second = room.state.items[:2]
    assert first.runs == (Span(start=clock("09:00"), end=clock("09:18")),)
    assert second.runs == (Span(start=clock("09:18")),)


def test_ballots_stay_with_their_item_when_a_late_next_moves_the_rest(room: Room) -> None:
    room.noted()
    event = room.do(it.Propose(text="Beschluss"), "09:20")
    ballot = room.do(it.TakeVote(yes=5, no=0, abstain=0), "09:21")
    before = room.state.countings
    room.say("danach", "09:22")
    room.do(it.Next(), "09:25", at="09:18")
    assert room.state.countings == before
    assert room.wording.item == room.item(1)
    assert room.decisions[0].item == 1
    items = {e.id: e.item for e in room.state.entries}
    assert items[event.id] == items[ballot.id] == room.item(1)
    assert room.texts(2) == ["danach"]


def test_a_rejected_wording_stays_with_its_item_too(room: Room) -> None:
    room.noted()
    room.do(it.Propose(text="Antrag"), "09:20")
    room.do(it.EndWording(withdrawn=False), "09:21")
    room.do(it.Next(), "09:25", at="09:18")
    assert room.wording.item == room.item(1)
    assert room.decisions[0].item == 1


def test_undo_of_a_next_gives_rows_back_their_item(room: Room) -> None:
    room.noted()
    room.do(it.Next(), "09:10", seat="moderator")
    room.do(it.TakeAction(title="Tun", owner_organisation=room.org("BB")), "09:12", seat="minutes")
    assert room.actions[0].item == 2
    room.do(it.Undo(), "09:13", seat="moderator")
    assert room.actions[0].item == 1


def test_a_line_for_a_named_item_belongs_there(room: Room) -> None:
    room.do(it.TakeAction(title="Tun", owner_organisation=room.org("BB")), "09:05", under=2)
    assert room.actions[0].item == 2
    assert room.texts(2) == ["Tun"]
    room.noted()
    room.do(it.Next(), "09:25", at="09:02")
    assert room.actions[0].item == 2


def test_a_late_departure_leaves_the_ballot_and_shows_a_gap(room: Room) -> None:
    """I-04: what was frozen stays; the count is asked again."""
    room.do(it.Propose(text="Beschluss"), "09:40")
    ballot = room.do(it.TakeVote(yes=5, no=0, abstain=0), "09:50")
    frozen = room.state.countings[0]
    room.do(it.Leave(organisations=room.orgs("HWK")), "09:55", at="09:45")
    assert room.state.countings[0] == frozen
    assert len(room.state.represented(clock("09:50"))) == 4
    found = [g for g in gaps(room.data, room.state) if g.entry == ballot.id]
    assert [(g.args["number"], g.args["then"], g.args["now"]) for g in found] == [
        ("B-2026-1-1", 5, 4)
    ]


@pytest.mark.parametrize("at", ["", "09:50"])
@pytest.mark.parametrize("goes", [True, False])
def test_within_the_minute_of_a_ballot_the_order_of_the_log_counts(
    room: Room, at: str, goes: bool
) -> None:
    """Who comes or goes after the count changes nothing about it, with a typed time or not."""
    if not goes:
        room.do(it.Leave(organisations=room.orgs("HWK")), "09:30")
    room.do(it.Propose(text="Beschluss"), "09:40")
    ballot = room.do(it.TakeVote(yes=4, no=0, abstain=0), "09:50:20")
    move: it.Intent = it.Leave(organisations=room.orgs("HWK"))
    if not goes:
        move = it.Arrive(arrivals=(it.Arriving(organisation=room.org("HWK")),))
    room.do(move, "09:50:20" if not at else "09:55", at=at)
    assert [g for g in gaps(room.data, room.state) if g.entry == ballot.id] == []


def test_a_late_ballot_counts_who_was_there_then(room: Room) -> None:
    room.do(it.Propose(text="Beschluss"), "09:10")
    room.do(it.Leave(organisations=room.orgs("HWK", "AA")), "09:20")
    room.do(it.TakeVote(yes=5, no=0, abstain=0), "09:25", at="09:15")
    assert len(room.state.countings[0].ballot.represented) == 5


def test_a_late_action_knows_who_was_in_the_room_then(room: Room) -> None:
    """I-02: the owner said yes if they were there when it was taken."""
    room.do(it.Leave(organisations=room.orgs("HWK")), "09:20")
    room.do(it.TakeAction(title="Jetzt", owner_organisation=room.org("HWK")), "09:25")
    room.do(it.TakeAction(title="Vorhin", owner_organisation=room.org("HWK")), at="09:10")
    assert [a.accepted for a in room.actions] == [False, True]


def test_a_late_action_and_its_row_belong_to_the_item_that_ran_then(room: Room) -> None:
    room.noted()
    room.do(it.Next(), "09:20")
    room.do(it.TakeAction(title="Vorhin", owner_organisation=room.org("BB")), "09:25", at="09:10")
    assert room.texts(1) == ["Vorhin"]
    assert room.actions[0].item == 1


def test_a_guest_counts_as_in_the_room_at_the_time_of_a_late_admission_ballot(
    room: Room,
) -> None:
    room.noted()
    room.go(4)
    room.do(it.GuestIn(name="Hannah Nowak"), "09:40")
    room.do(it.GuestOut(name="Hannah Nowak"), "09:50")
    room.do(it.Propose(text="Aufnahme"), "09:55")
    room.do(it.TakeVote(yes=5, no=0, abstain=0), at="09:45")
    assert room.state.countings[0].ballot.warnings == ("invitation_unknown", "guest_present")


def test_a_late_pause_and_resume_split_the_item(room: Room) -> None:
    room.say("danach", "09:40")
    room.do(it.Pause(minutes=10), at="09:20")
    room.do(it.Resume(), at="09:30")
    item = room.state.items[0]
    assert item.runs == (
        Span(start=clock("09:00"), end=clock("09:20")),
        Span(start=clock("09:30")),
    )
    assert room.texts(1) == ["danach"]
    assert not room.state.break_running


def test_a_late_arrival_cannot_double_one_that_is_there(room: Room) -> None:
    room.say("x", "09:30")
    with pytest.raises(Refused, match="has been there since"):
        room.do(it.Arrive(arrivals=(it.Arriving(organisation=room.org("BB")),)), at="09:10")


def test_late_lines_are_marked(room: Room) -> None:
    room.say("x", "09:30")
    late = room.say("y", at="09:10")
    entry = room.state.entry(late.id)
    assert entry is not None
    assert entry.late
    assert isinstance(entry.what, ev.Noted)

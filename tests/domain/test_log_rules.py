"""The rules of the log, one by one: same id, order, start, next, undo, numbers."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import minutes
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import BlockState, MeetingStatus, RuleSet, SentText, Subject
from kooperation_tui.domain.plan import zone
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.state import Phase, WordingState
from tests.domain.room import RULES, Room, clock


def test_rule_1_the_same_id_again_does_nothing(room: Room) -> None:
    identity = room.new_id()
    first = room.do(it.Say(kind=ev.NoteKind.NOTE, text="einmal"), "09:05", event_id=identity)
    before = room.data.tables
    again = room.change(it.Say(kind=ev.NoteKind.NOTE, text="einmal"), event_id=identity)
    assert not again
    assert again.result == (first,)
    assert room.data.tables is before
    assert [e.text for e in room.state.entries].count("einmal") == 1


def test_rule_1_events_carry_seq_times_seat_and_version(room: Room) -> None:
    last = room.log[-1].seq
    event = room.do(it.Say(kind=ev.NoteKind.NOTE, text="x"), "09:20:30", at="09:12", seat="minutes")
    assert (event.seq, event.at, event.recorded_at) == (last + 1, clock("09:12"), clock("09:20:30"))
    assert (event.seat, event.v, event.late) == ("minutes", 1, False)
    assert room.do(it.Say(kind=ev.NoteKind.NOTE, text="y"), at="09:10").late


def test_rule_1_without_a_time_never_before_the_last_event(room: Room) -> None:
    room.say("von der anderen Uhr", "09:30")
    assert room.say("die eigene Uhr geht nach", "09:28").at == clock("09:30")


def test_rule_2_a_late_line_belongs_to_the_item_that_ran_then(room: Room) -> None:
    room.noted()
    room.do(it.Next(), "09:20")
    room.say("jetzt", "09:22")
    room.say("vorhin", at="09:10")
    assert room.texts(1) == ["vorhin"]
    assert room.texts(2) == ["jetzt"]


def test_rule_2_lines_are_listed_by_time_then_seq(room: Room) -> None:
    for text, at in (("c", "09:12"), ("a", "09:10"), ("d", "09:12"), ("b", "09:11")):
        room.say(text, "09:20", at=at)
    assert room.texts(1) == ["a", "b", "c", "d"]


def test_rule_3_a_new_rule_set_and_later_arrivals_change_no_old_ballot() -> None:
    room = Room(present=False)
    room.do(it.Arrive(arrivals=tuple(it.Arriving(organisation=o) for o in room.orgs("BB", "JC"))))
    room.do(it.Propose(text="Zu zweit"), "09:10")
    room.do(it.TakeVote(yes=2, no=0, abstain=0))
    ballot = room.state.countings[0].ballot
    room.do(it.ArriveAll(), "09:15")
    room.put(RuleSet(id=room.data.network.ruleset))
    assert room.state.countings[0].ballot == ballot
    assert room.codes(ballot.represented) == ["BB", "JC"]
    assert (ballot.needed, ballot.quorate, len(ballot.entitled)) == (3, False, 5)


def test_rule_4_start_copies_the_plan(room: Room) -> None:
    started = room.log[0].what
    assert isinstance(started, ev.Started)
    assert started.items == room.row.items
    assert started.rules.quorum == RULES.quorum
    assert (room.row.status, room.row.started_at) == (MeetingStatus.RUNNING, clock("09:00"))
    room.do(it.SetMinutes(number=2, minutes=45))
    room.do(it.AddItem(title="Neu", minutes=5))
    assert started.items == room.row.items
    states = {i.item.number: i for i in room.state.items}
    assert states[2].minutes == 45
    assert (states[6].added, states[6].item.announced) == (True, False)


def test_rule_4_a_new_item_takes_the_next_number_and_a_place_before_the_end(room: Room) -> None:
    room.do(it.AddItem(title="Neu"))
    assert [i.item.number for i in room.state.items] == [1, 2, 3, 0, 4, 6, 5]


def test_rule_4_arrivals_before_and_in_the_minute_of_the_start_count_from_it() -> None:
    room = Room(started=False, present=False)
    first, second, third = room.orgs("BB", "VHS", "JC")
    room.do(it.Arrive(arrivals=(it.Arriving(organisation=first),)), "08:52")
    room.do(it.Start(), "09:04:20")
    room.do(it.Arrive(arrivals=(it.Arriving(organisation=second),)), "09:04:50")
    room.do(it.Arrive(arrivals=(it.Arriving(organisation=third),)), "09:05")
    starts = {p.organisation: p.start for p in room.state.presences}
    assert starts == {
        first: clock("09:04:20"),
        second: clock("09:04:20"),
        third: clock("09:05"),
    }


def test_rule_4_a_time_typed_in_the_minute_of_the_start_is_after_it() -> None:
    room = Room(started=False)
    room.do(it.Start(), "09:04:40")
    room.say("Begrüßung", "09:06", at="09:04")
    assert room.texts(1) == ["Begrüßung"]


def test_rule_4_a_second_start_is_refused(room: Room) -> None:
    with pytest.raises(Refused, match="begun already"):
        room.do(it.Start(), "09:01")


def test_rule_4_a_next_that_names_an_item_no_longer_running_is_refused(room: Room) -> None:
    first = room.state.running
    room.noted()
    room.do(it.Next(after=first), "09:10", seat="moderator")
    with pytest.raises(Refused, match="no longer runs"):
        room.do(it.Next(after=first), "09:10", seat="minutes")
    assert room.state.running == room.item(2)


def test_rule_4_two_hands_that_press_next_before_a_break_move_once(room: Room) -> None:
    for number in (1, 2, 3):
        room.go(number)
        room.noted()
    after = room.state.running
    room.do(it.Next(after=after), "09:40", seat="moderator")
    assert room.state.phase is Phase.PAUSED
    with pytest.raises(Refused, match="no longer runs"):
        room.do(it.Next(after=after), "09:40", seat="minutes")
    room.do(it.Next(after=room.state.break_running), "09:50")
    assert room.state.running == room.item(4)


def test_rule_5_undo_takes_back_the_own_seats_latest(room: Room) -> None:
    room.say("meins", seat="minutes")
    room.say("deins", seat="moderator")
    room.do(it.Undo(), seat="minutes")
    assert room.texts(1) == ["deins"]
    room.say("noch eins", seat="minutes")
    room.do(it.Undo(), seat="minutes")
    with pytest.raises(Refused, match="nothing of yours"):
        room.do(it.Undo(), seat="minutes")


def test_rule_6_numbers_are_given_in_order_and_never_again(room: Room) -> None:
    """I-19, also after undo and void."""
    room.decide()
    room.do(it.Undo())
    room.do(it.TakeVote(yes=4, no=0, abstain=0))
    assert [d.number for d in room.decisions] == ["B-2026-1-1", "B-2026-1-2"]
    assert [d.status.value for d in room.decisions] == ["retracted", "in_force"]
    for _ in range(2):
        room.do(it.Park(text="später"))
        room.do(it.Undo())
        room.do(it.TakeAction(title="tun", owner_organisation=room.org("BB")))
        room.do(it.Undo())
    room.do(it.Park(text="später"))
    room.do(it.TakeAction(title="tun", owner_organisation=room.org("BB")))
    assert [t.number for t in room.topics] == ["TS-2026-01", "TS-2026-02", "TS-2026-03"]
    assert [a.number for a in room.actions] == ["M-2026-001", "M-2026-002", "M-2026-003"]


def test_rule_6_a_void_ballot_and_its_repeat_share_a_number_and_straw_polls_have_none(
    room: Room,
) -> None:
    room.do(it.TakeStraw(text="eher dafür"))
    room.decide()
    room.do(it.VoidBallot(reason="verzählt"))
    assert [d.status.value for d in room.decisions] == ["void"]
    room.do(it.TakeVote(yes=3, no=2, abstain=0))
    assert [(d.number, d.status.value) for d in room.decisions] == [("B-2026-1-1", "in_force")]
    assert [c.void for c in room.state.countings] == ["", "verzählt", ""]
    assert [e.what.number for e in room.log if isinstance(e.what, ev.Balloted)] == [
        "",
        "B-2026-1-1",
        "B-2026-1-1",
    ]


def test_rule_7_sent_minutes_are_kept_and_refuse_lines(room: Room) -> None:
    room.noted()
    room.do(it.Close(force=True), "11:00")
    moment = room.moment()
    sent = minutes.as_sent(room.data, moment, meeting=room.meeting, on=dt.date(2026, 10, 16))
    text = SentText(audience="partners", language="de", format="md", text="# P\n", sha256="x")
    room.run(minutes.send(room.data, moment, minutes=sent, texts=(text,)))
    for intent in (it.Say(kind=ev.NoteKind.NOTE, text="spät"), it.Undo(), it.Close()):
        with pytest.raises(Refused, match="have been sent"):
            room.do(intent, at="10:00")
    kept = minutes.minutes_of(room.data, room.meeting)
    assert kept is not None
    assert kept.texts == (text,)


def test_rule_11_a_state_is_folded_once_for_each_view(room: Room) -> None:
    assert state_of(room.data, room.meeting) is state_of(room.data, room.meeting)
    before = room.state
    room.say("neu")
    assert room.state is not before


def test_rule_12_the_clock_is_handed_in_and_the_networks_zone_counts(room: Room) -> None:
    assert str(zone(room.data)) == "Europe/Berlin"
    far = room.moment().now + dt.timedelta(days=3)
    fresh = Room(started=False)
    fresh.now = far
    assert fresh.do(it.Start()).at == fresh.row.start


def test_refused_lines_change_nothing(room: Room) -> None:
    tables = room.data.tables
    intents: tuple[it.Intent, ...] = (
        it.TakeVote(yes=1, no=0, abstain=0),
        it.Next(),
        it.GoTo(number=9),
        it.Say(kind=ev.NoteKind.NOTE, text="  "),
        it.TakeAction(title="x"),
        it.Extend(minutes=0),
        it.Resume(),
    )
    for intent in intents:
        with pytest.raises(Refused) as refused:
            record(room.data, room.meeting, intent, room.moment())
        assert str(refused.value).count("\n") == 0
    assert room.data.tables is tables


def test_a_meeting_held_on_paper_is_entered_with_times() -> None:
    room = Room(started=False, present=False)
    room.now = clock("09:00") + dt.timedelta(days=9)
    room.do(it.Arrive(arrivals=(it.Arriving(organisation=room.org("BB")),)), at="08:55")
    room.do(it.Start(), at="09:00")
    room.say("so war es", at="09:05")
    room.noted()
    room.do(it.Close(force=True), at="10:00")
    assert (room.row.started_at, room.row.ended_at) == (clock("09:00"), clock("10:00"))
    room.say("nachgetragen", at="09:30")
    assert room.texts(1) == ["so war es", "nachgetragen"]


def test_a_closed_meeting_takes_only_lines_with_a_time_but_words_can_be_changed(
    room: Room,
) -> None:
    note = room.say("Tipfehler", "09:05")
    room.noted()
    room.do(it.Close(force=True), "10:00")
    with pytest.raises(Refused, match="meeting is closed"):
        room.say("zu spät", "10:05")
    room.do(it.Edit(entry=note.id, text="Tippfehler"), "10:06")
    room.do(it.Mark(entry=note.id), "10:07")
    assert room.texts(1)[0] == "Tippfehler"
    room.do(it.Undo())
    room.do(it.Undo())
    room.do(it.Undo())
    assert room.state.phase is Phase.RUNNING
    assert room.row.status is MeetingStatus.RUNNING


def test_a_closed_meeting_does_not_move_on(room: Room) -> None:
    room.noted()
    room.do(it.Close(force=True), "10:00")
    for intent in (it.Next(), it.GoTo(number=2), it.Pause(), it.Extend(minutes=5)):
        with pytest.raises(Refused, match="closed"):
            room.do(intent, at="10:30")
    with pytest.raises(Refused, match="closed at"):
        room.do(it.Close(), at="09:30")


def test_rules_bind_from_the_decision_on_point_1_only_in_the_next_meeting(room: Room) -> None:
    """A running meeting keeps the rules of its start (I-25)."""
    assert not room.state.rules_agreed
    room.do(it.Propose(text="Punkt 1", point="p1"))
    room.do(it.NobodyOpposes())
    assert room.block("p1").state is BlockState.AGREED
    assert not room.state.rules_agreed
    assert Room(agreed=True).state.rules_agreed
    assert room.wording.state is WordingState.CARRIED
    assert room.decisions[-1].subject is Subject.AGREEMENT


def test_i25_the_log_keeps_the_rule_set_of_its_day(room: Room) -> None:
    kept = room.state.rules
    room.put(RuleSet(id=room.data.network.ruleset, version=2))
    assert room.state.rules == kept

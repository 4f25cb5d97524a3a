"""Who postpones an item and decides it after all has decided it."""

from __future__ import annotations

import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.carry_over import ProposalKind
from kooperation_tui.domain.standing import history
from tests.domain.carried import after, finish, only, put_off
from tests.domain.room import Room
from tests.domain.test_about import room_about
from tests.domain.test_postponed_points import NAMED, WHOLE, proposed

MAP = 2
"""The number of an ordinary item."""


@pytest.fixture
def room() -> Room:
    """An item was postponed a moment ago and still runs."""
    found = Room()
    put_off(found, MAP)
    return found


def waits(room: Room) -> bool:
    """Whether the item is proposed for the next meeting."""
    finish(room)
    return bool(only(room, after(room), ProposalKind.POSTPONED))


def outcomes(room: Room, number: int = MAP) -> list[ev.OutcomeKind]:
    found = room.state.numbered(number)
    assert found is not None
    return [outcome.kind for outcome in found.outcomes]


def lifted(room: Room) -> list[str]:
    """What the lines that hold no more were lifted by."""
    return [e.lifted for e in room.state.entries if e.lifted is not None]


def test_a_decision_about_the_item_lifts_it(room: Room) -> None:
    room.decide()
    assert outcomes(room) == [] and lifted(room) == [room.wording.id]
    assert not waits(room)


@pytest.mark.parametrize(
    "against", [it.TakeVote(yes=0, no=5, abstain=0), it.EndWording(withdrawn=False)]
)
def test_so_does_a_rejection(room: Room, against: it.Intent) -> None:
    room.do(it.Propose(text="Wir machen das."))
    room.do(against)
    assert outcomes(room) == [] and not waits(room)


def test_no_decision_lifts_nothing(room: Room) -> None:
    room.do(it.Propose(text="Wir machen das."))
    room.do(it.TakeStraw(text="eher ja"))
    room.do(it.EndWording(withdrawn=True))
    room.say("Noch etwas.")
    assert outcomes(room) == [ev.OutcomeKind.POSTPONED] and waits(room)


@pytest.mark.parametrize("back", [it.Undo(), it.VoidBallot(reason="falsch gezählt")])
def test_it_is_postponed_again_without_the_decision(room: Room, back: it.Intent) -> None:
    room.decide()
    room.do(back)
    assert outcomes(room) == [ev.OutcomeKind.POSTPONED] and lifted(room) == []
    assert waits(room)


def test_a_decision_before_it_changes_nothing() -> None:
    room = Room()
    room.go(MAP)
    room.decide("Die Zahlen werden besorgt.")
    put_off(room, MAP)
    assert outcomes(room) == [ev.OutcomeKind.POSTPONED] and waits(room)


def test_a_decision_entered_late_counts_where_it_was_taken() -> None:
    room = Room()
    room.go(MAP)
    room.do(WHOLE, "09:40")
    room.do(it.Propose(text="Die Zahlen werden besorgt."), at="09:20", under=MAP)
    room.do(it.TakeVote(yes=5, no=0, abstain=0), at="09:20", under=MAP)
    assert outcomes(room) == [ev.OutcomeKind.POSTPONED]


def test_within_a_minute_the_order_of_the_log_counts() -> None:
    """The postponement was typed at 10:10:40, the decision with its time: 10:10."""
    room = Room()
    room.go(MAP)
    room.do(WHOLE, "10:10:40")
    room.now = room.now.replace(minute=12)
    room.do(it.Propose(text="Wir machen das."), at="10:10", under=MAP)
    room.do(it.TakeVote(yes=5, no=0, abstain=0), at="10:10", under=MAP)
    assert outcomes(room) == []


def test_a_decision_about_another_item_changes_nothing(room: Room) -> None:
    room.go(3)
    room.decide()
    assert outcomes(room) == [ev.OutcomeKind.POSTPONED] and waits(room)


def test_postponed_again_after_the_decision_it_waits(room: Room) -> None:
    room.decide()
    put_off(room, MAP)
    assert outcomes(room) == [ev.OutcomeKind.POSTPONED] and waits(room)


@pytest.mark.parametrize("kind", [ev.OutcomeKind.NOTED, ev.OutcomeKind.RESULT])
def test_another_outcome_lifts_it(room: Room, kind: ev.OutcomeKind) -> None:
    room.do(it.SetOutcome(kind=kind, text="doch besprochen"))
    assert outcomes(room) == [kind] and lifted(room) == [""]
    assert not waits(room)


def test_what_was_dropped_is_not_once_it_was_decided() -> None:
    room = Room()
    room.go(MAP)
    room.do(it.SetOutcome(kind=ev.OutcomeKind.DROPPED, text="hat sich erledigt"))
    room.decide()
    assert outcomes(room) == []


def test_a_parked_topic_stays_in_the_parking_lot() -> None:
    room = Room()
    room.go(MAP)
    room.do(it.SetOutcome(kind=ev.OutcomeKind.PARKED))
    room.decide()
    assert outcomes(room) == [ev.OutcomeKind.PARKED] and len(room.topics) == 1


@pytest.mark.parametrize("line", [WHOLE, NAMED])
def test_a_point_that_is_decided_after_all_was_not_postponed(line: it.Intent) -> None:
    room = room_about("p7")
    room.do(line)
    room.do(it.Propose(text="Punkt 7"))
    room.do(it.TakeConsent())
    assert [(s.number != "", s.postponed) for s in history(room.data, "p7")] == [(True, False)]
    finish(room)
    assert proposed(room, after(room)) == []


def test_the_other_points_of_an_item_wait_on() -> None:
    room = room_about("p3", "p8")
    room.do(WHOLE)
    room.do(it.Propose(text="Punkt 3", point="p3"))
    room.do(it.TakeConsent())
    assert outcomes(room, 3) == [ev.OutcomeKind.POSTPONED]
    room.do(it.Propose(text="Punkt 8", point="p8"))
    room.do(it.TakeConsent())
    assert outcomes(room, 3) == []


def test_a_decision_about_no_point_leaves_the_point_postponed() -> None:
    """As in the model minutes: the postponement of point 9 is itself decided."""
    room = room_about("p3", "p9")
    named = it.SetOutcome(kind=ev.OutcomeKind.POSTPONED, point="p9", text="Zahlen fehlen")
    room.do(named)
    room.do(it.Propose(text="Punkt 9 wird vertagt."))
    room.do(it.NobodyOpposes())
    assert outcomes(room, 3) == [ev.OutcomeKind.POSTPONED]
    finish(room)
    assert (("p9",), 1) in proposed(room, after(room))

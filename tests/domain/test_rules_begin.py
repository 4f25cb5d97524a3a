"""Point 1 decided in a meeting: its rules count for what is decided after it."""

from __future__ import annotations

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.ballots import Ballot, Result
from kooperation_tui.domain.commands import ruling
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import BlockState, Majority
from kooperation_tui.domain.plan import rules_of
from tests.domain.room import CODES, Room, clock

RULES = (
    "Wir beschließen mit zwei Dritteln aller Partner. "
    "Beschlussfähig sind wir, wenn vier Fünftel da sind. Eingeladen wird 30 Tage vorher."
)


def founding(text: str = RULES) -> Room:
    """Seven partners, five of them there; nothing is agreed yet."""
    room = Room(codes=(*CODES, "HS", "KA"), present=False)
    there = tuple(it.Arriving(organisation=room.org(code)) for code in CODES)
    room.do(it.Arrive(arrivals=there))
    room.run(set_block(room.data, room.moment(), key="p1", text=text))
    room.now = clock("09:30")
    room.go(3)
    return room


def decide_point_1(room: Room, at: str = "") -> None:
    room.do(it.Propose(text="Punkt 1 gilt.", point="p1"), at=at)
    room.do(it.TakeVote(yes=5, no=0, abstain=0), at=at)


def vote(room: Room, yes: int, no: int = 0) -> Ballot:
    room.do(it.Propose(text="Wir machen das."))
    room.do(it.TakeVote(yes=yes, no=no, abstain=0))
    return room.state.countings[-1].ballot


def noted(room: Room) -> list[bool]:
    """Each time the rules changed: whether they were agreed then."""
    return [e.what.agreed for e in room.log if isinstance(e.what, ev.RulesChanged)]


def test_what_is_decided_after_point_1_is_decided_by_its_rules() -> None:
    room = founding()
    before = vote(room, 4)
    decide_point_1(room)
    room.go(2)
    assert before.result is Result.CARRIED and not before.rules_agreed
    after = vote(room, 4)
    assert (after.result, after.majority) == (Result.REJECTED, Majority.TWO_THIRDS_OF_ALL)
    assert after.rules_agreed and vote(room, 5).result is Result.CARRIED
    assert room.state.countings[0].ballot == before
    assert noted(room) == [True]


def test_its_quorum_refuses_from_then_on() -> None:
    room = founding("Beschlussfähig sind wir mit drei Vierteln der Partner.")
    decide_point_1(room)
    room.go(2)
    room.do(it.Propose(text="Wir machen das."))
    with pytest.raises(Refused, match="partners are represented"):
        room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert (room.state.needed, room.state.votes(room.state.started_at).needed) == (6, 4)


def test_what_had_to_be_on_the_invitation_is_asked_from_the_next_meeting_on() -> None:
    room = founding()
    decide_point_1(room)
    assert vote(room, 5).result is Result.CARRIED
    assert room.state.rules.invitation_days is None and not room.state.rules_agreed


@pytest.mark.parametrize("back", [it.Undo(), it.VoidBallot(reason="verzählt")])
def test_without_its_decision_the_rules_are_a_proposal_again(back: it.Intent) -> None:
    room = founding()
    decide_point_1(room)
    assert room.state.votes().agreed
    room.do(back)
    assert not room.state.votes().agreed
    assert room.state.votes().rules == room.state.rules
    assert noted(room) == [True, False]


def test_undo_takes_back_the_decision_and_never_the_note() -> None:
    room = founding()
    decide_point_1(room)
    room.do(it.Undo())
    room.do(it.Undo())
    assert not room.state.open_wording and not room.state.votes().agreed


def test_point_1_agreed_on_its_page_counts_with_the_next_line() -> None:
    room = founding()
    room.do(it.Propose(text="Wir geben uns Regeln."))
    room.do(it.BindPoint(point=""))
    event = room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert isinstance(event.what, ev.Balloted) and noted(room) == []
    room.run(
        set_block(
            room.data,
            room.moment(),
            key="p1",
            state=BlockState.AGREED,
            decision=event.what.number,
            as_decided=True,
        )
    )
    room.go(2)
    assert vote(room, 4).result is Result.REJECTED
    assert noted(room) == [True]


def test_a_late_line_counts_by_the_rules_of_its_time() -> None:
    room = founding()
    room.now = clock("10:00")
    decide_point_1(room, at="10:00")
    room.do(it.Propose(text="Früher."), at="09:10")
    room.do(it.TakeVote(yes=4, no=0, abstain=0), at="09:11")
    ballot = room.state.countings[-1].ballot
    assert (ballot.result, ballot.rules_agreed) == (Result.CARRIED, False)


def test_a_rule_that_is_changed_meanwhile_counts_and_one_of_the_minutes_is_no_matter() -> None:
    room = founding()
    rules = msgspec.structs.replace(rules_of(room.data), minutes_days=9)
    room.run(ruling.change_rules(room.data, room.moment(), rules=rules))
    vote(room, 5)
    assert noted(room) == []
    rules = msgspec.structs.replace(rules, abstentions_count=True)
    room.run(ruling.change_rules(room.data, room.moment(), rules=rules))
    vote(room, 5)
    assert noted(room) == [False]

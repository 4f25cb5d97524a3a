"""A decision whose place a later one took says so by itself, as long as that one stands."""

from __future__ import annotations

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import versions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.commands.network import add_decision
from kooperation_tui.domain.model import DecisionStatus
from kooperation_tui.domain.superseded import as_it_stands, decisions_now, ended_by
from tests.domain.room import Room
from tests.domain.seat import Seat


def standing(room: Room) -> dict[str, tuple[str, str]]:
    """Status and what ended it, by the last part of the number."""
    return {
        d.number.rpartition("-")[2]: (d.status.value, d.ended_by) for d in decisions_now(room.data)
    }


def decided(room: Room, text: str, point: str, yes: int = 5) -> None:
    room.do(it.Propose(text=text, point=point))
    room.do(it.TakeVote(yes=yes, no=5 - yes, abstain=0))


def at_the_agreement() -> Room:
    room = Room()
    room.noted()
    room.go(3)
    return room


def test_a_point_decided_again_supersedes_the_decision_before() -> None:
    room = at_the_agreement()
    for text in ("Reihum.", "Immer BB.", "Wieder reihum."):
        decided(room, text, "p4")
    decided(room, "Wir kommen.", "p3")
    first, second, third, other = room.decisions
    assert standing(room) == {
        "1": ("superseded", second.number),
        "2": ("superseded", third.number),
        "3": ("in_force", ""),
        "4": ("in_force", ""),
    }
    assert as_it_stands(room.data, first).ended_on == second.decided_on
    assert [d.number for d in ended_by(room.data, third)] == [second.number]
    assert all(d.status is DecisionStatus.IN_FORCE for d in room.decisions), "nothing is stored"
    assert ended_by(room.data, other) == ()


def test_what_is_rejected_or_taken_back_supersedes_nothing() -> None:
    room = at_the_agreement()
    decided(room, "Reihum.", "p4")
    decided(room, "Immer BB.", "p4", yes=1)
    assert standing(room)["1"] == ("in_force", "")
    decided(room, "Immer VHS.", "p4")
    assert standing(room)["1"] == ("superseded", room.decisions[-1].number)
    room.do(it.Undo())
    assert standing(room)["1"] == ("in_force", "")


def test_a_decision_about_two_points_holds_until_both_are_decided_again() -> None:
    room = at_the_agreement()
    room.do(it.Propose(text="Beides.", point="p3"))
    room.do(it.Propose(text="Beides.", point="p4"))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    (both,) = room.decisions
    assert set(both.points) == {"p3", "p4"}
    decided(room, "Wir kommen.", "p3")
    assert standing(room)["1"] == ("in_force", "")
    decided(room, "Reihum.", "p4")
    assert standing(room)["1"] == ("superseded", room.decisions[-1].number)


def test_a_decision_that_adopted_a_version_holds_until_the_next_is_in_force() -> None:
    seat = Seat().in_force()
    seat.run(set_block(seat.data, seat.moment, key="p1", text="Anders."))
    seat.run(add_decision(seat.data, seat.moment, number="B-2026-2-1", text="Auch angenommen."))
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.run(versions.propose(seat.data, seat.moment))
    seat.run(versions.adopt(seat.data, seat.moment, decision="B-2026-2-1"))
    seat.run(versions.open_for_signature(seat.data, seat.moment))
    first, _ = decisions_now(seat.data)
    assert first.status is DecisionStatus.IN_FORCE
    seat.sign("BB")
    seat.run(versions.bring_into_force(seat.data, seat.moment))
    first, second = decisions_now(seat.data)
    assert (first.status, first.ended_by) == (DecisionStatus.SUPERSEDED, second.number)
    assert second.status is DecisionStatus.IN_FORCE

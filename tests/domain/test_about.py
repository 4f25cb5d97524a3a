"""Which point of the agreement a decision is about, and that the point follows it."""

from __future__ import annotations

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.about import to_choose
from kooperation_tui.domain.model import Block, BlockState, Subject
from tests.domain.room import Room

OPEN, DRAFT, AGREED = BlockState.OPEN, BlockState.DRAFT, BlockState.AGREED


def room_about(*points: str, subject: Subject = Subject.AGREEMENT, text: str = "Satz.") -> Room:
    """Item 3 is about these points, which have a draft; it runs."""
    room = Room(started=False, present=False)
    items = list(room.row.items)
    items[2] = msgspec.structs.replace(items[2], points=points, subject=subject)
    room.put(msgspec.structs.replace(room.row, items=tuple(items)))
    for key in points:
        state = DRAFT if text else OPEN
        room.put(msgspec.structs.replace(room.block(key), text=text, state=state))
    room.do(it.Start(), "09:00")
    room.do(it.ArriveAll())
    room.go(3)
    return room


def stands(room: Room, key: str = "p1") -> tuple[BlockState, str]:
    block: Block = room.block(key)
    return block.state, block.decision


@pytest.mark.parametrize("back", [it.Undo(), it.VoidBallot(reason="falsch gezählt")])
def test_in_an_item_about_one_point_every_decision_is_about_it(back: it.Intent) -> None:
    room = room_about("p1")
    room.do(it.Propose(text="Punkt 1 in der vorliegenden Fassung"))
    assert room.wording.points == ("p1",)
    room.do(it.TakeConsent())
    assert stands(room) == (AGREED, room.decisions[-1].number)
    assert room.decisions[-1].points == ("p1",)
    room.do(back)
    assert stands(room) == (DRAFT, "")


def test_a_rejected_wording_leaves_the_point_a_draft() -> None:
    room = room_about("p1")
    room.do(it.Propose(text="Punkt 1"))
    room.do(it.TakeVote(yes=1, no=4, abstain=0))
    assert stands(room) == (DRAFT, "")


def test_a_decision_beside_the_point_is_about_none() -> None:
    room = room_about("p1")
    room.do(it.Propose(text="Wir danken dem Haus"))
    room.do(it.BindPoint(point=""))
    room.do(it.TakeConsent())
    assert stands(room) == (DRAFT, "")
    assert room.decisions[-1].points == ()
    room.do(it.Propose(text="Punkt 3 gehört auch hierher", point="p3"))
    assert room.wording.points == ("p3",)


def test_among_several_points_it_has_to_be_said() -> None:
    room = room_about("p3", "p8", "p9")
    room.do(it.Propose(text="So machen wir es"))
    assert to_choose(room.state) == ("p3", "p8", "p9")
    room.do(it.BindPoint(point="p3"))
    assert to_choose(room.state) == ()
    room.do(it.BindPoint(point="p8"))
    room.do(it.TakeConsent())
    number = room.decisions[-1].number
    assert [stands(room, k) for k in ("p3", "p8", "p9")] == [(AGREED, number)] * 2 + [(DRAFT, "")]
    room.do(it.Propose(text="Wir danken allen"))
    room.do(it.BindPoint(point=""))
    assert to_choose(room.state) == ()
    room.do(it.Undo())
    assert to_choose(room.state) == ("p3", "p8", "p9")


def test_an_item_about_something_else_binds_nothing() -> None:
    room = room_about("p9", subject=Subject.BUDGET)
    room.do(it.Propose(text="Das Geld reicht"))
    assert room.wording.points == () and to_choose(room.state) == ()


@pytest.mark.parametrize("back", [it.Undo(), it.VoidBallot(reason="falsch gezählt")])
def test_a_point_without_words_takes_those_of_its_decision(back: it.Intent) -> None:
    room = room_about("p1", text="")
    room.do(it.Propose(text="Das Netzwerktreffen entscheidet."))
    room.do(it.TakeConsent())
    assert (room.block("p1").text, stands(room)[0]) == ("Das Netzwerktreffen entscheidet.", AGREED)
    room.do(back)
    assert (room.block("p1").text, stands(room)) == ("", (OPEN, ""))


def test_words_written_before_are_kept() -> None:
    room = room_about("p1")
    room.do(it.Propose(text="Punkt 1 gilt"))
    room.do(it.NobodyOpposes())
    assert room.block("p1").text == "Satz."


def test_what_ends_the_only_point_ends_the_item() -> None:
    room = room_about("p1")
    room.do(it.SetOutcome(kind=ev.OutcomeKind.POSTPONED, point="p1", text="Zeit"))
    found = room.state.numbered(3)
    assert found is not None and [o.point for o in found.outcomes] == [""]
    room.do(it.Next())

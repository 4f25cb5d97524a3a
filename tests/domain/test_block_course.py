"""How a block came about: also when the decision about it did not last."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.model import (
    BlockState,
    Decision,
    DecisionStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.standing import history, set_aside
from tests.domain.room import DAY, Room

LATER = DAY + dt.timedelta(days=30)


def decided(room: Room) -> Decision:
    """Point 3 agreed by a decision of item 3."""
    room.noted()
    room.go(3)
    room.do(it.Propose(text="Alle arbeiten mit.", point="p3"))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    return room.decisions[-1]


def test_a_void_decision_is_named_with_its_day() -> None:
    room = Room()
    row = decided(room)
    assert room.block("p3").state is BlockState.AGREED
    assert [step.ended for step in history(room.data, "p3")] == [None]
    assert set_aside(room.data, "p3") is None
    room.do(it.VoidBallot(reason="falsch gezählt"))
    assert room.block("p3").state is BlockState.OPEN
    taken, ended = history(room.data, "p3")
    assert (taken.number, taken.ended) == (row.number, None)
    assert (ended.number, ended.ended, ended.on) == (row.number, DecisionStatus.VOID, DAY)
    assert set_aside(room.data, "p3") == ended


def test_a_repeated_ballot_leaves_nothing_set_aside() -> None:
    room = Room()
    row = decided(room)
    room.do(it.VoidBallot(reason="falsch gezählt"))
    room.do(it.TakeVote(yes=4, no=1, abstain=0))
    assert [step.number for step in history(room.data, "p3")] == [row.number]
    assert set_aside(room.data, "p3") is None


def test_a_revoked_decision_names_what_revoked_it() -> None:
    room = Room()
    row = decided(room)
    block = msgspec.structs.replace(room.block("p3"), state=BlockState.DRAFT, decision="")
    revoked = msgspec.structs.replace(
        row, status=DecisionStatus.REVOKED, ended_by="B-2026-2-1", ended_on=LATER
    )
    room.put(block, revoked)
    ended = set_aside(room.data, "p3")
    assert ended is not None
    assert (ended.on, ended.by) == (LATER, "B-2026-2-1")


def test_the_end_of_an_adopting_decision_stands_with_every_block_of_the_version() -> None:
    room = Room()
    row = decided(room)
    version = Version(
        id=room.new_id(),
        number="2.0",
        status=VersionStatus.ADOPTED,
        decision=row.number,
        texts={"p1": "Regel.", "p3": "Alle arbeiten mit."},
    )
    room.put(version, msgspec.structs.replace(row, status=DecisionStatus.VOID))
    for key in ("p1", "p3"):
        ended = history(room.data, key)[-1]
        assert (ended.number, ended.version) == (row.number, "2.0")
        assert ended.ended is DecisionStatus.VOID
    assert history(room.data, "p2") == ()

"""`check_tables` finds planted differences between logs and tables (rule 9)."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.checks import check_tables
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    BlockState,
    Decision,
    DecisionStatus,
    Disposition,
    MeetingStatus,
    ParkingItem,
    Record,
)
from tests.domain.room import DAY, Room, clock

replace = msgspec.structs.replace


@pytest.fixture
def full(room: Room) -> Room:
    """A meeting with one of everything, and one of everything taken back."""
    for _ in range(2):
        room.do(it.TakeAction(title="Tun", owner_organisation=room.org("BB")))
        room.do(it.ProgressAction(action=room.actions[-1].id, status=ActionStatus.IN_PROGRESS))
        room.do(it.Park(text="Später"))
        room.do(it.DisposeParking(parking=room.topics[-1].id, disposition=Disposition.AGENDA))
        room.do(it.Propose(text="Wortlaut", point="p3"))
        room.do(it.TakeVote(yes=5, no=0, abstain=0))
        room.do(it.Review(on=DAY))
    for _ in range(7):
        room.do(it.Undo())
    return room


PLANTED: dict[str, Callable[[Room], Record]] = {
    "status of the meeting": lambda r: replace(r.row, status=MeetingStatus.CLOSED),
    "start of the meeting": lambda r: replace(r.row, started_at=clock("09:07")),
    "decision in force": lambda r: replace(r.decisions[0], status=DecisionStatus.REJECTED),
    "decision's text": lambda r: replace(r.decisions[0], text="anders"),
    "decision's number": lambda r: replace(r.decisions[0], number="B-2026-1-9"),
    "decision's item": lambda r: replace(r.decisions[0], item=3),
    "decision's review": lambda r: replace(r.decisions[0], review_on=None),
    "retracted decision": lambda r: replace(r.decisions[1], status=DecisionStatus.IN_FORCE),
    "action's title": lambda r: replace(r.actions[0], title="anders"),
    "action's status": lambda r: replace(r.actions[0], status=ActionStatus.DONE),
    "action's history": lambda r: replace(r.actions[0], history=()),
    "retracted action": lambda r: replace(r.actions[1], status=ActionStatus.OPEN),
    "lost action": lambda r: replace(r.actions[0], status=ActionStatus.RETRACTED),
    "topic's text": lambda r: replace(r.topics[0], text="anders"),
    "topic's way": lambda r: replace(r.topics[0], disposition=Disposition.DROPPED),
    "retracted topic": lambda r: replace(r.topics[1], disposition=Disposition.OPEN),
    "foreign action": lambda r: replace(r.actions[0], id=r.new_id(), number="M-2026-009"),
    "foreign decision": lambda r: replace(r.decisions[0], id=r.new_id()),
    "foreign topic": lambda r: replace(r.topics[0], id=r.new_id()),
    "agreed by nothing": lambda r: replace(
        r.block("p5"), state=BlockState.AGREED, decision="B-2026-9-9"
    ),
    "not needed without a reason": lambda r: replace(r.block("p5"), state=BlockState.NOT_NEEDED),
    "a line twice": lambda r: replace(r.log[3], id=r.new_id()),
}


def test_a_sound_file_has_no_findings(full: Room) -> None:
    assert check_tables(full.data) == ()


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_difference_is_found(full: Room, planted: str) -> None:
    record = PLANTED[planted](full)
    full.put(record)
    found = check_tables(full.data)
    assert found
    if not isinstance(record, ev.Event):
        assert (record.TABLE, record.id) in {(f.table, f.row) for f in found}
    assert all(f.message.format(**f.args) for f in found)


@pytest.mark.parametrize("kind", [Decision, Action, ParkingItem])
def test_a_lost_row_is_found(full: Room, kind: type[Record]) -> None:
    row = full.data.rows(kind)[0]
    full.run(Change(deletes=((kind, row.id),)))
    assert "stands in the log and not in its table" in check_tables(full.data)[0].message


def test_a_lost_line_is_found(full: Room) -> None:
    full.run(Change(deletes=((ev.Event, full.log[2].id),)))
    assert any("missing" in f.message for f in check_tables(full.data))


def test_after_the_close_the_table_is_master_for_status_and_dates(full: Room) -> None:
    full.do(it.Close(force=True))
    full.put(
        replace(full.actions[0], status=ActionStatus.DONE, due=DAY),
        replace(full.topics[0], disposition=Disposition.DROPPED),
        replace(full.decisions[0], review_on=None),
    )
    assert check_tables(full.data) == ()
    full.put(replace(full.actions[0], title="anders"))
    assert len(check_tables(full.data)) == 1

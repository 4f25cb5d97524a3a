"""One meeting after the other, and what is proposed for the next."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.carry_over import Proposal, ProposalKind, proposals
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.commands.carrying import take_proposal
from kooperation_tui.domain.model import Meeting
from tests.domain.room import Room, clock

POSTPONED = ev.OutcomeKind.POSTPONED


def english(message: str, **places: object) -> str:
    return message.format(**places)


def after(room: Room, days: int = 49, **more: object) -> str:
    """A later meeting of the same body."""
    start = clock("09:00") + dt.timedelta(days=days)
    made = planning.add_meeting(room.data, room.moment(), start=start, words=english)
    room.run(made)
    row: Meeting = made.result
    room.put(msgspec.structs.replace(row, **more))
    return row.id


def of(room: Room, meeting: str) -> list[Proposal]:
    return list(proposals(room.data, room.data.get(Meeting, meeting)))


def only(room: Room, meeting: str, kind: ProposalKind) -> list[Proposal]:
    return [p for p in of(room, meeting) if p.kind is kind]


def put_off(room: Room, number: int, **more: object) -> None:
    room.go(number)
    room.do(it.SetOutcome(kind=POSTPONED, text="Zahlen fehlen", **more))  # type: ignore[arg-type]


def finish(room: Room) -> None:
    """Close a meeting however it stands."""
    room.do(it.Close(force=True))


def begin(room: Room, meeting: str) -> None:
    """Go on in a later meeting."""
    room.meeting = meeting
    room.now = room.row.start
    room.do(it.Start())
    room.do(it.ArriveAll())


def take(room: Room, meeting: str, source: str) -> str:
    change = take_proposal(room.data, room.moment(), meeting=meeting, source=source, words=english)
    room.run(change)
    return str(change.result.id)

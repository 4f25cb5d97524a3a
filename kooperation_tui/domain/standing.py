"""How a block of the agreement stands: where it comes from and how it came about."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.commands.agreement import block_of
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import standing as standing_events
from kooperation_tui.domain.model import (
    BlockState,
    Decision,
    Meeting,
    MeetingStatus,
    Value,
)
from kooperation_tui.domain.plan import meetings
from kooperation_tui.domain.versions import in_force

_PUT_OFF = (ev.OutcomeKind.POSTPONED, ev.OutcomeKind.PARKED)


class Origin(Value):
    """Where a rule comes from. `version` is '' while only a decision carries it.

    `decision` is '' for what was agreed on paper on `on`.
    """

    key: str
    version: str = ""
    decision: str = ""
    on: dt.date | None = None


class Step(Value):
    """One step in the life of a block: decided (`number`), or postponed in a meeting."""

    on: dt.date
    meeting: str
    number: str = ""
    postponed: bool = False
    reason: str = ""


def origin(data: Data, key: str) -> Origin | None:
    """Where the rule of a block comes from: “point 1, version 2.0”; None if nobody agreed it."""
    block = block_of(data, key)
    version = in_force(data)
    if block is None:
        return None
    if version is not None and block.in_force_since is not None:
        return Origin(
            key=key, version=version.number, decision=version.decision, on=block.in_force_since
        )
    if block.state is BlockState.AGREED:
        return Origin(key=key, decision=block.decision, on=block.agreed_on)
    return None


def history(data: Data, key: str) -> tuple[Step, ...]:
    """How a block came about, the oldest step first: its decisions, its postponements."""
    found = [
        Step(on=d.decided_on, meeting=d.meeting, number=d.number)
        for d in data.rows(Decision)
        if key in d.points
    ]
    for meeting in meetings(data):
        if meeting.started_at is None:
            continue
        for event in standing_events(data.log(meeting.id)):
            what = event.what
            if isinstance(what, ev.Outcome) and what.point == key and what.kind in _PUT_OFF:
                found.append(
                    Step(on=event.at.date(), meeting=meeting.id, postponed=True, reason=what.text)
                )
    return tuple(sorted(found, key=lambda step: step.on))


def next_treated(data: Data, key: str) -> Meeting | None:
    """The planned meeting with an item about this block, the earliest; None if there is none."""
    ahead = (MeetingStatus.PLANNED, MeetingStatus.INVITED)
    for meeting in meetings(data):
        if meeting.status in ahead and any(key in item.points for item in meeting.items):
            return meeting
    return None

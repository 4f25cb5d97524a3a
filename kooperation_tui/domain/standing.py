"""How a block of the agreement stands: where it comes from and how it came about."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.commands.decisions import ENDED
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import standing as standing_events
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import (
    TO_COME,
    BlockState,
    Decision,
    DecisionStatus,
    Meeting,
    MeetingStatus,
    Value,
    Version,
)
from kooperation_tui.domain.plan import block_of, meetings
from kooperation_tui.domain.running import is_waiting
from kooperation_tui.domain.state import ItemState
from kooperation_tui.domain.versions import in_force

_ENDED = (DecisionStatus.VOID, *ENDED)
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
    """One step in the life of a block: decided (`number`), postponed, or only talked about.

    `until` is the day it was postponed to, None for the next meeting. With `ended` the
    decision stopped to hold on that day: void, superseded, revoked or expired;
    `by` is the number of the decision that did it, `version` the version it had adopted.
    """

    on: dt.date
    meeting: str
    number: str = ""
    postponed: bool = False
    reason: str = ""
    until: dt.date | None = None
    ended: DecisionStatus | None = None
    by: str = ""
    version: str = ""


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
    """How a block came about, the oldest step first: decided, postponed, talked about.

    A meeting that decided a block and then put off its item put off the rest of
    that item, unless it named the block. An item about this block alone that a
    meeting only talked about is a step as well (domain 0.3, `discussed`).
    """
    known: tuple[Step, ...] | None = data.derived.get(("block steps", key))
    if known is None:
        known = data.derived["block steps", key] = tuple(_steps(data, key))
    return known


def _steps(data: Data, key: str) -> list[Step]:
    found = [
        Step(on=d.decided_on, meeting=d.meeting, number=d.number)
        for d in data.rows(Decision)
        if key in d.points
    ]
    decided = {step.meeting for step in found}
    found += _ends(data, key)
    alone = _named_alone(data, key)
    for meeting in meetings(data):
        planned = any(key in item.points for item in meeting.items)
        if meeting.started_at is not None and (planned or meeting.id in alone):
            step = _in_meeting(data, meeting, key, meeting.id in decided)
            found += [step] if step is not None else []
    return sorted(found, key=lambda step: step.on)


def _ends(data: Data, key: str) -> list[Step]:
    """Decisions about a block, or about a version with it, that do not hold any more."""
    adopted = {v.decision: v.number for v in data.rows(Version) if v.decision and key in v.texts}
    return [
        Step(
            on=_end(data, d),
            meeting=d.meeting,
            number=d.number,
            ended=d.status,
            by=d.ended_by,
            version=adopted.get(d.number, ""),
        )
        for d in data.rows(Decision)
        if d.status in _ENDED and (key in d.points or d.number in adopted)
    ]


def _end(data: Data, decision: Decision) -> dt.date:
    """The day a decision stopped to hold; of a void one, as the log says."""
    if decision.ended_on is not None:
        return decision.ended_on
    log = data.log(decision.meeting)
    ballots = {
        e.id for e in log if isinstance(e.what, ev.Balloted) and e.what.decision == decision.id
    }
    days = [
        event.at.date()
        for event in log
        if isinstance(event.what, ev.Voided) and event.what.ballot in ballots
    ]
    return max(days, default=decision.decided_on)


def set_aside(data: Data, key: str) -> Step | None:
    """The end of the decision that had agreed a block, if nothing has agreed it since."""
    block = block_of(data, key)
    if block is None or block.state in (BlockState.AGREED, BlockState.NOT_NEEDED):
        return None
    steps = [step for step in history(data, key) if step.number]
    return steps[-1] if steps and steps[-1].ended is not None else None


def _named_alone(data: Data, key: str) -> set[str]:
    """Ids of meetings in which an outcome names this block.

    Rows are read as the file has them: ten years of logs would take long to
    turn into records for the few that count.
    """
    return {
        row["meeting"]
        for row in data.tables.get(ev.Event.TABLE, {}).values()
        if row["what"]["type"] == "outcome" and row["what"].get("point") == key
    }


def _in_meeting(data: Data, meeting: Meeting, key: str, decided: bool) -> Step | None:
    """Put off or only talked about in a meeting; the last word counts."""
    items = {item.id for item in meeting.items if key in item.points}
    alone = {item.id for item in meeting.items if item.points == (key,)}
    over = meeting.status is MeetingStatus.CLOSED
    found: Step | None = None
    for event in standing_events(data.log(meeting.id)):
        on, what = event.at.date(), event.what
        if isinstance(what, ev.Outcome) and _holds(data, meeting, event, what):
            named = what.point == key or (not what.point and what.item in alone)
            if named or (not what.point and what.item in items and not decided):
                put_off = what.kind in _PUT_OFF
                found = _outcome(meeting, on, what) if put_off or named else None
        elif found is None and over and not decided and _begins(what) in alone:
            found = Step(on=on, meeting=meeting.id)
    return found


def _holds(data: Data, meeting: Meeting, event: ev.Event, what: ev.Outcome) -> bool:
    """Whether nothing lifted the outcome since; only what was put off can be lifted."""
    if what.kind not in _PUT_OFF:
        return True
    entry = state_of(data, meeting.id).entry(event.id)
    return entry is not None and entry.lifted is None


def _outcome(meeting: Meeting, on: dt.date, what: ev.Outcome) -> Step:
    if what.kind not in _PUT_OFF:
        return Step(on=on, meeting=meeting.id)
    return Step(on=on, meeting=meeting.id, postponed=True, reason=what.text, until=what.until)


def _begins(what: ev.Payload) -> str:
    """The id of the item that runs from this event on, '' if none begins."""
    match what:
        case ev.Started(items=items):
            return items[0].id if items else ""
        case ev.ItemBegan(item=item):
            return item
    return ""


def next_treated(data: Data, key: str) -> Meeting | None:
    """The meeting that will treat this block: the running one if it is to come, else planned.

    None if no agenda has it.
    """
    for meeting in meetings(data):
        if not any(key in item.points for item in meeting.items):
            continue
        if meeting.status in TO_COME or _to_come(data, meeting, key):
            return meeting
    return None


def treated_now(data: Data, key: str) -> ItemState | None:
    """The item about this block that runs in a meeting now, None if none does."""
    for meeting in meetings(data):
        if meeting.status is not MeetingStatus.RUNNING:
            continue
        item = state_of(data, meeting.id).running_item
        if item is not None and key in item.item.points:
            return item
    return None


def treated_today(data: Data, key: str) -> int:
    """The number of the item about this block that a running meeting has had, 0 if none."""
    for meeting in meetings(data):
        if meeting.status is MeetingStatus.RUNNING:
            items = state_of(data, meeting.id).items
            number = next((i.item.number for i in items if i.runs and key in i.item.points), 0)
            if number:
                return number
    return 0


def _to_come(data: Data, meeting: Meeting, key: str) -> bool:
    """Whether a running meeting treats this block now or has not come to it yet."""
    if meeting.status is not MeetingStatus.RUNNING:
        return False
    state = state_of(data, meeting.id)
    return any(
        key in i.item.points and (i.item.id == state.running or is_waiting(i)) for i in state.items
    )

"""One intent -> one event, on the newest state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec

from kooperation_tui.domain import (
    approving,
    coming,
    counting,
    deciding,
    editing,
    outcomes,
    parking,
    proposing,
    running,
    tasks,
)
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.afterwards import entered_afterwards, is_over, moment_of
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import minute, state_of
from kooperation_tui.domain.joining import noted_first, rules_after
from kooperation_tui.domain.minutes_changes import is_secret
from kooperation_tui.domain.model import (
    Meeting,
    MinutesPart,
    MinutesStatus,
)
from kooperation_tui.domain.plan import label, preceding
from kooperation_tui.domain.realigning import realigned
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import MeetingState, Phase

_DAY = dt.timedelta(days=1)


def record(
    data: Data,
    meeting: str,
    intent: it.Intent,
    moment: Moment,
    *,
    at: dt.datetime | None = None,
    item: str = "",
    event_id: str = "",
) -> Change:
    """Record one intent in a meeting's log.

    Args:
        data: the newest state of the file.
        meeting: id of the meeting.
        intent: what was asked for.
        moment: when, by which seat, and where new ids come from.
        at: when it holds, if a time was typed; else now, never before the
            last recorded event; in a meeting entered afterwards with its last line.
        item: id of the item it belongs to, if it is not the running one.
        event_id: id of the event, made by the client; the same id again
            changes nothing and returns the event that is there.

    Returns:
        The change; its `result` is the tuple of events recorded.

    Raises:
        Refused: a rule says no; nothing changes.
    """
    if (known := data.find(ev.Event, event_id)) is not None:
        return Change(result=(known,))
    row, state = data.get(Meeting, meeting), state_of(data, meeting)
    if isinstance(intent, _FORGOTTEN) and at is None:
        at = state.ended_at
    if not isinstance(intent, _REWRITING):
        _need_time(row, state.phase, at, moment.now)
    _need_open(data, row)
    scene = Scene(
        data,
        row,
        state,
        moment,
        at=_holds(data, row, intent, at, moment.now),
        event_id=event_id or moment.new_id(),
        item=item,
    )
    first = noted_first(data, row, state, intent)
    if first is not None and not scene.late:
        return _after_noting(data, scene, intent, first)
    recording = _HANDLERS[type(intent)](scene, intent)
    events = _events(scene, recording)
    change = Change(puts=(*recording.puts, *events), deletes=recording.deletes, result=events)
    return _ruled(data, scene, realigned(data, meeting, change, late=scene.late))


def _ruled(data: Data, scene: Scene, change: Change) -> Change:
    """Note also that other rules hold with this line: point 1 was decided, or is open again."""
    changed = rules_after(data, scene.meeting, change)
    if changed is None:
        return change
    event = _also(scene, changed, len(change.result))
    result = (*change.result, event)
    return Change(puts=(*change.puts, event), deletes=change.deletes, result=result)


def _also(scene: Scene, payload: ev.Payload, place: int = 0) -> ev.Event:
    """An event beside those of the line, with an id of its own."""
    event = _events(scene, Recording(payload))[0]
    return msgspec.structs.replace(event, id=scene.moment.new_id(), seq=event.seq + place)


def _after_noting(
    data: Data, scene: Scene, intent: it.Intent, first: ev.VotesChanged | ev.RulesChanged
) -> Change:
    """Note first what changed for the votes; `result` begins with the line's own event."""
    event = _also(scene, first)
    after = data.apply(Change(puts=(event,)))
    done = record(
        after,
        scene.meeting.id,
        intent,
        scene.moment,
        at=scene.at,
        item=scene.named_item,
        event_id=scene.event_id,
    )
    return Change(puts=(event, *done.puts), deletes=done.deletes, result=(*done.result, event))


_REWRITING = (it.Undo, it.Edit, it.Delete, it.MoveEntry, it.Mark, it.Substitute)
"""What changes a line that is there already needs no time of its own."""
_FORGOTTEN = (it.Review, it.ApproveMinutes)
"""What is asked after a decision can still be said after the close, until the minutes go out."""


def _holds(
    data: Data, meeting: Meeting, intent: it.Intent, at: dt.datetime | None, now: dt.datetime
) -> dt.datetime:
    """When an event holds; a typed minute that began with /start means after it."""
    state = state_of(data, meeting.id)
    if at is None:
        begins = isinstance(intent, it.Start)
        held = (
            intent.afterwards or is_over(data, meeting, now)
            if isinstance(intent, it.Start)
            else entered_afterwards(data, meeting, state, now)
        )
        if held:
            return moment_of(meeting, state, begins=begins)
        return max(now, state.last_at or now)
    begun = state.started_at
    return begun if begun is not None and at < begun and minute(at) == minute(begun) else at


def _need_open(data: Data, meeting: Meeting) -> None:
    """Refuse lines for minutes that are out."""
    minutes = minutes_of(data, meeting.id)
    if minutes is not None and minutes.status is not MinutesStatus.DRAFT:
        raise Refused(
            "The minutes of {meeting} have been sent; correct them in the next meeting "
            "with /correct.",
            meeting=label(data, meeting),
        )


def _need_time(meeting: Meeting, phase: Phase, at: dt.datetime | None, now: dt.datetime) -> None:
    """Refuse lines that lack the time they hold at."""
    if at is not None:
        return
    if phase is Phase.CLOSED:
        raise Refused("The meeting is closed; begin the line with its time, such as 10:30.")
    if phase is Phase.PLANNED and meeting.start - now > _DAY:
        raise Refused(
            "The meeting is on {date}; its lines can be recorded on that day.",
            date=meeting.start.date(),
        )


def _events(scene: Scene, recording: Recording) -> tuple[ev.Event, ...]:
    events = []
    for place, payload in enumerate(recording.payloads):
        events.append(
            ev.Event(
                id=scene.event_id if place == 0 else scene.moment.new_id(),
                meeting=scene.meeting.id,
                seq=scene.state.last_seq + 1 + place,
                at=scene.at,
                recorded_at=scene.moment.now,
                what=payload,
                seat=scene.moment.seat,
                author=scene.moment.author,
                late=scene.late,
            )
        )
    return tuple(events)


def _correct(scene: Scene, intent: it.Correct) -> Recording:
    """A passage of the minutes before this meeting is to be corrected."""
    wording = scene.state.wording(scene.state.open_wording)
    item = scene.current.item if scene.current is not None else None
    meant = approving.minutes_meant(scene.data, scene.meeting, item)
    target = wording.approves if wording is not None and wording.approves else ""
    due = approving.approvals_due(scene.data, scene.state)
    if not target and (meant is not None or due):
        target = meant.id if meant is not None else due[0].meeting.id
    if not target:
        earlier = preceding(scene.data, scene.meeting)
        if not earlier:
            raise Refused("There are no earlier minutes to correct.")
        target = earlier[-1].id
    if not intent.old.strip():
        raise Refused('Name the passage and its correction: /correct TOP 4 "old" "new".')
    minutes = state_of(scene.data, target)
    _need_passage(minutes, intent)
    return Recording(
        ev.Corrected(
            meeting=target,
            item=intent.item,
            part=intent.part,
            old=intent.old,
            new=intent.new,
            confidential=is_secret(minutes, intent.item, intent.old),
        )
    )


def _need_passage(minutes: MeetingState, intent: it.Correct) -> None:
    """Refuse an item that the minutes do not have; of some only their paper is known."""
    last = max((i.item.number for i in minutes.items), default=0)
    if intent.part is MinutesPart.ITEM and last and minutes.numbered(intent.item) is None:
        raise Refused(
            "These minutes have no item {number}; name one of the items 1 to {last}, or "
            "“attendance” or “head”.",
            number=intent.item,
            last=last,
        )


_Handler = Callable[[Scene, Any], Recording]

_HANDLERS: dict[type, _Handler] = {
    it.Say: editing.say,
    it.Continue: editing.continue_last,
    it.Substitute: editing.substitute,
    it.Edit: editing.edit,
    it.Delete: editing.delete,
    it.MoveEntry: editing.move_entry,
    it.Mark: editing.mark,
    it.Undo: editing.undo,
    it.Propose: proposing.propose,
    it.BindPoint: proposing.bind_point,
    it.ApproveMinutes: approving.approve_minutes,
    it.NobodyOpposes: counting.nobody_opposes,
    it.TakeVote: counting.take_vote,
    it.TakeConsensus: counting.take_consensus,
    it.TakeConsent: counting.take_consent,
    it.TakeFist: counting.take_fist,
    it.AddOption: counting.add_option,
    it.TakeResistance: counting.take_resistance,
    it.TakeStraw: counting.take_straw,
    it.VoidBallot: deciding.void_ballot,
    it.EndWording: proposing.end_wording,
    it.RaiseObjection: proposing.raise_objection,
    it.SettleObjection: proposing.settle_objection,
    it.Recuse: proposing.recuse,
    it.Review: proposing.review,
    it.TakeAction: tasks.take_action,
    it.ProgressAction: tasks.progress_action,
    it.Park: parking.park,
    it.DisposeParking: parking.dispose_parking,
    it.Arrive: coming.arrive,
    it.ArriveAll: coming.arrive_all,
    it.Leave: coming.leave,
    it.Excuse: coming.excuse,
    it.GuestIn: coming.guest_in,
    it.GuestOut: coming.guest_out,
    it.TakeRole: coming.take_role,
    it.Start: running.start,
    it.Next: running.go_next,
    it.GoTo: running.go_to,
    it.Pause: running.pause,
    it.Resume: running.resume,
    it.Extend: running.extend,
    it.Close: running.close,
    it.AddItem: running.add_item,
    it.MoveBefore: running.move_before,
    it.SetMinutes: running.set_minutes,
    it.SetOutcome: outcomes.set_outcome,
    it.Correct: _correct,
    it.NextMeeting: outcomes.next_meeting,
}

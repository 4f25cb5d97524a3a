"""Words that were written: continued, corrected, struck out, taken back."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.consequences import unsettle
from kooperation_tui.domain.deciding import void
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import standing
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Decision,
    DecisionStatus,
    Disposition,
    Meeting,
    MeetingStatus,
    ParkingItem,
    Record,
)
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import Entry, WordingState
from kooperation_tui.domain.tasks import unprogressed

_WORDED = (ev.Noted, ev.Proposed, ev.ActionTaken, ev.Parked)


def say(scene: Scene, intent: it.Say) -> Recording:
    """A line of the minutes under the running item."""
    if intent.kind not in (ev.NoteKind.ANNEX, ev.NoteKind.GAP):
        scene.need_running()
        if not intent.text.strip():
            raise Refused("There is nothing to record yet; type the words after the mark.")
    return Recording(
        ev.Noted(
            kind=intent.kind,
            text=intent.text,
            organisation=intent.organisation,
            item=scene.named_item,
        )
    )


def last_worded(scene: Scene) -> Entry:
    """The own seat's last text or result."""
    own = [
        e
        for e in scene.state.entries
        if e.seat == scene.moment.seat
        and isinstance(e.what, (*_WORDED, ev.Balloted))
        and not e.deleted
    ]
    if not own:
        raise Refused("There is no line of yours yet to go on from.")
    return max(own, key=lambda e: e.seq)


def continue_last(scene: Scene, intent: it.Continue) -> Recording:
    """More words; after a result they are its remark."""
    entry = last_worded(scene)
    if isinstance(entry.what, ev.Balloted):
        return Recording(ev.Continued(entry=entry.id, text=intent.text))
    need_unsettled(scene, entry)
    text = f"{words_of(scene, entry)} {intent.text}".strip()
    return Recording(
        ev.Continued(entry=entry.id, text=intent.text), puts=_row_words(scene, entry, text)
    )


def substitute(scene: Scene, intent: it.Substitute) -> Recording:
    """`s/old/new/` in the own seat's last text, first place."""
    entry = last_worded(scene)
    if isinstance(entry.what, ev.Balloted):
        raise Refused("A result cannot be reworded; “= void” and a reason opens it again.")
    words = words_of(scene, entry)
    if not intent.old or intent.old not in words:
        raise Refused("“{old}” does not stand in your last line.", old=intent.old)
    return edit(scene, it.Edit(entry=entry.id, text=words.replace(intent.old, intent.new, 1)))


def words_of(scene: Scene, entry: Entry) -> str:
    """An entry's words as they stand now."""
    if isinstance(entry.what, ev.Proposed):
        wording = scene.state.wording(entry.what.wording)
        return wording.text if wording is not None else entry.text
    return entry.text


def need_unsettled(scene: Scene, entry: Entry) -> None:
    """A wording with a result changes only by voiding."""
    if isinstance(entry.what, ev.Proposed):
        wording = scene.state.wording(entry.what.wording)
        if wording is not None and wording.state is not WordingState.OPEN:
            raise Refused(
                "This wording has a result and stays as it is; "
                "“= void” and a reason opens it again."
            )


def _entry(scene: Scene, identity: str) -> Entry:
    entry = scene.state.entry(identity)
    if entry is None or entry.deleted:
        raise Refused("That line is not there any more.")
    return entry


def edit(scene: Scene, intent: it.Edit) -> Recording:
    """Another wording for any entry that has one; the old one is kept."""
    entry = _entry(scene, intent.entry)
    if not isinstance(entry.what, (*_WORDED, ev.ActionProgressed, ev.Outcome)):
        raise Refused("This line has no words to change; take it back with /undo instead.")
    need_unsettled(scene, entry)
    if not intent.text.strip():
        raise Refused("An empty line would lose the words; strike it out instead.")
    if intent.text == words_of(scene, entry):
        raise Refused("That is what the line says already.")
    return Recording(
        ev.Revised(entry=entry.id, text=intent.text),
        puts=_row_words(scene, entry, intent.text),
    )


def _row_words(scene: Scene, entry: Entry, text: str) -> tuple[Record, ...]:
    match entry.what:
        case ev.ActionTaken(action=action):
            return (msgspec.structs.replace(scene.data.get(Action, action), title=text),)
        case ev.Parked(parking=parking):
            return (msgspec.structs.replace(scene.data.get(ParkingItem, parking), text=text),)
        case _:
            return ()


def delete(scene: Scene, intent: it.Delete) -> Recording:
    """Strike an entry out; the log keeps its words."""
    entry = _entry(scene, intent.entry)
    puts: tuple[Record, ...] = ()
    match entry.what:
        case ev.Noted():
            pass
        case ev.ActionTaken() | ev.Parked():
            puts = _taken_back(scene, entry.what, entry.id)
        case _:
            raise Refused("This line cannot be struck out; take it back with /undo instead.")
    return Recording(ev.Deleted(entry=entry.id), puts=puts)


def move_entry(scene: Scene, intent: it.MoveEntry) -> Recording:
    entry = _entry(scene, intent.entry)
    if scene.state.item(intent.item) is None:
        raise Refused("There is no such item on the agenda.")
    if isinstance(entry.what, ev.Balloted):
        raise Refused("A result stays with the item it was taken under.")
    return Recording(ev.EntryMoved(entry=entry.id, item=intent.item))


def mark(scene: Scene, intent: it.Mark) -> Recording:
    entry = _entry(scene, intent.entry)
    if not isinstance(entry.what, ev.Noted):
        raise Refused("Only a note can be confidential.")
    if entry.confidential == intent.confidential:
        raise Refused("The line is marked like that already.")
    return Recording(ev.Marked(entry=entry.id, confidential=intent.confidential))


def last_own(scene: Scene) -> ev.Event:
    """The own seat's last event that was not taken back yet."""
    own = [
        e
        for e in standing(scene.data.log(scene.meeting.id))
        if e.seat == scene.moment.seat and not isinstance(e.what, ev.Retracted)
    ]
    if not own:
        raise Refused("There is nothing of yours to take back.")
    return own[-1]


def undo(scene: Scene, _: it.Undo) -> Recording:
    """Take back the own last event; a ballot that something followed is voided."""
    event = last_own(scene)
    if isinstance(event.what, ev.Balloted):
        counting = scene.state.counting(event.id)
        followed = any(e.seq > event.seq for e in standing(scene.data.log(scene.meeting.id)))
        if followed and counting is not None and not counting.void:
            return void(scene, counting, "")
    return Recording(ev.Retracted(event=event.id), puts=_taken_back(scene, event.what, event.id))


def _taken_back(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """Rows as they are without an event; each kind has its own way back."""
    back = _WAYS_BACK.get(type(what))
    return back(scene, what, event) if back is not None else ()


def _back_action(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.ActionTaken)
    row = scene.data.get(Action, what.action)
    return (msgspec.structs.replace(row, status=ActionStatus.RETRACTED),)


def _back_progress(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.ActionProgressed)
    return (unprogressed(scene.data.get(Action, what.action), event),)


def _back_parked(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.Parked | ev.Outcome)
    row = scene.data.find(ParkingItem, what.parking)
    if row is None:
        return ()
    return (msgspec.structs.replace(row, disposition=Disposition.RETRACTED),)


def _back_disposed(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.ParkingDisposed)
    row = scene.data.get(ParkingItem, what.parking)
    return (
        msgspec.structs.replace(
            row,
            disposition=what.was,
            target=what.was_target,
            target_on=what.was_target_on,
            note=what.was_note,
        ),
    )


def _back_ballot(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.Balloted)
    wording = scene.state.wording(what.wording)
    return unsettle(scene, wording, DecisionStatus.RETRACTED) if wording is not None else ()


def _back_rejected(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.WordingEnded)
    row = scene.data.find(Decision, what.decision)
    if row is None:
        return ()
    return (msgspec.structs.replace(row, status=DecisionStatus.RETRACTED),)


def _back_review(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.ReviewSet)
    row = scene.data.get(Decision, what.decision)
    return (msgspec.structs.replace(row, review_on=None),)


def _back_start(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    return (
        msgspec.structs.replace(
            scene.meeting, status=MeetingStatus.PLANNED, started_at=None, ended_at=None
        ),
    )


def _back_close(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    return (msgspec.structs.replace(scene.meeting, status=MeetingStatus.RUNNING, ended_at=None),)


def _back_revised(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """A row gets back the words it had before the change of its entry."""
    assert isinstance(what, ev.Revised | ev.Continued)
    entry = scene.state.entry(what.entry)
    if entry is None:
        return ()
    before = _words_without(scene, entry, event)
    return _row_words(scene, entry, before)


def _words_without(scene: Scene, entry: Entry, event: str) -> str:
    words = (
        entry.what.title
        if isinstance(entry.what, ev.ActionTaken)
        else (entry.what.text if isinstance(entry.what, ev.Parked) else entry.text)
    )
    for other in standing(scene.data.log(scene.meeting.id)):
        if other.id == event:
            continue
        if isinstance(other.what, ev.Revised) and other.what.entry == entry.id:
            words = other.what.text
        elif isinstance(other.what, ev.Continued) and other.what.entry == entry.id:
            words = f"{words} {other.what.text}".strip()
    return words


def _back_deleted(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """A struck-out action or topic stands again."""
    assert isinstance(what, ev.Deleted)
    entry = scene.state.entry(what.entry)
    match entry.what if entry is not None else None:
        case ev.ActionTaken(action=action):
            row = scene.data.get(Action, action)
            return (msgspec.structs.replace(row, status=ActionStatus.OPEN),)
        case ev.Parked(parking=parking):
            topic = scene.data.get(ParkingItem, parking)
            return (msgspec.structs.replace(topic, disposition=Disposition.OPEN),)
        case _:
            return ()


def _back_next_meeting(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """A meeting made by this event, and still empty, is cancelled."""
    assert isinstance(what, ev.NextMeetingSet)
    row = scene.data.find(Meeting, what.meeting)
    if row is None or row.items or row.status is not MeetingStatus.PLANNED:
        return ()
    return (msgspec.structs.replace(row, status=MeetingStatus.CANCELLED),)


_Way = Callable[[Scene, ev.Payload, str], tuple[Record, ...]]

_WAYS_BACK: dict[type, _Way] = {
    ev.ActionTaken: _back_action,
    ev.ActionProgressed: _back_progress,
    ev.Parked: _back_parked,
    ev.Outcome: _back_parked,
    ev.ParkingDisposed: _back_disposed,
    ev.Balloted: _back_ballot,
    ev.WordingEnded: _back_rejected,
    ev.ReviewSet: _back_review,
    ev.Started: _back_start,
    ev.Closed: _back_close,
    ev.Revised: _back_revised,
    ev.Continued: _back_revised,
    ev.Deleted: _back_deleted,
    ev.NextMeetingSet: _back_next_meeting,
}
